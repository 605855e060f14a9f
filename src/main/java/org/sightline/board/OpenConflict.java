package org.sightline.board;

import java.util.List;
import java.util.Optional;

/**
 * A conflict that waits for a decision, with both sides.
 *
 * @param number of the source or claim on this board; 0 when it is not there any more
 * @param name its title or statement
 * @param mine its image as it is here, as canonical JSON; empty when it is not there any more
 */
public record OpenConflict(Conflict conflict, long number, String name, Optional<String> mine) {

    /** Field by field, only what differs: before is mine, after is theirs. */
    public List<FieldDifference> differences() {
        return FieldDifference.between(mine, Optional.of(conflict.theirs()));
    }
}
