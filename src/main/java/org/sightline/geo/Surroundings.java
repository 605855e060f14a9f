package org.sightline.geo;

import java.util.List;
import java.util.Optional;
import org.sightline.DomainException;

/**
 * What is at a position and near it.
 *
 * @param country ISO 3166-1 alpha-2; empty at sea
 * @param border the nearest land border of that country; empty where it has none
 * @param near places, nearest first
 */
public record Surroundings(
        Position position, Optional<String> country, Optional<Borders.Nearest> border, List<Near> near) {

    /**
     * @param metres geodesic, from the place to the position
     * @param bearing degrees clockwise from north, from the place to the position: "4 km north-east of it"
     */
    public record Near(Gazetteer.Entry place, double metres, double bearing) {}

    /** @param limit of places; those that were added count */
    public static Surroundings of(Position position, int limit) {
        List<Near> near = Gazetteer.inUse().near(position, limit).stream()
                .map(place -> new Near(
                        place,
                        Geodesic.distance(place.position(), position),
                        Geodesic.bearing(place.position(), position)))
                .toList();
        Optional<String> country = Borders.countryAt(position);
        return new Surroundings(position, country, country.flatMap(code -> border(position, code)), near);
    }

    private static Optional<Borders.Nearest> border(Position position, String country) {
        try {
            return Optional.of(Borders.nearest(position, country));
        } catch (DomainException e) { // an island
            return Optional.empty();
        }
    }
}
