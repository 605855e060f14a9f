package org.sightline.cli;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.sightline.analysis.ClaimFilter;
import org.sightline.board.ClaimQuery;
import org.sightline.board.Snapshot;
import org.sightline.claim.Claim;
import picocli.CommandLine.Option;

/** The options that say which claims; together they mean "and". */
final class ClaimSelection {
    @Option(
            names = "--search",
            paramLabel = "TEXT",
            description = "With these words; Cyrillic and Latin spellings find each other.")
    @Nullable
    String search;

    @Option(
            names = "--filter",
            paramLabel = "ECQL",
            description = "That meet this condition, such as \"quantity.lower >= 15 AND category = 'movement'\".")
    @Nullable
    String filter;

    @Option(
            names = "--bbox",
            paramLabel = "W,S,E,N",
            description = "Within these degrees; a west greater than east crosses the antimeridian.")
    @Nullable
    String box;

    boolean isEverything() {
        return isAnything() && box == null;
    }

    /** Whether nothing is asked of the claims but where they are, if that. */
    boolean isAnything() {
        return search == null && filter == null;
    }

    /** Degrees; none when no box is asked for. */
    List<Envelope> boxes() {
        return Optional.ofNullable(box)
                .map(text -> DegreeBox.read(text).parts())
                .orElse(List.of());
    }

    /** @param limit at most so many; 0 for all */
    List<Claim> select(Snapshot snapshot, int limit, boolean trash) {
        return snapshot.claims(query().limitedTo(limit).inTrash(trash));
    }

    /** The numbers of the same claims; reads no more of them than it must. */
    long[] ids(Snapshot snapshot) {
        return snapshot.claimIds(query());
    }

    /** The numbers of those that would be chosen if no box were given. */
    long[] idsAnywhere(Snapshot snapshot) {
        return snapshot.claimIds(anywhere());
    }

    private ClaimQuery query() {
        return anywhere().within(boxes());
    }

    private ClaimQuery anywhere() {
        return ClaimQuery.ALL
                .searching(Optional.ofNullable(search))
                .matching(Optional.ofNullable(filter)
                        .map(text -> UsageException.reading("--filter", () -> ClaimFilter.parse(text))));
    }
}
