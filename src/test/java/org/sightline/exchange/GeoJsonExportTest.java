package org.sightline.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

class GeoJsonExportTest {
    private final Evidence evidence = new Evidence();

    @Test
    void featuresCarryTheClaimItsQuotesAndItsPlace() throws IOException {
        evidence.claim("Trucks", Optional.of(Evidence.wkt("POINT (29.1544 51.81363)")), "12 trucks");
        JsonNode collection = exported();
        assertEquals("FeatureCollection", collection.get("type").asText());
        JsonNode feature = collection.get("features").get(0);
        assertEquals("Feature", feature.get("type").asText());
        assertEquals("[29.1544,51.81363]", feature.at("/geometry/coordinates").toString());
        JsonNode quote = feature.at("/properties/quotes/0");
        assertEquals("12 trucks", quote.get("exact").asText());
        assertTrue(quote.get("intact").asBoolean());
        assertEquals(evidence.capture.sha256(), quote.get("captureSha256").asText());
        assertEquals("=Notebook", quote.get("publisher").asText());
        assertEquals("BY", feature.at("/properties/place/country").asText());
        assertFalse(feature.at("/properties/place").has("geometry"));
    }

    @Test
    void claimWithoutAPlaceHasANullGeometry() throws IOException {
        evidence.claim("Nowhere", Optional.empty(), "12 trucks");
        JsonNode feature = exported().get("features").get(0);
        assertTrue(feature.has("geometry") && feature.get("geometry").isNull());
        assertFalse(exported().has("bbox"));
    }

    @Test
    void boxHoldsAllFeatures() throws IOException {
        evidence.claim("A", Optional.of(Evidence.wkt("POINT (10 20)")), "12 trucks");
        evidence.claim("B", Optional.of(Evidence.wkt("LINESTRING (-5 0, 3 40)")), "12 trucks");
        assertEquals("[-5.0,0.0,10.0,40.0]", exported().get("bbox").toString());
    }

    @Test
    void boxAcrossTheAntimeridianHasItsWestEastOfItsEast() throws IOException {
        evidence.claim("A", Optional.of(Evidence.wkt("POINT (179 0)")), "12 trucks");
        evidence.claim("B", Optional.of(Evidence.wkt("POINT (-178 1)")), "12 trucks");
        assertEquals("[179.0,0.0,-178.0,1.0]", exported().get("bbox").toString());
    }

    @Test
    void boardWithoutClaimsIsAnEmptyCollection() throws IOException {
        assertEquals(0, exported().get("features").size());
    }

    @Test
    void lineIsCutAtTheAntimeridian() {
        Geometry cut = GeoJsonGeometry.conforming(Evidence.wkt("LINESTRING (170 10, -170 20)"));
        assertEquals("MULTILINESTRING ((170 10, 180 15), (-180 15, -170 20))", cut.toText());
    }

    @Test
    void lineThatOnlyTouchesTheAntimeridianStaysWhole() {
        Geometry line = Evidence.wkt("LINESTRING (170 10, 180 20)");
        assertEquals(line.toText(), GeoJsonGeometry.conforming(line).toText());
    }

    @Test
    void areaIsCutAtTheAntimeridian() {
        Geometry cut = GeoJsonGeometry.conforming(Evidence.wkt("POLYGON ((170 0, -170 0, -170 10, 170 10, 170 0))"));
        assertEquals(2, cut.getNumGeometries());
        assertEquals(200, cut.getArea(), 1e-9);
        for (int i = 0; i < 2; i++) {
            assertTrue(Orientation.isCCW(
                    ((Polygon) cut.getGeometryN(i)).getExteriorRing().getCoordinates()));
        }
    }

    @Test
    void outerRingsRunCounterClockwiseAndHolesClockwise() {
        Polygon turned = (Polygon) GeoJsonGeometry.conforming(
                Evidence.wkt("POLYGON ((0 0, 0 9, 9 9, 9 0, 0 0), (1 1, 2 1, 2 2, 1 2, 1 1))"));
        assertTrue(Orientation.isCCW(turned.getExteriorRing().getCoordinates()));
        assertFalse(Orientation.isCCW(turned.getInteriorRingN(0).getCoordinates()));
    }

    private JsonNode exported() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        GeoJsonExport.write(evidence.dossier(), out, Untold.PROGRESS);
        return new ObjectMapper().readTree(out.toByteArray());
    }
}
