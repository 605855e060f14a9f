package org.sightline.app.where;

import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Lineal;
import org.locationtech.jts.operation.distance.DistanceOp;
import org.sightline.app.fields.ClaimReaders;
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

    /** Coordinates that are a name still fit this near to what is drawn. */
    private static final double FITS_WITHIN_METRES = 1_000;

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
                    nameOfEnd(known.map(Route::origin), through[0]),
                    nameOfEnd(known.map(Route::destination), through[through.length - 1]),
                    true);
            Place place = Place.route(route, drawn, precision).withRadius(radius);
            boolean sameEnds = known.filter(was -> was.origin().equals(route.origin())
                            && was.destination().equals(route.destination()))
                    .isPresent();
            return before.filter(was -> sameEnds)
                    .map(was -> place.withName(was.name()))
                    .orElse(place);
        }
        Coordinate middle = drawn.getInteriorPoint().getCoordinate();
        String name = before.filter(was -> !was.isRoute())
                .map(Place::name)
                .filter(was -> fits(was, drawn))
                .orElseGet(() -> nameOf(middle));
        return Place.area(name, drawn, precision)
                .withRadius(radius)
                .withCountry(Borders.countryAt(new Position(middle.y, middle.x)));
    }

    private static String nameOfEnd(Optional<String> known, Coordinate end) {
        return known.filter(name -> fits(name, Place.WGS84.createPoint(end))).orElseGet(() -> nameOf(end));
    }

    /** Whether a name is not coordinates that lie elsewhere. What a source calls a place stays, wherever it is drawn. */
    private static boolean fits(String name, Geometry drawn) {
        return ClaimReaders.coordinates(name)
                .map(said -> {
                    Coordinate at = new Coordinate(
                            said.position().lon(), said.position().lat());
                    Coordinate near =
                            DistanceOp.nearestPoints(drawn, drawn.getFactory().createPoint(at))[0];
                    double metres = Geodesic.distance(said.position(), new Position(near.y, near.x));
                    return metres <= Math.max(FITS_WITHIN_METRES, said.metres());
                })
                .orElse(true);
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
