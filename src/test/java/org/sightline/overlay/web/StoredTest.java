package org.sightline.overlay.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long answers may be used: RFC 9111. */
class StoredTest {
    private static final long NOW = Instant.parse("2022-10-13T08:00:00Z").toEpochMilli();
    private static final String DATE = "Thu, 13 Oct 2022 08:00:00 GMT";

    private static Stored answer(int status, String... headers) {
        Map<String, List<String>> all = new TreeMap<>();
        for (int i = 0; i < headers.length; i += 2) {
            all.computeIfAbsent(headers[i], name -> new ArrayList<>()).add(headers[i + 1]);
        }
        return new Stored(status, Stored.fields(HttpHeaders.of(all, (a, b) -> true)), NOW, NOW, new byte[0]);
    }

    private static long seconds(Stored stored) {
        return (stored.freshUntil() - NOW) / 1000;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "max-age=60 | 60",
                "public, MAX-AGE = \"60\" , immutable | 60",
                "private=\"a, max-age=5\", max-age=60 | 60",
                "max-age=60, no-cache | 0",
                "s-maxage=900 | 0",
                "max-age=soon | 0",
                "max-age=-5 | 0",
                "max-age=99999999999999999999 | 315360000"
            })
    void cacheControlSaysHowLong(String words, long expected) {
        assertEquals(expected, seconds(answer(200, "Cache-Control", words, "Date", DATE)));
    }

    @Test
    void expiresCountsFromTheServersClockAndMaxAgeGoesBefore() {
        String inAnHour = "Thu, 13 Oct 2022 09:00:00 GMT";
        assertEquals(3600, seconds(answer(200, "Expires", inAnHour, "Date", DATE)));
        assertEquals(60, seconds(answer(200, "Expires", inAnHour, "Date", DATE, "Cache-Control", "max-age=60")));
        assertEquals(0, seconds(answer(200, "Expires", "0", "Date", DATE, "Last-Modified", DATE)));
        String earlier = "Thu, 13 Oct 2022 07:30:00 GMT";
        assertEquals(5400 - 1800, seconds(answer(200, "Expires", inAnHour, "Date", earlier)));
    }

    @Test
    void timeSpentOnTheWayCounts() {
        Stored old = answer(200, "Cache-Control", "max-age=600", "Date", DATE, "Age", "500");
        assertEquals(100, seconds(old));
        Stored slow = new Stored(200, old.headers(), NOW - 30_000, NOW, new byte[0]);
        assertEquals(70, seconds(slow));
    }

    @Test
    void withoutWordsATenthOfTheAgeButADayAtMost() {
        assertEquals(360, seconds(answer(200, "Date", DATE, "Last-Modified", "Thu, 13 Oct 2022 07:00:00 GMT")));
        assertEquals(86_400, seconds(answer(200, "Date", DATE, "Last-Modified", "Sun, 13 Oct 2002 07:00:00 GMT")));
        assertEquals(0, seconds(answer(200, "Date", DATE)));
    }

    @Test
    void someAnswersAreNotKept() {
        assertTrue(answer(200).storable());
        assertFalse(answer(200, "Cache-Control", "max-age=60", "Cache-Control", "no-store")
                .storable());
        assertFalse(answer(200, "Vary", "*").storable());
        assertTrue(answer(200, "Vary", "Accept-Encoding").storable());
        assertFalse(answer(302).storable());
        assertTrue(answer(302, "Cache-Control", "max-age=60").storable());
        assertTrue(answer(404, "Cache-Control", "max-age=60").storable());
        assertFalse(answer(404).storable());
        assertFalse(answer(206).storable());
    }

    @Test
    void whatIsKeptIsNotBelievedWhenTheClockWasSetBack() {
        Stored stored = answer(200, "Cache-Control", "max-age=60", "Date", DATE);
        assertTrue(stored.fresh(NOW + 59_000));
        assertFalse(stored.fresh(NOW + 60_000));
        assertFalse(stored.fresh(NOW - 3_600_000));
    }

    @Test
    void aServerSaysHowLongItWantsToBeLeftAlone() {
        assertEquals(OptionalLong.of(120), Stored.wait("120", NOW));
        assertEquals(OptionalLong.of(3600), Stored.wait("Thu, 13 Oct 2022 09:00:00 GMT", NOW));
        assertEquals(OptionalLong.empty(), Stored.wait("later", NOW));
    }
}
