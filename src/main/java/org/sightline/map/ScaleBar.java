package org.sightline.map;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.sightline.geo.Geodesic;
import org.sightline.geo.Position;

/**
 * A scale bar: a round length, and how many pixels it measures at the middle of the map. It is held against the geodesic
 * there, so it is true for any projection; elsewhere on the map it is as true as the projection.
 *
 * @param metres on the ground, for the whole bar
 * @param pixels of the view
 * @param divisions equal parts into which it is divided
 */
public record ScaleBar(double metres, double pixels, int divisions) {
    private static final double[] STEPS = {1, 2, 5};
    private static final int[] DIVISIONS = {4, 4, 5};

    /** The longest round bar of at most {@code maxPixels}. */
    public static ScaleBar fitting(MapView view, double maxPixels) {
        double longest = groundLength(view, maxPixels);
        double power = Math.pow(10, Math.floor(Math.log10(longest)));
        int step = 0;
        for (int i = 0; i < STEPS.length; i++) {
            step = STEPS[i] * power <= longest ? i : step;
        }
        double metres = STEPS[step] * power;
        double pixels = maxPixels * metres / longest;
        for (int i = 0; i < 4; i++) { // the scale changes a little along the bar
            pixels *= metres / groundLength(view, pixels);
        }
        return new ScaleBar(metres, pixels, DIVISIONS[step]);
    }

    /** Geodesic length of a level line of pixels through the middle of the view. */
    private static double groundLength(MapView view, double pixels) {
        double y = view.height() / 2.0;
        var from = view.position(view.width() / 2.0 - pixels / 2, y);
        var to = view.position(view.width() / 2.0 + pixels / 2, y);
        if (from.isPresent() && to.isPresent()) {
            double metres = measured(
                    from.get(), to.get(), view.position(view.width() / 2.0, y).orElse(from.get()));
            if (metres > 0) {
                return metres;
            }
        }
        return pixels * view.groundMetresPerPixel();
    }

    private static double measured(Position from, Position to, Position middle) {
        return Geodesic.distance(from, middle) + Geodesic.distance(middle, to);
    }

    /** As printed at its end, such as "500 m" or "20 km". */
    public String label() {
        return length(metres);
    }

    private static String length(double metres) {
        return metres >= 1000 ? number(metres / 1000) + " km" : number(metres) + " m";
    }

    private static String number(double value) {
        String plain = value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
        return plain.length() > 4 && !plain.contains(".")
                ? plain.substring(0, plain.length() - 3) + " " + plain.substring(plain.length() - 3)
                : plain;
    }

    /** Height of the drawn bar with its figures, pixels of the view. */
    public static double height(MapTheme theme) {
        return theme == MapTheme.PRINT || theme == MapTheme.MONOCHROME ? 16 : 20;
    }

    /** Draws it with its upper left corner, the figures' line, at (x, y). */
    public void paint(Graphics2D g, double x, double y, MapTheme theme) {
        Graphics2D own = MapPainter.smooth(g);
        Palette palette = Palette.of(theme);
        double tall = height(theme);
        Font font = Typefaces.NARROW.at(tall * 0.54);
        double top = y + tall * 0.68;
        double thick = tall * 0.22;
        own.setColor(palette.halo());
        own.fill(new Rectangle2D.Double(x - 2, top - 2, pixels + 4, thick + 4));
        for (int i = 0; i < divisions; i++) {
            double part = pixels / divisions;
            own.setColor(i % 2 == 0 ? palette.ink() : palette.paper());
            own.fill(new Rectangle2D.Double(x + i * part, top, part, thick));
        }
        own.setColor(palette.ink());
        own.setStroke(PinPainter.round(tall * 0.04));
        own.draw(new Rectangle2D.Double(x, top, pixels, thick));
        figure(own, "0", font, x, y + tall * 0.5, palette);
        figure(own, label(), font, x + pixels, y + tall * 0.5, palette);
        own.dispose();
    }

    private static void figure(Graphics2D g, String text, Font font, double middle, double base, Palette palette) {
        float left = (float) (middle - Text.width(text, font) / 2);
        Text.halo(g, text, font, left, (float) base, palette.halo(), font.getSize2D() * 0.22);
        g.setColor(palette.ink());
        Text.write(g, text, font, left, (float) base);
    }
}
