package org.sightline.overlay;

import java.util.List;
import org.sightline.DomainException;

/** Which columns of a table hold coordinates is not known, or they are not there: a person has to say it. */
public final class UnknownColumns extends DomainException {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // an immutable list
    private final List<String> headings;

    UnknownColumns(String message, List<String> headings) {
        super(message);
        this.headings = List.copyOf(headings);
    }

    /** Of all columns, as they stand in the file. */
    public List<String> headings() {
        return headings;
    }
}
