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
        painter.paintLayers(
                g,
                view,
                List.of(new Station()),
                MapTheme.LIGHT,
                MapPainter.Medium.RASTER,
                MapView.SCREEN_PIXELS_PER_INCH,
                (layer, failure) -> {
                    throw failure;
                });
        g.dispose();
        double[] xy = view.screen(STATION);
        assertEquals(Color.MAGENTA.getRGB(), image.getRGB((int) xy[0], (int) xy[1]));
        assertNotEquals(Color.MAGENTA.getRGB(), image.getRGB((int) xy[0] + 20, (int) xy[1]));
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
