package org.sightline.geo;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.sightline.geo.BaseMap.Detail;
import org.sightline.geo.BaseMap.Feature;
import org.sightline.geo.BaseMap.Layer;

/**
 * Tells in which country a position lies: the polygon at 1:10m, corrected near borders by the finer border lines, which
 * know what lies at their left and right. Safe for any thread.
 */
final class CountryLookup {
    /** Metres within which a border line is looked for: more than the polygons are ever off. */
    private static final double NEAR_BORDER = 12_000;

    /** Metres off the coast that still count as land. */
    private static final double COAST = 2_000;

    private static final double METRES_PER_DEGREE = 111_200;

    private static final Map<Feature, IndexedPointInAreaLocator> LOCATORS = new ConcurrentHashMap<>();

    private CountryLookup() {}

    static Optional<String> at(Position position) {
        Coordinate point = new Coordinate(position.lon(), position.lat());
        String rough = rough(point);
        Side side = nearestSide(point);
        boolean decides = side.metres <= NEAR_BORDER && (rough.isEmpty() || side.names(rough));
        String found = decides ? side.country() : rough;
        return found.isEmpty() ? Optional.empty() : Optional.of(found);
    }

    /** By the polygon the point is in, or that is nearest within reach of the coast; else empty. */
    private static String rough(Coordinate point) {
        String nearest = "";
        double least = COAST;
        for (Feature part : BaseMap.features(Layer.COUNTRIES, Detail.M10, around(point, COAST))) {
            if (part.geometry().getEnvelopeInternal().covers(point)
                    && LOCATORS.computeIfAbsent(part, p -> new IndexedPointInAreaLocator(p.geometry()))
                                    .locate(point)
                            != Location.EXTERIOR) {
                return part.attribute("iso");
            }
            double metres = part.geometry() instanceof Polygon polygon ? toShore(point, polygon) : COAST;
            if (metres < least) {
                least = metres;
                nearest = part.attribute("iso");
            }
        }
        return nearest;
    }

    private static Envelope around(Coordinate point, double metres) {
        Envelope envelope = new Envelope(point);
        double lat = metres / METRES_PER_DEGREE;
        envelope.expandBy(lat / shrink(point), lat);
        return envelope;
    }

    /** How much shorter a degree of longitude is than one of latitude. */
    private static double shrink(Coordinate point) {
        return Math.max(0.01, Math.cos(Math.toRadians(point.y)));
    }

    private static double toShore(Coordinate point, Polygon polygon) {
        Side nearest = new Side();
        nearest.offer(point, polygon.getExteriorRing(), "", "");
        return nearest.metres;
    }

    private static Side nearestSide(Coordinate point) {
        Side side = new Side();
        for (Feature border : BaseMap.features(Layer.BORDERS, Detail.M1, around(point, NEAR_BORDER))) {
            if (border.geometry() instanceof LineString line) {
                side.offer(point, line, border.attribute("left"), border.attribute("right"));
            }
        }
        return side;
    }

    /** The nearest line so far, on a plane of metres around the point, and on which side of it the point lies. */
    private static final class Side {
        private double metres = Double.POSITIVE_INFINITY;

        /** Distance from the infinite line of the nearest segment; positive at its left. */
        private double offset;

        private String left = "";
        private String right = "";

        String country() {
            return offset >= 0 ? left : right;
        }

        boolean names(String country) {
            return left.equals(country) || right.equals(country);
        }

        void offer(Coordinate point, LineString line, String leftOf, String rightOf) {
            CoordinateSequence points = line.getCoordinateSequence();
            double east = METRES_PER_DEGREE * shrink(point);
            double bx = (points.getX(0) - point.x) * east;
            double by = (points.getY(0) - point.y) * METRES_PER_DEGREE;
            for (int i = 1; i < points.size(); i++) {
                double ax = bx;
                double ay = by;
                bx = (points.getX(i) - point.x) * east;
                by = (points.getY(i) - point.y) * METRES_PER_DEGREE;
                double dx = bx - ax;
                double dy = by - ay;
                double squared = dx * dx + dy * dy;
                if (squared == 0) {
                    continue;
                }
                double t = Math.clamp(-(ax * dx + ay * dy) / squared, 0, 1);
                double distance = Math.hypot(ax + t * dx, ay + t * dy);
                // the point is the origin: the cross product tells the side
                double across = (ax * dy - ay * dx) / Math.sqrt(squared);
                boolean nearer = distance < metres - 1e-6;
                // where two segments share the nearest vertex, the one the point lies farther off tells the side
                boolean clearer = distance < metres + 1e-6 && Math.abs(across) > Math.abs(offset);
                if (nearer || clearer) {
                    metres = Math.min(metres, distance);
                    offset = across;
                    left = leftOf;
                    right = rightOf;
                }
            }
        }
    }
}
