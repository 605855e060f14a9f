package org.sightline.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.sightline.DomainException;
import org.sightline.analysis.ClaimFilter;
import org.sightline.analysis.Corroboration;
import org.sightline.claim.Category;
import org.sightline.claim.Claim;
import org.sightline.claim.Credibility;
import org.sightline.claim.Modality;
import org.sightline.claim.Place;
import org.sightline.claim.PlacePrecision;
import org.sightline.claim.Quantity;
import org.sightline.claim.Relation;
import org.sightline.claim.Route;
import org.sightline.claim.StatedDistance;
import org.sightline.claim.Status;
import org.sightline.claim.When;
import org.sightline.source.Quote;

/** What a board answers to a filter is what looking at every claim answers, on random boards with random conditions. */
class FilterOracleTest {
    private static final int BOARDS = 24;
    private static final int CONDITIONS = 100;
    private static final int CLAIMS = 60;

    @TempDir
    Path folder;

    @Test
    void aBoardAnswersAFilterAsALookAtEveryClaimDoes() {
        int accepted = 0;
        int certain = 0;
        int listed = 0;
        for (int seed = 0; seed < BOARDS; seed++) {
            Dice dice = new Dice(new Random(seed));
            try (Board board = Board.create(folder.resolve(seed + ".gpkg"), "Random")) {
                fill(board, dice);
                try (Snapshot snapshot = board.snapshot()) {
                    Oracle oracle = new Oracle(snapshot);
                    for (int i = 0; i < CONDITIONS; i++) {
                        String condition = dice.readable(3);
                        accepted +=
                                oracle.check(dice, condition, "seed " + seed + ", condition " + i + ": " + condition);
                        certain += TermsSql.of(ClaimFilter.parse(condition).terms(), true)
                                        .exact()
                                ? 1
                                : 0;
                        listed += oracle.checkList(dice.bounds(), condition, folder.resolve(seed + ".gpkg")) ? 1 : 0;
                    }
                }
            }
        }
        // a test in which all conditions refuse all claims, or none is answered by SQL alone, would show nothing
        assertTrue(accepted > BOARDS * CONDITIONS * 5, "accepted only " + accepted);
        assertTrue(certain > BOARDS * CONDITIONS / 10, "certain only " + certain);
        assertTrue(listed > BOARDS * CONDITIONS / 20, "listed only " + listed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "quantity.lower = 8",
                "quantity.lower < 8",
                "quantity.lower <= 8",
                "quantity.lower > 8",
                "8 <= quantity.lower",
                "quantity.lower BETWEEN 8 AND 20",
                "number IN (1, 2)",
                "tags = 'rail'",
                "quantity.item IN ('tanks', 'trucks')",
                "category <> 'movement'",
                "NOT (claimant = 'Hajun' OR status IN ('refuted', 'disputed'))",
                "statement LIKE '%tanks%' AND place LIKE 'Ye%' AND tags LIKE '%rail%'",
                "when.earliest AFTER 2022-10-01T00:00:00Z",
                "when.earliest DURING 2022-10-01T00:00:00Z/2022-11-01T00:00:00Z",
                "when.latest <= 2022-10-01T00:00:00Z",
                "quantity.best IS NULL AND place IS NOT NULL"
            })
    void theTablesAloneAnswer(String condition) {
        TermsSql sql = TermsSql.of(ClaimFilter.parse(condition).terms(), true);
        assertTrue(sql.exact(), sql.toString());
    }

    /** Looks at every claim. */
    private static final class Oracle {
        private final Snapshot snapshot;
        private final List<Claim> claims;
        private final List<Claim> trash;
        private final Corroboration corroboration;

        private Oracle(Snapshot snapshot) {
            this.snapshot = snapshot;
            this.claims = snapshot.claims(ClaimQuery.ALL);
            this.trash = snapshot.claims(ClaimQuery.ALL.inTrash(true));
            List<Claim> all = new ArrayList<>(claims);
            all.addAll(trash);
            this.corroboration = new Corroboration(snapshot.sources(), snapshot.captures(), all, snapshot.relations());
        }

