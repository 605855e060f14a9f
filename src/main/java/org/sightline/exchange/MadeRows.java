package org.sightline.exchange;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.sightline.DomainException;

/** Rows that are made one after another, each as a list of values. One thread. */
final class MadeRows implements Table.Rows {
    private final Maker maker;
    private final boolean exact;
    private Optional<Made> next = Optional.empty();
    private boolean ended;
    private long number;

    /**
     * @param exact whether the space around values is kept
     */
    MadeRows(Maker maker, boolean exact) {
        this.maker = maker;
        this.exact = exact;
    }

    /** What makes the rows. */
    interface Maker {
        /** The next row; empty when there are no more. */
        Optional<Made> next();

        void close();
    }

    /**
     * A row as it is made.
     *
     * @param values for every heading
     * @param problem why it cannot be read, a sentence; empty when it can
     */
    record Made(List<String> values, Optional<String> problem) {
        static Made whole(List<String> values) {
            return new Made(values, Optional.empty());
        }

        /** The same, unless a value has half a character, which no claim can keep. */
        Made checked() {
            return problem.isEmpty() && values.stream().anyMatch(HalfCharacters::in)
                    ? new Made(
                            values,
                            Optional.of("A text has half a character in it (an unpaired surrogate); write it again."))
                    : this;
        }
    }

    /**
     * A row by its keys.
     *
     * @param problem why it cannot be read, a sentence; empty when it can
     */
    record Keyed(Map<String, String> values, Optional<String> problem) {
        Made under(List<String> header) {
            return new Made(
                    header.stream().map(key -> values.getOrDefault(key, "")).toList(), problem);
        }
    }

    @Override
    public boolean hasNext() {
        if (next.isEmpty() && !ended) {
            next = maker.next();
            ended = next.isEmpty();
        }
        return next.isPresent();
    }

    /** @throws DomainException when this row cannot be read; the next one may be */
    @Override
    public Table.Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Made made = next.orElseThrow().checked();
        List<String> values = made.values();
        next = Optional.empty();
        long line = ++number;
        if (made.problem().isPresent()) {
            throw new UnreadableRow(values, line, true, made.problem().get());
        }
        return new Table.Row() {
            @Override
            public String value(int column) {
                return exact ? values.get(column) : values.get(column).strip();
            }

            @Override
            public long line() {
                return line;
            }
        };
    }

    @Override
    public void close() {
        maker.close();
    }
}
