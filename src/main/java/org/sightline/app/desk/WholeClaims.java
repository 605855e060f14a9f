package org.sightline.app.desk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import org.sightline.analysis.Corroboration;
import org.sightline.app.desk.BoardView.Quoted;
import org.sightline.claim.Claim;
import org.sightline.source.Quote;
import org.sightline.source.Source;

/** All claims of a board. Immutable, safe for any thread. */
final class WholeClaims implements ClaimStock {
    private final List<Claim> claims;
    private final Map<UUID, Claim> byUuid = new HashMap<>();
    private final Map<UUID, Integer> roots = new HashMap<>();
    private final Map<UUID, List<Quoted>> quoted = new HashMap<>();

    WholeClaims(List<Claim> claims, Corroboration corroboration) {
        this.claims = List.copyOf(claims);
        for (Claim claim : claims) {
            byUuid.put(claim.uuid(), claim);
            roots.put(claim.uuid(), corroboration.roots(claim.uuid()).size());
            for (Quote quote : claim.quotes()) {
                quoted.computeIfAbsent(quote.capture(), capture -> new ArrayList<>())
                        .add(new Quoted(claim, quote));
            }
        }
        quoted.values().forEach(list -> list.sort(inText()));
    }

    static Comparator<Quoted> inText() {
        return Comparator.comparingInt((Quoted q) -> q.quote().start())
                .thenComparingLong(q -> q.claim().id());
    }

    @Override
    public List<Claim> list() {
        return claims;
    }

    @Override
    public Optional<Claim> claim(UUID uuid) {
        return Optional.ofNullable(byUuid.get(uuid));
    }

    @Override
    public Optional<Claim> claim(long id) {
        return claims.stream().filter(claim -> claim.id() == id).findFirst();
    }

    @Override
    public OptionalInt roots(Claim claim) {
        return OptionalInt.of(roots.getOrDefault(claim.uuid(), 0));
    }

    @Override
    public Optional<List<Quoted>> quoted(UUID capture) {
        return Optional.of(quoted.getOrDefault(capture, List.of()));
    }

    @Override
    public OptionalLong quoting(Source source, List<UUID> captures) {
        return OptionalLong.of(captures.stream()
                .flatMap(capture -> quoted.getOrDefault(capture, List.of()).stream())
                .map(q -> q.claim().uuid())
                .distinct()
                .count());
    }

    @Override
    public boolean holds(UUID uuid) {
        return byUuid.containsKey(uuid);
    }
}
