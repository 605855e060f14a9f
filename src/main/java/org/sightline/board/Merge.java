package org.sightline.board;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
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
 * other had before is merely behind. Where neither is, both have changed it, and that becomes a {@link Conflict}.
 *
 * <p>Works in three passes, none of which holds all claims in memory: compare, look what the journals know of the
 * things that differ, hand out changes one by one. Reads one snapshot of each board; one thread at a time.
 */
final class Merge {
    private static final int BLOCK = 500;

    private final Side mine;
    private final Side theirs;
    private final BoardIdentity otherBoard;
    private final Jobs.Progress progress;
    private final Map<String, String> captureNames = new HashMap<>();
    private final Set<String> differing = new HashSet<>();
    private final Set<String> missing = new HashSet<>();
    private final Map<String, List<Conflict>> known = new HashMap<>();
    private final long total;
    private long done;
    private long added;
    private long equal;
    private long older;
    private long takenOver;
    private long conflicts;

    /** One of the two boards. */
    private record Side(Database database, BoardReader reader, Contents contents) {
        static Side of(Database database) {
            return new Side(
                    database, new BoardReader(database), new Contents(database, Contents.folderOf(database.file())));
        }
    }

    private enum Verdict {
        EQUAL,
        OLDER,
        NEWER,
        KNOWN_CONFLICT,
        CONFLICT
    }

    private record Histories(ImageHistory mine, ImageHistory theirs, Map<String, Set<String>> settledThere) {}

    Merge(SnapshotReader here, SnapshotReader there, Jobs.Progress progress) {
        this.mine = Side.of(here.database());
        this.theirs = Side.of(there.database());
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
        for (Conflict conflict : ConflictTable.all(mine.database())) {
            known.computeIfAbsent(conflict.thing().toString(), thing -> new ArrayList<>())
                    .add(conflict);
        }
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
        reading(() -> {
            nameCaptures();
            sources().forEach(this::compare);
            eachBlock(0, claims -> claims.forEach(this::compare));
            relations().forEach(this::compare);
            return "";
        });
        Histories histories = reading(this::histories);
        return new Changes(histories);
    }

    private void step() {
        progress.check();
        if (++done % 1000 == 0 || done == total) {
            progress.report(total == 0 ? 1 : (double) Math.min(done, total) / total, "");
        }
    }

    private List<StoredSource> sources() {
        return theirs.reader().sources("");
    }

    private List<Relation> relations() {
        return theirs.reader().relations("");
    }

    private List<Claim> block(long after) {
        List<Claim> claims = new ArrayList<>();
        theirs.reader()
                .claims(
                        "c.id IN (SELECT id FROM claim WHERE id > ? ORDER BY id LIMIT " + BLOCK + ")",
                        (row, claim) -> claims.add(renamed(claim.get())),
                        after);
        return claims;
    }

    private void eachBlock(long first, java.util.function.Consumer<List<Claim>> visitor) {
        List<Claim> claims = block(first);
        while (!claims.isEmpty()) {
            visitor.accept(claims);
            claims = block(claims.getLast().id());
        }
    }

    /** The same bytes of the same source, captured in both boards, are one capture; it has the name it has here. */
    private void nameCaptures() {
        for (StoredCapture capture : theirs.reader().captures("")) {
            mine
                    .reader()
                    .captures(
                            "WHERE s.uuid = ? AND c.sha256 = ?",
                            capture.capture().source().toString(),
                            capture.capture().sha256())
                    .stream()
                    .findFirst()
                    .map(StoredCapture::capture)
                    .filter(here -> !here.uuid().equals(capture.capture().uuid()))
                    .ifPresent(here -> captureNames.put(
                            capture.capture().uuid().toString(), here.uuid().toString()));
            step();
        }
    }

