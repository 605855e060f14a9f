package org.sightline.overlay;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import javax.imageio.stream.ImageInputStream;

/**
 * Looks through the directories of a TIFF (TIFF 6.0, section 2) or BigTIFF (its 64-bit form, libtiff 4) before a decoder
 * does, which takes memory for as many values as a tag claims to have. One thread at a time.
 */
final class TiffDirectories {
    /** Bytes of a value of each type, from type 0. */
    private static final int[] SIZES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8};

    /** Types of which a decoder makes one thing, however long: text, and bytes without meaning. */
    private static final Set<Integer> WHOLE = Set.of(2, 7);

    /** Tags that lead to further directories: of parts, Exif, GPS and its exchange with others. */
    private static final Set<Integer> LEADING = Set.of(330, 34665, 34853, 40965);

    private static final long MOST_BYTES = 64L << 20;

    /** Decoders make an object of each, for a moment. */
    private static final long MOST_VALUES = 2_500_000;

    private static final int MOST_DIRECTORIES = 200;
    private static final int MOST_ENTRIES = 65_535;
    private static final int BIG = 43;

    private final OverlayQuestion question;
    private final ImageInputStream in;
    private final boolean big;
    private final Deque<Long> open = new ArrayDeque<>();
    private long bytes;
    private long values;

    private TiffDirectories(OverlayQuestion question, ImageInputStream in, boolean big) {
        this.question = question;
        this.in = in;
        this.big = big;
    }

    /**
     * @param in at any place; it is at its beginning afterwards
     * @throws org.sightline.DomainException when a tag claims more than the file holds, or all of them too much
     */
    static void check(OverlayQuestion question, ImageInputStream in) throws IOException {
        ByteOrder before = in.getByteOrder();
        in.seek(0);
        in.setByteOrder(in.readUnsignedByte() == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        in.seek(2);
        TiffDirectories directories = new TiffDirectories(question, in, in.readUnsignedShort() == BIG);
        in.seek(directories.big ? 8 : 4);
        directories.open.push(directories.number());
        directories.all();
        in.setByteOrder(before);
        in.seek(0);
    }

    private void all() throws IOException {
        Set<Long> seen = new HashSet<>();
        while (!open.isEmpty() && seen.size() < MOST_DIRECTORIES) {
            long at = open.pop();
            if (at > 0 && at + 8 <= in.length() && seen.add(at)) {
                directory(at);
            }
            if (bytes > MOST_BYTES || values > MOST_VALUES) {
                throw question.damaged(
                        "is a TIFF of more pieces and tags than can be read; save it with larger tiles.");
            }
        }
    }

    private long number() throws IOException {
        return big ? in.readLong() : in.readUnsignedInt();
    }

    private void directory(long at) throws IOException {
        in.seek(at);
        long entries = big ? in.readLong() : in.readUnsignedShort();
        if (entries < 0 || entries > MOST_ENTRIES) {
            throw question.damaged("is a TIFF with a directory of impossible length; it is damaged.");
        }
        long first = at + (big ? 8 : 2);
        int length = big ? 20 : 12;
        for (int i = 0; i < entries; i++) {
            if (first + (i + 1L) * length > in.length()) {
                return; // cut off, which the decoder says
            }
            in.seek(first + (long) i * length);
            entry();
        }
        long next = first + entries * length;
        if (next + (big ? 8 : 4) <= in.length()) {
            in.seek(next);
            open.push(number());
        }
    }

    private void entry() throws IOException {
        int tag = in.readUnsignedShort();
        int type = in.readUnsignedShort();
        long count = number();
        long value = number();
        int each = type < SIZES.length ? SIZES[type] : 0;
        long size = count < 0 || count > in.length() ? Long.MAX_VALUE / 2 : each * count;
        boolean within = size <= (big ? 8 : 4) || (value >= 0 && value + size <= in.length());
        if (each > 0 && !within) {
            throw question.damaged("ends too early or is damaged: its tag " + tag
                    + " claims to be longer than the file; get it again from where it came from.");
        }
        if (each > 0) {
            bytes += size;
            values += WHOLE.contains(type) ? 1 : count;
        }
        if (LEADING.contains(tag) && count == 1) {
            open.push(value);
        }
    }
}
