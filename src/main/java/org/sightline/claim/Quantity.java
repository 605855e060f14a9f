package org.sightline.claim;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * How many, as the words say it: an interval of exact decimals.
 *
 * @param verbatim the words it was read from
 * @param item what is counted, singular or plural as stated; "%" for a share
 * @param best the one value given, where there is one
 * @param lower lower bound; empty when unbounded
 * @param upper upper bound; empty when unbounded
 * @param lowerOpen whether the lower bound itself is excluded
 * @param upperOpen whether the upper bound itself is excluded
 */
public record Quantity(
        String verbatim,
        String item,
        Optional<BigDecimal> best,
        Optional<BigDecimal> lower,
        Optional<BigDecimal> upper,
        boolean lowerOpen,
        boolean upperOpen,
        Qualifier qualifier,
        Origin origin) {

    /** How the number was qualified. */
    public enum Qualifier {
        EXACT,
        RANGE,
        AT_LEAST,
        MORE_THAN,
        AT_MOST,
        LESS_THAN,
        ABOUT,
        VAGUE
    }

    /** Whether the bounds were stated, or derived from a vague word. */
    public enum Origin {
        STATED,
        DERIVED
    }

    /**
     * Reads one quantity from words such as "15-30 tanks" or "at least 28 Ural trucks".
     *
     * @throws org.sightline.DomainException when there is none, or more than one
     */
    public static Quantity parse(String words) {
        throw new UnsupportedOperationException();
    }

    /** A quantity and where in the text it stands, UTF-16 code units, end exclusive. */
    public record Found(Quantity quantity, int start, int end) {}

    /** Every quantity in a text, in order. Designations, dates and years are not quantities. */
    public static List<Found> find(String text) {
        throw new UnsupportedOperationException();
    }

    /** The same in words for people, such as "15 to 30 tanks", "at least 28 Ural trucks", "about 7,000 soldiers". */
    public String display() {
        throw new UnsupportedOperationException();
    }
}
