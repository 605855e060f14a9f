package org.sightline.exchange;

import java.security.SecureRandom;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * UUIDs of version 7 (RFC 9562, clause 5.7), each greater than the one before: an index over them is only appended to.
 * Within a millisecond the twelve bits after it count up (clause 6.2, method 1). One thread.
 */
final class OrderedUuids {
    private static final int COUNTS = 1 << 12;
    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final SplittableRandom random = new SplittableRandom(new SecureRandom().nextLong());
    private long millisecond = System.currentTimeMillis();
    private int count;

    UUID next() {
        if (count == COUNTS) {
            count = 0;
            // runs ahead of the clock rather than wait for it
            millisecond = Math.max(millisecond + 1, System.currentTimeMillis());
        }
        return new UUID(millisecond << 16 | VERSION | count++, VARIANT | random.nextLong() >>> 2);
    }
}
