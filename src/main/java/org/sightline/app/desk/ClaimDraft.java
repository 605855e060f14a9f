package org.sightline.app.desk;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sightline.claim.Category;
import org.sightline.claim.Claim;
import org.sightline.claim.Credibility;
import org.sightline.claim.Modality;
import org.sightline.claim.Place;
import org.sightline.claim.Quantity;
import org.sightline.claim.StatedDistance;
import org.sightline.claim.Status;
import org.sightline.claim.When;
import org.sightline.source.Quote;

/** A claim in the making, or with something about it changed. Immutable: each step gives a new draft. */
public final class ClaimDraft {
    private final Claim claim;

    private ClaimDraft(Claim claim) {
        this.claim = claim;
    }

    /** A new claim, unverified, about these words. */
    public static ClaimDraft of(String statement, Quote quote) {
        return new ClaimDraft(new Claim(
                0,
                UUID.randomUUID(),
                statement,
                Category.OTHER,
                Optional.empty(),
                Modality.HAPPENED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Status.UNVERIFIED,
                Optional.empty(),
                "",
                List.of(),
                List.of(quote),
                Optional.empty()));
    }

    public static ClaimDraft of(Claim claim) {
        return new ClaimDraft(claim);
    }

    public Claim claim() {
        return claim;
    }

    public ClaimDraft statement(String statement) {
        return with(statement, claim.category(), claim.claimant(), claim.modality(), claim.notes(), claim.tags());
    }

    public ClaimDraft category(Category category) {
        return with(claim.statement(), category, claim.claimant(), claim.modality(), claim.notes(), claim.tags());
    }

    public ClaimDraft claimant(Optional<String> claimant) {
        return with(claim.statement(), claim.category(), claimant, claim.modality(), claim.notes(), claim.tags());
    }

    public ClaimDraft modality(Modality modality) {
        return with(claim.statement(), claim.category(), claim.claimant(), modality, claim.notes(), claim.tags());
    }

    public ClaimDraft notes(String notes) {
        return with(claim.statement(), claim.category(), claim.claimant(), claim.modality(), notes, claim.tags());
    }

    public ClaimDraft tags(List<String> tags) {
        return with(claim.statement(), claim.category(), claim.claimant(), claim.modality(), claim.notes(), tags);
    }

    public ClaimDraft quantity(Optional<Quantity> quantity) {
        return judged(quantity, claim.when(), claim.place(), claim.distance(), claim.status(), claim.credibility());
    }

    public ClaimDraft when(Optional<When> when) {
        return judged(claim.quantity(), when, claim.place(), claim.distance(), claim.status(), claim.credibility());
    }

    public ClaimDraft place(Optional<Place> place) {
        return judged(claim.quantity(), claim.when(), place, claim.distance(), claim.status(), claim.credibility());
    }

    public ClaimDraft distance(Optional<StatedDistance> distance) {
        return judged(claim.quantity(), claim.when(), claim.place(), distance, claim.status(), claim.credibility());
    }

    public ClaimDraft status(Status status) {
        return judged(claim.quantity(), claim.when(), claim.place(), claim.distance(), status, claim.credibility());
    }

    public ClaimDraft credibility(Optional<Credibility> credibility) {
        return judged(claim.quantity(), claim.when(), claim.place(), claim.distance(), claim.status(), credibility);
    }

    /** One more quote behind the same claim. */
    public ClaimDraft quote(Quote quote) {
        List<Quote> quotes = new java.util.ArrayList<>(claim.quotes());
        quotes.add(quote);
        return quotes(quotes);
    }

    public ClaimDraft quotes(List<Quote> quotes) {
        return new ClaimDraft(new Claim(
                claim.id(),
                claim.uuid(),
                claim.statement(),
                claim.category(),
                claim.claimant(),
                claim.modality(),
                claim.quantity(),
                claim.when(),
                claim.place(),
                claim.distance(),
                claim.status(),
                claim.credibility(),
                claim.notes(),
                claim.tags(),
                quotes,
                claim.removed()));
    }

    private ClaimDraft with(
            String statement,
            Category category,
            Optional<String> claimant,
            Modality modality,
            String notes,
            List<String> tags) {
        return new ClaimDraft(new Claim(
                claim.id(),
                claim.uuid(),
                statement,
                category,
                claimant,
                modality,
                claim.quantity(),
                claim.when(),
                claim.place(),
                claim.distance(),
                claim.status(),
                claim.credibility(),
                notes,
                tags,
                claim.quotes(),
                claim.removed()));
    }

    private ClaimDraft judged(
            Optional<Quantity> quantity,
            Optional<When> when,
            Optional<Place> place,
            Optional<StatedDistance> distance,
            Status status,
            Optional<Credibility> credibility) {
        return new ClaimDraft(new Claim(
                claim.id(),
                claim.uuid(),
                claim.statement(),
                claim.category(),
                claim.claimant(),
                claim.modality(),
                quantity,
                when,
                place,
                distance,
                status,
                credibility,
                claim.notes(),
                claim.tags(),
                claim.quotes(),
                claim.removed()));
    }
}
