package org.sightline.board;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sightline.DomainException;

/**
 * Recomputes the journal's chain, and follows each thing through it, to know what the tables should hold. Every line
 * must begin from what the one before it left: where it does not, the thing was edited outside in between.
 */
final class JournalCheck {
    // keys are sorted, and no member before "id" has an "id" inside; one in a text has a backslash before its quote
    private static final Pattern ID = Pattern.compile("(?<!\\\\)\"id\":(\\d+)");

    private static final long IN_LINE = -1;

    private final Database database;
    private final Journal journal;
    private final Findings findings;
    private final Map<String, Latest> latest = new HashMap<>();
    private long expectedSequence = 1;
    private String previousHash = Digests.NONE;
    private Unpacked unpacked = new Unpacked(0, IN_LINE, Map.of());

    /**
     * What the journal last left of a thing.
     *
     * @param line of the journal that did
     * @param part of the line in which the image is, {@link #IN_LINE} when the line has only one
     */
    record Latest(byte[] sha256, long line, long part, long id) {}

    JournalCheck(Database database, Findings findings) {
        this.database = database;
        this.journal = new Journal(database);
        this.findings = findings;
    }

    /** @return by {@link #key}, what should be there */
    Map<String, Latest> run() {
        journal.each(line -> {
            chain(line);
            try {
                follow(line);
            } catch (DomainException e) {
                long sequence = line.entry().sequence();
                broken(sequence, "Line " + sequence + " of the journal cannot be read. " + e.getMessage());
            }
        });
        head();
        return latest;
    }

    static String key(String entity, String uuid) {
        return entity + " " + uuid;
    }

    private void chain(Journal.Line line) {
        JournalEntry entry = line.entry();
        if (entry.sequence() != expectedSequence) {
            broken(expectedSequence, "Line " + expectedSequence + " of the journal is missing.");
        }
        if (!entry.previousHash().equals(previousHash)) {
            broken(
                    entry.sequence(),
                    "Line " + entry.sequence() + " of the journal does not follow from the line before it.");
        }
        if (!line.expectedHash().equals(entry.hash())) {
            broken(entry.sequence(), "Line " + entry.sequence() + " of the journal was changed.");
        }
        expectedSequence = entry.sequence() + 1;
        previousHash = entry.hash();
    }

    private void head() {
        boolean ends = database.number(
                        "SELECT count(*) AS n FROM board WHERE journal_length = ? AND journal_sha256 = ?",
                        expectedSequence - 1,
                        previousHash)
                == 1;
        if (!ends) {
            broken(expectedSequence - 1, "The end of the journal is not where the board left it; lines are missing.");
        }
        database.each(
                "SELECT DISTINCT sequence FROM journal_part WHERE sequence NOT IN (SELECT sequence FROM journal)",
                row -> broken(row.number("sequence"), "A part of the journal belongs to no line."));
    }

    private void broken(long line, String message) {
        findings.add("journal-broken", "journal", line, message);
    }

    private void follow(Journal.Line line) {
        long sequence = line.entry().sequence();
        if (line.images() <= 1) {
            journal.images(line, image -> follow(image, sequence, IN_LINE));
            return;
        }
        MessageDigest digest = Digests.sha256();
        long[] count = {0};
        try {
            database.each(
                    "SELECT length, content, part FROM journal_part WHERE sequence = ? ORDER BY part",
                    row -> {
                        long part = row.number("part");
                        byte[] text = Journal.partBytes(row);
                        digest.update(text);
                        new String(text, StandardCharsets.UTF_8).lines().forEach(image -> {
                            count[0]++;
                            follow(EntityChange.verbatim(image), sequence, part);
                        });
                    },
                    sequence);
        } finally {
            if (!Optional.of(Digests.hex(digest)).equals(line.imagesSha256())) {
                broken(sequence, "What line " + sequence + " of the journal did was changed.");
            }
        }
        if (count[0] != line.images()) {
            broken(sequence, "Line " + sequence + " of the journal is incomplete.");
        }
    }

    private void follow(EntityChange image, long line, long part) {
        String key = key(image.entity(), image.uuid());
        Latest known = latest.get(key);
        boolean continues = known == null
                ? image.before().isEmpty()
                : image.before()
                        .filter(before -> Arrays.equals(hash(before), known.sha256()))
                        .isPresent();
        if (!continues) {
            long id = known != null
                    ? known.id()
                    : image.before().map(JournalCheck::id).orElse(0L);
            findings.add(
                    "edited-outside",
                    image.entity(),
                    id,
                    "The " + image.entity() + " " + id + " was edited by another program before line " + line
                            + " of the journal.");
        }
        image.after()
                .ifPresentOrElse(
                        after -> latest.put(key, new Latest(hash(after), line, part, id(after))),
                        () -> latest.remove(key));
    }

    static byte[] hash(String image) {
        return Digests.sha256().digest(image.getBytes(StandardCharsets.UTF_8));
    }

    private static long id(String image) {
        Matcher matcher = ID.matcher(image);
        return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
    }

    /** The image itself that a line left of a thing. Quick when asked for in the order in which they came in. */
    Optional<String> image(Latest left, String entity, String uuid) {
        if (left.part() == IN_LINE) {
            return journal.line(left.line()).flatMap(line -> line.entry().after());
        }
        if (unpacked.line() != left.line() || unpacked.part() != left.part()) {
            unpacked = unpack(left.line(), left.part());
        }
        return Optional.ofNullable(unpacked.images().get(key(entity, uuid)));
    }

    private Unpacked unpack(long line, long part) {
        Map<String, String> images = new HashMap<>();
        database.each(
                "SELECT length, content FROM journal_part WHERE sequence = ? AND part = ?",
                row -> Journal.partText(row)
                        .lines()
                        .map(EntityChange::verbatim)
                        .forEach(image ->
                                image.after().ifPresent(after -> images.put(key(image.entity(), image.uuid()), after))),
                line,
                part);
        return new Unpacked(line, part, images);
    }

    /** What one part of a line left of things. */
    private record Unpacked(long line, long part, Map<String, String> images) {}
}
