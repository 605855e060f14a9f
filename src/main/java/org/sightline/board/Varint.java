package org.sightline.board;

/**
 * Numbers as SQLite writes them (sqlite.org/fileformat2.html, clause 1.6): seven bits a byte, the highest first, up to
 * nine bytes, of which the ninth has eight bits.
 */
final class Varint {
    static final int MOST_BYTES = 9;

    private Varint() {}

    /** @return where the next byte goes; there is room for {@link #MOST_BYTES} */
    static int put(byte[] bytes, int at, long value) {
        if ((value & ~0x7fL) == 0) {
            bytes[at] = (byte) value;
            return at + 1;
        }
        return putLong(bytes, at, value);
    }

    private static int putLong(byte[] bytes, int at, long value) {
        int length = length(value);
        long rest = value;
        int last = at + length - 1;
        if (length == MOST_BYTES) {
            bytes[last] = (byte) rest;
            rest >>>= 8;
        } else {
            bytes[last] = (byte) (rest & 0x7f);
            rest >>>= 7;
        }
        for (int i = last - 1; i >= at; i--) {
            bytes[i] = (byte) (rest & 0x7f | 0x80);
            rest >>>= 7;
        }
        return at + length;
    }

    static int length(long value) {
        int bits = Long.SIZE - Long.numberOfLeadingZeros(value | 1);
        return bits > 56 ? MOST_BYTES : (bits + 6) / 7;
    }

    /** How long the number is that begins there. */
    static int lengthAt(byte[] bytes, int at) {
        int length = 1;
        while (length < MOST_BYTES && bytes[at + length - 1] < 0) {
            length++;
        }
        return length;
    }

    static long get(byte[] bytes, int at) {
        int length = lengthAt(bytes, at);
        long value = 0;
        for (int i = 0; i < length; i++) {
            value = i == MOST_BYTES - 1 ? value << 8 | bytes[at + i] & 0xff : value << 7 | bytes[at + i] & 0x7f;
        }
        return value;
    }
}
