package org.sightline.board;

import java.util.Optional;

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

    /** One line of a journal part. */
    void writeLine(CanonicalWriter out) {
        out.beginObject();
        after.ifPresent(image -> out.key("after").verbatim(image));
        before.ifPresent(image -> out.key("before").verbatim(image));
        out.member("entity", entity).member("uuid", uuid).endObject().endLine();
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
