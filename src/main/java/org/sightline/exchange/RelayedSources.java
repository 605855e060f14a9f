package org.sightline.exchange;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.sightline.source.Source;

/** The sources behind the one that was read, which nothing may quote itself: the rest of a relay chain. Stateless. */
final class RelayedSources {
    private RelayedSources() {}

    static List<Source> of(Handover.Cited cited) {
        return cited.chain().stream()
                .filter(source -> !source.uuid().equals(cited.source().uuid()))
                .toList();
    }

    /** As one line of JSON, for a cell; empty when there are none. */
    static Optional<String> json(Handover.Cited cited) {
        List<Source> behind = of(cited);
        if (behind.isEmpty()) {
            return Optional.empty();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = Json.compact(bytes)) {
            write(json, behind);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.of(bytes.toString(StandardCharsets.UTF_8));
    }

    static void write(JsonGenerator json, List<Source> sources) throws IOException {
        json.writeStartArray();
        for (Source source : sources) {
            json.writeStartObject();
            json.writeStringField("uuid", source.uuid().toString());
            json.writeStringField("title", source.title());
            Json.text(json, "publisher", source.publisher());
            Json.text(json, "author", source.author());
            Json.text(json, "url", source.url());
            Json.text(json, "published", source.published());
            Json.text(json, "language", source.language());
            Json.text(json, "reliability", source.reliability());
            Json.text(json, "relays", source.relays());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
