package org.sightline.geo;

import java.util.Optional;

/** How coordinates are written. Reading takes any of them; writing takes the one that was chosen. */
public enum Notation {
    DECIMAL,
    DMS,
    MGRS,
    UTM;

    /**
     * Reads coordinates in any notation.
     *
     * @return empty when the text does not look like coordinates at all
     * @throws org.sightline.DomainException when it does, and they are out of range or malformed
     */
    public static Optional<Position> read(String text) {
        throw new UnsupportedOperationException();
    }

    /** @param metres how precisely the position is known; sets the number of digits */
    public String write(Position position, double metres) {
        throw new UnsupportedOperationException();
    }
}
