package org.sightline.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.locationtech.jts.geom.Geometry;
import org.sightline.DomainException;

/** Claims as {@link ClaimJson} writes them, alone or as a feature, as rows in the columns of {@link TableColumns}. Stateless. */
final class OwnJson {
    /** Keys of a quote, and their columns. */
    private static final String[] QUOTE = {
        "exact", "quote.exact",
        "prefix", "quote.prefix",
        "suffix", "quote.suffix",
        "start", "quote.start",
        "end", "quote.end",
        "intact", "quote.intact",
        "uuid", "quote.uuid",
        "relays", "quote.relays",
        "sourceUuid", "source.uuid",
        "title", "source.title",
        "publisher", "source.publisher",
        "author", "source.author",
        "url", "source.url",
        "published", "source.published",
        "language", "source.language",
        "reliability", "source.reliability",
        "sourceRelays", "source.relays",
        "captureSha256", "capture.sha256",
        "captureUuid", "capture.uuid",
        "mediaType", "capture.mediaType",
        "retrieved", "capture.retrieved"
    };

    private OwnJson() {}

    static boolean is(JsonNode node) {
        JsonNode claim = claim(node);
        return claim.path("uuid").isTextual()
                && claim.path("statement").isTextual()
                && claim.path("quotes").isArray();
    }

    /** Whether what has been read of an object so far is a claim's. */
    static boolean begins(JsonNode head) {
        return head.path("uuid").isTextual() && head.path("statement").isTextual();
    }

    private static JsonNode claim(JsonNode node) {
        return node.path("type").asText().equals("Feature") ? node.path("properties") : node;
    }

    static List<MadeRows.Keyed> rows(JsonNode node) {
        JsonNode claim = claim(node);
        Map<String, String> plain = new HashMap<>();
        Optional<String> problem = Optional.empty();
        flatten("", claim, plain);
        plain.put("tags", tags(claim.path("tags")));
        plain.put("relations", relations(claim.path("relations")));
        if (plain.getOrDefault("place.wkt", "").isEmpty()) {
            JsonNode geometry = node.has("properties")
                    ? node.path("geometry")
                    : claim.path("place").path("geometry");
            try {
                Optional<Geometry> read = GeoJsonReading.geometry(geometry);
                read.ifPresent(g -> plain.put("place.wkt", TableColumns.wkt(g)));
            } catch (DomainException e) { // stays as it is, for the person to mend
                plain.put("place.wkt", geometry.toString());
                problem = Optional.of(e.getMessage());
            }
        }
        List<MadeRows.Keyed> rows = new ArrayList<>();
        for (JsonNode quote : claim.path("quotes")) {
            Map<String, String> row = new HashMap<>(plain);
            for (int i = 0; i < QUOTE.length; i += 2) {
                row.put(QUOTE[i + 1], JsonTable.text(quote.path(QUOTE[i])));
            }
            row.put(
                    "source.relayed",
                    quote.has("relayed") ? quote.get("relayed").toString() : "");
            rows.add(new MadeRows.Keyed(row, problem));
        }
        return rows.isEmpty() ? List.of(new MadeRows.Keyed(plain, problem)) : rows;
    }

    private static void flatten(String before, JsonNode node, Map<String, String> values) {
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            if (field.getValue().isObject()) {
                flatten(before + field.getKey() + ".", field.getValue(), values);
            } else if (!field.getValue().isArray()) {
                values.put(before + field.getKey(), JsonTable.text(field.getValue()));
            }
        }
    }

    private static String tags(JsonNode tags) {
        return StreamSupport.stream(tags.spliterator(), false)
                .map(tag -> tag.asText().replace("\\", "\\\\").replace(";", "\\;"))
                .collect(Collectors.joining("; "));
    }

    private static String relations(JsonNode relations) {
        return StreamSupport.stream(relations.spliterator(), false)
                .map(r -> r.path("kind").asText() + " " + r.path("to").asText() + " "
                        + r.path("uuid").asText())
                .collect(Collectors.joining("; "));
    }
}
