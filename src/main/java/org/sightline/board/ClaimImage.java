package org.sightline.board;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sightline.board.CanonicalJson.Members;
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

/** A claim, whole, as the journal keeps it. What is empty is left out. Reading gives back what was written. */
final class ClaimImage {
    private ClaimImage() {}

    static String write(Claim claim) {
        Members image = CanonicalJson.object()
                .with("id", claim.id())
                .with("uuid", claim.uuid().toString())
                .with("statement", claim.statement())
                .with("category", claim.category().key())
                .with("claimant", claim.claimant())
                .with("modality", Words.of(claim.modality()))
                .with("status", Words.of(claim.status()))
                .with("credibility", claim.credibility().map(Credibility::grade))
                .with("quantity", claim.quantity().map(ClaimImage::quantity))
                .with("when", claim.when().map(ClaimImage::when))
                .with("place", claim.place().map(ClaimImage::place))
                .with("distance", claim.distance().map(ClaimImage::distance))
                .with("notes", claim.notes())
                .with("tags", claim.tags())
                .with("quotes", claim.quotes().stream().map(ClaimImage::quote).toList())
                .with("removed", claim.removed().map(r -> removal(r)));
        return CanonicalJson.write(image);
    }

    static Claim read(String json) {
        Fields image = new Fields(CanonicalJson.read(json));
        return new Claim(
                image.number("id"),
                image.uuid("uuid"),
                image.text("statement"),
                new Category(image.text("category")),
                image.maybeText("claimant"),
                image.word("modality", Modality.class),
                image.inner("quantity").map(ClaimImage::quantity),
                image.inner("when").map(ClaimImage::when),
                image.inner("place").map(ClaimImage::place),
                image.inner("distance").map(ClaimImage::distance),
                image.word("status", Status.class),
                Optional.ofNullable(image.node().get("credibility")).map(n -> new Credibility(n.asInt())),
                image.text("notes"),
                texts(image.node().path("tags")),
                quotes(image.node().path("quotes")),
                image.inner("removed").map(ClaimImage::removal));
    }

    static Members removal(Claim.Removal removal) {
        return CanonicalJson.object().with("at", Timestamps.text(removal.at())).with("reason", removal.reason());
    }

    static Claim.Removal removal(Fields removal) {
        return new Claim.Removal(Timestamps.parse(removal.text("at")), removal.text("reason"));
    }

    private static Members quantity(Quantity quantity) {
        return CanonicalJson.object()
                .with("verbatim", quantity.verbatim())
                .with("item", quantity.item())
                .with("best", quantity.best().map(ClaimImage::decimal))
                .with("lower", quantity.lower().map(ClaimImage::decimal))
                .with("upper", quantity.upper().map(ClaimImage::decimal))
                .with("lowerOpen", quantity.lowerOpen())
                .with("upperOpen", quantity.upperOpen())
                .with("qualifier", Words.of(quantity.qualifier()))
                .with("origin", Words.of(quantity.origin()));
    }

    private static Quantity quantity(Fields image) {
        return new Quantity(
                image.text("verbatim"),
                image.text("item"),
                image.maybeDecimal("best"),
                image.maybeDecimal("lower"),
                image.maybeDecimal("upper"),
                image.flag("lowerOpen"),
                image.flag("upperOpen"),
                image.word("qualifier", Quantity.Qualifier.class),
                image.word("origin", Quantity.Origin.class));
    }

    /** Plain digits, so that a person reads 7000 and not 7E+3. */
    static String decimal(BigDecimal number) {
        return number.toPlainString();
    }

    private static Members when(When when) {
        return CanonicalJson.object()
                .with("verbatim", when.verbatim())
                .with("edtf", when.edtf())
                .with("earliest", when.earliest().map(Timestamps::text))
                .with("latest", when.latest().map(Timestamps::text))
                .with("precision", Words.of(when.precision()))
                .with("extent", Words.of(when.extent()))
                .with("zone", when.zone().map(ZoneId::getId));
    }

    private static When when(Fields image) {
        return new When(
                image.text("verbatim"),
                image.text("edtf"),
                image.maybeText("earliest").map(Timestamps::parse),
                image.maybeText("latest").map(Timestamps::parse),
                image.word("precision", When.Precision.class),
                image.word("extent", When.Extent.class),
                image.maybeText("zone").map(ZoneId::of));
    }

    private static Members place(Place place) {
        return CanonicalJson.object()
                .with("name", place.name())
                .with("geometry", GeometryImage.write(place.geometry()))
                .with("precision", Words.of(place.precision()))
                .with("radiusMetres", place.radiusMetres())
                .with("country", place.country())
                .with("route", place.route().map(ClaimImage::route));
    }

    private static Place place(Fields image) {
        return new Place(
                image.text("name"),
                GeometryImage.read(image.node().path("geometry")),
                image.word("precision", PlacePrecision.class),
                image.real("radiusMetres"),
                image.maybeText("country"),
                image.inner("route").map(r -> new Route(r.text("origin"), r.text("destination"), r.flag("pathKnown"))));
    }

    private static Members route(Route route) {
        return CanonicalJson.object()
                .with("origin", route.origin())
                .with("destination", route.destination())
                .with("pathKnown", route.pathKnown());
    }

    private static Members distance(StatedDistance distance) {
        return CanonicalJson.object()
                .with("verbatim", distance.verbatim())
                .with("value", decimal(distance.value()))
                .with("unit", distance.unit())
                .with("reference", distance.reference())
                .with("direction", distance.direction());
    }

    private static StatedDistance distance(Fields image) {
        return new StatedDistance(
                image.text("verbatim"),
                new BigDecimal(image.text("value")),
                image.text("unit"),
                image.text("reference"),
                image.maybeText("direction"));
    }

    private static Members quote(Quote quote) {
        return CanonicalJson.object()
                .with("id", quote.id())
                .with("uuid", quote.uuid().toString())
                .with("capture", quote.capture().toString())
                .with("start", quote.start())
                .with("end", quote.end())
                .with("exact", quote.exact())
                .with("prefix", quote.prefix())
                .with("suffix", quote.suffix())
                .with("relays", quote.relays().map(Object::toString));
    }

    private static List<Quote> quotes(JsonNode array) {
        List<Quote> quotes = new ArrayList<>();
        for (JsonNode node : array) {
            Fields image = new Fields(node);
            quotes.add(new Quote(
                    image.number("id"),
                    image.uuid("uuid"),
                    image.uuid("capture"),
                    (int) image.number("start"),
                    (int) image.number("end"),
                    image.text("exact"),
                    image.text("prefix"),
                    image.text("suffix"),
                    image.maybeUuid("relays")));
        }
        return quotes;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(node -> texts.add(node.asText()));
        return texts;
    }
}
