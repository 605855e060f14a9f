package org.sightline.map;

import java.awt.geom.Path2D;

/** Turns runs of plane vertices into view coordinates, thinned and cut to a window. Not safe for threads; made for one path, of as many runs as there are. */
final class Trace {
    /** Of the window's tolerance: how far a straight line may pass the vertices it leaves out. */
    private static final double STRAY = 0.6;

    private final Path2D path;
    private final Window window;
    private final Sleeve sleeve;
    private double[] points = new double[512];
    private double[] spare = new double[0];
    private int count;

    Trace(Path2D path, Window window) {
        this.path = path;
        this.window = window;
        this.sleeve = new Sleeve(window.tolerance() * STRAY);
    }

    Window window() {
        return window;
    }

    /**
     * Takes vertices {@code from} (inclusive) to {@code to}, dropping those too close to the one before, and those that are
     * as good as on a straight line between others.
     */
    void gather(double[] xy, int from, int to, boolean ring) {
        MapView view = window.view();
        double tolerance = window.tolerance();
        points = sized(points, 2 * (to - from) + 4);
        count = 0;
        double lastX = Double.NaN;
        double lastY = Double.NaN;
        for (int i = from; i < to; i++) {
            double x = view.screenX(xy[2 * i]);
            double y = view.screenY(xy[2 * i + 1]);
            boolean close = Math.abs(x - lastX) < tolerance && Math.abs(y - lastY) < tolerance;
            if (!close || (!ring && i == to - 1)) {
                add(x, y, lastX, lastY);
                lastX = x;
                lastY = y;
            }
        }
    }

    /** Adds a vertex; it takes the place of the last one, if a straight line to it may leave that out. */
    private void add(double x, double y, double lastX, double lastY) {
        if (count == 0) {
            sleeve.begin(x, y);
        } else if (count > 1 && sleeve.reaches(x, y)) {
            count--;
        } else if (count > 1) {
            sleeve.begin(lastX, lastY);
        }
        points[2 * count] = x;
        points[2 * count + 1] = y;
        count++;
        sleeve.pass(x, y);
    }

    /** The gathered ring, whole. */
    void ring() {
        if (count < 3) {
            return;
        }
        path.moveTo(points[0], points[1]);
        for (int i = 1; i < count; i++) {
            path.lineTo(points[2 * i], points[2 * i + 1]);
        }
        path.closePath();
    }

    /** The gathered ring, cut to the window. */
    void clippedRing() {
        cut(0, window.left(), true);
        cut(0, window.right(), false);
        cut(1, window.top(), true);
        cut(1, window.bottom(), false);
        ring();
    }

    /** One pass of Sutherland and Hodgman: keeps what lies on one side of an upright or level line. */
    private void cut(int axis, double edge, boolean above) {
        spare = sized(spare, 4 * count + 4);
        int kept = 0;
        for (int i = 0; i < count; i++) {
            int before = i == 0 ? count - 1 : i - 1;
            double a = points[2 * before + axis];
            double b = points[2 * i + axis];
            boolean aIn = above ? a >= edge : a <= edge;
            boolean bIn = above ? b >= edge : b <= edge;
            if (aIn != bIn) {
                double t = (edge - a) / (b - a);
                double a2 = points[2 * before + 1 - axis];
                double b2 = points[2 * i + 1 - axis];
                spare[2 * kept + axis] = edge;
                spare[2 * kept + 1 - axis] = a2 + t * (b2 - a2);
                kept++;
            }
            if (bIn) {
                spare[2 * kept] = points[2 * i];
                spare[2 * kept + 1] = points[2 * i + 1];
                kept++;
            }
        }
        double[] swap = points;
        points = spare;
        spare = swap;
        count = kept;
    }

    /** The gathered line, each stretch inside the window as a run of its own. */
    void line() {
        boolean open = false;
        for (int i = 1; i < count; i++) {
            double x0 = points[2 * i - 2];
            double y0 = points[2 * i - 1];
            double x1 = points[2 * i];
            double y1 = points[2 * i + 1];
            if (window.contains(x0, y0) && window.contains(x1, y1)) {
                start(open, x0, y0);
                path.lineTo(x1, y1);
                open = true;
            } else {
                open = segment(open, x0, y0, x1, y1);
            }
        }
    }

    private void start(boolean open, double x, double y) {
        if (!open) {
            path.moveTo(x, y);
        }
    }

    /** Liang and Barsky: the part of a segment inside the window; true when it ends inside, so that the run goes on. */
    private boolean segment(boolean open, double x0, double y0, double x1, double y1) {
        double dx = x1 - x0;
        double dy = y1 - y0;
        double[] p = {-dx, dx, -dy, dy};
        double[] q = {x0 - window.left(), window.right() - x0, y0 - window.top(), window.bottom() - y0};
        double enter = 0;
        double leave = 1;
        for (int side = 0; side < 4; side++) {
            if (p[side] == 0) {
                if (q[side] < 0) {
                    return false;
                }
            } else if (p[side] < 0) {
                enter = Math.max(enter, q[side] / p[side]);
            } else {
                leave = Math.min(leave, q[side] / p[side]);
            }
        }
        if (enter > leave) {
            return false;
        }
        start(open && enter == 0, x0 + enter * dx, y0 + enter * dy);
        path.lineTo(x0 + leave * dx, y0 + leave * dy);
        return leave == 1;
    }

    /** An array of at least that length; what was in it may be gone. */
    private static double[] sized(double[] array, int length) {
        return array.length >= length ? array : new double[Math.max(length, array.length * 2)];
    }
}
