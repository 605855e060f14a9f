package org.sightline.exchange;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Lineal;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.sightline.DomainException;
import org.sightline.analysis.PlaceReading;
import org.sightline.claim.Place;
import org.sightline.claim.PlacePrecision;
import org.sightline.claim.Route;
import org.sightline.exchange.ColumnRoles.Role;
import org.sightline.geo.Position;

/**
 * Reads a place from the cells that may tell it: degrees, else a geometry, else coordinates in words. A name alone is no
 * place: where it lies would be a guess that nobody has looked at. Immutable.
 */
final class PlaceCells {
    private static final int MOST_GEOMETRY = 16 << 20;
    private static final double MOST_RADIUS = 20_000_000; // metres
    private static final double SAME_DEGREES = 1e-9;
    private static final Pattern ARROW = Pattern.compile("\\s*(?:->|\u2192)\\s*");
    private static final Pattern FIRST_VERTEX = Pattern.compile("([-+\\d.eE]+)\\s+([-+\\d.eE]+)");

    /** By ACLED's codebook: a town by its middle, a part of a region by a town near it, a region by its main town. */
    private static final List<PlacePrecision> CODES =
            List.of(PlacePrecision.TOWN, PlacePrecision.DISTRICT, PlacePrecision.REGION);

    private final ColumnRoles columns;

    PlaceCells(ColumnRoles columns) {
        this.columns = columns;
    }

    private String text(Table.Row row, Role role) {
        return columns.column(role).map(row::value).orElse("");
    }

    /** @throws DomainException when what should be degrees or a geometry is none */
    Optional<Place> read(Table.Row row) {
        String latitude = text(row, Role.LATITUDE);
        String longitude = text(row, Role.LONGITUDE);
        Optional<Place> place = latitude.isEmpty() && longitude.isEmpty()
                ? shape(row).or(() -> PlaceReading.coordinates(text(row, Role.PLACE)))
                : Optional.of(Place.point(
                        text(row, Role.PLACE),
                        degrees(latitude, "latitude"),
                        degrees(longitude, "longitude"),
                        byDigits(Math.min(decimals(latitude), decimals(longitude)))));
        return place.map(p -> asPrecise(row, p));
    }

    /** The roles whose values are not in the place that was read. */
    Set<Role> untold(Table.Row row, Optional<Place> place) {
        Set<Role> untold = EnumSet.noneOf(Role.class);
        if (place.isEmpty()) {
            untold.add(Role.PLACE);
        }
        if (place.isEmpty() || precision(row).isEmpty()) {
            untold.add(Role.PLACE_PRECISION);
        }
        if (place.isEmpty() || radius(row).isEmpty()) {
            untold.add(Role.RADIUS);
        }
        String wkt = text(row, Role.GEOMETRY);
        boolean degrees = !text(row, Role.LATITUDE).isEmpty();
        if (!wkt.isEmpty() && degrees && place.filter(p -> isIn(p, wkt)).isEmpty()) {
            untold.add(Role.GEOMETRY);
        }
        return untold;
    }

    private static boolean isIn(Place place, String wkt) {
        try {
            return geometry(wkt).equalsExact(place.geometry(), SAME_DEGREES);
        } catch (DomainException e) { // the degrees were enough; it goes into the notes
            return false;
        }
    }

    /** With the precision and the radius that are stated, where they are. */
    private Place asPrecise(Table.Row row, Place place) {
        Optional<Double> radius = radius(row);
        Optional<PlacePrecision> stated = precision(row).or(() -> radius.map(PlaceCells::within));
        Place known = stated.filter(
                        p -> !columns.holdsCodes(Role.PLACE_PRECISION) || p.compareTo(place.precision()) > 0)
                .map(place::withPrecision)
                .orElse(place);
        return radius.map(known::withRadius).orElse(known);
    }

    private Optional<PlacePrecision> precision(Table.Row row) {
        String words = text(row, Role.PLACE_PRECISION);
        if (columns.holdsCodes(Role.PLACE_PRECISION)) {
            return words.matches("[1-3]") ? Optional.of(CODES.get(words.charAt(0) - '1')) : Optional.empty();
        }
        return Stream.of(PlacePrecision.values())
                .filter(p -> p.key().equalsIgnoreCase(words))
                .findFirst();
    }

