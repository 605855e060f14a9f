package org.sightline.claim;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of a text whose digits count nothing: times, distances, addresses, coordinates, telephone numbers. */
final class NotCounts {
    private static final Pattern OTHERS = Pattern.compile(
            "https?://\\S+|www\\.\\S+|[\\w.+-]{1,64}@[\\w-]{1,64}\\.[\\w.]{1,64}" // addresses
                    + "|-?\\d{1,3}\\.\\d{3,}°?\\s*[NSEW]?\\s*[,;]?\\s*-?\\d{1,3}\\.\\d{3,}°?\\s*[NSEW]?" // decimal
                    // degrees
                    + "|\\d{1,3}°\\s*\\d{1,2}['′’](?:\\s*\\d{1,2}(?:\\.\\d+)?[\"″”])?\\s*[NSEW]?" // degrees, minutes,
                    // seconds
                    + "|\\+\\d[\\d ()-]{7,20}\\d" // telephone
                    + "|\\b\\d{1,2}:\\d{2}(?::\\d{2})?\\b"); // clock

    private NotCounts() {}

    /** The text with those parts replaced, character for character. */
    static CharSequence mask(String text) {
        StringBuilder masked = new StringBuilder(text);
        Matcher others = OTHERS.matcher(text);
        while (others.find()) {
            fill(masked, others.start(), others.end());
        }
        DistanceReading.spans(text).forEach(s -> fill(masked, s.start(), s.end()));
        TimeReading.spans(text).forEach(s -> fill(masked, s.start(), s.end()));
        return masked;
    }

    private static void fill(StringBuilder masked, int start, int end) {
        for (int i = start; i < end; i++) {
            masked.setCharAt(i, Token.MASK);
        }
    }
}
