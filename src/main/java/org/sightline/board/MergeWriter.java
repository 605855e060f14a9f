package org.sightline.board;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sightline.DomainException;
import org.sightline.board.Journal.Heading;
import org.sightline.board.SourceImage.StoredCapture;
import org.sightline.board.SourceImage.StoredSource;
import org.sightline.claim.Claim;
import org.sightline.source.Capture;
import org.sightline.source.Quote;

/** Carries out the changes that bring in another board's things, inside a transaction; keys are given anew. */
final class MergeWriter {
    private final Database database;
    private final BoardReader reader;
    private final Editor editor;
    private final JournalImages images;
    private final Instant now;

    MergeWriter(Database database, Editor editor, JournalImages images, Instant now) {
        this.database = database;
        this.reader = new BoardReader(database);
        this.editor = editor;
        this.images = images;
        this.now = now;
    }

    Heading take(Change.TakeSource take) {
        UUID uuid = take.source().uuid();
        Optional<StoredSource> before = reader.source(uuid);
        requireUnchanged("source", uuid, before.map(SourceImage::write), take.over());
        if (take.removed().isPresent() && quoted(before) && take.whileQuoted().isPresent()) {
            return keep(take.whileQuoted().get());
        }
        put(before, new StoredSource(take.source(), take.removed()));
        return heading(
                "source.merge",
                "Take over source: " + Claims.shortened(take.source().title()),
                "source",
                uuid);
    }

    private void put(Optional<StoredSource> before, StoredSource wanted) {
        long id = before.map(b -> b.source().id()).orElse(0L);
        StoredSource stored = new StoredSource(
                wanted.source().withId(id),
                wanted.removed().map(r -> new Claim.Removal(Timestamps.stored(r.at()), r.reason())));
        StoredSource after = editor.put(before, stored);
        note("source", after.source().uuid(), before.map(SourceImage::write), SourceImage.write(after));
    }

    private boolean quoted(Optional<StoredSource> source) {
        return source.isPresent()
                && database.number(
                                "SELECT count(*) AS n FROM quote q JOIN capture c ON c.id = q.capture_id"
                                        + " JOIN claim k ON k.id = q.claim_id"
                                        + " WHERE c.source_id = ? AND k.removed_at IS NULL",
                                source.get().source().id())
                        > 0;
    }

    /** @param textSha256 of its text, which is in already, as are its bytes */
    Heading take(Capture capture, String textSha256) {
        requireUnchanged(
                "capture", capture.uuid(), reader.capture(capture.uuid()).map(SourceImage::write), Optional.empty());
        StoredCapture stored = editor.add(new StoredCapture(capture.withId(0), textSha256));
        note("capture", capture.uuid(), Optional.empty(), SourceImage.write(stored));
        return heading("capture.merge", "Take over a capture", "capture", capture.uuid());
    }

    Heading take(Change.TakeClaim take) {
        Claim wanted = take.claim();
        Optional<Claim> before = reader.claim(wanted.uuid());
        requireUnchanged("claim", wanted.uuid(), before.map(ClaimImage::write), take.over());
        Claim after = put(before, wanted);
        return heading("claim.merge", "Take over " + Claims.named(after), "claim", after.uuid());
    }

    private Claim put(Optional<Claim> before, Claim wanted) {
        if (wanted.removed().isEmpty()) {
            bringBackSources(wanted);
        }
        long id = before.map(Claim::id).orElse(0L);
        Map<UUID, Long> ids =
                before.map(Claim::quotes).orElse(List.of()).stream().collect(Collectors.toMap(Quote::uuid, Quote::id));
        List<Quote> quotes = wanted.quotes().stream()
                .map(quote -> Claims.with(quote, ids.getOrDefault(quote.uuid(), 0L)))
                .toList();
        Claim after = editor.put(before, Claims.storable(Claims.with(wanted, id, quotes), id, wanted.removed()));
        note("claim", after.uuid(), before.map(ClaimImage::write), ClaimImage.write(after));
        return after;
    }

    /** No claim quotes a source that lies in the trash. */
    private void bringBackSources(Claim claim) {
        Set<UUID> captures = claim.quotes().stream().map(Quote::capture).collect(Collectors.toSet());
        for (UUID capture : captures) {
            reader.capture(capture)
                    .flatMap(stored -> reader.source(stored.capture().source()))
                    .filter(source -> source.removed().isPresent())
                    .ifPresent(source -> put(Optional.of(source), new StoredSource(source.source(), Optional.empty())));
        }
    }

    private static void requireUnchanged(String entity, UUID uuid, Optional<String> before, Optional<String> over) {
        if (!before.map(SharedImage::hash).equals(over)) {
            throw new DomainException("The " + entity + " " + uuid
                    + " was changed here while the other board was being merged; merge it again.");
        }
    }

