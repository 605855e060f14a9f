package org.sightline.board;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sightline.DomainException;
import org.sightline.board.Journal.Heading;
import org.sightline.board.SourceImage.StoredCapture;
import org.sightline.board.SourceImage.StoredSource;
import org.sightline.claim.Claim;
import org.sightline.claim.Relation;
import org.sightline.source.Capture;
import org.sightline.source.CapturedText;
import org.sightline.source.Quote;
import org.sightline.source.Source;

/** Carries out one {@link Change} inside a transaction: checks it, changes the rows, and notes the images. */
final class ChangeWriter {
    private final Database database;
    private final BoardReader reader;
    private final Editor editor;
    private final Contents contents;
    private final JournalImages images;
    private final Instant now;
    private final MergeWriter merging;
    private final LayerWriter layers;
    private final BriefingWriter briefings;

    ChangeWriter(Database database, Editor editor, Contents contents, JournalImages images, Instant now) {
        this.database = database;
        this.reader = new BoardReader(database);
        this.editor = editor;
        this.contents = contents;
        this.images = images;
        this.now = now;
        this.merging = new MergeWriter(database, editor, images, now);
        this.layers = new LayerWriter(database, editor, images);
        this.briefings = new BriefingWriter(database, editor, images);
    }

    Heading write(Change change) {
        return switch (change) {
            case Change.AddSource add -> addSource(add);
            case Change.AddCapture add -> addCapture(add.capture(), add.content());
            case Change.EditSource edit -> editSource(edit.source());
            case Change.RemoveSource remove -> removeSource(remove);
            case Change.RestoreSource restore -> restoreSource(restore.source());
            case Change.AddClaim add -> addClaim(add.claim());
            case Change.EditClaim edit -> editClaim(edit.claim());
            case Change.RemoveClaim remove -> removeClaim(remove);
            case Change.RestoreClaim restore -> restoreClaim(restore.claim());
            case Change.AddRelation add -> addRelation(add.relation());
            case Change.RemoveRelation remove -> removeRelation(remove.relation());
            case Change.Rename rename -> rename(rename.title());
            case Change.TakeSource take -> merging.take(take);
            case Change.TakeCapture take -> {
                String text = putContent(take.capture(), take.content(), take.deflated());
                yield merging.take(take.capture(), text);
            }
            case Change.TakeClaim take -> merging.take(take);
            case Change.KeepConflict keep -> merging.keep(keep);
            case Change.Decide decide -> merging.decide(decide);
            case Change.Settle settle -> merging.settle(settle);
            case Change.AddLayer add -> layers.add(add);
            case Change.EditLayer edit -> layers.edit(edit.layer());
            case Change.RemoveLayer remove -> layers.remove(remove.layer());
            case Change.ArrangeLayers arrange -> layers.arrange(arrange.order());
            case Change.PutBriefing put -> briefings.put(put.briefing());
            case Change.RemoveBriefing remove -> briefings.remove(remove.briefing());
            case Change.Together together -> together(together);
        };
    }

    private Heading together(Change.Together together) {
        if (together.changes().isEmpty()) {
            throw new DomainException("\"" + together.name() + "\" would change nothing.");
        }
        together.changes().forEach(this::write);
        return bulk(together.name());
    }

    static Heading bulk(String name) {
        return new Heading("together", name, "board", Optional.empty(), Optional.empty());
    }

    private Heading addSource(Change.AddSource add) {
        Source source = add.source();
        if (source.title().isBlank()) {
            throw new DomainException("A source needs a title; give it one.");
        }
        refuseKnown("source", source.uuid());
        if (!add.capture().source().equals(source.uuid())) {
            throw new DomainException("The capture belongs to another source than \"" + source.title() + "\".");
        }
        StoredSource stored = editor.put(Optional.empty(), new StoredSource(source.withId(0), Optional.empty()));
        note("source", source.uuid(), Optional.empty(), Optional.of(SourceImage.write(stored)));
        storeCapture(add.capture(), add.content());
        return heading("source.add", "Add " + named(stored.source()), "source", source.uuid());
    }

    private Heading addCapture(Capture capture, CapturedText content) {
        StoredSource source = present(capture.source());
        refuseKnown("capture", capture.uuid());
        boolean twice = database.number(
                        "SELECT count(*) AS n FROM capture WHERE source_id = ? AND sha256 = ?",
                        source.source().id(),
                        capture.sha256())
                > 0;
        if (twice) {
            throw new DomainException("The source \"" + source.source().title()
                    + "\" already has a capture with these very bytes (" + capture.shortHash()
                    + "), so nothing was added.");
        }
        storeCapture(capture, content);
        return heading("capture.add", "Capture " + named(source.source()) + " again", "capture", capture.uuid());
    }

