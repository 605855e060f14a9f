package org.sightline.cli;

import java.util.function.Supplier;
import org.sightline.DomainException;

/** The command itself must be written differently; ends with {@link Exit#USAGE}. */
final class UsageException extends DomainException {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }

    private UsageException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Reads an option's value; one that cannot be read is wrong usage, and its message says which option it was. */
    static <T> T reading(String option, Supplier<T> value) {
        try {
            return value.get();
        } catch (DomainException e) {
            boolean named = String.valueOf(e.getMessage()).startsWith("--");
            throw new UsageException(named ? e.getMessage() : option + ": " + e.getMessage(), e);
        }
    }
}
