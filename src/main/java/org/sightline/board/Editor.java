package org.sightline.board;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.sightline.DomainException;
import org.sightline.board.SourceImage.StoredCapture;
import org.sightline.board.SourceImage.StoredSource;
import org.sightline.claim.Claim;
import org.sightline.claim.Place;
import org.sightline.claim.Relation;
import org.sightline.source.Quote;
import org.sightline.source.Source;

/**
 * Brings the rows of one thing into a wanted state, the search index with them. A thing whose id is 0 gets a new one.
 * Runs inside a transaction.
 */
final class Editor {
    private final Database database;
    private final BoardReader reader;
    private final SearchIndex index;
    private final Contents contents;
    private final Set<String> touched = new TreeSet<>();
    private final Envelope extent = new Envelope();

    Editor(Database database, SearchIndex index, Contents contents) {
        this.database = database;
        this.reader = new BoardReader(database);
        this.index = index;
        this.contents = contents;
    }

    StoredSource put(Optional<StoredSource> before, StoredSource wanted) {
        touched.add("source");
        Source source = wanted.source();
        if (before.isPresent()) {
            SourceTables.SOURCE.update(database, source.id(), SourceTables.values(wanted, this::sourceId));
            if (!SearchIndex.title(before.get().source()).equals(SearchIndex.title(source))) {
                reader.captures("WHERE c.source_id = ?", source.id()).forEach(c -> indexCapture(c, source));
            }
            return wanted;
        }
        long id = SourceTables.SOURCE.insert(database, key(source.id()), SourceTables.values(wanted, this::sourceId));
        return new StoredSource(source.withId(id), wanted.removed());
    }

    void remove(StoredSource stored) {
        touched.add("source");
        database.update("DELETE FROM source WHERE id = ?", stored.source().id());
    }

    StoredCapture add(StoredCapture wanted) {
        touched.add("capture");
        long id = SourceTables.CAPTURE.insert(
                database, key(wanted.capture().id()), SourceTables.values(wanted, this::sourceId));
        StoredCapture stored = new StoredCapture(wanted.capture().withId(id), wanted.textSha256());
        Source source = reader.source(stored.capture().source())
                .map(StoredSource::source)
                .orElseThrow(() -> unknown("source", stored.capture().source()));
        indexCapture(stored, source);
        return stored;
    }

    /** The bytes and the text stay, so that the capture can come back. */
    void remove(StoredCapture stored) {
        touched.add("capture");
        index.removeCapture(stored.capture().id());
        database.update("DELETE FROM capture WHERE id = ?", stored.capture().id());
    }

    private void indexCapture(StoredCapture stored, Source source) {
        index.putCapture(stored.capture().id(), source, contents.text(stored.textSha256()));
    }

    Claim put(Optional<Claim> before, Claim wanted) {
        touched.add("claim");
        wanted.place().map(Place::geometry).ifPresent(g -> extent.expandToInclude(g.getEnvelopeInternal()));
        long id = wanted.id();
        if (before.isPresent()) {
            ClaimTable.TABLE.update(database, id, ClaimTable.values(wanted));
        } else {
            id = ClaimTable.TABLE.insert(database, key(id), ClaimTable.values(wanted));
        }
        putTags(id, before.map(Claim::tags).orElse(List.of()), wanted.tags());
        List<Quote> quotes = putQuotes(id, before.map(Claim::quotes).orElse(List.of()), wanted.quotes());
        Claim stored = Claims.with(wanted, id, quotes);
        if (before.isEmpty() || !SearchIndex.texts(before.get()).equals(SearchIndex.texts(stored))) {
            index.put(stored);
        }
        return stored;
    }

    void remove(Claim claim) {
        touched.add("claim");
        index.removeClaim(claim.id());
        putTags(claim.id(), claim.tags(), List.of());
        putQuotes(claim.id(), claim.quotes(), List.of());
        database.update("DELETE FROM claim WHERE id = ?", claim.id());
    }

