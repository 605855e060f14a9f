package org.sightline.app.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.locationtech.jts.geom.Envelope;
import org.sightline.geo.MapProjection;
import org.sightline.geo.Position;
import org.sightline.jobs.Jobs;
import org.sightline.map.GroundNames;
import org.sightline.map.MapContent;
import org.sightline.map.MapLayer;
import org.sightline.map.MapPainter;
import org.sightline.map.MapTheme;
import org.sightline.map.MapView;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The example of {@code src/docs/map-component.md}: a layer of one's own, on a picture and in a pane. */
@ExtendWith(ApplicationExtension.class)
class MapComponentTest {
    private static final Position STATION = new Position(52.05, 29.25);

    @SuppressWarnings("NullAway.Init") // made on the window's thread, before each test
    private MapPane map;

    /** Draws one square where a station stands. */
    private static final class Station implements MapLayer {
        @Override
        public void paint(Graphics2D g, MapView view, MapTheme theme, MapPainter.Medium medium) {
            double[] xy = view.screen(STATION);
            g.setColor(Color.MAGENTA);
            g.fillRect((int) xy[0] - 5, (int) xy[1] - 5, 10, 10);
        }

        @Override
        public List<Name> names(MapView view) {
            double[] xy = view.screen(STATION);
            return List.of(new Name("Mozyr station", xy[0], xy[1], 6));
        }

        @Override
        public Optional<Envelope> extent() {
            return Optional.of(new Envelope(STATION.lon(), STATION.lon(), STATION.lat(), STATION.lat()));
        }

        @Override
        public boolean shownAt(double denominator) {
            return denominator < 5_000_000;
        }

        @Override
        public String attribution() {
            return "The railway's list of stations";
        }
    }

    @Start
    void start(Stage stage) {
        map = new MapPane(Jobs.inline());
        map.layersProperty().set(List.of(new Station()));
        stage.setScene(new Scene(map, 800, 600));
        stage.show();
        map.zoomTo(new Envelope(28.5, 30, 51.7, 52.4));
    }

    @Test
    void aLayerOfOnesOwnIsPaintedOnAPicture() {
        MapView view = MapView.fit(MapProjection.webMercator(), new Envelope(28.5, 30, 51.7, 52.4), 640, 480, 0);
        BufferedImage image = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        MapPainter painter = new MapPainter();
        painter.paintBase(g, view, MapTheme.LIGHT);
        List<MapLayer.Name> names = painter.paintLayers(
                g,
                view,
                List.of(new Station()),
                MapTheme.LIGHT,
                MapPainter.Medium.RASTER,
                MapView.SCREEN_PIXELS_PER_INCH,
                (layer, failure) -> {
                    throw failure;
                });
        int besideIt = darkPixels(image, view);
        painter.paintLabels(g, view, MapContent.of(List.of()), MapTheme.LIGHT, new GroundNames(List.of(), names));
        g.dispose();
        assertTrue(darkPixels(image, view) > besideIt + 50, "its name stands beside it");
        double[] xy = view.screen(STATION);
        assertEquals(Color.MAGENTA.getRGB(), image.getRGB((int) xy[0], (int) xy[1]));
        assertNotEquals(Color.MAGENTA.getRGB(), image.getRGB((int) xy[0] + 20, (int) xy[1]));
    }

    /** How many pixels beside the station are as dark as letters. */
    private static int darkPixels(BufferedImage image, MapView view) {
        double[] xy = view.screen(STATION);
        int dark = 0;
        for (int x = (int) xy[0] - 90; x < xy[0] + 90; x++) {
            for (int y = (int) xy[1] - 25; y < xy[1] + 25; y++) {
                dark += new Color(image.getRGB(x, y)).getGreen() < 110 && Math.abs(x - xy[0]) > 7 ? 1 : 0;
            }
        }
        return dark;
    }

    @Test
    void itIsShownInThePaneWithItsMakersNamed() {
        double[] xy = map.getView().screen(STATION);
        int shown = WaitForAsyncUtils.waitForAsyncFx(
                5_000, () -> map.snapshot(null, null).getPixelReader().getArgb((int) xy[0], (int) xy[1]));
        Color colour = new Color(shown); // a frame may lie between the pixels
        assertTrue(colour.getRed() > 240 && colour.getGreen() < 120 && colour.getBlue() > 240, colour.toString());
        javafx.scene.control.Label credits = (javafx.scene.control.Label) map.lookup("#map-attribution");
        assertEquals("The railway's list of stations; " + MapPainter.ATTRIBUTION, credits.getText());
    }
}
