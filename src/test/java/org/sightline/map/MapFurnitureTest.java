package org.sightline.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Envelope;
import org.sightline.claim.Category;
import org.sightline.claim.Modality;
import org.sightline.claim.PlacePrecision;
import org.sightline.claim.Status;
import org.sightline.geo.Geodesic;
import org.sightline.geo.MapProjection;
import org.sightline.geo.Position;

/** View arithmetic, scale bar, north arrow, graticule and legend. */
class MapFurnitureTest {

    @ParameterizedTest
    @CsvSource({"mercator,0,30", "mercator,54,28", "mercator,69,20", "fitted,54,28", "fitted,-33,151", "fitted,78,15"})
    void theScaleBarIsTrueAtTheMiddle(String projection, double lat, double lon) {
        Envelope extent = new Envelope(lon - 2, lon + 2, lat - 1.5, lat + 1.5);
        MapProjection plane =
                projection.equals("mercator") ? MapProjection.webMercator() : MapProjection.fittedTo(extent);
        MapView view = MapView.fit(plane, extent, 900, 600, 0);
        ScaleBar bar = ScaleBar.fitting(view, 200);
        Position left = view.position(450 - bar.pixels() / 2, 300).orElseThrow();
        Position right = view.position(450 + bar.pixels() / 2, 300).orElseThrow();
        assertEquals(bar.metres(), Geodesic.distance(left, right), bar.metres() * 0.01);
        assertTrue(bar.pixels() > 70 && bar.pixels() <= 200, bar.toString());
    }

    @Test
    void theScaleBarIsARoundNumber() {
        MapView view = MapView.fit(MapProjection.webMercator(), new Envelope(23, 33, 51, 56), 1280, 800, 0);
        assertEquals("100 km", ScaleBar.fitting(view, 160).label());
    }

    @Test
    void anExtentIsShownWhole() {
        Envelope extent = new Envelope(23, 33, 51, 56);
        MapView view = MapView.fit(MapProjection.fittedTo(extent), extent, 640, 480, 12);
        for (double[] corner : new double[][] {{51, 23}, {51, 33}, {56, 23}, {56, 33}}) {
            double[] at = view.screen(new Position(corner[0], corner[1]));
            assertTrue(at[0] >= 11.9 && at[0] <= 628.1 && at[1] >= 11.9 && at[1] <= 468.1);
        }
    }

    @Test
    void zoomingKeepsThePlaceUnderThePointer() {
        MapView view = MapView.fit(MapProjection.webMercator(), new Envelope(23, 33, 51, 56), 640, 480, 0);
        Position before = view.position(100, 333).orElseThrow();
        Position after = view.zoomed(3.7, 100, 333).position(100, 333).orElseThrow();
        assertEquals(0, Geodesic.distance(before, after), 0.5);
    }

    @Test
    void theScaleAtTheEquatorIsWhatAScreenShows() {
        MapView view = new MapView(MapProjection.webMercator(), 0, 0, 1000, 800, 600);
        assertEquals(1000 * 96 / 0.0254, view.scaleDenominator(96), 40_000);
    }

    @Test
    void northIsUpOnMercatorAndLeansOnACone() {
        MapView mercator = MapView.fit(MapProjection.webMercator(), new Envelope(23, 33, 51, 56), 640, 480, 0);
        assertEquals(0, NorthArrow.at(mercator).orElseThrow().degrees(), 0.01);
        Envelope extent = new Envelope(15, 40, 45, 58);
        MapView cone = MapView.fit(MapProjection.fittedTo(extent), extent, 640, 480, 0);
        double east = NorthArrow.at(cone.panned(-300, 0)).orElseThrow().degrees();
        double west = NorthArrow.at(cone.panned(300, 0)).orElseThrow().degrees();
        assertTrue(east < -3 && west > 3, "meridians meet at the pole: " + west + ", " + east);
    }

    @Test
    void theGraticuleTakesAFewRoundLines() {
        MapView view = MapView.fit(MapProjection.webMercator(), new Envelope(23, 33, 51, 56), 1280, 800, 0);
        assertEquals(1, Graticule.of(view).step());
        assertEquals("54°N 28°E", Graticule.of(view).label(new Position(54, 28)));
        MapView close = MapView.fit(MapProjection.webMercator(), new Envelope(29, 29.4, 51.7, 51.9), 1280, 800, 0);
        assertEquals("51°48′N 29°12′E", Graticule.of(close).label(new Position(51.8, 29.2)));
    }

