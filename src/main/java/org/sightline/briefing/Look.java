package org.sightline.briefing;

import java.util.Optional;
import java.util.OptionalInt;
import org.locationtech.jts.geom.Envelope;
import org.sightline.DomainException;
import org.sightline.geo.Notation;
import org.sightline.map.MapTheme;
import org.sightline.map.SymbolSet;

/**
 * How maps and claims are drawn. Immutable; the envelope is not to be changed.
 *
 * @param extent degrees; empty fits the claims
 * @param theme {@link MapTheme#PRINT} or {@link MapTheme#MONOCHROME}
 * @param notation of coordinates, and of the grid that goes with it
 * @param epsg projection; empty for one fitted to the extent
 * @param dpi of pictures, 30 to 1,200
 * @param symbols which signs stand for claims
 * @param crowding of pins that would hide one another
 */
public record Look(
        Optional<Envelope> extent,
        MapTheme theme,
        Notation notation,
        OptionalInt epsg,
        int dpi,
        SymbolSet symbols,
        Crowding crowding) {
    /** In colour, decimal degrees, our own pins, fitted to the claims. */
    public static final Look PLAIN =
            new Look(Optional.empty(), MapTheme.PRINT, Notation.DECIMAL, OptionalInt.empty(), 150, SymbolSet.PINS);

    /** With every pin on its own. */
    public Look(
            Optional<Envelope> extent,
            MapTheme theme,
            Notation notation,
            OptionalInt epsg,
            int dpi,
            SymbolSet symbols) {
        this(extent, theme, notation, epsg, dpi, symbols, Crowding.SPREAD);
    }

    /**
     * Reads the code of a projection, such as "EPSG:32635"; empty for blank words.
     *
     * @throws DomainException when it is none
     */
    public static OptionalInt projection(String words) {
        if (words.isBlank()) {
            return OptionalInt.empty();
        }
        String digits = words.strip().replaceFirst("(?i)^EPSG:", "");
        if (!digits.matches("[0-9]{4,6}")) {
            throw new DomainException(Phrases.of("error.projection", words.strip()));
        }
        return OptionalInt.of(Integer.parseInt(digits));
    }

    public Look showing(Optional<Envelope> other) {
        return new Look(other, theme, notation, epsg, dpi, symbols, crowding);
    }

    public Look in(MapTheme other) {
        return new Look(extent, other, notation, epsg, dpi, symbols, crowding);
    }

    public Look writing(Notation other) {
        return new Look(extent, theme, other, epsg, dpi, symbols, crowding);
    }

    public Look projected(OptionalInt code) {
        return new Look(extent, theme, notation, code, dpi, symbols, crowding);
    }

    public Look at(int dotsPerInch) {
        return new Look(extent, theme, notation, epsg, dotsPerInch, symbols, crowding);
    }

    public Look as(SymbolSet set) {
        return new Look(extent, theme, notation, epsg, dpi, set, crowding);
    }

    public Look crowded(Crowding other) {
        return new Look(extent, theme, notation, epsg, dpi, symbols, other);
    }
}
