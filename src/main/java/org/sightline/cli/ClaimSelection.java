package org.sightline.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sightline.analysis.ClaimFilter;
import org.sightline.analysis.Corroboration;
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

    /** @param limit at most so many; 0 for all */
    List<Claim> select(Snapshot snapshot, int limit, boolean trash) {
        Optional<ClaimFilter> condition = Optional.ofNullable(filter)
                .map(text -> UsageException.reading("--filter", () -> ClaimFilter.parse(text)));
        Optional<DegreeBox> bounds = Optional.ofNullable(box).map(DegreeBox::read);
        Optional<String> words = Optional.ofNullable(search).filter(s -> !s.isBlank());
        int first = condition.isPresent() || bounds.map(DegreeBox::crosses).orElse(false) ? 0 : limit;
        List<Claim> found = bounds.isEmpty()
                ? snapshot.claims(new ClaimQuery(words, Optional.empty(), first, trash))
                : within(snapshot, bounds.get(), words, first, trash);
        if (condition.isPresent()) {
            Corroboration corroboration = BoardReading.corroboration(snapshot, found);
            ClaimFilter accepting = condition.get();
            found = found.stream()
                    .filter(c -> accepting.accepts(c, corroboration))
                    .toList();
        }
        return limit > 0 && found.size() > limit ? found.subList(0, limit) : found;
    }

    private static List<Claim> within(
            Snapshot snapshot, DegreeBox bounds, Optional<String> words, int limit, boolean trash) {
        List<Claim> found = new ArrayList<>();
        Set<Long> seen = new HashSet<>();
        bounds.parts()
                .forEach(part -> snapshot.claims(new ClaimQuery(words, Optional.of(part), limit, trash)).stream()
                        .filter(claim -> seen.add(claim.id()))
                        .forEach(found::add));
        if (words.isEmpty()) {
            found.sort(Comparator.comparingLong(Claim::id));
        }
        return found;
    }
}
