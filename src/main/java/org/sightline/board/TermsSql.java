package org.sightline.board;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Envelope;
import org.sightline.claim.ClaimTerms;

/**
 * Terms as SQL over {@code claim c}: what every accepted row meets, and what no other row meets. Where both are the same,
 * SQL gives the whole answer; a row that meets the first alone must be looked at.
 *
 * <p>A comparison with NULL is NULL, which counts as false at the top of a WHERE and below AND and OR; a comparison that
 * is turned round is therefore written {@code (...) IS NOT TRUE}, and NOT is written nowhere.
 */
record TermsSql(Sql possible, Sql certain) {
    private static final Envelope WORLD = new Envelope(-180, 180, -90, 90);
    private static final String POINT = "length(c.geometry) = 29"; // a GeoPackage header and the WKB of a point
    private static final int MOST_PARTS = 200; // SQLite nests expressions to a depth of 1000
    private static final int LONGEST_PATTERN = 1_000;

    private enum Kind {
        TEXT,
        NUMBER,
        TIME
    }

    private record Column(String name, Kind kind) {}

    private static final Map<String, Column> COLUMNS = Map.ofEntries(
            column("id", "id", Kind.NUMBER),
            column("number", "id", Kind.NUMBER),
            column("uuid", "uuid", Kind.TEXT),
            column("statement", "statement", Kind.TEXT),
            column("category", "category", Kind.TEXT),
            column("claimant", "claimant", Kind.TEXT),
            column("modality", "modality", Kind.TEXT),
            column("status", "status", Kind.TEXT),
            column("credibility", "credibility", Kind.NUMBER),
            column("notes", "notes", Kind.TEXT),
            column("quantity.item", "quantity_item", Kind.TEXT),
            column("quantity.best", "quantity_best", Kind.NUMBER),
            column("quantity.lower", "quantity_lower", Kind.NUMBER),
            column("quantity.upper", "quantity_upper", Kind.NUMBER),
            column("quantity.qualifier", "quantity_qualifier", Kind.TEXT),
            column("quantity.origin", "quantity_origin", Kind.TEXT),
            column("when.edtf", "when_edtf", Kind.TEXT),
            column("when.earliest", "when_earliest", Kind.TIME),
            column("when.latest", "when_latest", Kind.TIME),
            column("when.precision", "when_precision", Kind.TEXT),
            column("place", "place_name", Kind.TEXT),
            column("place.name", "place_name", Kind.TEXT),
            column("place.country", "place_country", Kind.TEXT),
            column("place.precision", "place_precision", Kind.TEXT),
            column("place.radiusMetres", "place_radius_m", Kind.NUMBER),
            column("distance.value", "distance_value", Kind.NUMBER),
            column("distance.unit", "distance_unit", Kind.TEXT),
            column("distance.reference", "distance_reference", Kind.TEXT));

    /** Attributes with an index; each may be what a search begins with. */
    static final Set<String> INDEXED = Set.of("id", "number", "uuid", "category", "quantity.lower", "when.earliest");

    private static Map.Entry<String, Column> column(String attribute, String name, Kind kind) {
        return Map.entry(attribute, new Column(name, kind));
    }

    static final TermsSql EVERY = exact(Sql.TRUE);
    private static final TermsSql OPEN = new TermsSql(Sql.TRUE, Sql.FALSE);

    private static TermsSql exact(Sql sql) {
        return new TermsSql(sql, sql);
    }

    private static TermsSql needed(Sql sql) {
        return new TermsSql(sql, Sql.FALSE);
    }

    /** Whether rows that meet it need not be looked at. */
    boolean exact() {
        return possible.equals(certain);
    }

    static TermsSql all(List<TermsSql> parts) {
        return new TermsSql(
                Sql.all(parts.stream().map(TermsSql::possible).toList()),
                Sql.all(parts.stream().map(TermsSql::certain).toList()));
    }

    /**
     * @param indexed whether an index may be used for it; at most one part of a search should lead by its index, and the
     *     planner, which knows nothing of the data, would choose any
     */
    static TermsSql of(ClaimTerms terms, boolean indexed) {
        return size(terms) > MOST_PARTS ? OPEN : translated(terms, indexed);
    }

    private static int size(ClaimTerms terms) {
        return switch (terms) {
            case ClaimTerms.All all ->
                1 + all.parts().stream().mapToInt(TermsSql::size).sum();
            case ClaimTerms.Any any ->
                1 + any.parts().stream().mapToInt(TermsSql::size).sum();
            default -> 1;
        };
    }

