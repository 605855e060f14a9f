package org.sightline.board;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Writes one segment of an FTS5 index: terms in the order of their bytes, each with its rows, each row with the places
 * where the term stands in it. The form is that of the comments at the head of SQLite's fts5_index.c: leaves of a fixed
 * size with a footer that says where terms begin, and for a term whose rows go over several leaves a doclist index.
 *
 * <p>Numbers of blocks are those within the segment; whoever stores them adds the segment's own ({@link #SEGMENT_BITS}).
 */
final class FullTextSegment {
    /** Bits of a block's number below the segment's. */
    static final int SEGMENT_BITS = 37;

    private static final long DOCLIST_INDEX = 1L << 36;
    private static final int HEIGHT_BITS = 31;
    private static final int HEADER = 4;
    private static final int SPARE = 64;
    private static final int FEWEST_TERMLESS = 4; // FTS5_MIN_DLIDX_SIZE

    /** A row of the index's table of blocks. */
    record Block(long number, byte[] bytes) {}

    /** Where the terms from one on are: the page, doubled, and 1 more when its last term has a doclist index. */
    record Key(byte[] term, long page) {}

    private final int pageSize;
    private final List<Block> leaves = new ArrayList<>();
    private final List<Block> above = new ArrayList<>();
    private final List<Key> keys = new ArrayList<>();

    private byte[] page;
    private int length = HEADER;
    private byte[] footer = new byte[1024];
    private int footerLength;
    private int lastTermAt;
    private int number = 1;
    private byte[] lastTerm = {};
    private boolean termless = true;
    private boolean rowless = true;
    private boolean beginsDoclist;
    private long lastRow;

    private byte[] keyTerm = {};
    private int keyPage = 1;
    private int termlessPages;
    private final List<Level> levels = new ArrayList<>(List.of(new Level()));

    /** One height of the doclist index of the term that is being written. */
    private static final class Level {
        private byte[] bytes = new byte[256];
        private int length;
        private long number;
        private boolean follows;
        private long last;

        private void put(long value) {
            if (length + Varint.MOST_BYTES > bytes.length) {
                bytes = Arrays.copyOf(bytes, bytes.length * 2);
            }
            length = Varint.put(bytes, length, value);
        }

        private byte[] taken() {
            return Arrays.copyOf(bytes, length);
        }

        private void clear() {
            length = 0;
            follows = false;
        }
    }

    /** @param pageSize of leaves, bytes */
    FullTextSegment(int pageSize) {
        this.pageSize = pageSize;
        this.page = new byte[pageSize + SPARE];
    }

    /** The next term, in UTF-8, greater than the one before; its rows follow. */
    void term(byte[] term) {
        if (length + footerLength + term.length + 2 >= pageSize && length > HEADER) {
            endLeaf();
        }
        room(term.length + 2 * Varint.MOST_BYTES);
        if (footerLength + Varint.MOST_BYTES > footer.length) {
            footer = Arrays.copyOf(footer, footer.length * 2);
        }
        footerLength = Varint.put(footer, footerLength, length - lastTermAt);
        lastTermAt = length;
        int shared = 0;
        if (termless) {
            if (number != 1) {
                int mismatch = Arrays.mismatch(lastTerm, term);
                endKey();
                keyTerm = Arrays.copyOf(term, Math.min(term.length, mismatch + 1));
                keyPage = number;
            }
        } else {
            shared = Math.min(Arrays.mismatch(lastTerm, term), lastTerm.length);
            length = Varint.put(page, length, shared);
        }
        length = Varint.put(page, length, term.length - shared);
        System.arraycopy(term, shared, page, length, term.length - shared);
        length += term.length - shared;
        lastTerm = term;
        termless = false;
        rowless = false;
        beginsDoclist = true;
        levels.getFirst().number = number;
    }

