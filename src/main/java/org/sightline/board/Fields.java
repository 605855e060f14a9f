package org.sightline.board;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;
import org.sightline.DomainException;

/** An image from the journal, read by key. */
record Fields(JsonNode node) {

    Optional<String> maybeText(String key) {
        return Optional.ofNullable(node.get(key)).filter(JsonNode::isTextual).map(JsonNode::asText);
    }

    String text(String key) {
        return maybeText(key).orElseThrow(() -> missing(key));
    }

    long number(String key) {
        return Optional.ofNullable(node.get(key))
                .filter(JsonNode::isNumber)
                .map(JsonNode::asLong)
                .orElseThrow(() -> missing(key));
    }

    double real(String key) {
        return Optional.ofNullable(node.get(key))
                .filter(JsonNode::isNumber)
                .map(JsonNode::asDouble)
                .orElseThrow(() -> missing(key));
    }

    boolean flag(String key) {
        return node.path(key).asBoolean();
    }

    UUID uuid(String key) {
        return UUID.fromString(text(key));
    }

    Optional<UUID> maybeUuid(String key) {
        return maybeText(key).map(UUID::fromString);
    }

    Optional<BigDecimal> maybeDecimal(String key) {
        return maybeText(key).map(BigDecimal::new);
    }

    <E extends Enum<E>> E word(String key, Class<E> list) {
        return Words.parse(list, text(key)).orElseThrow(() -> missing(key));
    }

    <E extends Enum<E>> Optional<E> maybeWord(String key, Class<E> list) {
        return maybeText(key).flatMap(word -> Words.parse(list, word));
    }

    /** A member that is an object. */
    Optional<Fields> inner(String key) {
        return Optional.ofNullable(node.get(key)).filter(JsonNode::isObject).map(Fields::new);
    }

    private static DomainException missing(String key) {
        return new DomainException("A line of the journal lacks " + key + "; run verify to see which one.");
    }
}