    private static TermsSql translated(ClaimTerms terms, boolean indexed) {
        return switch (terms) {
            case ClaimTerms.All all ->
                all(all.parts().stream().map(part -> translated(part, indexed)).toList());
            case ClaimTerms.Any any ->
                any(any.parts().stream().map(part -> translated(part, indexed)).toList());
            case ClaimTerms.Compared compared -> compared(compared, indexed);
            case ClaimTerms.Like like -> like(like);
            case ClaimTerms.Missing missing -> missing(missing);
            case ClaimTerms.Near near -> near(near);
            case ClaimTerms.Open open -> OPEN;
        };
    }

    private static TermsSql any(List<TermsSql> parts) {
        return new TermsSql(
                Sql.any(parts.stream().map(TermsSql::possible).toList()),
                Sql.any(parts.stream().map(TermsSql::certain).toList()));
    }

    private static TermsSql compared(ClaimTerms.Compared compared, boolean indexed) {
        Column column = COLUMNS.get(compared.attribute());
        if (column == null) {
            return tagged(compared);
        }
        Optional<Object> value = stored(column.kind(), compared);
        if (value.isEmpty()) {
            return OPEN;
        }
        // a plus before a column keeps SQLite from using its index (sqlite.org/optoverview.html)
        String how = (indexed ? "c." : "+c.") + column.name() + operator(compared.how()) + "?";
        return exact(turned(Sql.of(how, value.get()), compared.holds()));
    }

    private static String operator(ClaimTerms.Comparison how) {
        return switch (how) {
            case EQUAL -> " = ";
            case LESS -> " < ";
            case AT_MOST -> " <= ";
            case MORE -> " > ";
            case AT_LEAST -> " >= ";
        };
    }

    private static Sql turned(Sql sql, boolean holds) {
        return holds ? sql : new Sql("((" + sql.text() + ") IS NOT TRUE)", sql.arguments());
    }