    private void storeCapture(Capture capture, CapturedText content) {
        StoredCapture stored = editor.add(storable(capture, 0, putContent(capture, content, Optional.empty())));
        note("capture", capture.uuid(), Optional.empty(), Optional.of(SourceImage.write(stored)));
    }

    /** @return the hash of the text */
    private String putContent(Capture capture, CapturedText content, Optional<byte[]> deflated) {
        Contents.Packed packed = asSaid(contents.pack(content, false, deflated), capture, content);
        contents.put(packed);
        return packed.textSha256();
    }

    /** @throws DomainException when the content is not what the capture says */
    static Contents.Packed asSaid(Contents.Packed packed, Capture capture, CapturedText content) {
        if (!packed.sha256().equals(capture.sha256())
                || packed.length() != capture.bytes()
                || content.text().length() != capture.textLength()) {
            throw new DomainException(
                    "The capture's hash and lengths do not belong to its bytes and text; capture it again.");
        }
        return packed;
    }

    static StoredCapture storable(Capture capture, long id, String textSha256) {
        Capture storable = new Capture(
                id,
                capture.uuid(),
                capture.source(),
                capture.sha256(),
                capture.mediaType(),
                capture.charset(),
                Timestamps.stored(capture.retrieved()),
                capture.bytes(),
                capture.textLength());
        return new StoredCapture(storable, textSha256);
    }

    private Heading editSource(Source wanted) {
        StoredSource before = present(wanted.uuid());
        if (wanted.title().isBlank()) {
            throw new DomainException("A source needs a title; give it one.");
        }
        StoredSource after = new StoredSource(wanted.withId(before.source().id()), before.removed());
        return replace("source.edit", "Edit ", before, after);
    }

    private Heading removeSource(Change.RemoveSource remove) {
        StoredSource before = present(remove.source());
        long quoting = database.number(
                "SELECT count(DISTINCT q.claim_id) AS n FROM quote q JOIN capture c ON c.id = q.capture_id"
                        + " JOIN claim k ON k.id = q.claim_id WHERE c.source_id = ? AND k.removed_at IS NULL",
                before.source().id());
        if (quoting > 0) {
            throw new DomainException("The source \"" + before.source().title() + "\" is quoted by " + quoting
                    + (quoting == 1 ? " claim" : " claims") + "; move those to the trash first.");
        }
        Claim.Removal removal = new Claim.Removal(Timestamps.stored(now), remove.reason());
        return replace("source.remove", "Remove ", before, new StoredSource(before.source(), Optional.of(removal)));
    }

    private Heading restoreSource(UUID uuid) {
        StoredSource before = source(uuid);
        return replace("source.restore", "Restore ", before, new StoredSource(before.source(), Optional.empty()));
    }

    private Heading replace(String operation, String verb, StoredSource before, StoredSource after) {
        editor.put(Optional.of(before), after);
        UUID uuid = after.source().uuid();
        note("source", uuid, Optional.of(SourceImage.write(before)), Optional.of(SourceImage.write(after)));
        return heading(operation, verb + named(after.source()), "source", uuid);
    }

    private StoredSource source(UUID uuid) {
        return reader.source(uuid).orElseThrow(() -> Editor.unknown("source", uuid));
    }

    private StoredSource present(UUID uuid) {
        StoredSource stored = source(uuid);
        if (stored.removed().isPresent()) {
            throw new DomainException(
                    "The source \"" + stored.source().title() + "\" lies in the trash; restore it first.");
        }
        return stored;
    }

    private Heading addClaim(Claim wanted) {
        refuseKnown("claim", wanted.uuid());
        Claim fresh = Claims.with(
                wanted, 0, wanted.quotes().stream().map(q -> Claims.with(q, 0)).toList());
        Claim after = editor.put(Optional.empty(), Claims.storable(fresh, 0, Optional.empty()));
        note("claim", after.uuid(), Optional.empty(), Optional.of(ClaimImage.write(after)));
        return heading("claim.add", "Add " + Claims.named(after), "claim", after.uuid());
    }

