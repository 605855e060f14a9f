package org.sightline.geo;

import org.locationtech.jts.geom.CoordinateSequence;

/**
 * One border line between two countries, ready for finding its point nearest to a position: its vertices also as points
 * on the unit sphere, where nearness is a matter of straight lines. Long segments are divided first, since the map means
 * them to be straight in degrees (the 49th parallel), not on the globe. Immutable, safe for any thread.
 */
final class BorderLine {
    /** Degrees; so short, an arc lies within 10 metres of its chord. */
    private static final double LONGEST = 0.2;

    private static final double EARTH_RADIUS = 6_371_000;

    private final String left;
    private final String right;
    private final double[] degrees;
    private final double[] sphere;

    /**
     * @param metres from the position it is nearest to, geodesic
     */
    record Point(Position position, double metres) {}

    BorderLine(String left, String right, CoordinateSequence line) {
        this.left = left;
        this.right = right;
        this.degrees = divided(line);
        this.sphere = new double[degrees.length / 2 * 3];
        for (int i = 0; i < degrees.length / 2; i++) {
            double[] point = onSphere(degrees[2 * i], degrees[2 * i + 1]);
            System.arraycopy(point, 0, sphere, 3 * i, 3);
        }
    }

    private static double[] divided(CoordinateSequence line) {
        Clipping.Points points = new Clipping.Points(line.size());
        points.add(line.getX(0), line.getY(0));
        for (int i = 1; i < line.size(); i++) {
            double dx = line.getX(i) - line.getX(i - 1);
            double dy = line.getY(i) - line.getY(i - 1);
            int pieces = (int) Math.ceil(Math.max(Math.abs(dx), Math.abs(dy)) / LONGEST);
            for (int piece = 1; piece <= Math.max(1, pieces); piece++) {
                double share = (double) piece / Math.max(1, pieces);
                points.add(line.getX(i - 1) + dx * share, line.getY(i - 1) + dy * share);
            }
        }
        return points.toArray();
    }

    /** x, y, z on the unit sphere. */
    static double[] onSphere(double lon, double lat) {
        double cos = Math.cos(Math.toRadians(lat));
        return new double[] {
            cos * Math.cos(Math.toRadians(lon)), cos * Math.sin(Math.toRadians(lon)), Math.sin(Math.toRadians(lat))
        };
    }

    String otherThan(String country) {
        return left.equals(country) ? right : left;
    }

    /** The least straight distance through the unit sphere from a point on it to the line. */
    double leastChord(double[] from) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 3; i < sphere.length; i += 3) {
            least = Math.min(least, squaredChord(from, i, along(from, i)));
        }
        return Math.sqrt(least);
    }

    /** Where on the segment that ends at {@code i} the nearest point is, 0 to 1. */
    private double along(double[] from, int i) {
        double dx = sphere[i] - sphere[i - 3];
        double dy = sphere[i + 1] - sphere[i - 2];
        double dz = sphere[i + 2] - sphere[i - 1];
        double squared = dx * dx + dy * dy + dz * dz;
        double dot = (from[0] - sphere[i - 3]) * dx + (from[1] - sphere[i - 2]) * dy + (from[2] - sphere[i - 1]) * dz;
        return squared == 0 ? 0 : Math.clamp(dot / squared, 0, 1);
    }

    private double squaredChord(double[] from, int i, double t) {
        double x = sphere[i - 3] + t * (sphere[i] - sphere[i - 3]) - from[0];
        double y = sphere[i - 2] + t * (sphere[i + 1] - sphere[i - 2]) - from[1];
        double z = sphere[i - 1] + t * (sphere[i + 2] - sphere[i - 1]) - from[2];
        return x * x + y * y + z * z;
    }

    /**
     * The point nearest to a position, geodesically: of every segment within {@code reach} (a chord), the best point by
     * golden section.
     */
    Point nearest(Position position, double[] from, double reach) {
        Point best = new Point(position, Double.POSITIVE_INFINITY);
        for (int i = 3; i < sphere.length; i += 3) {
            double t = along(from, i);
            double chord = Math.sqrt(squaredChord(from, i, t));
            if (chord <= reach && chord * EARTH_RADIUS * 0.99 - 20 <= best.metres()) {
                Point point = onSegment(position, i / 3);
                best = point.metres() < best.metres() ? point : best;
            }
        }
        return best;
    }

    private Point onSegment(Position from, int i) {
        double low = 0;
        double high = 1;
        double golden = (Math.sqrt(5) - 1) / 2;
        for (int step = 0; step < 30; step++) {
            double a = high - golden * (high - low);
            double b = low + golden * (high - low);
            if (metres(from, i, a) < metres(from, i, b)) {
                high = b;
            } else {
                low = a;
            }
        }
        double t = (low + high) / 2;
        return new Point(new Position(lat(i, t), lon(i, t)), metres(from, i, t));
    }

    private double metres(Position from, int i, double t) {
        return Geodesic.distance(from.lon(), from.lat(), lon(i, t), lat(i, t));
    }

    private double lon(int i, double t) {
        return degrees[2 * i - 2] + t * (degrees[2 * i] - degrees[2 * i - 2]);
    }

    private double lat(int i, double t) {
        return degrees[2 * i - 1] + t * (degrees[2 * i + 1] - degrees[2 * i - 1]);
    }
}
