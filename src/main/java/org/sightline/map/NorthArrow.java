package org.sightline.map;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.Optional;
import org.sightline.geo.Position;

/**
 * Points to true north at the middle of the map.
 *
 * @param degrees clockwise from the top of the map, -180 to 180
 */
public record NorthArrow(double degrees) {
    private static final double STEP = 0.01;

    /**
     * True north at the middle of a view, straight up where the projection does not say; none about a pole, where each
     * side of the map has a north of its own.
     */
    public static Optional<NorthArrow> at(MapView view) {
        if (view.pole().isPresent()) {
            return Optional.empty();
        }
        return Optional.of(view.position(view.width() / 2.0, view.height() / 2.0)
                .map(middle -> {
                    Position north = new Position(Math.min(90, middle.lat() + STEP), middle.lon());
                    double[] from = view.screen(middle);
                    double[] to = view.screen(north);
                    double turn = Math.toDegrees(Math.atan2(to[0] - from[0], from[1] - to[1]));
                    return new NorthArrow(Double.isFinite(turn) ? turn : 0);
                })
                .orElse(new NorthArrow(0)));
    }

    /** Draws it inside a square of {@code size} pixels about (x, y). */
    public void paint(Graphics2D g, double x, double y, double size, MapTheme theme) {
        Graphics2D own = MapPainter.smooth(g);
        Palette palette = Palette.of(theme);
        own.transform(AffineTransform.getRotateInstance(Math.toRadians(degrees), x, y));
        double half = size * 0.5;
        Shape whole = needle(x, y, half, -0.3, 0.3);
        own.setColor(palette.halo());
        own.setStroke(PinPainter.round(size * 0.12));
        own.draw(whole);
        own.setColor(palette.paper());
        own.fill(whole);
        own.setColor(palette.ink());
        own.fill(needle(x, y, half, -0.3, 0));
        own.setStroke(PinPainter.round(size * 0.03));
        own.draw(whole);
        Font font = Typefaces.BOLD.at(size * 0.34);
        float left = (float) (x - Text.width("N", font) / 2);
        float base = (float) (y - half * 0.42);
        Text.halo(own, "N", font, left, base, palette.halo(), size * 0.08);
        own.setFont(font);
        own.setColor(palette.ink());
        own.drawString("N", left, base);
        own.dispose();
    }

    private static Shape needle(double x, double y, double half, double west, double east) {
        Path2D path = new Path2D.Double();
        path.moveTo(x, y - half * 0.3);
        path.lineTo(x + half * east * 1.4, y + half);
        path.lineTo(x, y + half * 0.72);
        path.lineTo(x + half * west * 1.4, y + half);
        path.closePath();
        return path;
    }
}
