package org.sightline.map;

import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The stretches of a path of straight lines, measured in pixels. */
record Runs(List<Run> runs) {

    /** One unbroken stretch. */
    static final class Run {
        private final List<Point2D> points = new ArrayList<>();
        private double length;

        private void add(double x, double y) {
            Point2D next = new Point2D.Double(x, y);
            if (!points.isEmpty()) {
                length += points.getLast().distance(next);
            }
            points.add(next);
        }

        double length() {
            return length;
        }

        Point2D last() {
            return points.getLast();
        }

        Point2D first() {
            return points.getFirst();
        }

        /** The pixel rows at which it crosses a column. */
        List<Double> crossings(double x) {
            List<Double> rows = new ArrayList<>();
            for (int i = 1; i < points.size(); i++) {
                Point2D a = points.get(i - 1);
                Point2D b = points.get(i);
                if (a.getX() < x != b.getX() < x) {
                    rows.add(a.getY() + (x - a.getX()) / (b.getX() - a.getX()) * (b.getY() - a.getY()));
                }
            }
            return rows;
        }

        /** @param share 0 at the start, 1 at the end */
        Point2D at(double share) {
            double left = length * share;
            for (int i = 1; i < points.size(); i++) {
                double step = points.get(i - 1).distance(points.get(i));
                if (left <= step && step > 0) {
                    double t = left / step;
                    Point2D a = points.get(i - 1);
                    Point2D b = points.get(i);
                    return new Point2D.Double(
                            a.getX() + t * (b.getX() - a.getX()), a.getY() + t * (b.getY() - a.getY()));
                }
                left -= step;
            }
            return points.getLast();
        }

        /** The heading at a distance from the start, radians clockwise from the right, over the {@code reach} before it. */
        double heading(double distance, double reach) {
            Point2D to = at(length == 0 ? 0 : distance / length);
            Point2D from = at(length == 0 ? 0 : Math.max(0, distance - reach) / length);
            return Math.atan2(to.getY() - from.getY(), to.getX() - from.getX());
        }
    }

    static Runs of(Path2D path) {
        List<Run> runs = new ArrayList<>();
        double[] xy = new double[6];
        for (PathIterator it = path.getPathIterator(null, 0.5); !it.isDone(); it.next()) {
            int kind = it.currentSegment(xy);
            if (kind == PathIterator.SEG_MOVETO) {
                runs.add(new Run());
            }
            if (kind != PathIterator.SEG_CLOSE) {
                runs.getLast().add(xy[0], xy[1]);
            }
        }
        return new Runs(List.copyOf(runs));
    }

    Optional<Run> longest() {
        return runs.stream().max(Comparator.comparingDouble(Run::length));
    }
}