    private Claim renamed(Claim claim) {
        boolean same = claim.quotes().stream()
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

    private void compare(StoredSource source) {
        compare(
                source.source().uuid(),
                mine.reader().source(source.source().uuid()).map(SourceImage::write),
                SourceImage.write(source));
    }

    private void compare(Claim claim) {
        compare(claim.uuid(), mine.reader().claim(claim.uuid()).map(ClaimImage::write), ClaimImage.write(claim));
    }

    private void compare(Relation relation) {
        if (mine.reader().relation(relation.uuid()).isEmpty()) {
            missing.add(relation.uuid().toString());
        }
        step();
    }

    private void compare(UUID uuid, Optional<String> here, String there) {
        if (here.filter(image -> !SharedImage.hash(image).equals(SharedImage.hash(there)))
                .isPresent()) {
            differing.add(uuid.toString());
        }
        step();
    }

    private Histories histories() {
        Set<String> asked = new HashSet<>(differing);
        asked.addAll(missing);
        ImageHistory here = new ImageHistory(mine.database(), asked, Map.of());
        Set<String> askedThere = new HashSet<>(differing);
        goneThere().forEach(relation -> askedThere.add(relation.uuid().toString()));
        ImageHistory there = new ImageHistory(theirs.database(), askedThere, captureNames);
        Map<String, Set<String>> settled = new HashMap<>();
        for (Conflict conflict : ConflictTable.all(theirs.database())) {
            if (conflict.decided().isPresent()) {
                settled.computeIfAbsent(conflict.thing().toString(), thing -> new HashSet<>())
                        .add(SharedImage.hash(conflict.theirs(), captureNames));
            }
        }
        return new Histories(here, there, settled);
    }

    private List<Relation> goneThere() {
        return mine.reader().relations("").stream()
                .filter(relation -> theirs.reader().relation(relation.uuid()).isEmpty())
                .toList();
    }

    private Verdict verdict(Histories histories, UUID uuid, String here, String there) {
        String thing = uuid.toString();
        String hereHash = SharedImage.hash(here);
        String thereHash = SharedImage.hash(there);
        List<Conflict> recorded = known.getOrDefault(thing, List.of()).stream()
                .filter(c -> SharedImage.hash(c.theirs()).equals(thereHash))
                .toList();
        if (hereHash.equals(thereHash)) {
            return Verdict.EQUAL;
        }
        boolean settled = recorded.stream().anyMatch(c -> c.decided().isPresent());
        if (settled || histories.mine().knew(thing, thereHash)) {
            return Verdict.OLDER;
        }
        if (!recorded.isEmpty()) {
            return Verdict.KNOWN_CONFLICT;
        }
        boolean behind = histories.theirs().knew(thing, hereHash)
                || histories.settledThere().getOrDefault(thing, Set.of()).contains(hereHash);
        return behind ? Verdict.NEWER : Verdict.CONFLICT;
    }

    private Change.KeepConflict conflict(String entity, UUID thing, String image) {
        return new Change.KeepConflict(
                entity, thing, otherBoard.uuid(), otherBoard.title(), SharedImage.withoutKeys(image, captureNames));
    }

    /** Hands out sources, then captures, claims and relations, and at last sources that went to the trash. */
    private final class Changes implements Iterator<Change> {
        private final Histories histories;
        private final List<Supplier<Iterator<Change>>> stages = new ArrayList<>();
        private final List<Change> last = new ArrayList<>();
        private Iterator<Change> stage = List.<Change>of().iterator();

        Changes(Histories histories) {
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
            List<Change> changes = new ArrayList<>();
            Map<UUID, StoredSource> fresh = new LinkedHashMap<>();
            for (StoredSource source : sources()) {
                UUID uuid = source.source().uuid();
                Optional<StoredSource> here = mine.reader().source(uuid);
                if (here.isEmpty()) {
                    added++;
                    fresh.put(uuid, source);
                } else {
                    decide(here.get(), source, changes);
                }
                step();
            }
            List<Change> all = new ArrayList<>(inOrder(fresh));
            all.addAll(changes);
            return all;
        }

        private void decide(StoredSource here, StoredSource there, List<Change> changes) {
            UUID uuid = there.source().uuid();
            String mineNow = SourceImage.write(here);
            String image = SourceImage.write(there);
            switch (verdict(histories, uuid, mineNow, image)) {
                case EQUAL -> equal++;
                case OLDER -> older++;
                case KNOWN_CONFLICT -> progress.check(); // waits for its decision already
                case NEWER -> {
                    takenOver++;
                    boolean discarded =
                            there.removed().isPresent() && here.removed().isEmpty();
                    Change take = new Change.TakeSource(
                            there.source(),
                            there.removed(),
                            Optional.of(SharedImage.hash(mineNow)),
                            Optional.of(conflict("source", uuid, image)));
                    (discarded ? last : changes).add(take); // what quotes it is moved to the trash before
                }
                case CONFLICT -> {
                    conflicts++;
                    changes.add(conflict("source", uuid, image));
                }
            }
        }

        /** A source comes after the one it relays; where they go in a circle, the circle is closed afterwards. */
        private List<Change> inOrder(Map<UUID, StoredSource> fresh) {
            List<Change> changes = new ArrayList<>();
            List<Change> closing = new ArrayList<>();
            Set<UUID> out = new HashSet<>();
            for (StoredSource start : fresh.values()) {
                Set<UUID> chain = new LinkedHashSet<>();
                Optional<UUID> at = Optional.of(start.source().uuid());
                while (at.isPresent()
                        && fresh.containsKey(at.get())
                        && !out.contains(at.get())
                        && chain.add(at.get())) {
                    at = Optional.ofNullable(fresh.get(at.get()))
                            .flatMap(s -> s.source().relays());
                }
                for (UUID uuid : new ArrayList<>(chain).reversed()) {
                    StoredSource source = Optional.ofNullable(fresh.get(uuid)).orElseThrow();
                    Optional<UUID> relays = source.source().relays();
                    boolean early = relays.filter(r -> fresh.containsKey(r) && !out.contains(r))
                            .isPresent();
                    StoredSource first = early ? withoutRelay(source) : source;
                    changes.add(
                            new Change.TakeSource(first.source(), first.removed(), Optional.empty(), Optional.empty()));
                    if (early) {
                        closing.add(new Change.TakeSource(
                                source.source(),
                                source.removed(),
                                Optional.of(SharedImage.hash(SourceImage.write(first))),
                                Optional.empty()));
                    }
                    out.add(uuid);
                }
            }
            changes.addAll(closing);
            return changes;
        }

        private Iterator<Change> captureChanges() {
            List<StoredCapture> fresh = new ArrayList<>();
            for (StoredCapture capture : theirs.reader().captures("")) {
                String uuid = capture.capture().uuid().toString();
                if (captureNames.containsKey(uuid)
                        || mine.reader().capture(capture.capture().uuid()).isPresent()) {
                    equal++;
                } else {
                    added++;
                    fresh.add(capture);
                }
            }
            return fresh.stream().<Change>map(this::take).iterator(); // bytes are read one capture at a time
        }

        private Change take(StoredCapture stored) {
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
                            Optional.empty()));
        }

