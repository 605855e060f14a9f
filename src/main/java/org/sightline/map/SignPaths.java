package org.sightline.map;

import java.awt.Shape;
import java.awt.geom.PathIterator;
import org.sightline.claim.Category;
import org.sightline.claim.Status;

/**
 * The outlines of the map's signs as SVG path data, for maps that are drawn by a browser: about (0, 0), y down, the
 * radius of a pin's head near 1. Stateless.
 */
public final class SignPaths {
    private SignPaths() {}

    /** The head of a category's pin. */
    public static String head(Category category) {
        return data(PinShape.of(category).head());
    }

    /** The same with a point at (0, 1.85), for a place that is known well enough for one. */
    public static String pointed(Category category) {
        return data(PinShape.of(category).pointed());
    }

    /** What stands in the head where no number does. */
    public static String symbol(Category category) {
        return data(PinShape.of(category).symbol());
    }

    /** The lines within the small disc that tells a status; empty for an unverified claim, which has none. */
    public static String badge(Status status) {
        return data(PinPainter.sign(status));
    }

    static String data(Shape shape) {
        StringBuilder path = new StringBuilder();
        double[] c = new double[6];
        for (PathIterator at = shape.getPathIterator(null); !at.isDone(); at.next()) {
            switch (at.currentSegment(c)) {
                case PathIterator.SEG_MOVETO -> append(path, 'M', c, 2);
                case PathIterator.SEG_LINETO -> append(path, 'L', c, 2);
                case PathIterator.SEG_QUADTO -> append(path, 'Q', c, 4);
                case PathIterator.SEG_CUBICTO -> append(path, 'C', c, 6);
                default -> path.append('Z');
            }
        }
        return path.toString();
    }

    private static void append(StringBuilder path, char command, double[] c, int count) {
        path.append(command);
        for (int i = 0; i < count; i++) {
            double rounded = Math.rint(c[i] * 1000) / 1000;
            String number = rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
            path.append(i == 0 ? "" : " ").append(number);
        }
    }
}
