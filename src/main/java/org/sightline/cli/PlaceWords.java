package org.sightline.cli;

import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.sightline.DomainException;
import org.sightline.claim.Place;
import org.sightline.claim.PlacePrecision;
import org.sightline.claim.Route;
import org.sightline.geo.Borders;
import org.sightline.geo.Gazetteer;
import org.sightline.geo.Notation;
import org.sightline.geo.Position;

/**
 * Places as they are named on the command line, with no more precision than the words have. Stateless.
 *
 * <p>A route to or from a country as a whole ends at the point of that country's land border that is nearest to its other
 * end; between two countries the smaller one is taken at its middle. Its precision is that of its vaguer end.
 */
final class PlaceWords {
    private PlaceWords() {}

    /** One end of a route. @param whole the country, where a whole country is meant */
    private record End(String name, Position position, PlacePrecision precision, Optional<Gazetteer.Entry> whole) {}

    static Place place(String words) {
        End end = end("--place", words);
        return Place.point(end.name(), end.position().lat(), end.position().lon(), end.precision())
                .withCountry(country(end));
    }

    static Place route(String words) {
        String[] names = words.split("->|\u2192", -1);
        if (names.length != 2 || names[0].isBlank() || names[1].isBlank()) {
            throw new UsageException("--route: \"" + words + "\" is not a route; write it as \"Minsk -> Russia\".");
        }
        End from = end("--route", names[0].strip());
        End to = end("--route", names[1].strip());
        Position start = from.position();
        Position finish = to.position();
        if (to.whole().isPresent() && (from.whole().isEmpty() || larger(to, from))) {
            finish = nearestBorder(start, to);
        } else if (from.whole().isPresent()) {
            start = nearestBorder(finish, from);
        }
        PlacePrecision precision = from.precision().compareTo(to.precision()) >= 0 ? from.precision() : to.precision();
        return Place.route(
                new Route(from.name(), to.name(), false),
                Place.WGS84.createLineString(new Coordinate[] {coordinate(start), coordinate(finish)}),
                precision);
    }

    private static End end(String option, String words) {
        Optional<Position> coordinates = UsageException.reading(option, () -> Notation.read(words));
        if (coordinates.isPresent()) {
            return new End(words.strip(), coordinates.get(), CoordinateDigits.precision(words), Optional.empty());
        }
        Gazetteer.Entry entry = Spot.resolve(words);
        PlacePrecision precision = switch (entry.kind()) {
            case TOWN -> PlacePrecision.TOWN;
            case REGION -> PlacePrecision.REGION;
            case COUNTRY -> PlacePrecision.COUNTRY;
        };
        return new End(
                Spot.nameAsTyped(words, entry),
                entry.position(),
                precision,
                entry.kind() == Gazetteer.Kind.COUNTRY ? Optional.of(entry) : Optional.empty());
    }

    private static Optional<String> country(End end) {
        return end.whole().map(Gazetteer.Entry::country).or(() -> Borders.countryAt(end.position()));
    }

    private static boolean larger(End a, End b) {
        return area(a) >= area(b);
    }

    private static double area(End end) {
        return end.whole().map(e -> e.extent().getArea()).orElse(0.0);
    }

    private static Position nearestBorder(Position from, End end) {
        try {
            return end.whole()
                    .map(e -> Borders.nearest(from, e.country()).nearest())
                    .orElse(end.position());
        } catch (DomainException e) { // an island: no land border to come in by
            return end.position();
        }
    }

    private static Coordinate coordinate(Position p) {
        return new Coordinate(p.lon(), p.lat());
    }
}
