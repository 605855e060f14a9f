package org.sightline.board;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongPredicate;
import org.sightline.claim.Claim;
import org.sightline.source.Quote;

/**
 * Reads many claims whole, with few calls for each: rows come packed ({@link PackedRow}), and captures and sources are
 * named from memory. What it remembers is good as long as its connection's transaction. One thread at a time.
 */
final class BulkReader {
    private static final List<String> REALS =
            List.of("quantity_best", "quantity_lower", "quantity_upper", "place_radius_m", "distance_value");
    private static final List<String> NUMBERS =
            List.of("credibility", "quantity_lower_open", "quantity_upper_open", "route_path_known");
    private static final List<String> WORDS = ClaimTable.TABLE.columns().stream()
            .filter(column -> !REALS.contains(column) && !column.equals("geometry"))
            .toList();
    private static final List<String> QUOTE = List.of(
            "id", "uuid", "capture_id", "start_offset", "end_offset", "exact", "prefix", "suffix", "relays_source_id");
    private static final List<String> QUOTE_NUMBERS =
            List.of("id", "capture_id", "start_offset", "end_offset", "relays_source_id");

    private static final String CLAIMS = "SELECT c.id, c.geometry, c." + String.join(", c.", REALS) + ", "
            + PackedRow.sql("c", WORDS, NUMBERS) + " FROM claim c WHERE c.id";
    private static final int CLAIM_PACKED = REALS.size() + 3;
    private static final String QUOTES =
            "SELECT q.claim_id, " + PackedRow.sql("q", QUOTE, QUOTE_NUMBERS) + " FROM quote q WHERE q.claim_id";
    private static final String QUOTES_OF = "SELECT q.claim_id, " + PackedRow.sql("q", QUOTE, QUOTE_NUMBERS)
            + ", q.id FROM quote q WHERE q.capture_id = ? ORDER BY q.id";
    private static final String TAGS =
            "SELECT ct.claim_id, t.name FROM claim_tag ct JOIN tag t ON t.id = ct.tag_id WHERE ct.claim_id";

    private static final String RUN = " BETWEEN ? AND ?";
    private static final String LISTED = " IN (SELECT value FROM json_each(?))";
    private static final int SPARSE = 4;
    private static final int MOST_REMEMBERED = 200_000;

    private final Database database;
    private final BoardReader reader;
    private final Map<Long, Optional<UUID>> captures = new HashMap<>();
    private final Map<Long, Optional<UUID>> sources = new HashMap<>();

    BulkReader(Database database, BoardReader reader) {
        this.database = database;
        this.reader = reader;
    }

    /** Shows the claims of these numbers, in the order of their numbers, those in the trash as well. */
    void claims(long[] ids, Consumer<Claim> visitor) {
        Which which = Which.of(ids);
        try (Rows claims = new Rows(CLAIMS + which.condition() + " ORDER BY c.id", CLAIM_PACKED, WORDS, which);
                Rows quoted =
                        new Rows(QUOTES + which.condition() + " ORDER BY q.claim_id, q.position", 2, QUOTE, which);
                Rows tagged = new Rows(TAGS + which.condition() + " ORDER BY ct.claim_id", 0, List.of(), which)) {
            Parts<Quote> quotes = new Parts<>(quoted, this::quote);
            Parts<String> tags = new Parts<>(tagged, row -> Optional.of(row.text("name")));
            while (claims.next()) {
                long id = claims.row.number(1);
                if (which.has(id)) {
                    claim(id, claims, quotes, tags).ifPresent(visitor);
                }
            }
        }
    }

    private Optional<Claim> claim(long id, Rows claims, Parts<Quote> quotes, Parts<String> tags) {
        Optional<List<Quote>> its = quotes.of(id);
        List<String> words = tags.of(id).orElse(List.of());
        return its.isPresent() && claims.row.take()
                ? Optional.of(ClaimTable.read(claims.row, words, its.get()))
                : reader.claim(id); // another program has put something into a text that no text holds
    }

    /** The captures that these claims quote, each with the source that a quote passes on, where it names one. */
    void origins(long[] ids, BiConsumer<UUID, Optional<UUID>> visitor) {
        Which which = Which.of(ids);
        Set<List<Long>> pairs = new LinkedHashSet<>();
        database.each(
                "SELECT claim_id, capture_id, ifnull(relays_source_id, 0) FROM quote WHERE claim_id"
                        + which.condition(),
                row -> {
                    if (which.has(row.number(1))) {
                        pairs.add(List.of(row.number(2), row.number(3)));
                    }
                },
                which.arguments());
        for (List<Long> pair : pairs) {
            named("capture", captures, pair.get(0))
                    .ifPresent(capture -> visitor.accept(capture, named("source", sources, pair.get(1))));
        }
    }

