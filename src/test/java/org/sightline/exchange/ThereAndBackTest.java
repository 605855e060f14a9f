package org.sightline.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.DomainException;
import org.sightline.board.Board;
import org.sightline.board.Change;
import org.sightline.board.ClaimQuery;
import org.sightline.board.Snapshot;
import org.sightline.claim.Claim;
import org.sightline.claim.Place;
import org.sightline.claim.PlacePrecision;

/** Single cases of lists that leave a board and come back, and of tables that are mended and come again. */
class ThereAndBackTest {
    @TempDir
    Path folder;

    private Board board;

    @BeforeEach
    void open() {
        board = Board.create(folder.resolve("board.gpkg"), "There");
    }

    @AfterEach
    void close() {
        board.close();
    }

    private static List<Claim> claims(Board board) {
        try (Snapshot snapshot = board.snapshot()) {
            return snapshot.claims(ClaimQuery.ALL);
        }
    }

    private static Path export(Board board, Path file, String... columns) {
        try (Snapshot snapshot = board.snapshot()) {
            Export.Scope scope = new Export.Scope(List.of(columns), Redaction.NONE, false);
            Export.write(BoardHandover.of(snapshot, snapshot.claimIds(ClaimQuery.ALL)), file, scope, Untold.PROGRESS);
        }
        return file;
    }