    /**
     * Removes claims with their quotes and tags.
     *
     * @param ids in order
     */
    void removeClaims(long[] ids) {
        if (ids.length == 0) {
            return;
        }
        touched.addAll(List.of("claim", "quote", "claim_tag", "tag"));
        for (long id : ids) {
            index.removeClaim(id);
        }
        boolean run = ids[ids.length - 1] - ids[0] == ids.length - 1;
        String which = run ? " BETWEEN ? AND ?" : " IN (SELECT value FROM json_each(?))";
        Object[] arguments = run ? new Object[] {ids[0], ids[ids.length - 1]} : new Object[] {Arrays.toString(ids)};
        List<Long> tags = database.list(
                "SELECT DISTINCT tag_id AS id FROM claim_tag WHERE claim_id" + which,
                row -> row.number("id"),
                arguments);
        database.update("DELETE FROM claim_tag WHERE claim_id" + which, arguments);
        tags.forEach(this::forgetUnused);
        database.update("DELETE FROM quote WHERE claim_id" + which, arguments);
        database.update("DELETE FROM claim WHERE id" + which, arguments);
    }

    private void forgetUnused(long tag) {
        database.update(
                "DELETE FROM tag WHERE id = ? AND NOT EXISTS (SELECT 1 FROM claim_tag WHERE tag_id = ?)", tag, tag);
    }

    private List<Quote> putQuotes(long claim, List<Quote> before, List<Quote> wanted) {
        if (before.equals(wanted)) {
            return wanted;
        }
        touched.add("quote");
        Map<UUID, Long> ids = before.stream().collect(Collectors.toMap(Quote::uuid, Quote::id));
        Map<UUID, Quote> kept = new LinkedHashMap<>();
        wanted.forEach(quote -> kept.put(quote.uuid(), quote));
        if (kept.size() != wanted.size()) {
            throw new DomainException("A claim has the same quote twice; give each quote once.");
        }
        before.stream()
                .filter(quote -> !kept.containsKey(quote.uuid()))
                .forEach(quote -> database.update("DELETE FROM quote WHERE id = ?", quote.id()));
        int position = 0;
        for (Quote quote : wanted) {
            kept.put(quote.uuid(), putQuote(claim, position++, quote, Optional.ofNullable(ids.get(quote.uuid()))));
        }
        return List.copyOf(kept.values());
    }

    private Quote putQuote(long claim, int position, Quote quote, Optional<Long> existing) {
        long capture = id("capture", quote.capture());
        var values = SourceTables.values(quote, claim, position, capture, this::sourceId);
        if (existing.isPresent()) {
            SourceTables.QUOTE.update(database, existing.get(), values);
            return Claims.with(quote, existing.get());
        }
        return Claims.with(quote, SourceTables.QUOTE.insert(database, key(quote.id()), values));
    }

    private void putTags(long claim, List<String> before, List<String> wanted) {
        if (before.equals(wanted)) {
            return;
        }
        touched.add("claim_tag");
        touched.add("tag");
        for (String name : wanted) {
            if (!before.contains(name)) {
                database.update("INSERT INTO claim_tag (claim_id, tag_id) VALUES (?, ?)", claim, tagId(name));
            }
        }
        for (String name : before) {
            if (!wanted.contains(name)) {
                long tag = tagId(name);
                database.update("DELETE FROM claim_tag WHERE claim_id = ? AND tag_id = ?", claim, tag);
                forgetUnused(tag);
            }
        }
    }

    /** Notes that rows of these tables were changed by others. */
    void touched(List<String> tables, Envelope reach) {
        touched.addAll(tables);
        extent.expandToInclude(reach);
    }

    long tagId(String name) {
        return database.first("SELECT id FROM tag WHERE name = ?", row -> row.number("id"), name)
                .orElseGet(() -> database.insert(
                        "INSERT INTO tag (uuid, name) VALUES (?, ?)",
                        Claims.tagUuid(name).toString(),
                        name));
    }

