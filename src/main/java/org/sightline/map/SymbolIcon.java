package org.sightline.map;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import org.sightline.claim.Category;
import org.sightline.claim.Claim;
import org.sightline.claim.Quantity;

/**
 * What stands in the frame of a military symbol: a small choice of icons drawn after those of MIL-STD-2525 and APP-6.
 * Shapes lie within 0.62 of (0, 0), y down; some are filled, the others drawn as lines.
 */
@SuppressWarnings("ImmutableEnumChecker") // java.awt shapes can be changed; these are given to drawing alone
enum SymbolIcon {
    AIR_DEFENCE(new Arc2D.Double(-0.62, -0.12, 1.24, 1.24, 0, 180, Arc2D.OPEN), false),
    MISSILE(missile(), false),
    UNMANNED(lines(-0.62, -0.26, 0, 0.02, 0.62, -0.26, 0.62, -0.02, 0, 0.36, -0.62, -0.02, -0.62, -0.26), true),
    ARTILLERY(new Ellipse2D.Double(-0.27, -0.27, 0.54, 0.54), true),
    ARMOUR(new RoundRectangle2D.Double(-0.62, -0.32, 1.24, 0.64, 0.64, 0.64), false),
    HELICOPTER(lines(-0.6, -0.3, 0, 0, 0.6, -0.3, 0.6, 0.3, 0, 0, -0.6, 0.3, -0.6, -0.3), true),
    AVIATION(wings(), true),
    MEDICAL(cross(), false),
    ENGINEER(bridge(), false),
    RAIL(rail(), false),
    LOGISTICS(wheel(), false),
    SIGNALS(lines(-0.62, -0.3, 0.1, 0.12, -0.1, -0.14, 0.62, 0.32), false),
    INFANTRY(saltire(), false),
    INFRASTRUCTURE(works(), false);

    /** What a tag begins with that says what stands in the frame. */
    static final String TAG = "symbol:";

    private final Shape shape;
    private final boolean filled;
    private final Pattern words;

    SymbolIcon(Shape shape, boolean filled) {
        this.shape = shape;
        this.filled = filled;
        this.words = Pattern.compile(
                "(?<![\\p{L}\\d-])(" + bundle().getString(name()) + ")(?![\\p{L}\\d-])", Pattern.CASE_INSENSITIVE);
    }

    private static ResourceBundle bundle() {
        return ResourceBundle.getBundle("org.sightline.map.symbols");
    }

    /**
     * The icon for what a claim is about: named by a tag such as {@code symbol:artillery}, by its category when that is a
     * word of one's own, or by what it counts. Empty where none of them says it.
     */
    static Optional<SymbolIcon> of(Claim claim) {
        return claim.tags().stream()
                .filter(tag -> tag.startsWith(TAG))
                .flatMap(tag -> in(tag.substring(TAG.length()).replace('-', ' ')).stream())
                .findFirst()
                .or(() -> Category.KNOWN.contains(claim.category())
                        ? Optional.empty()
                        : in(claim.category().key().replace('-', ' ')))
                .or(() -> claim.quantity().map(Quantity::item).flatMap(SymbolIcon::in))
                .or(() -> standsFor(claim.category()));
    }

    private static Optional<SymbolIcon> standsFor(Category category) {
        if (category.equals(Category.PERSONNEL)) {
            return Optional.of(INFANTRY);
        }
        return category.equals(Category.FACILITY) ? Optional.of(INFRASTRUCTURE) : Optional.empty();
    }

    private static Optional<SymbolIcon> in(String said) {
        return Arrays.stream(values())
                .filter(icon -> icon.words.matcher(said).find())
                .findFirst();
    }

    Shape shape() {
        return shape;
    }

    /** Whether it is filled and not drawn as lines. */
    boolean filled() {
        return filled;
    }

    private static Path2D lines(double... xy) {
        Path2D path = new Path2D.Double();
        path.moveTo(xy[0], xy[1]);
        for (int i = 2; i < xy.length; i += 2) {
            path.lineTo(xy[i], xy[i + 1]);
        }
        return path;
    }

    private static Path2D all(List<Shape> shapes) {
        Path2D path = new Path2D.Double();
        shapes.forEach(shape -> path.append(shape, false));
        return path;
    }

    private static Shape saltire() {
        return all(List.of(new Line2D.Double(-0.6, -0.5, 0.6, 0.5), new Line2D.Double(-0.6, 0.5, 0.6, -0.5)));
    }

    private static Shape cross() {
        return all(List.of(new Line2D.Double(-0.62, 0, 0.62, 0), new Line2D.Double(0, -0.6, 0, 0.6)));
    }

    private static Shape missile() {
        Path2D body = new Path2D.Double();
        body.moveTo(-0.2, 0.5);
        body.lineTo(-0.2, -0.25);
        body.quadTo(0, -0.85, 0.2, -0.25);
        body.lineTo(0.2, 0.5);
        return all(List.of(body, new Line2D.Double(0, 0.5, 0, -0.1)));
    }

    private static Shape wings() {
        Area area = new Area(new Ellipse2D.Double(-0.62, -0.24, 0.62, 0.48));
        area.add(new Area(new Ellipse2D.Double(0, -0.24, 0.62, 0.48)));
        return area;
    }

    private static Shape bridge() {
        return all(List.of(
                new Line2D.Double(-0.55, -0.24, 0.55, -0.24),
                new Line2D.Double(-0.55, -0.24, -0.55, 0.28),
                new Line2D.Double(0, -0.24, 0, 0.28),
                new Line2D.Double(0.55, -0.24, 0.55, 0.28)));
    }

    private static Shape rail() {
        return all(List.of(
                new Line2D.Double(-0.62, -0.16, 0.62, -0.16),
                new Ellipse2D.Double(-0.56, -0.1, 0.3, 0.3),
                new Ellipse2D.Double(0.26, -0.1, 0.3, 0.3)));
    }

    private static Shape wheel() {
        Path2D path = all(List.of(new Ellipse2D.Double(-0.44, -0.44, 0.88, 0.88)));
        for (int spoke = 0; spoke < 4; spoke++) {
            path.append(
                    AffineTransform.getRotateInstance(Math.PI * spoke / 4)
                            .createTransformedShape(new Line2D.Double(-0.44, 0, 0.44, 0)),
                    false);
        }
        return path;
    }

    private static Shape works() {
        return all(List.of(
                new Rectangle2D.Double(-0.55, -0.1, 1.1, 0.55),
                new Line2D.Double(-0.55, -0.1, 0, -0.5),
                new Line2D.Double(0, -0.5, 0.55, -0.1)));
    }
}
