package org.sightline.claim;

import java.math.BigDecimal;
import java.util.Optional;
import org.sightline.claim.Quantity.Origin;
import org.sightline.claim.Quantity.Qualifier;

/**
 * The numbers a quantity allows, for holding one against another.
 *
 * @param derived whether the bounds are ours and not the source's
 */
record Interval(
        Optional<BigDecimal> lower, boolean lowerOpen, Optional<BigDecimal> upper, boolean upperOpen, boolean derived) {

    /**
     * How far "about" reaches to either side. Nobody states it, so it is derived and can only ever make a tension;
     * a quarter is wide enough that "nearly 7,000" and 8,000 still meet, and 7,000 and 20,000 do not.
     */
    private static final BigDecimal ABOUT = new BigDecimal("0.25");

    static Interval of(Quantity q) {
        if (q.qualifier() == Qualifier.ABOUT && q.lower().isEmpty() && q.upper().isEmpty()) {
            Optional<BigDecimal> reach = q.best().map(b -> b.abs().multiply(ABOUT));
            return new Interval(
                    q.best().map(b -> b.subtract(reach.orElse(BigDecimal.ZERO))),
                    false,
                    q.best().map(b -> b.add(reach.orElse(BigDecimal.ZERO))),
                    false,
                    true);
        }
        return new Interval(q.lower(), q.lowerOpen(), q.upper(), q.upperOpen(), q.origin() == Origin.DERIVED);
    }

    static Agreement compare(Quantity a, Quantity b) {
        Interval one = of(a);
        Interval two = of(b);
        if (!one.liesBelow(two) && !two.liesBelow(one)) {
            return new Agreement.Meet();
        }
        String why = "\"" + a.display() + "\" and \"" + b.display() + "\" cannot both be right";
        return one.derived || two.derived
                ? new Agreement.Tension(why + ", if the vague one is read as usual.")
                : new Agreement.Contradiction(why + ".");
    }

    /** Every number of this is smaller than every number of the other. */
    private boolean liesBelow(Interval other) {
        if (upper.isEmpty() || other.lower.isEmpty()) {
            return false;
        }
        int order = upper.get().compareTo(other.lower.get());
        return order < 0 || order == 0 && (upperOpen || other.lowerOpen);
    }
}