    private Arrived bring(Path file) {
        return Import.open(file, Mapping.GUESSED).into(board, Untold.PROGRESS);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void aTableWithoutColumnsOfQuotesHasOneRowAClaim() {
        try (Board from = RandomBoard.make(folder.resolve("from.gpkg"), 7, 30)) {
            int claims = claims(from).size();
            long quotes = claims(from).stream()
                    .mapToLong(claim -> Math.max(1, claim.quotes().size()))
                    .sum();
            assertTrue(quotes > claims, "some claim has two quotes");
            for (String ending : List.of("csv", "xlsx")) {
                String name = "list." + ending;
                assertEquals(claims, rows(export(from, folder.resolve("1" + name), "statement", "relations")), name);
                assertEquals(quotes, rows(export(from, folder.resolve("2" + name), "statement", "capture")), name);
            }
            assertEquals(
                    claims,
                    bring(export(from, folder.resolve("3.csv"), "statement", "notes"))
                            .claims());
        }
    }

    private static long rows(Path file) {
        Table table = file.toString().endsWith("csv") ? CsvTable.open(file) : XlsxTable.open(file);
        long rows = 0;
        try (Table.Rows all = table.rows(column -> true)) {
            for (; all.hasNext(); rows++) {
                all.next();
            }
        }
        return rows;
    }

    @Test
    void noClaimsLeaveAndComeBack() {
        for (String ending : List.of("csv", "xlsx", "json", "geojson")) {
            Arrived arrived = bring(export(board, folder.resolve("none." + ending)));
            assertEquals(List.of(0L, 0L), List.of(arrived.claims(), arrived.failed()), ending);
        }
    }

    @Test
    void anAreaAsWideAsTheWorldStaysAsItIs() {
        List<String> shapes = List.of(
                "POLYGON ((-180 60, 180 60, 180 90, -180 90, -180 60))",
                "POLYGON ((-180 60, 0 60, 180 60, 180 80, -180 80, -180 60))",
                "POLYGON ((-180 -90, 180 -90, 180 90, -180 90, -180 -90))");
        for (String wkt : shapes) {
            board.apply(new Change.AddClaim(Claim.draft(wkt)
                    .withPlace(Optional.of(Place.area("north", Evidence.wkt(wkt), PlacePrecision.EXACT)))));
        }
        Path file = export(board, folder.resolve("wide.geojson"));
        try (Board back = Board.create(folder.resolve("back.gpkg"), "Back")) {
            Import.open(file, Mapping.GUESSED).into(back, Untold.PROGRESS);
            TreeMap<String, Double> areas = new TreeMap<>();
            claims(back)
                    .forEach(claim -> areas.put(
                            claim.statement(),
                            claim.place().orElseThrow().geometry().getArea()));
            assertEquals(
                    List.of(360.0 * 180, 360.0 * 20, 360.0 * 30),
                    shapes.reversed().stream()
                            .map(wkt -> areas.getOrDefault(wkt, 0.0))
                            .toList());
        }
    }

    @Test
    void aLineFromOneSideOfTheWorldToTheOtherIsNotLost() {
        assertTrue(GeoJsonGeometry.conforming(Evidence.wkt("LINESTRING (-180 60, 180 60)"))
                .equalsExact(Evidence.wkt("LINESTRING (-180 60, 180 60)")));
    }

    @Test
    void aMendedTableComesWithoutItsReasonsAndNothingIsOverwritten() throws IOException {
        Arrived first = bring(file("t.csv", "title,lat,lon,colour\nA,51,29,red\nB,north,29,blue\n"));
        Path kept = first.kept().orElseThrow();
        assertEquals("t.not-imported.csv", String.valueOf(kept.getFileName()));
        String before = Files.readString(kept);
        Arrived again = bring(kept);
        Path second = again.kept().orElseThrow();
        assertEquals("t.not-imported-2.csv", String.valueOf(second.getFileName()));
        assertEquals(before, Files.readString(kept));
        assertEquals(before, Files.readString(second), "one reason a row");
        Files.writeString(second, before.replace("north", "52"));
        assertEquals(1, bring(second).claims());
        assertEquals("colour: blue", claims(board).getLast().notes());
        assertEquals(
                "t.not-imported-3.csv",
                String.valueOf(bring(file("t.csv", "title,lat,lon\nC,south,29\n"))
                        .kept()
                        .orElseThrow()
                        .getFileName()));
    }

    @Test
    void aTextWithAZeroByteComesBack() {
        board.apply(new Change.AddClaim(Claim.draft("zero \0 byte")));
        Path csv = export(board, folder.resolve("zero.csv"));
        try (Board back = Board.create(folder.resolve("back.gpkg"), "Back")) {
            assertEquals(
                    1,
                    Import.open(csv, Mapping.GUESSED)
                            .into(back, Untold.PROGRESS)
                            .claims());
            assertEquals("zero \0 byte", claims(back).getFirst().statement());
        }
    }

    @Test
    void badBytesAreToldByTheirLine() throws IOException {
        refused(
                bytes("title,quote\nA,\u00e9\u00e8\nB,\u00e9?\n", 0xE9),
                "Line 3 of the table \"bad.csv\" has bytes that are not UTF-8");
        refused(bytes("title,quote\nB,b?\n", 0x81), "Line 2 of the table \"bad.csv\" has bytes that are not UTF-8");
        refused(bytes("title,quote\n" + "A,b\n".repeat(500_000) + "C,?\n", 0xFF), "Line 500002 ");
        refused(new byte[] {0, 1, 2, 3, 'a', ',', 'b'}, "no table in text but binary data");
        Files.write(folder.resolve("bad.csv"), "title,quote\nCaf\u00e9,b\n".getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(1, bring(folder.resolve("bad.csv")).claims(), "another encoding is still found out");
        assertEquals("Caf\u00e9", claims(board).getFirst().statement());
    }

    private static byte[] bytes(String text, int bad) {
        byte[] all = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < all.length; i++) {
            all[i] = all[i] == '?' ? (byte) bad : all[i];
        }
        return all;
    }

    private void refused(byte[] bytes, String words) throws IOException {
        Path file = Files.write(folder.resolve("bad.csv"), bytes);
        DomainException refused = assertThrows(DomainException.class, () -> bring(file));
        assertTrue(refused.getMessage().contains(words), refused.getMessage());
    }

    @Test
    void aNameThatHoldsAPositionIsHeldBack() {
        CoarsePositions cells = CoarsePositions.mgrs(4);
        for (String name : List.of(
                "grid 35UPT5471342714",
                "grid:35U PT 54713 42714 (west bank)",
                "camp at 51.81363, 29.15443",
                "camp at 51\u00b048\u203249.1\u2033N 29\u00b009\u203216.2\u2033E, north",
                "ford, UTM 35U 654713 5742714",
                "shed 9G3FR573+FQ",
                "shed R573+FQ",
                "see https://www.openstreetmap.org/?mlat=51.81363&mlon=29.15443 there")) {
            Place place = cells.of(Place.point(name, 51.81363, 29.15443, PlacePrecision.EXACT));
            assertEquals("", place.name(), name);
        }
        for (String name : List.of("School 12, 14", "Yelsk", "Bridge 3 on the P31", "Height 145.2")) {
            Place place = cells.of(Place.point(name, 51.81363, 29.15443, PlacePrecision.EXACT));
            assertEquals(name, place.name());
        }
    }

    @Test
    void nothingOfANameWithAPositionIsInAnyTextFormat() throws IOException {
        board.apply(new Change.AddClaim(Claim.draft("trucks")
                .withPlace(
                        Optional.of(Place.point("grid 35UPT5471342714", 51.81363, 29.15443, PlacePrecision.EXACT)))));
        Redaction redaction = Redaction.parse(List.of("positions=MGRS4"));
        for (String ending : List.of("csv", "geojson", "json", "kml", "md", "jsonld", "html")) {
            Path file = folder.resolve("held." + ending);
            try (Snapshot snapshot = board.snapshot()) {
                Export.write(
                        BoardHandover.of(snapshot, snapshot.claimIds(ClaimQuery.ALL)),
                        file,
                        new Export.Scope(List.of(), redaction, false),
                        Untold.PROGRESS);
            }
            String text = Files.readString(file);
            assertFalse(text.contains("54713") || text.contains("42714"), ending);
        }
    }
}
