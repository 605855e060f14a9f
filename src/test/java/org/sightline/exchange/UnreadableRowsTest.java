package org.sightline.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.board.Board;
import org.sightline.board.ClaimQuery;
import org.sightline.board.Snapshot;

/** In files of every form a row that cannot be read fails by itself, with its reason, and the others come in. */
class UnreadableRowsTest {
    @TempDir
    Path folder;

    private Board board;

    @BeforeEach
    void open() {
        board = Board.create(folder.resolve("board.gpkg"), "Rows");
    }

    @AfterEach
    void close() {
        board.close();
    }

    private List<String> statements() {
        try (Snapshot snapshot = board.snapshot()) {
            return snapshot.claims(ClaimQuery.ALL).stream()
                    .map(claim -> claim.statement())
                    .toList();
        }
    }

    /** The second of three rows fails. */
    private void assertSecondFails(String name, String text, String reason, String kept) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        Import opened = Import.open(file, Mapping.GUESSED);
        assertEquals(1, opened.rehearse(board, Untold.PROGRESS).failed(), text);
        assertEquals(List.of(), statements(), "a rehearsal brings nothing in");
        Arrived arrived = opened.into(board, Untold.PROGRESS);
        assertEquals(List.of("first", "third"), statements(), text);
        assertEquals(1, arrived.failed(), text);
        String told = arrived.failures().getFirst();
        assertTrue(told.startsWith("Record 2: ") && told.contains(reason), told);
        String table = Files.readString(arrived.kept().orElseThrow());
        assertTrue(table.contains("second") && table.contains(kept) && table.contains(reason), table);
        assertFalse(table.contains("first"), table);
        board.undo();
    }

    private static String features(String... geometries) {
        StringBuilder all = new StringBuilder("{\"type\":\"FeatureCollection\",\"features\":[");
        List<String> names = List.of("first", "second", "third");
        for (int i = 0; i < geometries.length; i++) {
            all.append(i == 0 ? "" : ",")
                    .append("{\"type\":\"Feature\",\"properties\":{\"title\":\"")
                    .append(names.get(i))
                    .append("\"},\"geometry\":")
                    .append(geometries[i])
                    .append('}');
        }
        return all.append("]}").toString();
    }

    @Test
    void geometriesOfGeoJson() throws IOException {
        String good = "{\"type\":\"Point\",\"coordinates\":[29.1,51.2]}";
        for (List<String> bad : List.of(
                List.of("{\"type\":\"Point\",\"coordinates\":[]}", "no pair of numbers"),
                List.of("{\"type\":\"Point\",\"coordinates\":[1e999,2]}", "beyond all numbers"),
                List.of("{\"type\":\"Polygon\",\"coordinates\":[[[7,0],[1,0],[1,1],[0,1]]]}", "not closed"),
                List.of("{\"type\":\"Polygon\",\"coordinates\":[[[7,0],[7,0]]]}", "too few positions"),
                List.of("{\"type\":\"LineString\",\"coordinates\":[[7,0]]}", "one position only"),
                List.of("{\"type\":\"Circle\"}", "no known type"))) {
            assertSecondFails("a.geojson", features(good, bad.get(0), good), bad.get(1), "{\"\"type\"\":");
        }
    }

    @Test
    void coordinatesOfKml() throws IOException {
        for (List<String> bad : List.of(
                List.of("<Point><coordinates>abc</coordinates></Point>", "abc"),
                List.of("<Point><coordinates>30 , 50</coordinates></Point>", "30 , 50"),
                List.of("<Point><coordinates>30,NaN</coordinates></Point>", "30,NaN"),
                List.of("<LineString><coordinates>30,50</coordinates></LineString>", "too few"),
                List.of(
                        "<Polygon><outerBoundaryIs><LinearRing><coordinates>3,5 4,5 4,6 5,5</coordinates>"
                                + "</LinearRing></outerBoundaryIs></Polygon>",
                        "no closed ring"))) {
            String good = "<Point><coordinates>\n 30,50,0 </coordinates></Point>";
            assertSecondFails(
                    "b.kml",
                    "<kml><Document><Placemark><name>first</name>" + good + "</Placemark><Placemark>" + bad.get(0)
                            + "<name>second</name></Placemark><Placemark><name>third</name>" + good
                            + "</Placemark></Document></kml>",
                    bad.get(1),
                    "coordinates");
        }
    }

    @Test
    void positionsOfGpx() throws IOException {
        for (String bad : List.of(
                "<wpt lat=\"abc\" lon=\"30\"><name>second</name></wpt>",
                "<trk><name>second</name><trkseg><trkpt lat=\"1\" lon=\"2\"/><trkpt lat=\"abc\" lon=\"2\"/>"
                        + "<trkpt lat=\"1\" lon=\"3\"/></trkseg></trk>")) {
            assertSecondFails(
                    "c.gpx",
                    "<gpx><wpt lat=\"50\" lon=\"30\"><name>first</name></wpt>" + bad
                            + "<wpt lat=\"50\" lon=\"30\"><name>third</name></wpt></gpx>",
                    "abc",
                    "second");
        }
    }

    @Test
    void halfCharacters() throws IOException {
        assertSecondFails(
                "d.json",
                "[{\"statement\":\"first\"},{\"statement\":\"second \\ud800\"},{\"statement\":\"third\"}]",
                "half a character",
                "second \\ud800");
        assertSecondFails(
                "e.json",
                "[{\"title\":\"first\",\"q\":\"\"},{\"title\":\"second\",\"q\":\"\\ude00\\ud83d\"},"
                        + "{\"title\":\"third\",\"q\":\"\\ud83d\\ude00\"}]",
                "half a character",
                "\\ude00\\ud83d");
    }

    private static String own(String name, String geometry, String... quotes) {
        StringBuilder all = new StringBuilder();
        for (String quote : quotes) {
            all.append(all.isEmpty() ? "" : ",")
                    .append("{\"uuid\":\"")
                    .append(UUID.randomUUID())
                    .append("\",\"exact\":\"")
                    .append(quote)
                    .append("\"}");
        }
        return "{\"uuid\":\"" + UUID.randomUUID() + "\",\"statement\":\"" + name
                + "\",\"place\":{\"name\":\"\",\"precision\":\"exact\",\"radiusMetres\":1,\"geometry\":" + geometry
                + "},\"quotes\":[" + all + "]}";
    }

    @Test
    void claimsOfABoard() throws IOException {
        String good = "{\"type\":\"Point\",\"coordinates\":[29.1,51.2]}";
        String bad = "{\"type\":\"Point\",\"coordinates\":[]}";
        assertSecondFails(
                "f.json",
                "[" + own("first", good) + "," + own("second", bad) + "," + own("third", good) + "]",
                "no pair of numbers",
                "coordinates");
    }

    /** So that it can be brought in when it is mended. */
    @Test
    void aClaimOfABoardFailsWithAllOfItsQuotes() throws IOException {
        String point = "{\"type\":\"Point\",\"coordinates\":[29.1,51.2]}";
        Path file = Files.writeString(
                folder.resolve("g.json"), "[" + own("first", point) + "," + own("second", point, "a", "\\ud800") + "]");
        Arrived arrived = Import.open(file, Mapping.GUESSED).into(board, Untold.PROGRESS);
        assertEquals(List.of("first"), statements());
        assertEquals(2, arrived.failed(), "rows");
    }
}
