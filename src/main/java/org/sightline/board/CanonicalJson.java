package org.sightline.board;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.sightline.DomainException;

/**
 * JSON in the one form that RFC 8785 (JSON Canonicalization Scheme) gives a value, so that it can be hashed. Keys are
 * sorted by UTF-16 code units, which is {@link String}'s own order.
 */
final class CanonicalJson {
    private static final JsonMapper READER = JsonMapper.builder().build();
    private static final String UNREADABLE = "A line of the journal is not readable; run verify to see which one.";
    private static final String HEX = "0123456789abcdef";

    private CanonicalJson() {}

    /** An object; entries whose value is empty are left out. */
    static final class Members extends TreeMap<String, Object> {
        private static final long serialVersionUID = 1L;

        Members with(String key, Object value) {
            put(key, value);
            return this;
        }

        Members with(String key, Optional<?> value) {
            value.ifPresent(v -> put(key, v));
            return this;
        }
    }

    /** Text that is canonical JSON already, to be put in as it stands. */
    record Verbatim(String json) {}

    static Members object() {
        return new Members();
    }

    /** @param value of Members, Map, List, String, Integer, Long, Double, Boolean, JsonNode, {@link Verbatim} or null */
    static String write(@Nullable Object value) {
        StringBuilder out = new StringBuilder(512);
        write(value, out);
        return out.toString();
    }

    /** @throws DomainException when it is not JSON */
    static JsonNode read(String json) {
        try {
            return READER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new DomainException(UNREADABLE, e);
        }
    }

    /**
     * The members of an object, each value as it stands in the text.
     *
     * @throws DomainException when it is not JSON, or no object
     */
    static Map<String, String> members(String json) {
        Map<String, String> members = new HashMap<>();
        try (JsonParser parser = READER.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new DomainException(UNREADABLE);
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                int from = (int) parser.currentTokenLocation().getCharOffset();
                parser.skipChildren();
                parser.finishToken();
                members.put(name, json.substring(from, (int)
                        parser.currentLocation().getCharOffset()));
            }
            return members;
        } catch (IOException e) {
            throw new DomainException(UNREADABLE, e);
        }
    }

    /** The strings of an array, sorted and each once. */
    static Set<String> texts(JsonNode array) {
        Set<String> texts = new TreeSet<>();
        array.forEach(node -> texts.add(node.asText()));
        return texts;
    }

    private static void write(@Nullable Object value, StringBuilder out) {
        switch (value) {
            case null -> out.append("null");
            case String text -> string(text, out);
            case Verbatim verbatim -> out.append(verbatim.json());
            case Integer number -> out.append(number.intValue());
            case Long number -> out.append(number.longValue());
            case Double number -> out.append(number(number));
            case Boolean flag -> out.append(flag.booleanValue());
            case JsonNode node -> node(node, out);
            case List<?> list -> array(list, out);
            case Map<?, ?> map -> object(map, out);
            default -> throw new IllegalArgumentException("not a JSON value: " + value.getClass());
        }
    }

    private static void node(JsonNode node, StringBuilder out) {
        switch (node.getNodeType()) {
            case OBJECT -> {
                Members members = object();
                node.properties().forEach(entry -> members.put(entry.getKey(), entry.getValue()));
                object(members, out);
            }
            case ARRAY -> array(node.valueStream().toList(), out);
            case STRING -> string(node.asText(), out);
            case BOOLEAN -> out.append(node.asBoolean());
            case NUMBER -> out.append(node.isIntegralNumber() ? node.asText() : number(node.asDouble()));
            default -> out.append("null");
        }
    }

    private static void object(Map<?, ?> map, StringBuilder out) {
        out.append('{');
        String separator = "";
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            out.append(separator);
            string(String.valueOf(entry.getKey()), out);
            out.append(':');
            write(entry.getValue(), out);
            separator = ",";
        }
        out.append('}');
    }

    private static void array(List<?> list, StringBuilder out) {
        out.append('[');
        String separator = "";
        for (Object element : list) {
            out.append(separator);
            write(element, out);
            separator = ",";
        }
        out.append(']');
    }

    private static void string(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\f' -> out.append("\\f");
                case '\r' -> out.append("\\r");
                default -> {
                    if (Character.isSurrogate(c)) {
                        i = pair(text, i, out);
                    } else if (c < 0x20) {
                        out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    private static int pair(String text, int at, StringBuilder out) {
        int character = text.codePointAt(at);
        if (!Character.isSupplementaryCodePoint(character)) {
            throw new DomainException("A text has half a character in it (an unpaired surrogate) and cannot be stored;"
                    + " type it again.");
        }
        out.appendCodePoint(character);
        return at + 1;
    }

    /**
     * A number as ECMAScript writes it (RFC 8785, clause 3.2.2.3). Java gives the same shortest digits since JDK 19
     * (JDK-4511638); only where the point and the exponent go differs.
     */
    static String number(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("JSON has no " + value);
        }
        if (value == 0) {
            return "0";
        }
        double size = Math.abs(value);
        if (size >= 1e-3 && size < 1e7) { // Java writes these without an exponent, as ECMAScript does
            String digits = Double.toString(value);
            return digits.endsWith(".0") ? digits.substring(0, digits.length() - 2) : digits;
        }
        BigDecimal exact = shortest(Math.abs(value));
        String digits = exact.unscaledValue().toString();
        int point = digits.length() - exact.scale(); // digits before the decimal point
        return (value < 0 ? "-" : "") + placed(digits, point);
    }

    private static BigDecimal shortest(double value) {
        BigDecimal digits = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        // Java never gives fewer than two digits, also where one would do, as in 5e-324
        BigDecimal fewer = digits.round(new MathContext(1));
        return digits.precision() == 2 && fewer.doubleValue() == value ? fewer : digits;
    }

    private static String placed(String digits, int point) {
        int length = digits.length();
        if (length <= point && point <= 21) {
            return digits + "0".repeat(point - length);
        }
        if (0 < point && point <= 21) {
            return digits.substring(0, point) + "." + digits.substring(point);
        }
        if (-6 < point && point <= 0) {
            return "0." + "0".repeat(-point) + digits;
        }
        String exponent = (point > 0 ? "e+" : "e-") + Math.abs(point - 1);
        return digits.charAt(0) + (length > 1 ? "." + digits.substring(1) : "") + exponent;
    }
}
