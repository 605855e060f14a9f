package org.sightline.briefing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Envelope;
import org.sightline.DomainException;
import org.sightline.geo.Notation;
import org.sightline.map.MapTheme;
import org.sightline.map.SymbolSet;

/** Reads a design from JSON, with what a starting point has where nothing is said. */
final class DesignReader {
    private final JsonNode root;

    DesignReader(JsonNode root) {
        this.root = root;
    }

    Design read() {
        if (!DesignFile.FORMAT.equals(root.path("format").asText())) {
            throw wrong("format", root.path("format"), "\"" + DesignFile.FORMAT + "\"");
        }
        Start start = root.has("start") ? Start.parse(text(root, "start")) : Start.MAP;
        Design plain = Design.from(start);
        return new Design(
                start,
                text(root, "title"),
                root.has("paper") ? PaperSize.parse(text(root, "paper")) : plain.paper(),
                word("orientation", List.of("landscape", "portrait"), "landscape")
                        .equals("landscape"),
                tiles(root.path("tiles")),
                marking(object(root, "marking")),
                look(),
                word("numbering", Arrays.asList(Numbering.values()), Numbering::key, Numbering.READING),
                new Design.Chosen(text(object(root, "claims"), "search"), text(object(root, "claims"), "filter")),
                elements(object(root, "elements")),
                notes(root.path("notes")));
    }

    private static Tiles tiles(JsonNode node) {
        if (node.isMissingNode()) {
            return Tiles.NONE;
        }
        return new Tiles(
                (int) number(node, "columns", 1),
                (int) number(node, "rows", 1),
                number(node, "overlap", Tiles.NONE.overlapMm()));
    }

    private static Design.Marking marking(JsonNode node) {
        Optional<BriefingSpec.Tlp> tlp = node.has("tlp") ? Optional.of(tlp(text(node, "tlp"))) : Optional.empty();
        return new Design.Marking(tlp, text(node, "classification"));
    }

    private static BriefingSpec.Tlp tlp(String word) {
        return BriefingSpec.Tlp.parse(word)
                .orElseThrow(() -> new DomainException(
                        Phrases.of("error.design.word", "tlp", word, "CLEAR, GREEN, AMBER, AMBER+STRICT, RED")));
    }

    private Look look() {
        boolean grey =
                word("colours", List.of("colour", "black-and-white"), "colour").equals("black-and-white");
        return new Look(
                extent(root.path("bbox")),
                grey ? MapTheme.MONOCHROME : MapTheme.PRINT,
                word("notation", Arrays.asList(Notation.values()), DesignFile::lower, Notation.DECIMAL),
                Look.projection(text(root, "crs")),
                (int) number(root, "dpi", Look.PLAIN.dpi()),
                word("symbols", Arrays.asList(SymbolSet.values()), DesignFile::lower, SymbolSet.PINS),
                word("crowding", Arrays.asList(Crowding.values()), Crowding::key, Crowding.SPREAD));
    }

    private static Optional<Envelope> extent(JsonNode node) {
        return numbers(node, "bbox").map(n -> new Envelope(n[0], n[2], n[1], n[3]));
    }

    private static Map<Part, Element> elements(JsonNode node) {
        Map<Part, Element> parts = new EnumMap<>(Part.class);
        node.properties()
                .forEach(entry -> Part.ofKey(entry.getKey()).ifPresent(part -> parts.put(part, element(entry))));
        return parts;
    }

    private static Element element(Map.Entry<String, JsonNode> entry) {
        JsonNode node = entry.getValue();
        if (!node.isObject()) {
            throw wrong(entry.getKey(), node, "{\"shown\": true}");
        }
        return new Element(node.path("shown").asBoolean(true), box(node.path("box")));
    }

    private static List<Note> notes(JsonNode node) {
        List<Note> notes = new ArrayList<>();
        for (JsonNode one : node) {
            notes.add(new Note(text(one, "text"), box(one.path("box"))));
        }
        return notes;
    }

    private static Optional<Box> box(JsonNode node) {
        return numbers(node, "box").map(n -> new Box(n[0], n[1], n[2], n[3]));
    }

    /** Four numbers; empty where there is nothing. */
    private static Optional<double[]> numbers(JsonNode node, String key) {
        if (node.isMissingNode() || node.isNull()) {
            return Optional.empty();
        }
        boolean four = node.isArray() && node.size() == 4;
        for (JsonNode one : node) {
            four &= one.isNumber() && Double.isFinite(one.asDouble());
        }
        if (!four) {
            throw wrong(key, node, "[0, 0, 100, 50]");
        }
        return Optional.of(node.valueStream().mapToDouble(JsonNode::asDouble).toArray());
    }

    private String word(String key, List<String> words, String usual) {
        return word(key, words, Function.identity(), usual);
    }

    private <T> T word(String key, List<T> values, Function<T, String> named, T usual) {
        if (!root.has(key)) {
            return usual;
        }
        String said = text(root, key).toLowerCase(Locale.ROOT);
        return values.stream()
                .filter(value -> named.apply(value).equals(said))
                .findFirst()
                .orElseThrow(() -> new DomainException(Phrases.of(
                        "error.design.word",
                        key,
                        said,
                        values.stream().map(named).collect(Collectors.joining(", ")))));
    }

    private static String text(JsonNode node, String key) {
        JsonNode value = node.path(key);
        if (!value.isMissingNode() && !value.isTextual()) {
            throw wrong(key, value, "\"\u2026\"");
        }
        return value.asText("");
    }

    private static double number(JsonNode node, String key, double usual) {
        JsonNode value = node.path(key);
        if (value.isMissingNode()) {
            return usual;
        }
        if (!value.isNumber()) {
            throw wrong(key, value, "10");
        }
        return value.asDouble();
    }

    private static JsonNode object(JsonNode node, String key) {
        JsonNode value = node.path(key);
        if (!value.isMissingNode() && !value.isObject()) {
            throw wrong(key, value, "{}");
        }
        return value;
    }

    private static DomainException wrong(String key, JsonNode value, String like) {
        String said = value.toString();
        return new DomainException(Phrases.of(
                "error.design.value", key, said.length() > 60 ? said.substring(0, 60) + "\u2026" : said, like));
    }
}
