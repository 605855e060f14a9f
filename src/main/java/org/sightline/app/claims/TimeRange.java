package org.sightline.app.claims;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.sightline.app.desk.Words;
import org.sightline.board.ClaimColumns;
import org.sightline.claim.Claim;
import org.sightline.claim.When;

/**
 * The time of the claims that are looked at. A claim meets it when any instant of its time may lie within: of one that
 * is known to the month only, the month. Immutable.
 *
 * @param from inclusive; empty for any earlier time
 * @param until exclusive; empty for any later time
 * @param timeless whether claims without a time meet it as well
 */
public record TimeRange(Optional<Instant> from, Optional<Instant> until, boolean timeless) {
    /** All time, and claims without one. */
    public static final TimeRange ALL = new TimeRange(Optional.empty(), Optional.empty(), true);

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration MINUTES = Duration.ofMinutes(1);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMM uuuu HH:mm", Locale.ENGLISH);

    public boolean isAll() {
        return from.isEmpty() && until.isEmpty() && timeless;
    }

    /** Whether one end at least is set. */
    public boolean isBounded() {
        return from.isPresent() || until.isPresent();
    }

    /** Whether it ends before it has begun; no claim with a time meets it then. */
    public boolean isEmpty() {
        return from.isPresent() && until.isPresent() && !from.get().isBefore(until.get());
    }

    /** The same with other ends; claims without a time are left out as soon as one end is set, unless asked for. */
    public TimeRange between(Optional<Instant> newFrom, Optional<Instant> newUntil) {
        boolean bounded = newFrom.isPresent() || newUntil.isPresent();
        return new TimeRange(newFrom, newUntil, bounded == isBounded() ? timeless : !bounded);
    }

    public TimeRange withTimeless(boolean also) {
        return new TimeRange(from, until, also);
    }

    /**
     * Whether a claim's time meets it.
     *
     * @param earliest seconds since 1970, inclusive; {@link ClaimColumns#NO_TIME} where it is not known
     * @param latest seconds since 1970, exclusive; {@link ClaimColumns#NO_TIME} where it is not known
     */
    boolean meets(long earliest, long latest) {
        boolean begins = earliest != ClaimColumns.NO_TIME;
        boolean ends = latest != ClaimColumns.NO_TIME;
        if (!begins && !ends) {
            return timeless;
        }
        if (isEmpty()) {
            return false;
        }
        boolean soonEnough =
                !begins || until.isEmpty() || earliest < until.get().getEpochSecond();
        boolean lateEnough = !ends || from.isEmpty() || endsAfter(earliest, latest);
        return soonEnough && lateEnough;
    }

    /** A moment, which has no length, lies where it begins. */
    private boolean endsAfter(long earliest, long latest) {
        long first = from.map(Instant::getEpochSecond).orElseThrow();
        return latest > first || (latest == earliest && latest == first);
    }

    boolean meets(Claim claim) {
        return meets(earliest(claim), latest(claim));
    }

    /** Seconds since 1970; {@link ClaimColumns#NO_TIME}. */
    static long earliest(Claim claim) {
        return seconds(claim.when().flatMap(When::earliest));
    }

    /** Seconds since 1970; {@link ClaimColumns#NO_TIME}. */
    static long latest(Claim claim) {
        return seconds(claim.when().flatMap(When::latest));
    }

    private static long seconds(Optional<Instant> instant) {
        return instant.map(Instant::getEpochSecond).orElse(ClaimColumns.NO_TIME);
    }

    /** "1 Sep 2022"; with the minute where it is not a day's first. */
    String fromWords() {
        return from.map(at -> said(at, isMidnight(at))).orElse("");
    }

    /** The last day within it, or the last minute. */
    String untilWords() {
        return until.map(at -> isMidnight(at) ? said(at.minus(DAY), true) : said(at.minus(MINUTES), false))
                .orElse("");
    }

    private static String said(Instant at, boolean wholeDay) {
        return (wholeDay ? DATE : MINUTE).format(LocalDateTime.ofInstant(at, ZoneOffset.UTC));
    }

    private static boolean isMidnight(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC)
                .equals(LocalDate.ofInstant(at, ZoneOffset.UTC).atStartOfDay());
    }

    /** The same with what is said of claims without a time; empty for all. */
    String inWords() {
        if (isBounded()) {
            return timeless ? Words.of("filter.orTimeless", words()) : words();
        }
        return timeless ? "" : Words.of("filter.timed");
    }

    /** For people: "1 Sep 2022 – 14 Oct 2022". Empty when neither end is set. */
    String words() {
        if (from.isPresent() && until.isPresent()) {
            return fromWords().equals(untilWords())
                    ? fromWords()
                    : Words.of("filter.between", fromWords(), untilWords());
        }
        return from.isPresent()
                ? Words.of("filter.since", fromWords())
                : until.map(at -> Words.of("filter.until", untilWords())).orElse("");
    }
}
