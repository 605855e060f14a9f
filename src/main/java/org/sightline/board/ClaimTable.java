package org.sightline.board;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Lineal;
import org.sightline.DomainException;
import org.sightline.claim.Category;
import org.sightline.claim.Claim;
import org.sightline.claim.Credibility;
import org.sightline.claim.Modality;
import org.sightline.claim.Place;
import org.sightline.claim.PlacePrecision;
import org.sightline.claim.Quantity;
import org.sightline.claim.Route;
import org.sightline.claim.StatedDistance;
import org.sightline.claim.Status;
import org.sightline.claim.When;
import org.sightline.source.Quote;

/** The columns of the table {@code claim}: from a claim and back. */
final class ClaimTable {
    static final Table TABLE = new Table(
            "claim",
            List.of(
                    "geometry",
                    "uuid",
                    "statement",
                    "category",
                    "claimant",
                    "modality",
                    "status",
                    "credibility",
                    "quantity_verbatim",
                    "quantity_item",
                    "quantity_best",
                    "quantity_lower",
                    "quantity_upper",
                    "quantity_lower_open",
                    "quantity_upper_open",
                    "quantity_qualifier",
                    "quantity_origin",
                    "quantity_best_exact",
                    "quantity_lower_exact",
                    "quantity_upper_exact",
                    "when_verbatim",
                    "when_edtf",
                    "when_earliest",
                    "when_latest",
                    "when_precision",
                    "when_extent",
                    "when_zone",
                    "place_name",
                    "place_precision",
                    "place_radius_m",
                    "place_country",
                    "route_origin",
                    "route_destination",
                    "route_path_known",
                    "distance_verbatim",
                    "distance_value",
                    "distance_value_exact",
                    "distance_unit",
                    "distance_reference",
                    "distance_direction",
                    "notes",
                    "removed_at",
                    "removed_reason"));

    private ClaimTable() {}

    static @Nullable Object[] values(Claim claim) {
        Optional<Quantity> quantity = claim.quantity();
        Optional<When> when = claim.when();
        Optional<Place> place = claim.place();
        Optional<Route> route = place.flatMap(Place::route);
        Optional<StatedDistance> distance = claim.distance();
        return new @Nullable Object[] {
            or(place.map(p -> GeometryBlob.write(p.geometry()))),
            claim.uuid().toString(),
            claim.statement(),
            claim.category().key(),
            or(claim.claimant()),
            Words.of(claim.modality()),
            Words.of(claim.status()),
            or(claim.credibility().map(Credibility::grade)),
            or(quantity.map(Quantity::verbatim)),
            or(quantity.map(Quantity::item)),
            or(quantity.flatMap(Quantity::best).map(BigDecimal::doubleValue)),
            or(quantity.flatMap(Quantity::lower).map(BigDecimal::doubleValue)),
            or(quantity.flatMap(Quantity::upper).map(BigDecimal::doubleValue)),
            or(quantity.map(Quantity::lowerOpen)),
            or(quantity.map(Quantity::upperOpen)),
            or(quantity.map(q -> Words.of(q.qualifier()))),
            or(quantity.map(q -> Words.of(q.origin()))),
            or(quantity.flatMap(Quantity::best).map(ClaimImage::decimal)),
            or(quantity.flatMap(Quantity::lower).map(ClaimImage::decimal)),
            or(quantity.flatMap(Quantity::upper).map(ClaimImage::decimal)),
            or(when.map(When::verbatim)),
            or(when.map(When::edtf)),
            or(when.flatMap(When::earliest).map(Timestamps::text)),
            or(when.flatMap(When::latest).map(Timestamps::text)),
            or(when.map(w -> Words.of(w.precision()))),
            or(when.map(w -> Words.of(w.extent()))),
            or(when.flatMap(When::zone).map(ZoneId::getId)),
            or(place.map(Place::name)),
            or(place.map(p -> Words.of(p.precision()))),
            or(place.map(Place::radiusMetres)),
            or(place.flatMap(Place::country)),
            or(route.map(Route::origin)),
            or(route.map(Route::destination)),
            or(route.map(Route::pathKnown)),
            or(distance.map(StatedDistance::verbatim)),
            or(distance.map(d -> d.value().doubleValue())),
            or(distance.map(d -> ClaimImage.decimal(d.value()))),
            or(distance.map(StatedDistance::unit)),
            or(distance.map(StatedDistance::reference)),
            or(distance.flatMap(StatedDistance::direction)),
            claim.notes(),
            or(claim.removed().map(r -> Timestamps.text(r.at()))),
            or(claim.removed().map(Claim.Removal::reason)),
        };
    }

    private static @Nullable Object or(Optional<?> value) {
        return value.orElse(null);
    }

