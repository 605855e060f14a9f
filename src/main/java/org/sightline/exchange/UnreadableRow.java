package org.sightline.exchange;

import java.util.List;
import org.sightline.DomainException;

/** A row that stands in its table and cannot be read: why not, and what it holds. */
final class UnreadableRow extends DomainException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> values;
    private final long line;
    private final boolean whole;

    /**
     * @param values for every heading, and those behind them that have none
     * @param line where it stands, from 1
     * @param whole whether all its values were read; otherwise some are blank here that are not in the table
     */
    UnreadableRow(List<String> values, long line, boolean whole, String reason) {
        super(reason);
        this.values = List.copyOf(values);
        this.line = line;
        this.whole = whole;
    }

    boolean isWhole() {
        return whole;
    }

    List<String> values() {
        return values;
    }

    long line() {
        return line;
    }
}
