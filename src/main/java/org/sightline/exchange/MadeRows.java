package org.sightline.exchange;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/** Rows that are made one after another, each as a list of values. One thread. */
final class MadeRows implements Table.Rows {
    private final Maker maker;
    private final boolean exact;
    private Optional<List<String>> next = Optional.empty();
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
        /** The values of the next row, for every heading; empty when there are no more. */
        Optional<List<String>> next();

        void close();
    }

    @Override
    public boolean hasNext() {
        if (next.isEmpty() && !ended) {
            next = maker.next();
            ended = next.isEmpty();
        }
        return next.isPresent();
    }

    @Override
    public Table.Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        List<String> values = next.orElseThrow();
        next = Optional.empty();
        long line = ++number;
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
