package org.sightline.exchange;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.sightline.source.Capture;
import org.sightline.source.Source;

/** A source with its captures as JSON. Keys, once released, are only added to. Stateless. */
public final class SourceJson {
    private SourceJson() {}

    /** @param relayed the source that this one derives from, where the board has it */
    public static void write(JsonGenerator json, Source source, Optional<Source> relayed, List<Capture> captures)
            throws IOException {
        json.writeStartObject();
        json.writeNumberField("id", source.id());
        json.writeStringField("uuid", source.uuid().toString());
        json.writeStringField("title", source.title());
        Json.text(json, "publisher", source.publisher());
        Json.text(json, "author", source.author());
        Json.text(json, "url", source.url());
        Json.text(json, "published", source.published());
        Json.text(json, "language", source.language());
        Json.text(json, "reliability", source.reliability());
        if (relayed.isPresent()) {
            json.writeNumberField("relays", relayed.get().id());
        } else {
            json.writeNullField("relays");
        }
        Json.text(json, "relaysUuid", source.relays());
        json.writeArrayFieldStart("captures");
        for (Capture capture : captures) {
            capture(json, capture);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void capture(JsonGenerator json, Capture capture) throws IOException {
        json.writeStartObject();
        json.writeStringField("sha256", capture.sha256());
        json.writeStringField("mediaType", capture.mediaType());
        Json.text(json, "charset", capture.charset());
        json.writeStringField("retrieved", capture.retrieved().toString());
        json.writeNumberField("bytes", capture.bytes());
        json.writeNumberField("textLength", capture.textLength());
        json.writeStringField("uuid", capture.uuid().toString());
        json.writeEndObject();
    }
}
