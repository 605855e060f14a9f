package org.sightline.claim;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.sightline.DomainException;

/**
 * A distance that the words state ("17 km from the border"). It is checked against the map and never used to compute a
 * position.
 *
 * @param verbatim the words it was read from, "about" and "less than" included
 * @param value in {@code unit}
 * @param unit "km", "m", "mi" or "nmi"
 * @param reference what it is measured from: a place name, {@code border:UA}, or {@code border} where no country is
 *     named
 * @param direction compass direction as stated, such as "north"
 */
public record StatedDistance(
        String verbatim, BigDecimal value, String unit, String reference, Optional<String> direction) {

    /** @throws DomainException when the value is negative or the unit is none of the four */
    public StatedDistance {
        if (value.signum() < 0) {
            throw new DomainException("The distance \"" + verbatim + "\" is negative; give it as a positive number.");
        }
        metresPer(unit);
    }

    /** A distance and where in the text it stands, UTF-16 code units, end exclusive. */
    public record Found(StatedDistance distance, int start, int end) {}

    /** Every distance from something named in a text, in order. */
    public static List<Found> find(String text) {
        return DistanceReading.find(text);
    }

    /**
     * Reads one distance from words such as "17 km from the Ukrainian border" or "5 km north of Gomel".
     *
     * @throws DomainException when there is none, or more than one
     */
    public static StatedDistance parse(String words) {
        List<Found> found = find(words);
        if (found.size() != 1) {
            throw new DomainException("\"" + words.strip() + "\" holds "
                    + (found.isEmpty() ? "no distance" : found.size() + " distances")
                    + "; write it like \"17 km from the Ukrainian border\" or \"5 km north of Gomel\".");
        }
        return found.get(0).distance;
    }

    /** The value in metres. */
    public double metres() {
        return value.doubleValue() * metresPer(unit);
    }

    /** The value with its qualifier, in {@code unit}: "less than 30 km" has an upper bound and no lower one. */
    public Quantity quantity() {
        List<Quantity.Found> read = QuantityReading.bare(verbatim);
        return read.isEmpty()
                ? Quantity.exactly(value, unit)
                : read.get(0).quantity().withItem(unit);
    }

    /** The country whose border it is measured from, ISO 3166-1 alpha-2. */
    public Optional<String> borderOf() {
        return reference.startsWith("border:") ? Optional.of(reference.substring(7)) : Optional.empty();
    }

    private static double metresPer(String unit) {
        return switch (unit) {
            case "km" -> 1000;
            case "m" -> 1;
            case "mi" -> 1609.344;
            case "nmi" -> 1852;
            default ->
                throw new DomainException("\"" + unit + "\" is not a unit of distance here; use km, m, mi or nmi.");
        };
    }
}
