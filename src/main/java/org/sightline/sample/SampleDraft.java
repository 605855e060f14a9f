package org.sightline.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.claim.Category;
import org.sightline.claim.Claim;
import org.sightline.claim.Credibility;
import org.sightline.claim.Modality;
import org.sightline.claim.Place;
import org.sightline.claim.Quantity;
import org.sightline.claim.StatedDistance;
import org.sightline.claim.Status;
import org.sightline.claim.When;
import org.sightline.source.PublicationDate;
import org.sightline.source.Quote;

/** A claim of the sample while it is being worded; used once, by one thread. */
final class SampleDraft {
    private final UUID uuid;
    private final String statement;
    private final Category category;
    private final Optional<PublicationDate> published;
    private final List<Quote> quotes = new ArrayList<>();
    private Modality modality = Modality.UNKNOWN;
    private Status status = Status.UNVERIFIED;
    private List<String> tags = List.of();
    private @Nullable String claimant;
    private @Nullable Quantity quantity;
    private @Nullable When when;
    private @Nullable Place place;
    private @Nullable StatedDistance distance;
    private @Nullable Credibility credibility;

    SampleDraft(UUID uuid, String statement, Category category, Optional<PublicationDate> published) {
        this.uuid = uuid;
        this.statement = statement;
        this.category = category;
        this.published = published;
    }

    SampleDraft claimant(String name) {
        claimant = name;
        return this;
    }

    SampleDraft happened() {
        return modality(Modality.HAPPENED);
    }

    SampleDraft modality(Modality value) {
        modality = value;
        return this;
    }

    SampleDraft quantity(String words) {
        quantity = Quantity.parse(words);
        return this;
    }

    SampleDraft when(String words) {
        when = When.parse(words, published);
        return this;
    }

    SampleDraft at(Place value) {
        place = value;
        return this;
    }

    SampleDraft distance(StatedDistance value) {
        distance = value;
        return this;
    }

    SampleDraft status(Status value) {
        status = value;
        return this;
    }

    SampleDraft credibility(int grade) {
        credibility = new Credibility(grade);
        return this;
    }

    SampleDraft tags(String... words) {
        tags = List.of(words);
        return this;
    }

    SampleDraft quoting(Quote quote) {
        quotes.add(quote);
        return this;
    }

    Claim claim() {
        return new Claim(
                0,
                uuid,
                statement,
                category,
                Optional.ofNullable(claimant),
                modality,
                Optional.ofNullable(quantity),
                Optional.ofNullable(when),
                Optional.ofNullable(place),
                Optional.ofNullable(distance),
                status,
                Optional.ofNullable(credibility),
                "",
                tags,
                quotes,
                Optional.empty());
    }
}
