package org.sightline.board;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.sightline.DomainException;

/**
 * What two boards have made of one thing, joined field by field, as a three-way merge does: a field that only one of
 * them has changed since both knew the same image is as that one says. A quantity, a time, a place or a distance is one
 * field. Tags and quotes are joined one by one.
 *
 * <p>Asked about are fields that both have changed, each in its own way, and a judgement of one side where the other
 * side has changed what was judged: "confirmed" is not carried over to other words than those that were confirmed.
 *
 * @param image what is sure: the joined image, with mine where it is to be asked; canonical JSON without keys
 * @param asked the fields to ask about, by name in the image
 */
record FieldMerge(String image, Set<String> asked) {
    private static final Set<String> IDENTITY = Set.of("id", "uuid");
    private static final Set<String> SAID =
            Set.of("claimant", "distance", "modality", "place", "quantity", "quotes", "statement", "when");
    /** By judgement, what it is about. */
    private static final Map<String, Set<String>> JUDGED =
            Map.of("status", SAID, "credibility", SAID, "reliability", Set.of("author", "publisher", "url"));

    /**
     * Joins two images of a thing.
     *
     * @param base the image that both boards knew; all three without keys
     * @return empty where fields alone do not tell: it lies in the trash of one board only, or what comes out is no
     *     claim or source
     */
    static Optional<FieldMerge> of(String entity, String base, String mine, String theirs) {
        ObjectNode known = object(base);
        ObjectNode here = object(mine);
        ObjectNode there = object(theirs);
        if (!here.path("removed").equals(there.path("removed"))) {
            return Optional.empty();
        }
        ObjectNode joined = here.deepCopy();
        Set<String> asked = new TreeSet<>();
        for (String name : names(known, here, there)) {
            Optional<JsonNode> value = value(name, known, here, there);
            value.ifPresentOrElse(found -> put(joined, name, found), () -> asked.add(name));
        }
        String image = CanonicalJson.write(joined);
        return readable(entity, image) ? Optional.of(new FieldMerge(image, asked)) : Optional.empty();
    }

    /** The image with some fields as another one has them. */
    static String with(String image, String other, Set<String> fields) {
        ObjectNode joined = object(image);
        ObjectNode from = object(other);
        fields.forEach(name -> put(joined, name, from.path(name)));
        return CanonicalJson.write(joined);
    }

    private static ObjectNode object(String image) {
        if (CanonicalJson.read(image) instanceof ObjectNode object) {
            return object;
        }
        throw new DomainException("A line of the journal holds no thing; run verify to see which one.");
    }

    private static Set<String> names(ObjectNode... images) {
        Set<String> names = new TreeSet<>();
        for (ObjectNode image : images) {
            image.fieldNames().forEachRemaining(names::add);
        }
        names.removeAll(IDENTITY);
        return names;
    }

    private static void put(ObjectNode image, String name, JsonNode value) {
        if (value.isMissingNode()) {
            image.remove(name);
        } else {
            image.set(name, value);
        }
    }

    /** Empty where a person has to say. */
    private static Optional<JsonNode> value(String name, ObjectNode known, ObjectNode here, ObjectNode there) {
        JsonNode base = known.path(name);
        JsonNode mine = here.path(name);
        JsonNode theirs = there.path(name);
        if (mine.equals(theirs)) {
            return Optional.of(mine);
        }
        if (mine.equals(base)) {
            return judged(name, known, here) ? Optional.empty() : Optional.of(theirs);
        }
        if (theirs.equals(base)) {
            return judged(name, known, there) ? Optional.empty() : Optional.of(mine);
        }
        return switch (name) {
            case "tags" -> Optional.of(tags(base, mine, theirs));
            case "quotes" -> quotes(base, mine, theirs);
            default -> Optional.empty();
        };
    }

    /** Whether the field is a judgement and a side has changed what it is about. */
    private static boolean judged(String name, ObjectNode known, ObjectNode side) {
        return JUDGED.getOrDefault(name, Set.of()).stream()
                .anyMatch(field -> field.equals("quotes")
                        ? !kept(known.path(field), side.path(field))
                        : !known.path(field).equals(side.path(field)));
    }

    /** Whether all quotes are there still, as they were; more of them are no other ground for a judgement. */
    private static boolean kept(JsonNode before, JsonNode now) {
        return byIdentity(now).entrySet().containsAll(byIdentity(before).entrySet());
    }

    private static Map<String, JsonNode> byIdentity(JsonNode quotes) {
        Map<String, JsonNode> found = new LinkedHashMap<>();
        quotes.forEach(quote -> found.put(quote.path("uuid").asText(), quote));
        return found;
    }

    private static JsonNode tags(JsonNode base, JsonNode mine, JsonNode theirs) {
        Set<String> tags = CanonicalJson.texts(theirs);
        tags.removeAll(CanonicalJson.texts(base)); // what they have added
        tags.addAll(CanonicalJson.texts(mine));
        Set<String> dropped = CanonicalJson.texts(base);
        dropped.removeAll(CanonicalJson.texts(theirs));
        tags.removeAll(dropped);
        ArrayNode joined = ((ArrayNode) mine).arrayNode();
        tags.forEach(joined::add);
        return joined;
    }

    /** In the order in which they stand here, then what came in there; empty where one quote was changed in two ways. */
    private static Optional<JsonNode> quotes(JsonNode base, JsonNode mine, JsonNode theirs) {
        Map<String, JsonNode> known = byIdentity(base);
        Map<String, JsonNode> here = byIdentity(mine);
        Map<String, JsonNode> there = byIdentity(theirs);
        Set<String> all = new LinkedHashSet<>(here.keySet());
        all.addAll(there.keySet());
        List<JsonNode> joined = new ArrayList<>();
        for (String uuid : all) {
            JsonNode before = known.getOrDefault(uuid, MissingNode.getInstance());
            JsonNode one = here.getOrDefault(uuid, MissingNode.getInstance());
            JsonNode other = there.getOrDefault(uuid, MissingNode.getInstance());
            boolean theirsCounts = one.equals(before);
            if (!theirsCounts && !other.equals(before) && !one.equals(other)) {
                return Optional.empty();
            }
            JsonNode quote = theirsCounts ? other : one;
            if (!quote.isMissingNode()) {
                joined.add(quote);
            }
        }
        return Optional.of(((ArrayNode) mine).arrayNode().addAll(joined));
    }

    private static boolean readable(String entity, String image) {
        try {
            if (entity.equals("claim")) {
                ClaimImage.read(image);
            } else {
                SourceImage.readSource(image);
            }
            return true;
        } catch (DomainException | IllegalArgumentException e) {
            return false; // each field is sound, but not all together
        }
    }
}
