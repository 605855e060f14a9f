package org.sightline.board;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sightline.board.SourceImage.StoredSource;
import org.sightline.claim.Claim;
import org.sightline.source.Capture;

/**
 * What a {@link BulkLoad} has to know of sources, those in the board and those that it brings, without asking the board
 * for each: under which title a capture is found, and which captures' sources lie in the trash. One thread at a time.
 */
final class KnownSources {
    private final Map<UUID, Known> sources = new HashMap<>();
    private final Set<UUID> trashedCaptures = new HashSet<>();

    private record Known(String title, boolean trashed) {}

    /** @param all whether captures of sources that are in the board already may come */
    KnownSources(Database database, boolean all) {
        database.each(
                "SELECT c.uuid FROM source s CROSS JOIN capture c ON c.source_id = s.id WHERE s.removed_at IS NOT NULL",
                row -> trashedCaptures.add(row.uuid("uuid")));
        if (all) {
            new BoardReader(database).eachSource(this::add);
        }
    }

    void add(StoredSource stored) {
        sources.put(
                stored.source().uuid(),
                new Known(SearchIndex.title(stored.source()), stored.removed().isPresent()));
    }

    /** @return under which title its source is found; empty when the source is not known */
    Optional<String> titleOf(Capture capture) {
        return Optional.ofNullable(sources.get(capture.source())).map(Known::title);
    }

    /** A capture of a source that is known. */
    void add(Capture capture) {
        Known source = sources.get(capture.source());
        if (source != null && source.trashed()) {
            trashedCaptures.add(capture.uuid());
        }
    }

    /** Whether a claim that is to be taken over quotes a source that lies in the trash and has to come back for it. */
    boolean bringsBack(Claim claim) {
        return !trashedCaptures.isEmpty()
                && claim.removed().isEmpty()
                && claim.quotes().stream().anyMatch(quote -> trashedCaptures.contains(quote.capture()));
    }
}
