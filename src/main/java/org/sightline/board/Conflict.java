package org.sightline.board;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A thing that this board and another have both changed. It stays as it is here until a person decides.
 *
 * @param id the number people see
 * @param entity {@code source} or {@code claim}
 * @param thing the UUID of the source or claim
 * @param board the other board's UUID
 * @param boardTitle the other board's title, as it was then
 * @param theirs the other board's image of the thing as canonical JSON, every key in it 0
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
        Instant found,
        Optional<Side> decided,
        Optional<Instant> decidedAt) {

    /** Whose version stays. */
    public enum Side {
        MINE,
        THEIRS
    }

    Conflict withId(long newId) {
        return new Conflict(newId, uuid, entity, thing, board, boardTitle, theirs, found, decided, decidedAt);
    }

    Conflict decided(Side side, Instant now) {
        return new Conflict(
                id, uuid, entity, thing, board, boardTitle, theirs, found, Optional.of(side), Optional.of(now));
    }

    /** The same conflict about what the other board says by now. */
    Conflict saying(Conflict newer) {
        return new Conflict(
                id,
                uuid,
                entity,
                thing,
                board,
                newer.boardTitle(),
                newer.theirs(),
                newer.found(),
                Optional.empty(),
                Optional.empty());
    }
}
