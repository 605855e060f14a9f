package org.sightline.app.where;

import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Lineal;
import org.sightline.claim.Place;
import org.sightline.claim.PlacePrecision;
import org.sightline.claim.Route;
import org.sightline.geo.Borders;
import org.sightline.geo.Gazetteer;
import org.sightline.geo.Geodesic;
import org.sightline.geo.Position;

/** The place of a claim after somebody has drawn its shape. */
final class DrawnPlace {
    /** A drawn end that lies farther from the next town is named by its coordinates. */
    private static final double NAMED_WITHIN_METRES = 15_000;

    private DrawnPlace() {}

    /**
     * What the claim said of its place stays, but for the shape, the country, and a name that no longer fits.
     *
     * @param drawn a line or a polygon, WGS 84. Any thread; names are looked up, which may take some tenths of a second
     */
    static Place of(Optional<Place> before, Geometry drawn) {
        PlacePrecision precision = before.map(Place::precision).orElse(PlacePrecision.LOCALITY);
        double radius = before.map(Place::radiusMetres).orElse(precision.radiusMetres());
        if (drawn instanceof Lineal) {
            Coordinate[] through = drawn.getCoordinates();
            Optional<Route> known = before.flatMap(Place::route);
            Route route = new Route(
                    known.map(Route::origin).orElseGet(() -> nameOf(through[0])),
                    known.map(Route::destination).orElseGet(() -> nameOf(through[through.length - 1])),
                    true);
            Place place = Place.route(route, drawn, precision).withRadius(radius);
            return before.filter(Place::isRoute)
                    .map(was -> place.withName(was.name()))
                    .orElse(place);
        }
        Coordinate middle = drawn.getInteriorPoint().getCoordinate();
        String name = before.filter(was -> !was.isRoute()).map(Place::name).orElseGet(() -> nameOf(middle));
        return Place.area(name, drawn, precision)
                .withRadius(radius)
                .withCountry(Borders.countryAt(new Position(middle.y, middle.x)));
    }

    private static String nameOf(Coordinate at) {
        Position position = new Position(at.y, at.x);
        List<Gazetteer.Entry> near = Gazetteer.inUse().near(position, 1);
        return near.stream()
                .filter(place -> Geodesic.distance(place.position(), position) <= NAMED_WITHIN_METRES)
                .map(Gazetteer.Entry::name)
                .findFirst()
                .orElse(position.toString());
    }
}
