package org.sightline.app.desk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SequencedSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.sightline.analysis.Corroboration;
import org.sightline.app.desk.BoardView.Quoted;
import org.sightline.board.Slices;
import org.sightline.board.Snapshot;
import org.sightline.claim.Claim;

/**
 * The few claims of a large board whose words are in sight or were lately, with what is told beside them. What is asked
 * for and not here is read in the background, many at a time, the latest wishes first.
 *
 * <p>Thread rule: window's thread.
 */
final class Shelf {
    private static final int MOST_CLAIMS = 4_000;
    private static final int MOST_OTHERS = 1_000;
    private static final int AT_ONCE = 600;

    /** A claim and its independent roots. */
    record Shelved(Claim claim, int roots) {}

    /** Asks a question of the board in the background; the answer comes on the window's thread. */
    interface Asking {
        <T> CompletableFuture<T> ask(Function<Snapshot, T> question);
    }

    private final Asking asking;
    private final Executor window;
    private final Runnable arrived;
    private final Map<Long, Shelved> claims = new Latest<>(MOST_CLAIMS);
    private final Map<UUID, List<Quoted>> quoted = new Latest<>(MOST_OTHERS);
    private final Map<UUID, Long> counts = new Latest<>(MOST_OTHERS);
    private final Set<Long> staleClaims = new HashSet<>();
    private final Set<UUID> staleCaptures = new HashSet<>();
    private final Set<UUID> staleSources = new HashSet<>();
    private final Wishes<Long> wantedClaims = new Wishes<>();
    private final Wishes<UUID> wantedCaptures = new Wishes<>();
    private final Wishes<UUID> wantedSources = new Wishes<>();
    private Corroboration corroboration = new Corroboration(List.of(), List.of(), List.of(), List.of());
    private boolean asked;
    private long change;

    /** @param arrived run on the window's thread when something that was asked for has come */
    Shelf(Asking asking, Executor window, Runnable arrived) {
        this.asking = asking;
        this.window = window;
        this.arrived = arrived;
    }

    /** The map that forgets what was not looked at for longest. */
    private static final class Latest<K, V> extends LinkedHashMap<K, V> {
        private static final long serialVersionUID = 1;
        private final int most;

        Latest(int most) {
            super(64, 0.75f, true);
            this.most = most;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > most;
        }
    }

    /** What is asked for, latest last; only so many, for what has gone out of sight is not worth reading. */
    private static final class Wishes<K> {
        private final SequencedSet<K> wishes = new LinkedHashSet<>();

        void add(K wish) {
            wishes.addLast(wish);
            if (wishes.size() > AT_ONCE) {
                wishes.removeFirst();
            }
        }

        boolean isEmpty() {
            return wishes.isEmpty();
        }

        List<K> take() {
            List<K> all = List.copyOf(wishes);
            wishes.clear();
            return all;
        }
    }

    Optional<Claim> claim(long id) {
        Shelved shelved = claims.get(id);
        if (shelved == null || staleClaims.remove(id)) {
            wantedClaims.add(id);
            askSoon();
        }
        return Optional.ofNullable(shelved).map(Shelved::claim);
    }

    /** Empty when the claim is not here; does not ask for it. */
    OptionalInt roots(long id) {
        Shelved shelved = claims.get(id);
        return shelved == null ? OptionalInt.empty() : OptionalInt.of(shelved.roots());
    }

    Optional<List<Quoted>> quoted(UUID capture) {
        List<Quoted> here = quoted.get(capture);
        if (here == null || staleCaptures.remove(capture)) {
            wantedCaptures.add(capture);
            askSoon();
        }
        return Optional.ofNullable(here);
    }

    OptionalLong quoting(UUID source) {
        Long here = counts.get(source);
        if (here == null || staleSources.remove(source)) {
            wantedSources.add(source);
            askSoon();
        }
        return here == null ? OptionalLong.empty() : OptionalLong.of(here);
    }

