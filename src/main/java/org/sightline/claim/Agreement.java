package org.sightline.claim;

/**
 * Whether two statements can both be right. A contradiction follows from what was stated alone; where a bound that keeps
 * two numbers apart was derived from a vague word, it is a tension and never more.
 */
public sealed interface Agreement {

    /** They can both be right, or are about different things. */
    record Meet() implements Agreement {}

    /** @param why one sentence for people */
    record Contradiction(String why) implements Agreement {}

    /** @param why one sentence for people */
    record Tension(String why) implements Agreement {}

    /**
     * Holds two claims against each other: the same item or one a kind of the other, the same place or one within the
     * other, overlapping times, and numbers that do not meet. Where a claim lacks one of these, nothing follows.
     */
    static Agreement between(Claim one, Claim other) {
        boolean comparable = one.quantity().isPresent()
                && other.quantity().isPresent()
                && one.place().isPresent()
                && other.place().isPresent()
                && one.place().get().sharesGroundWith(other.place().get())
                && one.when().isPresent()
                && other.when().isPresent()
                && one.when().get().overlaps(other.when().get());
        return comparable ? one.quantity().get().compare(other.quantity().get()) : new Meet();
    }
}
