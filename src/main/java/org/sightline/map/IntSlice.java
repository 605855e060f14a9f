package org.sightline.map;

import java.util.AbstractList;
import java.util.RandomAccess;

/** A stretch of an array of whole numbers, which others may share; a list for those who want one. */
final class IntSlice extends AbstractList<Integer> implements RandomAccess {
    private final int[] values;
    private final int from;
    private final int size;

    /** The array is not copied: what is in the stretch must no longer change. */
    IntSlice(int[] values, int from, int size) {
        this.values = values;
        this.from = from;
        this.size = size;
    }

    int at(int index) {
        return values[from + index];
    }

    @Override
    public Integer get(int index) {
        return at(index);
    }

    @Override
    public int size() {
        return size;
    }
}
