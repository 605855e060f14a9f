package org.sightline.board;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A thing that this board and another have both changed. What only one of them has changed is joined at once; what both
 * have changed stays as it is here until a person decides.
 *
 * @param id the number people see
 * @param entity {@code source} or {@code claim}
 * @param thing the UUID of the source or claim
 * @param board the other board's UUID
 * @param boardTitle the other board's title, as it was then
 * @param theirs the other board's image of the thing as canonical JSON, every key in it 0
 * @param fields those asked about, by their names in the image; none where all could be joined; empty where the whole
 *     thing is asked about
 * @param decided empty while it is open
 * @param decidedAt when it was decided
 */
public record Conflict(
        long id,
        UUID uuid,
        String entity,
        UUID thing,
        UUID board,
        String boardTitle,
        String theirs,
        Optional<Set<String>> fields,
        Instant found,
        Optional<Side> decided,
        Optional<Instant> decidedAt) {

    /** Whose version stays. */
    public enum Side {
        MINE,
        THEIRS,
        /** Some fields of each. */
        BOTH
    }

    Conflict withId(long newId) {
        return new Conflict(newId, uuid, entity, thing, board, boardTitle, theirs, fields, found, decided, decidedAt);
    }

    Conflict decided(Side side, Instant now) {
        return new Conflict(
                id, uuid, entity, thing, board, boardTitle, theirs, fields, found, Optional.of(side), Optional.of(now));
    }

    /** The same conflict about what the other board says by now. */
    Conflict saying(Conflict newer) {
        return new Conflict(
                id,
                uuid,
                entity,
                thing,
                newer.board(),
                newer.boardTitle(),
                newer.theirs(),
                newer.fields(),
                newer.found(),
                newer.decided(),
                newer.decidedAt());
    }
}
