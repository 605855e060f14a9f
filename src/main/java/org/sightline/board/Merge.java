package org.sightline.board;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.sightline.DomainException;
import org.sightline.board.SourceImage.StoredCapture;
import org.sightline.board.SourceImage.StoredSource;
import org.sightline.claim.Claim;
import org.sightline.claim.Relation;
import org.sightline.jobs.Jobs;
import org.sightline.source.CapturedText;
import org.sightline.source.Quote;

/**
 * What has to be changed here so that this board also holds what another one does. Things are the same by their UUID;
 * of two different images of a thing, the journals tell which is the newer: a board whose present image is one that the
 * other had before is merely behind. Where neither is, both have changed it: they are joined field by field
 * ({@link FieldMerge}), and what both have changed becomes a {@link Conflict}.
 *
 * <p>Works in three passes, none of which holds all claims in memory: compare, look what the journals know of the
 * things that differ, hand out changes one by one. What is new is handed out in a row, so that it goes in bulk. Reads
 * one snapshot of each board; one thread at a time.
 */
final class Merge {
    private final MergeSide mine;
    private final MergeSide theirs;
    private final ClaimComparison claims;
    private final BoardIdentity otherBoard;
    private final Jobs.Progress progress;
    private final Map<String, String> captureNames = new HashMap<>();
    private final List<StoredSource> newSources = new ArrayList<>();
    private final List<StoredCapture> newCaptures = new ArrayList<>();
    private final List<SourcePair> otherSources = new ArrayList<>();
    private final List<Relation> missingHere = new ArrayList<>();
    private final List<Relation> missingThere = new ArrayList<>();
    private final Set<String> differing = new HashSet<>();
    private final List<Conflict> conflictsHere;
    private final long total;
    private long done;
    private long added;
    private long equal;
    private long older;
    private long takenOver;
    private long conflicts;

    /** A source that is not the same in both boards. */
    private record SourcePair(StoredSource here, StoredSource there) {}

    Merge(SnapshotReader here, SnapshotReader there, Jobs.Progress progress) {
        this.mine = MergeSide.of(here.database());
        this.theirs = MergeSide.of(there.database());
        this.claims = new ClaimComparison(mine, theirs, this::renamed);
        this.progress = progress;
        this.otherBoard = reading(() -> BoardIdentity.read(theirs.database()));
        if (otherBoard.schemaVersion() > Schema.VERSION) {
            throw new DomainException("The board " + theirs.database().file().getFileName()
                    + " was made by a newer version of Sightline; update to merge it.");
        }
        this.total = reading(() -> 2
                * theirs.database()
                        .number("SELECT (SELECT count(*) FROM claim) + (SELECT count(*) FROM source)"
                                + " + (SELECT count(*) FROM capture) + (SELECT count(*) FROM relation) AS n"));
        this.conflictsHere = ConflictTable.all(mine.database());
    }

    String title() {
        return otherBoard.title();
    }

    /** @param open conflicts that wait for a decision */
    Merged result(long open, Optional<JournalEntry> line) {
        return new Merged(added, equal, older, takenOver, conflicts, open, line);
    }

    /** What the other board's file cannot give is no fault of this board's file. */
    private static <T> T reading(Supplier<T> work) {
        try {
            return work.get();
        } catch (SqlFailure e) {
            throw new DomainException(e.getMessage(), e);
        }
    }

    /** The changes, worked out as they are asked for. */
    Iterator<Change> changes() {
        MergeHistories histories = reading(() -> {
            compareCaptures();
            compareSources();
            claims.run(claim -> differing.add(claim.toString()), this::step);
            compareRelations();
            equal += claims.equal();
            return histories();
        });
        return new Changes(histories);
    }

    private void step() {
        step(1);
    }

    private void step(long things) {
        progress.check();
        long before = done;
        done += things;
        if (done / 1000 != before / 1000 || done == total) {
            progress.report(total == 0 ? 1 : (double) Math.min(done, total) / total, "");
        }
    }

    /** The same bytes of the same source, captured in both boards, are one capture; it has the name it has here. */
    private void compareCaptures() {
        for (List<StoredCapture> block : MergeSide.blocks(theirs.reader().captures(""))) {
            Set<UUID> here = mine.captures(
                    block.stream().map(stored -> stored.capture().uuid()).toList());
            Map<UUID, UUID> same = mine.sameBytes(block);
            for (StoredCapture stored : block) {
                UUID uuid = stored.capture().uuid();
                UUID name = same.getOrDefault(uuid, uuid);
                if (!name.equals(uuid)) {
                    captureNames.put(uuid.toString(), name.toString());
                    equal++;
                } else if (here.contains(uuid)) {
                    equal++;
                } else {
                    newCaptures.add(stored);
                }
                step();
            }
        }
    }

    private void compareSources() {
        for (List<StoredSource> block : MergeSide.blocks(theirs.reader().sources(""))) {
            Map<UUID, StoredSource> here = mine.sources(
                    block.stream().map(stored -> stored.source().uuid()).toList());
            for (StoredSource there : block) {
                UUID uuid = there.source().uuid();
                StoredSource known = here.get(uuid);
                if (known == null) {
                    newSources.add(there);
                } else if (SharedImage.same(known, there)) {
                    equal++;
                } else {
                    differing.add(uuid.toString());
                    otherSources.add(new SourcePair(known, there));
                }
                step();
            }
        }
    }

