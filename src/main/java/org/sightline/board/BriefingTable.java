package org.sightline.board;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table {@code briefing}: its rows, and images in the journal. */
final class BriefingTable {
    /** The version from which it is used. */
    static final int SINCE = 4;

    static final Table TABLE = new Table("briefing", List.of("uuid", "title", "settings"));

    private BriefingTable() {}

    static @Nullable Object[] values(NamedBriefing briefing) {
        return new @Nullable Object[] {briefing.uuid().toString(), briefing.name(), briefing.settings()};
    }

    private static NamedBriefing read(Row row) {
        return new NamedBriefing(row.number("id"), row.uuid("uuid"), row.text("title"), row.text("settings")).kept();
    }

    /** By name; those that another program has made unreadable are left out, and their numbers go to {@code unreadable}. */
    static List<NamedBriefing> readable(Database database, List<Long> unreadable) {
        if (BoardIdentity.read(database).schemaVersion() < SINCE) {
            return List.of();
        }
        List<NamedBriefing> briefings = new ArrayList<>();
        database.each(TABLE.select("ORDER BY title COLLATE NOCASE, id"), row -> {
            Optional<NamedBriefing> briefing = ClaimTable.readable(() -> Optional.of(read(row)));
            briefing.ifPresentOrElse(briefings::add, () -> unreadable.add(row.number("id")));
        });
        return briefings;
    }

    static Optional<NamedBriefing> find(Database database, UUID uuid) {
        return database.first(TABLE.select("WHERE uuid = ?"), BriefingTable::read, uuid.toString());
    }

    static String image(NamedBriefing briefing) {
        return CanonicalJson.write(CanonicalJson.object()
                .with("id", briefing.id())
                .with("uuid", briefing.uuid().toString())
                .with("title", briefing.name())
                .with("settings", new CanonicalJson.Verbatim(briefing.settings())));
    }

    static NamedBriefing ofImage(String json) {
        Fields image = new Fields(CanonicalJson.read(json));
        Fields settings = image.inner("settings").orElseThrow(() -> new IllegalStateException("an image has settings"));
        return new NamedBriefing(
                image.number("id"), image.uuid("uuid"), image.text("title"), CanonicalJson.write(settings.node()));
    }
}
