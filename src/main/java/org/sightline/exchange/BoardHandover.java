package org.sightline.exchange;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sightline.analysis.Corroboration;
import org.sightline.analysis.Dossier;
import org.sightline.board.BoardInfo;
import org.sightline.board.Slices;
import org.sightline.board.Snapshot;
import org.sightline.claim.Claim;
import org.sightline.claim.Relation;
import org.sightline.source.Capture;
import org.sightline.source.CapturedText;
import org.sightline.source.Quote;
import org.sightline.source.Source;

/**
 * Claims read from a board as they are asked for, a few hundred at a time: memory grows with the board's sources and
 * relations, not with its claims. Belongs to its snapshot.
 */
public final class BoardHandover implements Handover {
    private static final int BLOCK = 512;

    private final Snapshot snapshot;
    private final long[] ids;
    private final BoardInfo info;
    private final Map<UUID, Source> sources = new HashMap<>();
    private final Map<UUID, Capture> captures = new HashMap<>();
    private final List<Relation> allRelations;
    private final Map<UUID, List<Relation>> relations = new HashMap<>();
    private final Corroboration corroboration;
    private final Map<UUID, Origin> origins = new HashMap<>();
    private final CaptureTexts texts;
    private final Slices slices;

    private BoardHandover(Snapshot snapshot, long[] ids) {
        this.snapshot = snapshot;
        this.ids = ids;
        this.info = snapshot.info();
        List<Source> allSources = snapshot.sources();
        List<Capture> allCaptures = snapshot.captures();
        this.allRelations = snapshot.relations();
        allSources.forEach(source -> sources.put(source.uuid(), source));
        allCaptures.forEach(capture -> captures.put(capture.uuid(), capture));
        allRelations.forEach(relation -> relations
                .computeIfAbsent(relation.from(), from -> new ArrayList<>(1))
                .add(relation));
        this.corroboration = new Corroboration(allSources, allCaptures, List.of(), allRelations);
        this.texts = new CaptureTexts(snapshot::textUtf8);
        this.slices = snapshot.slices();
    }

    /** @param ids the claims' numbers, in the order in which they are to leave */
    public static Handover of(Snapshot snapshot, long[] ids) {
        return new BoardHandover(snapshot, ids.clone());
    }

    @Override
    public String title() {
        return info.title();
    }

    @Override
    public Optional<Instant> lastChange() {
        return info.lastChange();
    }

    @Override
    public Optional<String> journalHash() {
        return info.journalHash();
    }

    @Override
    public long count() {
        return ids.length;
    }

    @Override
    public Entries entries() {
        return Entries.of(new Iterator<>() {
            private final Iterator<Claim> claims = claims();

            @Override
            public boolean hasNext() {
                return claims.hasNext();
            }

            @Override
            public Entry next() {
                return entry(claims.next());
            }
        });
    }

