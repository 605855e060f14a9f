package org.sightline.board;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Gathers what one change does to each thing. A single image stays with its line; several go into parts of about a
 * mebibyte as they come, so that an import of any size needs little memory.
 */
final class JournalImages {
    /** Bytes of text from which on a part is full. */
    static final int PART = 1 << 20;

    private final Database database;
    private final long sequence;
    private final MessageDigest digest = Digests.sha256();
    private final CanonicalWriter pending = new CanonicalWriter();
    private Optional<EntityChange> first = Optional.empty();
    private Optional<String> sha256 = Optional.empty();
    private boolean inParts; // whether the first of them is as well
    private long count;
    private int parts;

    JournalImages(Database database, long sequence) {
        this.database = database;
        this.sequence = sequence;
    }

    /**
     * A part, ready to be stored.
     *
     * @param length of its text, bytes
     */
    record Part(int length, byte[] packed) {}

    long sequence() {
        return sequence;
    }

    long count() {
        return count;
    }

    void add(EntityChange change) {
        if (count == 0) {
            first = Optional.of(change);
        } else {
            beginParts();
            append(change);
        }
        count++;
    }

    private void beginParts() {
        if (!inParts) {
            inParts = true;
            first.ifPresent(this::append);
        }
    }

    private void append(EntityChange change) {
        change.writeLine(pending);
        if (pending.length() >= PART) {
            flush();
        }
    }

    /** Writes what is pending, so that parts made elsewhere can follow; one at least must. */
    void makeWay() {
        beginParts();
        flush();
    }

    private void flush() {
        if (pending.length() > 0) {
            write(pack(pending.take()));
        }
    }

    /**
     * Makes a part of lines. Parts are made in their order, by one thread at a time, which need not be the one that
     * writes them.
     */
    Part pack(byte[] text) {
        digest.update(text);
        return new Part(text.length, Contents.deflateFast(text));
    }

    /** Stores a part; parts are stored in the order they were made in. */
    void write(Part part) {
        database.update(
                "INSERT INTO journal_part (sequence, part, length, content) VALUES (?, ?, ?, ?)",
                sequence,
                ++parts,
                part.length(),
                part.packed());
    }

    /** Counts images whose lines were written as parts from elsewhere. */
    void counted(long more) {
        count += more;
    }

    /** Writes what is pending; nothing can be added afterwards. */
    void finish() {
        flush();
        if (parts > 0) {
            sha256 = Optional.of(HexFormat.of().formatHex(digest.digest()));
        }
    }

    /** The image itself when there is one only. */
    Optional<EntityChange> only() {
        return count == 1 ? first : Optional.empty();
    }

    /** Of all parts' text, one after another, in UTF-8; empty when there are none. */
    Optional<String> sha256() {
        return sha256;
    }
}