    @Test
    void aboutAPoleThereIsNoOneNorthAndEachLineIsNamedOnce() {
        Envelope extent = new Envelope(-180, 180, 86, 90);
        MapView view = MapView.fit(MapProjection.fittedTo(extent), extent, 900, 700, 10);
        assertEquals(90, view.pole().orElseThrow().lat(), 0);
        assertEquals(Optional.empty(), NorthArrow.at(view));
        Graticule grid = Graticule.of(view);
        assertEquals(30, grid.meridianStep(), 0);
        List<Rectangle2D> figures = grid.figures(MapTheme.LIGHT);
        assertTrue(figures.size() >= 12 + 1, "12 meridians and a parallel: " + figures.size());
        for (Rectangle2D figure : figures) {
            assertTrue(new Rectangle2D.Double(0, 0, 900, 700).contains(figure), figure.toString());
            assertEquals(1, figures.stream().filter(figure::intersects).count(), "overlaps: " + figure);
        }
        assertEquals("180°", grid.label(new Position(88, 180)).split(" ")[1]);
    }

    @Test
    void aMapOfTheWorldHasTheMeridianAtEitherEdge() {
        Envelope whole = new Envelope(-180, 180, -90, 90);
        MapView view = MapView.fit(MapProjection.fittedTo(whole), whole, 900, 700, 20);
        BufferedImage image = new BufferedImage(900, 700, BufferedImage.TYPE_INT_RGB);
        Graticule.of(view).paint(image.createGraphics(), MapTheme.LIGHT);
        for (double lon : new double[] {-179.999, 179.999}) {
            double[] at = view.screen(new Position(0, lon));
            boolean drawn = false;
            for (int x = (int) at[0] - 2; x <= at[0] + 2; x++) {
                drawn |= (image.getRGB(x, (int) at[1] + 5) & 0xFFFFFF) != 0;
            }
            assertTrue(drawn, "at " + lon);
        }
    }

    @Test
    void aPoleThatIsALineOrOutOfSightIsNone() {
        MapView world = MapView.fit(
                MapProjection.fittedTo(new Envelope(-180, 180, -90, 90)),
                new Envelope(-180, 180, -90, 90),
                900,
                700,
                0);
        assertEquals(Optional.empty(), world.pole());
        Envelope extent = new Envelope(15, 40, 45, 58);
        assertEquals(
                Optional.empty(),
                MapView.fit(MapProjection.fittedTo(extent), extent, 640, 480, 0).pole());
    }

    @Test
    void theLegendShowsOnlyWhatIsOnTheMap() {
        MapClaims claims = new MapClaims()
                .at(53.9, 27.5, PlacePrecision.EXACT, Category.STRIKE, Status.DISPUTED, Modality.PLANNED)
                .along(false, 53.9, 27.5, 55.7, 37.6)
                .nowhere();
        List<String> words = MapLegend.of(MapContent.of(claims.list())).sections().stream()
                .flatMap(section -> section.entries().stream())
                .map(MapLegend.Entry::text)
                .toList();
        assertEquals(
                List.of(
                        "Movement",
                        "Strike",
                        "Unverified",
                        "Disputed",
                        "Happened or going on",
                        "Planned or predicted",
                        "Route, course unknown"),
                words);
    }

    @Test
    void theLegendDoesNotSayThatWhatIsOnlyReportedHappened() {
        assertEquals("Not said whether it happened", modalityOf(new MapClaims().said(Modality.UNKNOWN)));
        assertEquals(
                "Happened, going on, or not said",
                modalityOf(new MapClaims().said(Modality.ONGOING).said(Modality.UNKNOWN)));
        assertEquals("Happened or going on", modalityOf(new MapClaims().said(Modality.ONGOING)));
    }

    /** All that the legend says of how the claims' events stand to reality. */
    private static String modalityOf(MapClaims claims) {
        return MapLegend.of(MapContent.of(claims.list())).sections().stream()
                .filter(section -> section.title().equals("As the source puts it"))
                .flatMap(section -> section.entries().stream())
                .map(MapLegend.Entry::text)
                .collect(Collectors.joining("; "));
    }

    @Test
    void aMapWithoutClaimsNeedsNoLegend() {
        assertEquals(List.of(), MapLegend.of(MapContent.of(List.of())).sections());
    }
}
