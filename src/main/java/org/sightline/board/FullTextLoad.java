package org.sightline.board;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Gathers the texts of many new rows of a full text table and makes segments of its index of them: the occurrences of
 * all terms are put in order by counting, which takes a fraction of the time that FTS5 takes for one word after another
 * in its hash table. Touches no database but that of {@link TermReading}. One thread at a time.
 */
final class FullTextLoad {
    private static final int POSITION_BITS = 28; // of a text of at most BulkLoad.MOST_TEXT characters
    private static final int BYTES_A_WORD = 128; // of all heap; 20 to 30 of them are used at the most
    private static final int COLUMN_MARK = 1;
    private static final int OFFSET_SHIFT = 2; // what FTS5 adds to offsets, since 0 and 1 have other meanings

    private final Vocabulary vocabulary;
    private final int columns; // the last is that of other spellings
    private final int pageSize;
    private final int most;
    private int[] units = new int[1 << 12]; // of each column of each row: how many there are, then they
    private int length;
    private long[] rows = new long[1 << 8];
    private int count;

    /** For {@link #drain}, which makes no segments. */
    FullTextLoad(Vocabulary vocabulary, int columns) {
        this(vocabulary, columns, 0);
    }

    /**
     * @param columns of the table, with that of other spellings, which is the last
     * @param pageSize of leaves, bytes
     */
    FullTextLoad(Vocabulary vocabulary, int columns, int pageSize) {
        this.vocabulary = vocabulary;
        this.columns = columns;
        this.pageSize = pageSize;
        this.most =
                (int) Math.min(16 << 20, Math.max(1 << 16, Runtime.getRuntime().maxMemory() / BYTES_A_WORD));
    }

    /**
     * Some rows of the index, ready to be stored.
     *
     * @param sizes of each row and column, in terms
     */
    record Made(FullTextSegment segment, long[] rows, int[] sizes, int columns) {}

    /**
     * Adds a row, with a greater number than the one before.
     *
     * @param fresh is shown words to learn
     */
    void add(long row, List<String> texts, Consumer<String> fresh) {
        if (count == rows.length) {
            rows = Arrays.copyOf(rows, count * 2);
        }
        rows[count++] = row;
        for (String text : texts) {
            int head = length;
            put(0);
            vocabulary.eachUnit(text, this::put, fresh);
            units[head] = length - head - 1;
        }
    }

    private void put(int unit) {
        if (length == units.length) {
            units = Arrays.copyOf(units, length + (length >> 1));
        }
        units[length++] = unit;
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** Whether there is enough for a segment. */
    boolean isFull() {
        return length >= most;
    }

    /** Makes a segment of what has come, and begins anew. */
    Made take() {
        vocabulary.readTerms();
        Occurrences occurrences = new Occurrences();
        walk(occurrences::count);
        occurrences.makeRoom();
        walk(occurrences::place);
        FullTextSegment segment = occurrences.write();
        Made made = new Made(segment, Arrays.copyOf(rows, count), occurrences.sizes, columns);
        begin();
        return made;
    }

    /** Is shown where terms stand. */
    @FunctionalInterface
    interface Places {
        /**
         * Some terms, one after another.
         *
         * @param terms by their numbers in the vocabulary
         * @param row how many rows came before its own
         * @param position of the first of them in the column
         */
        void take(int[] terms, int row, int column, int position);
    }

    /** Shows where each term stands in what has come, and begins anew. */
    void drain(Places places) {
        vocabulary.readTerms();
        walk(places);
        begin();
    }

    /** How many rows have come since it began. */
    int rows() {
        return count;
    }

    /** About how many words have come since it began. */
    int words() {
        return length;
    }

    private void begin() {
        length = 0;
        count = 0;
    }

    private void walk(Places places) {
        int at = 0;
        for (int row = 0; row < count; row++) {
            int begin = at;
            for (int column = 0; column < columns - 1; column++) {
                int end = at + 1 + units[at];
                int position = 0;
                for (at++; at < end; at++) {
                    int[] terms = vocabulary.termsOf(units[at]);
                    places.take(terms, row, column, position);
                    position += terms.length;
                }
            }
            walkOthers(begin, row, places);
        }
    }

    private void walkOthers(int begin, int row, Places places) {
        int at = begin;
        int position = 0;
        for (int column = 0; column < columns - 1; column++) {
            int end = at + 1 + units[at];
            for (at++; at < end; at++) {
                int[] terms = vocabulary.othersOf(units[at]);
                if (terms.length > 0) {
                    places.take(terms, row, columns - 1, position);
                    position += terms.length;
                }
            }
        }
    }

    /** Where each term stands: first counted, then put in place. */
    private final class Occurrences {
        private final int[] sizes = new int[count * columns];
        private final int[] ends = new int[vocabulary.terms() + 1];
        private int[] rowOf = {};
        private int[] places = {}; // column and position
        private byte[] positions = new byte[1 << 10];

        private void makeRoom() {
            int total = 0;
            for (int term = 0; term < ends.length; term++) {
                int here = ends[term];
                ends[term] = total;
                total += here;
            }
            rowOf = new int[total];
            places = new int[total];
        }

        private void count(int[] terms, int row, int column, int position) {
            for (int term : terms) {
                ends[term]++;
            }
            sizes[row * columns + column] += terms.length;
        }

        private void place(int[] terms, int row, int column, int from) {
            int position = from;
            for (int term : terms) {
                int at = ends[term]++;
                rowOf[at] = row;
                places[at] = column << POSITION_BITS | position++;
            }
        }

        private FullTextSegment write() {
            FullTextSegment segment = new FullTextSegment(pageSize);
            int[] order = IntStream.range(0, vocabulary.terms())
                    .filter(term -> ends[term] > start(term))
                    .boxed()
                    .sorted((a, b) -> Arrays.compareUnsigned(vocabulary.term(a), vocabulary.term(b)))
                    .mapToInt(Integer::intValue)
                    .toArray();
            for (int term : order) {
                segment.term(vocabulary.term(term));
                int at = start(term);
                while (at < ends[term]) {
                    at = row(segment, at, ends[term]);
                }
            }
            segment.end();
            return segment;
        }

        private int start(int term) {
            return term == 0 ? 0 : ends[term - 1]; // where the one before ended
        }

        /** Writes where a term stands in one row. @return where the next row begins */
        private int row(FullTextSegment segment, int from, int end) {
            int row = rowOf[from];
            int to = from + 1;
            while (to < end && rowOf[to] == row) {
                to++;
            }
            if ((to - from) * 3L * Varint.MOST_BYTES > positions.length) {
                positions = new byte[(to - from) * 3 * Varint.MOST_BYTES];
            }
            int size = 0;
            int column = 0;
            int last = 0;
            for (int i = from; i < to; i++) {
                int position = places[i] & (1 << POSITION_BITS) - 1;
                if (places[i] >>> POSITION_BITS != column) {
                    column = places[i] >>> POSITION_BITS;
                    positions[size++] = COLUMN_MARK;
                    size = Varint.put(positions, size, column);
                    last = 0;
                }
                size = Varint.put(positions, size, position - last + OFFSET_SHIFT);
                last = position;
            }
            segment.row(rows[row], positions, size);
            return to;
        }
    }
}
