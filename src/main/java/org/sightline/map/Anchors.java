package org.sightline.map;

import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where, in a view, the pins of the claims seen there stand, in the field's order. They may be very many and are found for
 * every frame, so that of most only the index is kept.
 */
final class Anchors {
    private final ClaimField field;
    private final MapView view;
    /** By index in the field, of what stands elsewhere in this view than in the field. */
    private final Map<Integer, Point2D> moved = new HashMap<>();

    private int[] indexes = new int[64];
    private int size;

    private Anchors(ClaimField field, MapView view) {
        this.field = field;
        this.view = view;
    }

    /** Anchors in or just outside a view. */
    static Anchors inView(ClaimField field, MapView view, double headRadius) {
        Anchors anchors = new Anchors(field, view);
        Window near = new Window(view, 6 * headRadius, 0.5);
        for (int i = 0; i < field.size(); i++) {
            double x = view.screenX(field.x(i));
            double y = view.screenY(field.y(i));
            boolean inside = x >= 0 && x <= view.width() && y >= 0 && y <= view.height();
            Optional<FlatShape> shape = inside ? Optional.empty() : field.shape(i);
            if (shape.isPresent()) {
                int index = i;
                onSeenPart(shape.get(), view, headRadius).ifPresent(seen -> {
                    anchors.moved.put(index, seen);
                    anchors.add(index);
                });
            } else if (near.contains(x, y)) {
                anchors.add(i);
            }
        }
        return anchors;
    }

    private void add(int index) {
        if (size == indexes.length) {
            indexes = Arrays.copyOf(indexes, size * 2);
        }
        indexes[size++] = index;
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
        int index = indexes[anchor];
        Point2D elsewhere = moved.isEmpty() ? null : moved.get(index);
        return elsewhere == null ? view.screenX(field.x(index)) : elsewhere.getX();
    }

    double y(int anchor) {
        int index = indexes[anchor];
        Point2D elsewhere = moved.isEmpty() ? null : moved.get(index);
        return elsewhere == null ? view.screenY(field.y(index)) : elsewhere.getY();
    }

    PinLayout.Anchor get(int anchor) {
        return new PinLayout.Anchor(indexes[anchor], x(anchor), y(anchor));
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
