package org.sightline.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.sightline.board.Board;
import org.sightline.board.ClaimQuery;
import org.sightline.board.Snapshot;
import org.sightline.claim.Claim;

/** GeoJSON by the sections of RFC 7946. */
class Rfc7946Test {
    private static final Set<String> TYPES = Set.of(
            "Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon", "GeometryCollection");

    @TempDir
    Path folder;

    private static JsonNode written(Handover claims) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        GeoJsonExport.write(claims, out, Untold.PROGRESS);
        return new ObjectMapper().readTree(out.toByteArray());
    }

    private static JsonNode geometry(String wkt) throws IOException {
        Evidence evidence = new Evidence().claim("A", Optional.of(Evidence.wkt(wkt)), "12 trucks");
        return written(Handover.of(evidence.dossier())).at("/features/0/geometry");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whatAnyBoardBecomesHasTheFormOfSections3To5(long seed) throws IOException {
        try (Board board = RandomBoard.make(folder.resolve("b.gpkg"), seed, 120);
                Snapshot snapshot = board.snapshot()) {
            JsonNode all = written(BoardHandover.of(snapshot, snapshot.claimIds(ClaimQuery.ALL)));
            assertEquals("FeatureCollection", all.get("type").asText());
            assertFalse(all.has("crs"), "section 4: the reference system of old is gone");
            Set<String> ids = new HashSet<>();
            for (JsonNode feature : all.get("features")) {
                assertEquals("Feature", feature.get("type").asText());
                assertTrue(feature.has("geometry") && feature.get("properties").isObject());
                assertFalse(feature.has("coordinates") || feature.has("geometries") || feature.has("features"));
                assertTrue(ids.add(feature.get("id").asText()), "an id is one feature's");
                assertFalse(feature.has("crs"));
                if (!feature.get("geometry").isNull()) {
                    assertForm(feature.get("geometry"), true);
                }
            }
            List<Claim> claims = snapshot.claims(ClaimQuery.ALL);
            claims.forEach(claim -> assertTrue(ids.contains(claim.uuid().toString())));
            assertEquals(claims.size(), ids.size());
            assertBox(all.get("bbox"));
        }
    }

    private static void assertForm(JsonNode geometry, boolean mayCollect) {
        String type = geometry.get("type").asText();
        assertTrue(TYPES.contains(type), type);
        assertFalse(geometry.has("geometry") || geometry.has("properties") || geometry.has("features"));
        if (type.equals("GeometryCollection")) {
            assertTrue(mayCollect, "section 3.1.8: no collection in a collection");
            geometry.get("geometries").forEach(part -> assertForm(part, false));
        } else {
            switch (type) {
                case "LineString" -> assertTrue(geometry.get("coordinates").size() >= 2);
                case "Polygon" -> assertRings(geometry.get("coordinates"));
                case "MultiPolygon" -> geometry.get("coordinates").forEach(Rfc7946Test::assertRings);
                default -> {}
            }
            assertPositions(geometry.get("coordinates"));
        }
    }

    /** Of two numbers within the world; the antimeridian is not jumped over. */
    private static void assertPositions(JsonNode node) {
        if (node.get(0).isNumber()) {
            assertEquals(2, node.size());
            assertTrue(Math.abs(node.get(0).asDouble()) <= 180
                    && Math.abs(node.get(1).asDouble()) <= 90);
            return;
        }
        node.forEach(Rfc7946Test::assertPositions);
        for (int i = 1; node.get(0).get(0).isNumber() && i < node.size(); i++) {
            double step = node.get(i).get(0).asDouble() - node.get(i - 1).get(0).asDouble();
            assertTrue(Math.abs(step) <= 180 || isEdge(node.get(i)) && isEdge(node.get(i - 1)), node.toString());
        }
    }

    private static boolean isEdge(JsonNode position) {
        return Math.abs(position.get(0).asDouble()) == 180;
    }

    private static void assertRings(JsonNode rings) {
        for (int i = 0; i < rings.size(); i++) {
            JsonNode ring = rings.get(i);
            assertTrue(ring.size() >= 4, "section 3.1.6");
            assertEquals(ring.get(0), ring.get(ring.size() - 1));
            assertEquals(i == 0, area(ring) > 0, "the right-hand rule");
        }
    }

    private static double area(JsonNode ring) {
        double sum = 0;
        double west = ring.get(0).get(0).asDouble();
        double south = ring.get(0).get(1).asDouble();
        for (int i = 1; i < ring.size(); i++) {
            JsonNode a = ring.get(i - 1);
            JsonNode b = ring.get(i);
            sum += (a.get(0).asDouble() - west) * (b.get(1).asDouble() - south)
                    - (b.get(0).asDouble() - west) * (a.get(1).asDouble() - south);
        }
        return sum;
    }

    /** Section 5: west, south, east, north. */
    private static void assertBox(JsonNode box) {
        assertEquals(4, box.size());
        assertTrue(box.get(1).asDouble() <= box.get(3).asDouble());
        for (int i = 0; i < 4; i++) {
            assertTrue(Math.abs(box.get(i).asDouble()) <= (i % 2 == 0 ? 180 : 90));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LINESTRING (170 10, -170 20)                        | MultiLineString",
                "LINESTRING (-170 20, 170 10, -170 0)                | MultiLineString",
                "LINESTRING (180 10, -170 20)                        | LineString",
                "LINESTRING (170 0, 180 0, -170 0)                   | MultiLineString",
                "POLYGON ((170 0, -170 0, -170 10, 170 10, 170 0))   | MultiPolygon",
                "POLYGON ((170 0, 170 10, 180 10, 180 0, 170 0))     | Polygon",
                "POLYGON ((-180 0, -180 10, -170 10, -170 0, -180 0))| Polygon",
            })
    void whatCrossesTheAntimeridianIsCutThere(String wkt, String type) throws IOException {
        JsonNode cut = geometry(wkt);
        assertEquals(type, cut.get("type").asText(), cut.toString());
        assertForm(cut, true);
    }

    @Test
    void aHoleAcrossTheAntimeridianIsCutWithItsArea() {
        Geometry cut = GeoJsonGeometry.conforming(Evidence.wkt("POLYGON ((170 -10, -170 -10, -170 10, 170 10, 170 -10),"
                + " (175 -5, 175 5, -175 5, -175 -5, 175 -5))"));
        assertEquals(20 * 20 - 10 * 10, cut.getArea(), 1e-9);
        assertEquals(2, cut.getNumGeometries());
    }

    @Test
    void placesAtThePolesStayWhereTheyAre() throws IOException {
        assertEquals(
                "[180.0,90.0]", geometry("POINT (180 90)").get("coordinates").toString());
        assertEquals("[0.0,-90.0]", geometry("POINT (0 -90)").get("coordinates").toString());
        JsonNode cap = geometry("POLYGON ((-180 80, 180 80, 180 90, -180 90, -180 80))");
        assertTrue(cap.toString().contains("90.0"), cap.toString());
    }

    @Test
    void boxesAreThoseOfARoundWorld() throws IOException {
        assertEquals("[177.0,-20.0,-178.0,-16.0]", box("POINT (177 -20)", "POINT (-178 -16)"));
        assertEquals("[170.0,0.0,-170.0,10.0]", box("POLYGON ((170 0, -170 0, -170 10, 170 10, 170 0))"));
        assertEquals("[170.0,10.0,-170.0,20.0]", box("LINESTRING (170 10, -170 20)"));
        assertEquals("[-5.0,-5.0,5.0,90.0]", box("POINT (-5 90)", "POINT (5 -5)"));
        assertEquals("[29.0,51.0,29.0,51.0]", box("POINT (29 51)"));
    }

    private static String box(String... places) throws IOException {
        Evidence evidence = new Evidence();
        for (String wkt : places) {
            evidence.claim(wkt, Optional.of(Evidence.wkt(wkt)), "12 trucks");
        }
        return written(Handover.of(evidence.dossier())).get("bbox").toString();
    }

    /** Section 11.2 leaves the number of digits to the writer; no digit is made up, and none is lost. */
    @Test
    void positionsHaveTheDigitsThatTheyWereGiven() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Evidence evidence = new Evidence()
                .claim("A", Optional.of(Evidence.wkt("POINT (29.1544 51.81363)")), "12 trucks")
                .claim("B", Optional.of(Evidence.wkt("POINT (29.123456789012345 -0.1)")), "12 trucks");
        GeoJsonExport.write(evidence.dossier(), out, Untold.PROGRESS);
        String text = out.toString(java.nio.charset.StandardCharsets.UTF_8);
        assertTrue(text.contains("[29.1544,51.81363]"), text);
        assertTrue(
                Pattern.compile("\\[29\\.1234567890123\\d*,-0\\.1\\]")
                        .matcher(text)
                        .find(),
                text);
    }
}