    /**
     * Reads a claim. Another program may have left a part in a form that no claim can have, such as a line that is no
     * route; that part is then left out, and {@link Verifier} names the claim. One such row must not hide all others.
     */
    static Claim read(Row row, List<String> tags, List<Quote> quotes) {
        String statement = row.text("statement");
        return new Claim(
                row.number("id"),
                row.uuid("uuid"),
                statement.isBlank() ? "(no statement)" : statement,
                readable(() -> Optional.of(new Category(row.text("category")))).orElse(Category.OTHER),
                row.maybeText("claimant"),
                readable(() -> row.maybeWord("modality", Modality.class)).orElse(Modality.UNKNOWN),
                readable(() -> row.maybeWord("quantity_qualifier", Quantity.Qualifier.class)
                        .map(q -> quantity(row, q))),
                readable(() ->
                        row.maybeWord("when_precision", When.Precision.class).map(p -> when(row, p))),
                readable(() -> row.maybeBlob("geometry").map(blob -> place(row, GeometryBlob.read(blob)))),
                readable(() -> row.maybeText("distance_unit").map(unit -> distance(row, unit))),
                readable(() -> row.maybeWord("status", Status.class)).orElse(Status.UNVERIFIED),
                readable(() -> row.maybeNumber("credibility").map(grade -> new Credibility(grade.intValue()))),
                row.maybeText("notes").orElse(""),
                tags,
                quotes,
                removal(row));
    }

    static <T> Optional<T> readable(Supplier<Optional<T>> part) {
        try {
            return part.get();
        } catch (DomainException e) {
            return Optional.empty(); // named by verify, which compares every column
        }
    }

    static Optional<Claim.Removal> removal(Row row) {
        return row.maybeText("removed_at")
                .map(text -> new Claim.Removal(
                        readable(() -> row.maybeInstant("removed_at")).orElse(Instant.EPOCH),
                        row.maybeText("removed_reason").orElse("")));
    }

    private static Quantity quantity(Row row, Quantity.Qualifier qualifier) {
        return new Quantity(
                row.maybeText("quantity_verbatim").orElse(""),
                row.maybeText("quantity_item").orElse(""),
                decimal(row, "quantity_best", "quantity_best_exact"),
                decimal(row, "quantity_lower", "quantity_lower_exact"),
                decimal(row, "quantity_upper", "quantity_upper_exact"),
                row.flag("quantity_lower_open"),
                row.flag("quantity_upper_open"),
                qualifier,
                row.maybeWord("quantity_origin", Quantity.Origin.class).orElse(Quantity.Origin.STATED));
    }

    /** The exact digits, unless another program has changed the number beside them: then the number counts. */
    private static Optional<BigDecimal> decimal(Row row, String number, String digits) {
        Optional<BigDecimal> exact;
        try {
            exact = row.maybeText(digits).map(BigDecimal::new);
        } catch (NumberFormatException e) {
            throw row.damaged(digits, e);
        }
        return row.maybeReal(number)
                .map(real -> exact.filter(d -> d.doubleValue() == real).orElseGet(() -> BigDecimal.valueOf(real)));
    }

    private static When when(Row row, When.Precision precision) {
        return new When(
                row.maybeText("when_verbatim").orElse(""),
                row.maybeText("when_edtf").orElse(""),
                row.maybeInstant("when_earliest"),
                row.maybeInstant("when_latest"),
                precision,
                row.maybeWord("when_extent", When.Extent.class).orElse(When.Extent.SOME),
                row.maybeText("when_zone").map(zone -> zone(row, zone)));
    }

    private static ZoneId zone(Row row, String zone) {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw row.damaged("when_zone", e);
        }
    }

    private static Place place(Row row, Geometry geometry) {
        PlacePrecision precision = readable(() -> row.maybeWord("place_precision", PlacePrecision.class))
                .orElse(PlacePrecision.LOCALITY);
        return new Place(
                row.maybeText("place_name").orElse(""),
                geometry,
                precision,
                row.maybeReal("place_radius_m").orElse(precision.radiusMetres()),
                row.maybeText("place_country"),
                geometry instanceof Lineal ? Optional.of(route(row)) : Optional.empty());
    }

    // a line drawn in another program has no names at its ends, and is shown all the same
    private static Route route(Row row) {
        return row.maybeText("route_origin")
                .map(origin ->
                        new Route(origin, row.maybeText("route_destination").orElse("?"), row.flag("route_path_known")))
                .orElse(new Route("?", "?", true));
    }

    private static StatedDistance distance(Row row, String unit) {
        return new StatedDistance(
                row.maybeText("distance_verbatim").orElse(""),
                decimal(row, "distance_value", "distance_value_exact").orElse(BigDecimal.ZERO),
                unit,
                row.maybeText("distance_reference").orElse(""),
                row.maybeText("distance_direction"));
    }
}
