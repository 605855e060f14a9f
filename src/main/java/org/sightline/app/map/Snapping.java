package org.sightline.app.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineSegment;
import org.sightline.claim.Claim;
import org.sightline.claim.Place;
import org.sightline.geo.Gazetteer;
import org.sightline.geo.Position;
import org.sightline.map.MapLayer;
import org.sightline.map.MapView;
import org.sightline.map.PinRows;

/**
 * Draws a pointer to what is near it: places of claims, vertices of their routes and areas and of what layers show, towns
 * that a map of that scale has, and, where none of them is near, sides of what layers show. Immutable.
 */
final class Snapping {
    private static final double REACH = 10;

    /** Further vertices are left out; looking at more would be felt while the pointer moves. */
    private static final int MOST = 5_000;

    /** Of layers, so many sides near the pointer are looked at. */
    private static final int MOST_SIDES = 500;

    /** Metres per pixel, and people that a town has at least which counts on a map no finer than that. */
    private static final double[][] TOWNS = {{200, 0}, {1_000, 20_000}, {Double.MAX_VALUE, 500_000}};

    private final List<Position> fixed;

    private Snapping(List<Position> fixed) {
        this.fixed = fixed;
    }

    static Snapping none() {
        return new Snapping(List.of());
    }

    /** To the claims of a map, as long as they are not very many. */
    static Snapping to(List<Claim> claims) {
        if (claims instanceof PinRows || claims.size() > MOST) {
            return none();
        }
        List<Position> positions = new ArrayList<>();
        for (Claim claim : claims) {
            Optional<Geometry> shape = claim.place().map(Place::geometry);
            if (shape.isPresent() && positions.size() + shape.get().getNumPoints() <= MOST) {
                for (Coordinate c : shape.get().getCoordinates()) {
                    positions.add(new Position(c.y, c.x));
                }
            }
        }
        return new Snapping(List.copyOf(positions));
    }

    /**
     * What is nearest to a pixel; empty when nothing is within ten.
     *
     * @param own vertices of the drawing itself
     */
    Optional<Position> near(MapView view, double x, double y, List<Position> own) {
        Position nearest = null;
        double least = REACH;
        for (List<Position> candidates : List.of(own, fixed)) {
            for (Position candidate : candidates) {
                double[] xy = view.screen(candidate);
                double distance = Math.hypot(xy[0] - x, xy[1] - y);
                if (distance < least) {
                    least = distance;
                    nearest = candidate;
                }
            }
        }
        return Optional.ofNullable(nearest);
    }

    /**
     * What layers and the gazetteer have that is nearest to a pixel: a vertex or a town before a side.
     *
     * @param layers those that are seen
     */
    static Optional<Position> around(MapView view, List<MapLayer> layers, double x, double y) {
        Optional<Envelope> box = box(view, x, y);
        if (box.isEmpty()) {
            return Optional.empty();
        }
        List<LineSegment> sides = new ArrayList<>();
        layers.forEach(layer -> sides.addAll(layer.sidesIn(box.get(), MOST_SIDES)));
        List<Position> points = new ArrayList<>(towns(view, box.get()));
        for (LineSegment side : sides) {
            points.add(new Position(side.p0.y, side.p0.x));
            points.add(new Position(side.p1.y, side.p1.x));
        }
        return new Snapping(points).near(view, x, y, List.of()).or(() -> onSide(view, sides, x, y));
    }

    /** The ground within reach of a pixel, degrees; empty at the edge of the world. */
    private static Optional<Envelope> box(MapView view, double x, double y) {
        Envelope box = new Envelope();
        for (double[] corner : new double[][] {{-REACH, -REACH}, {REACH, -REACH}, {-REACH, REACH}, {REACH, REACH}}) {
            Optional<Position> at = view.position(x + corner[0], y + corner[1]);
            if (at.isEmpty()) {
                return Optional.empty();
            }
            box.expandToInclude(at.get().lon(), at.get().lat());
        }
        return box.getWidth() < 180 ? Optional.of(box) : Optional.empty();
    }

    private static List<Position> towns(MapView view, Envelope box) {
        double people = 0;
        for (double[] step : TOWNS) {
            people = step[1];
            if (view.groundMetresPerPixel() <= step[0]) {
                break;
            }
        }
        double least = people;
        return Gazetteer.builtIn().largestIn(box, 8).stream()
                .filter(town -> town.population() >= least)
                .map(Gazetteer.Entry::position)
                .toList();
    }

    private static Optional<Position> onSide(MapView view, List<LineSegment> sides, double x, double y) {
        Coordinate pointer = new Coordinate(x, y);
        Coordinate nearest = pointer;
        double least = REACH;
        for (LineSegment side : sides) {
            double[] from = view.screen(new Position(side.p0.y, side.p0.x));
            double[] to = view.screen(new Position(side.p1.y, side.p1.x));
            Coordinate on = new LineSegment(from[0], from[1], to[0], to[1]).closestPoint(pointer);
            if (on.distance(pointer) < least) {
                least = on.distance(pointer);
                nearest = on;
            }
        }
        return least < REACH ? view.position(nearest.x, nearest.y) : Optional.empty();
    }
}
