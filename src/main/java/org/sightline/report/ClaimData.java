package org.sightline.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.sightline.claim.Claim;
import org.sightline.claim.Place;
import org.sightline.claim.When;
import org.sightline.geo.LongitudeSpan;
import org.sightline.jobs.Jobs;
import org.sightline.map.SymbolPaths;

/**
 * What the page's scripts need of the claims beside their articles: places and times to draw, keys to sort by. Times are
 * seconds since 1970. Stateless.
 */
final class ClaimData {
    private ClaimData() {}

    static void write(ReportContent content, ReportLayers layers, Jobs.Progress progress, JsonGenerator json)
            throws IOException {
        json.writeStartObject();
        json.writeObjectFieldStart("words");
        for (Map.Entry<String, String> word : Phrases.ofScripts().entrySet()) {
            json.writeStringField(word.getKey(), word.getValue());
        }
        json.writeEndObject();
        json.writeFieldName("map");
        BaseMapData.write(extent(content), json);
        json.writeFieldName("layers");
        layers.write(json);
        boolean military = content.map().hasSymbols(content.claims());
        json.writeArrayFieldStart("claims");
        for (ReportContent.Entry entry : content.entries()) {
            progress.check();
            claim(entry, military, json);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** Degrees; longitudes may run on past 180. */
    static Optional<Envelope> extent(ReportContent content) {
        LongitudeSpan span = new LongitudeSpan();
        content.claims().stream()
                .flatMap(claim -> claim.place().stream())
                .forEach(place -> span.add(ClaimShape.drawn(place)));
        return span.extent();
    }

    private static void claim(ReportContent.Entry entry, boolean military, JsonGenerator json) throws IOException {
        Claim claim = entry.claim();
        json.writeRaw('\n');
        json.writeStartObject();
        json.writeNumberField("id", claim.id());
        json.writeStringField("text", ForeignText.plain(claim.statement()));
        json.writeStringField("category", claim.category().symbol().key());
        json.writeStringField("status", claim.status().key());
        json.writeStringField("modality", claim.modality().key());
        json.writeNumberField("roots", entry.independentRoots());
        if (claim.credibility().isPresent()) {
            json.writeNumberField("credibility", claim.credibility().get().grade());
        }
        if (military) {
            json.writeStringField("frame", SymbolPaths.frame(claim));
            if (SymbolPaths.icon(claim).isPresent()) {
                json.writeStringField("icon", SymbolPaths.icon(claim).get());
            }
        }
        if (entry.orphaned()) {
            json.writeBooleanField("orphaned", true);
        }
        if (claim.when().isPresent()) {
            when(claim.when().get(), json);
        }
        if (claim.place().isPresent()) {
            Place place = claim.place().get();
            json.writeStringField("place", ForeignText.plain(Wording.name(place)));
            ClaimShape.write(place, json);
        }
        json.writeEndObject();
    }

    private static void when(When when, JsonGenerator json) throws IOException {
        json.writeStringField("when", ForeignText.plain(when.display()));
        instant("from", when.earliest(), json);
        instant("to", when.latest(), json);
    }

    private static void instant(String key, Optional<Instant> at, JsonGenerator json) throws IOException {
        if (at.isPresent()) {
            json.writeNumberField(key, at.get().getEpochSecond());
        }
    }
}
