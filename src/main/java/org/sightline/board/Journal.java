package org.sightline.board;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.sightline.DomainException;

/**
 * Reads and appends the journal. Each line's hash is the SHA-256 of its canonical JSON, which holds the hash of the line
 * before: {@code actor, after, at, before, entity, entityUuid, images, imagesSha256, operation, previousSha256,
 * sequence, summary, undoes}, those that are empty left out.
 */
final class Journal {
    private static final int LONGEST_PART = 512 << 20;

    private final Database database;

    Journal(Database database) {
        this.database = database;
    }

    /** A line of the journal and how many images it has (1: inline; more: in parts). */
    record Line(JournalEntry entry, long images, Optional<String> imagesSha256) {
        /** The hash this line should have. */
        String expectedHash() {
            return Digests.hex(CanonicalJson.write(CanonicalJson.object()
                    .with("sequence", entry.sequence())
                    .with("at", Timestamps.text(entry.at()))
                    .with("actor", entry.actor())
                    .with("operation", entry.operation())
                    .with("summary", entry.summary())
                    .with("entity", entry.entity())
                    .with("entityUuid", entry.entityUuid())
                    .with("before", entry.before().map(CanonicalJson.Verbatim::new))
                    .with("after", entry.after().map(CanonicalJson.Verbatim::new))
                    .with("images", images)
                    .with("imagesSha256", imagesSha256)
                    .with("undoes", entry.undoes())
                    .with("previousSha256", entry.previousHash())));
        }
    }

    /** What a line says besides its images. */
    record Heading(
            String operation, String summary, String entity, Optional<String> entityUuid, Optional<Long> undoes) {}

    long lastSequence() {
        return database.number("SELECT max(sequence) AS n FROM journal");
    }

    JournalEntry append(Instant at, String actor, Heading heading, JournalImages images) {
        long sequence = images.sequence();
        images.finish();
        String previous = database.first(
                        "SELECT sha256 FROM journal WHERE sequence = ?", row -> row.text("sha256"), sequence - 1)
                .orElse(Digests.NONE);
        Optional<EntityChange> only = images.only();
        Line unsigned = new Line(
                new JournalEntry(
                        sequence,
                        Timestamps.stored(at),
                        actor,
                        heading.operation(),
                        heading.summary(),
                        only.map(EntityChange::entity).orElse(heading.entity()), // an act of one change, too
                        only.map(EntityChange::uuid).or(heading::entityUuid),
                        only.flatMap(EntityChange::before),
                        only.flatMap(EntityChange::after),
                        heading.undoes(),
                        previous,
                        ""),
                images.count(),
                images.sha256());
        return insert(unsigned);
    }

    private JournalEntry insert(Line unsigned) {
        JournalEntry entry = unsigned.entry();
        String hash = unsigned.expectedHash();
        database.update(
                "INSERT INTO journal (sequence, at, actor, operation, summary, entity, entity_uuid, before, after,"
                        + " images, images_sha256, undoes, previous_sha256, sha256)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                entry.sequence(),
                Timestamps.text(entry.at()),
                entry.actor(),
                entry.operation(),
                entry.summary(),
                entry.entity(),
                entry.entityUuid().orElse(null),
                entry.before().orElse(null),
                entry.after().orElse(null),
                unsigned.images(),
                unsigned.imagesSha256().orElse(null),
                entry.undoes().orElse(null),
                entry.previousHash(),
                hash);
        database.update("UPDATE board SET journal_length = ?, journal_sha256 = ?", entry.sequence(), hash);
        return new JournalEntry(
                entry.sequence(),
                entry.at(),
                entry.actor(),
                entry.operation(),
                entry.summary(),
                entry.entity(),
                entry.entityUuid(),
                entry.before(),
                entry.after(),
                entry.undoes(),
                entry.previousHash(),
                hash);
    }

    /** Newest first. @param limit 0 for all */
    List<JournalEntry> newest(int limit) {
        return database.list(
                "SELECT * FROM journal ORDER BY sequence DESC LIMIT ?",
                row -> read(row).entry(),
                limit == 0 ? -1 : limit);
    }

    /** Newest first, those before a line. */
    List<JournalEntry> before(long sequence, int limit) {
        return database.list(
                "SELECT * FROM journal WHERE sequence < ? ORDER BY sequence DESC LIMIT ?",
                row -> read(row).entry(),
                sequence,
                limit);
    }

