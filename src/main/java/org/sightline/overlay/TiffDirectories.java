package org.sightline.overlay;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
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

    /** Tags of where strips or tiles begin, and of how many bytes they have. */
    private static final Set<Integer> OFFSETS = Set.of(273, 324);

    private static final Set<Integer> COUNTS = Set.of(279, 325);

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
     * @throws org.sightline.DomainException when a tag or a piece of a picture claims more than the file holds, or all of
     *     them too much
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
        Optional<Numbers> offsets = Optional.empty();
        Optional<Numbers> counts = Optional.empty();
        int length = big ? 20 : 12;
        for (int i = 0; i < entries; i++) {
            if (first + (i + 1L) * length > in.length()) {
                return; // cut off, which the decoder says
            }
            in.seek(first + (long) i * length);
            int tag = entry();
            if (OFFSETS.contains(tag)) {
                offsets = Optional.of(numbers(first + (long) i * length));
            } else if (COUNTS.contains(tag)) {
                counts = Optional.of(numbers(first + (long) i * length));
            }
        }
        if (offsets.isPresent() && counts.isPresent()) {
            pieces(offsets.get(), counts.get());
        }
        long next = first + entries * length;
        if (next + (big ? 8 : 4) <= in.length()) {
            in.seek(next);
            open.push(number());
        }
    }

    /** Numbers of an entry: where they stand, and of how many bytes each is. */
    private record Numbers(long at, int size, long count) {}

    private Numbers numbers(long entry) throws IOException {
        in.seek(entry + 2);
        int type = in.readUnsignedShort();
        long count = number();
        long place = in.getStreamPosition();
        int size = type < SIZES.length ? SIZES[type] : 0;
        return new Numbers(size * count <= (big ? 8 : 4) ? place : number(), size, count);
    }

    /** Decoders leave black what is not there, and say nothing. */
    private void pieces(Numbers offsets, Numbers counts) throws IOException {
        long end = 0;
        for (long i = 0; i < Math.min(offsets.count(), counts.count()); i++) {
            end = Math.max(end, number(offsets, i) + number(counts, i)); // of pieces left out both are nought
        }
        if (end > in.length()) {
            throw question.damaged(
                    "ends too early: parts of its picture are missing; get it again from where it came from.");
        }
    }

    private long number(Numbers numbers, long index) throws IOException {
        in.seek(numbers.at() + index * numbers.size());
        return switch (numbers.size()) {
            case 2 -> in.readUnsignedShort();
            case 4 -> in.readUnsignedInt();
            case 8 -> Math.max(0, in.readLong());
            default -> 0;
        };
    }

    /** @return its tag */
    private int entry() throws IOException {
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
        return tag;
    }
}
