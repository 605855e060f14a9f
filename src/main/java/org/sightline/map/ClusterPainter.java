package org.sightline.map;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Map;
import org.sightline.claim.Category;
import org.sightline.claim.Status;

/**
 * Draws a cluster: a paper disc with the count, a ring that shows the share of each status, and in the ring's gap below
 * the shapes of the most frequent categories, the largest share first, each as large as its share.
 */
final class ClusterPainter {
    private static final double CAP_HEIGHT = 0.698;
    private static final int SAMPLE = 7;
    private static final int MOST_SHAPES = 3;

    /** Of the largest shape, in radii of the disc. */
    private static final double SHAPE = 0.25;

    /** A rare category is drawn no smaller than this, in parts of the largest. */
    private static final double SMALLEST = 0.6;

    /** A symbol fills less of its radius than a head. */
    static final double SYMBOL = 1.6;

    /** Between the middles of shapes, in radii of a shape. */
    private static final double STEP = 2.5;

    /** How far below the disc's middle the shapes reach, in radii of the disc. */
    static final double BELOW = 1 + 1.3 * SHAPE;

    private final Graphics2D g;
    private final MapTheme theme;
    private final SymbolSet symbols;
    private final Palette palette;

    ClusterPainter(Graphics2D g, MapTheme theme, SymbolSet symbols) {
        this.g = g;
        this.theme = theme;
        this.symbols = symbols;
        this.palette = Palette.of(theme);
    }

    void paint(double x, double y, double r, ClusterMix mix, PinPainter.Emphasis emphasis) {
        if (emphasis != PinPainter.Emphasis.NONE) {
            g.setColor(Palette.translucent(palette.accent(), 0.3));
            g.fill(disc(x, y, r + 7));
            g.setColor(palette.ink());
            g.fill(disc(x, y, r + 4));
        }
        g.setColor(palette.paper());
        g.fill(disc(x, y, r + 1.6));
        Ellipse2D disc = disc(x, y, r);
        List<MapPainter.Share> shapes = mix.shapes();
        List<MapPainter.Share> shown = shapes.subList(0, Math.min(MOST_SHAPES, shapes.size()));
        statuses(disc, mix.statuses(), mix.size(), gap(shown.size()));
        categories(x, y, r, shown);
        count(disc, mix.size());
    }

    /** One as a legend shows it: of seven claims of three kinds, nothing said of their statuses. */
    void sample(double x, double y, double r) {
        List<MapPainter.Share> kinds = List.of(
                new MapPainter.Share(Category.MOVEMENT, 4),
                new MapPainter.Share(Category.PERSONNEL, 2),
                new MapPainter.Share(Category.FACILITY, 1));
        paint(x, y, r, new ClusterMix(SAMPLE, Map.of(Status.UNVERIFIED, SAMPLE), kinds), PinPainter.Emphasis.NONE);
    }

    /** Degrees of the ring that are left to so many shapes. */
    private static double gap(int shapes) {
        return Math.toDegrees(SHAPE * (STEP * (shapes - 1) + 2.8));
    }

    private void statuses(Ellipse2D disc, Map<Status, Integer> counts, int all, double gap) {
        double r = disc.getWidth() / 2;
        double inset = r * 0.12;
        Rectangle2D ring =
                new Rectangle2D.Double(disc.getX() + inset, disc.getY() + inset, 2 * (r - inset), 2 * (r - inset));
        double from = 270 - gap / 2; // clockwise, as a dial
        g.setStroke(new BasicStroke((float) (r * 0.24), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
        for (Map.Entry<Status, Integer> share : counts.entrySet()) {
            double extent = -(360 - gap) * share.getValue() / all;
            g.setColor(Palette.tone(share.getKey(), theme).body());
            g.draw(new Arc2D.Double(ring, from, extent, Arc2D.OPEN));
            from += extent;
        }
        g.setColor(Palette.translucent(palette.ink(), 0.55));
        g.setStroke(PinPainter.round(0.8));
        g.draw(disc);
    }

    /** Along the lower edge of a disc, from left to right. */
    private void categories(double x, double y, double r, List<MapPainter.Share> shares) {
        double size = r * SHAPE;
        for (int i = 0; i < shares.size(); i++) {
            double part = Math.sqrt(
                    (double) shares.get(i).claims() / shares.getFirst().claims());
            double own = size * Math.max(SMALLEST, part) * (symbols == SymbolSet.PINS ? 1 : SYMBOL);
            double angle = STEP * SHAPE * ((shares.size() - 1) / 2.0 - i); // from straight below, towards the left
            PinShape shape = PinShape.of(shares.get(i).category());
            Shape placed = new AffineTransform(own, 0, 0, own, x - r * Math.sin(angle), y + r * Math.cos(angle))
                    .createTransformedShape(symbols == SymbolSet.PINS ? shape.head() : shape.symbol());
            g.setColor(palette.paper());
            g.setStroke(PinPainter.round(size * 0.7));
            g.draw(placed);
            g.setColor(palette.ink());
            g.fill(placed);
        }
    }

    private void count(Ellipse2D disc, int size) {
        String text = "×" + (size < 10_000 ? Integer.toString(size) : size / 1000 + "k"); // no pin's number has a ×
        double r = disc.getWidth() / 2;
        Font font = Typefaces.NARROW_BOLD.at(r * (text.length() > 4 ? 0.56 : text.length() > 3 ? 0.7 : 0.92));
        g.setFont(font);
        g.setColor(palette.ink());
        float left = (float) (disc.getCenterX() - Text.width(text, font) / 2);
        g.drawString(text, left, (float) (disc.getCenterY() + font.getSize2D() * CAP_HEIGHT / 2));
    }

    private static Ellipse2D disc(double x, double y, double r) {
        return new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r);
    }
}
