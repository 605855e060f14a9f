package org.sightline.map;

import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.Arrays;
import java.util.Optional;

/** Where, in a view, the pins of the claims seen there stand, in the field's order: flat arrays, for they may be very many. */
final class Anchors {
    private int[] indexes = new int[64];
    private double[] xs = new double[64];
    private double[] ys = new double[64];
    private int size;

    private Anchors() {}

    /** Anchors in or just outside a view. */
    static Anchors inView(ClaimField field, MapView view, double headRadius) {
        Anchors anchors = new Anchors();
        Window near = new Window(view, 6 * headRadius, 0.5);
        for (int i = 0; i < field.size(); i++) {
            double x = view.screenX(field.x(i));
            double y = view.screenY(field.y(i));
            boolean inside = x >= 0 && x <= view.width() && y >= 0 && y <= view.height();
            Optional<FlatShape> shape = inside ? Optional.empty() : field.shape(i);
            if (shape.isPresent()) {
                int index = i;
                onSeenPart(shape.get(), view, headRadius)
                        .ifPresent(seen -> anchors.add(index, seen.getX(), seen.getY()));
            } else if (near.contains(x, y)) {
                anchors.add(i, x, y);
            }
        }
        return anchors;
    }

    private void add(int index, double x, double y) {
        if (size == indexes.length) {
            indexes = Arrays.copyOf(indexes, size * 2);
            xs = Arrays.copyOf(xs, size * 2);
            ys = Arrays.copyOf(ys, size * 2);
        }
        indexes[size] = index;
        xs[size] = x;
        ys[size++] = y;
    }

    int size() {
        return size;
    }

    /** Index in the field. */
    int index(int anchor) {
        return indexes[anchor];
    }

    /** Pixels. */
    double x(int anchor) {
        return xs[anchor];
    }

    double y(int anchor) {
        return ys[anchor];
    }

    PinLayout.Anchor get(int anchor) {
        return new PinLayout.Anchor(indexes[anchor], xs[anchor], ys[anchor]);
    }

    /** The middle of the longest stretch of a route that the view shows; areas keep their own anchor. */
    private static Optional<Point2D> onSeenPart(FlatShape shape, MapView view, double headRadius) {
        Window inner = new Window(view, -2.5 * headRadius, 0.5);
        if (shape.closed() || !shape.meets(inner)) {
            return Optional.empty();
        }
        Path2D path = new Path2D.Double();
        shape.trace(path, inner);
        return Runs.of(path).longest().map(run -> run.at(0.5));
    }
}