    private Iterator<Claim> claims() {
        return new Iterator<>() {
            private final Deque<Claim> ready = new ArrayDeque<>();
            private int at;

            @Override
            public boolean hasNext() {
                while (ready.isEmpty() && at < ids.length) {
                    int to = Math.min(ids.length, at + BLOCK);
                    read(Arrays.copyOfRange(ids, at, to), ready);
                    at = to;
                }
                return !ready.isEmpty();
            }

            @Override
            public Claim next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return ready.remove();
            }
        };
    }

    private void read(long[] block, Deque<Claim> into) {
        List<Claim> claims = slices.claims(block);
        if (inOrder(block)) {
            into.addAll(claims);
            return;
        }
        Map<Long, Claim> read = new HashMap<>();
        claims.forEach(claim -> read.put(claim.id(), claim));
        for (long id : block) {
            Claim claim = read.get(id);
            if (claim != null) {
                into.add(claim);
            }
        }
    }

    private static boolean inOrder(long[] ids) {
        for (int i = 1; i < ids.length; i++) {
            if (ids[i - 1] >= ids[i]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public Optional<Quoted> quoted() {
        return Optional.of(new LookedUp());
    }

    private final class LookedUp implements Quoted {
        private final long[] sorted = ids.clone();

        private LookedUp() {
            Arrays.sort(sorted);
        }

        @Override
        public void origins(Consumer<Handover.Origin> visitor) {
            for (int at = 0; at < sorted.length; at += BLOCK) {
                slices.origins(
                        Arrays.copyOfRange(sorted, at, Math.min(sorted.length, at + BLOCK)), (quoted, relays) -> {
                            Origin origin = origin(quoted);
                            if (origin != null) {
                                visitor.accept(new Handover.Origin(
                                        origin.capture(),
                                        origin.source(),
                                        relays.isEmpty() ? origin.chain() : corroboration.relayChain(quoted, relays)));
                            }
                        });
            }
        }

        @Override
        public void citations(Capture capture, Consumer<Dossier.Citation> visitor) {
            Origin origin = origin(capture.uuid());
            if (origin != null) {
                slices.quotesOf(
                        capture,
                        claim -> Arrays.binarySearch(sorted, claim) >= 0,
                        quote -> visitor.accept(texts.cite(quote, origin.source(), capture)));
            }
        }

        @Override
        public List<Relation> relations() {
            return allRelations;
        }

        @Override
        public Iterator<Claim> claims() {
            return BoardHandover.this.claims();
        }
    }

    @Override
    public Optional<CapturedText> content(Capture capture) {
        return Optional.of(new CapturedText(
                snapshot.bytes(capture.uuid()),
                capture.mediaType(),
                capture.charset(),
                snapshot.text(capture.uuid()),
                Optional.empty()));
    }

    private Entry entry(Claim claim) {
        List<Cited> cited = new ArrayList<>(claim.quotes().size());
        for (Quote quote : claim.quotes()) {
            Origin origin = origin(quote.capture());
            if (origin != null) {
                Dossier.Citation citation = texts.cite(quote, origin.source(), origin.capture());
                cited.add(new Cited(
                        citation, quote.relays().isEmpty() ? origin.chain() : corroboration.relayChain(quote)));
            }
        }
        return new Entry(claim, cited, roots(claim), relations.getOrDefault(claim.uuid(), List.of()));
    }

    /** Where a quote was read; null when the board has no such capture. */
    private @Nullable Origin origin(UUID quoted) {
        Origin known = origins.get(quoted);
        if (known == null) {
            Capture capture = captures.get(quoted);
            Source source = capture == null ? null : sources.get(capture.source());
            if (capture == null || source == null) {
                return null;
            }
            known = new Origin(
                    capture,
                    source,
                    corroboration.relayChain(quoted, Optional.empty()),
                    corroboration.root(quoted, Optional.empty()));
            origins.put(quoted, known);
        }
        return known;
    }

    private int roots(Claim claim) {
        List<UUID> supporters = corroboration.supporters(claim.uuid());
        if (supporters.isEmpty() && claim.quotes().size() <= 1) {
            return claim.quotes().isEmpty() || root(claim.quotes().getFirst()).isEmpty() ? 0 : 1;
        }
        Set<UUID> roots = new HashSet<>();
        claim.quotes().forEach(quote -> root(quote).ifPresent(roots::add));
        for (UUID supporter : supporters) {
            snapshot.claim(supporter)
                    .filter(other -> !other.isRemoved())
                    .ifPresent(
                            other -> other.quotes().forEach(quote -> root(quote).ifPresent(roots::add)));
        }
        return roots.size();
    }

    private Optional<UUID> root(Quote quote) {
        Origin origin = quote.relays().isPresent() ? null : origin(quote.capture());
        return origin == null ? corroboration.root(quote) : origin.root();
    }

    /** What is the same for all quotes of a capture that relay nothing themselves. */
    private record Origin(Capture capture, Source source, List<Source> chain, Optional<UUID> root) {}
}
