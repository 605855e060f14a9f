package org.sightline.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.DomainException;
import org.sightline.board.Board;
import org.sightline.board.ClaimQuery;
import org.sightline.board.Snapshot;
import org.sightline.claim.Claim;

/** What ogrinfo, a reader of others, makes of the files; left out where it is not installed. */
class OtherReadersTest {
    private static final int CLAIMS = 80;

    @TempDir
    Path folder;

    private Path boardFile;
    private int places;
    private int quotedRows;

    @BeforeEach
    void make() throws IOException {
        assumeTrue(isInstalled(), "ogrinfo is not installed (Debian: gdal-bin)");
        boardFile = folder.resolve("all.gpkg");
        try (Board board = RandomBoard.make(boardFile, 42, CLAIMS);
                Snapshot snapshot = board.snapshot()) {
            snapshot.eachClaim(ClaimQuery.ALL, claim -> {
                places += claim.place().isPresent() ? 1 : 0;
                quotedRows += Math.max(1, claim.quotes().size());
            });
        }
    }

    private static boolean isInstalled() {
        try {
            return new ProcessBuilder("ogrinfo", "--version")
                            .redirectErrorStream(true)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Path export(String ending) {
        Path file = folder.resolve("claims." + ending);
        try (Board board = Board.open(boardFile, Board.Mode.READ);
                Snapshot snapshot = board.snapshot()) {
            Export.write(
                    BoardHandover.of(snapshot, snapshot.claimIds(ClaimQuery.ALL)),
                    file,
                    Export.Scope.PLAIN,
                    Untold.PROGRESS);
        }
        return file;
    }

    /** Its answer, without a word of complaint. */
    private String ask(Path file, String... more) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("ogrinfo", "-ro", "-al"));
        command.addAll(List.of(more));
        command.add(file.toString());
        Path errors = folder.resolve("errors.txt");
        Process process =
                new ProcessBuilder(command).redirectError(errors.toFile()).start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), answer);
        assertEquals("", Files.readString(errors), "complaints about " + file.getFileName());
        return answer;
    }

    private static String layer(String answer, String name) {
        for (String layer : answer.split("Layer name: ", -1)) {
            if (layer.startsWith(name + "\n")) {
                return layer;
            }
        }
        throw new AssertionError("no layer " + name + " in " + answer);
    }

    private static void assertHas(String line, String answer) {
        assertTrue(answer.lines().anyMatch(l -> l.startsWith(line)), () -> line + " is not in " + answer);
    }

    @Test
    void kmlHasAPlacemarkWithGeometryForEachClaim() throws Exception {
        for (String ending : List.of("kml", "kmz")) {
            String answer = ask(export(ending));
            assertHas("Feature Count: " + CLAIMS, answer);
            long shaped = answer.lines()
                    .filter(l -> l.matches(
                            "  (MULTI)?(POINT|LINESTRING|POLYGON)( Z)? \\(.*|  GEOMETRYCOLLECTION( Z)? \\(.*"))
                    .count();
            assertEquals(places, shaped, ending);
        }
    }

    @Test
    void geoPackageIsOpenedWithEachClaim() throws Exception {
        String claims = layer(ask(export("gpkg"), "-so"), "claim");
        assertHas("Feature Count: " + CLAIMS, claims);
        assertHas("GEOGCRS[\"WGS 84\"", claims);
        assertHas("statement: String", claims);
        assertHas("when_earliest: DateTime", claims);
    }

    @Test
    void workbookHasTypedCells() throws Exception {
        String claims = layer(ask(export("xlsx"), "-so"), "Claims");
        assertHas("Feature Count: " + quotedRows, claims);
        assertHas("id: Integer", claims);
        assertHas("quote.start: Integer", claims);
        assertHas("place.latitude: Real", claims);
        assertHas("capture.retrieved: DateTime", claims);
        assertHas("statement: String", claims);
    }

    @Test
    void geoJsonIsReadAsItIsMeant() throws Exception {
        assertHas("Feature Count: " + CLAIMS, ask(export("geojson"), "-so"));
    }

    @Test
    void csvIsReadAsItIsMeant() throws Exception {
        String claims = ask(export("csv"), "-so");
        assertHas("Feature Count: " + quotedRows, claims);
        assertHas("source.relayed: String", claims);
    }

    /** A GeoPackage that another program made comes in, with its lines, areas, times and numbers. */
    @Test
    void geoPackageOfAnotherProgramIsImported() throws Exception {
        Path made = folder.resolve("made.gpkg");
        Path from = Files.writeString(folder.resolve("from.csv"), """
                title,quote,source,date,count,WKT
                Мост,на мосту,https://example.org/1,2022-10-13,12 trucks,POINT (29.1544 51.81363)
                Way,on the way,https://example.org/1,2022-10,,"LINESTRING (29 51,30 52)"
                Field,,,,,"POLYGON ((0 0,1 0,1 1,0 0))"
                Nowhere,said so,https://example.org/2,,,
                """);
        ogr("-f", "GPKG", made.toString(), from.toString(), "-nln", "seen", "-a_srs", "EPSG:4326");
        try (Board board = Board.create(folder.resolve("into.gpkg"), "Into")) {
            Import opened = Import.open(made, Mapping.GUESSED);
            Arrived arrived = opened.into(board, Untold.PROGRESS);
            assertEquals(List.of(), arrived.failures(), opened.explained());
            assertEquals(List.of(4L, 2L), List.of(arrived.claims(), arrived.sources()), opened.explained());
            try (Snapshot snapshot = board.snapshot()) {
                List<Claim> claims = snapshot.claims(ClaimQuery.ALL);
                assertEquals("Мост", claims.get(0).statement());
                assertEquals("2022-10-13", claims.get(0).when().orElseThrow().edtf());
                assertEquals(
                        "POINT (29.1544 51.81363)",
                        claims.get(0).place().orElseThrow().geometry().toText());
                assertTrue(claims.get(1).place().orElseThrow().isRoute());
                assertEquals(
                        "Polygon",
                        claims.get(2).place().orElseThrow().geometry().getGeometryType());
                assertTrue(claims.get(3).place().isEmpty());
            }
            assertEquals(List.of(), board.verify().problems());
        }
    }

    private static void ogr(String... how) throws Exception {
        List<String> command = new ArrayList<>(List.of("ogr2ogr"));
        command.addAll(List.of(how));
        Process ogr = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(ogr.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, ogr.waitFor(), said);
    }

    @Test
    void whatIsNotReadOfAGeoPackageIsSaid() throws Exception {
        String made = folder.resolve("two.gpkg").toString();
        String from = Files.writeString(folder.resolve("from.csv"), "title,WKT\nBridge,POINT (29.1544 51.81363)\n")
                .toString();
        ogr("-f", "GPKG", made, from, "-nln", "first", "-a_srs", "EPSG:4326");
        assertEquals(
                Optional.empty(), Import.open(Path.of(made), Mapping.GUESSED).leftOut());
        ogr("-f", "GPKG", "-update", made, from, "-nln", "second", "-a_srs", "EPSG:4326");
        assertEquals(
                Optional.of(
                        "Of \"two.gpkg\" only the table \"first\" is read, and not \"second\"; save that as a file of"
                                + " its own to import it"),
                Import.open(Path.of(made), Mapping.GUESSED).leftOut());
        String flat = folder.resolve("flat.gpkg").toString();
        ogr("-f", "GPKG", flat, from, "-s_srs", "EPSG:4326", "-t_srs", "EPSG:3857");
        assertFalse(Import.isBoard(Path.of(flat)));
        DomainException refused =
                assertThrows(DomainException.class, () -> Import.open(Path.of(flat), Mapping.GUESSED));
        assertTrue(refused.getMessage().contains("not in WGS 84"), refused.getMessage());
    }
}