    /** What is not asked about is decided already: the thing has what both have changed. */
    Heading keep(Change.KeepConflict keep) {
        boolean joined = keep.fields().filter(Set::isEmpty).isPresent();
        Conflict wanted = new Conflict(
                0,
                UUID.randomUUID(),
                keep.entity(),
                keep.thing(),
                keep.board(),
                keep.boardTitle(),
                keep.theirs(),
                keep.fields(),
                now,
                joined ? Optional.of(Conflict.Side.BOTH) : Optional.empty(),
                joined ? Optional.of(now) : Optional.empty());
        Optional<Conflict> before = keep.instead().map(this::open);
        UUID kept = put(before, before.map(b -> b.saying(wanted)).orElse(wanted));
        return heading("conflict.add", "Keep what another board says otherwise", "conflict", kept);
    }

    private Conflict open(UUID uuid) {
        Conflict conflict = ConflictTable.find(database, uuid).orElseThrow(() -> Editor.unknown("conflict", uuid));
        if (conflict.decided().isPresent()) {
            throw new DomainException("Conflict " + conflict.id() + " is decided already; undo that to decide again.");
        }
        return conflict;
    }

    private UUID put(Optional<Conflict> before, Conflict wanted) {
        Conflict after = editor.put(before, wanted);
        note("conflict", after.uuid(), before.map(ConflictTable::image), ConflictTable.image(after));
        return after.uuid();
    }

    Heading settle(Change.Settle settle) {
        Conflict before = open(settle.conflict());
        put(Optional.of(before), before.decided(settle.kept(), now));
        return heading("conflict.settle", "Settle a conflict", "conflict", before.uuid());
    }

    Heading decide(Change.Decide decide) {
        Conflict before = open(decide.conflict());
        boolean theirs = decide.keep() == Conflict.Side.THEIRS;
        Set<String> asked = new TreeSet<>(OpenConflicts.of(reader, before).fields());
        for (String field : decide.except()) {
            if (!asked.contains(field)) {
                throw new DomainException("Conflict " + before.id() + " does not ask about \"" + field
                        + "\"; it is about " + String.join(", ", asked) + ".");
            }
        }
        Set<String> taken = new TreeSet<>(asked);
        taken.removeIf(field -> theirs == decide.except().contains(field));
        Conflict.Side side =
                taken.isEmpty() ? Conflict.Side.MINE : taken.equals(asked) ? Conflict.Side.THEIRS : Conflict.Side.BOTH;
        String name = taken.isEmpty() ? name(before) : takeTheirs(before, side, taken);
        put(Optional.of(before), before.decided(side, now));
        String verb = switch (side) {
            case MINE -> "Keep mine for ";
            case THEIRS -> "Take theirs for ";
            case BOTH -> "Take theirs in part for ";
        };
        return heading("conflict.decide", verb + name, "conflict", before.uuid());
    }

    private String takeTheirs(Conflict conflict, Conflict.Side side, Set<String> fields) {
        boolean whole = side == Conflict.Side.THEIRS && conflict.fields().isEmpty();
        if (conflict.entity().equals("claim")) {
            Optional<Claim> before = reader.claim(conflict.thing());
            Claim wanted = ClaimImage.read(
                    whole ? conflict.theirs() : joined(before.map(ClaimImage::write), conflict, fields));
            return Claims.named(put(before, wanted));
        }
        Optional<StoredSource> before = reader.source(conflict.thing());
        StoredSource wanted = SourceImage.readSource(
                whole ? conflict.theirs() : joined(before.map(SourceImage::write), conflict, fields));
        if (wanted.removed().isPresent() && quoted(before)) {
            throw new DomainException(
                    "The source \"" + Claims.shortened(wanted.source().title())
                            + "\" is quoted by claims here; move those to the trash first, or keep mine.");
        }
        put(before, wanted);
        return name(conflict);
    }

    private static String joined(Optional<String> mine, Conflict conflict, Set<String> fields) {
        return mine.map(image -> FieldMerge.with(image, conflict.theirs(), fields))
                .orElse(conflict.theirs());
    }

    private String name(Conflict conflict) {
        return conflict.entity().equals("claim")
                ? reader.claim(conflict.thing()).map(Claims::named).orElse("a claim that is gone")
                : reader.source(conflict.thing())
                        .map(s -> "source " + s.source().id() + ": "
                                + Claims.shortened(s.source().title()))
                        .orElse("a source that is gone");
    }

    private void note(String entity, UUID uuid, Optional<String> before, String after) {
        images.add(new EntityChange(entity, uuid.toString(), before, Optional.of(after)));
    }

    private static Heading heading(String operation, String summary, String entity, UUID uuid) {
        return new Heading(operation, summary, entity, Optional.of(uuid.toString()), Optional.empty());
    }
}
