package org.sightline.board;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.sightline.DomainException;

/**
 * What a board's journal has ever said of some things: the hashes of their images and where these stand, and which were
 * removed on purpose. One pass over the journal; memory for the things asked about only.
 */
final class ImageHistory {
    // keys are sorted, so the thing's identity ends its line in a part of the journal
    private static final Pattern OF = Pattern.compile("\"uuid\":\"([0-9a-f-]{36})\"}$");

    private final Journal journal;
    private final Database database;
    private final Set<String> things;
    private final Map<String, String> captures;
    private final Map<String, Map<String, At>> hashes = new HashMap<>(); // latest last
    private List<String> part = List.of();
    private At partAt = new At(-1, -1);
    private final Set<String> removed = new HashSet<>();

    /** A line of the journal, and its part; -1 for an image in the line itself. */
    private record At(long sequence, long part) {}

    /**
     * @param things UUIDs of what is asked about
     * @param captures as {@link SharedImage#hash(String, Map)} takes them
     */
    ImageHistory(Database database, Set<String> things, Map<String, String> captures) {
        this.database = database;
        this.journal = new Journal(database);
        this.things = things;
        this.captures = captures;
        if (!things.isEmpty()) {
            journal.each(this::read);
        }
    }

    private void read(Journal.Line line) {
        JournalEntry entry = line.entry();
        if (line.images() == 1) {
            entry.entityUuid()
                    .filter(things::contains)
                    .ifPresent(uuid -> note(
                            new EntityChange(entry.entity(), uuid, entry.before(), entry.after()),
                            entry,
                            new At(entry.sequence(), -1)));
        } else if (line.images() > 1) {
            database.each(
                    "SELECT part, length, content FROM journal_part WHERE sequence = ? ORDER BY part",
                    row -> {
                        At at = new At(entry.sequence(), row.number("part"));
                        Journal.partText(row)
                                .lines()
                                .filter(this::asked)
                                .forEach(text -> note(EntityChange.ofLine(text), entry, at));
                    },
                    entry.sequence());
        }
    }

    private boolean asked(String line) {
        Matcher matcher = OF.matcher(line);
        return matcher.find() && things.contains(matcher.group(1));
    }

    private void note(EntityChange change, JournalEntry entry, At at) {
        Map<String, At> known = hashes.computeIfAbsent(change.uuid(), uuid -> new LinkedHashMap<>());
        try {
            change.before().ifPresent(image -> note(known, image, at));
            change.after().ifPresent(image -> note(known, image, at));
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

    private void note(Map<String, At> known, String image, At at) {
        String hash = SharedImage.hash(image, captures);
        known.remove(hash); // it is as it was once, and later than all else
        known.put(hash, at);
    }

    /** Whether the thing was ever like this. */
    boolean knew(String thing, String hash) {
        return hashes.getOrDefault(thing, Map.of()).containsKey(hash);
    }

    /** The hash of the latest image of a thing that is one of those wanted. */
    Optional<String> latest(String thing, Predicate<String> wanted) {
        return List.copyOf(hashes.getOrDefault(thing, Map.of()).keySet()).reversed().stream()
                .filter(wanted)
                .findFirst();
    }

    /** The image that has a hash, without keys. */
    Optional<String> image(String thing, String hash) {
        return Optional.ofNullable(hashes.getOrDefault(thing, Map.of()).get(hash))
                .map(at -> at.part() < 0 ? ofLine(at) : ofPart(at, thing))
                .flatMap(changes -> changes.stream()
                        .flatMap(change -> Stream.concat(change.before().stream(), change.after().stream()))
                        .filter(image -> SharedImage.hash(image, captures).equals(hash))
                        .findFirst())
                .map(image -> SharedImage.withoutKeys(image, captures));
    }

    private List<EntityChange> ofLine(At at) {
        return journal.line(at.sequence())
                .map(line -> journal.firstImages(line, 1))
                .orElse(List.of());
    }

    private List<EntityChange> ofPart(At at, String thing) {
        if (!at.equals(partAt)) { // things are asked for in about the order in which they came
            part = database.list(
                            "SELECT length, content FROM journal_part WHERE sequence = ? AND part = ?",
                            Journal::partText,
                            at.sequence(),
                            at.part())
                    .getFirst()
                    .lines()
                    .toList();
            partAt = at;
        }
        String ending = "\"uuid\":\"" + thing + "\"}";
        return part.stream()
                .filter(line -> line.endsWith(ending))
                .map(EntityChange::ofLine)
                .toList();
    }

    /** Whether the thing is gone because a person removed it, and not because adding it was taken back. */
    boolean removedOnPurpose(String thing) {
        return removed.contains(thing);
    }
}