    /**
     * The quotes of a capture, in the order in which they came into the board.
     *
     * @param claims whose quotes are wanted, by number
     */
    void quotesOf(long capture, LongPredicate claims, Consumer<Quote> visitor) {
        try (Rows quoted = new Rows(QUOTES_OF, 2, QUOTE, new Which("", new Object[] {capture}, new long[0]))) {
            while (quoted.next()) {
                if (claims.test(quoted.row.number(1))) {
                    Optional<Quote> quote = quoted.row.take() ? quote(quoted.row) : reader.quote(quoted.row.number(3));
                    quote.ifPresent(visitor);
                }
            }
        }
    }

    /** Some claims, by number: named one by one, or, where they are near each other, by the first and the last. */
    private record Which(String condition, Object[] arguments, long[] sorted) {
        static Which of(long[] ids) {
            long[] sorted = ids.clone();
            Arrays.sort(sorted);
            int count = sorted.length;
            boolean run = count > 0 && sorted[count - 1] - sorted[0] < (long) SPARSE * count;
            return run
                    ? new Which(RUN, new Object[] {sorted[0], sorted[count - 1]}, sorted)
                    : new Which(LISTED, new Object[] {Arrays.toString(sorted)}, sorted);
        }

        boolean has(long id) {
            return Arrays.binarySearch(sorted, id) >= 0;
        }
    }

    /** Empty when the board has lost its capture. */
    private Optional<Quote> quote(Row row) {
        return named("capture", captures, row.number("capture_id"))
                .map(capture -> new Quote(
                        row.number("id"),
                        row.uuid("uuid"),
                        capture,
                        row.count("start_offset"),
                        row.count("end_offset"),
                        row.text("exact"),
                        row.text("prefix"),
                        row.text("suffix"),
                        row.maybeNumber("relays_source_id").flatMap(source -> named("source", sources, source))));
    }

    private Optional<UUID> named(String table, Map<Long, Optional<UUID>> known, long id) {
        Optional<UUID> there = known.get(id);
        if (there == null) {
            there = database.first("SELECT uuid FROM " + table + " WHERE id = ?", row -> row.uuid("uuid"), id);
            if (known.size() >= MOST_REMEMBERED) {
                known.clear();
            }
            known.put(id, there);
        }
        return there;
    }

    /** A query under way. */
    private final class Rows implements AutoCloseable {
        private final PreparedStatement statement;
        private final ResultSet result;
        private final PackedRow row;
        private final int packed;

        private Rows(String sql, int packed, List<String> columns, Which which) {
            try {
                statement = database.prepare(sql);
                Database.bind(statement, which.arguments());
                result = statement.executeQuery();
            } catch (SQLException e) {
                throw SqlFailure.of(e, database.file());
            }
            this.packed = packed;
            row = new PackedRow(result, database.file(), packed, columns);
        }

        /** Whether the row can be read, also where nothing is packed in it. */
        private boolean readable() {
            return packed == 0 || row.take();
        }

        private boolean next() {
            try {
                return result.next();
            } catch (SQLException e) {
                throw SqlFailure.of(e, database.file());
            }
        }

        @Override
        public void close() {
            try (statement) {
                result.close();
            } catch (SQLException e) {
                throw SqlFailure.of(e, database.file());
            }
        }
    }

    /** Rows that belong to claims, in the order of the claims. */
    private static final class Parts<T> {
        private final Rows rows;
        private final Function<Row, Optional<T>> reader;
        private boolean there;
        private long claim; // that the row belongs to

        private Parts(Rows rows, Function<Row, Optional<T>> reader) {
            this.rows = rows;
            this.reader = reader;
            advance();
        }

        private void advance() {
            there = rows.next();
            claim = there ? rows.row.number(1) : 0;
        }

        /** Those of a claim behind the one that was asked for last; empty when one of them cannot be told apart. */
        private Optional<List<T>> of(long wanted) {
            List<T> parts = List.of();
            boolean whole = true;
            while (there && claim <= wanted) {
                if (claim == wanted && whole) {
                    whole = rows.readable();
                    if (whole) {
                        parts = parts.isEmpty() ? new ArrayList<>(2) : parts;
                        reader.apply(rows.row).ifPresent(parts::add);
                    }
                }
                advance();
            }
            return whole ? Optional.of(parts) : Optional.empty();
        }
    }
}
