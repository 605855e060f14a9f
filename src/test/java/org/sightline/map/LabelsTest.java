package org.sightline.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Envelope;
import org.sightline.claim.PlacePrecision;
import org.sightline.geo.MapProjection;
import org.sightline.geo.Position;

/** Names on the map: free of one another, thinned by scale, steady. */
class LabelsTest {
    private static final Envelope WORLD = new Envelope(-170, 180, -56, 74);
    private static final Envelope BELARUS = new Envelope(23, 33, 51, 56.2);
    private static final MapContent EMPTY = MapContent.of(List.of());
    private static final LayerLook LOOK =
            new LayerLook(1, Color.RED, Color.RED, 0.2, 2, true, 0, Double.POSITIVE_INFINITY, "");

    @ParameterizedTest
    @CsvSource({"-170,180,-56,74", "-11,45,35,62", "23,33,49.5,56.2", "28.5,30,51.2,52.4"})
    void namesNeverOverlap(double west, double east, double south, double north) {
        MapClaims claims = new MapClaims();
        for (int i = 0; i < 12; i++) {
            claims.at(51.8 + i * 0.1, 28 + i * 0.2, PlacePrecision.TOWN);
        }
        MapView view = view(new Envelope(west, east, south, north));
        MapContent content = MapContent.of(claims.list()).spread();
        List<LabelPlacement.Placed> names = MapPainter.labels(view, content, MapTheme.LIGHT);

        assertTrue(names.size() > 2);
        for (LabelPlacement.Placed a : names) {
            for (LabelPlacement.Placed b : names) {
                assertTrue(
                        a.equals(b) || !a.box().intersects(b.box()),
                        a.label().text() + " and " + b.label().text());
            }
        }
    }

    @Test
    void namesKeepOffThePins() {
        MapClaims claims =
                new MapClaims().at(53.9, 27.5667, PlacePrecision.EXACT).at(52.43, 30.97, PlacePrecision.TOWN);
        MapView view = view(BELARUS);
        MapContent content = MapContent.of(claims.list()).spread();
        ClaimField field = ClaimField.of(view.projection(), content.claims());
        double radius = PinShape.radius(MapTheme.LIGHT);
        for (PinLayout.Pin pin :
                PinLayout.of(field, view, content, radius, false).pins()) {
            Rectangle2D head =
                    new Rectangle2D.Double(pin.headX() - radius, pin.headY() - radius, 2 * radius, 2 * radius);
            for (LabelPlacement.Placed name : MapPainter.labels(view, content, MapTheme.LIGHT)) {
                assertFalse(name.box().intersects(head), name.label().text());
            }
        }
    }

    @Test
    void noTownsNameIsCrossedByARoute() {
        MapView view = view(new Envelope(26.5, 33, 53, 55.5));
        MapContent content = MapContent.of(
                new MapClaims().along(false, 53.9, 27.57, 54.78, 32.05).list());
        ClaimField field = ClaimField.of(view.projection(), content.claims());
        List<LabelPlacement.Placed> towns = MapPainter.labels(view, content, MapTheme.LIGHT).stream()
                .filter(name -> name.label().mark() > 0)
                .toList();
        assertTrue(towns.size() > 10);
        for (LabelPlacement.Placed town : towns) {
            assertTrue(
                    field.routes(view).stream().noneMatch(town.box()::contains),
                    town.label().text());
        }
    }

    @Test
    void theWorldNamesCountriesAndGreatCitiesAndNoTowns() {
        Set<String> names = texts(view(WORLD));
        assertTrue(names.contains("BRAZIL"));
        assertTrue(names.contains("CHINA"));
        assertFalse(names.contains("Mazyr"));
        assertFalse(names.contains("Babruysk"));
        assertTrue(names.size() < 160, names.size() + " names are too many");
    }

    @Test
    void aCountryShowsItsTownsNearToAndNotFromAfar() {
        Set<String> far = texts(view(new Envelope(-11, 45, 35, 62)));
        Set<String> near = texts(view(BELARUS));
        assertTrue(far.contains("Minsk"));
        assertTrue(near.contains("Minsk"));
        assertTrue(near.contains("Babruysk"));
        assertFalse(far.contains("Babruysk"));
    }

    @Test
    void namesStandStillWhilePanning() {
        MapView before = view(BELARUS);
        MapView after = before.panned(43, -31);
        Map<String, Rectangle2D> first = boxes(before);
        Map<String, Rectangle2D> second = boxes(after);
        int same = 0;
        int seen = 0;
        for (Map.Entry<String, Rectangle2D> name : first.entrySet()) {
            Rectangle2D box = name.getValue();
            boolean well = box.getMinX() > 60 && box.getMaxX() < before.width() - 60;
            if (well && box.getMinY() > 60 && box.getMaxY() < before.height() - 60) {
                seen++;
                Rectangle2D moved = second.get(name.getKey());
                boolean still = moved != null
                        && Math.abs(moved.getX() - box.getX() - 43) < 0.1
                        && Math.abs(moved.getY() - box.getY() + 31) < 0.1;
                same += still ? 1 : 0;
            }
        }
        assertTrue(seen > 15);
        assertEquals(seen, same);
    }

