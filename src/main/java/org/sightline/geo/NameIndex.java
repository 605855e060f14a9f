package org.sightline.geo;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Loose keys of names, sorted, in one byte array: found whole, by their beginning, or within a few slips. A name is known
 * by the number it was added with. Immutable once built, safe for any thread.
 */
final class NameIndex {
    private final byte[] keys;
    private final int[] starts;

    /** Name numbers in the order of their keys. */
    private final int[] order;

    private NameIndex(byte[] keys, int[] starts, int[] order) {
        this.keys = keys;
        this.starts = starts;
        this.order = order;
    }

    /** Gathers keys; for one thread. */
    static final class Builder {
        private byte[] keys;
        private int[] starts;
        private int count;
        private byte[] strict = new byte[1024];

        Builder(int names, int bytes) {
            keys = new byte[bytes];
            starts = new int[names + 1];
        }

        /** Adds the name in UTF-8; its number is the count of names before it. */
        void add(byte[] utf8, int from, int to) {
            if (4 * (to - from) + 4 > strict.length) {
                strict = new byte[8 * (to - from)];
            }
            int length = NameFolding.strict(utf8, from, to, strict);
            int start = starts[count];
            if (start + 2 * length > keys.length) {
                keys = Arrays.copyOf(keys, 2 * keys.length + 2 * length);
            }
            if (count + 2 > starts.length) {
                starts = Arrays.copyOf(starts, 2 * starts.length);
            }
            starts[++count] = start + NameFolding.loose(strict, length, keys, start);
        }

        int count() {
            return count;
        }

        NameIndex build() {
            byte[] exact = Arrays.copyOf(keys, starts[count]);
            int[] exactStarts = Arrays.copyOf(starts, count + 1);
            int[] order = new int[count];
            Arrays.setAll(order, i -> i);
            sort(exact, exactStarts, order, 0, count, 0);
            return new NameIndex(exact, exactStarts, order);
        }
    }

    private static final int LETTERS = 6;

    /** 36 bits of letters and these leave the sign alone; a hundred million names are more than fit into memory. */
    private static final int NUMBER_BITS = 27;

    /**
     * Sorts names that agree in their first {@code depth} letters: six letters and the name's number are packed into a
     * long, the longs sorted, and runs of equal letters sorted by what follows.
     */
    private static void sort(byte[] keys, int[] starts, int[] order, int from, int to, int depth) {
        long[] packed = new long[to - from];
        for (int i = from; i < to; i++) {
            packed[i - from] = letters(keys, starts[order[i]] + depth, starts[order[i] + 1]) << NUMBER_BITS | order[i];
        }
        Arrays.sort(packed);
        int mask = (1 << NUMBER_BITS) - 1;
        for (int i = from; i < to; i++) {
            order[i] = (int) (packed[i - from] & mask);
        }
        for (int i = 0; i < packed.length; ) {
            int j = i + 1;
            long letters = packed[i] >>> NUMBER_BITS;
            while (j < packed.length && packed[j] >>> NUMBER_BITS == letters) {
                j++;
            }
            // a run whose last letter is a blank has ended: nothing follows to sort by
            if (j - i > 1 && (letters & 0x3f) != 0) {
                sort(keys, starts, order, from + i, from + j, depth + LETTERS);
            }
            i = j;
        }
    }

    /** Six letters in six bits each; blanks past the end. */
    private static long letters(byte[] keys, int from, int end) {
        long letters = 0;
        for (int i = 0; i < LETTERS; i++) {
            letters = letters << 6 | (from + i < end ? rank(keys[from + i]) : 0);
        }
        return letters;
    }

    private static int rank(byte letter) {
        return letter <= '9' ? letter - '0' + 1 : letter - 'a' + 11;
    }

    /** Tells the names whose key is {@code key}. */
    void forEachEqual(String key, IntConsumer name) {
        byte[] wanted = key.getBytes(StandardCharsets.US_ASCII);
        for (int i = first(wanted); i < order.length && startsWith(i, wanted) && length(i) == wanted.length; i++) {
            name.accept(order[i]);
        }
    }

