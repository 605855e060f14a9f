package org.sightline.source;

import java.util.Optional;
import java.util.UUID;

/**
 * A verbatim passage of a capture's text, anchored by position and by its words (W3C Web Annotation,
 * TextPositionSelector and TextQuoteSelector).
 *
 * @param id key within one board; 0 until stored
 * @param capture the capture whose text is quoted
 * @param start first UTF-16 code unit, inclusive
 * @param end last UTF-16 code unit, exclusive
 * @param exact the words
 * @param prefix up to {@value #CONTEXT} code units before them
 * @param suffix up to {@value #CONTEXT} code units after them
 * @param relays the source whose assertion these words pass on, where the words say so; overrides
 *     {@link Source#relays()}
 */
public record Quote(
        long id,
        UUID uuid,
        UUID capture,
        int start,
        int end,
        String exact,
        String prefix,
        String suffix,
        Optional<UUID> relays) {

    /** Code units of context kept on either side. */
    public static final int CONTEXT = 32;

    public Quote withId(long newId) {
        return new Quote(newId, uuid, capture, start, end, exact, prefix, suffix, relays);
    }

    /** @param source whose assertion these words pass on */
    public Quote withRelays(Optional<UUID> source) {
        return new Quote(id, uuid, capture, start, end, exact, prefix, suffix, source);
    }

    /** Whether the text still holds exactly these words at exactly this place; otherwise the quote is orphaned. */
    public boolean intactIn(String text) {
        return start >= 0
                && end <= text.length()
                && start <= end
                && text.regionMatches(start, exact, 0, end - start)
                && exact.length() == end - start;
    }
}
