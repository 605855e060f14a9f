package org.sightline.board;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sightline.DomainException;

/**
 * Puts segments that were made elsewhere ({@link FullTextLoad}) into a full text table, inside the transaction that is
 * under way: into SQLite's own tables, in the form of the comments at the head of its fts5_index.c. Between the making
 * of this and {@link #finish} nothing else may write to the table. One thread.
 */
final class FullTextTable {
    private static final int AVERAGES = 1;
    private static final int STRUCTURE = 10;
    private static final int COOKIE = 4;
    private static final byte[] VERSION_2 = {(byte) 0xff, 0, 0, 1};
    private static final int DEFAULT_PAGE = 4050;
    private static final int MOST_SEGMENTS = 2000; // FTS5_MAX_SEGMENT
    private static final int MANY = 12; // at 16, FTS5 merges all within the change that comes next

    private final Database database;
    private final String name;
    private final byte[] cookie;
    private long leavesWritten;
    private final List<Level> levels = new ArrayList<>();
    private final long[] averages; // rows, then the terms of each column
    private long nextOrigin = 1;
    private final Set<Integer> segments = new HashSet<>();

    /** Segments of about the same size; numbers as they stand in the structure record. */
    private static final class Level {
        private long merging;
        private final List<long[]> segments = new ArrayList<>();
    }

    private static final int FIELDS = 8; // id, first and last page, first and last origin, 3 of what was deleted

    /** @throws DomainException when what is to go on with is damaged */
    FullTextTable(Database database, String name, int columns) {
        this.database = database;
        this.name = name;
        command("flush");
        byte[] structure = block(STRUCTURE);
        this.cookie = Arrays.copyOf(structure, COOKIE);
        try {
            readStructure(structure);
            this.averages = readAverages(columns);
        } catch (IndexOutOfBoundsException e) { // a number is cut short
            throw damaged();
        }
    }

    private DomainException damaged() {
        return new DomainException("The search index of the board "
                + database.file().getFileName() + " is damaged; verify it, and open the newest backup if it is.");
    }

    private byte[] block(int id) {
        Optional<byte[]> found = database.first(
                "SELECT block FROM " + name + "_data WHERE id = ?",
                row -> row.maybeBlob("block").orElse(new byte[0]),
                id);
        return found.orElse(new byte[0]);
    }

    private void command(String command) {
        database.update("INSERT INTO " + name + " (" + name + ") VALUES (?)", command);
    }

    /** Size of leaves, bytes. */
    int pageSize() {
        return database.first("SELECT v FROM " + name + "_config WHERE k = 'pgsz'", row -> row.count("v"))
                .orElse(DEFAULT_PAGE);
    }

    private void readStructure(byte[] bytes) {
        if (bytes.length < COOKIE + VERSION_2.length + 3
                || !Arrays.equals(bytes, COOKIE, COOKIE + VERSION_2.length, VERSION_2, 0, VERSION_2.length)) {
            throw damaged();
        }
        Numbers numbers = new Numbers(bytes, COOKIE + VERSION_2.length);
        long count = numbers.next();
        numbers.next(); // of segments
        leavesWritten = numbers.next();
        for (long i = 0; i < count; i++) {
            Level level = new Level();
            level.merging = numbers.next();
            long size = numbers.next();
            for (long j = 0; j < size; j++) {
                long[] segment = new long[FIELDS];
                for (int k = 0; k < FIELDS; k++) {
                    segment[k] = numbers.next();
                }
                level.segments.add(segment);
                segments.add((int) segment[0]);
                nextOrigin = Math.max(nextOrigin, segment[4] + 1);
            }
            levels.add(level);
        }
        if (levels.isEmpty()) {
            levels.add(new Level());
        }
    }

    private long[] readAverages(int columns) {
        Numbers numbers = new Numbers(block(AVERAGES), 0);
        long[] read = new long[columns + 1];
        for (int i = 0; i < read.length && numbers.more(); i++) {
            read[i] = numbers.next();
        }
        return read;
    }

    private static final class Numbers {
        private final byte[] bytes;
        private int at;

        private Numbers(byte[] bytes, int at) {
            this.bytes = bytes;
            this.at = at;
        }

        private boolean more() {
            return at < bytes.length;
        }

