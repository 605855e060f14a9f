package org.sightline.map;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.sightline.geo.GridZone;
import org.sightline.geo.Position;

/**
 * The borders of MGRS' grid zones, with the exceptions of Norway and Svalbard and the zones around the poles, and where
 * there is room the zones' names.
 */
public record ZoneBorders(MapView view) {
    private static final float[] DASHES = {6, 2, 1.5f, 2};
    private static final double PIECE = 0.5;
    private static final double NAMED = 32;

    /** Metres for each pixel from which the zones are so small that their borders step back. */
    private static final double CROWDED = 35_000;

    /**
     * Draws the borders and names into the view's rectangle.
     *
     * @return where the names stand, pixels
     */
    public List<Rectangle2D> paint(Graphics2D g, MapTheme theme) {
        Graphics2D own = MapPainter.smooth(g);
        own.clip(new Rectangle2D.Double(0, 0, view.width(), view.height()));
        lines(own, theme);
        Font font = Typefaces.NARROW.at(theme == MapTheme.PRINT || theme == MapTheme.MONOCHROME ? 6.6 : 11);
        List<Rectangle2D> names = new ArrayList<>();
        GridZone.all().forEach(zone -> name(own, zone, font, Palette.of(theme)).ifPresent(names::add));
        own.dispose();
        return names;
    }

    /** The borders alone, on a graphics that is prepared. */
    void lines(Graphics2D g, MapTheme theme) {
        Envelope seen = view.degrees();
        Path2D path = new Path2D.Double();
        Window window = new Window(view, 0, 0.2);
        for (GridZone zone : GridZone.all()) {
            Envelope extent = zone.extent();
            if (seen.intersects(extent)) {
                line(path, window, extent.getMinX(), extent.getMinY(), extent.getMinX(), extent.getMaxY());
                line(path, window, extent.getMinX(), extent.getMinY(), extent.getMaxX(), extent.getMinY());
                if (extent.getMaxY() == 84) {
                    line(path, window, extent.getMinX(), 84, extent.getMaxX(), 84);
                }
            }
        }
        g.setColor(Palette.translucent(
                Palette.of(theme).waterText(), view.groundMetresPerPixel() > CROWDED ? 0.35 : 0.75));
        g.setStroke(new BasicStroke(0.8f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, DASHES, 0));
        g.draw(path);
    }

    private void line(Path2D path, Window window, double lon0, double lat0, double lon1, double lat1) {
        int pieces = (int) Math.ceil(Math.max(Math.abs(lon1 - lon0), Math.abs(lat1 - lat0)) / PIECE);
        double[] xy = new double[2 * (pieces + 1)];
        int count = 0;
        for (int i = 0; i <= pieces; i++) {
            double lat = lat0 + (lat1 - lat0) * i / pieces;
            view.projection().project(lon0 + (lon1 - lon0) * i / pieces, lat, xy, 2 * count);
            if (Double.isFinite(xy[2 * count]) && Double.isFinite(xy[2 * count + 1])) {
                count++;
            }
        }
        Trace trace = new Trace(path, window);
        trace.gather(xy, 0, count, false);
        trace.line();
    }

    private Optional<Rectangle2D> name(Graphics2D g, GridZone zone, Font font, Palette palette) {
        Envelope extent = zone.extent();
        double lat = extent.centre().y;
        double[] middle = view.screen(new Position(lat, extent.centre().x));
        double across = distance(new Position(lat, extent.getMinX()), new Position(lat, extent.getMaxX()));
        double along = distance(
                new Position(Math.max(-89.4, extent.getMinY()), extent.centre().x),
                new Position(Math.min(89.4, extent.getMaxY()), extent.centre().x));
        boolean inside = middle[0] > 0 && middle[0] < view.width() && middle[1] > 0 && middle[1] < view.height();
        if (!inside || across <= NAMED || along <= NAMED / 2) {
            return Optional.empty();
        }
        String name = zone.designator();
        double width = Text.width(name, font);
        float size = font.getSize2D();
        float x = (float) (middle[0] - width / 2);
        float y = (float) (middle[1] + 0.35 * size);
        Text.halo(g, name, font, x, y, palette.halo(), 2);
        g.setColor(palette.waterText());
        Text.write(g, name, font, x, y);
        return Optional.of(new Rectangle2D.Double(x, y - 0.8 * size, width, size));
    }

    private double distance(Position a, Position b) {
        double[] p = view.screen(a);
        double[] q = view.screen(b);
        return Math.hypot(p[0] - q[0], p[1] - q[1]);
    }
}