        private int check(Dice dice, String condition, String message) {
            ClaimFilter filter = ClaimFilter.parse(condition);
            boolean inTrash = dice.chance(8);
            List<Envelope> bounds = dice.chance(3) ? dice.bounds() : List.of();
            ClaimQuery query =
                    ClaimQuery.ALL.matching(Optional.of(filter)).within(bounds).inTrash(inTrash);
            List<Claim> expected = (inTrash ? trash : claims)
                    .stream()
                            .filter(claim -> filter.accepts(claim, corroboration))
                            .filter(claim -> bounds.isEmpty() || meets(claim, bounds))
                            .toList();
            String where = message + " " + bounds + (inTrash ? " in the trash" : "");
            assertEquals(expected, snapshot.claims(query), where);
            long[] ids = expected.stream().mapToLong(Claim::id).toArray();
            assertEquals(Arrays.toString(ids), Arrays.toString(snapshot.claimIds(query)), where);
            if (!dice.chance(3)) {
                return ids.length;
            }
            int most = 1 + dice.below(10);
            assertEquals(
                    expected.stream().limit(most).toList(), snapshot.claims(query.limitedTo(most)), where + " " + most);
            checkSearch(query, ids, where);
            return ids.length;
        }

        /** On a board so small no index is worth a list, so one is asked for. Returns whether there was one. */
        private boolean checkList(List<Envelope> bounds, String condition, Path file) {
            ClaimFilter filter = ClaimFilter.parse(condition);
            ClaimQuery query = ClaimQuery.ALL.matching(Optional.of(filter)).within(bounds);
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
                Database database = new Database(connection, file);
                ClaimPlan plan = ClaimPlan.of(query, false, database, 0, CLAIMS);
                Sql select = plan.select("", Optional.empty(), Sql.of(plan.orderKey()), -1);
                Set<Long> possible = new TreeSet<>();
                Set<Long> certain = new TreeSet<>();
                database.each(
                        select.text(),
                        row -> (row.number(2) != 0 ? certain : possible).add(row.number(1)),
                        select.arguments().toArray());
                for (Claim claim : claims) {
                    boolean expected = filter.accepts(claim, corroboration) && meets(claim, bounds);
                    boolean selected = possible.contains(claim.id()) || certain.contains(claim.id());
                    assertTrue(!expected || selected, () -> condition + " leaves out " + claim);
                    assertTrue(expected || !certain.contains(claim.id()), () -> condition + " takes " + claim);
                }
                return !plan.among().equals(Sql.TRUE);
            } catch (SQLException e) {
                throw new AssertionError(e);
            }
        }

        private void checkSearch(ClaimQuery query, long[] ids, String where) {
            ClaimQuery searching = query.searching(Optional.of("tanks"));
            Set<Long> met = new TreeSet<>();
            Arrays.stream(ids).forEach(met::add);
            List<Long> both = Arrays.stream(snapshot.claimIds(
                            searching.matching(Optional.empty()).within()))
                    .boxed()
                    .filter(met::contains)
                    .toList();
            assertEquals(
                    both, snapshot.claims(searching).stream().map(Claim::id).toList(), where + " with a search");
        }

