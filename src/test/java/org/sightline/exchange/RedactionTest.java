package org.sightline.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;
import org.sightline.DomainException;
import org.sightline.board.Board;
import org.sightline.board.Change;
import org.sightline.board.ClaimQuery;
import org.sightline.board.Snapshot;
import org.sightline.claim.Claim;
import org.sightline.claim.Place;
import org.sightline.claim.PlacePrecision;
import org.sightline.claim.Route;
import org.sightline.claim.StatedDistance;
import org.sightline.source.Anchoring;
import org.sightline.source.Capture;
import org.sightline.source.CapturedText;
import org.sightline.source.Source;

/** Marked secrets are planted in every field; after an export none of those held back is in any byte of the file. */
class RedactionTest {
    /** Digits of positions, as far as a kilometre lets through no more. */
    private static final List<String> HELD_BACK = List.of(
            "SECRETCLAIMANT",
            "SECRETNOTE",
            "secrettag",
            "SECRETAUTHOR",
            "SECRETTRASH",
            "SECRETPAGE",
            "SECRETJOURNAL",
            "SECRETOTHER",
            "29.15443",
            "51.81363",
            "27.56781",
            "53.90219",
            "29.999871",
            "4854850425",
            "17 km from",
            "border:UA");

    private static final Redaction ALL =
            Redaction.parse(List.of("claimants", "notes", "tags", "authors", "positions=1km"));

    @TempDir
    Path folder;

    private Path boardFile;

    @BeforeEach
    void plant() {
        boardFile = folder.resolve("board.gpkg");
        try (Board board = Board.create(boardFile, "Planted")) {
            Source source = Source.titled("An article").withAuthor(Optional.of("SECRETAUTHOR"));
            String page = "Somebody saw 12 trucks. And more that nobody quoted, far away from the words: SECRETPAGE.";
            Capture capture = capture(board, source, page);
            Source other = Source.titled("SECRETOTHER source that no claim quotes");
            capture(board, other, "nothing");
            Claim point = claim(board, capture, page, "Trucks", place("POINT (29.15443217 51.81363999)"));
            claim(board, capture, page, "A route", place("LINESTRING (27.56781 53.90219, 29.15443217 51.81363999)"));
            claim(
                    board,
                    capture,
                    page,
                    "An area",
                    place("POLYGON ((29.15443 51.81363, 29.999871 51.9, 29.5 52.5, 29.15443 51.81363))"));
            claim(
                    board,
                    capture,
                    page,
                    "A yard",
                    place("POLYGON ((29.15443 51.81363, 29.15444 51.81363, 29.15444 51.81364, 29.15443 51.81363))"));
            board.apply(new Change.EditClaim(point.withNotes("SECRETNOTE 2, before it was SECRETJOURNAL")));
            board.apply(new Change.EditClaim(point));
            Claim trash = claim(board, capture, page, "SECRETTRASH", place("POINT (29.15443217 51.81363999)"));
            board.apply(new Change.RemoveClaim(trash.uuid(), "SECRETTRASH"));
        }
    }

    private static Capture capture(Board board, Source source, String page) {
        CapturedText content = new CapturedText(
                page.getBytes(StandardCharsets.UTF_8), "text/plain", Optional.of("UTF-8"), page, Optional.empty());
        Capture capture = Capture.of(source.uuid(), content, Instant.parse("2023-05-05T00:00:00Z"));
        board.apply(new Change.AddSource(source, capture, content));
        return capture;
    }

    private static Place place(String wkt) {
        Geometry geometry = Evidence.wkt(wkt);
        return wkt.startsWith("LINE")
                ? Place.route(new Route("53.90219, 27.56781", "Yelsk", true), geometry, PlacePrecision.EXACT)
                : new Place(
                        "the yard at 35UPT4854850425, 51.81363, 29.15443",
                        geometry,
                        PlacePrecision.EXACT,
                        10,
                        Optional.of("BY"),
                        Optional.empty());
    }

    private static Claim claim(Board board, Capture capture, String page, String statement, Place place) {
        Anchoring.Range at = Anchoring.findOne(page, "12 trucks");
        Claim claim = Claim.draft(statement)
                .withClaimant(Optional.of("SECRETCLAIMANT"))
                .withNotes("SECRETNOTE")
                .withTags(List.of("secrettag"))
                .withPlace(Optional.of(place))
                .withDistance(Optional.of(new StatedDistance(
                        "17 km from the border", BigDecimal.valueOf(17), "km", "border:UA", Optional.empty())))
                .withQuotes(List.of(Anchoring.quote(capture.uuid(), page, at.start(), at.end(), Optional.empty())));
        board.apply(new Change.AddClaim(claim));
        return claim;
    }

    private Path export(String name, Redaction redaction) {
        Path file = folder.resolve(name);
        try (Board board = Board.open(boardFile, Board.Mode.READ);
                Snapshot snapshot = board.snapshot()) {
            Export.write(
                    BoardHandover.of(snapshot, snapshot.claimIds(ClaimQuery.ALL)),
                    file,
                    new Export.Scope(List.of(), redaction, false),
                    Untold.PROGRESS);
        }
        return file;
    }

    @Test
    void nothingHeldBackIsInAnyByteOfAnyFormat() throws IOException {
        for (Export.Format format : Export.Format.values()) {
            List<String> found = found(export("redacted." + format.extension(), ALL));
            assertEquals(List.of(), found, format.name());
        }
    }