    @Test
    void onAPageNamesAreNotCutByTheFrame() {
        MapView view = view(BELARUS);
        Rectangle2D page = new Rectangle2D.Double(0, 0, view.width(), view.height());
        for (LabelPlacement.Placed name : MapPainter.labels(view, EMPTY, MapTheme.PRINT)) {
            assertTrue(page.contains(name.box()), name.label().text());
        }
    }

    @Test
    void namesKeepClearOfThoseOfLayersAndOfWhatStandsAtTheEdge() {
        MapView view = view(BELARUS);
        ShapeLayer layer = new ShapeLayer(
                new Shapes(List.of(), List.of(), new double[] {27.56, 53.9, 27.57, 53.91}, List.of("Мінск", "Мінск 2")),
                LOOK);
        MapPainter painter = new MapPainter();
        BufferedImage image = new BufferedImage(view.width(), view.height(), BufferedImage.TYPE_INT_RGB);
        List<MapLayer.Name> names = painter.paintLayers(
                image.createGraphics(),
                view,
                List.of(layer, layer),
                MapTheme.LIGHT,
                MapPainter.Medium.RASTER,
                96,
                (l, e) -> {
                    throw e;
                });
        assertEquals(
                List.of("Мінск", "Мінск 2", "Мінск", "Мінск 2"),
                names.stream().map(MapLayer.Name::text).toList());
        List<Rectangle2D> kept = new MapEdge(view, MapTheme.LIGHT, List.of("Somebody who drew it")).boxes();
        assertEquals(2, kept.size());
        List<LabelPlacement.Placed> placed =
                MapPainter.labels(view, EMPTY, MapTheme.LIGHT, new GroundNames(kept, names));
        assertEquals("Мінск", placed.getFirst().label().text(), "names of layers come before the map's own");
        for (LabelPlacement.Placed name : placed) {
            assertTrue(
                    kept.stream().noneMatch(name.box()::intersects),
                    name.label().text());
            for (LabelPlacement.Placed other : placed) {
                assertTrue(
                        name.equals(other) || !name.box().intersects(other.box()),
                        name.label().text() + " over " + other.label().text());
            }
        }
        assertTrue(texts(view).size() > 15 && placed.size() > 15);
        assertTrue(
                MapPainter.labels(view, EMPTY, MapTheme.LIGHT).stream()
                        .anyMatch(name -> kept.stream().anyMatch(name.box()::intersects)),
                "some would stand there otherwise");
    }

    /** A pin over the place of a layer's name moves the name to another side of what it names. */
    @Test
    void namesOfLayersKeepClearOfPins() {
        MapView view = view(BELARUS);
        MapLayer.Name yard = new MapLayer.Name("Rail yard", 300, 200, 4);
        GroundNames ground = new GroundNames(List.of(), List.of(yard));
        Rectangle2D free = named(MapPainter.labels(view, EMPTY, MapTheme.LIGHT, ground), "Rail yard");
        assertTrue(free.getMinX() > 300, "beside it, to the right");
        Position under = view.position(320, 212).orElseThrow();
        MapContent pins = MapContent.of(new MapClaims()
                .at(under.lat(), under.lon(), PlacePrecision.EXACT)
                .list());
        Rectangle2D moved = named(MapPainter.labels(view, pins, MapTheme.LIGHT, ground), "Rail yard");
        assertTrue(moved.getMaxX() < 300, "to the left, for a pin stands at the right: " + moved);
    }

    private static Rectangle2D named(List<LabelPlacement.Placed> placed, String name) {
        return placed.stream()
                .filter(one -> one.label().text().equals(name))
                .findFirst()
                .orElseThrow()
                .box();
    }

    @Test
    void whatIsOwedIsWrittenInAsManyLinesAsItTakes() {
        MapView narrow = MapView.fit(MapProjection.webMercator(), BELARUS, 300, 200, 0);
        List<Rectangle2D> boxes = new MapEdge(narrow, MapTheme.LIGHT, List.of()).boxes();
        assertEquals(4, boxes.size(), "the bar, and three lines");
        for (Rectangle2D box : boxes) {
            assertTrue(new Rectangle2D.Double(0, 0, 300, 200).contains(box), box.toString());
            assertEquals(1, boxes.stream().filter(box::intersects).count(), box.toString());
        }
    }

    private static Set<String> texts(MapView view) {
        return boxes(view).keySet();
    }

    private static Map<String, Rectangle2D> boxes(MapView view) {
        Map<String, Rectangle2D> boxes = new HashMap<>();
        Rectangle2D page = new Rectangle2D.Double(0, 0, view.width(), view.height());
        MapPainter.labels(view, EMPTY, MapTheme.LIGHT).stream()
                .filter(name -> name.box().intersects(page))
                .collect(Collectors.toList())
                .forEach(name -> boxes.put(name.label().text(), name.box()));
        return boxes;
    }

    private static MapView view(Envelope degrees) {
        return MapView.fit(MapProjection.webMercator(), degrees, 1280, 800, 0);
    }
}
