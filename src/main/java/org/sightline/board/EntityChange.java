package org.sightline.board;

import java.util.Map;
import java.util.Optional;
import org.sightline.DomainException;

/**
 * One thing before and after a change, as canonical JSON (RFC 8785).
 *
 * @param entity {@code board}, {@code source}, {@code capture}, {@code claim}, {@code relation}, {@code conflict},
 *     {@code layer} or {@code briefing}
 * @param uuid which one
 * @param before empty for what was new
 * @param after empty for what is gone
 */
public record EntityChange(String entity, String uuid, Optional<String> before, Optional<String> after) {

    /** The change that takes this one back. */
    EntityChange inverse() {
        return new EntityChange(entity, uuid, after, before);
    }

    /** The same with images that are canonical for sure. */
    EntityChange canonical() {
        return new EntityChange(entity, uuid, before.map(EntityChange::canonical), after.map(EntityChange::canonical));
    }

    private static String canonical(String image) {
        return CanonicalJson.write(CanonicalJson.read(image));
    }

    /** One line of a journal part. */
    void writeLine(CanonicalWriter out) {
        out.beginObject();
        after.ifPresent(image -> out.key("after").verbatim(image));
        before.ifPresent(image -> out.key("before").verbatim(image));
        out.member("entity", entity).member("uuid", uuid).endObject().endLine();
    }

    /**
     * The same with the images as they stand in the line, which is faster and enough where they need only be compared
     * with what canonical JSON would be.
     *
     * @throws DomainException when the line is not one of a part of the journal
     */
    static EntityChange verbatim(String line) {
        Map<String, String> members = CanonicalJson.members(line);
        return new EntityChange(
                member(members, "entity"),
                member(members, "uuid"),
                Optional.ofNullable(members.get("before")),
                Optional.ofNullable(members.get("after")));
    }

    private static String member(Map<String, String> members, String name) {
        String value = members.getOrDefault(name, "");
        if (value.length() < 2 || value.charAt(0) != '"') {
            throw new DomainException("A line of the journal has no " + name + ".");
        }
        return CanonicalJson.read(value).asText();
    }

    static EntityChange ofLine(String line) {
        Fields fields = new Fields(CanonicalJson.read(line));
        return new EntityChange(
                fields.text("entity"),
                fields.text("uuid"),
                fields.inner("before").map(f -> CanonicalJson.write(f.node())),
                fields.inner("after").map(f -> CanonicalJson.write(f.node())));
    }
}
