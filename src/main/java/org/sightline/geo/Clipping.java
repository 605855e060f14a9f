package org.sightline.geo;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.impl.PackedCoordinateSequence;

/**
 * Cuts geometries to a rectangle, fast and for painting: rings by Sutherland and Hodgman ("Reentrant polygon clipping",
 * 1974), which may leave slivers of no width along the frame, lines by Liang and Barsky (1984). Stateless.
 */
final class Clipping {
    private Clipping() {}

    /** The parts inside {@code frame}; the geometry itself when all of it is. */
    static List<Geometry> parts(Geometry geometry, Envelope frame) {
        List<Geometry> out = new ArrayList<>();
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            Geometry part = geometry.getGeometryN(i);
            Envelope extent = part.getEnvelopeInternal();
            if (frame.covers(extent)) {
                out.add(part);
            } else if (frame.intersects(extent)) {
                switch (part) {
                    case Polygon polygon -> addPolygon(out, polygon, frame);
                    case LineString line -> addLine(out, line.getCoordinateSequence(), frame);
                    case Point point -> {
                        // covered points were kept above
                    }
                    default -> out.addAll(parts(part, frame));
                }
            }
        }
        return out;
    }

    private static void addPolygon(List<Geometry> out, Polygon polygon, Envelope frame) {
        LinearRing shell = ring(polygon.getExteriorRing(), frame);
        if (shell == null) {
            return;
        }
        List<LinearRing> holes = new ArrayList<>();
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            LinearRing hole = ring(polygon.getInteriorRingN(i), frame);
            if (hole != null) {
                holes.add(hole);
            }
        }
        out.add(LayerFile.GEOMETRY.createPolygon(shell, holes.toArray(LinearRing[]::new)));
    }

    private static @org.jspecify.annotations.Nullable LinearRing ring(LinearRing ring, Envelope frame) {
        CoordinateSequence points = ring.getCoordinateSequence();
        Points path = new Points(points.size());
        for (int i = 0; i + 1 < points.size(); i++) {
            path.add(points.getX(i), points.getY(i));
        }
        path = half(path, 0, frame.getMinX(), true);
        path = half(path, 0, frame.getMaxX(), false);
        path = half(path, 1, frame.getMinY(), true);
        path = half(path, 1, frame.getMaxY(), false);
        if (path.size < 3) {
            return null;
        }
        path.add(path.xy[0], path.xy[1]);
        return LayerFile.GEOMETRY.createLinearRing(path.sequence());
    }

    /** Keeps what lies on one side of a line parallel to an axis (0: x, 1: y). */
    private static Points half(Points path, int axis, double edge, boolean above) {
        Points out = new Points(path.size + 4);
        if (path.size == 0) {
            return out;
        }
        double lastX = path.xy[2 * path.size - 2];
        double lastY = path.xy[2 * path.size - 1];
        for (int i = 0; i < path.size; i++) {
            double x = path.xy[2 * i];
            double y = path.xy[2 * i + 1];
            double from = axis == 0 ? lastX : lastY;
            double to = axis == 0 ? x : y;
            boolean fromIn = above ? from >= edge : from <= edge;
            boolean toIn = above ? to >= edge : to <= edge;
            if (fromIn != toIn) {
                double t = (edge - from) / (to - from);
                out.add(axis == 0 ? edge : lastX + t * (x - lastX), axis == 0 ? lastY + t * (y - lastY) : edge);
            }
            if (toIn) {
                out.add(x, y);
            }
            lastX = x;
            lastY = y;
        }
        return out;
    }

    private static void addLine(List<Geometry> out, CoordinateSequence points, Envelope frame) {
        Points run = new Points(16);
        double[] span = new double[2];
        for (int i = 1; i < points.size(); i++) {
            double ax = points.getX(i - 1);
            double ay = points.getY(i - 1);
            double dx = points.getX(i) - ax;
            double dy = points.getY(i) - ay;
            boolean visible = visible(ax, ay, dx, dy, frame, span);
            if (visible) {
                if (run.size == 0) {
                    run.add(ax + span[0] * dx, ay + span[0] * dy);
                }
                run.add(ax + span[1] * dx, ay + span[1] * dy);
            }
            if (!visible || span[1] < 1) {
                run = finished(out, run);
            }
        }
        finished(out, run);
    }

    private static Points finished(List<Geometry> out, Points run) {
        if (run.size < 2) {
            return run.size == 0 ? run : new Points(16);
        }
        out.add(LayerFile.GEOMETRY.createLineString(run.sequence()));
        return new Points(16);
    }

    /** Whether a piece of the segment is inside, and from where to where along it, 0 to 1. */
    private static boolean visible(double ax, double ay, double dx, double dy, Envelope frame, double[] span) {
        span[0] = 0;
        span[1] = 1;
        return within(-dx, ax - frame.getMinX(), span)
                && within(dx, frame.getMaxX() - ax, span)
                && within(-dy, ay - frame.getMinY(), span)
                && within(dy, frame.getMaxY() - ay, span)
                && span[0] < span[1];
    }

    private static boolean within(double p, double q, double[] span) {
        if (p == 0) {
            return q >= 0;
        }
        double t = q / p;
        if (p < 0) {
            span[0] = Math.max(span[0], t);
        } else {
            span[1] = Math.min(span[1], t);
        }
        return true;
    }

    /** Coordinates that are still being gathered. */
    static final class Points {
        private double[] xy;
        private int size;

        Points(int capacity) {
            xy = new double[2 * Math.max(4, capacity)];
        }

        void add(double x, double y) {
            if (2 * size == xy.length) {
                xy = java.util.Arrays.copyOf(xy, 2 * xy.length);
            }
            xy[2 * size] = x;
            xy[2 * size + 1] = y;
            size++;
        }

        /** Ends a ring where it began. */
        void close() {
            int last = 2 * size - 2;
            if (size > 0 && (xy[0] != xy[last] || xy[1] != xy[last + 1])) {
                add(xy[0], xy[1]);
            }
        }

        int size() {
            return size;
        }

        double[] toArray() {
            return java.util.Arrays.copyOf(xy, 2 * size);
        }

        CoordinateSequence sequence() {
            return new PackedCoordinateSequence.Double(toArray(), 2, 0);
        }
    }
}
