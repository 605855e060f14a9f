package org.sightline.board;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.LongPredicate;
import org.sightline.DomainException;

/**
 * Holds a full text index against the texts it should be of, with eight bytes of memory for each row: the sum of a hash
 * of every place where a term stands. A sum does not depend on the order, so the index, which is in the order of terms,
 * is summed up as it comes. Rows that differ have the same sum by chance once in 2<sup>64</sup> times. One thread.
 */
final class IndexSums implements AutoCloseable {
    private static final int AT_ONCE = 1 << 22; // words

    private final Database database;
    private final String name;
    private final List<String> columns;
    private final Vocabulary vocabulary = new Vocabulary();
    private final FullTextLoad load;
    private long[] rows = new long[1 << 10];
    private long[] sums = new long[1 << 10];
    private int count;

    /** @param columns of the table, with that of other spellings, which is the last */
    IndexSums(Database database, String name, List<String> columns) {
        this.database = database;
        this.name = name;
        this.columns = columns;
        this.load = new FullTextLoad(vocabulary, columns.size());
    }

    /**
     * A row that should be in the index, with a greater number than the one before.
     *
     * @param words is shown those that should be in the list of words
     */
    void add(long row, List<String> texts, Consumer<String> words) {
        if (count == rows.length) {
            rows = Arrays.copyOf(rows, count * 2);
            sums = Arrays.copyOf(sums, count * 2);
        }
        rows[count++] = row;
        load.add(row, texts, words);
        if (load.words() >= AT_ONCE || vocabulary.isFull()) {
            sum();
        }
    }

    private void sum() {
        int first = count - load.rows();
        Hashes hashes = new Hashes();
        load.drain((terms, row, column, from) -> {
            int position = from;
            for (int term : terms) {
                sums[first + row] += place(hashes.of(term), column, position++);
            }
        });
        vocabulary.clear();
    }

    /** Hashes of terms, by their numbers in the vocabulary; each is made when it is first asked for. */
    private final class Hashes {
        private long[] known = {};

        private long of(int term) {
            if (term >= known.length) {
                int before = known.length;
                known = Arrays.copyOf(known, vocabulary.terms());
                for (int i = before; i < known.length; i++) {
                    known[i] = hash(vocabulary.term(i), 1); // after the sign of the main index
                }
            }
            return known[term];
        }
    }

    /** FNV-1a of 64 bits. */
    private static long hash(byte[] bytes, int from) {
        long hash = 0xcbf29ce484222325L;
        for (int i = from; i < bytes.length; i++) {
            hash = (hash ^ bytes[i] & 0xff) * 0x100000001b3L;
        }
        return hash;
    }

    /** The last steps of SplitMix64, so that sums of places do not cancel each other. */
    private static long place(long term, int column, long position) {
        long z = term + (position << 4 | column) * 0x9e3779b97f4a7c15L;
        z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }

    /**
     * Reads the index.
     *
     * @param known rows that need not be named
     * @return the rows that are not in it as they should be, and those in it that should not be; at most so many
     */
    List<Long> differing(int most, LongPredicate known) {
        sum();
        List<Long> strangers = new ArrayList<>();
        database.execute("DROP TABLE IF EXISTS temp.check_term");
        database.execute("DROP TABLE IF EXISTS temp.check_place");
        database.execute("CREATE VIRTUAL TABLE temp.check_term USING fts5vocab('main', '" + name + "', 'row')");
        database.execute("CREATE VIRTUAL TABLE temp.check_place USING fts5vocab('main', '" + name + "', 'instance')");
        // both go through the terms in the same order, so a term need not be fetched with each of its places
        try (Database.Cursor terms = database.cursor("SELECT term, cnt FROM temp.check_term");
                Database.Cursor places =
                        database.cursor("SELECT doc, \"offset\", " + columnNumber() + " FROM temp.check_place")) {
            while (terms.next()) {
                take(terms.row(), places, row -> {
                    if (strangers.size() < most && !strangers.contains(row) && !known.test(row)) {
                        strangers.add(row);
                    }
                });
            }
            if (places.next()) {
                throw damaged();
            }
        }
        database.execute("DROP TABLE temp.check_term");
        database.execute("DROP TABLE temp.check_place");
        for (int i = 0; i < count && strangers.size() < most; i++) {
            if (sums[i] != 0 && !known.test(rows[i])) {
                strangers.add(rows[i]);
            }
        }
        return strangers;
    }

    private void take(Row term, Database.Cursor places, LongConsumer strangers) {
        long hash = hash(term.utf8("term"), 0);
        int at = 0;
        for (long left = term.number("cnt"); left > 0; left--) {
            if (!places.next()) {
                throw damaged();
            }
            long row = places.row().number(1);
            at = find(row, at);
            if (at < count && rows[at] == row) {
                sums[at] -=
                        place(hash, (int) places.row().number(3), places.row().number(2));
            } else {
                strangers.accept(row);
            }
        }
    }

    /** The first place of a row that is not less than the wanted one; rows of a term ascend, so it is looked for near. */
    private int find(long row, int from) {
        int step = 1;
        int low = from < count && rows[from] <= row ? from : 0;
        while (low + step < count && rows[low + step] < row) {
            low += step;
            step *= 2;
        }
        int found = Arrays.binarySearch(rows, low, Math.min(count, low + step + 1), row);
        return found < 0 ? -found - 1 : found;
    }

    private String columnNumber() {
        StringJoiner cases = new StringJoiner(" ", "CASE col ", " END");
        for (int i = 0; i < columns.size(); i++) {
            cases.add("WHEN '" + columns.get(i) + "' THEN " + i);
        }
        return cases.toString();
    }

    private DomainException damaged() {
        return new DomainException("The index " + name + " does not agree with itself.");
    }

    @Override
    public void close() {
        vocabulary.close();
    }
}
