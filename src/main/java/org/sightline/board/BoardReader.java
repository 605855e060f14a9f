package org.sightline.board;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sightline.DomainException;
import org.sightline.board.SourceImage.StoredCapture;
import org.sightline.board.SourceImage.StoredSource;
import org.sightline.claim.Claim;
import org.sightline.claim.Relation;
import org.sightline.source.Capture;
import org.sightline.source.PublicationDate;
import org.sightline.source.Quote;
import org.sightline.source.Reliability;
import org.sightline.source.Source;

/** Reads what a board holds, over one connection. */
final class BoardReader {
    private static final String SOURCES =
            "SELECT s.*, r.uuid AS relays FROM source s LEFT JOIN source r ON r.id = s.relays_source_id ";
    private static final String CAPTURES =
            "SELECT c.*, s.uuid AS source FROM capture c JOIN source s ON s.id = c.source_id ";
    private static final String RELATIONS = "SELECT r.*, f.uuid AS from_uuid, t.uuid AS to_uuid FROM relation r"
            + " JOIN claim f ON f.id = r.from_claim_id JOIN claim t ON t.id = r.to_claim_id ";
    private static final String QUOTES = "SELECT q.*, c.uuid AS capture, s.uuid AS relays FROM quote q"
            + " JOIN capture c ON c.id = q.capture_id LEFT JOIN source s ON s.id = q.relays_source_id ";
    private static final String TAGS = "SELECT ct.claim_id, t.name FROM claim_tag ct JOIN tag t ON t.id = ct.tag_id ";

    private final Database database;

    BoardReader(Database database) {
        this.database = database;
    }

    Optional<StoredSource> source(UUID uuid) {
        return database.first(SOURCES + "WHERE s.uuid = ?", BoardReader::readSource, uuid.toString());
    }

    Optional<StoredSource> source(long id) {
        return database.first(SOURCES + "WHERE s.id = ?", BoardReader::readSource, id);
    }

    List<StoredSource> sources(String condition, @Nullable Object... arguments) {
        return database.list(SOURCES + condition + " ORDER BY s.id", BoardReader::readSource, arguments);
    }

    /** All sources, one after another, in no order. */
    void eachSource(Consumer<StoredSource> visitor) {
        database.each(SOURCES, row -> visitor.accept(readSource(row)));
    }

    static StoredSource readSource(Row row) {
        String title = row.text("title");
        Source source = new Source(
                row.number("id"),
                row.uuid("uuid"),
                title.isBlank() ? "(no title)" : title,
                row.maybeText("publisher"),
                row.maybeText("author"),
                row.maybeText("url"),
                ClaimTable.readable(() -> row.maybeText("published").map(PublicationDate::new)),
                row.maybeText("language"),
                ClaimTable.readable(() -> row.maybeWord("reliability", Reliability.class)),
                row.maybeUuid("relays"));
        return new StoredSource(source, ClaimTable.removal(row));
    }

    List<StoredCapture> captures(String condition, @Nullable Object... arguments) {
        return database.list(CAPTURES + condition + " ORDER BY c.id", BoardReader::readCapture, arguments);
    }

    Optional<StoredCapture> capture(UUID uuid) {
        return database.first(CAPTURES + "WHERE c.uuid = ?", BoardReader::readCapture, uuid.toString());
    }

    static StoredCapture readCapture(Row row) {
        Capture capture = new Capture(
                row.number("id"),
                row.uuid("uuid"),
                row.uuid("source"),
                row.text("sha256"),
                row.text("media_type"),
                row.maybeText("charset"),
                row.instant("retrieved"),
                row.number("bytes"),
                row.count("text_length"));
        return new StoredCapture(capture, row.text("text_sha256"));
    }

    List<Relation> relations(String condition, @Nullable Object... arguments) {
        return database.list(RELATIONS + condition + " ORDER BY r.id", BoardReader::readRelation, arguments);
    }

    Optional<Relation> relation(UUID uuid) {
        return database.first(RELATIONS + "WHERE r.uuid = ?", BoardReader::readRelation, uuid.toString());
    }

    static Relation readRelation(Row row) {
        return new Relation(
                row.number("id"),
                row.uuid("uuid"),
                row.uuid("from_uuid"),
                row.word("kind", Relation.Kind.class),
                row.uuid("to_uuid"));
    }

    Optional<Claim> claim(UUID uuid) {
        return firstClaim("c.uuid = ?", uuid.toString());
    }

    Optional<Claim> claim(long id) {
        return firstClaim("c.id = ?", id);
    }

