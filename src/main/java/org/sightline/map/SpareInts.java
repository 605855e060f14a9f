package org.sightline.map;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** A few long arrays of whole numbers that frame after frame needs, so that they are not made anew. Safe for any thread. */
final class SpareInts {
    private static final int KEPT = 2; // what one frame takes at a time
    private static final int FIRST = 64;

    private final BlockingQueue<int[]> spare = new ArrayBlockingQueue<>(KEPT);

    /** An array that nobody else has, of any size but 0, with anything in it. */
    int[] take() {
        int[] kept = spare.poll();
        return kept == null ? new int[FIRST] : kept;
    }

    /** Leaves an array to the next frame. */
    void giveBack(int[] array) {
        spare.offer(array); // or forgets it, where there are enough
    }
}
