package org.sightline.map;

import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where, in a view, the pins of the claims seen there stand, in the field's order. They may be very many and are found for
 * every frame, so that of most only the index is kept, and what is in view is told without reckoning pixels.
 */
final class Anchors {
    private final ClaimField field;
    private final MapView view;
    private final double west;
    private final double east;
    private final double north;
    private final double south;
    /** By index in the field, plane metres of what stands elsewhere in this view than in the field. */
    private final Map<Integer, Point2D> moved = new HashMap<>();

    private int[] indexes;
    private int size;

    /** @param beyond pixels beyond the view */
    private Anchors(ClaimField field, MapView view, double beyond) {
        this.indexes = field.spare().take();
        this.field = field;
        this.view = view;
        this.west = view.planeX(-beyond);
        this.east = view.planeX(view.width() + beyond);
        this.north = view.planeY(-beyond);
        this.south = view.planeY(view.height() + beyond);
    }

    /** None yet, of a view and what lies just outside; for {@link #find}. */
    static Anchors of(ClaimField field, MapView view, double headRadius) {
        return new Anchors(field, view, 6 * headRadius);
    }

    /** Is told of each anchor as it is found, in order, with the plane metres of where it stands. */
    interface Finding {
        void found(int anchor, double planeX, double planeY);
    }

    /** Leaves the room of the indexes to the next view; these anchors are not to be asked again. */
    void giveBack() {
        field.spare().giveBack(indexes);
        indexes = new int[0];
        size = 0;
    }

    /** Finds all in one pass, for where a million stand is more than the processor's cache holds. */
    void find(double headRadius, Finding finding) {
        for (int i = 0; i < field.size(); i++) {
            double x = field.x(i);
            double y = field.y(i);
            Optional<FlatShape> shape = field.shape(i);
            if (shape.isPresent() && !inside(x, y)) {
                int index = i;
                onSeenPart(shape.get(), view, headRadius).ifPresent(seen -> {
                    Point2D there = new Point2D.Double(view.planeX(seen.getX()), view.planeY(seen.getY()));
                    moved.put(index, there);
                    finding.found(add(index), there.getX(), there.getY());
                });
            } else if (x >= west && x <= east && y >= south && y <= north) {
                finding.found(add(i), x, y);
            }
        }
    }

    private boolean inside(double planeX, double planeY) {
        double x = view.screenX(planeX);
        double y = view.screenY(planeY);
        return x >= 0 && x <= view.width() && y >= 0 && y <= view.height();
    }

    private int add(int index) {
        if (size == indexes.length) {
            indexes = Arrays.copyOf(indexes, size * 2);
        }
        indexes[size] = index;
        return size++;
    }

    int size() {
        return size;
    }

    /** Index in the field. */
    int index(int anchor) {
        return indexes[anchor];
    }

    /** The anchor of an index in the field that is among them. */
    int of(int index) {
        return Arrays.binarySearch(indexes, 0, size, index);
    }

    /** Plane metres that none lies beyond. */
    double west() {
        return west;
    }

    double east() {
        return east;
    }

    double north() {
        return north;
    }

    double south() {
        return south;
    }

    /** Plane metres. */
    double planeX(int anchor) {
        int index = indexes[anchor];
        Point2D elsewhere = moved.isEmpty() ? null : moved.get(index);
        return elsewhere == null ? field.x(index) : elsewhere.getX();
    }

    double planeY(int anchor) {
        int index = indexes[anchor];
        Point2D elsewhere = moved.isEmpty() ? null : moved.get(index);
        return elsewhere == null ? field.y(index) : elsewhere.getY();
    }

    /** Pixels. */
    double x(int anchor) {
        return view.screenX(planeX(anchor));
    }

    double y(int anchor) {
        return view.screenY(planeY(anchor));
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
