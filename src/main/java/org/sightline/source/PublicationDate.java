package org.sightline.source;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.sightline.DomainException;

/**
 * When a source was published, as precisely as it says so: {@code 2022}, {@code 2022-10}, {@code 2022-10-13} or
 * {@code 2022-10-13T14:05+03:00} (ISO 8601). The form given is the form kept.
 */
public record PublicationDate(String iso) implements Comparable<PublicationDate> {

    /** @throws DomainException when {@code iso} is none of the four forms */
    public PublicationDate {
        iso = iso.strip();
        try {
            dateOf(iso);
        } catch (DateTimeException e) {
            throw new DomainException(
                    "\"" + iso
                            + "\" is not a publication date; write it as 2022-10-13, 2022-10, 2022 or"
                            + " 2022-10-13T14:05+03:00.",
                    e);
        }
    }

    /** The day itself, or the first day of the month or year. */
    public LocalDate date() {
        return dateOf(iso);
    }

    /** Whether the day is known, and not only the month or year. */
    public boolean hasDay() {
        return iso.length() >= 10;
    }

    /** Whether the month is known, and not only the year. */
    public boolean hasMonth() {
        return iso.length() >= 7;
    }

    /** The instant, where the time of day is known too. */
    public Optional<Instant> instant() {
        return iso.length() > 10 ? Optional.of(OffsetDateTime.parse(iso).toInstant()) : Optional.empty();
    }

    private static LocalDate dateOf(String iso) {
        return switch (iso.length()) {
            case 4 -> Year.parse(iso).atDay(1);
            case 7 -> YearMonth.parse(iso).atDay(1);
            case 10 -> LocalDate.parse(iso);
            default ->
                OffsetDateTime.parse(iso, DateTimeFormatter.ISO_OFFSET_DATE_TIME)
                        .toLocalDate();
        };
    }

    @Override
    public int compareTo(PublicationDate other) {
        int byDay = date().compareTo(other.date());
        return byDay != 0 ? byDay : iso.compareTo(other.iso);
    }

    @Override
    public String toString() {
        return iso;
    }
}
