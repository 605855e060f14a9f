package org.sightline.board;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.sightline.claim.Claim;
import org.sightline.claim.ClaimCondition;

/**
 * Finds the claims of a query: first their numbers, by SQL, in the order asked for; then, where SQL cannot tell for
 * certain, by a look at the claim. One thread, like the connection.
 */
final class ClaimFinder {
    /** Up to here hits are ranked; words found in more claims give the newest first (bm25 reads every hit). */
    private static final int MOST_RANKED = 2_000;

    private static final int BATCH = 500;
    private static final int FEW = 16;
    // bm25 weights of statement, claimant, place, tags, notes, quotes, folded: what a claim says counts most
    private static final String RANK = "f.rowid IN (SELECT rowid FROM claim_fts WHERE claim_fts MATCH ?) DESC,"
            + " bm25(claim_fts, 10, 4, 6, 4, 2, 5, 3), f.rowid";

    private final Database database;
    private final BoardReader reader;
    private final ClaimCondition.Surroundings board;

    ClaimFinder(Database database, BoardReader reader, ClaimCondition.Surroundings board) {
        this.database = database;
        this.reader = reader;
        this.board = board;
    }

    /** @param search what the query's words mean; empty when it has none */
    List<Claim> claims(ClaimQuery query, Optional<SearchExpression> search) {
        List<Claim> found = new ArrayList<>();
        each(query, search, found::add);
        return found;
    }

    void each(ClaimQuery query, Optional<SearchExpression> search, Consumer<Claim> visitor) {
        if (isPlain(query) && search.isEmpty()) {
            walk(query, visitor);
            return;
        }
        Predicate<Claim> test = test(query);
        Rows rows = rows(query, search);
        int most = query.limit() == 0 ? Integer.MAX_VALUE : query.limit();
        int given = 0;
        int at = 0;
        while (at < rows.size && given < most) {
            int to = Math.min(rows.size, at + Math.min(BATCH, Math.max(FEW, most - given)));
            Map<Long, Claim> read = read(Arrays.copyOfRange(rows.ids, at, to));
            for (; at < to && given < most; at++) {
                Claim claim = read.get(rows.ids[at]);
                if (claim != null && (rows.certain[at] || test.test(claim))) {
                    visitor.accept(claim);
                    given++;
                }
            }
        }
    }

    /** The numbers of the claims of a query, in its order; claims are read only where SQL cannot tell for certain. */
    long[] ids(ClaimQuery query, Optional<SearchExpression> search) {
        Rows rows = rows(query, search);
        Predicate<Claim> test = test(query);
        long[] ids = new long[rows.size];
        int count = 0;
        int most = query.limit() == 0 ? Integer.MAX_VALUE : query.limit();
        int at = 0;
        while (at < rows.size && count < most) {
            int to = Math.min(rows.size, at + BATCH);
            Map<Long, Claim> read = rows.allCertain(at, to) ? Map.of() : read(rows.uncertain(at, to));
            for (; at < to && count < most; at++) {
                Claim claim = read.get(rows.ids[at]);
                if (rows.certain[at] || (claim != null && test.test(claim))) {
                    ids[count++] = rows.ids[at];
                }
            }
        }
        return Arrays.copyOf(ids, count);
    }

    private static boolean isPlain(ClaimQuery query) {
        boolean byNumber = query.order() == ClaimQuery.Order.BEST || query.order() == ClaimQuery.Order.NUMBER;
        return query.bounds().isEmpty() && query.filter().isEmpty() && query.limit() == 0 && byNumber;
    }

    private void walk(ClaimQuery query, Consumer<Claim> visitor) {
        reader.claims("c.removed_at IS " + (query.trash() ? "NOT NULL" : "NULL"), (row, claim) -> {
            visitor.accept(claim.get());
            return true;
        });
    }

    private Predicate<Claim> test(ClaimQuery query) {
        Predicate<Claim> inside = query.bounds().isEmpty() ? claim -> true : claim -> meets(claim, query.bounds());
        return query.filter().map(filter -> inside.and(filter.over(board))).orElse(inside);
    }

