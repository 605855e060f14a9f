package org.sightline.app.claims;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sightline.claim.Claim;
import org.sightline.claim.When;

/** How claims are counted along time. */
class TimeHistogramTest {
    private static Claim claim(String when) {
        Claim claim = Claim.draft("A claim");
        return when.isEmpty() ? claim : claim.withWhen(Optional.of(When.parse(when, Optional.empty())));
    }

    private static List<Claim> claims(String... when) {
        return new ArrayList<>(Arrays.stream(when).map(TimeHistogramTest::claim).toList());
    }

    @Test
    void aClaimCountsInEachStretchThatItsTimeMeets() {
        TimeHistogram histogram =
                TimeHistogram.of(claims("1 October 2022", "3 October 2022", "2 October 2022", "October 2022", ""), 31);
        assertEquals(4, histogram.timed());
        assertEquals(31 * 86_400, histogram.to() - histogram.from());
        int[] expected = new int[31];
        Arrays.fill(expected, 1);
        Arrays.fill(expected, 0, 3, 2);
        assertArrayEquals(expected, histogram.counts());
        assertEquals(2, histogram.most());
    }

    @Test
    void claimsOfOneDayFillOneStretch() {
        TimeHistogram histogram = TimeHistogram.of(claims("1 October 2022", "1 October 2022"), 1);
        assertArrayEquals(new int[] {2}, histogram.counts());
        assertEquals(86_400, histogram.to() - histogram.from());
    }

    @Test
    void aClaimWithoutAKnownEndCountsInAllThatFollows() {
        Claim open = claim("2022-10-02/..");
        assertTrue(open.when().orElseThrow().latest().isEmpty());
        List<Claim> claims = claims("1 October 2022", "5 October 2022");
        claims.add(open);
        assertArrayEquals(new int[] {1, 1, 1, 1, 2}, TimeHistogram.of(claims, 5).counts());
    }

    @Test
    void withoutATimeThereIsNothingToCount() {
        TimeHistogram histogram = TimeHistogram.of(claims("", ""), 5);
        assertEquals(0, histogram.timed());
        assertEquals(0, histogram.most());
        assertArrayEquals(new int[5], histogram.counts());
    }
}