    /** Newest first, those before a line that changed a thing, also among others. */
    List<JournalEntry> of(String uuid, long sequence, int limit) {
        List<JournalEntry> found = new ArrayList<>();
        try (Database.Cursor lines = database.cursor(
                "SELECT * FROM journal WHERE sequence < ? AND (entity_uuid = ? OR images > 1) ORDER BY sequence DESC",
                sequence,
                uuid)) {
            while (found.size() < limit && lines.next()) {
                Line line = read(lines.row());
                boolean single = line.images() <= 1;
                if (single || partsName(line.entry().sequence(), uuid)) {
                    found.add(line.entry());
                }
            }
        }
        return found;
    }

    private boolean partsName(long sequence, String uuid) {
        String ending = "\"uuid\":\"" + uuid + "\"}"; // keys are sorted, so a line ends so
        boolean[] named = {false};
        database.each(
                "SELECT length, content FROM journal_part WHERE sequence = ? ORDER BY part",
                row -> named[0] = named[0] || partText(row).lines().anyMatch(text -> text.endsWith(ending)),
                sequence);
        return named[0];
    }

    /** The newest line whose hash is the wanted one; reads no more of the others than their hashes. */
    Optional<JournalEntry> newestWith(Predicate<String> wanted) {
        try (Database.Cursor lines = database.cursor("SELECT sequence, sha256 FROM journal ORDER BY sequence DESC")) {
            while (lines.next()) {
                if (wanted.test(lines.row().text("sha256"))) {
                    return line(lines.row().number("sequence")).map(Line::entry);
                }
            }
            return Optional.empty();
        }
    }

    Optional<Line> line(long sequence) {
        return database.first("SELECT * FROM journal WHERE sequence = ?", Journal::read, sequence);
    }

    /** Every line, oldest first. */
    void each(Consumer<Line> visitor) {
        database.each("SELECT * FROM journal ORDER BY sequence", row -> visitor.accept(read(row)));
    }

    static Line read(Row row) {
        return new Line(
                new JournalEntry(
                        row.number("sequence"),
                        // a time that cannot be read is damage, which the line's hash tells
                        ClaimTable.readable(() -> row.maybeInstant("at")).orElse(Instant.EPOCH),
                        row.text("actor"),
                        row.text("operation"),
                        row.text("summary"),
                        row.text("entity"),
                        row.maybeText("entity_uuid"),
                        row.maybeText("before"),
                        row.maybeText("after"),
                        row.maybeNumber("undoes"),
                        row.text("previous_sha256"),
                        row.text("sha256")),
                row.number("images"),
                row.maybeText("images_sha256"));
    }

    /** What a line changed, in order. */
    void images(Line line, Consumer<EntityChange> visitor) {
        if (line.images() == 1) {
            visitor.accept(inline(line));
        } else if (line.images() > 1) {
            database.each(
                    "SELECT length, content FROM journal_part WHERE sequence = ? ORDER BY part",
                    row -> partText(row).lines().forEach(text -> visitor.accept(EntityChange.ofLine(text))),
                    line.entry().sequence());
        }
    }

    /** The first things that a line changed, in order. */
    List<EntityChange> firstImages(Line line, int limit) {
        if (line.images() <= 1) {
            return line.images() == 1 ? List.of(inline(line)) : List.of();
        }
        List<EntityChange> first = new ArrayList<>();
        try (Database.Cursor parts = database.cursor(
                "SELECT length, content FROM journal_part WHERE sequence = ? ORDER BY part",
                line.entry().sequence())) {
            while (first.size() < limit && parts.next()) {
                partText(parts.row())
                        .lines()
                        .limit(limit - first.size())
                        .forEach(text -> first.add(EntityChange.ofLine(text)));
            }
        }
        return first;
    }

    /** What a line changed, last first and as it stands there, for taking it back. */
    void imagesReversed(Line line, Consumer<EntityChange> visitor) {
        if (line.images() == 1) {
            visitor.accept(inline(line));
        } else if (line.images() > 1) {
            database.each(
                    "SELECT length, content FROM journal_part WHERE sequence = ? ORDER BY part DESC",
                    row -> partText(row)
                            .lines()
                            .toList()
                            .reversed()
                            .forEach(text -> visitor.accept(EntityChange.verbatim(text))),
                    line.entry().sequence());
        }
    }

    private static EntityChange inline(Line line) {
        JournalEntry entry = line.entry();
        return new EntityChange(entry.entity(), entry.entityUuid().orElse(""), entry.before(), entry.after());
    }

    static String partText(Row row) {
        return new String(partBytes(row), StandardCharsets.UTF_8);
    }

    /** The text of a part, in UTF-8. */
    static byte[] partBytes(Row row) {
        int length = row.count("length");
        byte[] packed = row.maybeBlob("content").orElseThrow(() -> row.damaged("content"));
        if (length < 0 || length > LONGEST_PART) {
            throw new DomainException("A part of the journal is damaged; run verify to see which one.");
        }
        return Contents.inflate(packed, length);
    }
}
