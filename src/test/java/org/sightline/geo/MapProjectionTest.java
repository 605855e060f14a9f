package org.sightline.geo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.sightline.DomainException;
import org.sightline.geo.BaseMap.Detail;
import org.sightline.geo.BaseMap.Layer;

class MapProjectionTest {
    private static final Envelope WORLD = new Envelope(-180, 180, -90, 90);

    @Test
    void noFittedProjectionHasALongerNameThanTheWidest() {
        List<String> forms = MapProjection.widestNames().stream()
                .map(name -> name.replaceAll("[0-9]+", "#").replaceAll("\\b[NSEW]\\b", "@"))
                .toList();
        java.util.Random random = new java.util.Random(7);
        for (int i = 0; i < 2000; i++) {
            double west = random.nextDouble() * 360 - 180;
            double south = random.nextDouble() * 178 - 89;
            double width = Math.pow(10, random.nextDouble() * 4.5 - 2);
            double height = Math.pow(10, random.nextDouble() * 4.2 - 2);
            String name = MapProjection.fittedTo(
                            new Envelope(west, west + Math.min(360, width), south, Math.min(89.9, south + height)))
                    .name();
            int form = forms.indexOf(name.replaceAll("[0-9]+", "#").replaceAll("\\b[NSEW]\\b", "@"));
            assertTrue(form >= 0, name);
            assertTrue(name.length() <= MapProjection.widestNames().get(form).length(), name);
        }
    }