    private Optional<Claim> firstClaim(String condition, Object argument) {
        return database.first(
                ClaimTable.TABLE.select("c WHERE " + condition),
                row -> {
                    long id = row.number("id");
                    return ClaimTable.read(row, tags(id), quotes(id));
                },
                argument);
    }

    List<Quote> quotes(long claim) {
        return database.list(QUOTES + "WHERE q.claim_id = ? ORDER BY q.position", BoardReader::readQuote, claim);
    }

    Optional<Quote> quote(long id) {
        return database.first(QUOTES + "WHERE q.id = ?", BoardReader::readQuote, id);
    }

    /** The quotes of a capture, of claims in the trash as well. */
    void quotesOf(long capture, Consumer<Quote> visitor) {
        database.each(QUOTES + "WHERE q.capture_id = ? ORDER BY q.id", row -> visitor.accept(readQuote(row)), capture);
    }

    List<String> tags(long claim) {
        return database.list(TAGS + "WHERE ct.claim_id = ?", row -> row.text("name"), claim);
    }

    static Quote readQuote(Row row) {
        return new Quote(
                row.number("id"),
                row.uuid("uuid"),
                row.uuid("capture"),
                row.count("start_offset"),
                row.count("end_offset"),
                row.text("exact"),
                row.text("prefix"),
                row.text("suffix"),
                row.maybeUuid("relays"));
    }

    /** Is shown each claim in turn; {@code claim} fails when a row that belongs to it cannot be read. */
    @FunctionalInterface
    interface ClaimVisitor {
        /** @return whether to go on */
        boolean visit(Row row, Supplier<Claim> claim);
    }

    /**
     * Walks through claims by id. Quotes and tags are read beside them, from cursors of their own: no query per claim.
     *
     * @param condition about the table {@code claim c}
     */
    void claims(String condition, ClaimVisitor visitor, @Nullable Object... arguments) {
        claims(condition, "SELECT c.id FROM claim c WHERE " + condition, visitor, arguments);
    }

    /** The same for claims by their ids, which are asked of each table at once. */
    void claims(long[] ids, ClaimVisitor visitor) {
        String listed = "SELECT value FROM json_each(?)";
        claims("c.id IN (" + listed + ")", listed, visitor, Arrays.toString(ids));
    }

    private void claims(String condition, String ids, ClaimVisitor visitor, @Nullable Object... arguments) {
        String chosen = " IN (" + ids + ") ";
        try (Database.Cursor claims =
                        database.cursor(ClaimTable.TABLE.select("c WHERE " + condition + " ORDER BY c.id"), arguments);
                Parts<Quote> quotes = new Parts<>(
                        database.cursor(
                                QUOTES + "WHERE q.claim_id" + chosen + "ORDER BY q.claim_id, q.position", arguments),
                        BoardReader::readQuote);
                Parts<String> tags = new Parts<>(
                        database.cursor(TAGS + "WHERE ct.claim_id" + chosen + "ORDER BY ct.claim_id", arguments),
                        row -> row.text("name"))) {
            boolean more = true;
            while (more && claims.next()) {
                Row row = claims.row();
                long id = row.number("id");
                Supplier<List<Quote>> its = quotes.of(id);
                Supplier<List<String>> words = tags.of(id);
                more = visitor.visit(row, () -> ClaimTable.read(row, words.get(), its.get()));
            }
        }
    }

    /** Rows that belong to claims, in the order of the claims. */
    private static final class Parts<T> implements AutoCloseable {
        private final Database.Cursor cursor;
        private final Function<Row, T> reader;
        private boolean there;
        private long claim; // that the row belongs to

        private Parts(Database.Cursor cursor, Function<Row, T> reader) {
            this.cursor = cursor;
            this.reader = reader;
            advance();
        }

        private void advance() {
            there = cursor.next();
            claim = there ? cursor.row().number("claim_id") : 0;
        }

        private Supplier<List<T>> of(long claim) {
            List<T> parts = new ArrayList<>();
            Optional<DomainException> failure = Optional.empty();
            while (there && this.claim <= claim) {
                try {
                    if (this.claim == claim) {
                        parts.add(reader.apply(cursor.row()));
                    }
                } catch (DomainException e) {
                    failure = Optional.of(e);
                }
                advance();
            }
            Optional<DomainException> failed = failure;
            return () -> {
                failed.ifPresent(e -> {
                    throw e;
                });
                return parts;
            };
        }

        @Override
        public void close() {
            cursor.close();
        }
    }
}
