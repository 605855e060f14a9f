package org.sightline.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.sightline.DomainException;

/**
 * Finds words in a capture's text, exactly or not at all: words that merely look alike are named in a message for the
 * person to judge, never taken. Offsets are UTF-16 code units, start inclusive, end exclusive (W3C Web Annotation).
 * Stateless, safe for any thread.
 */
public final class Anchoring {
    private static final int SHOWN_RANGES = 5;
    private static final int SHOWN_WORDS = 80;

    private Anchoring() {}

    /** UTF-16 code units, end exclusive. */
    public record Range(int start, int end) {
        private static final Pattern WRITTEN = Pattern.compile("\\s*(\\d{1,9})\\s*:\\s*(\\d{1,9})\\s*");

        /**
         * Reads a range written as {@code START:END}.
         *
         * @throws DomainException when it is not two whole numbers, the first the smaller
         */
        public static Range parse(String words) {
            Matcher parts = WRITTEN.matcher(words);
            if (parts.matches()) {
                Range range = new Range(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
                if (range.start < range.end) {
                    return range;
                }
            }
            throw new DomainException(
                    "\"" + words + "\" is not a range; write it as START:END, such as 120:154, counted from 0.");
        }

        @Override
        public String toString() {
            return start + ":" + end;
        }
    }

    /** Every place where exactly these words stand, overlapping ones included, in order. */
    public static List<Range> find(String text, String words) {
        List<Range> ranges = new ArrayList<>();
        if (words.isEmpty()) {
            return ranges;
        }
        for (int at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
            if (!splitsLetter(text, at) && !splitsLetter(text, at + words.length())) {
                ranges.add(new Range(at, at + words.length()));
            }
        }
        return ranges;
    }

    /** @throws org.sightline.DomainException when the words are not there, or there more than once */
    public static Range findOne(String text, String words) {
        if (words.isBlank()) {
            throw new DomainException("The quote is empty; give the exact words as they stand in the text.");
        }
        List<Range> ranges = find(text, words);
        if (ranges.size() == 1) {
            return ranges.get(0);
        }
        if (ranges.isEmpty()) {
            throw new DomainException("The words \"" + shortened(words) + "\" are not in the text; "
                    + Lookalike.of(text, words)
                            .map(r -> "it has \"" + shortened(text.substring(r.start, r.end)) + "\" at " + r
                                    + ", which differs in spaces, quotation marks or capitals: copy it as it stands.")
                            .orElse("copy them exactly as they stand, spaces and quotation marks included."));
        }
        String shown = ranges.stream().limit(SHOWN_RANGES).map(Range::toString).collect(Collectors.joining(", "));
        String more = ranges.size() > SHOWN_RANGES ? " and " + (ranges.size() - SHOWN_RANGES) + " more" : "";
        throw new DomainException("The words \"" + shortened(words) + "\" stand " + ranges.size()
                + " times in the text, at " + shown + more + "; give more words or the range that is meant.");
    }

    /**
     * The range, once the words are known to stand exactly there.
     *
     * @throws DomainException when other words stand there, or the range leaves the text
     */
    public static Range at(String text, String words, Range range) {
        if (range.end > text.length()) {
            throw new DomainException("The range " + range + " leaves the text, which is " + text.length()
                    + " characters long; give a range within it.");
        }
        if (!text.substring(range.start, range.end).equals(words)) {
            throw new DomainException("At " + range + " the text has \""
                    + shortened(text.substring(range.start, range.end)) + "\" and not \"" + shortened(words)
                    + "\"; give the range where the words stand.");
        }
        return range;
    }

    /**
     * A new quote of {@code text[start, end)} with its context.
     *
     * @throws DomainException when the range is empty, leaves the text, or cuts a letter in two
     */
    public static Quote quote(UUID capture, String text, int start, int end, Optional<UUID> relays) {
        if (start < 0 || end > text.length() || start >= end) {
            throw new DomainException("The range " + start + ":" + end + " is empty or leaves the text, which is "
                    + text.length() + " characters long; select the words again.");
        }
        if (splitsLetter(text, start) || splitsLetter(text, end)) {
            throw new DomainException(
                    "The range " + start + ":" + end + " cuts a character in two; move it by one and try again.");
        }
        int before = Math.max(0, start - Quote.CONTEXT);
        int after = Math.min(text.length(), end + Quote.CONTEXT);
        // context never holds half a character: it is shortened by one unit instead
        before += splitsPair(text, before) ? 1 : 0;
        after -= splitsPair(text, after) ? 1 : 0;
        return new Quote(
                0,
                UUID.randomUUID(),
                capture,
                start,
                end,
                text.substring(start, end),
                text.substring(before, start),
                text.substring(end, after),
                relays);
    }

    /** A surrogate pair, or a letter and the accent, vowel sign or enclosing mark that combines with it. */
    private static boolean splitsLetter(String text, int at) {
        if (at == 0 || at == text.length()) {
            return false;
        }
        return splitsPair(text, at)
                || switch (Character.getType(text.codePointAt(at))) {
                    case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK ->
                        !Character.isWhitespace(text.charAt(at - 1));
                    default -> false;
                };
    }

    private static boolean splitsPair(String text, int at) {
        return at > 0
                && at < text.length()
                && Character.isLowSurrogate(text.charAt(at))
                && Character.isHighSurrogate(text.charAt(at - 1));
    }

    private static String shortened(String words) {
        String line = words.replaceAll("\\s+", " ").strip();
        if (line.length() <= SHOWN_WORDS) {
            return line;
        }
        int cut = splitsPair(line, SHOWN_WORDS) ? SHOWN_WORDS - 1 : SHOWN_WORDS;
        return line.substring(0, cut) + "…";
    }
}