    private Heading editClaim(Claim wanted) {
        Claim before = claim(wanted.uuid());
        if (before.removed().isPresent()) {
            throw new DomainException("Claim " + before.id() + " lies in the trash; restore it first.");
        }
        Map<UUID, Long> ids = before.quotes().stream().collect(Collectors.toMap(Quote::uuid, Quote::id));
        List<Quote> quotes = wanted.quotes().stream()
                .map(quote -> Claims.with(quote, ids.getOrDefault(quote.uuid(), 0L)))
                .toList();
        Claim after = Claims.storable(Claims.with(wanted, before.id(), quotes), before.id(), Optional.empty());
        return replace("claim.edit", "Edit ", before, after);
    }

    private Heading removeClaim(Change.RemoveClaim remove) {
        Claim before = claim(remove.claim());
        if (before.removed().isPresent()) {
            throw new DomainException("Claim " + before.id() + " lies in the trash already.");
        }
        Claim.Removal removal = new Claim.Removal(now, remove.reason());
        return replace("claim.remove", "Remove ", before, Claims.storable(before, before.id(), Optional.of(removal)));
    }

    private Heading restoreClaim(UUID uuid) {
        Claim before = claim(uuid);
        if (before.removed().isEmpty()) {
            throw new DomainException("Claim " + before.id() + " does not lie in the trash.");
        }
        return replace("claim.restore", "Restore ", before, Claims.storable(before, before.id(), Optional.empty()));
    }

    private Heading replace(String operation, String verb, Claim before, Claim wanted) {
        Claim after = editor.put(Optional.of(before), wanted);
        note("claim", after.uuid(), Optional.of(ClaimImage.write(before)), Optional.of(ClaimImage.write(after)));
        return heading(operation, verb + Claims.named(after), "claim", after.uuid());
    }

    private Claim claim(UUID uuid) {
        return reader.claim(uuid).orElseThrow(() -> Editor.unknown("claim", uuid));
    }

    private Heading addRelation(Relation wanted) {
        refuseKnown("relation", wanted.uuid());
        if (wanted.from().equals(wanted.to())) {
            throw new DomainException("A claim cannot be related to itself; choose another claim.");
        }
        Claim from = claim(wanted.from());
        Claim to = claim(wanted.to());
        String sentence = "claim " + from.id() + " " + Words.of(wanted.kind()) + " claim " + to.id();
        boolean there = database.number(
                        "SELECT count(*) AS n FROM relation WHERE from_claim_id = ? AND kind = ? AND to_claim_id = ?",
                        from.id(),
                        Words.of(wanted.kind()),
                        to.id())
                > 0;
        if (there) {
            throw new DomainException("The board says already that " + sentence + ".");
        }
        Relation after = editor.add(new Relation(0, wanted.uuid(), wanted.from(), wanted.kind(), wanted.to()));
        note("relation", after.uuid(), Optional.empty(), Optional.of(SourceImage.write(after)));
        return heading("relation.add", "Say that " + sentence, "relation", after.uuid());
    }

    private Heading removeRelation(UUID uuid) {
        Relation before = reader.relation(uuid).orElseThrow(() -> Editor.unknown("relation", uuid));
        editor.remove(before);
        note("relation", uuid, Optional.of(SourceImage.write(before)), Optional.empty());
        String sentence = "claim " + editor.id("claim", before.from()) + " " + Words.of(before.kind()) + " claim "
                + editor.id("claim", before.to());
        return heading("relation.remove", "No longer say that " + sentence, "relation", uuid);
    }

    private Heading rename(String title) {
        BoardIdentity board = BoardIdentity.read(database);
        if (title.isBlank()) {
            throw new DomainException("A board needs a title; give it one.");
        }
        editor.title(title);
        note(
                "board",
                board.uuid(),
                Optional.of(board.image()),
                Optional.of(board.titled(title).image()));
        return heading("board.rename", "Rename the board to \"" + title + "\"", "board", board.uuid());
    }

    private void refuseKnown(String table, UUID uuid) {
        if (database.number("SELECT count(*) AS n FROM " + table + " WHERE uuid = ?", uuid.toString()) > 0) {
            throw new DomainException(
                    "The board already has the " + table + " " + uuid + ", so it was not added again.");
        }
    }

    private void note(String entity, UUID uuid, Optional<String> before, Optional<String> after) {
        images.add(new EntityChange(entity, uuid.toString(), before, after));
    }

    private static Heading heading(String operation, String summary, String entity, UUID uuid) {
        return new Heading(operation, summary, entity, Optional.of(uuid.toString()), Optional.empty());
    }

    private static String named(Source source) {
        return "source " + source.id() + ": " + Claims.shortened(source.title());
    }
}