    /** The value in the form of the column; empty when the two are of different kinds. */
    private static Optional<Object> stored(Kind kind, ClaimTerms.Compared compared) {
        return switch (compared.value()) {
            case Double number -> kind == Kind.NUMBER ? Optional.of(number) : Optional.empty();
            case String text -> kind == Kind.TEXT && storable(text) ? Optional.of(text) : Optional.empty();
            case Instant instant ->
                kind == Kind.TIME ? Timestamps.maybeText(instant).map(text -> text) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** Whether a text is the same after it has been written to the database: half a surrogate pair is not. */
    private static boolean storable(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    private static TermsSql missing(ClaimTerms.Missing missing) {
        Column column = COLUMNS.get(missing.attribute());
        if (column == null && !missing.attribute().equals("place.geometry")) {
            return OPEN;
        }
        String name = column == null ? "geometry" : column.name();
        return exact(Sql.of("c." + name + (missing.holds() ? " IS NULL" : " IS NOT NULL")));
    }

    private static TermsSql like(ClaimTerms.Like like) {
        if (like.pattern().length() > LONGEST_PATTERN
                || like.pattern().indexOf('\0') >= 0
                || !storable(like.pattern())) {
            return OPEN;
        }
        Pattern pattern = Pattern.read(like.pattern());
        Column column = COLUMNS.get(like.attribute());
        TermsSql found = OPEN;
        if (column != null && column.kind() == Kind.TEXT) {
            found = like("c." + column.name(), pattern, like.matchCase());
        } else if (like.attribute().equals("tags")) {
            found = tagged(pattern, like.matchCase());
        }
        return like.holds() ? found : found.exact() ? exact(turned(found.possible(), false)) : OPEN;
    }

    private static TermsSql like(String column, Pattern pattern, boolean matchCase) {
        if (matchCase && pattern.isWord()) {
            return exact(Sql.of("+" + column + " = ?", pattern.words()));
        }
        if (matchCase && pattern.isPart()) {
            return exact(Sql.of("instr(" + column + ", ?) > 0", pattern.words()));
        }
        if (matchCase && pattern.isBeginning()) {
            return exact(Sql.of("instr(" + column + ", ?) = 1", pattern.words()));
        }
        // both stop reading a text at a NUL, so a text with one must be looked at
        String nul = " OR instr(" + column + ", char(0)) > 0)";
        return needed(
                matchCase
                        ? Sql.of("(" + column + " GLOB ?" + nul, pattern.glob())
                        : Sql.of("(" + column + " LIKE ? ESCAPE '\\'" + nul, pattern.like()));
    }

    /** Tags are tested as one text, joined by ", "; a word without a comma stands in one of them. */
    private static TermsSql tagged(Pattern pattern, boolean matchCase) {
        boolean within = matchCase
                && pattern.isPart()
                && pattern.words().indexOf(',') < 0
                && !pattern.words().startsWith(" ");
        return within
                ? exact(Sql.of(
                        "c.id IN (SELECT ct.claim_id FROM claim_tag ct JOIN tag t ON t.id = ct.tag_id"
                                + " WHERE instr(t.name, ?) > 0)",
                        pattern.words()))
                : OPEN;
    }

    private static TermsSql tagged(ClaimTerms.Compared compared) {
        boolean one = compared.attribute().equals("tags")
                && compared.how() == ClaimTerms.Comparison.EQUAL
                && compared.holds()
                && compared.value() instanceof String text
                && !text.isEmpty()
                && text.indexOf(',') < 0
                && storable(text);
        return one
                ? exact(Sql.of(
                        "c.id IN (SELECT ct.claim_id FROM claim_tag ct JOIN tag t ON t.id = ct.tag_id WHERE t.name = ?)",
                        compared.value()))
                : OPEN;
    }

    private static TermsSql near(ClaimTerms.Near near) {
        if (near.bounds().stream().anyMatch(TermsSql::isWorld)) {
            Sql placed = Sql.of("c.geometry IS NOT NULL");
            return new TermsSql(placed, near.suffices() ? Sql.of("(" + POINT + ")") : Sql.FALSE);
        }
        return needed(Sql.any(near.bounds().stream()
                .map(b -> Sql.of(
                        "c.id IN (SELECT id FROM rtree_claim_geometry"
                                + " WHERE maxx >= ? AND minx <= ? AND maxy >= ? AND miny <= ?)",
                        b.getMinX(),
                        b.getMaxX(),
                        b.getMinY(),
                        b.getMaxY()))
                .toList()));
    }

    static boolean isWorld(Envelope bounds) {
        return bounds.covers(WORLD);
    }

    /** The R-tree's own boxes, which are single precision and rounded outwards, lie in one of the bounds. */
    static Sql inside(List<Envelope> bounds) {
        return Sql.any(bounds.stream()
                .map(b -> Sql.of(
                        "(r.minx >= ? AND r.maxx <= ? AND r.miny >= ? AND r.maxy <= ?)",
                        b.getMinX(),
                        b.getMaxX(),
                        b.getMinY(),
                        b.getMaxY()))
                .toList());
    }

    static Sql isPoint() {
        return Sql.of("(" + POINT + ")");
    }

    /** A pattern of LIKE, read: code points, and the wildcards as negative numbers. */
    private record Pattern(List<Integer> tokens) {
        private static final int ANY = -1;
        private static final int ONE = -2;

        static Pattern read(String written) {
            int[] points = written.codePoints().toArray();
            List<Integer> tokens = new ArrayList<>();
            for (int i = 0; i < points.length; i++) {
                boolean escapes = points[i] == '\\' && i + 1 < points.length;
                tokens.add(escapes ? points[++i] : points[i] == '%' ? ANY : points[i] == '_' ? ONE : points[i]);
            }
            return new Pattern(tokens);
        }

        private boolean plain(int from, int to) {
            return from < to && tokens.subList(from, to).stream().allMatch(token -> token >= 0);
        }

        boolean isWord() {
            return plain(0, tokens.size());
        }

        boolean isBeginning() {
            return tokens.size() > 1 && tokens.getLast() == ANY && plain(0, tokens.size() - 1);
        }

        boolean isPart() {
            return tokens.size() > 2
                    && tokens.getFirst() == ANY
                    && tokens.getLast() == ANY
                    && plain(1, tokens.size() - 1);
        }

        String words() {
            return tokens.stream()
                    .filter(token -> token >= 0)
                    .map(Character::toString)
                    .collect(Collectors.joining());
        }

        String glob() {
            return written(
                    token -> token == '*' || token == '?' || token == '['
                            ? "[" + Character.toString(token) + "]"
                            : Character.toString(token),
                    "*",
                    "?");
        }

        /** SQLite folds A to Z alone; what other letters fold to, or fold to these, is any character. */
        String like() {
            return written(
                    token -> token >= 0x80 || "kKsSiI".indexOf(token) >= 0
                            ? "_"
                            : token == '%' || token == '_' || token == '\\'
                                    ? "\\" + Character.toString(token)
                                    : Character.toString(token),
                    "%",
                    "_");
        }

        private String written(IntFunction<String> plain, String any, String one) {
            return tokens.stream()
                    .map(token -> token == ANY ? any : token == ONE ? one : plain.apply(token))
                    .collect(Collectors.joining());
        }
    }
}
