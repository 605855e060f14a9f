package org.sightline.board;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.sightline.DomainException;
import org.sightline.board.SourceImage.StoredCapture;
import org.sightline.board.SourceImage.StoredSource;
import org.sightline.claim.Claim;
import org.sightline.claim.Relation;
import org.sightline.source.Capture;
import org.sightline.source.Source;

/** A read transaction on a pooled read-only connection. */
final class SnapshotReader implements Snapshot {
    /** Up to here all hits are ranked; a word found in more claims gives the newest first (bm25 reads every hit). */
    private static final int MOST_RANKED = 2_000;

    private static final int MOST_PARTS = 64;
    // bm25 weights of statement, claimant, place, tags, notes, quotes, folded: what a claim says counts most
    private static final String RANK =
            "f.rowid IN (SELECT rowid FROM claim_fts WHERE claim_fts MATCH ?) DESC, bm25(claim_fts, 10, 4, 6, 4, 2, 5, 3), c.id";

    private final Path file;
    private final ReadAccess access;
    private final boolean searchable;
    private final Database database;
    private final BoardReader reader;
    private final Contents contents;
    private boolean closed;

    SnapshotReader(Path file, ReadAccess access, boolean searchable) {
        this(file, access, searchable, access.take());
    }

    SnapshotReader(Path file, ReadAccess access, boolean searchable, Database database) {
        this.file = file;
        this.access = access;
        this.searchable = searchable;
        this.database = database;
        database.execute("BEGIN");
        database.number("SELECT schema_version AS n FROM board"); // the view is taken at the first read
        this.reader = new BoardReader(database);
        this.contents = new Contents(database, Contents.folderOf(file));
    }

    Database database() {
        return database;
    }

    @Override
    public BoardInfo info() {
        BoardIdentity board = BoardIdentity.read(database);
        return new BoardInfo(
                board.title(),
                board.schemaVersion(),
                count("source WHERE removed_at IS NULL"),
                count("capture c JOIN source s ON s.id = c.source_id WHERE s.removed_at IS NULL"),
                count("claim") - count("claim WHERE removed_at IS NOT NULL"),
                count("claim WHERE removed_at IS NOT NULL"),
                count("quote") - count("quote q JOIN claim c ON c.id = q.claim_id WHERE c.removed_at IS NOT NULL"),
                relations().size(),
                new Journal(database).lastSequence(),
                size(),
                database.first("SELECT at FROM journal ORDER BY sequence DESC LIMIT 1", row -> row.instant("at")));
    }

    private long count(String from) {
        return database.number("SELECT count(*) AS n FROM " + from);
    }

