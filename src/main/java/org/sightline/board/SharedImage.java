package org.sightline.board;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.sightline.board.SourceImage.StoredSource;
import org.sightline.claim.Claim;

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

    /** Whether the hashes of two images are the same; quick where they are. */
    static boolean same(Claim one, Claim other) {
        return withoutKeys(one).equals(withoutKeys(other))
                || hash(ClaimImage.write(one)).equals(hash(ClaimImage.write(other)));
    }

    /** Whether the hashes of two images are the same; quick where they are. */
    static boolean same(StoredSource one, StoredSource other) {
        return one.source().withId(0).equals(other.source().withId(0))
                        && one.removed().equals(other.removed())
                || hash(SourceImage.write(one)).equals(hash(SourceImage.write(other)));
    }

    private static Claim withoutKeys(Claim claim) {
        return Claims.with(
                claim, 0, claim.quotes().stream().map(quote -> quote.withId(0)).toList());
    }
}
