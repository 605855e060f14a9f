package org.sightline.geo;

import java.util.Arrays;

/**
 * A static k-d tree of points on a plane, in two flat arrays (after V. Agafonkin's kdbush): the points themselves are put
 * into the order of the tree, so that no node needs an object. Leaves hold up to 64 points. Built in O(n log n);
 * immutable then, and safe for any thread.
 */
final class KdTree {
    private static final int LEAF = 64;

    private final int[] ids;
    private final double[] xy;

    /** @param points x and y in turn; not kept */
    KdTree(double[] points, int count) {
        ids = new int[count];
        Arrays.setAll(ids, i -> i);
        xy = Arrays.copyOf(points, 2 * count);
        sort(0, count - 1, 0);
    }

    /** Numbers of points, being gathered; may be used again and again. */
    static final class Ids {
        private int[] values = new int[64];
        private int size;

        void clear() {
            size = 0;
        }

        void add(int id) {
            if (size == values.length) {
                values = Arrays.copyOf(values, 2 * size);
            }
            values[size++] = id;
        }

        int size() {
            return size;
        }

        int get(int i) {
            return values[i];
        }
    }

    private void sort(int left, int right, int axis) {
        if (right - left <= LEAF) {
            return;
        }
        int middle = (left + right) >>> 1;
        select(middle, left, right, axis);
        sort(left, middle - 1, 1 - axis);
        sort(middle + 1, right, 1 - axis);
    }

    /** Puts the k-th smallest at k, smaller ones before it, larger after (Floyd and Rivest, CACM 18:3, 1975). */
    private void select(int k, int from, int to, int axis) {
        int left = from;
        int right = to;
        while (right > left) {
            if (right - left > 600) {
                double n = right - left + 1;
                double m = k - left + 1;
                double z = Math.log(n);
                double s = 0.5 * Math.exp(2 * z / 3);
                double sd = 0.5 * Math.sqrt(z * s * (n - s) / n) * (m - n / 2 < 0 ? -1 : 1);
                select(
                        k,
                        Math.max(left, (int) Math.floor(k - m * s / n + sd)),
                        Math.min(right, (int) Math.floor(k + (n - m) * s / n + sd)),
                        axis);
            }
            double pivot = xy[2 * k + axis];
            int i = left;
            int j = right;
            swap(left, k);
            if (xy[2 * right + axis] > pivot) {
                swap(left, right);
            }
            while (i < j) {
                swap(i, j);
                i++;
                j--;
                while (xy[2 * i + axis] < pivot) {
                    i++;
                }
                while (xy[2 * j + axis] > pivot) {
                    j--;
                }
            }
            if (xy[2 * left + axis] == pivot) {
                swap(left, j);
            } else {
                j++;
                swap(j, right);
            }
            if (j <= k) {
                left = j + 1;
            }
            if (k <= j) {
                right = j - 1;
            }
        }
    }

    private void swap(int i, int j) {
        int id = ids[i];
        ids[i] = ids[j];
        ids[j] = id;
        double x = xy[2 * i];
        double y = xy[2 * i + 1];
        xy[2 * i] = xy[2 * j];
        xy[2 * i + 1] = xy[2 * j + 1];
        xy[2 * j] = x;
        xy[2 * j + 1] = y;
    }

    /** Adds the points in a rectangle, edges included. */
    void inside(double minX, double minY, double maxX, double maxY, Ids found) {
        inside(0, ids.length - 1, 0, minX, minY, maxX, maxY, found);
    }

    private void inside(int left, int right, int axis, double minX, double minY, double maxX, double maxY, Ids found) {
        if (right - left <= LEAF) {
            for (int i = left; i <= right; i++) {
                addIfInside(i, minX, minY, maxX, maxY, found);
            }
            return;
        }
        int middle = (left + right) >>> 1;
        addIfInside(middle, minX, minY, maxX, maxY, found);
        double at = xy[2 * middle + axis];
        if ((axis == 0 ? minX : minY) <= at) {
            inside(left, middle - 1, 1 - axis, minX, minY, maxX, maxY, found);
        }
        if ((axis == 0 ? maxX : maxY) >= at) {
            inside(middle + 1, right, 1 - axis, minX, minY, maxX, maxY, found);
        }
    }

    private void addIfInside(int i, double minX, double minY, double maxX, double maxY, Ids found) {
        double x = xy[2 * i];
        double y = xy[2 * i + 1];
        if (x >= minX && x <= maxX && y >= minY && y <= maxY) {
            found.add(ids[i]);
        }
    }

    /** Adds the points within a radius, edge included. */
    void within(double x, double y, double radius, Ids found) {
        within(0, ids.length - 1, 0, x, y, radius, found);
    }

    private void within(int left, int right, int axis, double x, double y, double radius, Ids found) {
        if (right - left <= LEAF) {
            for (int i = left; i <= right; i++) {
                addIfWithin(i, x, y, radius, found);
            }
            return;
        }
        int middle = (left + right) >>> 1;
        addIfWithin(middle, x, y, radius, found);
        double at = xy[2 * middle + axis];
        double from = axis == 0 ? x : y;
        if (from - radius <= at) {
            within(left, middle - 1, 1 - axis, x, y, radius, found);
        }
        if (from + radius >= at) {
            within(middle + 1, right, 1 - axis, x, y, radius, found);
        }
    }

    private void addIfWithin(int i, double x, double y, double radius, Ids found) {
        double dx = xy[2 * i] - x;
        double dy = xy[2 * i + 1] - y;
        if (dx * dx + dy * dy <= radius * radius) {
            found.add(ids[i]);
        }
    }
}
