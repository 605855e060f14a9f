package org.sightline.app.claims;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sightline.board.ClaimColumns;

/** Which claims a range of time takes, and how it is said. */
class TimeRangeTest {
    private static final long NONE = ClaimColumns.NO_TIME;

    private static TimeRange range(String from, String until) {
        return TimeRange.ALL.between(instant(from), instant(until));
    }

    private static Optional<Instant> instant(String words) {
        return Optional.of(words).filter(w -> !w.isEmpty()).map(Instant::parse);
    }

    private static long at(String words) {
        return instant(words).map(Instant::getEpochSecond).orElse(NONE);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            # of the claim                                | whether October's first fortnight takes it
            2022-10-01T00:00:00Z, 2022-11-01T00:00:00Z, true
            2022-10-12T00:00:00Z, 2022-10-13T00:00:00Z, true
            2022-09-30T00:00:00Z, 2022-10-01T00:00:00Z, false
            2022-10-15T00:00:00Z, 2022-10-16T00:00:00Z, false
            2022-10-14T23:59:59Z, 2022-10-16T00:00:00Z, true
            2022-01-01T00:00:00Z, 2023-01-01T00:00:00Z, true
            2022-10-01T00:00:00Z, 2022-10-01T00:00:00Z, true
            2022-10-15T00:00:00Z, 2022-10-15T00:00:00Z, false
            2022-09-30T00:00:00Z, '', true
            2022-10-20T00:00:00Z, '', false
            '', 2022-10-01T00:00:00Z, false
            '', 2022-10-02T00:00:00Z, true
            '', '', false
            """)
    void aClaimIsTakenWhenAnyInstantOfItMayLieWithin(String earliest, String latest, boolean taken) {
        TimeRange fortnight = range("2022-10-01T00:00:00Z", "2022-10-15T00:00:00Z");
        assertEquals(taken, fortnight.meets(at(earliest), at(latest)));
    }

    @Test
    void openEndsTakeWhatLiesThatWay() {
        TimeRange since = range("2022-10-01T00:00:00Z", "");
        assertTrue(since.meets(at("2030-01-01T00:00:00Z"), at("2030-01-02T00:00:00Z")));
        assertFalse(since.meets(at("2021-01-01T00:00:00Z"), at("2021-01-02T00:00:00Z")));
        TimeRange until = range("", "2022-10-01T00:00:00Z");
        assertFalse(until.meets(at("2030-01-01T00:00:00Z"), at("2030-01-02T00:00:00Z")));
        assertTrue(until.meets(at("2021-01-01T00:00:00Z"), at("2021-01-02T00:00:00Z")));
    }

    @Test
    void claimsWithoutATimeAreLeftOutAsSoonAsThereIsAnEndAndComeBackWithTheLast() {
        assertTrue(TimeRange.ALL.isAll() && TimeRange.ALL.meets(NONE, NONE));
        TimeRange since = range("2022-10-01T00:00:00Z", "");
        assertFalse(since.meets(NONE, NONE));
        TimeRange asked = since.withTimeless(true);
        assertTrue(asked.meets(NONE, NONE));
        assertTrue(asked.between(since.from(), instant("2023-01-01T00:00:00Z")).meets(NONE, NONE));
        assertTrue(since.between(Optional.empty(), Optional.empty()).isAll());
    }

    @Test
    void aRangeThatEndsBeforeItBeginsTakesNoTime() {
        TimeRange none = range("2022-10-15T00:00:00Z", "2022-10-01T00:00:00Z");
        assertTrue(none.isEmpty());
        assertFalse(none.meets(at("2022-01-01T00:00:00Z"), at("2023-01-01T00:00:00Z")));
    }

    @Test
    void isSaidInDaysTheLastOneIncluded() {
        assertEquals(
                "1 Oct 2022 – 14 Oct 2022",
                range("2022-10-01T00:00:00Z", "2022-10-15T00:00:00Z").words());
        assertEquals(
                "1 Oct 2022",
                range("2022-10-01T00:00:00Z", "2022-10-02T00:00:00Z").words());
        assertEquals("from 1 Oct 2022 15:30", range("2022-10-01T15:30:00Z", "").words());
        assertEquals("until 30 Sep 2022", range("", "2022-10-01T00:00:00Z").words());
        assertEquals(
                "until 30 Sep 2022 15:29", range("", "2022-09-30T15:30:00Z").words());
        assertEquals("", TimeRange.ALL.words());
    }

    /** By looking at each second of each claim. */
    @Test
    void agreesWithSecondsCountedOneByOne() {
        Random random = new Random(41);
        for (int i = 0; i < 20_000; i++) {
            int[] edges = random.ints(4, 0, 12).toArray();
            boolean begins = random.nextInt(4) > 0;
            boolean ends = random.nextInt(4) > 0;
            long earliest = begins ? Math.min(edges[0], edges[1]) : NONE;
            long latest = ends ? Math.max(edges[0], edges[1]) : NONE;
            TimeRange range = TimeRange.ALL.between(
                    random.nextInt(3) > 0 ? Optional.of(Instant.ofEpochSecond(edges[2])) : Optional.empty(),
                    random.nextInt(3) > 0 ? Optional.of(Instant.ofEpochSecond(edges[3])) : Optional.empty());
            boolean expected = begins || ends
                    ? IntStream.range(-20, 40)
                            .filter(second -> range.from()
                                    .map(f -> second >= f.getEpochSecond())
                                    .orElse(true))
                            .filter(second -> range.until()
                                    .map(u -> second < u.getEpochSecond())
                                    .orElse(true))
                            .anyMatch(second -> (!begins || second >= earliest)
                                    && (!ends || second < latest || (begins && earliest == latest && second == latest)))
                    : range.timeless();
            assertEquals(expected, range.meets(earliest, latest), Arrays.toString(edges) + range);
        }
    }
}
