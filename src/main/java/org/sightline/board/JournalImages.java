package org.sightline.board;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Gathers what one change does to each thing. A single image stays with its line; several go into parts of about a
 * mebibyte as they come, so that an import of any size needs little memory.
 */
final class JournalImages {
    private static final int PART = 1 << 20;

    private final Database database;
    private final long sequence;
    private final MessageDigest digest = Digests.sha256();
    private final StringBuilder pending = new StringBuilder();
    private Optional<EntityChange> first = Optional.empty();
    private Optional<String> sha256 = Optional.empty();
    private long count;
    private int parts;

    JournalImages(Database database, long sequence) {
        this.database = database;
        this.sequence = sequence;
    }

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
            if (count == 1) {
                first.ifPresent(this::append);
            }
            append(change);
        }
        count++;
    }

    private void append(EntityChange change) {
        pending.append(change.line()).append('\n');
        if (pending.length() >= PART) {
            flush();
        }
    }

    private void flush() {
        byte[] text = pending.toString().getBytes(StandardCharsets.UTF_8);
        digest.update(text);
        database.update(
                "INSERT INTO journal_part (sequence, part, length, content) VALUES (?, ?, ?, ?)",
                sequence,
                ++parts,
                text.length,
                Contents.deflate(text));
        pending.setLength(0);
    }

    /** Writes what is pending; nothing can be added afterwards. */
    void finish() {
        if (!pending.isEmpty()) {
            flush();
        }
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
