package org.sightline.board;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One field of a thing whose value differs between two of its images. Keys, which are good in one file only, are no
 * fields.
 *
 * @param field as the image names it, {@code quantity.lower} for a field inside
 * @param before empty when the field was empty
 * @param after empty when the field is empty
 */
public record FieldDifference(String field, Optional<String> before, Optional<String> after) {

    /** In the order of the fields' names; both images as canonical JSON, empty for a thing that is not there. */
    public static List<FieldDifference> between(Optional<String> before, Optional<String> after) {
        Map<String, String> was = fields(before);
        Map<String, String> is = fields(after);
        TreeSet<String> names = new TreeSet<>(was.keySet());
        names.addAll(is.keySet());
        List<FieldDifference> differences = new ArrayList<>();
        for (String name : names) {
            Optional<String> old = Optional.ofNullable(was.get(name));
            Optional<String> now = Optional.ofNullable(is.get(name));
            if (!old.equals(now)) {
                differences.add(new FieldDifference(name, old, now));
            }
        }
        return differences;
    }

    private static Map<String, String> fields(Optional<String> image) {
        Map<String, String> fields = new TreeMap<>();
        image.map(CanonicalJson::read).ifPresent(node -> gather("", node, fields));
        return fields;
    }

    private static void gather(String prefix, JsonNode node, Map<String, String> fields) {
        node.properties().forEach(entry -> {
            String name = prefix + entry.getKey();
            JsonNode value = entry.getValue();
            if (name.equals("id") || name.equals("uuid") || value.isNull()) {
                return;
            }
            if (value.isObject() && !name.endsWith("geometry")) {
                gather(name + ".", value, fields);
                return;
            }
            String text = text(name, value);
            if (!text.isEmpty()) {
                fields.put(name, text);
            }
        });
    }

    private static String text(String name, JsonNode value) {
        if (name.equals("quotes")) {
            return quotes(value);
        }
        if (value.isArray()) {
            StringJoiner joined = new StringJoiner(", ");
            value.forEach(element -> joined.add(element.asText()));
            return joined.toString();
        }
        return value.isObject() ? CanonicalJson.write(value) : value.asText();
    }

    private static String quotes(JsonNode quotes) {
        StringJoiner joined = new StringJoiner("; ");
        for (JsonNode quote : quotes) {
            joined.add("\"" + quote.path("exact").asText() + "\" at "
                    + quote.path("start").asInt() + " to " + quote.path("end").asInt());
        }
        return joined.toString();
    }
}