        private long next() {
            long value = Varint.get(bytes, at);
            at += Varint.lengthAt(bytes, at);
            return value;
        }
    }

    /** Stores a segment; its rows are greater than those of the ones before. */
    void write(FullTextLoad.Made made) {
        FullTextSegment segment = made.segment();
        int id = 1;
        while (!segments.add(id)) {
            id++;
        }
        if (id > MOST_SEGMENTS) {
            throw new IllegalStateException(name + " has no room for another segment");
        }
        long origin = nextOrigin++;
        try (BatchInsert blocks =
                new BatchInsert(database, "INSERT INTO " + name + "_data (id, block) VALUES (?, ?)")) {
            long base = (long) id << FullTextSegment.SEGMENT_BITS;
            segment.leaves().forEach(block -> add(blocks, base + block.number(), block.bytes()));
            segment.above().forEach(block -> add(blocks, base + block.number(), block.bytes()));
            blocks.send();
        }
        try (BatchInsert keys =
                new BatchInsert(database, "INSERT INTO " + name + "_idx (segid, term, pgno) VALUES (?, ?, ?)")) {
            int segid = id;
            segment.keys().forEach(key -> add(keys, segid, key.term(), key.page()));
            keys.send();
        }
        writeSizes(made, origin);
        if (!segment.leaves().isEmpty()) {
            int leaves = segment.leaves().size();
            leavesWritten += leaves;
            levels.getFirst().segments.add(new long[] {id, 1, leaves, origin, origin, 0, 0, made.rows().length});
        }
    }

    private static void add(BatchInsert batch, Object... row) {
        if (batch.add(row)) {
            batch.send();
        }
    }

    private void writeSizes(FullTextLoad.Made made, long origin) {
        byte[] bytes = new byte[made.columns() * Varint.MOST_BYTES];
        try (BatchInsert sizes =
                new BatchInsert(database, "INSERT INTO " + name + "_docsize (id, sz, origin) VALUES (?, ?, ?)")) {
            for (int row = 0; row < made.rows().length; row++) {
                int length = 0;
                for (int column = 0; column < made.columns(); column++) {
                    int size = made.sizes()[row * made.columns() + column];
                    averages[column + 1] += size;
                    length = Varint.put(bytes, length, size);
                }
                add(sizes, made.rows()[row], Arrays.copyOf(bytes, length), origin);
            }
            sizes.send();
        }
        averages[0] += made.rows().length;
    }

    /** Makes the segments known; what SQLite remembers of the table on this connection is read anew. */
    void finish() {
        database.update("UPDATE " + name + "_data SET block = ? WHERE id = ?", structure(), STRUCTURE);
        byte[] bytes = new byte[averages.length * Varint.MOST_BYTES];
        int length = 0;
        for (long average : averages) {
            length = Varint.put(bytes, length, average);
        }
        database.update("UPDATE " + name + "_data SET block = ? WHERE id = ?", Arrays.copyOf(bytes, length), AVERAGES);
        // FTS5 forgets what it holds in memory when a savepoint is rolled back to, and at no other word
        database.execute("SAVEPOINT full_text");
        database.execute("ROLLBACK TO full_text");
        database.execute("RELEASE full_text");
        if (levels.getFirst().segments.size() >= MANY) {
            database.update("INSERT INTO " + name + " (" + name + ", rank) VALUES ('merge', ?)", Integer.MAX_VALUE);
        }
    }

    private byte[] structure() {
        int count = levels.stream().mapToInt(level -> level.segments.size()).sum();
        byte[] bytes =
                new byte[COOKIE + VERSION_2.length + (3 + 2 * levels.size() + FIELDS * count) * Varint.MOST_BYTES];
        ByteBuffer.wrap(bytes).put(cookie).put(VERSION_2);
        int at = COOKIE + VERSION_2.length;
        at = Varint.put(bytes, at, levels.size());
        at = Varint.put(bytes, at, count);
        at = Varint.put(bytes, at, leavesWritten);
        for (Level level : levels) {
            at = Varint.put(bytes, at, level.merging);
            at = Varint.put(bytes, at, level.segments.size());
            for (long[] segment : level.segments) {
                for (long field : segment) {
                    at = Varint.put(bytes, at, field);
                }
            }
        }
        return Arrays.copyOf(bytes, at);
    }
}