    Relation add(Relation wanted) {
        touched.add("relation");
        Function<UUID, Long> claimId = uuid -> id("claim", uuid);
        long id = SourceTables.RELATION.insert(database, key(wanted.id()), SourceTables.values(wanted, claimId));
        return new Relation(id, wanted.uuid(), wanted.from(), wanted.kind(), wanted.to());
    }

    void remove(Relation relation) {
        touched.add("relation");
        database.update("DELETE FROM relation WHERE id = ?", relation.id());
    }

    Conflict put(Optional<Conflict> before, Conflict wanted) {
        touched.add("conflict");
        if (before.isPresent()) {
            ConflictTable.TABLE.update(database, wanted.id(), ConflictTable.values(wanted));
            return wanted;
        }
        return wanted.withId(ConflictTable.TABLE.insert(database, key(wanted.id()), ConflictTable.values(wanted)));
    }

    void remove(Conflict conflict) {
        touched.add("conflict");
        database.update("DELETE FROM conflict WHERE id = ?", conflict.id());
    }

    Layer put(Optional<Layer> before, Layer wanted) {
        touched.add("layer");
        if (before.isPresent()) {
            LayerTable.TABLE.update(database, wanted.id(), LayerTable.values(wanted));
            return wanted;
        }
        return wanted.withId(LayerTable.TABLE.insert(database, key(wanted.id()), LayerTable.values(wanted)));
    }

    void remove(Layer layer) {
        touched.add("layer");
        database.update("DELETE FROM layer WHERE id = ?", layer.id());
    }

    NamedBriefing put(Optional<NamedBriefing> before, NamedBriefing wanted) {
        touched.add("briefing");
        if (before.isPresent()) {
            BriefingTable.TABLE.update(database, wanted.id(), BriefingTable.values(wanted));
            return wanted;
        }
        return wanted.withId(BriefingTable.TABLE.insert(database, key(wanted.id()), BriefingTable.values(wanted)));
    }

    void remove(NamedBriefing briefing) {
        touched.add("briefing");
        database.update("DELETE FROM briefing WHERE id = ?", briefing.id());
    }

    void keep(LayerFiles files) {
        touched.add("layer_file");
        LayerTable.put(database, files);
    }

    void title(String title) {
        touched.add("board");
        database.update("UPDATE board SET title = ?", title);
    }

    private static @Nullable Long key(long id) {
        return id == 0 ? null : id;
    }

    private long sourceId(UUID uuid) {
        return id("source", uuid);
    }

    /** The key of a thing; the table's name is also what people call the thing. */
    long id(String table, UUID uuid) {
        return database.first("SELECT id FROM " + table + " WHERE uuid = ?", row -> row.number("id"), uuid.toString())
                .orElseThrow(() -> unknown(table, uuid));
    }

    static DomainException unknown(String what, UUID uuid) {
        return new DomainException(
                "There is no " + what + " " + uuid + " in this board; it may have been taken back or removed.");
    }

    /**
     * Writes what waits for the search index, and notes in the GeoPackage's contents which tables have changed and how far
     * the claims reach.
     */
    void finish(Instant now) {
        index.flush();
        for (String table : touched) {
            database.update(
                    "UPDATE gpkg_contents SET last_change = ? WHERE table_name = ?", Timestamps.text(now), table);
        }
        if (!extent.isNull()) {
            database.update(
                    "UPDATE gpkg_contents SET min_x = min(ifnull(min_x, ?1), ?1), min_y = min(ifnull(min_y, ?2), ?2),"
                            + " max_x = max(ifnull(max_x, ?3), ?3), max_y = max(ifnull(max_y, ?4), ?4)"
                            + " WHERE table_name = 'claim'",
                    extent.getMinX(),
                    extent.getMinY(),
                    extent.getMaxX(),
                    extent.getMaxY());
        }
    }
}
