package org.sightline.map;

import java.util.Arrays;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.sightline.geo.MapProjection;

/**
 * Where the points of a board's claims lie on the plane of a projection, each reckoned when it is first asked for: lists
 * that were chosen from the same claims, as a filter that follows a hand makes them, share what was reckoned. The latest
 * board and projection are kept. Safe for any thread.
 */
final class ProjectedRows {
    private static @Nullable ProjectedRows latest;

    private final MapProjection projection;
    private final Object whole;
    /** Plane metres, x and y of a row in turn; an x that is NaN has not been reckoned, an infinite one is off the plane. */
    private final double[] plane;

    private final SpareInts spare = new SpareInts();

    private ProjectedRows(MapProjection projection, Object whole, int rows) {
        this.projection = projection;
        this.whole = whole;
        this.plane = new double[2 * rows];
        Arrays.fill(plane, Double.NaN);
    }

    @SuppressWarnings("ReferenceEquality") // the same claims, not equal ones
    static synchronized ProjectedRows of(MapProjection projection, PinRows claims) {
        ProjectedRows kept = latest;
        if (kept == null || kept.whole != claims.whole() || !kept.projection.equals(projection)) {
            kept = new ProjectedRows(projection, claims.whole(), claims.wholeSize());
            latest = kept;
        }
        return kept;
    }

    /** Is told of a point, which lies in the {@linkplain #plane() plane} at {@code offset} (x) and the next (y). */
    interface Points {
        void point(int row, int offset);
    }

    /** Plane metres. What {@link #each} has told of no longer changes in it. */
    double[] plane() {
        return plane;
    }

    /** Room for as many whole numbers as a view had anchors, for the next to take. */
    SpareInts spare() {
        return spare;
    }

    /** Tells of the rows of a list that are points on the plane, and those that are shapes. */
    synchronized void each(PinRows claims, Points points, IntConsumer shapes) {
        for (int row = 0; row < claims.size(); row++) {
            int there = claims.rowThere(row);
            if (there >= 0 && Double.isNaN(plane[2 * there])) {
                reckon(claims, row, there);
            }
            if (there >= 0 && plane[2 * there] < Double.POSITIVE_INFINITY) {
                points.point(row, 2 * there);
            } else if (claims.shaped(row)) {
                shapes.accept(row);
            }
        }
    }

    private void reckon(PinRows claims, int row, int there) {
        double longitude = claims.longitude(row);
        if (!Double.isNaN(longitude)) {
            projection.project(longitude, claims.latitude(row), plane, 2 * there);
        }
        if (!Double.isFinite(plane[2 * there]) || !Double.isFinite(plane[2 * there + 1])) {
            plane[2 * there] = Double.POSITIVE_INFINITY;
        }
    }
}
