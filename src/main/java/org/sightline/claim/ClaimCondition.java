package org.sightline.claim;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.sightline.source.Capture;
import org.sightline.source.Source;

/**
 * A condition on claims that a board can answer: as much of it as a table can say stands in {@link #terms}, and the rest
 * is tested claim by claim. Immutable, safe for any thread.
 */
public interface ClaimCondition {
    /** Met by every claim that this condition accepts; by others as well where a part of it is {@code Open}. */
    ClaimTerms terms();

    /**
     * The condition as a whole, for one run over the claims of a board. What it needs of the board is read when it is
     * first asked for.
     *
     * @return for one thread, as long as {@code board} can be read
     */
    Predicate<Claim> over(Surroundings board);

    /** What a condition may ask about the board that a claim is on. */
    interface Surroundings {
        /** All sources that are not in the trash. */
        List<Source> sources();

        /** The captures of those sources. */
        List<Capture> captures();

        /** Between claims that are not in the trash. */
        List<Relation> relations();

        Optional<Claim> claim(UUID uuid);
    }
}
