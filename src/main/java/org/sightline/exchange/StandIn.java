package org.sightline.exchange;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.sightline.source.Capture;
import org.sightline.source.CapturedText;
import org.sightline.source.Quote;

/**
 * Stands for a capture whose content did not come along: a text that holds the quoted words, and those around them, at
 * the very places where the capture's text has them, with spaces between. It is a capture of its own, with a hash and an
 * identity of its own that follow from its text and from the capture it stands for. One thread.
 */
final class StandIn {
    /** Code units of the longest text that is laid out; quotes beyond it are kept as orphaned. */
    static final int LONGEST = 1 << 24;

    private final StringBuilder text = new StringBuilder();

    /** @return by how many code units the text has grown; negative when there is no place for the quote */
    int add(Quote quote) {
        int from = quote.start() - quote.prefix().length();
        long to = (long) quote.end() + quote.suffix().length();
        boolean whole = quote.start() >= 0 && quote.exact().length() == quote.end() - quote.start();
        if (!whole || to > LONGEST) {
            return -1;
        }
        int before = text.length();
        if (from < 0 || !lay(quote.prefix() + quote.exact() + quote.suffix(), from)) {
            return lay(quote.exact(), quote.start()) ? text.length() - before : -1;
        }
        return text.length() - before;
    }

    /** Whether the words could be laid down without touching others. */
    private boolean lay(String words, int at) {
        for (int i = 0; i < words.length() && at + i < text.length(); i++) {
            char there = text.charAt(at + i);
            if (there != ' ' && there != words.charAt(i)) {
                return false;
            }
        }
        while (text.length() < at) {
            text.append(' ');
        }
        int known = Math.min(words.length(), text.length() - at);
        for (int i = 0; i < known; i++) {
            text.setCharAt(at + i, words.charAt(i));
        }
        text.append(words, known, words.length());
        return true;
    }

    CapturedText content() {
        // half of a pair of surrogates, where the words around a quote were cut
        for (int i = 0; i < text.length(); i++) {
            if (isHalf(i)) {
                text.setCharAt(i, ' ');
            }
        }
        String words = text.toString();
        return new CapturedText(
                words.getBytes(StandardCharsets.UTF_8), "text/plain", Optional.of("UTF-8"), words, Optional.empty());
    }

    private boolean isHalf(int at) {
        char c = text.charAt(at);
        return Character.isHighSurrogate(c)
                ? at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1))
                : Character.isLowSurrogate(c) && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
    }

    /** @param original what it stands for */
    static Capture capture(Capture original, CapturedText content) {
        String sha256 = Capture.sha256(content.bytes());
        String name = "stand-in for " + original.uuid() + " with " + sha256;
        return new Capture(
                0,
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
                original.source(),
                sha256,
                content.mediaType(),
                content.charset(),
                original.retrieved(),
                content.bytes().length,
                content.text().length());
    }
}