    private static boolean meets(Claim claim, List<Envelope> bounds) {
        return claim.place().filter(place -> meets(place.geometry(), bounds)).isPresent();
    }

    /** By its parts: what is cut at the antimeridian has one at either edge of the world, and nothing between them. */
    private static boolean meets(Geometry geometry, List<Envelope> bounds) {
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            Envelope part = geometry.getGeometryN(i).getEnvelopeInternal();
            if (bounds.stream().anyMatch(part::intersects)) {
                return true;
            }
        }
        return false;
    }

    private Map<Long, Claim> read(long[] ids) {
        Map<Long, Claim> found = new HashMap<>();
        reader.claims(ids, (row, claim) -> {
            Claim read = claim.get();
            found.put(read.id(), read);
            return true;
        });
        return found;
    }

    /** Rows that meet what SQL can say of the query, in its order. */
    private Rows rows(ClaimQuery query, Optional<SearchExpression> search) {
        ClaimPlan plan = ClaimPlan.of(query, search.isPresent() && search.get().seeks(), database);
        Rows rows = new Rows(plan.exact() ? query.limit() : 0);
        if (search.isEmpty() || !search.get().seeks()) {
            select(rows, plan, "", search.flatMap(SearchExpression::excluded), byOrder(query.order(), plan.orderKey()));
        } else if (query.order() == ClaimQuery.Order.BEST) {
            for (SearchExpression.Level level : SearchExpression.Level.values()) {
                if (!rows.full()) {
                    ranked(rows, plan, search.get().match(level));
                }
            }
        } else {
            select(rows, plan, search.get().match(), Optional.empty(), byOrder(query.order(), plan.orderKey()));
        }
        return rows;
    }

    private static Sql byOrder(ClaimQuery.Order order, String key) {
        return Sql.of(
                switch (order) {
                    case BEST, NUMBER -> key;
                    case NEWEST -> key + " DESC";
                    case TIME -> "c.when_earliest IS NULL, c.when_earliest, " + key;
                });
    }

    private void ranked(Rows rows, ClaimPlan plan, String match) {
        boolean few = database.number(
                        "SELECT count(*) AS n FROM (SELECT rowid FROM claim_fts WHERE claim_fts MATCH ? LIMIT ?)",
                        match,
                        MOST_RANKED + 1)
                <= MOST_RANKED;
        Sql order = few ? Sql.of(RANK, "{statement} : (" + match + ")") : Sql.of("f.rowid DESC");
        select(rows, plan, match, Optional.empty(), order);
    }

    private void select(Rows rows, ClaimPlan plan, String match, Optional<String> excluded, Sql order) {
        Sql statement = plan.select(match, excluded, order, rows.room());
        database.each(
                statement.text(),
                row -> rows.add(row.number(1), row.number(2) != 0),
                statement.arguments().toArray());
    }

    /** Numbers of claims, and whether SQL is certain of each. Grows. */
    private static final class Rows {
        private final int limit;
        private long[] ids = new long[64];
        private boolean[] certain = new boolean[64];
        private int size;

        private Rows(int limit) {
            this.limit = limit;
        }

        private void add(long id, boolean sure) {
            if (size == ids.length) {
                ids = Arrays.copyOf(ids, size * 2);
                certain = Arrays.copyOf(certain, size * 2);
            }
            ids[size] = id;
            certain[size++] = sure;
        }

        private boolean full() {
            return limit > 0 && size >= limit;
        }

        private int room() {
            return limit == 0 ? -1 : limit - size;
        }

        private boolean allCertain(int from, int to) {
            return uncertain(from, to).length == 0;
        }

        private long[] uncertain(int from, int to) {
            long[] open = new long[to - from];
            int count = 0;
            for (int i = from; i < to; i++) {
                if (!certain[i]) {
                    open[count++] = ids[i];
                }
            }
            return Arrays.copyOf(open, count);
        }
    }
}
