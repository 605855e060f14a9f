package org.sightline.claim;

import java.util.Locale;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Lineal;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.PrecisionModel;
import org.sightline.DomainException;

/**
 * Where a claim is: a point, a route (a line with a direction) or an area, WGS 84, longitude then latitude in degrees.
 * The geometry is a copy of its own and is not to be changed.
 *
 * @param name as the researcher names it; "Minsk -> Russia" for a route
 * @param radiusMetres uncertainty radius, metres
 * @param country ISO 3166-1 alpha-2, where known
 * @param route present exactly when the geometry is a line
 */
public record Place(
        String name,
        Geometry geometry,
        PlacePrecision precision,
        double radiusMetres,
        Optional<String> country,
        Optional<Route> route) {

    /** Makes geometries in WGS 84 (EPSG:4326). */
    public static final GeometryFactory WGS84 = new GeometryFactory(new PrecisionModel(), 4326);

    private static final double MOST_RADIUS_METRES = 20_040_000;

    /**
     * @throws DomainException when a coordinate is out of range, the geometry is empty or of another kind, or it is a
     *     line without a route or a route without a line
     */
    public Place {
        name = name.strip();
        if (geometry.isEmpty()) {
            throw new DomainException(called(name) + " has no geometry; give a point, a route or an area.");
        }
        for (Coordinate c : geometry.getCoordinates()) {
            checkRange(name, c);
        }
        if (!(geometry instanceof Point || geometry instanceof Lineal || geometry instanceof Polygonal)) {
            throw new DomainException(
                    called(name) + " is a " + geometry.getGeometryType() + "; give a point, a route or an area.");
        }
        if (geometry instanceof Lineal != route.isPresent()) {
            throw new DomainException(
                    called(name) + " must be a line exactly when it is a route; draw the route's line.");
        }
        if (!(radiusMetres > 0 && radiusMetres <= MOST_RADIUS_METRES)) {
            throw new DomainException("The radius " + radiusMetres + " of \"" + name
                    + "\" is out of range; give metres above 0 and below 20,040,000.");
        }
        geometry = geometry.copy();
        geometry.setSRID(4326);
        country = country.map(c -> c.strip().toUpperCase(Locale.ROOT)).filter(c -> !c.isEmpty());
        if (country.isPresent() && !isCode(country.get())) {
            throw new DomainException(
                    "\"" + country.get() + "\" is not a country code; give two letters, such as UA or BY.");
        }
    }

    private static boolean isCode(String country) {
        return country.length() == 2 && country.chars().allMatch(letter -> letter >= 'A' && letter <= 'Z');
    }

    /** A point with the radius that its precision implies. */
    public static Place point(String name, double lat, double lon, PlacePrecision precision) {
        Coordinate at = new Coordinate(lon, lat);
        checkRange(name, at);
        return new Place(
                name, WGS84.createPoint(at), precision, precision.radiusMetres(), Optional.empty(), Optional.empty());
    }

    /**
     * A way from one place to another.
     *
     * @param line from the origin to the destination; in parts where it crosses the 180th meridian
     */
    public static Place route(Route route, Geometry line, PlacePrecision precision) {
        return new Place(
                route.origin() + " -> " + route.destination(),
                line,
                precision,
                precision.radiusMetres(),
                Optional.empty(),
                Optional.of(route));
    }

    /** A polygon or several. */
    public static Place area(String name, Geometry polygon, PlacePrecision precision) {
        return new Place(name, polygon, precision, precision.radiusMetres(), Optional.empty(), Optional.empty());
    }

    private static String called(String name) {
        return name.isEmpty() ? "The place" : "The place \"" + name + "\"";
    }

    private static void checkRange(String name, Coordinate c) {
        if (!(Math.abs(c.y) <= 90) || !(Math.abs(c.x) <= 180)) {
            throw new DomainException(called(name) + " lies at " + c.y + ", " + c.x
                    + ", which is out of range; latitude runs from -90 to 90 and longitude from -180 to 180 degrees.");
        }
    }

    public Place withName(String newName) {
        return new Place(newName, geometry, precision, radiusMetres, country, route);
    }

    /** With another precision and the radius that it implies. */
    public Place withPrecision(PlacePrecision newPrecision) {
        return new Place(name, geometry, newPrecision, newPrecision.radiusMetres(), country, route);
    }

    public Place withRadius(double metres) {
        return new Place(name, geometry, precision, metres, country, route);
    }

    /** @param code ISO 3166-1 alpha-2 */
    public Place withCountry(Optional<String> code) {
        return new Place(name, geometry, precision, radiusMetres, code, route);
    }

    /** Moved; a drag on the map says where, and nothing about the country. */
    public Place withGeometry(Geometry moved) {
        return new Place(name, moved, precision, radiusMetres, Optional.empty(), route);
    }

    /** Whether it is a way and not a spot. */
    public boolean isRoute() {
        return route.isPresent();
    }

    /** The same place, or one within the other; see {@link Ground}. */
    public boolean sharesGroundWith(Place other) {
        return Ground.shared(this, other);
    }
}