    private void compareRelations() {
        List<Relation> here = mine.reader().relations("");
        List<Relation> there = theirs.reader().relations("");
        Set<UUID> known = here.stream().map(Relation::uuid).collect(Collectors.toSet());
        for (Relation relation : there) {
            if (!known.remove(relation.uuid())) {
                missingHere.add(relation);
            }
            step();
        }
        here.stream().filter(relation -> known.contains(relation.uuid())).forEach(missingThere::add);
        equal += there.size() - missingHere.size();
    }

    private Claim renamed(Claim claim) {
        boolean same = captureNames.isEmpty()
                || claim.quotes().stream()
                        .noneMatch(q -> captureNames.containsKey(q.capture().toString()));
        return same
                ? claim
                : Claims.with(
                        claim,
                        claim.id(),
                        claim.quotes().stream().map(this::renamed).toList());
    }

    private Quote renamed(Quote quote) {
        String capture = quote.capture().toString();
        return new Quote(
                quote.id(),
                quote.uuid(),
                UUID.fromString(captureNames.getOrDefault(capture, capture)),
                quote.start(),
                quote.end(),
                quote.exact(),
                quote.prefix(),
                quote.suffix(),
                quote.relays());
    }

    private MergeHistories histories() {
        Set<String> asked = new HashSet<>(differing);
        missingHere.forEach(relation -> asked.add(relation.uuid().toString()));
        Set<String> askedThere = new HashSet<>(differing);
        missingThere.forEach(relation -> askedThere.add(relation.uuid().toString()));
        return new MergeHistories(
                new ImageHistory(mine.database(), asked, Map.of()),
                new ImageHistory(theirs.database(), askedThere, captureNames),
                conflictsHere,
                ConflictTable.all(theirs.database()),
                captureNames);
    }

    private Change.KeepConflict conflict(Pair pair, Optional<Set<String>> fields, Optional<UUID> instead) {
        return new Change.KeepConflict(
                pair.entity(),
                UUID.fromString(pair.thing()),
                otherBoard.uuid(),
                otherBoard.title(),
                pair.there(),
                fields,
                instead);
    }

    /** A thing that is not the same in both boards: its images without keys, captures named as here, and their hashes. */
    private record Pair(String entity, String thing, String here, String there, String hereHash, String thereHash) {}

    private Pair pair(String entity, UUID uuid, String here, String there) {
        String mineWithout = SharedImage.withoutKeys(here, Map.of());
        String theirsWithout = SharedImage.withoutKeys(there, captureNames);
        return new Pair(
                entity,
                uuid.toString(),
                mineWithout,
                theirsWithout,
                SharedImage.hash(mineWithout),
                SharedImage.hash(theirsWithout));
    }

    /** Hands out sources, then captures, claims and relations, and at last sources that went to the trash. */
    private final class Changes implements Iterator<Change> {
        private final MergeHistories histories;
        private final List<Supplier<Iterator<Change>>> stages = new ArrayList<>();
        private final List<Change> last = new ArrayList<>();
        private Iterator<Change> stage = List.<Change>of().iterator();

        Changes(MergeHistories histories) {
            this.histories = histories;
            stages.add(() -> sourceChanges().iterator());
            stages.add(this::captureChanges);
            stages.add(ClaimChanges::new);
            stages.add(() -> relationChanges().iterator());
            stages.add(last::iterator);
        }

        @Override
        public boolean hasNext() {
            return reading(() -> {
                while (!stage.hasNext() && !stages.isEmpty()) {
                    stage = stages.removeFirst().get();
                }
                return stage.hasNext();
            });
        }

        @Override
        public Change next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return reading(() -> stage.next());
        }

        private Collection<Change> sourceChanges() {
            added += newSources.size();
            List<Change> changes = new ArrayList<>(RelayOrder.of(newSources));
            otherSources.forEach(pair -> decide(pair.here(), pair.there(), changes));
            return changes;
        }

        private void decide(StoredSource here, StoredSource there, List<Change> changes) {
            UUID uuid = there.source().uuid();
            boolean discarded = there.removed().isPresent() && here.removed().isEmpty();
            List<Change> after = discarded ? last : changes; // what quotes it is moved to the trash before
            decide(pair("source", uuid, SourceImage.write(here), SourceImage.write(there)), after);
        }

        private void decide(Pair pair, List<Change> changes) {
            MergeHistories.Verdict verdict = histories.verdict(pair.thing(), pair.hereHash(), pair.thereHash());
            switch (verdict) {
                case EQUAL -> equal++;
                case OLDER -> {
                    older++;
                    settle(histories.open(pair.thing(), Set.of(pair.thereHash())), Conflict.Side.MINE, changes);
                }
                case KNOWN_CONFLICT -> progress.check(); // waits for its decision already
                case NEWER -> {
                    takenOver++;
                    changes.add(take(pair, pair.there()));
                    settle(histories.open(pair.thing(), Set.of()), Conflict.Side.THEIRS, changes);
                }
                case CONFLICT -> join(pair, changes);
            }
        }