    /** Otherwise the search itself would prove nothing. */
    @Test
    void theSearchFindsWhatIsNotHeldBack() throws IOException {
        for (Export.Format format : Export.Format.values()) {
            List<String> found = found(export("plain." + format.extension(), Redaction.NONE));
            assertTrue(found.contains("SECRETCLAIMANT"), format + " " + found);
            // a report is made for others and never holds notes
            assertEquals(format != Export.Format.HTML, found.contains("SECRETNOTE"), format + " " + found);
            assertFalse(found.contains("SECRETTRASH"), format + " " + found);
            assertFalse(found.contains("SECRETOTHER"), format + " " + found);
        }
    }

    @Test
    void positionsThatAreNotHeldBackAreFoundInGeometries() throws IOException {
        assertTrue(found(export("plain.kmz", Redaction.NONE)).contains("29.15443"));
        assertTrue(found(export("plain.gpkg", Redaction.NONE)).contains("29.15443"));
    }

    @Test
    void capturedPagesAreNotHandedOverWithSomethingHeldBack() {
        Export.Scope scope = new Export.Scope(List.of(), ALL, true);
        DomainException refused = assertThrows(DomainException.class, () -> scope.check(Export.Format.GPKG));
        assertTrue(refused.getMessage().contains("Captures hold"), refused.getMessage());
    }

    @Test
    void aPositionBecomesTheMiddleOfItsMgrsSquare() {
        Place place = Place.point("somewhere", 51.81363, 29.15443, PlacePrecision.EXACT);
        Place coarse = CoarsePositions.mgrs(4).of(place);
        assertEquals("35UPT4842", ClaimJson.mgrs(coarse).orElseThrow().replace(" ", ""));
        assertEquals(1000, coarse.radiusMetres());
        assertEquals(PlacePrecision.LOCALITY, coarse.precision());
    }

    @Test
    void placesInOneCellCannotBeToldApart() {
        CoarsePositions grid = CoarsePositions.metres(1000);
        Place one = grid.of(Place.point("", 51.8136, 29.1544, PlacePrecision.EXACT));
        Place other = grid.of(Place.point("", 51.8137, 29.1545, PlacePrecision.VICINITY));
        assertTrue(one.geometry().equalsExact(other.geometry()));
    }

    private List<String> found(Path file) throws IOException {
        List<byte[]> parts = new ArrayList<>();
        byte[] all = Files.readAllBytes(file);
        parts.add(all);
        if (all[0] == 'P' && all[1] == 'K') {
            unpack(all, parts);
        }
        if (file.toString().endsWith(".gpkg")) {
            inflateAll(all, parts);
            database(file, parts);
        }
        List<String> found = new ArrayList<>();
        for (String secret : HELD_BACK) {
            if (parts.stream().anyMatch(part -> holds(part, secret))) {
                found.add(secret);
            }
        }
        return found;
    }

    private static boolean holds(byte[] part, String secret) {
        return new String(part, StandardCharsets.ISO_8859_1).contains(secret)
                || new String(part, StandardCharsets.UTF_16LE).contains(secret)
                || new String(part, StandardCharsets.UTF_16BE).contains(secret);
    }

    private static void unpack(byte[] zipped, List<byte[]> parts) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(zipped))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.add((entry.getName() + new String(zip.readAllBytes(), StandardCharsets.ISO_8859_1))
                        .getBytes(StandardCharsets.ISO_8859_1));
            }
        }
    }

    /** Whatever in the file begins like a stream of zlib. */
    private static void inflateAll(byte[] all, List<byte[]> parts) {
        for (int at = 0; at + 2 < all.length; at++) {
            if (all[at] == 0x78 && ((all[at] & 0xFF) << 8 | all[at + 1] & 0xFF) % 31 == 0) {
                try (Inflater inflater = new Inflater()) {
                    inflater.setInput(all, at, all.length - at);
                    byte[] buffer = new byte[1 << 16];
                    ByteArrayOutputStream out = new ByteArrayOutputStream();
                    int read = inflater.inflate(buffer);
                    while (read > 0) {
                        out.write(buffer, 0, read);
                        read = inflater.inflate(buffer);
                    }
                    parts.add(out.toByteArray());
                } catch (DataFormatException e) {
                    // it only began like one
                }
            }
        }
    }

    /** Numbers that lie in the database as such, in decimal. */
    private static void database(Path file, List<byte[]> parts) {
        StringBuilder words = new StringBuilder();
        try (Board board = Board.open(file, Board.Mode.READ);
                Snapshot snapshot = board.snapshot()) {
            snapshot.eachClaim(ClaimQuery.ALL, claim -> words.append(claim));
            snapshot.eachClaim(ClaimQuery.ALL.inTrash(true), claim -> words.append(claim));
            board.log(0).forEach(line -> snapshot.images(line.sequence()).forEach(words::append));
            snapshot.captures().forEach(c -> words.append(snapshot.text(c.uuid())));
            words.append(snapshot.sources()).append(snapshot.trashedSources());
        }
        parts.add(words.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void unknownWordsAreRefusedWithThoseThatAreKnown() {
        DomainException refused = assertThrows(DomainException.class, () -> Redaction.parse(List.of("names")));
        assertTrue(refused.getMessage().contains("claimants, notes"), refused.getMessage());
        assertThrows(DomainException.class, () -> Redaction.parse(List.of("positions=1m")));
        assertThrows(DomainException.class, () -> Redaction.parse(List.of("positions=MGRS5")));
    }
}
