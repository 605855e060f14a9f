package org.sightline.exchange;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Instants as {@link Instant#toString} writes them; those of whole milliseconds, which most are, without a formatter. */
final class InstantText {
    private static final int NANOS_A_MILLI = 1_000_000;
    private static final long FIRST = LocalDateTime.of(0, 1, 1, 0, 0).toEpochSecond(ZoneOffset.UTC);
    private static final long AFTER_LAST = LocalDateTime.of(10_000, 1, 1, 0, 0).toEpochSecond(ZoneOffset.UTC);

    private InstantText() {}

    static String of(Instant instant) {
        long seconds = instant.getEpochSecond();
        int nano = instant.getNano();
        if (seconds < FIRST || seconds >= AFTER_LAST || nano % NANOS_A_MILLI != 0) {
            return instant.toString();
        }
        LocalDateTime at = LocalDateTime.ofEpochSecond(seconds, 0, ZoneOffset.UTC);
        char[] text = (nano == 0 ? "0000-00-00T00:00:00Z" : "0000-00-00T00:00:00.000Z").toCharArray();
        digits(text, 0, 4, at.getYear());
        digits(text, 5, 2, at.getMonthValue());
        digits(text, 8, 2, at.getDayOfMonth());
        digits(text, 11, 2, at.getHour());
        digits(text, 14, 2, at.getMinute());
        digits(text, 17, 2, at.getSecond());
        if (nano != 0) {
            digits(text, 20, 3, nano / NANOS_A_MILLI);
        }
        return new String(text);
    }

    private static void digits(char[] text, int start, int count, int number) {
        int rest = number;
        for (int i = start + count - 1; i >= start; i--) {
            text[i] = (char) ('0' + rest % 10);
            rest /= 10;
        }
    }
}
