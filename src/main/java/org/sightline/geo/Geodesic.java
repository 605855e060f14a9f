package org.sightline.geo;

import org.locationtech.jts.geom.Geometry;

/** Distances and lines on the WGS 84 ellipsoid (Karney 2013, through GeographicLib). Stateless. */
public final class Geodesic {
    private Geodesic() {}

    /** Metres. */
    public static double distance(Position from, Position to) {
        throw new UnsupportedOperationException();
    }

    /** Degrees clockwise from north, 0 to 360, at {@code from}. */
    public static double bearing(Position from, Position to) {
        throw new UnsupportedOperationException();
    }

    /** The shortest line, with a vertex at least every {@code stepMetres}; split at the antimeridian. */
    public static Geometry line(Position from, Position to, double stepMetres) {
        throw new UnsupportedOperationException();
    }

    /** The polygon of points {@code metres} from the centre. */
    public static Geometry circle(Position centre, double metres) {
        throw new UnsupportedOperationException();
    }

    /** Metres along a line. */
    public static double length(Geometry line) {
        throw new UnsupportedOperationException();
    }

    /** Square metres of a polygon. */
    public static double area(Geometry polygon) {
        throw new UnsupportedOperationException();
    }
}