        /** What puts an image in the place of that which is here. */
        private Change take(Pair pair, String image) {
            Optional<String> over = Optional.of(pair.hereHash());
            if (pair.entity().equals("claim")) {
                return new Change.TakeClaim(ClaimImage.read(image), over);
            }
            StoredSource source = SourceImage.readSource(image);
            return new Change.TakeSource(
                    source.source(),
                    source.removed(),
                    over,
                    Optional.of(conflict(pair, Optional.empty(), Optional.empty())));
        }

        private static void settle(List<Conflict> conflicts, Conflict.Side side, List<Change> changes) {
            conflicts.forEach(conflict -> changes.add(new Change.Settle(conflict.uuid(), side)));
        }

        private void join(Pair pair, List<Change> changes) {
            Optional<FieldMerge> joined = histories
                    .base(pair.thing())
                    .flatMap(base -> FieldMerge.of(pair.entity(), base, pair.here(), pair.there()));
            boolean more = joined.map(FieldMerge::image)
                    .filter(image -> !SharedImage.hash(image).equals(pair.hereHash()))
                    .map(image -> changes.add(take(pair, image)))
                    .orElse(false);
            if (joined.filter(fields -> fields.asked().isEmpty()).isEmpty()) {
                conflicts++;
            } else if (more) {
                takenOver++;
            } else {
                older++;
            }
            List<Conflict> before = histories.open(pair.thing(), Set.of());
            Optional<UUID> instead = before.isEmpty()
                    ? Optional.empty()
                    : Optional.of(before.getLast().uuid());
            settle(before.subList(0, Math.max(0, before.size() - 1)), Conflict.Side.BOTH, changes);
            changes.add(conflict(pair, joined.map(FieldMerge::asked), instead));
        }

        /** The bytes are read one capture at a time. */
        private Iterator<Change> captureChanges() {
            step(total / 2 - claims.size() - newCaptures.size());
            return newCaptures.stream().<Change>map(this::take).iterator();
        }

        private Change take(StoredCapture stored) {
            step();
            added++;
            byte[] bytes = theirs.contents().bytes(stored.capture().sha256());
            String text = theirs.contents().text(stored.textSha256());
            if (!Digests.hex(text).equals(stored.textSha256())) {
                throw new DomainException(
                        "The text of capture " + stored.capture().id() + " of the other board is not"
                                + " the one extracted, so nothing was merged; verify that board.");
            }
            if (!Digests.hex(bytes).equals(stored.capture().sha256())) {
                throw new DomainException(
                        "The bytes of capture " + stored.capture().id() + " of the other board are"
                                + " not those captured, so nothing was merged; verify that board.");
            }
            return new Change.TakeCapture(
                    stored.capture(),
                    new CapturedText(
                            bytes,
                            stored.capture().mediaType(),
                            stored.capture().charset(),
                            text,
                            Optional.empty()),
                    theirs.contents().deflated(stored.capture().sha256()));
        }

        private void decide(Claim there, List<Change> changes) {
            step();
            if (!differing.contains(there.uuid().toString())) {
                added++;
                changes.add(new Change.TakeClaim(there, Optional.empty()));
                return;
            }
            String here = ClaimImage.write(mine.reader().claim(there.uuid()).orElseThrow());
            decide(pair("claim", there.uuid(), here, ClaimImage.write(there)), changes);
        }

        private List<Change> relationChanges() {
            List<Change> changes = new ArrayList<>();
            for (Relation relation : missingHere) {
                if (said(relation)) {
                    equal++;
                } else if (histories.removedHere(relation.uuid())) {
                    older++;
                } else {
                    added++;
                    changes.add(new Change.AddRelation(relation));
                }
            }
            for (Relation relation : missingThere) {
                if (histories.removedThere(relation.uuid())) {
                    takenOver++;
                    changes.add(new Change.RemoveRelation(relation.uuid()));
                }
            }
            return changes;
        }

        private boolean said(Relation relation) {
            return mine.database()
                            .number(
                                    "SELECT count(*) AS n FROM relation r JOIN claim f ON f.id = r.from_claim_id"
                                            + " JOIN claim t ON t.id = r.to_claim_id"
                                            + " WHERE f.uuid = ? AND r.kind = ? AND t.uuid = ?",
                                    relation.from().toString(),
                                    Words.of(relation.kind()),
                                    relation.to().toString())
                    > 0;
        }

        /** Claims, a block at a time. */
        private final class ClaimChanges implements Iterator<Change> {
            private Iterator<Change> ready = List.<Change>of().iterator();
            private int from;

            @Override
            public boolean hasNext() {
                while (!ready.hasNext() && from < claims.size()) {
                    List<Change> changes = new ArrayList<>();
                    claims.read(from).forEach(claim -> decide(claim, changes));
                    from += MergeSide.BLOCK;
                    ready = changes.iterator();
                }
                return ready.hasNext();
            }

            @Override
            public Change next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return ready.next();
            }
        }
    }
}
