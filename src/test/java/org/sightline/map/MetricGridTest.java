package org.sightline.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.sightline.geo.GridReference;
import org.sightline.geo.MapProjection;
import org.sightline.geo.Position;

class MetricGridTest {
    private static MapView view(double west, double east, double south, double north) {
        Envelope extent = new Envelope(west, east, south, north);
        return MapView.fit(MapProjection.fittedTo(extent), extent, 600, 450, 0);
    }

    @Test
    void aSquareWhoseMiddleIsOutOfSightIsNamedAllTheSame() {
        MapView view = MapView.fit(MapProjection.webMercator(), new Envelope(29.1, 29.2, 51.78, 51.84), 900, 700, 0);
        BufferedImage image = new BufferedImage(900, 700, BufferedImage.TYPE_INT_RGB);
        Rectangle2D middle = new Rectangle2D.Double(300, 200, 300, 300);
        MetricGrid mgrs = MetricGrid.of(view, true).orElseThrow();
        mgrs.paint(image.createGraphics(), MapTheme.LIGHT);
        assertEquals(
                1,
                mgrs.figures(MapTheme.LIGHT).stream().filter(middle::contains).count(),
                "PT, and nothing else");
        MetricGrid utm = MetricGrid.of(view, false).orElseThrow();
        assertEquals(
                0, utm.figures(MapTheme.LIGHT).stream().filter(middle::contains).count());
    }

    @Test
    void aMapOverTwoZonesNamesBoth() {
        MetricGrid grid = MetricGrid.of(view(28, 32, 51, 53), true).orElseThrow();
        assertEquals(List.of(35, 36), List.copyOf(grid.zones()));
    }

    @Test
    void linesAreARoundNumberOfMetresApart() {
        assertEquals(
                5_000,
                MetricGrid.of(view(29, 29.6, 51.7, 52), true).orElseThrow().step());
    }

    @Test
    void noWordIsCutByTheMapsEdge() {
        Envelope fiji = new Envelope(175, 183, -21, -14);
        MapView view = MapView.fit(MapProjection.fittedTo(fiji), fiji, 1000, 800, 0);
        Rectangle2D frame = new Rectangle2D.Double(0, 0, 1000, 800);
        List<Rectangle2D> figures = MetricGrid.of(view, true).orElseThrow().figures(MapTheme.LIGHT);
        assertTrue(figures.size() > 40);
        figures.forEach(words -> assertTrue(frame.contains(words), words.toString()));
    }

    @Test
    void atAZonesBorderNoFigureLiesOverAnother() {
        for (double east : new double[] {31, 32, 34, 36, 37.5}) {
            List<Rectangle2D> figures = MetricGrid.of(view(east - 6, east, 50, 55), false)
                    .orElseThrow()
                    .figures(MapTheme.PRINT);
            assertTrue(figures.size() > 4);
            for (int i = 0; i < figures.size(); i++) {
                for (Rectangle2D after : figures.subList(i + 1, figures.size())) {
                    assertFalse(figures.get(i).intersects(after), figures.get(i) + " lies over " + after);
                }
            }
        }
    }

    @Test
    void aTownsMarkKeepsClearOfAFigure() {
        MapView view = view(26, 32, 50, 55);
        List<LabelPlacement.Placed> free = MapPainter.labels(view, MapContent.of(List.of()), MapTheme.PRINT);
        Label town = free.stream()
                .map(LabelPlacement.Placed::label)
                .filter(label -> label.mark() > 0)
                .findFirst()
                .orElseThrow();
        Rectangle2D figure = new Rectangle2D.Double(town.x() - 8, town.y() - 3, 8, 6);
        assertTrue(
                MapPainter.labels(
                                view,
                                MapContent.of(List.of()),
                                MapTheme.PRINT,
                                new GroundNames(List.of(figure), List.of()))
                        .stream()
                        .noneMatch(placed -> placed.label().text().equals(town.text())));
    }

    @Test
    void aContinentHasNoGrid() {
        assertTrue(MetricGrid.of(view(-10, 60, 30, 70), true).isEmpty());
    }

    @Test
    void aSquareIsNamedAsInACoordinate() {
        GridReference yelsk = GridReference.of(new Position(51.81363, 29.1544));
        assertEquals("35U PT", yelsk.square());
    }

    @Test
    void thePolesHaveAGridOfTheirOwn() {
        assertEquals(GridReference.POLAR, GridReference.of(new Position(85, 20)).zone());
        assertEquals("Z", GridReference.of(new Position(84, 20)).designator());
        assertEquals("B AN", GridReference.of(new Position(-90, 0)).square());
    }

    @Test
    void aCrossingGoesThereAndBack() {
        Position at = GridReference.position(35, false, 600_000, 5_700_000);
        GridReference back = GridReference.of(at);
        assertEquals(600_000, back.easting(), 0.01);
        assertEquals(5_700_000, back.northing(), 0.01);
    }
}
