package org.sightline.board;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.sightline.DomainException;
import org.sightline.board.SourceImage.StoredCapture;
import org.sightline.board.SourceImage.StoredSource;
import org.sightline.claim.Claim;
import org.sightline.claim.Relation;
import org.sightline.source.Capture;
import org.sightline.source.Source;

/** A read transaction on a pooled read-only connection. */
final class SnapshotReader implements Snapshot {
    private static final String TEXT =
            "SELECT t.content FROM capture c JOIN capture_text t ON t.sha256 = c.text_sha256 WHERE c.uuid = ?";
    private static final int MOST_PARTS = 64;
    private static final int MOST_BEGINNINGS = 200;

    private final Path file;
    private final ReadAccess access;
    private final boolean searchable;
    private final Database database;
    private final BoardReader reader;
    private final Contents contents;
    private final ClaimFinder finder;
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
        this.finder = new ClaimFinder(database, reader, this);
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
                database.first("SELECT at FROM journal ORDER BY sequence DESC LIMIT 1", row -> row.instant("at")),
                database.first("SELECT sha256 FROM journal ORDER BY sequence DESC LIMIT 1", row -> row.text("sha256")));
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
                .filter(SearchExpression::seeks)
                .map(SearchExpression::match)
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
    public byte[] textUtf8(UUID capture) {
        return database.first(TEXT, row -> row.utf8("content"), capture.toString())
                .orElseGet(() -> contents.textUtf8(stored(capture).textSha256())); // which says what is missing
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
        List<Claim> found = new ArrayList<>();
        eachClaim(query, found::add);
        return found;
    }

    @Override
    public void eachClaim(ClaimQuery query, Consumer<Claim> visitor) {
        Optional<SearchExpression> search = query.search().flatMap(this::expression);
        if (query.search().isEmpty() || search.isPresent()) {
            finder.each(query, search, visitor);
        }
    }

    @Override
    public long[] claimIds(ClaimQuery query) {
        Optional<SearchExpression> search = query.search().flatMap(this::expression);
        return query.search().isEmpty() || search.isPresent() ? finder.ids(query, search) : new long[0];
    }

    private Optional<SearchExpression> expression(String typed) {
        if (!searchable) {
            throw new DomainException("The search index of " + file.getFileName()
                    + " is not one that this version can use; filter by other means.");
        }
        return SearchExpression.of(typed, new KnownWords());
    }

    /** Asked with the words of the index at hand. */
    private final class KnownWords implements SearchExpression.Vocabulary {
        @Override
        public List<String> containing(String part) {
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
        public Optional<List<String>> beginning(String prefix) {
            // the list of words has none of fewer than three letters
            if (prefix.codePointCount(0, prefix.length()) < 2) {
                return Optional.empty();
            }
            List<String> words = database.list(
                    "SELECT word FROM word WHERE word >= ? AND word < ? LIMIT ?",
                    row -> row.text("word"),
                    prefix,
                    prefix + Character.toString(Character.MAX_CODE_POINT),
                    MOST_BEGINNINGS + 1);
            return words.size() > MOST_BEGINNINGS ? Optional.empty() : Optional.of(words);
        }
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
    public List<Layer> layers() {
        return LayerTable.readable(database, new ArrayList<>());
    }

    @Override
    public Optional<LayerFiles> layerFiles(String sha256) {
        return BoardIdentity.read(database).schemaVersion() < LayerTable.SINCE
                ? Optional.empty()
                : LayerTable.files(database, sha256);
    }

    @Override
    public List<NamedBriefing> briefings() {
        return BriefingTable.readable(database, new ArrayList<>());
    }

    @Override
    public List<EntityChange> images(long sequence) {
        List<EntityChange> images = new ArrayList<>();
        Journal journal = new Journal(database);
        journal.line(sequence).ifPresent(line -> journal.images(line, images::add));
        return images;
    }

    @Override
    public Slices slices() {
        return new Slices(database, reader);
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            access.end(database);
        }
    }
}