        private static boolean meets(Claim claim, List<Envelope> bounds) {
            return claim.place()
                    .filter(place -> IntStream.range(0, place.geometry().getNumGeometries())
                            .mapToObj(i -> place.geometry().getGeometryN(i).getEnvelopeInternal())
                            .anyMatch(part -> bounds.stream().anyMatch(part::intersects)))
                    .isPresent();
        }
    }

    private static void fill(Board board, Dice dice) {
        List<Change> changes = new ArrayList<>();
        List<Change.AddSource> sources = IntStream.range(0, 4)
                .mapToObj(i -> Material.addSource(dice.of("First", "Second", "Daily's") + " " + i, Material.TEXT + i))
                .toList();
        changes.addAll(sources);
        List<Claim> claims =
                IntStream.range(0, CLAIMS).mapToObj(i -> dice.claim(sources)).toList();
        claims.forEach(claim -> changes.add(new Change.AddClaim(claim)));
        for (int i = 0; i < 12; i++) {
            UUID from = claims.get(i).uuid();
            UUID to = claims.get(12 + dice.below(CLAIMS - 12)).uuid();
            Relation.Kind kind = dice.of(Relation.Kind.SUPPORTS, Relation.Kind.CONTRADICTS);
            changes.add(new Change.AddRelation(new Relation(0, UUID.randomUUID(), from, kind, to)));
        }
        for (int i = 0; i < 6; i++) {
            changes.add(new Change.RemoveClaim(claims.get(i * 9).uuid(), "wrong"));
        }
        board.apply(new Change.Together("fill", changes));
    }

    /** Claims and conditions by chance; few different values, so that conditions are met. */
    private record Dice(Random random) {
        private static final String[] WORDS = {
            "Eight tanks",
            "tanks seen by night",
            "Танки у Ельска",
            "100% of tanks_x",
            "a\\b [c] ?*",
            "Two\nlines of tanks",
            "KELVIN \u212A sign, ıİſ",
            "O'Brien's camp 😀 here",
            "nul\0inside",
            "Straße, ÄÖ äö"
        };

        int below(int bound) {
            return random.nextInt(bound);
        }

        boolean chance(int in) {
            return random.nextInt(in) == 0;
        }

        @SafeVarargs
        final <T> T of(T... choices) {
            return choices[random.nextInt(choices.length)];
        }

        private <T> Optional<T> maybe(Supplier<T> value) {
            return chance(3) ? Optional.empty() : Optional.of(value.get());
        }

        Claim claim(List<Change.AddSource> sources) {
            Claim claim = Claim.draft(of(WORDS) + (chance(2) ? "" : " " + below(5)))
                    .withCategory(new Category(of("movement", "training", "strike", "o'ther")))
                    .withClaimant(maybe(() -> of("Hajun", "hajun project", "Ministry, of defence", "5", "05")))
                    .withModality(of(Modality.values()))
                    .withQuantity(maybe(this::quantity))
                    .withWhen(maybe(this::when))
                    .withPlace(maybe(this::place))
                    .withDistance(maybe(() -> new StatedDistance(
                            "17 km",
                            new BigDecimal(below(30)),
                            of("km", "mi"),
                            of("border:UA", "Gomel"),
                            Optional.empty())))
                    .withStatus(of(Status.values()))
                    .withCredibility(maybe(() -> new Credibility(1 + below(6))))
                    .withNotes(of("", "night", of(WORDS)))
                    .withTags(of(
                            List.<String>of(), List.of("rail"), List.of("rail yard", "border"), List.of("b, c", "a")));
            for (int i = below(3); i > 0; i--) {
                Change.AddSource source = of(sources.toArray(Change.AddSource[]::new));
                Quote quote = Material.quote(source.capture(), Material.TEXT, of("Eight tanks", "A camp", "Minsk"));
                claim = claim.plusQuote(quote);
            }
            return claim;
        }

        private Quantity quantity() {
            BigDecimal lower = new BigDecimal(of("0", "2", "8", "8.5", "0.1", "15", "8.0", "7.00000000000000000001"));
            Optional<BigDecimal> upper = maybe(() -> lower.add(new BigDecimal(below(20))));
            return new Quantity(
                    "",
                    of("tanks", "Tanks", "%", "trucks", ""),
                    chance(2) ? Optional.of(lower) : Optional.empty(),
                    chance(4) ? Optional.empty() : Optional.of(lower),
                    upper,
                    chance(4),
                    chance(4),
                    of(Quantity.Qualifier.values()),
                    of(Quantity.Origin.values()));
        }

        private Instant instant() {
            return Instant.parse("2022-10-0" + (1 + below(4)) + of("T00:00:00Z", "T12:00:00Z", "T12:00:00.001Z"));
        }

        private When when() {
            Instant earliest = instant();
            return new When(
                    "",
                    of("2022-10", "2022", "2022-10-02/.."),
                    chance(5) ? Optional.empty() : Optional.of(earliest),
                    chance(3) ? Optional.empty() : Optional.of(earliest.plusSeconds(86_400L * below(3))),
                    of(When.Precision.values()),
                    of(When.Extent.values()),
                    Optional.empty());
        }

        /** In or near a few degrees, on the borders of them, and about the antimeridian. */
        private Coordinate at() {
            double step = of(0.0, 0.1, 0.5, 1.0, 0.3 + 1e-9);
            double longitude = chance(5) ? of(-180.0, 180.0, 179.9, -179.9) : 29 + step + below(3);
            return new Coordinate(longitude, chance(12) ? of(90.0, -90.0) : 51 + step);
        }

        private Place place() {
            String name = of("Yelsk", "Ельск", "Minsk's", "");
            int kind = below(4);
            if (kind == 0) {
                Geometry line = Material.GEOMETRY.createLineString(new Coordinate[] {at(), at(), at()});
                return Place.route(new Route("Yelsk", "Minsk", chance(2)), line, PlacePrecision.TOWN);
            }
            if (chance(10)) {
                return Place.area(name, cut(), PlacePrecision.REGION);
            }
            Coordinate c = at();
            if (kind == 1) {
                double x = Math.min(c.x, 178);
                double y = Math.min(c.y, 88);
                Envelope box = new Envelope(x, x + of(0.1, 1.0), y, y + of(0.1, 1.0));
                return Place.area(name, Material.GEOMETRY.toGeometry(box), of(PlacePrecision.values()));
            }
            return Place.point(name, c.y, c.x, of(PlacePrecision.values()))
                    .withCountry(of(Optional.of("BY"), Optional.of("UA"), Optional.empty()));
        }

        /** An area that crosses the antimeridian, as it is stored: a part on either side. */
        private Geometry cut() {
            Polygon west = (Polygon) Material.GEOMETRY.toGeometry(new Envelope(179.5, 180, 51, 51.5));
            Polygon east = (Polygon) Material.GEOMETRY.toGeometry(new Envelope(-180, -179.5, 51, 51.5));
            return Material.GEOMETRY.createMultiPolygon(new Polygon[] {west, east});
        }

        List<Envelope> bounds() {
            return of(
                    List.of(new Envelope(29, 30, 51, 51.5)),
                    List.of(new Envelope(29.1, 29.3, 51.1, 51.3)),
                    List.of(new Envelope(-180, 180, -90, 90)),
                    List.of(new Envelope(179, 180, -90, 90), new Envelope(-180, -179, -90, 90)));
        }

        /**
         * One that can be read: the grammar takes some attributes for words of its own beside IN and DURING, and what an
         * attribute can never be is refused.
         */
        String readable(int depth) {
            while (true) {
                String condition = condition(depth);
                try {
                    ClaimFilter.parse(condition);
                    return condition;
                } catch (DomainException e) {
                    assertTrue(
                            e.getMessage().matches("(?s).*is not valid ECQL.*|\\S+ is (never|a time|a number).*"),
                            e.getMessage());
                }
            }
        }

        private String condition(int depth) {
            if (depth > 0 && !chance(3)) {
                return switch (below(4)) {
                    case 0 -> "NOT (" + condition(depth - 1) + ")";
                    case 1 -> "(" + condition(depth - 1) + " OR " + condition(depth - 1) + ")";
                    default -> "(" + condition(depth - 1) + " AND " + condition(depth - 1) + ")";
                };
            }
            return switch (below(9)) {
                case 0, 1 -> number();
                case 2, 3 -> text();
                case 4 -> like();
                case 5 -> time();
                case 6 -> of(NAMES) + of(" IS NULL", " IS NOT NULL");
                default -> space();
            };
        }

        private static final String[] NUMBERS = {
            "number",
            "\"id\"",
            "credibility",
            "quantity.best",
            "quantity.lower",
            "quantity.upper",
            "place.radiusMetres",
            "distance.value",
            "independentRoots"
        };
        private static final String[] TEXTS = {
            "statement",
            "category",
            "claimant",
            "modality",
            "status",
            "notes",
            "tags",
            "quantity.item",
            "quantity.qualifier",
            "quantity.origin",
            "when.edtf",
            "when.precision",
            "place",
            "place.name",
            "place.country",
            "place.precision",
            "distance.unit",
            "distance.reference",
            "quotes",
            "publisher",
            "url"
        };
        private static final String[] NAMES = ClaimFilter.names().stream()
                .filter(name -> !name.equals("id"))
                .sorted()
                .toArray(String[]::new);

        private String number() {
            String name = chance(20) ? of(TEXTS) : of(NUMBERS);
            String value = of("0", "1", "2", "3", "8", "8.5", "2.7", "15", "-1", "0.1", "1000", "1e300", "8.0", "'8'");
            return switch (below(5)) {
                case 0 -> name + " BETWEEN " + below(4) + " AND " + of("8", "8.5", "3", "2.9");
                case 1 -> value + of(" < ", " >= ", " = ") + name;
                case 2 -> name + of(" IN (", " NOT IN (") + below(9) + ", " + value + ")";
                default -> name + of(" = ", " <> ", " < ", " <= ", " > ", " >= ") + value;
            };
        }

        private String literal() {
            return "'"
                    + of(
                                    "movement",
                                    "training",
                                    "Hajun",
                                    "unverified",
                                    "exact",
                                    "range",
                                    "tanks",
                                    "Yelsk",
                                    "BY",
                                    "km",
                                    "town",
                                    "day",
                                    "2022-10",
                                    "rail",
                                    "border, rail yard",
                                    "",
                                    "5",
                                    "night",
                                    of(WORDS))
                            .replace("'", "''")
                    + "'";
        }

        private String text() {
            String name = chance(15) ? of(NUMBERS) : of(TEXTS);
            return switch (below(4)) {
                case 0 -> name + of(" IN (", " NOT IN (") + literal() + ", " + literal() + ")";
                case 1 -> name + of(" < ", " > ", " <= ", " BETWEEN 'a' AND ") + literal();
                default -> name + of(" = ", " <> ") + literal();
            };
        }

        private String like() {
            String pattern = of(
                    "%",
                    "%tanks%",
                    "Eight%",
                    "%lines%",
                    "_ight tanks%",
                    "%k%",
                    "%K%",
                    "%i%",
                    "%S%",
                    "%\\%%",
                    "%\\_x%",
                    "a\\\\\\\\b%",
                    "%[c]%",
                    "%?*%",
                    "%😀%",
                    "%_here%",
                    "%ä%",
                    "%ß%",
                    "%rail%",
                    "%, %",
                    "% yard%",
                    "% b%",
                    "%ташк%",
                    "%ельск%",
                    "tanks",
                    "",
                    "%inside",
                    "nul%",
                    "%l_i%",
                    "%Minsk''s%");
            return of(TEXTS) + of(" LIKE '", " ILIKE '", " NOT LIKE '", " NOT ILIKE '") + pattern + "'";
        }

        private String time() {
            String name = of("when.earliest", "when.latest");
            String from = instant().toString();
            String to = instant().plusSeconds(3 * 86_400L).toString();
            return switch (below(6)) {
                case 0 -> name + " DURING " + from + "/" + to;
                case 1 -> name + of(" BEFORE OR DURING ", " DURING OR AFTER ") + from + "/" + to;
                case 2 -> name + " TEQUALS " + from;
                case 3 -> name + of(" > ", " <= ", " = ", " <> ") + from;
                default -> name + of(" AFTER ", " BEFORE ") + of(from, "0001-01-01T00:00:00Z", "9999-12-31T00:00:00Z");
            };
        }

        private String space() {
            String name = of("place", "place.geometry");
            String area = of(
                    "POLYGON((29 51, 30 51, 30 51.5, 29 51.5, 29 51))",
                    "POINT(29.1 51.1)",
                    "POINT(180 51)",
                    "LINESTRING(29 51, 31 52)",
                    "POLYGON((-180 -90, 180 -90, 180 90, -180 90, -180 -90))");
            return switch (below(6)) {
                case 0 ->
                    "BBOX(" + name + ", "
                            + of(
                                    "29, 51, 30, 51.5",
                                    "29.1, 51.1, 29.1, 51.1",
                                    "-180, -90, 180, 90",
                                    "179, 40, 180, 60",
                                    "28, 50, 29, 51")
                            + ")";
                case 1 -> "DWITHIN(" + name + ", " + area + ", " + of("0", "1", "25", "400", "21000") + ", kilometers)";
                case 2 -> "BEYOND(" + name + ", " + area + ", " + of("1", "25", "400") + ", kilometers)";
                case 3 -> of("INTERSECTS(", "WITHIN(", "DISJOINT(", "TOUCHES(", "EQUALS(") + name + ", " + area + ")";
                default -> of("CONTAINS(", "INTERSECTS(", "CROSSES(") + area + ", " + name + ")";
            };
        }
    }
}
