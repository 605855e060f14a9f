package org.sightline.map;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.BitSet;
import java.util.List;

/** One painting of a {@link ShapeLayer}, without its names. */
final class ShapeLayerPainter {
    /** Shapes whose edges are drawn in one stroke. */
    private static final int TOGETHER = 400;

    private static final double SPRITE_FINENESS = 3;

    private final Graphics2D g;
    private final MapView view;
    private final LayerLook look;
    private final Palette palette;
    private final MapPainter.Medium medium;
    private final Window window;

    /** @param g one's own */
    ShapeLayerPainter(Graphics2D g, MapView view, LayerLook look, MapTheme theme, MapPainter.Medium medium) {
        this.g = g;
        this.view = view;
        this.look = look;
        this.palette = Palette.of(theme);
        this.medium = medium;
        this.window = Window.of(g, view);
    }

    void paint(ProjectedShapes plane) {
        areas(plane.shapes());
        edges(plane.edges());
        points(plane.points());
    }

    private void areas(List<FlatShape> shapes) {
        if (look.fillOpacity() <= 0) {
            return;
        }
        g.setColor(Palette.translucent(look.fill(), look.opacity() * look.fillOpacity()));
        Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        Trace trace = new Trace(path, window);
        for (FlatShape shape : shapes) {
            if (shape.closed() && shape.meets(window)) {
                path.reset();
                shape.trace(trace);
                g.fill(path);
            }
        }
    }

    private void edges(List<FlatShape> shapes) {
        g.setColor(Palette.translucent(look.stroke(), look.opacity()));
        g.setStroke(new BasicStroke((float) look.size(), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        Path2D path = new Path2D.Double();
        Trace trace = new Trace(path, window);
        int gathered = 0;
        for (FlatShape shape : shapes) {
            if (shape.meets(window)) {
                shape.trace(trace);
                gathered++;
            }
            if (gathered == TOGETHER) {
                g.draw(path);
                path.reset();
                gathered = 0;
            }
        }
        g.draw(path);
    }

    /** Of points that fall on the same pixel one is drawn. */
    private void points(double[] points) {
        if (points.length == 0) {
            return;
        }
        double reach = look.size() + 2;
        int columns = (int) (view.width() + 2 * reach) + 1;
        BitSet taken = new BitSet();
        Dot dot = new Dot();
        for (int i = 0; i < points.length; i += 2) {
            double x = view.screenX(points[i]);
            double y = view.screenY(points[i + 1]);
            if (x >= -reach && x <= view.width() + reach && y >= -reach && y <= view.height() + reach) {
                int row = (int) (y + reach);
                int cell = row * columns + (int) (x + reach);
                if (!taken.get(cell)) {
                    taken.set(cell);
                    dot.at(x, y);
                }
            }
        }
    }

    /** A disc with a pale rim: drawn once and copied on a raster. */
    private final class Dot {
        private final double radius = look.size() + 0.8;
        private final Color body = Palette.translucent(look.stroke(), look.opacity());
        private final Color rim = Palette.translucent(palette.paper(), 0.85 * look.opacity());
        private final BufferedImage sprite;

        Dot() {
            int side = (int) Math.ceil(2 * (radius + 1) * SPRITE_FINENESS);
            sprite = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB_PRE);
            Graphics2D own = sprite.createGraphics();
            own.setRenderingHints(g.getRenderingHints());
            own.scale(SPRITE_FINENESS, SPRITE_FINENESS);
            draw(own, radius + 1, radius + 1);
            own.dispose();
            g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        }

        void at(double x, double y) {
            if (medium == MapPainter.Medium.VECTOR) {
                draw(g, x, y);
                return;
            }
            java.awt.geom.AffineTransform place =
                    java.awt.geom.AffineTransform.getTranslateInstance(x - radius - 1, y - radius - 1);
            place.scale(1 / SPRITE_FINENESS, 1 / SPRITE_FINENESS);
            g.drawImage(sprite, place, null);
        }

        private void draw(Graphics2D on, double x, double y) {
            on.setColor(rim);
            on.fill(disc(x, y, radius + 0.8));
            on.setColor(body);
            on.fill(disc(x, y, radius));
        }

        private static Ellipse2D disc(double x, double y, double radius) {
            return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
        }
    }
}
