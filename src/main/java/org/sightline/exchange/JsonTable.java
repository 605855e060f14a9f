package org.sightline.exchange;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.io.WKTWriter;
import org.sightline.DomainException;

/**
 * Objects in a JSON file as rows: features of GeoJSON, the things of a list, of the first list in an object, or one after
 * another (JSON lines). Objects within are columns with dotted names, lists of plain values are joined by "; ", a
 * feature's geometry is the column {@value #GEOMETRY}. Claims as {@link ClaimJson} writes them are rows in the columns of
 * {@link TableColumns}. Read one object at a time. Immutable.
 */
final class JsonTable implements Table {
    static final String GEOMETRY = "geometry.wkt";

    private static final int MOST_DIGITS = 1_000;
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final Path file;
    private final List<String> header;
    private final boolean own;

    private JsonTable(Path file, List<String> header, boolean own) {
        this.file = file;
        this.header = List.copyOf(header);
        this.own = own;
    }

    /** @throws DomainException when it cannot be read, or holds no objects */
    static JsonTable open(Path file) {
        Set<String> keys = new LinkedHashSet<>();
        boolean own = false;
        boolean nothing = false;
        JsonTable reading = new JsonTable(file, List.of(), false);
        try (Objects objects = reading.new Objects()) {
            for (Optional<JsonNode> node = objects.next(); node.isPresent() && !own; node = objects.next()) {
                own = keys.isEmpty() && OwnJson.is(node.get());
                keys.addAll(flat(node.get()).values().keySet());
                if (keys.size() > MOST_COLUMNS) {
                    throw new DomainException("The file \"" + reading.name() + "\" has more than " + MOST_COLUMNS
                            + " different fields and was not read; take out those that are not needed.");
                }
            }
            nothing = objects.emptyList;
        }
        if (nothing) { // as a list of no claims leaves a board
            return new JsonTable(file, TableColumns.names(), true);
        }
        if (keys.isEmpty()) {
            throw new DomainException("The file \"" + reading.name()
                    + "\" holds no list of things that could be claims; see whether it is the right file.");
        }
        return own ? new JsonTable(file, TableColumns.names(), true) : new JsonTable(file, List.copyOf(keys), false);
    }

    @Override
    public String name() {
        return String.valueOf(file.getFileName());
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public Rows rows(IntPredicate wanted) {
        return new MadeRows(new Maker(), false);
    }

    @Override
    public Rows exactRows() {
        return new MadeRows(new Maker(), true);
    }

    private final class Maker implements MadeRows.Maker {
        private final Objects objects = new Objects();
        private final Deque<MadeRows.Made> ready = new ArrayDeque<>();

        @Override
        public Optional<MadeRows.Made> next() {
            while (ready.isEmpty()) {
                Optional<JsonNode> node = objects.next();
                if (node.isEmpty()) {
                    return Optional.empty();
                }
                List<MadeRows.Keyed> rows = own ? OwnJson.rows(node.get()) : List.of(flat(node.get()));
                rows.forEach(row -> ready.add(row.under(header)));
            }
            return Optional.of(ready.remove());
        }

        @Override
        public void close() {
            objects.close();
        }
    }

    private static MadeRows.Keyed flat(JsonNode node) {
        Map<String, String> values = new LinkedHashMap<>();
        Optional<String> problem = Optional.empty();
        if (node.path("type").asText().equals("Feature") && node.has("geometry")) {
            flatten("", node.path("properties"), values);
            if (node.has("id")) {
                values.putIfAbsent("id", text(node.get("id")));
            }
            try {
                String wkt = GeoJsonReading.geometry(node.get("geometry"))
                        .map(geometry -> new WKTWriter().write(geometry))
                        .orElse("");
                values.put(GEOMETRY, wkt);
            } catch (DomainException e) { // stays as it is, for the person to mend
                values.put(GEOMETRY, node.get("geometry").toString());
                problem = Optional.of(e.getMessage());
            }
        } else {
            flatten("", node, values);
        }
        return new MadeRows.Keyed(values, problem);
    }

    private static void flatten(String before, JsonNode node, Map<String, String> values) {
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            String key = before + field.getKey();
            if (field.getValue().isObject()) {
                flatten(key + ".", field.getValue(), values);
            } else {
                values.put(key, text(field.getValue()));
            }
        }
    }

