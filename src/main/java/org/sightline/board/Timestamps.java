package org.sightline.board;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.sightline.DomainException;

/** Instants as GeoPackage writes a DATETIME: UTC with milliseconds and a Z (OGC 12-128r18, table 1). */
final class Timestamps {
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant AFTER_LAST =
            Instant.parse("9999-12-31T23:59:59.999Z").plusMillis(1);

    private static final String FORM = "0000-00-00T00:00:00.000Z";

    private Timestamps() {}

    /** @throws DomainException when the year is not 1 to 9999 */
    static String text(Instant instant) {
        return maybeText(instant)
                .orElseThrow(() ->
                        new DomainException("The time " + instant + " cannot be stored; give a year from 1 to 9999."));
    }

    /** The same; empty when it cannot be stored. */
    static Optional<String> maybeText(Instant instant) {
        if (instant.isBefore(FIRST) || !instant.isBefore(AFTER_LAST)) {
            return Optional.empty();
        }
        LocalDateTime at = LocalDateTime.ofEpochSecond(instant.getEpochSecond(), instant.getNano(), ZoneOffset.UTC);
        char[] text = FORM.toCharArray();
        digits(text, 0, 4, at.getYear());
        digits(text, 5, 2, at.getMonthValue());
        digits(text, 8, 2, at.getDayOfMonth());
        digits(text, 11, 2, at.getHour());
        digits(text, 14, 2, at.getMinute());
        digits(text, 17, 2, at.getSecond());
        digits(text, 20, 3, at.getNano() / 1_000_000);
        return Optional.of(new String(text));
    }

    private static void digits(char[] text, int start, int count, int number) {
        int rest = number;
        for (int i = start + count - 1; i >= start; i--) {
            text[i] = (char) ('0' + rest % 10);
            rest /= 10;
        }
    }

    /** @throws DateTimeException when it is not an ISO 8601 instant */
    static Instant parse(String text) {
        return isOwnForm(text)
                ? LocalDateTime.of(
                                number(text, 0, 4),
                                number(text, 5, 2),
                                number(text, 8, 2),
                                number(text, 11, 2),
                                number(text, 14, 2),
                                number(text, 17, 2),
                                number(text, 20, 3) * 1_000_000)
                        .toInstant(ZoneOffset.UTC)
                : OffsetDateTime.parse(text).toInstant();
    }

    /** What {@link #text} writes is read without a parser for all forms: a large board has millions of them. */
    private static boolean isOwnForm(String text) {
        if (text.length() != FORM.length()) {
            return false;
        }
        for (int i = 0; i < FORM.length(); i++) {
            char c = text.charAt(i);
            boolean fits = FORM.charAt(i) == '0' ? c >= '0' && c <= '9' : c == FORM.charAt(i);
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static int number(String text, int start, int count) {
        int number = 0;
        for (int i = start; i < start + count; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }

    /** The same to the millisecond, as it will be read back. */
    static Instant stored(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS);
    }
}
