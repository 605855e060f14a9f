package org.sightline.app.claims;

import java.util.List;
import org.sightline.board.ClaimColumns;
import org.sightline.claim.Claim;

/**
 * How many claims there are of each stretch of time: a claim counts in every stretch that its time may meet, one without
 * a known end in all that follow its beginning. Immutable.
 *
 * @param from seconds since 1970, of the first instant of any claim
 * @param to seconds since 1970, of the last, after {@code from}
 * @param counts of stretches of equal length
 * @param most the largest of them
 * @param timed claims with a time
 */
record TimeHistogram(long from, long to, int[] counts, int most, int timed) {
    private static final long DAY = 86_400;

    /** @param bins how many stretches */
    static TimeHistogram of(List<Claim> claims, int bins) {
        ClaimTimes times = ClaimTimes.of(claims);
        long from = Long.MAX_VALUE;
        long to = Long.MIN_VALUE;
        int timed = 0;
        for (int i = 0; i < claims.size(); i++) {
            long first = times.first(i);
            if (first != ClaimColumns.NO_TIME) {
                from = Math.min(from, first);
                to = Math.max(to, times.last(i));
                timed++;
            }
        }
        if (timed == 0) {
            return new TimeHistogram(0, DAY, new int[bins], 0, 0);
        }
        from = Math.floorDiv(from, DAY) * DAY; // whole days, which is how precise most claims are
        to = Math.max(Math.ceilDiv(to, DAY) * DAY, from + DAY);
        int[] steps = new int[bins + 1];
        for (int i = 0; i < claims.size(); i++) {
            long first = times.first(i);
            if (first != ClaimColumns.NO_TIME) {
                boolean begins = times.earliest(i) != ClaimColumns.NO_TIME;
                boolean ends = times.latest(i) != ClaimColumns.NO_TIME;
                steps[begins ? bin(first, from, to, bins) : 0]++;
                steps[ends ? bin(Math.max(first, times.last(i) - 1), from, to, bins) + 1 : bins]--;
            }
        }
        int[] counts = new int[bins];
        int most = 0;
        int now = 0;
        for (int i = 0; i < bins; i++) {
            now += steps[i];
            counts[i] = now;
            most = Math.max(most, now);
        }
        return new TimeHistogram(from, to, counts, most, timed);
    }

    private static int bin(long at, long from, long to, int bins) {
        return (int) Math.clamp((at - from) * (double) bins / (to - from), 0, bins - 1);
    }
}
