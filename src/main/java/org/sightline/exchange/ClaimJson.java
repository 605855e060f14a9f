package org.sightline.exchange;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.io.WKTWriter;
import org.sightline.analysis.Dossier;
import org.sightline.claim.Claim;
import org.sightline.claim.Place;
import org.sightline.claim.Quantity;
import org.sightline.claim.Relation;
import org.sightline.claim.Route;
import org.sightline.claim.StatedDistance;
import org.sightline.claim.When;
import org.sightline.geo.Notation;
import org.sightline.geo.Position;
import org.sightline.source.Capture;
import org.sightline.source.Quote;
import org.sightline.source.Source;

/**
 * A claim as JSON. Keys, once released, are only added to. Sources are named by their number on the board and by UUID;
 * {@code byteStart} and {@code byteEnd} count bytes of the text's UTF-8 form and are null for an orphaned quote;
 * {@code latest} is exclusive; {@code mgrs} is given for points, with as many digits as the place is known to; {@code wkt} is the
 * place's geometry where the one that RFC 7946 asks for differs from it. Stateless.
 */
public final class ClaimJson {
    private ClaimJson() {}

    public static void write(JsonGenerator json, Claim claim, Dossier dossier) throws IOException {
        write(json, Handover.entry(claim, dossier));
    }

    static void write(JsonGenerator json, Handover.Entry entry) throws IOException {
        json.writeStartObject();
        fields(json, entry, true);
        json.writeEndObject();
    }

