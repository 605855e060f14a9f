package org.sightline.map;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.RandomAccess;

/** Whole numbers in a flat array; a list for those who want one. Not safe for threads while it grows. */
final class IntList extends AbstractList<Integer> implements RandomAccess {
    private int[] values;
    private int size;

    /** @param expected how many there may be */
    IntList(int expected) {
        values = new int[expected + 4];
    }

    /** The numbers from 0 on. @param end not in it */
    static IntList upTo(int end) {
        IntList list = new IntList(end);
        for (int i = 0; i < end; i++) {
            list.append(i);
        }
        return list;
    }

    void append(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = value;
    }

    /** Puts them in order, the smallest first. */
    void ascending() {
        Arrays.sort(values, 0, size);
    }

    int at(int index) {
        return values[index];
    }

    @Override
    public Integer get(int index) {
        return values[index];
    }

    @Override
    public int size() {
        return size;
    }
}
