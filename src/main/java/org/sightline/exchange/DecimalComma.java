package org.sightline.exchange;

import java.util.regex.Pattern;

/** Numbers with a comma before their decimals, and points between thousands, in words. Stateless. */
final class DecimalComma {
    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\p{L}\\p{N}]|[\\p{N}][.,])(?:\\d{1,3}(?:\\.\\d{3})+|\\d+)(?:,\\d+)?(?![.,]?\\d)");
    private static final Pattern BETWEEN_DIGITS = Pattern.compile("\\d,\\d");

    private DecimalComma() {}

    /** With points before decimals. What can be no such number, as 7.5, stays: nothing else is meant by it. */
    static String pointed(String words) {
        return NUMBER.matcher(words)
                .replaceAll(number -> number.group().replace(".", "").replace(',', '.'));
    }

    /** Whether there is a comma that may be a decimal one. */
    static boolean mayBeIn(String words) {
        return BETWEEN_DIGITS.matcher(words).find();
    }
}
