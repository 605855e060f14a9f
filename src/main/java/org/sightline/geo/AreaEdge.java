package org.sightline.geo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/**
 * The edge of an area on a round world. An area across the antimeridian is written in two parts that meet there (RFC
 * 7946, 3.1.9), and one around a pole is closed along the pole: these sides are cuts and no boundary. Stateless, safe for
 * any thread.
 */
public final class AreaEdge {
    /** Degrees within which a side lies on the antimeridian or at a pole. */
    private static final double NEAR = 1e-6;

    private AreaEdge() {}

    /** Latitudes that a side on the antimeridian covers. */
    private record Stretch(double south, double north) {}

    /**
     * The boundary as open lines, without the sides that lie on the antimeridian with the area on both sides of it, and
     * without those at a pole. A side on the antimeridian that has nothing beyond it is boundary.
     *
     * @param area degrees within -180 to 180
     * @return empty where no side is a cut, so that the rings themselves are the edge
     */
    public static Optional<Geometry> withoutCuts(Geometry area) {
        Envelope extent = area.getEnvelopeInternal();
        boolean across = extent.getMinX() <= NEAR - 180 && extent.getMaxX() >= 180 - NEAR;
        boolean polar = extent.getMinY() <= NEAR - 90 || extent.getMaxY() >= 90 - NEAR;
        if (area.getDimension() != 2 || !across && !polar) {
            return Optional.empty();
        }
        List<LineString> rings = rings(area);
        Lines edge = new Lines(stretches(rings, 180), stretches(rings, -180));
        rings.forEach(edge::add);
        return edge.cut
                ? Optional.of(LayerFile.GEOMETRY.createMultiLineString(edge.lines.toArray(LineString[]::new)))
                : Optional.empty();
    }

    private static List<LineString> rings(Geometry area) {
        List<LineString> rings = new ArrayList<>();
        for (int i = 0; i < area.getNumGeometries(); i++) {
            if (area.getGeometryN(i) instanceof Polygon part) {
                rings.add(part.getExteriorRing());
                for (int hole = 0; hole < part.getNumInteriorRing(); hole++) {
                    rings.add(part.getInteriorRingN(hole));
                }
            }
        }
        return rings;
    }

    /** What lies on one side of the antimeridian, from south to north. */
    private static List<Stretch> stretches(List<LineString> rings, double meridian) {
        List<Stretch> all = new ArrayList<>();
        for (LineString ring : rings) {
            Coordinate[] vertices = ring.getCoordinates();
            for (int i = 1; i < vertices.length; i++) {
                if (on(vertices[i - 1], meridian) && on(vertices[i], meridian)) {
                    all.add(new Stretch(
                            Math.min(vertices[i - 1].y, vertices[i].y), Math.max(vertices[i - 1].y, vertices[i].y)));
                }
            }
        }
        all.sort(Comparator.comparingDouble(Stretch::south));
        return all;
    }

    private static boolean on(Coordinate at, double meridian) {
        return Math.abs(at.x - meridian) <= NEAR;
    }

    private static boolean atPole(Coordinate at) {
        return Math.abs(at.y) >= 90 - NEAR;
    }

    /** Gathers what is boundary. */
    private static final class Lines {
        private final List<Stretch> east;
        private final List<Stretch> west;
        private final List<LineString> lines = new ArrayList<>();
        private final List<Coordinate> run = new ArrayList<>();
        private boolean cut;

        /** @param east what lies at 180, @param west what lies at -180 */
        Lines(List<Stretch> east, List<Stretch> west) {
            this.east = east;
            this.west = west;
        }

        void add(LineString ring) {
            Coordinate[] vertices = ring.getCoordinates();
            for (int i = 1; i < vertices.length; i++) {
                side(vertices[i - 1], vertices[i]);
            }
            finish();
        }

        private void side(Coordinate from, Coordinate to) {
            if (atPole(from) && atPole(to)) {
                cut = true;
                finish();
            } else if (on(from, 180) && on(to, 180)) {
                alongSeam(from, to, west);
            } else if (on(from, -180) && on(to, -180)) {
                alongSeam(from, to, east);
            } else {
                draw(from, to);
            }
        }

        /** Draws of a side on the antimeridian what has nothing beyond it. */
        private void alongSeam(Coordinate from, Coordinate to, List<Stretch> beyond) {
            double south = Math.min(from.y, to.y);
            double north = Math.max(from.y, to.y);
            List<Stretch> bare = new ArrayList<>();
            double reached = south;
            for (Stretch other : beyond) {
                double begin = Math.min(other.south(), north);
                if (begin > reached + NEAR) {
                    bare.add(new Stretch(reached, begin));
                }
                reached = Math.max(reached, other.north());
            }
            if (reached < north - NEAR) {
                bare.add(new Stretch(reached, north));
            }
            boolean whole = bare.size() == 1
                    && bare.getFirst().south() == south
                    && bare.getFirst().north() == north;
            cut |= !whole;
            boolean up = to.y > from.y;
            for (Stretch stretch : up ? bare : bare.reversed()) {
                draw(
                        new Coordinate(from.x, up ? stretch.south() : stretch.north()),
                        new Coordinate(from.x, up ? stretch.north() : stretch.south()));
            }
            if (bare.isEmpty()) {
                finish();
            }
        }

        private void draw(Coordinate from, Coordinate to) {
            if (run.isEmpty() || !run.getLast().equals2D(from)) {
                finish();
                run.add(from.copy());
            }
            run.add(to.copy());
        }

        private void finish() {
            if (run.size() > 1) {
                lines.add(LayerFile.GEOMETRY.createLineString(run.toArray(Coordinate[]::new)));
            }
            run.clear();
        }
    }
}
