package org.sightline.source;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds words in a capture's text, exactly or not at all. Stateless. */
public final class Anchoring {
    private Anchoring() {}

    /** UTF-16 code units, end exclusive. */
    public record Range(int start, int end) {}

    /** Every place where exactly these words stand. */
    public static List<Range> find(String text, String words) {
        throw new UnsupportedOperationException();
    }

    /** @throws org.sightline.DomainException when the words are not there, or there more than once */
    public static Range findOne(String text, String words) {
        throw new UnsupportedOperationException();
    }

    /** A new quote of {@code text[start, end)} with its context. */
    public static Quote quote(UUID capture, String text, int start, int end, Optional<UUID> relays) {
        throw new UnsupportedOperationException();
    }
}
