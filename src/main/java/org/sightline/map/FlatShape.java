package org.sightline.map;

import java.awt.geom.Path2D;
import java.util.Arrays;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/**
 * A line or polygon in plane metres as flat arrays, made once and traced into view coordinates at every painting.
 * Immutable, safe for any thread.
 *
 * <p>Tracing drops vertices closer than the window's tolerance, and cuts to the window: rings by Sutherland and Hodgman
 * (1974), lines by Liang and Barsky (1984). So the cost of a fill or of a dashed stroke depends on what is seen, and
 * not on what lies beyond.
 */
final class FlatShape {
    private final double[] xy;
    private final int[] ends;
    private final double[] boxes;
    private final boolean closed;

    private FlatShape(double[] xy, int[] ends, boolean closed) {
        this.xy = xy;
        this.ends = ends;
        this.closed = closed;
        this.boxes = new double[ends.length * 4];
        for (int part = 0; part < ends.length; part++) {
            measure(part);
        }
    }

    /** Rings of the polygons in a geometry, or its lines when it has no polygon. */
    static FlatShape of(Geometry plane) {
        Collector collector = new Collector(plane.getDimension() == 2);
        collector.add(plane);
        return new FlatShape(collector.xy(), collector.ends(), collector.closed);
    }

    boolean isEmpty() {
        return ends.length == 0;
    }

    boolean closed() {
        return closed;
    }

    /** Whether any part's box meets the window. */
    boolean meets(Window window) {
        for (int part = 0; part < ends.length; part++) {
            if (meets(part, window)) {
                return true;
            }
        }
        return false;
    }

    /** Plane metres of the middle of the largest part: of its box for a ring, on the line itself for a line. */
    double[] middle() {
        int largest = 0;
        double most = -1;
        for (int part = 0; part < ends.length; part++) {
            double size = boxes[4 * part + 2] - boxes[4 * part] + boxes[4 * part + 3] - boxes[4 * part + 1];
            if (size > most) {
                most = size;
                largest = part;
            }
        }
        if (closed) {
            return new double[] {
                (boxes[4 * largest] + boxes[4 * largest + 2]) / 2, (boxes[4 * largest + 1] + boxes[4 * largest + 3]) / 2
            };
        }
        int vertex = (start(largest) + ends[largest]) / 2;
        return new double[] {xy[2 * vertex], xy[2 * vertex + 1]};
    }

    /** Adds what is seen of this shape to a path in view coordinates. */
    void trace(Path2D path, Window window) {
        trace(new Trace(path, window));
    }

    /** The same with the trace of a path that takes many shapes. */
    void trace(Trace trace) {
        Window window = trace.window();
        for (int part = 0; part < ends.length; part++) {
            if (!meets(part, window)) {
                continue;
            }
            trace.gather(xy, start(part), ends[part], closed);
            if (!closed) {
                trace.line();
            } else if (inside(part, window)) {
                trace.ring();
            } else {
                trace.clippedRing();
            }
        }
    }

    private int start(int part) {
        return part == 0 ? 0 : ends[part - 1];
    }

    private void measure(int part) {
        double west = Double.POSITIVE_INFINITY;
        double south = Double.POSITIVE_INFINITY;
        double east = Double.NEGATIVE_INFINITY;
        double north = Double.NEGATIVE_INFINITY;
        for (int i = start(part); i < ends[part]; i++) {
            west = Math.min(west, xy[2 * i]);
            east = Math.max(east, xy[2 * i]);
            south = Math.min(south, xy[2 * i + 1]);
            north = Math.max(north, xy[2 * i + 1]);
        }
        boxes[4 * part] = west;
        boxes[4 * part + 1] = south;
        boxes[4 * part + 2] = east;
        boxes[4 * part + 3] = north;
    }

    private boolean meets(int part, Window w) {
        MapView view = w.view();
        double reach = w.margin() * view.metresPerPixel();
        double halfWidth = view.width() / 2.0 * view.metresPerPixel() + reach;
        double halfHeight = view.height() / 2.0 * view.metresPerPixel() + reach;
        boolean seen = boxes[4 * part] <= view.centreX() + halfWidth
                && boxes[4 * part + 2] >= view.centreX() - halfWidth
                && boxes[4 * part + 1] <= view.centreY() + halfHeight
                && boxes[4 * part + 3] >= view.centreY() - halfHeight;
        double size = Math.max(boxes[4 * part + 2] - boxes[4 * part], boxes[4 * part + 3] - boxes[4 * part + 1]);
        return seen && size >= w.tolerance() * view.metresPerPixel();
    }

    private boolean inside(int part, Window w) {
        MapView view = w.view();
        return view.screenX(boxes[4 * part]) >= w.left()
                && view.screenX(boxes[4 * part + 2]) <= w.right()
                && view.screenY(boxes[4 * part + 3]) >= w.top()
                && view.screenY(boxes[4 * part + 1]) <= w.bottom();
    }

    /** Gathers the parts of a geometry into arrays. */
    private static final class Collector {
        private final boolean closed;
        private double[] xy = new double[256];
        private int length;
        private int[] ends = new int[4];
        private int parts;

        Collector(boolean closed) {
            this.closed = closed;
        }

        void add(Geometry g) {
            if (g instanceof Polygon polygon) {
                addPart(polygon.getExteriorRing());
                for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                    addPart(polygon.getInteriorRingN(i));
                }
            } else if (g instanceof LineString line && !closed) {
                addPart(line);
            } else if (g instanceof GeometryCollection collection) {
                for (int i = 0; i < collection.getNumGeometries(); i++) {
                    add(collection.getGeometryN(i));
                }
            }
        }

        private void addPart(LineString line) {
            CoordinateSequence vertices = line.getCoordinateSequence();
            int count = vertices.size();
            if (count < 2) {
                return;
            }
            reserve(2 * count);
            for (int i = 0; i < count; i++) {
                xy[length++] = vertices.getX(i);
                xy[length++] = vertices.getY(i);
            }
            if (parts == ends.length) {
                ends = Arrays.copyOf(ends, parts * 2);
            }
            ends[parts++] = length / 2;
        }

        private void reserve(int more) {
            if (length + more > xy.length) {
                xy = Arrays.copyOf(xy, Math.max(xy.length * 2, length + more));
            }
        }

        double[] xy() {
            return Arrays.copyOf(xy, length);
        }

        int[] ends() {
            return Arrays.copyOf(ends, parts);
        }
    }
}
