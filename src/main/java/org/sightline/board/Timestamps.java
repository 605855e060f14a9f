package org.sightline.board;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.sightline.DomainException;

/** Instants as GeoPackage writes a DATETIME: UTC with milliseconds and a Z (OGC 12-128r18, table 1). */
final class Timestamps {
    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant AFTER_LAST =
            Instant.parse("9999-12-31T23:59:59.999Z").plusMillis(1);

    private Timestamps() {}

    /** @throws DomainException when the year is not 1 to 9999 */
    static String text(Instant instant) {
        if (instant.isBefore(FIRST) || !instant.isBefore(AFTER_LAST)) {
            throw new DomainException("The time " + instant + " cannot be stored; give a year from 1 to 9999.");
        }
        return FORM.format(instant);
    }

    /** The same; empty when it cannot be stored. */
    static Optional<String> maybeText(Instant instant) {
        return instant.isBefore(FIRST) || !instant.isBefore(AFTER_LAST)
                ? Optional.empty()
                : Optional.of(FORM.format(instant));
    }

    /** @throws DateTimeException when it is not an ISO 8601 instant */
    static Instant parse(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    /** The same to the millisecond, as it will be read back. */
    static Instant stored(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS);
    }
}