    private Optional<Double> radius(Table.Row row) {
        String words = text(row, Role.RADIUS);
        try {
            return words.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Double.valueOf(words)).filter(metres -> metres > 0 && metres <= MOST_RADIUS);
        } catch (NumberFormatException e) { // it goes into the notes
            return Optional.empty();
        }
    }

    private static PlacePrecision within(double metres) {
        return Stream.of(PlacePrecision.values())
                .filter(p -> p.radiusMetres() >= metres)
                .findFirst()
                .orElse(PlacePrecision.COUNTRY);
    }

    private Optional<Place> shape(Table.Row row) {
        String wkt = text(row, Role.GEOMETRY);
        if (wkt.isEmpty()) {
            return Optional.empty();
        }
        Geometry geometry = geometry(wkt);
        String name = text(row, Role.PLACE);
        PlacePrecision written = asWritten(wkt);
        if (geometry instanceof Point point) {
            return Optional.of(Place.point(name, point.getY(), point.getX(), written));
        }
        // as one that is drawn by hand: nobody says that its edge is exact
        PlacePrecision drawn = written.compareTo(PlacePrecision.LOCALITY) > 0 ? written : PlacePrecision.LOCALITY;
        return Optional.of(
                geometry instanceof Lineal ? route(name, geometry, drawn) : Place.area(name, geometry, drawn));
    }

    private static Geometry geometry(String wkt) {
        if (wkt.length() > MOST_GEOMETRY) {
            throw new DomainException("the geometry has too many vertices.");
        }
        try {
            return new WKTReader(Place.WGS84).read(wkt);
        } catch (ParseException | IllegalArgumentException e) {
            throw new DomainException("the geometry is not in WKT.", e);
        }
    }

    /** A name as "Minsk -> Gomel" tells the ends, and not whether the way between is known; a line alone is a known way. */
    private static Place route(String name, Geometry line, PlacePrecision precision) {
        String[] stops = ARROW.split(name, -1);
        if (stops.length > 1 && Stream.of(stops).noneMatch(String::isBlank)) {
            return Place.route(new Route(stops[0], stops[stops.length - 1], false), line, precision)
                    .withName(name);
        }
        if (name.isEmpty() && !line.isEmpty()) { // its ends are called by where they are
            Coordinate[] course = line.getCoordinates();
            return Place.route(
                    new Route(position(course[0]), position(course[course.length - 1]), true), line, precision);
        }
        return Place.route(new Route("start of " + name, "end of " + name, true), line, precision)
                .withName(name);
    }

    private static String position(Coordinate at) {
        return new Position(at.y, at.x).toString();
    }

    /** Of a geometry in WKT, by the digits of its first vertex; noughts at their end may have been left out of one. */
    static PlacePrecision asWritten(String wkt) {
        Matcher vertex = FIRST_VERTEX.matcher(wkt);
        return vertex.find()
                ? byDigits(Math.max(decimals(vertex.group(1)), decimals(vertex.group(2))))
                : PlacePrecision.DISTRICT;
    }

    /** No more is claimed for a position than its digits can say: 0.001° is a hundred metres. */
    private static PlacePrecision byDigits(int digits) {
        return digits >= 4
                ? PlacePrecision.EXACT
                : digits == 3
                        ? PlacePrecision.VICINITY
                        : digits == 2 ? PlacePrecision.LOCALITY : PlacePrecision.DISTRICT;
    }

    private static int decimals(String degrees) {
        int point = Math.max(degrees.indexOf('.'), degrees.indexOf(','));
        return point < 0 ? 0 : degrees.length() - point - 1;
    }

    /** Degrees have no thousands, so a comma in them is a decimal one. */
    private static double degrees(String digits, String what) {
        try {
            return Double.parseDouble(digits.indexOf(',') < 0 ? digits : digits.replace(',', '.'));
        } catch (NumberFormatException e) {
            throw new DomainException(
                    "the " + what + " \"" + digits + "\" is not a number; write it in degrees with a point.", e);
        }
    }
}
