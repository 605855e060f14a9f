package org.sightline.claim;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.sightline.DomainException;
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
        statement = statement.strip();
        if (statement.isEmpty()) {
            throw new DomainException("The claim says nothing; write its statement as one sentence.");
        }
        claimant = claimant.map(String::strip).filter(c -> !c.isEmpty());
        tags = tags.isEmpty() // as most have none
                ? List.of()
                : tags.stream()
                        .map(String::strip)
                        .filter(t -> !t.isEmpty())
                        .distinct()
                        .sorted()
                        .toList();
        quotes = List.copyOf(quotes);
    }

    /**
     * A new claim that says only this: unverified, of no category, with no quote yet.
     *
     * @throws DomainException when the statement is blank
     */
    public static Claim draft(String statement) {
        return new Claim(
                0,
                UUID.randomUUID(),
                statement,
                Category.OTHER,
                Optional.empty(),
                Modality.UNKNOWN,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Status.UNVERIFIED,
                Optional.empty(),
                "",
                List.of(),
                List.of(),
                Optional.empty());
    }

    /** Whether it lies in the trash. */
    public boolean isRemoved() {
        return removed.isPresent();
    }

    /** With one quote more, at the end. */
    public Claim plusQuote(Quote quote) {
        return withQuotes(Stream.concat(quotes.stream(), Stream.of(quote)).toList());
    }

    /** Whether this claim and another agree, as far as their numbers, places and times say; see {@link Agreement}. */
    public Agreement compare(Claim other) {
        return Agreement.between(this, other);
    }

    public Claim withId(long newId) {
        return new Claim(
                newId,
                uuid,
                statement,
                category,
                claimant,
                modality,
                quantity,
                when,
                place,
                distance,
                status,
                credibility,
                notes,
                tags,
                quotes,
                removed);
    }

    public Claim withStatement(String newStatement) {
        return new Claim(
                id,
                uuid,
                newStatement,
                category,
                claimant,
                modality,
                quantity,
                when,
                place,
                distance,
                status,
                credibility,
                notes,
                tags,
                quotes,
                removed);
    }

    public Claim withCategory(Category newCategory) {
        return new Claim(
                id,
                uuid,
                statement,
                newCategory,
                claimant,
                modality,
                quantity,
                when,
                place,
                distance,
                status,
                credibility,
                notes,
                tags,
                quotes,
                removed);
    }

    public Claim withClaimant(Optional<String> newClaimant) {
        return new Claim(
                id,
                uuid,
                statement,
                category,
                newClaimant,
                modality,
                quantity,
                when,
                place,
                distance,
                status,
                credibility,
                notes,
                tags,
                quotes,
                removed);
    }

    public Claim withModality(Modality newModality) {
        return new Claim(
                id,
                uuid,
                statement,
                category,
                claimant,
                newModality,
                quantity,
                when,
                place,
                distance,
                status,
                credibility,
                notes,
                tags,
                quotes,
                removed);
    }

    public Claim withQuantity(Optional<Quantity> newQuantity) {
        return new Claim(
                id,
                uuid,
                statement,
                category,
                claimant,
                modality,
                newQuantity,
                when,
                place,
                distance,
                status,
                credibility,
                notes,
                tags,
                quotes,
                removed);
    }

    public Claim withWhen(Optional<When> newWhen) {
        return new Claim(
                id,
                uuid,
                statement,
                category,
                claimant,
                modality,
                quantity,
                newWhen,
                place,
                distance,
                status,
                credibility,
                notes,
                tags,
                quotes,
                removed);
    }

    public Claim withPlace(Optional<Place> newPlace) {
        return new Claim(
                id,
                uuid,
                statement,
                category,
                claimant,
                modality,
                quantity,
                when,
                newPlace,
                distance,
                status,
                credibility,
                notes,
                tags,
                quotes,
                removed);
    }

    public Claim withDistance(Optional<StatedDistance> newDistance) {
        return new Claim(
                id,
                uuid,
                statement,
                category,
                claimant,
                modality,
                quantity,
                when,
                place,
                newDistance,
                status,
                credibility,
                notes,
                tags,
                quotes,
                removed);
    }

    public Claim withStatus(Status newStatus) {
        return new Claim(
                id,
                uuid,
                statement,
                category,
                claimant,
                modality,
                quantity,
                when,
                place,
                distance,
                newStatus,
                credibility,
                notes,
                tags,
                quotes,
                removed);
    }

    public Claim withCredibility(Optional<Credibility> newCredibility) {
        return new Claim(
                id,
                uuid,
                statement,
                category,
                claimant,
                modality,
                quantity,
                when,
                place,
                distance,
                status,
                newCredibility,
                notes,
                tags,
                quotes,
                removed);
    }

    public Claim withNotes(String newNotes) {
        return new Claim(
                id,
                uuid,
                statement,
                category,
                claimant,
                modality,
                quantity,
                when,
                place,
                distance,
                status,
                credibility,
                newNotes,
                tags,
                quotes,
                removed);
    }

    public Claim withTags(List<String> newTags) {
        return new Claim(
                id,
                uuid,
                statement,
                category,
                claimant,
                modality,
                quantity,
                when,
                place,
                distance,
                status,
                credibility,
                notes,
                newTags,
                quotes,
                removed);
    }

    public Claim withQuotes(List<Quote> newQuotes) {
        return new Claim(
                id,
                uuid,
                statement,
                category,
                claimant,
                modality,
                quantity,
                when,
                place,
                distance,
                status,
                credibility,
                notes,
                tags,
                newQuotes,
                removed);
    }

    public Claim withRemoved(Optional<Removal> newRemoved) {
        return new Claim(
                id,
                uuid,
                statement,
                category,
                claimant,
                modality,
                quantity,
                when,
                place,
                distance,
                status,
                credibility,
                notes,
                tags,
                quotes,
                newRemoved);
    }

    /** Why and when a claim went to the trash. */
    public record Removal(Instant at, String reason) {}
}
