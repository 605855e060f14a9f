package org.sightline.board;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.sightline.claim.ClaimCondition;
import org.sightline.claim.ClaimTerms;
import org.sightline.claim.ClaimTerms.Comparison;

/**
 * How the numbers of a query's claims are selected: with what the search begins, and what is asked of each row. SQLite's
 * planner knows nothing of the data, so what leads is chosen here, by counting what each index would give, up to a bound.
 *
 * @param leads whether the search begins with the R-tree
 * @param boxed whether it asks the R-tree at all
 * @param indexed whether it begins with an index of the claims
 * @param among what the R-tree's rows are held against before their claims are read; the terms ask it again
 * @param terms what is asked of each row
 * @param trash whether the trash is read
 * @param searched whether the search begins with the search index
 */
record ClaimPlan(
        boolean leads, boolean boxed, boolean indexed, Sql among, TermsSql terms, boolean trash, boolean searched) {
    private static final int ENOUGH = 10_000;
    private static final int WORTH_A_LIST = 50_000;
    private static final String BEGINNING = "when.earliest";
    private static final String BOX = "(r.maxx >= ? AND r.minx <= ? AND r.maxy >= ? AND r.miny <= ?)";

    /** What a box on the map asks, and which rows are certain to meet it. */
    private record Box(List<Envelope> bounds, Sql certain) {
        Sql meets() {
            return Sql.any(bounds.stream()
                    .map(b -> Sql.of(BOX, b.getMinX(), b.getMaxX(), b.getMinY(), b.getMaxY()))
                    .toList());
        }
    }

    /** @param searched whether the search index leads */
    static ClaimPlan of(ClaimQuery query, boolean searched, Database database) {
        return of(query, searched, database, ENOUGH, WORTH_A_LIST);
    }

    /**
     * @param enough rows that an index may give for the search to begin with it
     * @param worthAList rows that an index may give for the R-tree's rows to be held against them
     */
    static ClaimPlan of(ClaimQuery query, boolean searched, Database database, int enough, int worthAList) {
        List<ClaimTerms> parts = new ArrayList<>();
        query.filter().map(ClaimCondition::terms).ifPresent(terms -> flatten(terms, parts));
        boundBeginnings(parts);
        Optional<Box> box = takeBox(query, parts);
        Map<String, List<ClaimTerms>> leaders = searched ? Map.of() : leaders(parts);
        Optional<String> leader = Optional.empty();
        long least = box.isPresent() && !leaders.isEmpty() ? count(box.get(), enough, database) : enough + 1;
        boolean boxLeads = box.isPresent() && !searched;
        for (Map.Entry<String, List<ClaimTerms>> candidate : leaders.entrySet()) {
            long count = count(candidate.getValue(), enough, database);
            if (count < least) {
                least = count;
                leader = Optional.of(candidate.getKey());
                boxLeads = false;
            }
        }
        List<TermsSql> asked = new ArrayList<>();
        for (ClaimTerms part : parts) {
            boolean leading = leader.isPresent() && leader.equals(attribute(part));
            asked.add(TermsSql.of(part, leading));
        }
        box.ifPresent(b -> asked.add(new TermsSql(b.meets(), b.certain())));
        Sql among = boxLeads && least > enough ? shortest(leaders, worthAList, database) : Sql.TRUE;
        return new ClaimPlan(
                boxLeads, box.isPresent(), leader.isPresent(), among, TermsSql.all(asked), query.trash(), searched);
    }

    private static void flatten(ClaimTerms terms, List<ClaimTerms> parts) {
        if (terms instanceof ClaimTerms.All all) {
            all.parts().forEach(part -> flatten(part, parts));
        } else {
            parts.add(terms);
        }
    }

    /** The query's own bounds, or else the first condition on a place, which is taken out of the parts. */
    private static Optional<Box> takeBox(ClaimQuery query, List<ClaimTerms> parts) {
        if (!query.bounds().isEmpty()) {
            return Optional.of(new Box(query.bounds(), TermsSql.inside(query.bounds())));
        }
        for (ClaimTerms part : parts) {
            if (part instanceof ClaimTerms.Near near && near.bounds().stream().noneMatch(TermsSql::isWorld)) {
                parts.remove(part);
                Sql certain = near.suffices() ? TermsSql.inside(near.bounds()).and(TermsSql.isPoint()) : Sql.FALSE;
                return Optional.of(new Box(near.bounds(), certain));
            }
        }
        return Optional.empty();
    }

    /** The parts that an index could answer, by attribute. */
    private static Map<String, List<ClaimTerms>> leaders(List<ClaimTerms> parts) {
        Map<String, List<ClaimTerms>> leaders = new LinkedHashMap<>();
        for (ClaimTerms part : parts) {
            attribute(part)
                    .ifPresent(name -> leaders.computeIfAbsent(name, n -> new ArrayList<>())
                            .add(part));
        }
        return leaders;
    }

    private static Optional<String> attribute(ClaimTerms part) {
        return switch (part) {
            case ClaimTerms.Compared compared ->
                compared.holds() && TermsSql.INDEXED.contains(compared.attribute())
                        ? Optional.of(compared.attribute())
                        : Optional.empty();
            case ClaimTerms.Any any -> {
                List<Optional<String>> names = any.parts().stream()
                        .map(ClaimPlan::attribute)
                        .distinct()
                        .toList();
                yield names.size() == 1 ? names.getFirst() : Optional.empty();
            }
            default -> Optional.empty();
        };
    }

    /**
     * A claim does not begin after it ends, so an end before a moment is also a beginning before it; said beside another
     * condition on the beginning, which the index of beginnings then answers from both sides.
     */
    private static void boundBeginnings(List<ClaimTerms> parts) {
        List<ClaimTerms> bounds = new ArrayList<>();
        boolean begins = false;
        for (ClaimTerms part : parts) {
            if (part instanceof ClaimTerms.Compared compared && compared.holds()) {
                begins |= compared.attribute().equals(BEGINNING);
                if (compared.attribute().equals("when.latest")
                        && (compared.how() == Comparison.LESS || compared.how() == Comparison.AT_MOST)) {
                    bounds.add(new ClaimTerms.Compared(BEGINNING, compared.how(), compared.value(), true));
                }
            }
        }
        if (begins) {
            parts.addAll(bounds);
        }
    }

    /** To be among the claims that an index gives, by the one that gives the fewest; true when none gives few enough. */
    private static Sql shortest(Map<String, List<ClaimTerms>> leaders, int most, Database database) {
        long least = most + 1L;
        Sql shortest = Sql.TRUE;
        for (List<ClaimTerms> candidate : leaders.values()) {
            long count = count(candidate, most, database);
            if (count < least) {
                least = count;
                Sql listed = listed(candidate);
                shortest =
                        new Sql("+r.id IN (SELECT c.id FROM claim c WHERE " + listed.text() + ")", listed.arguments());
            }
        }
        return shortest;
    }

    private static Sql listed(List<ClaimTerms> parts) {
        return Sql.all(
                parts.stream().map(part -> TermsSql.of(part, true).possible()).toList());
    }

    /** How many claims an index gives, as far as {@code most} and one more. */
    private static long count(List<ClaimTerms> parts, int most, Database database) {
        return count("claim c", listed(parts), most, database);
    }

    private static long count(Box box, int most, Database database) {
        return count("rtree_claim_geometry r", box.meets(), most, database);
    }

    private static long count(String from, Sql where, int most, Database database) {
        return database.number(
                "SELECT count(*) AS n FROM (SELECT 1 FROM " + from + " WHERE " + where.text() + " LIMIT " + (most + 1)
                        + ")",
                where.arguments().toArray());
    }

    /** Whether every row selected is certain to be accepted. */
    boolean exact() {
        return terms.exact();
    }

    /** The column that holds the number. */
    String key() {
        return searched ? "f.rowid" : leads ? "r.id" : "c.id";
    }

    /** The same to sort by; a plus keeps SQLite from walking through all claims to have them in order. */
    String orderKey() {
        return indexed ? "+" + key() : key();
    }

    /**
     * @param match an expression for the search index, where that leads
     * @param excluded another, of which none may be found
     * @param most -1 for all
     */
    Sql select(String match, Optional<String> excluded, Sql order, int most) {
        List<Sql> conditions = new ArrayList<>();
        if (searched) {
            conditions.add(Sql.of("claim_fts MATCH ?", match));
        }
        conditions.add(among);
        conditions.add(terms.possible());
        conditions.add(
                Sql.of(key() + (trash ? "" : " NOT") + " IN (SELECT id FROM claim WHERE removed_at IS NOT NULL)"));
        excluded.ifPresent(words ->
                conditions.add(Sql.of(key() + " NOT IN (SELECT rowid FROM claim_fts WHERE claim_fts MATCH ?)", words)));
        Sql where = Sql.all(conditions);
        Sql certain = exact() ? Sql.TRUE : terms.certain();
        List<Object> arguments = new ArrayList<>(certain.arguments());
        arguments.addAll(where.arguments());
        arguments.addAll(order.arguments());
        arguments.add(most);
        boolean claims = List.of(certain, where, order).stream().anyMatch(part -> part.uses("c"));
        return new Sql(
                "SELECT " + key() + ", ifnull(" + certain.text() + ", 0) FROM " + from(claims) + " WHERE "
                        + where.text() + " ORDER BY " + order.text() + " LIMIT ?",
                arguments);
    }

    // CROSS JOIN is kept in the order in which it is written (sqlite.org/optoverview.html)
    private String from(boolean claims) {
        String claim = " CROSS JOIN claim c ON c.id = " + key();
        String box = " CROSS JOIN rtree_claim_geometry r ON r.id = " + key();
        if (searched) {
            return "claim_fts f" + (claims ? claim : "") + (boxed ? box : "");
        }
        return leads ? "rtree_claim_geometry r" + (claims ? claim : "") : "claim c" + (boxed ? box : "");
    }
}
