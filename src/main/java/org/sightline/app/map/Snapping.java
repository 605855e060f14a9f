package org.sightline.app.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.sightline.claim.Claim;
import org.sightline.claim.Place;
import org.sightline.geo.Position;
import org.sightline.map.MapView;
import org.sightline.map.PinRows;

/** Draws a pointer to what is near it: places of claims, and vertices of their routes and areas. Immutable. */
final class Snapping {
    private static final double REACH = 10;

    /** Further vertices are left out; looking at more would be felt while the pointer moves. */
    private static final int MOST = 5_000;

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
}
