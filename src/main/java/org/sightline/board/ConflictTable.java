package org.sightline.board;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table {@code conflict}: its rows, and their images in the journal. */
final class ConflictTable {
    /** The version of the tables that brought it. */
    static final int SINCE = 2;

    /** The version of the tables that brought {@code fields}. */
    private static final int FIELDS_SINCE = 6;

    // the newest column last, so that an older board's table has the first of them
    static final Table TABLE = new Table(
            "conflict",
            List.of(
                    "uuid",
                    "entity",
                    "entity_uuid",
                    "board_uuid",
                    "board_title",
                    "theirs",
                    "found_at",
                    "decided",
                    "decided_at",
                    "fields"));

    private ConflictTable() {}

    static @Nullable Object[] values(Conflict conflict) {
        return new @Nullable Object[] {
            conflict.uuid().toString(),
            conflict.entity(),
            conflict.thing().toString(),
            conflict.board().toString(),
            conflict.boardTitle(),
            conflict.theirs(),
            Timestamps.text(conflict.found()),
            conflict.decided().map(Words::of).orElse(null),
            conflict.decidedAt().map(Timestamps::text).orElse(null),
            conflict.fields().map(List::copyOf).map(CanonicalJson::write).orElse(null)
        };
    }

    private static Conflict read(Row row, boolean withFields) {
        return new Conflict(
                row.number("id"),
                row.uuid("uuid"),
                row.text("entity"),
                row.uuid("entity_uuid"),
                row.uuid("board_uuid"),
                row.text("board_title"),
                row.text("theirs"),
                withFields
                        ? row.maybeText("fields").map(json -> CanonicalJson.texts(CanonicalJson.read(json)))
                        : Optional.empty(),
                row.instant("found_at"),
                row.maybeWord("decided", Conflict.Side.class),
                row.maybeInstant("decided_at"));
    }

    /** The columns that the table of this board has. */
    static Table of(Database database) {
        return withFields(database)
                ? TABLE
                : new Table(
                        TABLE.name(), TABLE.columns().subList(0, TABLE.columns().size() - 1));
    }

    private static boolean withFields(Database database) {
        return BoardIdentity.read(database).schemaVersion() >= FIELDS_SINCE;
    }

    /** By number; none where the board is of a version without them. */
    static List<Conflict> all(Database database) {
        return BoardIdentity.read(database).schemaVersion() < SINCE ? List.of() : list(database, "ORDER BY id");
    }

    static Optional<Conflict> find(Database database, UUID uuid) {
        return list(database, "WHERE uuid = ?", uuid.toString()).stream().findFirst();
    }

    private static List<Conflict> list(Database database, String condition, Object... arguments) {
        boolean withFields = withFields(database);
        return database.list(of(database).select(condition), row -> read(row, withFields), arguments);
    }

    static String image(Conflict conflict) {
        return CanonicalJson.write(CanonicalJson.object()
                .with("id", conflict.id())
                .with("uuid", conflict.uuid().toString())
                .with("entity", conflict.entity())
                .with("thing", conflict.thing().toString())
                .with("board", conflict.board().toString())
                .with("boardTitle", conflict.boardTitle())
                .with("theirs", new CanonicalJson.Verbatim(conflict.theirs()))
                .with("fields", conflict.fields().map(List::copyOf))
                .with("found", Timestamps.text(conflict.found()))
                .with("decided", conflict.decided().map(Words::of))
                .with("decidedAt", conflict.decidedAt().map(Timestamps::text)));
    }

    static Conflict ofImage(String json) {
        Fields image = new Fields(CanonicalJson.read(json));
        Fields theirs = image.inner("theirs").orElseThrow(() -> new IllegalStateException("an image has theirs"));
        return new Conflict(
                image.number("id"),
                image.uuid("uuid"),
                image.text("entity"),
                image.uuid("thing"),
                image.uuid("board"),
                image.text("boardTitle"),
                CanonicalJson.write(theirs.node()),
                Optional.ofNullable(image.node().get("fields")).map(CanonicalJson::texts),
                Timestamps.parse(image.text("found")),
                image.maybeWord("decided", Conflict.Side.class),
                image.maybeText("decidedAt").map((String at) -> parse(at)));
    }

    private static Instant parse(String at) {
        return Timestamps.parse(at);
    }
}
