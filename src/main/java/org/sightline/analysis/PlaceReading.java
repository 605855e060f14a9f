package org.sightline.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.sightline.DomainException;
import org.sightline.claim.CountryWord;
import org.sightline.claim.Place;
import org.sightline.claim.PlacePrecision;
import org.sightline.claim.Route;
import org.sightline.geo.Borders;
import org.sightline.geo.Gazetteer;
import org.sightline.geo.Gazetteer.Entry;
import org.sightline.geo.Geodesic;
import org.sightline.geo.Notation;
import org.sightline.geo.Position;

/**
 * A place from what a person typed: coordinates in any notation, a name ("Yelsk", "Yelsk, BY"), or a route ("Minsk ->
 * Russia", "Minsk - Gomel - Yelsk"). It never knows a place more precisely than the words do. Stateless, safe for any
 * thread; the first name loads the gazetteer.
 *
 * <p>A route to or from a whole country ends at the point of that country's land border nearest to its other end, and not
 * at its middle: from Minsk "to Russia" is not to Siberia.
 */
public final class PlaceReading {
    private static final Pattern ARROWS = Pattern.compile("\\s*(?:->|→|=>|⟶|➔)\\s*");
    private static final Pattern DASHES = Pattern.compile("\\s+[-–—]\\s+");
    private static final Pattern FROM_TO =
            Pattern.compile("\\s*from\\s+(.+?)\\s+(?:in)?to\\s+(.+?)\\s*", Pattern.CASE_INSENSITIVE);
    private static final double STEP_METRES = 50_000;
    private static final int OFFERED = 5;

    private PlaceReading() {}

    /** @throws DomainException when the words name no place, or several: the message lists them */
    public static Place read(String words) {
        return read(words, Optional.empty());
    }

    /**
     * @param precision how precisely the place is known, where a person says so
     * @throws DomainException when the words name no place, or several: the message lists them
     */
    public static Place read(String words, Optional<PlacePrecision> precision) {
        for (String stop : stops(words)) {
            List<End> ends = ends(stop);
            if (ends.size() > 1) {
                throw ambiguous(stop, ends.stream().map(End::place).toList());
            }
        }
        Place place = choices(words).get(0);
        return precision.map(place::withPrecision).orElse(place);
    }

    private static DomainException ambiguous(String name, List<Place> places) {
        return new DomainException("\"" + name + "\" may be "
                + places.stream().map(PlaceReading::described).collect(Collectors.joining("; "))
                + "; add the country, such as \""
                + name + ", " + places.get(0).country().orElse("UA") + "\", or give the coordinates.");
    }

    /**
     * What the words may mean, best first; more than one where a name is ambiguous.
     *
     * @throws DomainException when the words name no place
     */
    public static List<Place> choices(String words) {
        List<String> stops = stops(words);
        if (stops.size() == 1) {
            return ends(stops.get(0)).stream().map(End::place).toList();
        }
        List<List<End>> ways = List.of(List.of());
        for (String stop : stops) {
            List<End> here = ends(stop);
            ways = ways.stream()
                    .flatMap(way -> here.stream().map(end -> with(way, end)))
                    .limit(OFFERED)
                    .toList();
        }
        return ways.stream().map(PlaceReading::route).toList();
    }

    /**
     * A place, or a route, that is told by coordinates alone, as {@link #read} reads it; empty where a name is among
     * them, for what a name means is for a person to say, and where they are no coordinates after all.
     */
    public static Optional<Place> coordinates(String words) {
        try {
            for (String stop : stops(words)) {
                if (Notation.reading(stop).isEmpty()) {
                    return Optional.empty();
                }
            }
            return Optional.of(read(words));
        } catch (DomainException e) { // looks like coordinates and is none
            return Optional.empty();
        }
    }

    /** The place that a gazetteer entry stands for. */
    public static Place of(Entry entry) {
        return Place.point(
                        entry.name(), entry.position().lat(), entry.position().lon(), precision(entry.kind()))
                .withCountry(Optional.of(entry.country()).filter(c -> c.matches("[A-Z]{2}")));
    }

    /** A route between two gazetteer entries, its course unknown. */
    static Place route(Entry from, Entry to) {
        return route(List.of(End.of(from), End.of(to)));
    }

    private static PlacePrecision precision(Gazetteer.Kind kind) {
        return switch (kind) {
            case SITE -> PlacePrecision.VICINITY;
            case TOWN -> PlacePrecision.TOWN;
            case DISTRICT, FEATURE -> PlacePrecision.DISTRICT;
            case REGION -> PlacePrecision.REGION;
            case COUNTRY -> PlacePrecision.COUNTRY;
        };
    }

    private static List<String> stops(String words) {
        if (words.isBlank()) {
            throw new DomainException(
                    "The place is empty; give a name, coordinates, or a route such as \"Minsk -> Gomel\".");
        }
        List<String> arrows = Arrays.stream(ARROWS.split(words.strip(), -1))
                .map(String::strip)
                .toList();
        if (arrows.size() > 1) {
            if (arrows.stream().anyMatch(String::isEmpty)) {
                throw new DomainException(
                        "The route \"" + words.strip() + "\" lacks an end; write it as \"Minsk -> Gomel\".");
            }
            return arrows;
        }
        var fromTo = FROM_TO.matcher(words);
        if (fromTo.matches()) {
            return List.of(fromTo.group(1), fromTo.group(2));
        }
        List<String> dashes = Arrays.asList(DASHES.split(words.strip()));
        boolean route = dashes.size() > 1 && Notation.read(words).isEmpty();
        return route ? dashes : List.of(words.strip());
    }