    /**
     * The next row of the term, greater than the one before.
     *
     * @param positions where the term stands in it, as FTS5 writes them
     */
    void row(long row, byte[] positions, int size) {
        if (length + footerLength >= pageSize) {
            endLeaf();
        }
        room(2 * Varint.MOST_BYTES);
        if (rowless) {
            page[0] = (byte) (length >> 8);
            page[1] = (byte) length;
            noteFirstRow(row);
        }
        length = Varint.put(page, length, beginsDoclist || rowless ? row : row - lastRow);
        lastRow = row;
        beginsDoclist = false;
        rowless = false;
        length = Varint.put(page, length, 2L * size);
        int from = 0;
        while (length + footerLength + size - from >= pageSize) {
            int wanted = pageSize - length - footerLength;
            int to = from;
            while (to - from < wanted) {
                to += Varint.lengthAt(positions, to); // no number is cut in two
            }
            append(positions, from, to);
            from = to;
            endLeaf();
        }
        append(positions, from, size);
    }

    private void append(byte[] bytes, int from, int to) {
        room(to - from);
        System.arraycopy(bytes, from, page, length, to - from);
        length += to - from;
    }

    private void room(int more) {
        if (length + more > page.length) {
            page = Arrays.copyOf(page, length + more + SPARE);
        }
    }

    private void endLeaf() {
        page[2] = (byte) (length >> 8);
        page[3] = (byte) length;
        if (termless) {
            if (rowless && levels.getFirst().length > 0) {
                levels.getFirst().put(0);
            }
            termlessPages++;
        }
        leaves.add(new Block(
                number,
                ByteBuffer.allocate(length + footerLength)
                        .put(page, 0, length)
                        .put(footer, 0, footerLength)
                        .array()));
        Arrays.fill(page, 0, HEADER, (byte) 0);
        length = HEADER;
        footerLength = 0;
        lastTermAt = 0;
        number++;
        termless = true;
        rowless = true;
    }

    /** All rows of the last term on the page that the key is of are written. */
    private void endKey() {
        boolean index = levels.getFirst().length > 0 && termlessPages >= FEWEST_TERMLESS;
        for (int height = 0; height < levels.size(); height++) {
            Level level = levels.get(height);
            if (index && level.length > 0) {
                above.add(new Block(blockNumber(height, level.number), level.taken()));
            }
            level.clear();
        }
        termlessPages = 0;
        keys.add(new Key(keyTerm, 2L * keyPage + (index ? 1 : 0)));
    }

    private static long blockNumber(int height, long page) {
        return DOCLIST_INDEX + ((long) height << HEIGHT_BITS) + page;
    }

    /** A row is the first on its page, and no term stands before it there. */
    private void noteFirstRow(long row) {
        boolean full = true;
        for (int height = 0; full; height++) {
            Level level = levels.get(height);
            full = level.length >= pageSize;
            if (full) {
                level.bytes[0] = 1; // not the root
                above.add(new Block(blockNumber(height, level.number), level.taken()));
                if (height + 1 == levels.size()) {
                    levels.add(new Level());
                }
                Level next = levels.get(height + 1);
                if (next.length == 0) {
                    long first = firstRow(level);
                    next.number = level.number;
                    next.put(0);
                    next.put(level.number);
                    next.put(first);
                    next.follows = true;
                    next.last = first;
                }
                level.clear();
                level.number++;
            }
            if (!level.follows) {
                level.put(full ? 1 : 0);
                level.put(height == 0 ? number : levels.get(height - 1).number);
            }
            level.put(level.follows ? row - level.last : row);
            level.follows = true;
            level.last = row;
        }
    }

    private static long firstRow(Level level) {
        return Varint.get(level.bytes, 1 + Varint.lengthAt(level.bytes, 1));
    }

    /** No more terms come. */
    void end() {
        if (length > HEADER) {
            endLeaf();
        }
        if (number > 1) {
            endKey();
        }
    }

    /** Leaves by number, from 1. */
    List<Block> leaves() {
        return leaves;
    }

    /** Doclist indexes. */
    List<Block> above() {
        return above;
    }

    List<Key> keys() {
        return keys;
    }
}
