package org.sightline.exchange;

import java.util.List;
import org.sightline.DomainException;

/** A row that stands in its table and cannot be read: why not, and what it holds. */
final class UnreadableRow extends DomainException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> values;
    private final long line;

    /**
     * @param values as far as they are known, for every heading
     * @param line where it stands, from 1
     */
    UnreadableRow(List<String> values, long line, String reason) {
        super(reason);
        this.values = List.copyOf(values);
        this.line = line;
    }

    List<String> values() {
        return values;
    }

    long line() {
        return line;
    }
}
