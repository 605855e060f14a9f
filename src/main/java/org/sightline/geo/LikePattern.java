package org.sightline.geo;

import java.util.Arrays;

/**
 * A pattern of LIKE: {@code %} for any characters, line ends among them, {@code _} for one character (code point), a
 * backslash before a character for itself. Takes time in proportion to the length of the text times that of the pattern
 * at most, whatever the pattern. Immutable, safe for any thread.
 */
final class LikePattern {
    private static final int ANY = -1;
    private static final int ONE = -2;

    private final int[] pattern;
    private final boolean matchCase;

    LikePattern(String written, boolean matchCase) {
        this.matchCase = matchCase;
        this.pattern = read(written);
    }

    private int[] read(String written) {
        int[] points = written.codePoints().toArray();
        int[] read = new int[points.length];
        int length = 0;
        for (int i = 0; i < points.length; i++) {
            if (points[i] == '%') {
                read[length++] = ANY;
            } else if (points[i] == '_') {
                read[length++] = ONE;
            } else {
                boolean escapes = points[i] == '\\' && i + 1 < points.length;
                read[length++] = folded(points[escapes ? ++i : i]);
            }
        }
        return Arrays.copyOf(read, length);
    }

    // as java.util.regex.Pattern does with UNICODE_CASE: simple case mappings, one character for one
    private int folded(int point) {
        return matchCase ? point : Character.toLowerCase(Character.toUpperCase(point));
    }

    /** Whether the whole text is of this pattern. */
    boolean matches(String text) {
        int[] points = text.codePoints().toArray();
        int at = 0;
        int next = 0;
        int lastAny = -1;
        int takenByIt = 0;
        while (at < points.length) {
            if (next < pattern.length && pattern[next] == ANY) {
                lastAny = next++;
                takenByIt = at;
            } else if (next < pattern.length && (pattern[next] == ONE || pattern[next] == folded(points[at]))) {
                next++;
                at++;
            } else if (lastAny >= 0) {
                next = lastAny + 1;
                at = ++takenByIt;
            } else {
                return false;
            }
        }
        while (next < pattern.length && pattern[next] == ANY) {
            next++;
        }
        return next == pattern.length;
    }
}
