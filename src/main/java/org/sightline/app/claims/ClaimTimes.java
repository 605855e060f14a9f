package org.sightline.app.claims;

import java.util.List;
import org.sightline.app.desk.LeanClaims;
import org.sightline.board.ClaimColumns;
import org.sightline.claim.Claim;

/** The times of claims in a list, by their indexes; seconds since 1970, {@link ClaimColumns#NO_TIME}. Any thread. */
interface ClaimTimes {
    /** Inclusive. */
    long earliest(int index);

    /** Exclusive. */
    long latest(int index);

    static ClaimTimes of(List<Claim> claims) {
        return claims instanceof LeanClaims lean ? new OfColumns(lean) : new OfClaims(claims);
    }

    /** Where it begins, as far as is known; else where it ends. */
    default long first(int index) {
        return earliest(index) != ClaimColumns.NO_TIME ? earliest(index) : latest(index);
    }

    /** Where it ends, as far as is known; else where it begins. */
    default long last(int index) {
        return latest(index) != ClaimColumns.NO_TIME ? latest(index) : earliest(index);
    }

    /** Of a large board. */
    record OfColumns(LeanClaims claims) implements ClaimTimes {
        @Override
        public long earliest(int index) {
            return claims.earliest(index);
        }

        @Override
        public long latest(int index) {
            return claims.latest(index);
        }
    }

    /** Of claims that are at hand. */
    record OfClaims(List<Claim> claims) implements ClaimTimes {
        @Override
        public long earliest(int index) {
            return TimeRange.earliest(claims.get(index));
        }

        @Override
        public long latest(int index) {
            return TimeRange.latest(claims.get(index));
        }
    }
}
