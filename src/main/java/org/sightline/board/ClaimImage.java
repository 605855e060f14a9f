package org.sightline.board;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
        CanonicalWriter out = new CanonicalWriter();
        write(claim, out);
        return out.text();
    }

    static void write(Claim claim, CanonicalWriter out) {
        out.beginObject();
        out.member("category", claim.category().key()).member("claimant", claim.claimant());
        claim.credibility().ifPresent(c -> out.member("credibility", c.grade()));
        claim.distance().ifPresent(d -> write(d, out));
        out.member("id", claim.id())
                .member("modality", Words.of(claim.modality()))
                .member("notes", claim.notes());
        claim.place().ifPresent(p -> write(p, out));
        claim.quantity().ifPresent(q -> write(q, out));
        out.key("quotes").beginArray();
        claim.quotes().forEach(quote -> write(quote, out));
        out.endArray();
        claim.removed().ifPresent(r -> out.key("removed").verbatim(CanonicalJson.write(removal(r))));
        out.member("statement", claim.statement()).member("status", Words.of(claim.status()));
        out.key("tags").beginArray();
        claim.tags().forEach(out::value);
        out.endArray();
        out.member("uuid", claim.uuid().toString());
        claim.when().ifPresent(w -> write(w, out));
        out.endObject();
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

    private static void write(Quantity quantity, CanonicalWriter out) {
        out.key("quantity")
                .beginObject()
                .member("best", quantity.best().map(ClaimImage::decimal))
                .member("item", quantity.item())
                .member("lower", quantity.lower().map(ClaimImage::decimal))
                .member("lowerOpen", quantity.lowerOpen())
                .member("origin", Words.of(quantity.origin()))
                .member("qualifier", Words.of(quantity.qualifier()))
                .member("upper", quantity.upper().map(ClaimImage::decimal))
                .member("upperOpen", quantity.upperOpen())
                .member("verbatim", quantity.verbatim())
                .endObject();
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

    private static void write(When when, CanonicalWriter out) {
        out.key("when")
                .beginObject()
                .member("earliest", when.earliest().map(Timestamps::text))
                .member("edtf", when.edtf())
                .member("extent", Words.of(when.extent()))
                .member("latest", when.latest().map(Timestamps::text))
                .member("precision", Words.of(when.precision()))
                .member("verbatim", when.verbatim())
                .member("zone", when.zone().map(ZoneId::getId))
                .endObject();
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

    private static void write(Place place, CanonicalWriter out) {
        out.key("place").beginObject().member("country", place.country());
        out.key("geometry");
        GeometryImage.write(place.geometry(), out);
        out.member("name", place.name())
                .member("precision", Words.of(place.precision()))
                .member("radiusMetres", place.radiusMetres());
        place.route().ifPresent(route -> write(route, out));
        out.endObject();
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

    private static void write(Route route, CanonicalWriter out) {
        out.key("route")
                .beginObject()
                .member("destination", route.destination())
                .member("origin", route.origin())
                .member("pathKnown", route.pathKnown())
                .endObject();
    }

    private static void write(StatedDistance distance, CanonicalWriter out) {
        out.key("distance")
                .beginObject()
                .member("direction", distance.direction())
                .member("reference", distance.reference())
                .member("unit", distance.unit())
                .member("value", decimal(distance.value()))
                .member("verbatim", distance.verbatim())
                .endObject();
    }

    private static StatedDistance distance(Fields image) {
        return new StatedDistance(
                image.text("verbatim"),
                new BigDecimal(image.text("value")),
                image.text("unit"),
                image.text("reference"),
                image.maybeText("direction"));
    }

    private static void write(Quote quote, CanonicalWriter out) {
        out.beginObject()
                .member("capture", quote.capture().toString())
                .member("end", quote.end())
                .member("exact", quote.exact())
                .member("id", quote.id())
                .member("prefix", quote.prefix())
                .member("relays", quote.relays().map(UUID::toString))
                .member("start", quote.start())
                .member("suffix", quote.suffix())
                .member("uuid", quote.uuid().toString())
                .endObject();
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
