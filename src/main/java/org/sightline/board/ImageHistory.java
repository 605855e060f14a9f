package org.sightline.board;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sightline.DomainException;

/**
 * What a board's journal has ever said of some things: the hashes of their images, and which were removed on purpose.
 * One pass over the journal; memory for the things asked about only.
 */
final class ImageHistory {
    // keys are sorted, so the thing's identity ends its line in a part of the journal
    private static final Pattern OF = Pattern.compile("\"uuid\":\"([0-9a-f-]{36})\"}$");

    private final Set<String> things;
    private final Map<String, String> captures;
    private final Map<String, Set<String>> hashes = new HashMap<>();
    private final Set<String> removed = new HashSet<>();

    /**
     * @param things UUIDs of what is asked about
     * @param captures as {@link SharedImage#hash(String, Map)} takes them
     */
    ImageHistory(Database database, Set<String> things, Map<String, String> captures) {
        this.things = things;
        this.captures = captures;
        if (!things.isEmpty()) {
            Journal journal = new Journal(database);
            journal.each(line -> read(database, line));
        }
    }

    private void read(Database database, Journal.Line line) {
        JournalEntry entry = line.entry();
        if (line.images() == 1) {
            entry.entityUuid()
                    .filter(things::contains)
                    .ifPresent(
                            uuid -> note(new EntityChange(entry.entity(), uuid, entry.before(), entry.after()), entry));
        } else if (line.images() > 1) {
            database.each(
                    "SELECT length, content FROM journal_part WHERE sequence = ? ORDER BY part",
                    row -> Journal.partText(row)
                            .lines()
                            .filter(this::asked)
                            .forEach(text -> note(EntityChange.ofLine(text), entry)),
                    entry.sequence());
        }
    }

    private boolean asked(String line) {
        Matcher matcher = OF.matcher(line);
        return matcher.find() && things.contains(matcher.group(1));
    }

    private void note(EntityChange change, JournalEntry entry) {
        Set<String> known = hashes.computeIfAbsent(change.uuid(), uuid -> new HashSet<>());
        try {
            change.before().ifPresent(image -> known.add(SharedImage.hash(image, captures)));
            change.after().ifPresent(image -> known.add(SharedImage.hash(image, captures)));
        } catch (DomainException e) {
            throw new DomainException(
                    "Line " + entry.sequence() + " of a journal cannot be read; verify both boards.", e);
        }
        if (change.after().isEmpty() && !entry.operation().equals("undo")) {
            removed.add(change.uuid());
        } else {
            removed.remove(change.uuid());
        }
    }

    /** Whether the thing was ever like this. */
    boolean knew(String thing, String hash) {
        return hashes.getOrDefault(thing, Set.of()).contains(hash);
    }

    /** Whether the thing is gone because a person removed it, and not because adding it was taken back. */
    boolean removedOnPurpose(String thing) {
        return removed.contains(thing);
    }
}
