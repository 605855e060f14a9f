package org.sightline.board;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sightline.board.SourceImage.StoredCapture;
import org.sightline.board.SourceImage.StoredSource;
import org.sightline.source.Capture;

/** One of the two boards of a merge, as one snapshot shows it; asked for some hundred things at once. One thread at a time. */
record MergeSide(Database database, BoardReader reader, BulkReader bulk, Contents contents) {
    /** Things that are asked for at once. */
    static final int BLOCK = 500;

    /** A claim's number and identity. */
    record Numbered(long id, UUID uuid) {}

    static MergeSide of(Database database) {
        BoardReader reader = new BoardReader(database);
        return new MergeSide(
                database,
                reader,
                new BulkReader(database, reader),
                new Contents(database, Contents.folderOf(database.file())));
    }

    /** The things in their order, {@value #BLOCK} at a time. */
    static <T> List<List<T>> blocks(List<T> things) {
        List<List<T>> blocks = new ArrayList<>();
        for (int from = 0; from < things.size(); from += BLOCK) {
            blocks.add(things.subList(from, Math.min(things.size(), from + BLOCK)));
        }
        return blocks;
    }

    /** Those of the sources that are in this board. */
    Map<UUID, StoredSource> sources(Collection<UUID> wanted) {
        Map<UUID, StoredSource> found = new HashMap<>();
        // CROSS JOIN is kept in the order in which it is written (sqlite.org/optoverview.html)
        reader.sources(
                        "WHERE s.id IN (SELECT k.id FROM json_each(?) j CROSS JOIN source k ON k.uuid = j.value)",
                        json(wanted))
                .forEach(stored -> found.put(stored.source().uuid(), stored));
        return found;
    }

    /** Those of the captures that are in this board. */
    Set<UUID> captures(Collection<UUID> wanted) {
        Set<UUID> found = new HashSet<>();
        database.each(
                "SELECT c.uuid FROM json_each(?) j CROSS JOIN capture c ON c.uuid = j.value",
                row -> found.add(row.uuid("uuid")),
                json(wanted));
        return found;
    }

    /** By other captures, those of this board that hold the same bytes of the same source. */
    Map<UUID, UUID> sameBytes(List<StoredCapture> others) {
        Map<UUID, UUID> found = new HashMap<>();
        database.each(
                "SELECT j.value ->> 2 AS other, c.uuid FROM json_each(?) j"
                        + " CROSS JOIN source s ON s.uuid = j.value ->> 0"
                        + " CROSS JOIN capture c ON c.source_id = s.id AND c.sha256 = j.value ->> 1",
                row -> found.put(row.uuid("other"), row.uuid("uuid")),
                others.stream()
                        .map(StoredCapture::capture)
                        .map(MergeSide::json)
                        .collect(Collectors.joining(",", "[", "]")));
        return found;
    }

    private static String json(Capture capture) {
        // a hash that another program has changed may hold anything
        return CanonicalJson.write(List.of(
                capture.source().toString(), capture.sha256(), capture.uuid().toString()));
    }

    /** The numbers of those of the claims that are in this board. */
    Map<UUID, Long> claims(Collection<UUID> wanted) {
        Map<UUID, Long> found = new HashMap<>();
        database.each(
                "SELECT c.id, c.uuid FROM json_each(?) j CROSS JOIN claim c ON c.uuid = j.value",
                row -> found.put(row.uuid("uuid"), row.number("id")),
                json(wanted));
        return found;
    }

    /** The next claims after a number, at most {@value #BLOCK}. */
    List<Numbered> claimsAfter(long id) {
        return database.list(
                "SELECT id, uuid FROM claim WHERE id > ? ORDER BY id LIMIT " + BLOCK,
                row -> new Numbered(row.number("id"), row.uuid("uuid")),
                id);
    }

    private static String json(Collection<UUID> uuids) {
        return uuids.stream().map(uuid -> "\"" + uuid + "\"").collect(Collectors.joining(",", "[", "]"));
    }
}
