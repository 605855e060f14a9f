package org.sightline.geo;

import java.util.Optional;

/** Land borders of the built-in base map. */
public final class Borders {
    private Borders() {}

    /**
     * @param metres geodesic
     * @param nearest the nearest point of the border
     * @param neighbour the country on the other side there, ISO 3166-1 alpha-2
     */
    public record Nearest(double metres, Position nearest, String neighbour) {}

    /**
     * The nearest point of any land border of a country; coast is not border.
     *
     * @param country ISO 3166-1 alpha-2
     * @throws org.sightline.DomainException when there is no such country, or it has no land border
     */
    public static Nearest nearest(Position from, String country) {
        throw new UnsupportedOperationException();
    }

    /** The country a position lies in, ISO 3166-1 alpha-2; empty at sea. */
    public static Optional<String> countryAt(Position position) {
        throw new UnsupportedOperationException();
    }
}