    /** After so much has changed that nothing here is to be relied on. */
    void clear() {
        claims.clear();
        quoted.clear();
        counts.clear();
    }

    /**
     * After a change: what it touched is as given, or is asked for again when it is next looked at.
     *
     * @param all whether roots may have changed throughout
     */
    void changed(Corroboration now, Collection<Shelved> fresh, Collection<Long> forgotten, boolean all) {
        change++;
        corroboration = now;
        if (all) {
            staleClaims.addAll(claims.keySet());
        }
        forgotten.forEach(claims::remove);
        fresh.forEach(shelved -> {
            claims.put(shelved.claim().id(), shelved);
            staleClaims.remove(shelved.claim().id());
        });
        staleCaptures.addAll(quoted.keySet());
        staleSources.addAll(counts.keySet());
    }

    /** Once for all that is wished for in one go, such as the rows of a list. */
    private void askSoon() {
        if (!asked) {
            asked = true;
            window.execute(this::ask);
        }
    }

    private record Answer(List<Shelved> claims, Map<UUID, List<Quoted>> quoted, Map<UUID, Long> counts) {}

    private void ask() {
        List<Long> ids = wantedClaims.take();
        List<UUID> captures = wantedCaptures.take();
        List<UUID> sources = wantedSources.take();
        Corroboration base = corroboration;
        long asOf = change;
        asking.ask(snapshot -> answer(snapshot.slices(), base, ids, captures, sources))
                .whenComplete((answer, failure) -> {
                    asked = false;
                    if (failure == null && asOf == change) {
                        take(answer);
                        arrived.run();
                    } else if (failure == null) { // something has been changed in the meantime: once more
                        ids.forEach(wantedClaims::add);
                        captures.forEach(wantedCaptures::add);
                        sources.forEach(wantedSources::add);
                    }
                    if (!wantedClaims.isEmpty() || !wantedCaptures.isEmpty() || !wantedSources.isEmpty()) {
                        askSoon();
                    }
                });
    }

    private void take(Answer answer) {
        answer.claims().forEach(shelved -> claims.put(shelved.claim().id(), shelved));
        quoted.putAll(answer.quoted());
        counts.putAll(answer.counts());
    }

    private static Answer answer(
            Slices slices, Corroboration base, List<Long> ids, List<UUID> captures, List<UUID> sources) {
        Map<UUID, List<Quoted>> quoted = new HashMap<>();
        for (UUID capture : captures) {
            List<Quoted> quotes = new ArrayList<>();
            for (Claim claim : slices.quoting(capture)) {
                claim.quotes().stream()
                        .filter(quote -> quote.capture().equals(capture))
                        .forEach(quote -> quotes.add(new Quoted(claim, quote)));
            }
            quotes.sort(WholeClaims.inText());
            quoted.put(capture, List.copyOf(quotes));
        }
        Map<UUID, Long> counts = new HashMap<>();
        if (!sources.isEmpty()) {
            sources.forEach(source -> counts.put(source, 0L));
            counts.putAll(slices.quoted(sources));
        }
        return new Answer(ids.isEmpty() ? List.of() : shelved(slices, base, slices.claims(ids)), quoted, counts);
    }

    /** Claims with their roots; reads the claims that support them. Any thread. */
    static List<Shelved> shelved(Slices slices, Corroboration base, List<Claim> claims) {
        List<UUID> supporters = claims.stream()
                .flatMap(claim -> base.supporters(claim.uuid()).stream())
                .distinct()
                .toList();
        List<Claim> all = new ArrayList<>(claims);
        if (!supporters.isEmpty()) {
            all.addAll(slices.claimsOf(supporters));
        }
        Corroboration corroboration = base.with(all);
        return claims.stream()
                .map(claim ->
                        new Shelved(claim, corroboration.roots(claim.uuid()).size()))
                .toList();
    }
}
