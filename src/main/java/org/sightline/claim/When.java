package org.sightline.claim;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sightline.DomainException;
import org.sightline.source.PublicationDate;

/**
 * When a claim is said to hold: an interval of instants with a precision. Immutable.
 *
 * @param verbatim the words it was read from; may be empty
 * @param edtf ISO 8601-2 / EDTF level 1 form, the form it is exchanged in
 * @param earliest first instant, inclusive; empty when open
 * @param latest last instant, exclusive; empty when open ("in the coming days" has no invented end)
 * @param extent whether it held on all of the interval or on some part of it
 * @param zone time zone as stated; instants are stored in UTC
 */
public record When(
        String verbatim,
        String edtf,
        Optional<Instant> earliest,
        Optional<Instant> latest,
        Precision precision,
        Extent extent,
        Optional<ZoneId> zone) {

    /** The finest unit of time that was stated. */
    public enum Precision {
        MINUTE,
        HOUR,
        DAY,
        WEEK,
        MONTH,
        SEASON,
        YEAR;

        /** @throws DomainException when it is none of the keys, naming them */
        public static Precision parse(String words) {
            return Vocabulary.parse(values(), "a precision", words);
        }

        /** Stable form for files, such as {@code day}. */
        public String key() {
            return Vocabulary.key(this);
        }

        /** For people. */
        public String label() {
            return Vocabulary.label(this);
        }
    }

    /** Held throughout, or on some part. */
    public enum Extent {
        ALL,
        SOME;

        /** @throws DomainException when it is none of the keys, naming them */
        public static Extent parse(String words) {
            return Vocabulary.parse(values(), "an extent", words);
        }

        /** Stable form for files: {@code all} or {@code some}. */
        public String key() {
            return Vocabulary.key(this);
        }

        /** For people. */
        public String label() {
            return Vocabulary.label(this);
        }
    }

    /**
     * Reads EDTF level 1, such as {@code 2022-10-13}, {@code 2022-10-13/..}, {@code 2022-23} or {@code 2022-02~}. One
     * date holds on some part of it, an interval on all of it.
     *
     * @throws DomainException when it is not EDTF
     */
    public static When edtf(String words) {
        return Edtf.read(words)
                .map(e -> edtf(words.strip(), e))
                .orElseThrow(
                        () -> new DomainException("\"" + words.strip() + "\" is not a date in the form of ISO 8601;"
                                + " write it like 2022-10-13, 2022-10, 2022, 2022-10-13/2022-10-15 or 2022-10-13/..."));
    }

    private static When edtf(String verbatim, Edtf edtf) {
        return of(verbatim, edtf, edtf.precision(), edtf.interval() ? Extent.ALL : Extent.SOME);
    }

    /** Some time on one day. */
    public static When on(LocalDate day) {
        Edtf edtf = Edtf.single(CalendarDate.ofDay(day));
        return of(edtf.toString(), edtf, Precision.DAY, Extent.SOME);
    }

    static When of(String verbatim, Edtf edtf, Precision precision, Extent extent) {
        Optional<ZoneId> zone =
                edtf.from().flatMap(CalendarDate::zone).or(() -> edtf.to().flatMap(CalendarDate::zone));
        return new When(
                verbatim,
                edtf.toString(),
                edtf.from().map(d -> d.start().toInstant()),
                edtf.to().map(d -> d.end().toInstant()),
                precision,
                extent,
                zone);
    }

    /**
     * Reads one time from words or from EDTF.
     *
     * @param published what relative words are resolved against
     * @throws org.sightline.DomainException when it cannot be read, or is a choice ("on Wednesday" is the last or the
     *     next one): the message names the choices
     */
    public static When parse(String words, Optional<PublicationDate> published) {
        String typed = words.strip();
        Optional<Edtf> written = Edtf.read(typed);
        if (written.isPresent()) {
            return edtf(typed, written.get());
        }
        List<When> readings = TimeReading.whole(typed, published);
        if (readings.isEmpty()) {
            throw new DomainException("\"" + typed + "\" cannot be read as a time; write it like 24 February 2022,"
                    + " October 2022, 2022-10-13, 2022-10-13/2022-10-15 or from 13 October 2022.");
        }
        if (readings.size() > 1) {
            throw new DomainException("\"" + typed + "\" may be "
                    + readings.stream()
                            .map(w -> w.display() + " (" + w.edtf + ")")
                            .collect(Collectors.joining(" or "))
                    + "; write the one that is meant.");
        }
        return readings.get(0).withVerbatim(typed);
    }

    /** A time in a text, with its readings, likeliest first. UTF-16 code units, end exclusive. */
    public record Found(List<When> readings, int start, int end) {
        public Found {
            readings = List.copyOf(readings);
        }
    }

    /** Every time in a text, in order. What depends on an unknown publication date is left out. */
    public static List<Found> find(String text, Optional<PublicationDate> published) {
        return TimeReading.find(text, published);
    }

    public When withVerbatim(String words) {
        return new When(words, edtf, earliest, latest, precision, extent, zone);
    }

    public When withExtent(Extent newExtent) {
        return new When(verbatim, edtf, earliest, latest, precision, newExtent, zone);
    }

    /** Whether the intervals have an instant in common; an open end reaches for ever. */
    public boolean overlaps(When other) {
        return startsBeforeEndOf(other) && other.startsBeforeEndOf(this);
    }

    private boolean startsBeforeEndOf(When other) {
        return earliest.isEmpty() || other.latest.isEmpty() || earliest.get().isBefore(other.latest.get());
    }

    /** The same for people, such as "24 February 2022", "October 2022", "from 13 October 2022". */
    public String display() {
        return Edtf.read(edtf).map(e -> DateWords.of(e, precision)).orElse(edtf);
    }
}