    /** Tells the names whose key starts with {@code key} and goes on. */
    void forEachLonger(String key, IntConsumer name) {
        byte[] wanted = key.getBytes(StandardCharsets.US_ASCII);
        for (int i = first(wanted); i < order.length && startsWith(i, wanted); i++) {
            if (length(i) > wanted.length) {
                name.accept(order[i]);
            }
        }
    }

    /** Length of a name's key. */
    int keyLength(int name) {
        return starts[name + 1] - starts[name];
    }

    private int length(int i) {
        return keyLength(order[i]);
    }

    private boolean startsWith(int i, byte[] wanted) {
        int start = starts[order[i]];
        return length(i) >= wanted.length
                && Arrays.equals(keys, start, start + wanted.length, wanted, 0, wanted.length);
    }

    /** The first place in the order whose key is not less than {@code wanted}. */
    private int first(byte[] wanted) {
        int low = 0;
        int high = order.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            int start = starts[order[middle]];
            if (Arrays.compare(keys, start, starts[order[middle] + 1], wanted, 0, wanted.length) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Is told a name and how many slips lie between its key and the one asked for. */
    @FunctionalInterface
    interface SlipConsumer {
        void accept(int name, int slips);
    }

    /**
     * Tells the names whose key lies within {@code most} slips (letters changed, left out, added or exchanged with their
     * neighbour; the optimal string alignment distance). The sorted keys are walked as a trie: what neighbours have in
     * common is computed once, and what starts hopelessly is passed over.
     */
    void forEachWithin(String key, int most, SlipConsumer consumer) {
        byte[] wanted = key.getBytes(StandardCharsets.US_ASCII);
        int columns = wanted.length + 1;
        int deepest = wanted.length + most + 1;
        int[][] rows = new int[deepest + 1][columns];
        for (int i = 0; i < columns; i++) {
            rows[0][i] = i;
        }
        int ready = 0; // rows that hold for the key looked at before
        int before = -1;
        for (int i = 0; i < order.length; ) {
            int start = starts[order[i]];
            int length = length(i);
            int depth = before < 0 ? 0 : Math.min(ready, common(before, start, length));
            boolean hopeless = false;
            while (depth < length && depth < deepest && !hopeless) {
                depth++;
                hopeless = row(rows, depth, start, wanted) > most;
            }
            ready = depth;
            before = i;
            if (hopeless) {
                i = afterPrefix(i, depth);
                continue;
            }
            if (depth == length && rows[depth][wanted.length] <= most) {
                consumer.accept(order[i], rows[depth][wanted.length]);
            }
            i++;
        }
    }

    /** The next place in the order whose key does not share the first letters of the one at {@code i}. */
    private int afterPrefix(int i, int letters) {
        int from = starts[order[i]];
        int low = i + 1;
        int step = 1;
        while (low + step < order.length && shares(low + step, from, letters)) {
            low += step;
            step *= 2;
        }
        int high = Math.min(order.length, low + step);
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (shares(middle, from, letters)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private boolean shares(int i, int from, int letters) {
        int start = starts[order[i]];
        return length(i) >= letters && Arrays.equals(keys, start, start + letters, keys, from, from + letters);
    }

    /** Letters that the key at a place of the order shares with the one that starts at {@code start}. */
    private int common(int before, int start, int length) {
        int other = starts[order[before]];
        int limit = Math.min(length, length(before));
        int i = 0;
        while (i < limit && keys[other + i] == keys[start + i]) {
            i++;
        }
        return i;
    }

    /** Fills the row for the first {@code depth} letters; returns its least entry. */
    private int row(int[][] rows, int depth, int start, byte[] wanted) {
        int[] above = rows[depth - 1];
        int[] row = rows[depth];
        byte letter = keys[start + depth - 1];
        row[0] = depth;
        int least = depth;
        for (int c = 1; c < row.length; c++) {
            int cost = wanted[c - 1] == letter ? 0 : 1;
            int best = Math.min(Math.min(above[c] + 1, row[c - 1] + 1), above[c - 1] + cost);
            if (depth > 1 && c > 1 && wanted[c - 2] == letter && wanted[c - 1] == keys[start + depth - 2]) {
                best = Math.min(best, rows[depth - 2][c - 2] + 1);
            }
            row[c] = best;
            least = Math.min(least, best);
        }
        return least;
    }
}
