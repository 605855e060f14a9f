package org.sightline.claim;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.sightline.source.PublicationDate;

/**
 * When a claim is said to hold: an interval of instants with a precision.
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
        YEAR
    }

    /** Held throughout, or on some part. */
    public enum Extent {
        ALL,
        SOME
    }

    /**
     * Reads one time from words or from EDTF.
     *
     * @param published what relative words are resolved against
     * @throws org.sightline.DomainException when it cannot be read, or is a choice ("on Wednesday" is the last or the
     *     next one): the message names the choices
     */
    public static When parse(String words, Optional<PublicationDate> published) {
        throw new UnsupportedOperationException();
    }

    /** A time in a text, with its readings, likeliest first. UTF-16 code units, end exclusive. */
    public record Found(List<When> readings, int start, int end) {}

    /** Every time in a text, in order. */
    public static List<Found> find(String text, Optional<PublicationDate> published) {
        throw new UnsupportedOperationException();
    }

    /** The same for people, such as "24 February 2022", "October 2022", "from 13 October 2022". */
    public String display() {
        throw new UnsupportedOperationException();
    }
}
