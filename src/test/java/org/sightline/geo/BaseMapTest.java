package org.sightline.geo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.sightline.geo.BaseMap.Detail;
import org.sightline.geo.BaseMap.Feature;
import org.sightline.geo.BaseMap.Layer;

class BaseMapTest {
    private static final Envelope WORLD = new Envelope(-180, 180, -90, 90);

    @ParameterizedTest
    @EnumSource(Layer.class)
    void everyLayerHasFeaturesAtEveryDetail(Layer layer) {
        for (Detail detail : Detail.values()) {
            List<Feature> features = BaseMap.all(layer, detail);
            assertFalse(features.isEmpty(), layer + " " + detail);
            for (Feature feature : features) {
                assertTrue(WORLD.covers(feature.geometry().getEnvelopeInternal()), layer + " " + feature.attributes());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Layer.class,
            names = {"LAND", "COUNTRIES", "LAKES", "PROVINCES"})
    void noShapeCrossesTheAntimeridian(Layer layer) {
        for (Detail detail : Detail.values()) {
            for (Feature feature : BaseMap.features(layer, detail, WORLD)) {
                Coordinate[] ring =
                        ((Polygon) feature.geometry()).getExteriorRing().getCoordinates();
                for (int i = 1; i < ring.length; i++) {
                    boolean alongPole = ring[i].y < -89;
                    assertTrue(
                            alongPole || Math.abs(ring[i].x - ring[i - 1].x) < 180,
                            layer + " " + detail + " " + ring[i - 1] + " " + ring[i]);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Simferopol, 34.11079, 44.95719, UA, M50",
        "Simferopol, 34.11079, 44.95719, UA, M110",
        "Simferopol, 34.11079, 44.95719, UA, M10",
        "Sevastopol, 33.52134, 44.60795, UA, M10",
        "Sevastopol, 33.52134, 44.60795, UA, M50",
        "Kerch, 36.47542, 45.35675, UA, M10",
        "Kerch, 36.47542, 45.35675, UA, M50",
        "Krasnodar, 38.97603, 45.04484, RU, M10",
        "Krasnodar, 38.97603, 45.04484, RU, M110",
        "Taman peninsula, 37.0, 45.2, RU, M10",
        "Taman peninsula, 37.0, 45.2, RU, M50",
        "Yelsk, 29.1544, 51.81363, BY, M110",
        "north Cyprus, 33.5, 35.3, CY, M10",
        "Laayoune, -13.2, 27.15, EH, M110",
        "Laayoune, -13.18, 27.15, EH, M10",
        "east of the berm, -9.5, 26.5, EH, M50",
        "the Golan, 35.78, 33.0, SY, M10",
        "the Golan, 35.78, 33.0, SY, M50",
        "the Golan, 35.78, 33.0, SY, M110",
        "upper Galilee, 35.52, 32.95, IL, M10",
        "Hargeisa, 44.065, 9.56, SO, M10",
        "Baikonur, 63.3, 45.9, KZ, M10",
        "Chukotka beyond the antimeridian, -172, 66, RU, M10",
        "near the south pole, 0, -89, AQ, M50",
    })
    void countriesFollowTheGeneralAssembly(String place, double lon, double lat, String iso, Detail detail) {
        Coordinate point = new Coordinate(lon, lat);
        Set<String> found = new HashSet<>();
        for (Feature part : BaseMap.features(Layer.COUNTRIES, detail, new Envelope(point))) {
            if (SimplePointInAreaLocator.locate(point, part.geometry()) == Location.INTERIOR) {
                found.add(part.attribute("iso"));
            }
        }
        assertEquals(Set.of(iso), found, place);
    }

    @ParameterizedTest
    @CsvSource({"BY", "MA", "EH", "IL", "SY", "LB", "CY", "SO"})
    void shapesStaySoundWhenLandIsReassigned(String iso) {
        for (Detail detail : List.of(Detail.M110, Detail.M50, Detail.M10)) {
            Geometry shape = BaseMap.country(iso, detail).orElseThrow().geometry();
            for (int i = 0; i < shape.getNumGeometries(); i++) {
                IsValidOp check = new IsValidOp(shape.getGeometryN(i));
                assertTrue(check.isValid(), iso + " " + detail + " " + check.getValidationError());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Detail.class)
    void noBorderIsDrawnBetweenCrimeaAndTheRestOfUkraine(Detail detail) {
        Envelope isthmus = new Envelope(33.0, 35.5, 45.7, 46.4);
        for (Feature part : BaseMap.features(Layer.BORDERS, detail, isthmus)) {
            for (Coordinate c : part.geometry().getCoordinates()) {
                assertFalse(isthmus.contains(c), part.attributes() + " at " + c);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Detail.class,
            names = {"M110", "M50", "M10"})
    void bordersRunAlongTheCountriesTheyName(Detail detail) {
        for (Feature border : BaseMap.all(Layer.BORDERS, detail)) {
            if (!border.attribute("left").equals("BY")
                    && !border.attribute("right").equals("BY")) {
                continue;
            }
            Set<Coordinate> belarus =
                    vertices(BaseMap.country("BY", detail).orElseThrow().geometry());
            for (Coordinate c : border.geometry().getCoordinates()) {
                assertTrue(belarus.contains(c), border.attributes() + " at " + c);
            }
        }
    }

    @Test
    void theSameCallGivesTheSamePartsAgain() {
        Envelope belarus = new Envelope(23, 33, 51, 56.5);
        List<Feature> first = BaseMap.features(Layer.PROVINCES, Detail.M10, belarus);
        List<Feature> second = BaseMap.features(Layer.PROVINCES, Detail.M110, belarus);
        assertEquals(first.size(), second.size());
        for (int i = 0; i < first.size(); i++) {
            assertSame(first.get(i), second.get(i));
        }
        assertTrue(first.stream().anyMatch(f -> f.attribute("name").equals("Gomel")));
    }

    /** Pieces of two vertices would each begin a dash anew. */
    @Test
    void linesBetweenProvincesAreWholeAndSayHowWideThoseAre() {
        List<Feature> lines = BaseMap.features(Layer.PROVINCE_LINES, Detail.M10, WORLD);
        long vertices =
                lines.stream().mapToLong(f -> f.geometry().getNumPoints()).sum();
        assertTrue(vertices > 10L * lines.size(), vertices + " vertices in " + lines.size());

        assertEquals("64", widthOfLineAt(27.5, 52.55), "Minsk and Homyel regions");
        assertEquals("16", widthOfLineAt(27.55, 53.98), "Minsk and its region");
    }

    private static String widthOfLineAt(double lon, double lat) {
        Point place = new GeometryFactory().createPoint(new Coordinate(lon, lat));
        return BaseMap.features(Layer.PROVINCE_LINES, Detail.M10, new Envelope(lon - 1, lon + 1, lat - 1, lat + 1))
                .stream()
                .min(Comparator.comparingDouble(f -> f.geometry().distance(place)))
                .orElseThrow()
                .attribute("kilometres");
    }

    @Test
    void theCoarserLayersLoadQuickly() {
        LayerFile.read("/assets/map/land-110m.twkb.gz");
        long start = System.nanoTime();
        for (String layer : List.of("land", "countries", "borders", "control", "lakes", "rivers")) {
            LayerFile.read("/assets/map/" + layer + "-110m.twkb.gz");
            LayerFile.read("/assets/map/" + layer + "-50m.twkb.gz");
        }
        long coarse = (System.nanoTime() - start) / 1_000_000;
        start = System.nanoTime();
        LayerFile.read("/assets/map/land-10m.twkb.gz");
        LayerFile.read("/assets/map/countries-10m.twkb.gz");
        long fine = (System.nanoTime() - start) / 1_000_000;
        // it takes some 10 and 30 ms; the machine may be busy with other things
        assertTrue(coarse < 1000 && fine < 3000, coarse + " ms, " + fine + " ms");
    }

    private static Set<Coordinate> vertices(Geometry geometry) {
        return new HashSet<>(List.of(geometry.getCoordinates()));
    }
}
