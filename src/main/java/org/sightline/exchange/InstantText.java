package org.sightline.exchange;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.sightline.claim.DigitForm;

/** Instants as {@link Instant#toString} writes them; those of whole milliseconds, which most are, without a formatter. */
final class InstantText {
    private static final String SECONDS = "0000-00-00T00:00:00Z";
    private static final String MILLIS = "0000-00-00T00:00:00.000Z";
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
        char[] text = (nano == 0 ? SECONDS : MILLIS).toCharArray();
        DigitForm.put(text, 0, 4, at.getYear());
        DigitForm.put(text, 5, 2, at.getMonthValue());
        DigitForm.put(text, 8, 2, at.getDayOfMonth());
        DigitForm.put(text, 11, 2, at.getHour());
        DigitForm.put(text, 14, 2, at.getMinute());
        DigitForm.put(text, 17, 2, at.getSecond());
        if (nano != 0) {
            DigitForm.put(text, 20, 3, nano / NANOS_A_MILLI);
        }
        return new String(text);
    }

    /** An instant in the form that most are written in; empty for any other text, also for one that is no instant. */
    static Optional<Instant> parse(String text) {
        boolean millis = text.length() == MILLIS.length();
        String form = millis ? MILLIS : SECONDS;
        if (!DigitForm.fits(text, form)) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDateTime.of(
                            DigitForm.number(text, 0, 4),
                            DigitForm.number(text, 5, 2),
                            DigitForm.number(text, 8, 2),
                            DigitForm.number(text, 11, 2),
                            DigitForm.number(text, 14, 2),
                            DigitForm.number(text, 17, 2),
                            millis ? DigitForm.number(text, 20, 3) * NANOS_A_MILLI : 0)
                    .toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty(); // such as the 24th hour, which the JDK's parser takes for the next day
        }
    }
}
