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

    /** Field by field, only what differs and is asked about: before is mine, after is theirs. */
    public List<FieldDifference> differences() {
        return FieldDifference.between(mine, Optional.of(conflict.theirs())).stream()
                .filter(difference -> conflict.fields()
                        .map(asked -> asked.contains(field(difference)))
                        .orElse(true))
                .toList();
    }

    /** What can be decided by itself: the fields that differ and are asked about; a quantity or a place is one. */
    public List<String> fields() {
        return differences().stream().map(OpenConflict::field).distinct().toList();
    }

    /** The field that can be decided by itself: {@code quantity} for {@code quantity.lower}. */
    public static String field(FieldDifference difference) {
        int dot = difference.field().indexOf('.');
        return dot < 0 ? difference.field() : difference.field().substring(0, dot);
    }
}