    @Test
    void webMercatorIsTheOneOfTheRegistry() {
        double[] xy = new double[2];
        MapProjection.webMercator().project(29.1544, 51.81363, xy, 0);
        // EPSG:3857 of Yelsk, by PROJ
        assertEquals(3245453.0, xy[0], 0.5);
        MapProjection.webMercator().project(180, 85.0511287798066, xy, 0);
        assertEquals(20037508.342789244, xy[0], 1e-6);
        assertEquals(20037508.342789244, xy[1], 1e-3);
        MapProjection.webMercator().project(0, 90, xy, 0);
        assertTrue(Double.isNaN(xy[1]));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "23, 33, 51, 56.5 | Lambert conformal conic, 51.9-55.6 N",
                "28, 31, 47, 56 | transverse Mercator, 29.5 E",
                "-70, -50, -5, 5 | Mercator, true to scale at 0.0 N",
                "-10, 60, 35, 71 | Lambert conformal conic, 41.0-65.0 N",
                "-20, 55, -35, 37 | Lambert azimuthal equal area, 1.0 N 17.5 E",
                "-180, 180, -60, 80 | Equal Earth",
                "-180, 180, 65, 90 | Lambert azimuthal equal area, north pole",
                "170, 190, -20, -12 | Lambert conformal conic, 13.3-18.7 S",
                "140, 150, -44, -39 | Lambert conformal conic, 39.8-43.2 S",
            })
    void theProjectionFitsTheExtent(String extent, String name) {
        double[] e = java.util.Arrays.stream(extent.split(", "))
                .mapToDouble(Double::parseDouble)
                .toArray();
        Envelope envelope = new Envelope(e[0], e[1], e[2], e[3]);
        MapProjection projection = MapProjection.fittedTo(envelope);
        assertEquals(name, projection.name());
        double[] there = new double[2];
        double[] back = new double[2];
        for (int i = 0; i <= 10; i++) {
            for (int j = 0; j <= 10; j++) {
                double lon = Math.IEEEremainder(e[0] + (e[1] - e[0]) * i / 10, 360);
                double lat = Math.clamp(e[2] + (e[3] - e[2]) * j / 10, -89.9, 89.9);
                projection.project(lon, lat, there, 0);
                assertFalse(Double.isNaN(there[0]), lon + " " + lat);
                projection.unproject(there[0], there[1], back, 0);
                assertTrue(
                        Geodesic.distance(lon, lat, Math.clamp(back[0], -180, 180), back[1]) < 0.01, lon + " " + lat);
            }
        }
    }

    @Test
    void scaleIsTrueToOnePercentOverACountry() {
        MapProjection projection = MapProjection.fittedTo(new Envelope(23, 33, 51, 56.5));
        for (double lon = 23; lon <= 33; lon++) {
            for (double lat = 51; lat <= 56; lat++) {
                assertEquals(1, projection.scaleFactor(lon, lat), 0.005);
            }
        }
        // on the sphere it would be 1 / cos(60) = 2; the ellipsoid adds a little
        assertEquals(2, MapProjection.webMercator().scaleFactor(20, 60), 0.01);
    }

    @ParameterizedTest
    @CsvSource({
        "23, 33, 51, 56.5",
        "28, 31, 47, 56",
        "-20, 55, -35, 37",
        "-180, 180, -60, 80",
        "-180, 180, 65, 90",
        "170, 190, -20, -12"
    })
    void theWholeBaseMapCanBeProjected(double west, double east, double south, double north) {
        MapProjection projection = MapProjection.fittedTo(new Envelope(west, east, south, north));
        for (Layer layer : List.of(Layer.LAND, Layer.COUNTRIES, Layer.BORDERS, Layer.RIVERS)) {
            for (BaseMap.Feature part : BaseMap.features(layer, Detail.M110, WORLD)) {
                Geometry plane = projection.project(part.geometry());
                for (Coordinate c : plane.getCoordinates()) {
                    assertTrue(Double.isFinite(c.x) && Double.isFinite(c.y), layer + " " + part.attributes());
                    assertTrue(Math.abs(c.x) < 5e7 && Math.abs(c.y) < 5e7, layer + " " + part.attributes() + c);
                }
            }
        }
    }

    @Test
    void longEdgesFollowTheParallel() {
        MapProjection projection = MapProjection.fittedTo(new Envelope(-125, -66, 25, 50));
        Geometry parallel = LayerFile.GEOMETRY.createLineString(
                new Coordinate[] {new Coordinate(-120, 49), new Coordinate(-95, 49)});
        Geometry plane = projection.project(parallel);
        assertTrue(plane.getNumPoints() >= 25);
    }

    @Test
    void registryCodesAreReadWithEastingFirstAndInMetres() {
        double[] xy = new double[2];
        MapProjection.epsg(32635).project(29.1544, 51.81363, xy, 0);
        Utm utm = Utm.of(new Position(51.81363, 29.1544));
        assertEquals(utm.easting(), xy[0], 0.001);
        assertEquals(utm.northing(), xy[1], 0.001);
        // New York Long Island, in US survey feet; its false easting is 300 km
        MapProjection.epsg(2263).project(-74, 40.1666666667, xy, 0);
        assertEquals(300_000, xy[0], 5);
    }

    @Test
    void codesThatAreNoProjectionAreNamed() {
        DomainException unknown = assertThrows(DomainException.class, () -> MapProjection.epsg(999_999));
        assertTrue(String.valueOf(unknown.getMessage()).contains("EPSG:999999"));
        DomainException degrees = assertThrows(DomainException.class, () -> MapProjection.epsg(4326));
        assertTrue(String.valueOf(degrees.getMessage()).contains("not a projected system"), degrees.getMessage());
    }

    @Test
    void clippingKeepsWhatIsInside() {
        Envelope frame = new Envelope(0, 10, 0, 10);
        Geometry line = LayerFile.GEOMETRY.createLineString(new Coordinate[] {
            new Coordinate(-5, 5),
            new Coordinate(5, 5),
            new Coordinate(5, 15),
            new Coordinate(8, 15),
            new Coordinate(8, 5)
        });
        List<Geometry> parts = Clipping.parts(line, frame);
        assertEquals(2, parts.size());
        assertEquals(10, parts.get(0).getLength(), 1e-9);
        assertEquals(5, parts.get(1).getLength(), 1e-9);
        Geometry square = LayerFile.GEOMETRY.toGeometry(new Envelope(5, 15, 5, 15));
        assertEquals(25, Clipping.parts(square, frame).getFirst().getArea(), 1e-9);
        assertTrue(Clipping.parts(LayerFile.GEOMETRY.toGeometry(new Envelope(20, 30, 0, 5)), frame)
                .isEmpty());
    }

    @Test
    void aSystemThatCannotShowTheExtentSaysWhatItIsFor() {
        Envelope belarus = new Envelope(23, 33, 51, 56.5);
        assertEquals(
                "WGS 84 / UTM zone 35N (EPSG:32635)",
                MapProjection.epsg(32635, belarus).name());
        DomainException far =
                assertThrows(DomainException.class, () -> MapProjection.epsg(32635, new Envelope(23, 110, 51, 56)));
        assertTrue(
                String.valueOf(far.getMessage()).contains("for longitudes 24 to 30 and latitudes 0 to 84"),
                far.getMessage());
        assertThrows(DomainException.class, () -> MapProjection.epsg(3857, new Envelope(0, 10, 80, 90)));
        // polar stereographic, and one that crosses the antimeridian
        MapProjection.epsg(3031, new Envelope(-180, 180, -90, -65));
        MapProjection.epsg(3832, new Envelope(170, 190, -20, 20));
    }

    @Test
    void aFamilyIsFittedToTheExtent() {
        Envelope belarus = new Envelope(23, 33, 51, 56.5);
        assertEquals(
                "Lambert azimuthal equal area, 53.8 N 28.0 E",
                MapProjection.fittedTo(belarus, MapProjection.Family.AZIMUTHAL).name());
        assertEquals(
                "transverse Mercator, 28.0 E",
                MapProjection.fittedTo(belarus, MapProjection.Family.TRANSVERSE_MERCATOR)
                        .name());
        assertEquals(
                MapProjection.fittedTo(belarus).name(),
                MapProjection.fittedTo(belarus, MapProjection.Family.CONIC).name());
        DomainException equator = assertThrows(
                DomainException.class,
                () -> MapProjection.fittedTo(new Envelope(0, 20, -8, 8), MapProjection.Family.CONIC));
        assertTrue(String.valueOf(equator.getMessage()).contains("not for the equator"), equator.getMessage());
    }

    @Test
    void systemsAreFoundByCodeAndName() {
        assertEquals(32635, ProjectionNames.find("EPSG:32635", 3).getFirst().code());
        assertTrue(ProjectionNames.find("utm 35n wgs 84", 3).stream().anyMatch(named -> named.code() == 32635));
        assertTrue(ProjectionNames.find("no such system", 3).isEmpty());
    }

    @Test
    void aPointBesideThePlaneIsNothingToWarnOf() {
        List<LogRecord> told = new ArrayList<>();
        Handler ear = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                told.add(entry);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger.getLogger("org.geotools").addHandler(ear);
        try {
            MapProjection.fittedTo(WORLD).unproject(17_000_000, 8_000_000, new double[2], 0);
        } finally {
            Logger.getLogger("org.geotools").removeHandler(ear);
        }
        assertTrue(told.isEmpty(), told.toString());
    }
}
