package org.sightline.geo;

import java.util.List;
import java.util.Optional;

/**
 * What is at a position and near it.
 *
 * @param country ISO 3166-1 alpha-2; empty at sea
 * @param near places, nearest first
 */
public record Surroundings(Position position, Optional<String> country, List<Near> near) {

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
        return new Surroundings(position, Borders.countryAt(position), near);
    }
}
