package org.sightline.app.claims;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.sightline.board.ClaimColumns;
import org.sightline.claim.Claim;

/**
 * The claims of a list that begin first. Immutable.
 *
 * @param rows indexes in the list, the earliest first
 * @param from seconds since 1970, of the first instant of these
 * @param to seconds since 1970, of the last
 * @param timed claims of the whole list with a time
 */
record TimeOrder(int[] rows, long from, long to, int timed) {
    static final TimeOrder NONE = new TimeOrder(new int[0], 0, 0, 0);

    private record Begun(long at, int row) {}

    /** @param most at most so many rows */
    static TimeOrder of(List<Claim> claims, int most) {
        ClaimTimes times = ClaimTimes.of(claims);
        Comparator<Begun> order = Comparator.comparingLong(Begun::at).thenComparingInt(Begun::row);
        PriorityQueue<Begun> latestFirst = new PriorityQueue<>(order.reversed());
        int timed = 0;
        for (int row = 0; row < claims.size(); row++) {
            long start = times.first(row);
            if (start != ClaimColumns.NO_TIME) {
                timed++;
                if (latestFirst.size() < most || start < latestFirst.element().at()) {
                    latestFirst.add(new Begun(start, row));
                    if (latestFirst.size() > most) {
                        latestFirst.remove();
                    }
                }
            }
        }
        int[] rows = latestFirst.stream().sorted(order).mapToInt(Begun::row).toArray();
        if (rows.length == 0) {
            return NONE;
        }
        long to = Arrays.stream(rows).mapToLong(times::last).max().orElseThrow();
        return new TimeOrder(rows, times.first(rows[0]), to, timed);
    }
}
