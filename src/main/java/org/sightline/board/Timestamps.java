package org.sightline.board;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.sightline.DomainException;
import org.sightline.claim.DigitForm;

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
        DigitForm.put(text, 0, 4, at.getYear());
        DigitForm.put(text, 5, 2, at.getMonthValue());
        DigitForm.put(text, 8, 2, at.getDayOfMonth());
        DigitForm.put(text, 11, 2, at.getHour());
        DigitForm.put(text, 14, 2, at.getMinute());
        DigitForm.put(text, 17, 2, at.getSecond());
        DigitForm.put(text, 20, 3, at.getNano() / 1_000_000);
        return Optional.of(new String(text));
    }

    /** @throws DateTimeException when it is not an ISO 8601 instant */
    static Instant parse(String text) {
        return DigitForm.fits(text, FORM) // without a parser for all forms: a large board has millions
                ? LocalDateTime.of(
                                DigitForm.number(text, 0, 4),
                                DigitForm.number(text, 5, 2),
                                DigitForm.number(text, 8, 2),
                                DigitForm.number(text, 11, 2),
                                DigitForm.number(text, 14, 2),
                                DigitForm.number(text, 17, 2),
                                DigitForm.number(text, 20, 3) * 1_000_000)
                        .toInstant(ZoneOffset.UTC)
                : OffsetDateTime.parse(text).toInstant();
    }

    /** The same to the millisecond, as it will be read back. */
    static Instant stored(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS);
    }
}
