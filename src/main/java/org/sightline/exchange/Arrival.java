package org.sightline.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.sightline.board.Board;
import org.sightline.board.BoardInfo;
import org.sightline.board.Change;
import org.sightline.board.Snapshot;
import org.sightline.claim.Claim;
import org.sightline.claim.Relation;
import org.sightline.jobs.Jobs;
import org.sightline.source.Capture;
import org.sightline.source.CapturedText;
import org.sightline.source.Quote;
import org.sightline.source.Source;

/**
 * Brings handed-over claims into a board, as one act: with their identities, their sources and the relations among them.
 * What the board has already stays as it is. A capture comes with its content where that is at hand and wanted, else as
 * a {@link StandIn}. One use, one thread.
 */
final class Arrival {
    private static final long MOST_UNITS = 1L << 28;

    private final Board board;
    private final Handover claims;
    private final boolean contents;
    private final Jobs.Progress progress;
    private final Optional<Handover.Quoted> quoted;
    private final Map<UUID, Source> sources = new LinkedHashMap<>();
    private final Map<UUID, Capture> captures = new LinkedHashMap<>();
    private final Map<UUID, StandIn> standIns = new HashMap<>();
    private final List<Relation> relations = new ArrayList<>();
    private long units;
    private long total;

    private long added;
    private long unchanged;
    private long differing;
    private long newSources;

    private Arrival(Board board, Handover claims, boolean contents, Jobs.Progress progress) {
        this.board = board;
        this.claims = claims;
        this.contents = contents;
        this.progress = progress;
        this.quoted = claims.quoted();
    }

    /** @param contents whether captures are to come with their content */
    static Arrived into(Board board, Handover claims, boolean contents, String name, Jobs.Progress progress) {
        return new Arrival(board, claims, contents, progress).run(name, false);
    }

    /** What would come in; the board stays as it is. */
    static Arrived rehearse(Board board, Handover claims, String name, Jobs.Progress progress) {
        return new Arrival(board, claims, false, progress).run(name, true);
    }

    private Arrived run(String name, boolean rehearsal) {
        gather();
        if (quoted.isPresent()) {
            run(name, rehearsal, quoted.get().claims());
        } else {
            try (Handover.Entries entries = claims.entries()) {
                run(name, rehearsal, claimsOf(entries));
            }
        }
        return new Arrived(added, unchanged, differing, newSources, 0, 0, 0, List.of(), Optional.empty());
    }

    private void run(String name, boolean rehearsal, Iterator<Claim> arriving) {
        try (Snapshot snapshot = board.snapshot()) {
            if (holdsSomething(snapshot)) {
                run(name, rehearsal, new Steps(Optional.of(snapshot), arriving));
                return;
            }
        }
        run(name, rehearsal, new Steps(Optional.empty(), arriving));
    }

    private static boolean holdsSomething(Snapshot snapshot) {
        BoardInfo info = snapshot.info();
        return info.claims() + info.trashed() + info.sources() > 0
                || !snapshot.trashedSources().isEmpty();
    }

    private void run(String name, boolean rehearsal, Steps steps) {
        ArrivingChanges changes = new ArrivingChanges(steps);
        if (rehearsal) {
            changes.forEachRemaining(change -> progress.check());
        } else if (changes.hasNext()) {
            board.applyAll(name, changes, this::tell);
        }
    }

