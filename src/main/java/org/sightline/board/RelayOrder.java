package org.sightline.board;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sightline.board.SourceImage.StoredSource;

/** Takes over new sources so that each comes after the one it relays; where they go in a circle, it is closed afterwards. */
final class RelayOrder {
    private final Map<UUID, StoredSource> fresh = new LinkedHashMap<>();
    private final List<Change> changes = new ArrayList<>();
    private final List<Change> closing = new ArrayList<>();
    private final Set<UUID> out = new HashSet<>();

    private RelayOrder(List<StoredSource> sources) {
        sources.forEach(source -> fresh.put(source.source().uuid(), source));
    }

    static List<Change> of(List<StoredSource> fresh) {
        RelayOrder order = new RelayOrder(fresh);
        fresh.forEach(order::takeWithRelayed);
        order.changes.addAll(order.closing);
        return order.changes;
    }

    private void takeWithRelayed(StoredSource start) {
        Set<StoredSource> chain = new LinkedHashSet<>();
        Optional<StoredSource> at = Optional.of(start);
        while (at.isPresent() && !out.contains(at.get().source().uuid()) && chain.add(at.get())) {
            at = at.get().source().relays().flatMap(relayed -> Optional.ofNullable(fresh.get(relayed)));
        }
        List.copyOf(chain).reversed().forEach(this::take);
    }

    private void take(StoredSource stored) {
        boolean early = stored.source()
                .relays()
                .filter(relayed -> fresh.containsKey(relayed) && !out.contains(relayed))
                .isPresent();
        StoredSource first =
                early ? new StoredSource(stored.source().withRelays(Optional.empty()), stored.removed()) : stored;
        changes.add(new Change.TakeSource(first.source(), first.removed(), Optional.empty(), Optional.empty()));
        if (early) {
            closing.add(new Change.TakeSource(
                    stored.source(),
                    stored.removed(),
                    Optional.of(SharedImage.hash(SourceImage.write(first))),
                    Optional.empty()));
        }
        out.add(stored.source().uuid());
    }
}
