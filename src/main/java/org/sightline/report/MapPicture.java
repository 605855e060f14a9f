package org.sightline.report;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.locationtech.jts.geom.Envelope;
import org.sightline.claim.Claim;
import org.sightline.geo.MapProjection;
import org.sightline.map.GroundNames;
import org.sightline.map.MapContent;
import org.sightline.map.MapLayer;
import org.sightline.map.MapPainter;
import org.sightline.map.MapTheme;
import org.sightline.map.MapView;

/** The map of all claims as a picture, for paper and for readers without scripts. Stateless; not for the window's thread. */
final class MapPicture {
    private static final int WIDTH = 760;
    private static final int HEIGHT = 460;
    private static final double SCALE = 2;
    private static final double LEAST_DEGREES = 0.6;

    private MapPicture() {}

    /** @param layers the first lowest @param extent degrees @return the address of a PNG that is part of the address itself */
    static String address(ReportContent content, List<MapLayer> layers, Envelope extent) throws IOException {
        Envelope shown = new Envelope(extent);
        shown.expandBy(
                Math.max(0, LEAST_DEGREES - extent.getWidth()) / 2,
                Math.max(0, LEAST_DEGREES - extent.getHeight()) / 2);
        MapView view = MapView.fit(MapProjection.webMercator(), shown, WIDTH, HEIGHT, 40);
        Map<Long, String> numbers = new HashMap<>();
        List<Claim> claims = content.claims();
        for (Claim claim : claims) {
            numbers.put(claim.id(), Long.toString(claim.id()));
        }
        BufferedImage image =
                new BufferedImage((int) (WIDTH * SCALE), (int) (HEIGHT * SCALE), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.scale(SCALE, SCALE);
        MapPainter painter = new MapPainter();
        MapContent pins =
                MapContent.of(claims).numbered(numbers).as(content.map().symbols());
        painter.paintBase(g, view, MapTheme.PRINT);
        List<MapLayer.Name> names = painter.paintLayers(
                g,
                view,
                layers,
                MapTheme.PRINT,
                MapPainter.Medium.RASTER,
                MapView.SCREEN_PIXELS_PER_INCH,
                (layer, failure) -> {
                    throw failure; // a picture that lacks what it should show must not look whole
                });
        painter.paintLabels(g, view, pins, MapTheme.PRINT, new GroundNames(List.of(), names));
        painter.paintClaims(g, view, pins, MapTheme.PRINT);
        g.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
    }
}