    /** Without the quotes whose capture is not at hand. */
    private static Iterator<Claim> claimsOf(Handover.Entries entries) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return entries.hasNext();
            }

            @Override
            public Claim next() {
                Handover.Entry entry = entries.next();
                return entry.claim()
                        .withQuotes(entry.quotes().stream()
                                .map(Handover.Cited::quote)
                                .toList());
            }
        };
    }

    private void tell(long done) {
        if (done % 1024 == 0) {
            progress.check();
            progress.report(0.2 + 0.8 * done / Math.max(1, total), String.format(Locale.ROOT, "%,d", done));
        }
    }

    private void gather() {
        if (quoted.isPresent()) {
            total = claims.count();
            progress.report(0, "reading");
            relations.addAll(quoted.get().relations());
            quoted.get().origins(origin -> {
                progress.check();
                origin.chain().forEach(source -> sources.putIfAbsent(source.uuid(), source));
                sources.putIfAbsent(origin.source().uuid(), origin.source());
                captures.putIfAbsent(origin.capture().uuid(), origin.capture());
            });
            return;
        }
        try (Handover.Entries entries = claims.entries()) {
            while (entries.hasNext()) {
                Handover.Entry entry = entries.next();
                progress.check();
                if (total++ % 1024 == 0) {
                    progress.report(0.2 * total / Math.max(total, claims.count()), "reading");
                }
                relations.addAll(entry.relations());
                entry.quotes().forEach(this::gather);
            }
        }
    }

    private void gather(Handover.Cited cited) {
        cited.chain().forEach(source -> sources.putIfAbsent(source.uuid(), source));
        sources.putIfAbsent(cited.source().uuid(), cited.source());
        Capture capture = captures.computeIfAbsent(cited.capture().uuid(), uuid -> cited.capture());
        if (!contents) {
            StandIn standIn = standIns.computeIfAbsent(capture.uuid(), uuid -> new StandIn());
            if (cited.citation().intact() && units < MOST_UNITS) {
                units += Math.max(0, standIn.add(cited.quote()));
            }
        }
    }

    /** The changes in an order in which each finds what it refers to. */
    private final class Steps implements ArrivingChanges.Steps {
        private final Optional<Snapshot> there; // empty when the board holds nothing
        private final Iterator<Claim> arriving;
        private final Set<UUID> known = new HashSet<>();
        private final Map<UUID, UUID> captureNames = new HashMap<>();
        private final Set<UUID> named = new HashSet<>(); // at the ends of relations
        private final Set<UUID> ends = new HashSet<>(); // those of them that have arrived

        private Steps(Optional<Snapshot> there, Iterator<Claim> arriving) {
            this.there = there;
            this.arriving = arriving;
            relations.forEach(relation -> {
                named.add(relation.from());
                named.add(relation.to());
            });
            there.ifPresent(here -> {
                here.sources().forEach(source -> known.add(source.uuid()));
                here.trashedSources().forEach(source -> known.add(source.uuid()));
            });
        }

        /** Worked out one by one, so that no more than one text is held twice. */
        @Override
        public Iterator<Change> first() {
            List<Supplier<Optional<Change>>> changes = new ArrayList<>();
            List<Source> closing = new ArrayList<>();
            Map<UUID, List<Capture>> bySource = new HashMap<>();
            captures.values()
                    .forEach(c -> bySource.computeIfAbsent(c.source(), source -> new ArrayList<>())
                            .add(c));
            Set<UUID> come = new HashSet<>(known);
            for (Source source : inOrder()) {
                newSources++;
                boolean circle =
                        source.relays().filter(to -> !come.contains(to)).isPresent();
                if (circle && sources.containsKey(source.relays().orElseThrow())) {
                    closing.add(source);
                }
                Source now = circle ? source.withRelays(Optional.empty()) : source;
                List<Capture> its = bySource.getOrDefault(source.uuid(), List.of());
                changes.add(() -> Optional.of(its.isEmpty() ? bare(now) : source(now, its.getFirst())));
                come.add(source.uuid());
            }
            there.map(Snapshot::trashedSources).orElse(List.of()).stream()
                    .filter(source -> bySource.containsKey(source.uuid()))
                    .forEach(source -> changes.add(() -> Optional.of(new Change.RestoreSource(source.uuid()))));
            closing.forEach(source -> changes.add(() -> Optional.of(new Change.EditSource(source))));
            captures.values().forEach(capture -> changes.add(() -> laterCapture(capture)));
            known.addAll(come);
            return changes.stream().flatMap(change -> change.get().stream()).iterator();
        }

        private Change bare(Source source) {
            return new Change.TakeSource(source, Optional.empty(), Optional.empty(), Optional.empty());
        }

        private Change source(Source source, Capture capture) {
            Arriving first = arriving(capture);
            captureNames.put(capture.uuid(), first.capture().uuid());
            return new Change.AddSource(source, first.capture(), first.content());
        }

        private Optional<Change> laterCapture(Capture capture) {
            if (captureNames.containsKey(capture.uuid())) {
                return Optional.empty();
            }
            Optional<Capture> stored = there.flatMap(here -> here.capture(capture.uuid()))
                    .filter(c -> c.sha256().equals(capture.sha256()));
            if (stored.isPresent()) {
                captureNames.put(capture.uuid(), capture.uuid());
                return Optional.empty();
            }
            Arriving arriving = arriving(capture);
            Optional<Capture> same = there.map(here -> here.captures(capture.source())).orElse(List.of()).stream()
                    .filter(c -> c.sha256().equals(arriving.capture().sha256()))
                    .findFirst();
            captureNames.put(
                    capture.uuid(),
                    same.map(Capture::uuid).orElse(arriving.capture().uuid()));
            return same.isPresent()
                    ? Optional.empty()
                    : Optional.of(new Change.AddCapture(arriving.capture(), arriving.content()));
        }

        private Arriving arriving(Capture capture) {
            Optional<CapturedText> content = contents ? claims.content(capture) : Optional.empty();
            if (content.isPresent()) {
                quoted.ifPresent(looked -> looked.citations(capture, citation -> {})); // which are counted on the way
                return new Arriving(capture, content.get());
            }
            CapturedText text = standIn(capture).content();
            return new Arriving(StandIn.capture(capture, text), text);
        }

        private StandIn standIn(Capture capture) {
            StandIn gathered = standIns.remove(capture.uuid());
            if (gathered != null) {
                return gathered;
            }
            StandIn made = new StandIn();
            quoted.ifPresent(looked -> looked.citations(capture, citation -> {
                if (citation.intact()) {
                    made.add(citation.quote());
                }
            }));
            return made;
        }

        /** New sources, those that others relay first; where they relay each other in a circle, in some order. */
        private List<Source> inOrder() {
            Map<UUID, Source> ordered = new LinkedHashMap<>();
            for (Source source : sources.values()) {
                List<Source> way = new ArrayList<>();
                Optional<Source> next = Optional.of(source);
                while (next.isPresent()
                        && !known.contains(next.get().uuid())
                        && !ordered.containsKey(next.get().uuid())
                        && !way.contains(next.get())) {
                    way.add(next.get());
                    next = next.get().relays().flatMap(uuid -> Optional.ofNullable(sources.get(uuid)));
                }
                way.reversed().forEach(s -> ordered.put(s.uuid(), s));
            }
            return new ArrayList<>(ordered.values());
        }

        @Override
        public Optional<Change> nextClaim() {
            while (arriving.hasNext()) {
                Claim claim = local(arriving.next());
                if (named.contains(claim.uuid())) {
                    ends.add(claim.uuid());
                }
                Optional<Claim> same = there.flatMap(here -> here.claim(claim.uuid()));
                if (same.isEmpty()) {
                    added++;
                    return Optional.of(new Change.AddClaim(claim));
                }
                if (SameClaim.is(same.get(), claim)) {
                    unchanged++;
                } else {
                    differing++;
                }
            }
            return Optional.empty();
        }

        private Claim local(Claim claim) {
            List<Quote> quotes = new ArrayList<>(claim.quotes().size());
            for (Quote q : claim.quotes()) {
                UUID capture = captureNames.get(q.capture());
                if (capture == null) { // of a source in the trash, where another program has put it
                    continue;
                }
                quotes.add(new Quote(
                        0,
                        q.uuid(),
                        capture,
                        q.start(),
                        q.end(),
                        q.exact(),
                        q.prefix(),
                        q.suffix(),
                        q.relays().filter(known::contains)));
            }
            return claim.withId(0).withQuotes(quotes).withRemoved(Optional.empty());
        }

        @Override
        public Iterator<Change> last() {
            Set<UUID> come = new HashSet<>();
            there.ifPresent(here -> here.relations().forEach(relation -> come.add(relation.uuid())));
            return relations.stream()
                    .filter(relation -> come.add(relation.uuid()))
                    .filter(this::hasBothEnds)
                    .map(relation -> (Change) new Change.AddRelation(relation))
                    .iterator();
        }

        private boolean hasBothEnds(Relation relation) {
            return isThere(relation.from()) && isThere(relation.to());
        }

        private boolean isThere(UUID claim) {
            return ends.contains(claim)
                    || there.flatMap(here -> here.claim(claim)).isPresent();
        }
    }

    private record Arriving(Capture capture, CapturedText content) {}
}
