package org.sightline.claim;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.operation.distance.DistanceOp;

/**
 * When two places are the same or one lies within the other. A route is the same only as a route with the same ends; a
 * country holds every place of its code; otherwise the uncertainty radius decides. Distances are on a sphere of the
 * Earth's mean radius (haversine): half a percent is far below any radius here.
 */
final class Ground {
    private static final double EARTH_METRES = 6_371_008.8;

    private Ground() {}

    static boolean shared(Place a, Place b) {
        if (a.isRoute() || b.isRoute()) {
            return a.isRoute() && b.isRoute() && sameWay(a, b);
        }
        boolean sameCountry = a.country().isPresent() && a.country().equals(b.country());
        if (a.precision() == PlacePrecision.COUNTRY || b.precision() == PlacePrecision.COUNTRY) {
            if (a.country().isPresent() && b.country().isPresent()) {
                return sameCountry;
            }
        }
        return metres(a.geometry(), b.geometry()) <= Math.max(a.radiusMetres(), b.radiusMetres());
    }

    private static boolean sameWay(Place a, Place b) {
        Coordinate[] one = a.geometry().getCoordinates();
        Coordinate[] two = b.geometry().getCoordinates();
        double reach = Math.max(a.radiusMetres(), b.radiusMetres());
        return metres(one[0], two[0]) <= reach && metres(one[one.length - 1], two[two.length - 1]) <= reach;
    }

    private static double metres(Geometry a, Geometry b) {
        if (a instanceof Point p && b instanceof Point q) {
            return metres(p.getCoordinate(), q.getCoordinate());
        }
        Coordinate[] nearest = DistanceOp.nearestPoints(a, b);
        return metres(nearest[0], nearest[1]);
    }

    private static double metres(Coordinate a, Coordinate b) {
        double lat1 = Math.toRadians(a.y);
        double lat2 = Math.toRadians(b.y);
        double half = Math.sin((lat2 - lat1) / 2);
        double side = Math.sin(Math.toRadians(b.x - a.x) / 2);
        double h = half * half + Math.cos(lat1) * Math.cos(lat2) * side * side;
        return 2 * EARTH_METRES * Math.asin(Math.min(1, Math.sqrt(h)));
    }
}
