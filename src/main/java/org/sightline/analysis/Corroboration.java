package org.sightline.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.sightline.claim.Claim;
import org.sightline.claim.ClaimCondition;
import org.sightline.claim.Relation;
import org.sightline.source.Capture;
import org.sightline.source.Quote;
import org.sightline.source.Source;

/**
 * Who stands behind a claim once relays are followed to their roots: {@code ZN} quoting {@code The Guardian} quoting a
 * monitoring project is one root, not three. Immutable, safe for any thread.
 *
 * <p>The walk from a quote begins at {@link Quote#relays()} where the words name whom they pass on, otherwise at the
 * quoted source itself, and goes on through {@link Source#relays()}. The claims that support a claim directly lend it
 * their quotes; their own supporters do not, because "A supports B" and "B supports C" does not say that A supports C.
 */
public final class Corroboration {
    /** Without sources and claims. */
    static final Corroboration NONE = new Corroboration(List.of(), List.of(), List.of(), List.of());

    private final Map<UUID, Source> sources;
    private final Map<UUID, UUID> sourceOfCapture;
    private final Map<UUID, UUID> roots;
    private final Function<UUID, Optional<Claim>> claims;
    private final Map<UUID, List<UUID>> supporters;

    /** Claims in the trash lend no support. */
    public Corroboration(List<Source> sources, List<Capture> captures, List<Claim> claims, List<Relation> relations) {
        this(sources, captures, byUuid(claims), relations);
    }

    private Corroboration(
            List<Source> sources,
            List<Capture> captures,
            Function<UUID, Optional<Claim>> claims,
            List<Relation> relations) {
        this.sources = new HashMap<>();
        this.sourceOfCapture = new HashMap<>();
        this.roots = new HashMap<>();
        this.supporters = new HashMap<>();
        this.claims = claims;
        sources.forEach(s -> this.sources.put(s.uuid(), s));
        captures.forEach(c -> sourceOfCapture.put(c.uuid(), c.source()));
        sources.forEach(s -> roots.put(s.uuid(), findRoot(s.uuid())));
        for (Relation relation : relations) {
            if (relation.kind() == Relation.Kind.SUPPORTS) {
                supporters
                        .computeIfAbsent(relation.to(), to -> new ArrayList<>())
                        .add(relation.from());
            }
        }
    }

    private static Function<UUID, Optional<Claim>> byUuid(List<Claim> claims) {
        Map<UUID, Claim> known = new HashMap<>();
        claims.forEach(claim -> known.put(claim.uuid(), claim));
        return uuid -> Optional.ofNullable(known.get(uuid));
    }

    /** Of a board whose claims are looked up as they are asked for; for one thread, as long as the board can be read. */
    static Corroboration of(ClaimCondition.Surroundings board) {
        return new Corroboration(board.sources(), board.captures(), board::claim, board.relations());
    }

    private Corroboration(Corroboration base, List<Claim> claims) {
        this.sources = base.sources;
        this.sourceOfCapture = base.sourceOfCapture;
        this.roots = base.roots;
        this.supporters = base.supporters;
        this.claims = byUuid(claims);
    }

    /**
     * The same sources and relations with other claims, for a board too large to have all its claims at hand.
     *
     * @param some claims whose roots are asked for, and those that support them ({@link #supporters})
     */
    public Corroboration with(List<Claim> some) {
        return new Corroboration(this, some);
    }

    /** The claims that support a claim directly, those in the trash as well. */
    public List<UUID> supporters(UUID claim) {
        return List.copyOf(supporters.getOrDefault(claim, List.of()));
    }

    /** The distinct roots among the claim's quotes and the quotes of claims that support it. A relay circle is one root. */
    public Set<UUID> roots(UUID claim) {
        return roots(claim, claims.apply(claim));
    }

    /** The same for a claim at hand. */
    Set<UUID> roots(Claim claim) {
        return roots(claim.uuid(), Optional.of(claim));
    }

    private Set<UUID> roots(UUID uuid, Optional<Claim> claim) {
        Set<UUID> found = new LinkedHashSet<>();
        claim.ifPresent(known -> addRoots(known, found));
        supporters.getOrDefault(uuid, List.of()).stream()
                .flatMap(supporter -> claims.apply(supporter).stream())
                .forEach(supporter -> addRoots(supporter, found));
        return Collections.unmodifiableSet(found);
    }

    /** The root behind a single quote; empty when the board does not have its capture. */
    public Optional<UUID> root(Quote quote) {
        return root(quote.capture(), quote.relays());
    }

    /** The same for words of a capture that pass on a source's. */
    public Optional<UUID> root(UUID capture, Optional<UUID> relays) {
        return origin(capture, relays).map(source -> roots.getOrDefault(source, source));
    }

    /** From a source to its root, itself first; a circle is walked once. Empty when the board does not have it. */
    public List<Source> relayChain(UUID source) {
        return walk(source).stream().map(sources::get).filter(Objects::nonNull).toList();
    }

    /** From the source that was read to the root of the quoted words; each source once. */
    public List<Source> relayChain(Quote quote) {
        return relayChain(quote.capture(), quote.relays());
    }

    /** The same for words of a capture that pass on a source's. */
    public List<Source> relayChain(UUID capture, Optional<UUID> relays) {
        Map<UUID, Source> chain = new LinkedHashMap<>();
        Optional.ofNullable(sourceOfCapture.get(capture)).map(sources::get).ifPresent(s -> chain.put(s.uuid(), s));
        origin(capture, relays).ifPresent(from -> relayChain(from).forEach(s -> chain.putIfAbsent(s.uuid(), s)));
        return List.copyOf(chain.values());
    }

    /** The sources that a claim's own quotes were read in, each once, in the order of the quotes. */
    public List<Source> sourcesOf(Claim claim) {
        Map<UUID, Source> found = new LinkedHashMap<>();
        for (Quote quote : claim.quotes()) {
            Optional.ofNullable(sourceOfCapture.get(quote.capture()))
                    .map(sources::get)
                    .ifPresent(s -> found.put(s.uuid(), s));
        }
        return List.copyOf(found.values());
    }

    private void addRoots(Claim claim, Set<UUID> found) {
        if (claim.removed().isEmpty()) {
            claim.quotes().forEach(quote -> root(quote).ifPresent(found::add));
        }
    }

    private Optional<UUID> origin(UUID capture, Optional<UUID> relays) {
        return relays.or(() -> Optional.ofNullable(sourceOfCapture.get(capture)));
    }

    /** The last of the walk; for a walk that ends in a circle, the circle's least UUID, so that all its members agree. */
    private UUID findRoot(UUID start) {
        List<UUID> way = walk(start);
        UUID last = way.get(way.size() - 1);
        Source end = sources.get(last);
        if (end == null || end.relays().isEmpty()) {
            return last;
        }
        int circleStart = way.indexOf(end.relays().get());
        return Collections.min(way.subList(circleStart, way.size()));
    }

    private List<UUID> walk(UUID start) {
        Set<UUID> way = new HashSet<>();
        List<UUID> inOrder = new ArrayList<>();
        Optional<UUID> next = Optional.of(start);
        while (next.isPresent() && way.add(next.get())) {
            inOrder.add(next.get());
            Source source = sources.get(next.get());
            next = source == null ? Optional.empty() : source.relays();
        }
        return inOrder;
    }
}
