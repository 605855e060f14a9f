package org.sightline.claim;

import java.util.List;
import org.locationtech.jts.geom.Envelope;

/**
 * What must be so of every claim that a condition accepts, in parts that a table of claims can answer. Attributes are
 * named by the keys that a claim has in JSON, such as {@code quantity.lower}. There is no "not": where a part is turned
 * round, it says so by {@code holds}. A claim that lacks an attribute does not meet a comparison with it, and meets the
 * comparison turned round. Immutable.
 */
public sealed interface ClaimTerms {
    /** Every part; with no parts, every claim. */
    record All(List<ClaimTerms> parts) implements ClaimTerms {
        public All {
            parts = List.copyOf(parts);
        }
    }

    /** At least one part; with no parts, no claim. */
    record Any(List<ClaimTerms> parts) implements ClaimTerms {
        public Any {
            parts = List.copyOf(parts);
        }
    }

    /** How an attribute stands to a value. */
    enum Comparison {
        EQUAL,
        LESS,
        AT_MOST,
        MORE,
        AT_LEAST
    }

    /**
     * An attribute compared with a value.
     *
     * @param value a finite {@code Double}, a {@code String} (for equality alone) or an {@code Instant}
     * @param holds false: the comparison is not so, or the attribute is missing
     */
    record Compared(String attribute, Comparison how, Object value, boolean holds) implements ClaimTerms {}

    /**
     * A text that matches a pattern as a whole.
     *
     * @param pattern {@code %} for any characters, {@code _} for one, a backslash before either for itself
     * @param matchCase whether capitals differ from small letters
     */
    record Like(String attribute, String pattern, boolean matchCase, boolean holds) implements ClaimTerms {}

    /** The claim has no such attribute. */
    record Missing(String attribute, boolean holds) implements ClaimTerms {}

    /**
     * The envelope of the place meets one of these, bounds included.
     *
     * @param bounds west, south, east, north in degrees
     * @param suffices whether a place that is a point and lies within the bounds is accepted for certain
     */
    record Near(List<Envelope> bounds, boolean suffices) implements ClaimTerms {
        public Near {
            bounds = List.copyOf(bounds);
        }
    }

    /** Something that only a look at the claim itself can tell. */
    record Open() implements ClaimTerms {}
}
