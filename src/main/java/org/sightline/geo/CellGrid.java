package org.sightline.geo;

import java.util.Arrays;

/**
 * Points of the unit square in the order of the cells of a square grid, row by row, in flat arrays: whoever asks for a
 * place finds its points side by side in memory. Made in linear time by a radix sort; immutable then, and safe for any
 * thread.
 */
final class CellGrid {
    private static final int RADIX_BITS = 11;
    private static final int RADIX = 1 << RADIX_BITS;

    private final double cell;
    private final double cellsPerUnit;
    private final long columns;
    private final int[] order;
    private final double[] x;
    private final double[] y;

    /** Numbers of points in the order of the grid, being gathered; may be used again and again. */
    static final class Found {
        private int[] values = new int[64];
        private int size;

        void clear() {
            size = 0;
        }

        void add(int value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, 2 * size);
            }
            values[size++] = value;
        }

        int size() {
            return size;
        }

        int get(int i) {
            return values[i];
        }

        int[] toArray() {
            return Arrays.copyOf(values, size);
        }
    }

    /**
     * @param xs 0 to 1; ys likewise; not kept
     * @param cell the side of a cell, above 0
     */
    CellGrid(double[] xs, double[] ys, int size, double cell) {
        this.cell = cell;
        this.cellsPerUnit = 1 / cell;
        this.columns = 1 + (long) Math.floor(cellsPerUnit);
        this.order = sorted(keys(xs, ys, size), columns * columns);
        this.x = new double[size];
        this.y = new double[size];
        for (int i = 0; i < size; i++) {
            x[i] = xs[order[i]];
            y[i] = ys[order[i]];
        }
    }

    private long[] keys(double[] xs, double[] ys, int size) {
        long[] keys = new long[size];
        for (int i = 0; i < size; i++) {
            keys[i] = key(xs[i], ys[i]);
        }
        return keys;
    }

    private long key(double atX, double atY) {
        long row = (long) (atY * cellsPerUnit);
        long column = (long) (atX * cellsPerUnit);
        return row * columns + column;
    }

    /** The numbers 0 to n - 1 in the order of their keys, equal ones as they were. */
    private static int[] sorted(long[] keys, long bound) {
        int size = keys.length;
        int[] order = new int[size];
        Arrays.setAll(order, i -> i);
        long[] from = keys;
        long[] to = new long[size];
        int[] nextOrder = new int[size];
        for (int shift = 0; bound >>> shift > 0; shift += RADIX_BITS) {
            int[] starts = starts(from, shift);
            for (int i = 0; i < size; i++) {
                int at = starts[(int) (from[i] >>> shift) & RADIX - 1]++;
                to[at] = from[i];
                nextOrder[at] = order[i];
            }
            long[] keysBefore = from;
            from = to;
            to = keysBefore;
            int[] orderBefore = order;
            order = nextOrder;
            nextOrder = orderBefore;
        }
        return order;
    }

    private static int[] starts(long[] keys, int shift) {
        int[] starts = new int[RADIX];
        for (long key : keys) {
            starts[(int) (key >>> shift) & RADIX - 1]++;
        }
        int before = 0;
        for (int i = 0; i < RADIX; i++) {
            int count = starts[i];
            starts[i] = before;
            before += count;
        }
        return starts;
    }

    int size() {
        return x.length;
    }

    /** Which of the points given stands at a place of the order. */
    int original(int i) {
        return order[i];
    }

    double x(int i) {
        return x[i];
    }

    double y(int i) {
        return y[i];
    }

    /** Adds the points in a rectangle, edges included. */
    void inside(double minX, double minY, double maxX, double maxY, Found found) {
        long firstColumn = column(minX);
        long lastColumn = column(maxX);
        long lastRow = column(maxY);
        int at = 0;
        for (long row = column(minY); row <= lastRow; row++) {
            at = firstNotBefore(row * columns + firstColumn, at);
            if (at == x.length) {
                return;
            }
            long end = row * columns + lastColumn;
            long key = key(x[at], y[at]);
            for (; key <= end; key = key(x[at], y[at])) {
                if (x[at] >= minX && x[at] <= maxX && y[at] >= minY && y[at] <= maxY) {
                    found.add(at);
                }
                if (++at == x.length) {
                    return;
                }
            }
            row = Math.max(row, key / columns - 1); // rows without points are stepped over
        }
    }

    private long column(double at) {
        return (long) (Math.clamp(at, 0, 1) * cellsPerUnit);
    }

    private int firstNotBefore(long key, int from) {
        int low = from;
        int high = x.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (key(x[middle], y[middle]) < key) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Adds the points within one cell's side of a point, edge included. */
    void near(int i, Found found) {
        Found around = new Found();
        double reach = cell * (1 + 1e-9); // the edge is not to be lost to rounding
        inside(x[i] - reach, y[i] - reach, x[i] + reach, y[i] + reach, around);
        for (int n = 0; n < around.size(); n++) {
            if (isNear(i, around.get(n))) {
                found.add(around.get(n));
            }
        }
    }

    private boolean isNear(int i, int other) {
        double dx = x[other] - x[i];
        double dy = y[other] - y[i];
        return dx * dx + dy * dy <= cell * cell;
    }

    /** Walks through all points in order, several of them one after another. */
    Sweep sweep() {
        long[] keys = new long[x.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = key(x[i], y[i]);
        }
        return new Sweep(keys);
    }

    /**
     * Asks for the neighbours of points whose numbers grow: three fingers on the rows above, at and below follow, so that
     * nothing is searched for.
     */
    final class Sweep {
        private final long[] keys;
        private int above;
        private int beside;
        private int below;

        private Sweep(long[] keys) {
            this.keys = keys;
        }

        /** Begins at the first point again. */
        void restart() {
            above = 0;
            beside = 0;
            below = 0;
        }

        /**
         * Adds the points within one cell's side of a point, edge included, itself too.
         *
         * @param i not less than at the last call
         */
        void near(int i, Found found) {
            long first = keys[i] - 1;
            above = scan(above, i, first - columns, found);
            beside = scan(beside, i, first, found);
            below = scan(below, i, first + columns, found);
        }

        /** Looks through three cells; gives where the first of them begins. */
        private int scan(int finger, int i, long first, Found found) {
            int from = finger;
            while (from < keys.length && keys[from] < first) {
                from++;
            }
            for (int at = from; at < keys.length && keys[at] <= first + 2; at++) {
                if (isNear(i, at)) {
                    found.add(at);
                }
            }
            return from;
        }
    }
}
