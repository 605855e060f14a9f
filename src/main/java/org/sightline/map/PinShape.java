package org.sightline.map;

import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sightline.claim.Category;

/**
 * The shape of a pin's head, one for each category, and the symbol that stands in it when no number does. Drawn about
 * (0, 0) with a radius near 1, y down; every head leaves room for two or three digits.
 */
@SuppressWarnings("ImmutableEnumChecker") // java.awt shapes can be changed; these are given to drawing alone
enum PinShape {
    MOVEMENT(Category.MOVEMENT, pennant(), arrow()),
    EQUIPMENT(Category.EQUIPMENT, new RoundRectangle2D.Double(-0.98, -0.92, 1.96, 1.84, 0.5, 0.5), tank()),
    PERSONNEL(Category.PERSONNEL, new Ellipse2D.Double(-1, -1, 2, 2), person()),
    TRAINING(Category.TRAINING, polygon(6, 1.12, 0), target()),
    STRIKE(Category.STRIKE, star(10, 1.24, 0.94), bolt()),
    FACILITY(Category.FACILITY, house(), building()),
    STATEMENT(Category.STATEMENT, new RoundRectangle2D.Double(-1.18, -0.8, 2.36, 1.6, 1.0, 1.0), quotationMarks()),
    OTHER(Category.OTHER, polygon(4, 1.3, 0), dot());

    /** How far below the head's middle the tip of a pin is, in radii. */
    static final double FOOT = 1.85;

    private static final Map<Category, PinShape> BY_CATEGORY =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(PinShape::category, Function.identity()));

    private final Category category;
    private final Shape head;
    private final Shape pointed;
    private final Shape symbol;

    PinShape(Category category, Shape head, Shape symbol) {
        this.category = category;
        this.head = head;
        this.symbol = symbol;
        Area whole = new Area(head);
        whole.add(new Area(tail()));
        this.pointed = whole;
    }

    /** The shape of a category; any word that is not known is drawn as {@link #OTHER}. */
    static PinShape of(Category category) {
        return BY_CATEGORY.getOrDefault(category, OTHER);
    }

    Category category() {
        return category;
    }

    /** The head alone, for a pin without a point. */
    Shape head() {
        return head;
    }

    /** The head with a point at (0, {@link #FOOT}). */
    Shape pointed() {
        return pointed;
    }

    Shape symbol() {
        return symbol;
    }

    /** Radius of a head, pixels of the view: larger on a screen than on a page, whose pixels are points. */
    static double radius(MapTheme theme) {
        return switch (theme) {
            case LIGHT, DARK -> 11.5;
            case PRINT, MONOCHROME -> 8.8;
        };
    }

    private static Path2D tail() {
        return lines(-0.55, 0.55, 0.55, 0.55, 0, FOOT);
    }

    private static Path2D pennant() {
        return lines(-1.05, -0.9, 0.62, -0.9, 1.35, 0, 0.62, 0.9, -1.05, 0.9);
    }

    private static Path2D house() {
        return lines(-1, -0.35, 0, -1.2, 1, -0.35, 1, 0.92, -1, 0.92);
    }

    private static Path2D polygon(int corners, double radius, double turn) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < corners; i++) {
            double angle = turn + 2 * Math.PI * i / corners;
            add(path, radius * Math.sin(angle), -radius * Math.cos(angle));
        }
        path.closePath();
        return path;
    }

    private static Path2D star(int points, double outer, double inner) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < 2 * points; i++) {
            double angle = Math.PI * i / points;
            double radius = i % 2 == 0 ? outer : inner;
            add(path, radius * Math.sin(angle), -radius * Math.cos(angle));
        }
        path.closePath();
        return path;
    }

    private static Path2D arrow() {
        return lines(-0.65, -0.16, 0.12, -0.16, 0.12, -0.52, 0.78, 0, 0.12, 0.52, 0.12, 0.16, -0.65, 0.16);
    }

    private static Area tank() {
        Area area = new Area(new RoundRectangle2D.Double(-0.66, 0.06, 1.32, 0.4, 0.4, 0.4));
        area.add(new Area(new RoundRectangle2D.Double(-0.38, -0.34, 0.62, 0.36, 0.2, 0.2)));
        area.add(new Area(new Rectangle2D.Double(0.1, -0.27, 0.62, 0.13)));
        return area;
    }

    private static Area person() {
        Area area = new Area(new Ellipse2D.Double(-0.27, -0.62, 0.54, 0.54));
        Area shoulders = new Area(new Ellipse2D.Double(-0.55, 0.0, 1.1, 1.1));
        shoulders.intersect(new Area(new Rectangle2D.Double(-0.6, 0, 1.2, 0.55)));
        area.add(shoulders);
        return area;
    }

    private static Area target() {
        Area area = new Area(new Ellipse2D.Double(-0.6, -0.6, 1.2, 1.2));
        area.subtract(new Area(new Ellipse2D.Double(-0.4, -0.4, 0.8, 0.8)));
        area.add(new Area(new Ellipse2D.Double(-0.18, -0.18, 0.36, 0.36)));
        return area;
    }

    private static Path2D bolt() {
        return lines(0.18, -0.7, -0.42, 0.12, -0.04, 0.12, -0.2, 0.7, 0.42, -0.16, 0.04, -0.16);
    }

    private static Area building() {
        Area area = new Area(new Rectangle2D.Double(-0.55, -0.3, 1.1, 0.9));
        area.subtract(new Area(new Rectangle2D.Double(-0.12, 0.18, 0.24, 0.5)));
        area.subtract(new Area(new Rectangle2D.Double(-0.36, -0.12, 0.2, 0.18)));
        area.subtract(new Area(new Rectangle2D.Double(0.16, -0.12, 0.2, 0.18)));
        return area;
    }

    private static Area quotationMarks() {
        Area area = new Area();
        for (double x : new double[] {-0.52, 0.08}) {
            area.add(new Area(new Ellipse2D.Double(x, -0.36, 0.44, 0.44)));
            area.add(new Area(lines(x + 0.44, -0.14, x + 0.44, 0.02, x + 0.14, 0.46, x + 0.04, 0.38, x + 0.22, 0.05)));
        }
        return area;
    }

    private static Shape dot() {
        return new Ellipse2D.Double(-0.34, -0.34, 0.68, 0.68);
    }

    private static Path2D lines(double... xy) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < xy.length; i += 2) {
            add(path, xy[i], xy[i + 1]);
        }
        path.closePath();
        return path;
    }

    private static void add(Path2D path, double x, double y) {
        if (path.getCurrentPoint() == null) {
            path.moveTo(x, y);
        } else {
            path.lineTo(x, y);
        }
    }
}
