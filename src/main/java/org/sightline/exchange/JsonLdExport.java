package org.sightline.exchange;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.locationtech.jts.io.WKTWriter;
import org.sightline.claim.Claim;
import org.sightline.jobs.Jobs;
import org.sightline.source.Capture;
import org.sightline.source.Quote;
import org.sightline.source.Source;

/**
 * Claims as linked data (JSON-LD 1.1), in the words of others where there are some: a quote is an annotation with a text
 * quote and a text position selector (W3C Web Annotation), whose body is the claim and whose target the capture; claims
 * derive from captures, captures are of sources, sources derive from what they relay (W3C PROV-O); what they are called
 * and where they are is said with schema.org, Dublin Core and GeoSPARQL. The whole claim as {@link ClaimJson} writes it
 * stands with it as a JSON literal. The context is in the file; nothing is fetched. Stateless.
 */
final class JsonLdExport {
    private static final String[] PREFIXES = {
        "prov", "http://www.w3.org/ns/prov#",
        "oa", "http://www.w3.org/ns/oa#",
        "schema", "https://schema.org/",
        "dcterms", "http://purl.org/dc/terms/",
        "geo", "http://www.opengis.net/ont/geosparql#",
        "xsd", "http://www.w3.org/2001/XMLSchema#",
        "rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "sightline", "urn:sightline:"
    };

    private final JsonGenerator json;
    private final Set<UUID> told = new HashSet<>(); // sources and captures, each of which is told once
    private boolean any;

    private JsonLdExport(JsonGenerator json) {
        this.json = json;
    }

    /** @throws java.util.concurrent.CancellationException when the job is cancelled */
    static void write(Handover claims, OutputStream out, Jobs.Progress progress) throws IOException {
        Told counted = new Told(claims, progress);
        try (JsonGenerator json = Json.compact(out)) {
            JsonLdExport export = new JsonLdExport(json);
            json.writeStartObject();
            export.context();
            json.writeStringField("@type", "prov:Collection");
            json.writeStringField("dcterms:title", claims.title());
            json.writeArrayFieldStart("@included");
            claims.each(entry -> {
                counted.one();
                export.claim(entry);
                for (Handover.Cited cited : entry.quotes()) {
                    export.annotation(entry.claim(), cited);
                    export.capture(cited.capture());
                    for (Source source : cited.chain()) {
                        export.source(source);
                    }
                }
            });
            json.writeRaw('\n');
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private void context() throws IOException {
        json.writeObjectFieldStart("@context");
        json.writeNumberField("@version", new java.math.BigDecimal("1.1"));
        for (int i = 0; i < PREFIXES.length; i += 2) {
            json.writeStringField(PREFIXES[i], PREFIXES[i + 1]);
        }
        json.writeEndObject();
    }

    private static String urn(UUID uuid) {
        return "urn:uuid:" + uuid;
    }

    private void begin(UUID uuid, String... types) throws IOException {
        json.writeRaw(any ? "" : "\n");
        any = true;
        json.writeStartObject();
        json.writeStringField("@id", urn(uuid));
        json.writeFieldName("@type");
        json.writeArray(types, 0, types.length);
    }

    private void claim(Handover.Entry entry) throws IOException {
        Claim claim = entry.claim();
        begin(claim.uuid(), "schema:Claim", "prov:Entity");
        json.writeStringField("schema:text", claim.statement());
        if (claim.claimant().isPresent()) {
            json.writeStringField("schema:creator", claim.claimant().get());
        }
        if (claim.when().isPresent()) {
            json.writeStringField("dcterms:temporal", claim.when().get().edtf());
        }
        if (claim.place().isPresent()) {
            json.writeStringField("schema:location", claim.place().get().name());
            json.writeObjectFieldStart("geo:hasGeometry");
            typed("geo:asWKT", new WKTWriter().write(claim.place().get().geometry()), "geo:wktLiteral");
            json.writeEndObject();
        }
        json.writeStringField("sightline:status", claim.status().key());
        json.writeArrayFieldStart("prov:wasDerivedFrom");
        for (Handover.Cited cited : entry.quotes()) {
            reference(cited.capture().uuid());
        }
        json.writeEndArray();
        json.writeObjectFieldStart("sightline:claim");
        json.writeStringField("@type", "@json");
        json.writeFieldName("@value");
        ClaimJson.write(json, entry);
        json.writeEndObject();
        json.writeEndObject();
    }

    private void annotation(Claim claim, Handover.Cited cited) throws IOException {
        Quote quote = cited.quote();
        begin(quote.uuid(), "oa:Annotation");
        json.writeFieldName("oa:hasBody");
        reference(claim.uuid());
        json.writeObjectFieldStart("oa:hasTarget");
        json.writeStringField("@type", "oa:SpecificResource");
        json.writeFieldName("oa:hasSource");
        reference(quote.capture());
        json.writeArrayFieldStart("oa:hasSelector");
        json.writeStartObject();
        json.writeStringField("@type", "oa:TextQuoteSelector");
        json.writeStringField("oa:exact", quote.exact());
        json.writeStringField("oa:prefix", quote.prefix());
        json.writeStringField("oa:suffix", quote.suffix());
        json.writeEndObject();
        json.writeStartObject();
        json.writeStringField("@type", "oa:TextPositionSelector");
        json.writeNumberField("oa:start", quote.start());
        json.writeNumberField("oa:end", quote.end());
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
        json.writeBooleanField("sightline:intact", cited.citation().intact());
        json.writeEndObject();
    }

    private void capture(Capture capture) throws IOException {
        if (!told.add(capture.uuid())) {
            return;
        }
        begin(capture.uuid(), "prov:Entity");
        json.writeFieldName("prov:specializationOf");
        reference(capture.source());
        json.writeStringField("dcterms:format", capture.mediaType());
        json.writeStringField("sightline:sha256", capture.sha256());
        typed("prov:generatedAtTime", capture.retrieved().toString(), "xsd:dateTime");
        json.writeEndObject();
    }

    private void source(Source source) throws IOException {
        if (!told.add(source.uuid())) {
            return;
        }
        begin(source.uuid(), "schema:CreativeWork", "prov:Entity");
        json.writeStringField("schema:name", source.title());
        known("schema:publisher", source.publisher());
        known("schema:author", source.author());
        known("schema:url", source.url());
        known("schema:datePublished", source.published());
        known("schema:inLanguage", source.language());
        known("sightline:reliability", source.reliability());
        if (source.relays().isPresent()) {
            json.writeFieldName("prov:wasDerivedFrom");
            reference(source.relays().get());
        }
        json.writeEndObject();
    }

    private void known(String key, Optional<?> value) throws IOException {
        if (value.isPresent()) {
            json.writeStringField(key, value.get().toString());
        }
    }

    private void typed(String key, String value, String type) throws IOException {
        json.writeObjectFieldStart(key);
        json.writeStringField("@type", type);
        json.writeStringField("@value", value);
        json.writeEndObject();
    }

    private void reference(UUID uuid) throws IOException {
        json.writeStartObject();
        json.writeStringField("@id", urn(uuid));
        json.writeEndObject();
    }
}