        private void decide(Claim there, List<Change> changes) {
            step();
            Optional<Claim> here = mine.reader().claim(there.uuid());
            if (here.isEmpty()) {
                added++;
                changes.add(new Change.TakeClaim(there, Optional.empty()));
                return;
            }
            if (!differing.contains(there.uuid().toString())) {
                equal++;
                return;
            }
            String mineNow = ClaimImage.write(here.get());
            String image = ClaimImage.write(there);
            switch (verdict(histories, there.uuid(), mineNow, image)) {
                case EQUAL -> equal++;
                case OLDER -> older++;
                case KNOWN_CONFLICT -> progress.check(); // waits for its decision already
                case NEWER -> {
                    takenOver++;
                    changes.add(new Change.TakeClaim(there, Optional.of(SharedImage.hash(mineNow))));
                }
                case CONFLICT -> {
                    conflicts++;
                    changes.add(conflict("claim", there.uuid(), image));
                }
            }
        }

        private List<Change> relationChanges() {
            List<Change> changes = new ArrayList<>();
            for (Relation relation : relations()) {
                String uuid = relation.uuid().toString();
                if (!missing.contains(uuid) || said(relation)) {
                    equal++;
                } else if (histories.mine().removedOnPurpose(uuid)) {
                    older++;
                } else {
                    added++;
                    changes.add(new Change.AddRelation(relation));
                }
            }
            for (Relation relation : goneThere()) {
                if (histories.theirs().removedOnPurpose(relation.uuid().toString())) {
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
            private long last;
            private boolean more = true;

            @Override
            public boolean hasNext() {
                while (!ready.hasNext() && more) {
                    List<Claim> claims = block(last);
                    more = !claims.isEmpty();
                    List<Change> changes = new ArrayList<>();
                    claims.forEach(claim -> decide(claim, changes));
                    last = more ? claims.getLast().id() : last;
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

    private static StoredSource withoutRelay(StoredSource stored) {
        var source = stored.source();
        return new StoredSource(
                new org.sightline.source.Source(
                        source.id(),
                        source.uuid(),
                        source.title(),
                        source.publisher(),
                        source.author(),
                        source.url(),
                        source.published(),
                        source.language(),
                        source.reliability(),
                        Optional.empty()),
                stored.removed());
    }
}