    /** One end of a route, or a place by itself. @param whole the country, where a whole country is meant */
    private record End(Place place, Position position, Optional<Entry> whole) {
        static End of(Entry entry) {
            return new End(
                    PlaceReading.of(entry),
                    entry.position(),
                    entry.kind() == Gazetteer.Kind.COUNTRY ? Optional.of(entry) : Optional.empty());
        }
    }

    private static List<End> with(List<End> way, End end) {
        List<End> longer = new ArrayList<>(way);
        longer.add(end);
        return List.copyOf(longer);
    }

    private static List<End> ends(String words) {
        Optional<Notation.Reading> coordinates = Notation.reading(words);
        if (coordinates.isPresent()) {
            return List.of(at(words, coordinates.get()));
        }
        Gazetteer gazetteer = Gazetteer.inUse();
        return switch (gazetteer.resolve(words)) {
            case Gazetteer.Resolution.Found found -> List.of(End.of(found.entry()));
            case Gazetteer.Resolution.Ambiguous several ->
                several.candidates().stream().limit(OFFERED).map(End::of).toList();
            case Gazetteer.Resolution.NotFound none -> throw notFound(words, gazetteer.search(words, 3));
        };
    }

    private static End at(String words, Notation.Reading reading) {
        Position position = reading.position();
        Place place = Place.point(words.strip(), position.lat(), position.lon(), asWritten(reading.metres()))
                .withCountry(Borders.countryAt(position).filter(c -> c.matches("[A-Z]{2}")));
        return new End(place, position, Optional.empty());
    }

    /** No more precise than the last digit written. */
    private static PlacePrecision asWritten(double metres) {
        return Arrays.stream(PlacePrecision.values())
                .filter(p -> metres <= p.radiusMetres() * 1.5)
                .findFirst()
                .orElse(PlacePrecision.COUNTRY);
    }

    private static DomainException notFound(String words, List<Entry> similar) {
        String like = similar.isEmpty()
                ? ""
                : " (like it: "
                        + similar.stream()
                                .map(e -> e.name() + ", " + e.country())
                                .collect(Collectors.joining("; ")) + ")";
        return new DomainException("No place named \"" + words.strip() + "\" is known" + like
                + "; check the spelling, name a larger place near it, or give coordinates.");
    }

    private static String described(Place place) {
        Coordinate at = place.geometry().getCoordinate();
        String country = place.country().map(CountryWord::name).orElse("");
        if (place.isRoute()) {
            return place.name();
        }
        return place.name() + " (" + region(place).map(r -> r + ", ").orElse("") + country + ", "
                + Notation.DECIMAL.write(new Position(at.y, at.x), place.radiusMetres() / 10) + ")";
    }

    private static Optional<String> region(Place place) {
        Coordinate at = place.geometry().getCoordinate();
        return Gazetteer.inUse().near(new Position(at.y, at.x), 1).stream()
                .findFirst()
                .flatMap(Entry::region);
    }

    private static Place route(List<End> way) {
        End first = way.get(0);
        End last = way.get(way.size() - 1);
        List<Position> stops = new ArrayList<>(way.stream().map(End::position).toList());
        Position second = stops.get(1);
        Position beforeLast = stops.get(stops.size() - 2);
        boolean lastIsWhole = last.whole().isPresent() && (first.whole().isEmpty() || area(last) >= area(first));
        if (lastIsWhole) {
            stops.set(stops.size() - 1, nearestBorder(beforeLast, last));
        } else if (first.whole().isPresent()) {
            stops.set(0, nearestBorder(second, first));
        }
        PlacePrecision vaguest = way.stream()
                .map(e -> e.place().precision())
                .max(PlacePrecision::compareTo)
                .orElse(PlacePrecision.COUNTRY);
        Route route = new Route(first.place().name(), last.place().name(), false);
        String name = way.stream().map(e -> e.place().name()).collect(Collectors.joining(" -> "));
        return Place.route(route, line(stops), vaguest).withName(name);
    }

    private static double area(End end) {
        return end.whole().map(e -> e.extent().getArea()).orElse(0.0);
    }

    private static Position nearestBorder(Position from, End end) {
        if (end.whole().isEmpty()) {
            return end.position();
        }
        try {
            return Borders.nearest(from, end.whole().get().country()).nearest();
        } catch (DomainException e) {
            // an island has no land border to come in by
            return end.position();
        }
    }

    private static Geometry line(List<Position> stops) {
        if (stops.size() == 2) {
            return Geodesic.line(stops.get(0), stops.get(1), STEP_METRES);
        }
        List<LineString> legs = new ArrayList<>();
        for (int i = 1; i < stops.size(); i++) {
            Geometry leg = Geodesic.line(stops.get(i - 1), stops.get(i), STEP_METRES);
            for (int part = 0; part < leg.getNumGeometries(); part++) {
                legs.add((LineString) leg.getGeometryN(part));
            }
        }
        return joined(legs);
    }

    /** One line where each leg begins where the last one ended; several where the 180th meridian parts them. */
    private static Geometry joined(List<LineString> legs) {
        List<List<Coordinate>> lines = new ArrayList<>();
        for (LineString leg : legs) {
            List<Coordinate> vertices = Arrays.asList(leg.getCoordinates());
            List<Coordinate> open = lines.isEmpty() ? List.of() : lines.get(lines.size() - 1);
            if (!open.isEmpty() && open.get(open.size() - 1).equals2D(vertices.get(0))) {
                open.addAll(vertices.subList(1, vertices.size()));
            } else {
                lines.add(new ArrayList<>(vertices));
            }
        }
        LineString[] parts = lines.stream()
                .map(l -> Place.WGS84.createLineString(l.toArray(Coordinate[]::new)))
                .toArray(LineString[]::new);
        return parts.length == 1 ? parts[0] : Place.WGS84.createMultiLineString(parts);
    }
}