    /** @param geometry whether the place holds its geometry; a GeoJSON feature has it already */
    static void fields(JsonGenerator json, Handover.Entry entry, boolean geometry) throws IOException {
        Claim claim = entry.claim();
        json.writeNumberField("id", claim.id());
        json.writeStringField("uuid", claim.uuid().toString());
        json.writeStringField("statement", claim.statement());
        json.writeStringField("category", claim.category().key());
        Json.text(json, "claimant", claim.claimant());
        json.writeStringField("modality", Spelling.of(claim.modality()));
        quantity(json, claim.quantity());
        when(json, claim.when());
        place(json, claim.place(), geometry);
        distance(json, claim.distance());
        json.writeStringField("status", Spelling.of(claim.status()));
        if (claim.credibility().isPresent()) {
            json.writeNumberField("credibility", claim.credibility().get().grade());
        } else {
            json.writeNullField("credibility");
        }
        json.writeNumberField("independentRoots", entry.independentRoots());
        json.writeStringField("notes", claim.notes());
        json.writeArrayFieldStart("tags");
        for (String tag : claim.tags()) {
            json.writeString(tag);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("quotes");
        for (Handover.Cited cited : entry.quotes()) {
            quote(json, cited);
        }
        json.writeEndArray();
        relations(json, entry.relations());
    }

    private static void relations(JsonGenerator json, List<Relation> relations) throws IOException {
        if (!relations.isEmpty()) {
            json.writeArrayFieldStart("relations");
            for (Relation relation : relations) {
                json.writeStartObject();
                json.writeStringField("uuid", relation.uuid().toString());
                json.writeStringField("kind", relation.kind().key());
                json.writeStringField("to", relation.to().toString());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
    }

    private static void quantity(JsonGenerator json, Optional<Quantity> known) throws IOException {
        if (known.isEmpty()) {
            json.writeNullField("quantity");
            return;
        }
        Quantity quantity = known.get();
        json.writeObjectFieldStart("quantity");
        json.writeStringField("verbatim", quantity.verbatim());
        json.writeStringField("item", quantity.item());
        Json.number(json, "best", quantity.best());
        Json.number(json, "lower", quantity.lower());
        Json.number(json, "upper", quantity.upper());
        json.writeBooleanField("lowerOpen", quantity.lowerOpen());
        json.writeBooleanField("upperOpen", quantity.upperOpen());
        json.writeStringField("qualifier", Spelling.of(quantity.qualifier()));
        json.writeStringField("origin", Spelling.of(quantity.origin()));
        json.writeEndObject();
    }

    private static void when(JsonGenerator json, Optional<When> known) throws IOException {
        if (known.isEmpty()) {
            json.writeNullField("when");
            return;
        }
        When when = known.get();
        json.writeObjectFieldStart("when");
        json.writeStringField("edtf", when.edtf());
        Json.text(json, "earliest", when.earliest());
        Json.text(json, "latest", when.latest());
        json.writeStringField("precision", Spelling.of(when.precision()));
        json.writeStringField("verbatim", when.verbatim());
        json.writeStringField("extent", Spelling.of(when.extent()));
        Json.text(json, "zone", when.zone());
        json.writeEndObject();
    }

    private static void place(JsonGenerator json, Optional<Place> known, boolean geometry) throws IOException {
        if (known.isEmpty()) {
            json.writeNullField("place");
            return;
        }
        Place place = known.get();
        json.writeObjectFieldStart("place");
        json.writeStringField("name", place.name());
        json.writeStringField("precision", Spelling.of(place.precision()));
        json.writeNumberField("radiusMetres", place.radiusMetres());
        Json.text(json, "country", place.country());
        if (geometry) {
            json.writeFieldName("geometry");
            GeoJsonGeometry.write(json, place.geometry());
        }
        if (!GeoJsonGeometry.conforms(place.geometry())) {
            json.writeStringField("wkt", new WKTWriter().write(place.geometry()));
        }
        Json.text(json, "mgrs", mgrs(place));
        if (place.route().isPresent()) {
            Route route = place.route().get();
            json.writeObjectFieldStart("route");
            json.writeStringField("origin", route.origin());
            json.writeStringField("destination", route.destination());
            json.writeBooleanField("pathKnown", route.pathKnown());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    /** The grid reference of a point; lines and areas have none. */
    static Optional<String> mgrs(Place place) {
        if (place.geometry() instanceof Point point && !point.isEmpty()) {
            return Optional.of(Notation.MGRS.write(new Position(point.getY(), point.getX()), place.radiusMetres()));
        }
        return Optional.empty();
    }

    private static void distance(JsonGenerator json, Optional<StatedDistance> known) throws IOException {
        if (known.isEmpty()) {
            json.writeNullField("distance");
            return;
        }
        StatedDistance distance = known.get();
        json.writeObjectFieldStart("distance");
        json.writeStringField("verbatim", distance.verbatim());
        json.writeNumberField("value", distance.value());
        json.writeStringField("unit", distance.unit());
        json.writeStringField("reference", distance.reference());
        Json.text(json, "direction", distance.direction());
        json.writeEndObject();
    }

    private static void quote(JsonGenerator json, Handover.Cited cited) throws IOException {
        Dossier.Citation citation = cited.citation();
        Quote quote = citation.quote();
        Source source = citation.source();
        json.writeStartObject();
        json.writeNumberField("source", source.id());
        json.writeStringField("sourceUuid", source.uuid().toString());
        json.writeStringField("title", source.title());
        Json.text(json, "publisher", source.publisher());
        Json.text(json, "url", source.url());
        Json.text(json, "published", source.published());
        json.writeStringField("captureSha256", citation.capture().sha256());
        json.writeStringField("exact", quote.exact());
        json.writeStringField("prefix", quote.prefix());
        json.writeStringField("suffix", quote.suffix());
        json.writeNumberField("start", quote.start());
        json.writeNumberField("end", quote.end());
        bytes(json, "byteStart", citation.byteStart());
        bytes(json, "byteEnd", citation.byteEnd());
        json.writeBooleanField("intact", citation.intact());
        json.writeArrayFieldStart("relayChain");
        for (Source step : cited.chain()) {
            json.writeString(step.shortName());
        }
        json.writeEndArray();
        origin(json, cited);
        json.writeEndObject();
    }

    /** What else is known of a quote and of what it was read in. */
    private static void origin(JsonGenerator json, Handover.Cited cited) throws IOException {
        Source source = cited.source();
        Capture capture = cited.capture();
        json.writeStringField("uuid", cited.quote().uuid().toString());
        Json.text(json, "relays", cited.quote().relays());
        Json.text(json, "author", source.author());
        Json.text(json, "language", source.language());
        Json.text(json, "reliability", source.reliability());
        Json.text(json, "sourceRelays", source.relays());
        json.writeStringField("captureUuid", capture.uuid().toString());
        json.writeStringField("mediaType", capture.mediaType());
        json.writeStringField("retrieved", InstantText.of(capture.retrieved()));
        List<Source> behind = RelayedSources.of(cited);
        if (!behind.isEmpty()) {
            json.writeFieldName("relayed");
            RelayedSources.write(json, behind);
        }
    }

    private static void bytes(JsonGenerator json, String key, int offset) throws IOException {
        if (offset < 0) {
            json.writeNullField(key);
        } else {
            json.writeNumberField(key, offset);
        }
    }
}
