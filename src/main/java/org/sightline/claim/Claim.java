package org.sightline.claim;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sightline.source.Quote;

/**
 * One checkable statement, backed by the words that assert it.
 *
 * @param id key within one board, the number shown to people; 0 until stored
 * @param uuid identity across boards
 * @param statement one sentence
 * @param claimant who asserts it; neither the publisher nor the relay
 * @param tags sorted, without repeats
 * @param quotes in the order they were added; they are part of the claim
 * @param removed present when the claim lies in the trash
 */
public record Claim(
        long id,
        UUID uuid,
        String statement,
        Category category,
        Optional<String> claimant,
        Modality modality,
        Optional<Quantity> quantity,
        Optional<When> when,
        Optional<Place> place,
        Optional<StatedDistance> distance,
        Status status,
        Optional<Credibility> credibility,
        String notes,
        List<String> tags,
        List<Quote> quotes,
        Optional<Removal> removed) {

    public Claim {
        tags = tags.stream()
                .map(String::strip)
                .filter(t -> !t.isEmpty())
                .distinct()
                .sorted()
                .toList();
        quotes = List.copyOf(quotes);
    }

    /** Why and when a claim went to the trash. */
    public record Removal(Instant at, String reason) {}
}
