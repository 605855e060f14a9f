package org.sightline.exchange;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.sightline.board.Change;

/** Changes worked out as they are asked for: sources and captures, then claims, then relations. One thread at a time. */
final class ArrivingChanges implements Iterator<Change> {
    private final Steps steps;
    private Optional<Iterator<Change>> first = Optional.empty();
    private Optional<Iterator<Change>> last = Optional.empty();
    private Optional<Change> next = Optional.empty();

    ArrivingChanges(Steps steps) {
        this.steps = steps;
    }

    /** What the changes are made of, asked for in this order. */
    interface Steps {
        Iterator<Change> first();

        /** Empty when there are no more. */
        Optional<Change> nextClaim();

        Iterator<Change> last();
    }

    @Override
    public boolean hasNext() {
        if (next.isEmpty()) {
            next = advance();
        }
        return next.isPresent();
    }

    @Override
    public Change next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Change change = next.orElseThrow();
        next = Optional.empty();
        return change;
    }

    private Optional<Change> advance() {
        if (first.isEmpty()) {
            first = Optional.of(steps.first());
        }
        if (first.get().hasNext()) {
            return Optional.of(first.get().next());
        }
        if (last.isEmpty()) {
            Optional<Change> claim = steps.nextClaim();
            if (claim.isPresent()) {
                return claim;
            }
            last = Optional.of(steps.last());
        }
        return last.get().hasNext() ? Optional.of(last.get().next()) : Optional.empty();
    }
}
