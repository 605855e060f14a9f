package org.sightline.analysis;

import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.sightline.claim.Place;
import org.sightline.geo.Position;

/**
 * What a place is called. A place that was given as a geometry alone has no name, or as many programs have it, its own
 * coordinates for one; these are better written in the notation of whoever shows them. Stateless.
 */
public final class PlaceName {
    private PlaceName() {}

    /** Empty where the place has no name but its coordinates. */
    public static Optional<String> of(Place place) {
        String name = place.name();
        return name.isBlank() || name.equals(coordinates(place.geometry())) ? Optional.empty() : Optional.of(name);
    }

    private static String coordinates(Geometry geometry) {
        Coordinate[] course = geometry.getCoordinates();
        String first = position(course[0]);
        return geometry.getDimension() == 1 ? first + " -> " + position(course[course.length - 1]) : first;
    }

    private static String position(Coordinate at) {
        return new Position(at.y, at.x).toString();
    }
}
