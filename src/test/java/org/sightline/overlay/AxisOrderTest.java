package org.sightline.overlay;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which coordinate comes first, and in what system: as files have it, whatever the registry says. */
class AxisOrderTest {
    private static final double[] PLACE = {28.5, 51.5};

    @TempDir
    Path folder;

    private double[] points(String name, String content) throws IOException {
        return Reading.features(Files.writeString(folder.resolve(name), content))
                .shapes()
                .points();
    }

    private static String geoJson(String crs, String coordinates, boolean crsLast) {
        String member = "\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"" + crs + "\"}}";
        String features = "\"features\":[{\"type\":\"Feature\",\"properties\":{},\"geometry\":{\"type\":\"Point\","
                + "\"coordinates\":" + coordinates + "}}]";
        return "{\"type\":\"FeatureCollection\"," + (crsLast ? features + "," + member : member + "," + features) + "}";
    }

    @ParameterizedTest
    @ValueSource(strings = {"urn:ogc:def:crs:OGC:1.3:CRS84", "urn:ogc:def:crs:EPSG::4326", "EPSG:4326"})
    void longitudesComeFirstInGeoJsonWhateverItsOldMemberNames(String crs) throws IOException {
        for (boolean last : new boolean[] {false, true}) {
            assertArrayEquals(PLACE, points("a.geojson", geoJson(crs, "[28.5,51.5]", last)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"urn:ogc:def:crs:EPSG::32635", "EPSG:32635", "urn:ogc:def:crs:EPSG:6.18:32635"})
    void theOldMemberOfGeoJsonIsTakenWhereverItStands(String crs) throws IOException {
        for (boolean last : new boolean[] {false, true}) {
            double[] found = points("a.geojson", geoJson(crs, "[510635,5740412]", last));
            assertEquals(27.15, found[0], 0.01);
            assertEquals(51.82, found[1], 0.01);
        }
    }

    @Test
    void eastingsComeFirstAlsoWhereTheRegistryHasNorthingsFirst() throws IOException {
        // Gauss-Krueger zone 5: the registry says northing, easting
        double[] found = points("a.geojson", geoJson("EPSG:28405", "[5466000,5710000]", false));
        assertEquals(26.5, found[0], 0.1);
        assertEquals(51.5, found[1], 0.1);
    }

    @Test
    void aSystemThatNobodyKnowsIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("a.geojson"), geoJson("urn:x:nonsense", "[28.5,51.5]", false));
        assertTrue(Reading.refusal(file).contains("urn:x:nonsense"), Reading.refusal(file));
    }

    @Test
    void aTableNamesItsColumnsInAnyOrder() throws IOException {
        assertArrayEquals(PLACE, points("a.csv", "lat,lon,name\n51.5,28.5,A\n"));
        assertArrayEquals(PLACE, points("b.csv", "name;longitude;latitude\nA;28,5;51,5\n"));
    }

    @Test
    void kmlAndGpxHaveOneOrder() throws IOException {
        assertArrayEquals(
                PLACE,
                points(
                        "a.kml",
                        "<kml><Placemark><Point><coordinates>28.5,51.5,0</coordinates></Point></Placemark></kml>"));
        assertArrayEquals(PLACE, points("a.gpx", "<gpx><wpt lon='28.5' lat='51.5'/></gpx>"));
    }

    private Path shapefile(double x, double y) throws IOException {
        ByteBuffer all = ByteBuffer.allocate(128);
        all.putInt(0, 9994).putInt(24, 64);
        all.order(ByteOrder.LITTLE_ENDIAN).putInt(28, 1000).putInt(32, 1);
        all.order(ByteOrder.BIG_ENDIAN).putInt(100, 1).putInt(104, 10);
        all.order(ByteOrder.LITTLE_ENDIAN).putInt(108, 1).putDouble(112, x).putDouble(120, y);
        return Files.write(folder.resolve("a.shp"), all.array());
    }

    @Test
    void aShapefileIsInWhatItsCompanionSays() throws IOException {
        Path file = shapefile(28.5, 51.5);
        Overlay.Features alone = Reading.features(file);
        assertArrayEquals(PLACE, alone.shapes().points());
        assertTrue(
                alone.notes().toString().contains("taken for degrees"),
                alone.notes().toString());
        Files.writeString(
                folder.resolve("a.prj"),
                "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137,298.257223563]],"
                        + "PRIMEM[\"Greenwich\",0],UNIT[\"Degree\",0.0174532925199433]]");
        assertArrayEquals(PLACE, Reading.features(file).shapes().points());
        Files.writeString(folder.resolve("a.prj"), "PROJCS[\"cut off");
        assertTrue(Reading.refusal(file).contains("is not known"), Reading.refusal(file));
    }

    @Test
    void aShapefileInMetresWithoutItsCompanionIsRefused() throws IOException {
        String refusal = Reading.refusal(shapefile(510635, 5740412));
        assertTrue(refusal.contains("no coordinate system") && refusal.contains("EPSG:32635"), refusal);
    }
}
