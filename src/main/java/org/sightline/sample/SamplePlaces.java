package org.sightline.sample;

import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.sightline.claim.Place;
import org.sightline.claim.PlacePrecision;
import org.sightline.claim.Route;

/**
 * Where the sample's claims are. Yelsk and Minsk are the gazetteer's points (GeoNames); a country as a whole is its middle,
 * and a way into it ends just behind its border, since nobody said where it went on to.
 */
final class SamplePlaces {
    private static final Coordinate YELSK = new Coordinate(29.1544, 51.81363);
    private static final Coordinate MINSK = new Coordinate(27.56667, 53.9);
    private static final Coordinate BELARUS = new Coordinate(28.0, 53.5);
    private static final Coordinate INTO_RUSSIA = new Coordinate(31.6, 54.75);
    private static final Coordinate FROM_BELARUS_SOUTH = new Coordinate(29.6, 52.2);
    private static final Coordinate INTO_UKRAINE = new Coordinate(29.9, 51.2);

    private SamplePlaces() {}

    static Place yelsk() {
        return point("Yelsk", YELSK, PlacePrecision.TOWN, "BY");
    }

    static Place belarus() {
        return point("Belarus", BELARUS, PlacePrecision.COUNTRY, "BY");
    }

    static Place minskToRussia() {
        return route("Minsk", "Russia", MINSK, INTO_RUSSIA);
    }

    static Place belarusToRussia() {
        return route("Belarus", "Russia", BELARUS, INTO_RUSSIA);
    }

    static Place russiaToBelarus() {
        return route("Russia", "Belarus", INTO_RUSSIA, BELARUS);
    }

    static Place belarusToUkraine() {
        return route("Belarus", "Ukraine", FROM_BELARUS_SOUTH, INTO_UKRAINE);
    }

    private static Place point(String name, Coordinate at, PlacePrecision precision, String country) {
        return Place.point(name, at.y, at.x, precision).withCountry(Optional.of(country));
    }

    private static Place route(String from, String to, Coordinate start, Coordinate end) {
        return Place.route(
                new Route(from, to, false),
                Place.WGS84.createLineString(new Coordinate[] {start, end}),
                PlacePrecision.COUNTRY);
    }
}
