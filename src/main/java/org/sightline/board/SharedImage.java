package org.sightline.board;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * Images of things in the form in which two boards can be compared: keys, which each file gives by itself, are 0.
 */
final class SharedImage {
    private SharedImage() {}

    /**
     * The image with every key 0.
     *
     * @param captures for captures that the two boards know by different UUIDs, the one to name instead
     */
    static String withoutKeys(String image, Map<String, String> captures) {
        return CanonicalJson.write(stripped(image, captures));
    }

    private static JsonNode stripped(String image, Map<String, String> captures) {
        JsonNode node = CanonicalJson.read(image);
        if (node instanceof ObjectNode thing) {
            thing.put("id", 0);
            for (JsonNode part : thing.path("quotes")) {
                if (part instanceof ObjectNode quote) {
                    quote.put("id", 0);
                    String capture = quote.path("capture").asText();
                    quote.put("capture", captures.getOrDefault(capture, capture));
                }
            }
        }
        return node;
    }

    /** A hash by which two boards' images of a thing are equal: when it went to the trash does not matter, only why. */
    static String hash(String image, Map<String, String> captures) {
        JsonNode node = stripped(image, captures);
        if (node.path("removed") instanceof ObjectNode removal) {
            removal.remove("at");
        }
        return Digests.hex(CanonicalJson.write(node));
    }

    static String hash(String image) {
        return hash(image, Map.of());
    }
}