    private long size() {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new DomainException(
                    "The board " + file + " cannot be read; see whether its drive is still there.", e);
        }
    }

    @Override
    public List<Source> sources() {
        return plain(reader.sources("WHERE s.removed_at IS NULL"));
    }

    @Override
    public List<Source> trashedSources() {
        return plain(reader.sources("WHERE s.removed_at IS NOT NULL"));
    }

    @Override
    public List<Source> sources(String search) {
        if (search.isBlank()) {
            return sources();
        }
        return expression(search)
                .map(match -> plain(reader.sources(
                        "WHERE s.removed_at IS NULL AND s.id IN (SELECT c.source_id FROM capture_fts f"
                                + " JOIN capture c ON c.id = f.rowid WHERE capture_fts MATCH ?)",
                        match)))
                .orElse(List.of());
    }

    private static List<Source> plain(List<StoredSource> stored) {
        return stored.stream().map(StoredSource::source).toList();
    }

    @Override
    public Optional<Source> source(UUID uuid) {
        return reader.source(uuid).map(StoredSource::source);
    }

    @Override
    public Optional<Source> source(long id) {
        return reader.source(id).map(StoredSource::source);
    }

    @Override
    public List<Capture> captures() {
        return captures(reader.captures("WHERE s.removed_at IS NULL"));
    }

    @Override
    public List<Capture> captures(UUID source) {
        return captures(reader.captures("WHERE s.uuid = ?", source.toString()));
    }

    private static List<Capture> captures(List<StoredCapture> stored) {
        return stored.stream().map(StoredCapture::capture).toList();
    }

    @Override
    public Optional<Capture> capture(UUID capture) {
        return reader.capture(capture).map(StoredCapture::capture);
    }

    @Override
    public String text(UUID capture) {
        return contents.text(stored(capture).textSha256());
    }

    @Override
    public byte[] bytes(UUID capture) {
        return contents.bytes(stored(capture).capture().sha256());
    }

    private StoredCapture stored(UUID capture) {
        return reader.capture(capture).orElseThrow(() -> Editor.unknown("capture", capture));
    }

    @Override
    public List<Claim> claims(ClaimQuery query) {
        Optional<String> search = query.search().filter(words -> !words.isBlank());
        if (search.isEmpty()) {
            return walk(query, condition(query), arguments(query));
        }
        return expression(search.get())
                .map(match -> ranked(query, match, SearchExpression.exact(search.get())))
                .orElse(List.of());
    }

    @Override
    public void eachClaim(ClaimQuery query, Consumer<Claim> visitor) {
        if (query.search().isPresent() || query.limit() > 0) {
            claims(query).forEach(visitor);
            return;
        }
        Predicate<Claim> inside = inside(query);
        reader.claims(
                condition(query),
                (row, claim) -> {
                    Claim read = claim.get();
                    if (inside.test(read)) {
                        visitor.accept(read);
                    }
                    return true;
                },
                arguments(query));
    }

    private List<Claim> walk(ClaimQuery query, String condition, Object... arguments) {
        List<Claim> found = new ArrayList<>();
        Predicate<Claim> inside = inside(query);
        reader.claims(
                condition,
                (row, claim) -> {
                    Claim read = claim.get();
                    if (inside.test(read)) {
                        found.add(read);
                    }
                    return query.limit() == 0 || found.size() < query.limit();
                },
                arguments);
        return found;
    }

    private List<Claim> ranked(ClaimQuery query, String match, String exact) {
        boolean few = database.number(
                        "SELECT count(*) AS n FROM (SELECT rowid FROM claim_fts WHERE claim_fts MATCH ? LIMIT ?)",
                        match,
                        MOST_RANKED + 1)
                <= MOST_RANKED;
        boolean cutLater = query.bounds().isPresent() || query.limit() == 0;
        List<Object> arguments = new ArrayList<>(List.of(match));
        arguments.addAll(List.of(arguments(query)));
        if (few) {
            arguments.add(exact);
        }
        arguments.add(cutLater ? -1 : query.limit());
        List<Long> ids = database.list(
                "SELECT c.id FROM claim_fts f CROSS JOIN claim c ON c.id = f.rowid WHERE claim_fts MATCH ? AND "
                        + condition(query) + " ORDER BY " + (few ? RANK : "f.rowid DESC") + " LIMIT ?",
                row -> row.number("id"),
                arguments.toArray());
        return inOrder(query, ids);
    }

    private List<Claim> inOrder(ClaimQuery query, List<Long> ids) {
        Map<Long, Claim> found = new HashMap<>();
        Predicate<Claim> inside = inside(query);
        reader.claims(
                "c.id IN (SELECT value FROM json_each(?))",
                (row, claim) -> {
                    Claim read = claim.get();
                    found.put(read.id(), read);
                    return true;
                },
                ids.toString());
        return ids.stream()
                .map(found::get)
                .filter(inside)
                .limit(query.limit() == 0 ? Long.MAX_VALUE : query.limit())
                .toList();
    }

    private static String condition(ClaimQuery query) {
        String place = query.bounds().isEmpty()
                ? ""
                : " AND c.id IN (SELECT id FROM rtree_claim_geometry"
                        + " WHERE maxx >= ? AND minx <= ? AND maxy >= ? AND miny <= ?)";
        return "c.removed_at IS " + (query.trash() ? "NOT NULL" : "NULL") + place;
    }

    private static Object[] arguments(ClaimQuery query) {
        return query.bounds()
                .map(b -> new Object[] {b.getMinX(), b.getMaxX(), b.getMinY(), b.getMaxY()})
                .orElse(new Object[0]);
    }

    /** The R-tree keeps single precision, rounded outwards; this is the exact answer. */
    private static Predicate<Claim> inside(ClaimQuery query) {
        return query.bounds()
                .<Predicate<Claim>>map(bounds -> claim -> claim.place()
                        .map(place -> place.geometry().getEnvelopeInternal())
                        .filter(bounds::intersects)
                        .isPresent())
                .orElse(claim -> true);
    }

    private Optional<String> expression(String typed) {
        if (!searchable) {
            throw new DomainException("The search index of " + file.getFileName()
                    + " is not one that this version can use; filter by other means.");
        }
        return SearchExpression.of(typed, this::wordsContaining);
    }

    private List<String> wordsContaining(String part) {
        if (part.codePointCount(0, part.length()) < 3) {
            return List.of();
        }
        return database.list(
                "SELECT w.word FROM word_trigram t JOIN word w ON w.id = t.rowid WHERE word_trigram MATCH ? LIMIT ?",
                row -> row.text("word"),
                "\"" + part + "\"",
                MOST_PARTS);
    }

    @Override
    public Optional<Claim> claim(long id) {
        return reader.claim(id);
    }

    @Override
    public Optional<Claim> claim(UUID uuid) {
        return reader.claim(uuid);
    }

    @Override
    public List<Relation> relations() {
        return reader.relations("WHERE f.removed_at IS NULL AND t.removed_at IS NULL");
    }

    @Override
    public List<EntityChange> images(long sequence) {
        List<EntityChange> images = new ArrayList<>();
        Journal journal = new Journal(database);
        journal.line(sequence).ifPresent(line -> journal.images(line, images::add));
        return images;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            access.end(database);
        }
    }
}