    /** Numbers in full unless that would take more than a thousand digits. */
    static String text(JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return "";
        }
        if (value.isNumber()) {
            BigDecimal number = value.decimalValue();
            return Math.abs((long) number.scale()) > MOST_DIGITS ? number.toString() : number.toPlainString();
        }
        if (value.isArray()) {
            List<String> parts = new ArrayList<>();
            value.forEach(part -> parts.add(part.isContainerNode() ? part.toString() : text(part)));
            return parts.stream().collect(Collectors.joining("; "));
        }
        return value.isObject() ? value.toString() : value.asText();
    }

    /** The objects of the file, one after another. */
    private final class Objects implements AutoCloseable {
        private final JsonParser parser;
        private boolean begun;
        private boolean emptyList;

        Objects() {
            try {
                parser = MAPPER.createParser(file.toFile());
            } catch (IOException e) {
                throw broken(e);
            }
        }

        Optional<JsonNode> next() {
            try {
                if (!begun) {
                    begun = true;
                    return first();
                }
                return from(parser.nextToken());
            } catch (JsonProcessingException e) {
                throw damaged(e);
            } catch (IOException e) {
                throw broken(e);
            }
        }

        private Optional<JsonNode> from(@Nullable JsonToken first) throws IOException {
            JsonToken token = first;
            while (token != null && token != JsonToken.START_OBJECT && token != JsonToken.END_ARRAY) {
                if (token == JsonToken.START_ARRAY) {
                    parser.skipChildren();
                }
                token = parser.nextToken();
            }
            return token == JsonToken.START_OBJECT ? Optional.of(MAPPER.readTree(parser)) : Optional.empty();
        }

        private Optional<JsonNode> first() throws IOException {
            JsonToken token = parser.nextToken();
            if (token == JsonToken.START_ARRAY) {
                JsonToken element = parser.nextToken();
                emptyList = element == JsonToken.END_ARRAY;
                return from(element);
            }
            if (token != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            // an object that holds a list, or is itself the first of several
            com.fasterxml.jackson.databind.node.ObjectNode head = MAPPER.createObjectNode();
            for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
                JsonToken value = parser.nextToken();
                boolean lone = head.path("type").asText().equals("Feature") || OwnJson.begins(head);
                if (value == JsonToken.START_ARRAY && !lone && !field.equals("bbox")) {
                    JsonToken element = parser.nextToken();
                    if (element == JsonToken.START_OBJECT) {
                        return Optional.of(MAPPER.readTree(parser));
                    }
                    emptyList |= field.equals("features") && element == JsonToken.END_ARRAY;
                    skipRest(element);
                } else {
                    head.set(field, MAPPER.readTree(parser));
                }
            }
            return head.isEmpty() || head.path("type").asText().equals("FeatureCollection")
                    ? Optional.empty()
                    : Optional.of(head);
        }

        private void skipRest(JsonToken first) throws IOException {
            JsonToken token = first;
            while (token != null && token != JsonToken.END_ARRAY) {
                if (token == JsonToken.START_ARRAY || token == JsonToken.START_OBJECT) {
                    parser.skipChildren();
                }
                token = parser.nextToken();
            }
        }

        @Override
        public void close() {
            try {
                parser.close();
            } catch (IOException e) {
                throw broken(e);
            }
        }
    }

    private DomainException damaged(JsonProcessingException e) {
        int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
        return new DomainException(
                "The file \"" + name() + "\" is no whole JSON (line " + line
                        + "); get it again from where it came from.",
                e);
    }

    private DomainException broken(IOException e) {
        return new DomainException("The file \"" + name() + "\" cannot be read; see whether it is there.", e);
    }
}
