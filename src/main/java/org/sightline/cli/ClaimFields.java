package org.sightline.cli;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sightline.claim.Category;
import org.sightline.claim.Claim;
import org.sightline.claim.Credibility;
import org.sightline.claim.Modality;
import org.sightline.claim.Place;
import org.sightline.claim.PlacePrecision;
import org.sightline.claim.Quantity;
import org.sightline.claim.Status;
import org.sightline.claim.When;
import org.sightline.source.PublicationDate;
import picocli.CommandLine.Option;

/** The options for a claim's fields. One that is absent leaves its field; an empty one takes the field away. */
final class ClaimFields {
    @Option(
            names = "--quantity",
            paramLabel = "Q",
            description = "How many, in words: \"15-30 tanks\", \"at least 28 Ural trucks\".")
    @Nullable
    String quantity;

    @Option(
            names = "--place",
            paramLabel = "P",
            description = "A name (\"Yelsk\", \"Yelsk, BY\") or coordinates in any notation.")
    @Nullable
    String place;

    @Option(
            names = "--route",
            paramLabel = "\"A -> B\"",
            description = "From one place to another, instead of --place.")
    @Nullable
    String route;

    @Option(
            names = "--place-precision",
            paramLabel = "P",
            description =
                    "One of: exact, vicinity, locality, town, district, region, country; read from the place unless given.")
    @Nullable
    PlacePrecision precision;

    @Option(
            names = "--place-name",
            paramLabel = "N",
            description = "What to call a place that is given by coordinates.")
    @Nullable
    String placeName;

    @Option(
            names = "--radius",
            paramLabel = "METRES",
            description = "Uncertainty radius; that of the precision unless given.")
    @Nullable
    Double radius;

    @Option(
            names = "--when",
            paramLabel = "W",
            description = "Words or EDTF (ISO 8601-2); relative words are read against the source's date.")
    @Nullable
    String when;

    @Option(names = "--modality", paramLabel = "M", description = "One of: ${COMPLETION-CANDIDATES}.")
    @Nullable
    Modality modality;

    @Option(
            names = "--category",
            paramLabel = "C",
            description =
                    "movement, equipment, personnel, training, strike, facility, statement, or a word of your own.")
    @Nullable
    String category;

    @Option(
            names = "--claimant",
            paramLabel = "N",
            description = "Who asserts it; neither the publisher nor the relay.")
    @Nullable
    String claimant;

    @Option(
            names = "--credibility",
            paramLabel = "1-6",
            description = "Admiralty code: 1 confirmed, 6 cannot be judged.")
    @Nullable
    String credibility;

    @Option(names = "--distance", paramLabel = "D", description = "A stated distance: \"17 km from border:UA\".")
    @Nullable
    String distance;

    @Option(names = "--status", paramLabel = "S", description = "One of: ${COMPLETION-CANDIDATES}.")
    @Nullable
    Status status;

    @Option(
            names = "--tag",
            paramLabel = "T",
            description = "A tag; may be given more than once, and replaces those there.")
    @Nullable
    List<String> tags;

    @Option(names = "--notes", paramLabel = "N", description = "Notes of your own.")
    @Nullable
    String notes;

    /** Whether no field was named. */
    boolean none() {
        return Stream.of(
                        quantity,
                        place,
                        route,
                        precision,
                        placeName,
                        radius,
                        when,
                        modality,
                        category,
                        claimant,
                        credibility,
                        distance,
                        status,
                        tags,
                        notes)
                .allMatch(Objects::isNull);
    }

    /** The claim with the given fields, read before anything is changed. */
    Claim appliedTo(Claim c, Optional<PublicationDate> published) {
        return c.withCategory(category == null ? c.category() : Category.parse(category))
                .withClaimant(field(claimant, c.claimant(), String::strip))
                .withModality(modality == null ? c.modality() : modality)
                .withQuantity(field("--quantity", quantity, c.quantity(), Quantity::parse))
                .withWhen(field("--when", when, c.when(), words -> When.parse(words, published)))
                .withPlace(place(c.place()))
                .withDistance(field("--distance", distance, c.distance(), DistanceWords::read))
                .withStatus(status == null ? c.status() : status)
                .withCredibility(field(credibility, c.credibility(), ClaimFields::credibility))
                .withNotes(notes == null ? c.notes() : notes.strip())
                .withTags(tags == null ? c.tags() : tags);
    }

    private static <T> Optional<T> field(@Nullable String option, Optional<T> before, Function<String, T> reading) {
        if (option == null) {
            return before;
        }
        return option.isBlank() ? Optional.empty() : Optional.of(reading.apply(option));
    }

    /** The same, for a value that may not be readable. */
    private static <T> Optional<T> field(
            String name, @Nullable String option, Optional<T> before, Function<String, T> reading) {
        return field(option, before, words -> UsageException.reading(name, () -> reading.apply(words)));
    }

    private static Credibility credibility(String words) {
        if (!words.strip().matches("[0-9]")) {
            throw new UsageException("--credibility: \"" + words + "\" is not a grade of credibility; give 1 to 6.");
        }
        return UsageException.reading("--credibility", () -> new Credibility(Integer.parseInt(words.strip())));
    }

    private Optional<Place> place(Optional<Place> before) {
        if (place != null && route != null) {
            throw new UsageException("A claim has a --place or a --route, not both; leave one out.");
        }
        if (radius != null && !(radius > 0 && radius <= 20_000_000)) {
            throw new UsageException("--radius: " + radius + " is not a radius in metres; give a number above 0.");
        }
        String words = place != null ? place : route;
        if (words != null && words.isBlank()) {
            return Optional.empty();
        }
        Optional<Place> read =
                words == null ? before : Optional.of(route != null ? PlaceWords.route(words) : PlaceWords.place(words));
        if (read.isEmpty() && (precision != null || placeName != null || radius != null)) {
            throw new UsageException("There is no place to say more about; give --place or --route too.");
        }
        return read.map(this::refined);
    }

    private Place refined(Place p) {
        Place known = precision == null ? p : p.withPrecision(precision);
        Place within = radius == null ? known : known.withRadius(radius);
        return placeName == null || placeName.isBlank() ? within : within.withName(placeName.strip());
    }
}
