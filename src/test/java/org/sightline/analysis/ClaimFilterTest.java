package org.sightline.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.sightline.DomainException;
import org.sightline.claim.Category;
import org.sightline.claim.Claim;
import org.sightline.claim.Credibility;
import org.sightline.claim.Modality;
import org.sightline.claim.Place;
import org.sightline.claim.PlacePrecision;
import org.sightline.claim.Quantity;
import org.sightline.claim.Status;
import org.sightline.claim.When;

class ClaimFilterTest {
    private final Claim claim = claim(
            Optional.of(new Quantity(
                    "15-30 tanks",
                    "tanks",
                    Optional.empty(),
                    Optional.of(new BigDecimal(15)),
                    Optional.of(new BigDecimal(30)),
                    false,
                    false,
                    Quantity.Qualifier.RANGE,
                    Quantity.Origin.STATED)),
            Optional.of(new When(
                    "",
                    "2022-10-12",
                    Optional.of(Instant.parse("2022-10-12T00:00:00Z")),
                    Optional.of(Instant.parse("2022-10-13T00:00:00Z")),
                    When.Precision.DAY,
                    When.Extent.SOME,
                    Optional.empty())),
            wkt("POINT (29.1544 51.81363)"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "when.earliest = 'soon'",
                "when.earliest = '2022-13-01'",
                "when.earliest LIKE '2022-10%'",
                "when.earliest > 5",
                "status = 'nonsense'",
                "status = 5",
                "status IN ('refuted', 'wrong')",
                "NOT (status = 'wrong')",
                "status <> 'wrong'",
                "quantity.lower = 'many'",
            })
    void whatCanNeverBeIsRefused(String ecql) {
        DomainException refused = assertThrows(DomainException.class, () -> ClaimFilter.parse(ecql));
        assertTrue(
                refused.getMessage().matches("(when\\.earliest|status|quantity\\.lower) is .*\\."),
                refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "category = 'movement'",
                "category IN ('movement', 'equipment')",
                "status <> 'refuted'",
                "quantity.lower >= 15",
                "quantity.lower >= 15 AND quantity.upper < 30.5",
                "quantity.item LIKE 'tank%'",
                "quantity.qualifier = 'range'",
                "when.earliest AFTER 2022-10-01T00:00:00Z",
                "when.earliest DURING 2022-10-01T00:00:00Z/2022-11-01T00:00:00Z",
                "when.latest BEFORE 2022-11-01T00:00:00Z",
                "when.edtf = '2022-10-12'",
                "when.earliest = '2022-10-12'",
                "when.earliest = 2022-10-12",
                "'2022-10-12' = when.earliest",
                "when.earliest >= 2022-10-12",
                "when.earliest <= '2022-10-12'",
                "when.earliest < '2022-10-13'",
                "NOT (when.earliest > '2022-10-12')",
                "when.earliest BETWEEN '2022-10-01' AND '2022-10-12'",
                "when.earliest BETWEEN 2022-10-12 AND 2022-10-31 AND strLength(statement) > 1",
                "when.earliest >= '2022-10-12T02:00:00+02:00'",
                "when.earliest < 2022-10-12T00:00:01Z",
                "when.latest > 2022-10-12T15:00:00Z",
                "NOT (when.earliest = 2022-10-12T15:00:00Z)",
                "NOT (when.earliest > 2022-10-12T15:00:00Z)",
                "NOT (when.earliest > '2022-10-12T15:00:00Z')",
                "status = 'UNVERIFIED'",
                "quantity.lower = '15'",
                "place = 'Yelsk'",
                "place LIKE 'Ye%'",
                "place.name = 'Yelsk'",
                "place.country = 'BY'",
                "claimant ILIKE '%HAJUN%'",
                "credibility <= 3",
                "credibility BETWEEN 2 AND 4",
                "tags LIKE '%border%'",
                "tags = 'border'",
                "tags IN ('rail', 'border')",
                "NOT (tags = 'bord')",
                "place.name IN ('Minsk', 'Yelsk')",
                "place.name NOT IN ('Minsk', 'Brest') AND statement <> 'place.name IN (1)'",
                "quantity.lower IN (8, 15)",
                "BBOX(place, 29, 51, 30, 52)",
                "INTERSECTS(place, POLYGON((29 51, 30 51, 30 52, 29 52, 29 51)))",
                "DWITHIN(place, POINT(29.1544 51.66), 18, kilometers)",
                "DWITHIN(place, POINT(29.1544 51.66), 11, statute miles)",
                "DWITHIN(place, POINT(29.1544 51.66), 18, km)",
                "DWITHIN(place, POINT(29.1544 51.66), 18, kilometres)",
                "DWITHIN(place, POINT(29.1544 51.66), 18000, m)",
                "DWITHIN(place, POINT(29.1544 51.66), 11, miles)",
                "BEYOND(place, POINT(29.1544 51.66), 10, MI)",
                "BEYOND(place, POINT(29.1544 51.66), 16000, meters)",
                "NOT (category = 'training')",
                "quantity.best IS NULL",
                "independentRoots = 0",
                "number = 3",
                "\"id\" = 3",
            })
    void filterAcceptsTheClaim(String ecql) {
        assertTrue(ClaimFilter.parse(ecql).accepts(claim, none()), ecql);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "category = 'training'",
                "quantity.lower > 15",
                "quantity.best > 0",
                "when.earliest BEFORE 2022-10-01T00:00:00Z",
                "BBOX(place, 20, 51, 29, 52)",
                "DWITHIN(place, POINT(29.1544 51.66), 16, kilometers)",
                "DWITHIN(place, POINT(30.1544 52.8), 18000, meters)",
                "BEYOND(place, POINT(29.1544 51.66), 18, kilometers)",
                "place = 'Minsk'",
            })
    void filterRefusesTheClaim(String ecql) {
        assertEquals(false, ClaimFilter.parse(ecql).accepts(claim, none()), ecql);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "quantity.lower > 0",
                "when.earliest AFTER 1900-01-01T00:00:00Z",
                "BBOX(place, -180, -90, 180, 90)",
                "DWITHIN(place, POINT(0 0), 20000, kilometers)",
                "BEYOND(place, POINT(0 0), 1, kilometers)",
                "place = 'Yelsk'",
            })
    void claimThatLacksTheValueIsNeverAccepted(String ecql) {
        Claim bare = claim(Optional.empty(), Optional.empty(), Optional.empty());
        assertEquals(false, ClaimFilter.parse(ecql).accepts(bare, none()), ecql);
    }

    @Test
    void filterThatCannotBeReadIsNamed() {
        DomainException refused = assertThrows(DomainException.class, () -> ClaimFilter.parse("quantity.lower >>> 3"));
        assertTrue(refused.getMessage().contains("quantity.lower >>> 3"), refused.getMessage());
    }

    @Test
    void filterThatIsMeantToBreakIsOnlyRefused() {
        List<String> hostile = List.of(
                "number = 12345678901234567890",
                "(".repeat(9_000),
                "NOT ".repeat(4_000) + "number = 1",
                "statement = '" + "x".repeat(30_000) + "'",
                "DWITHIN(place, POLYGON((1 1, 2 2)), 1, km)",
                "statement = 'a",
                "\0");
        for (String text : hostile) {
            DomainException refused = assertThrows(DomainException.class, () -> ClaimFilter.parse(text), text);
            assertTrue(refused.getMessage().length() < 400, refused.getMessage());
        }
    }

    @Test
    void aBareWordIsToldToBeQuoted() {
        String said = assertThrows(DomainException.class, () -> ClaimFilter.parse("place.name = Yelsk"))
                .getMessage();
        assertEquals(
                "A filter cannot compare with the bare word \"Yelsk\"; a text stands in single quotes: 'Yelsk'.", said);
    }

    @Test
    void patternIsHeldAgainstAllLinesAndInNoTimeAtAll() {
        Claim lines = claim.withNotes("one\ntwo");
        assertTrue(ClaimFilter.parse("notes LIKE 'one%two'").accepts(lines, none()));
        assertTrue(ClaimFilter.parse("notes LIKE 'one_two'").accepts(lines, none()));
        Claim many = claim.withNotes("a".repeat(20_000));
        String pattern = "%a".repeat(2_000) + "%b";
        assertEquals(false, ClaimFilter.parse("notes LIKE '" + pattern + "'").accepts(many, none()));
    }

    @Test
    void wholeNumbersAreNotCutToBeCompared() {
        assertEquals(false, ClaimFilter.parse("credibility = 3.7").accepts(claim, none()));
        assertTrue(ClaimFilter.parse("credibility = 3.0").accepts(claim, none()));
    }

    @Test
    void filterOnAnAttributeThatClaimsLackListsThoseThereAre() {
        DomainException refused = assertThrows(DomainException.class, () -> ClaimFilter.parse("colour = 'red'"));
        assertTrue(refused.getMessage().contains("colour"), refused.getMessage());
        assertTrue(refused.getMessage().contains("quantity.lower"), refused.getMessage());
    }

    private static Corroboration none() {
        return new Corroboration(List.of(), List.of(), List.of(), List.of());
    }

    private static Optional<Geometry> wkt(String text) {
        try {
            return Optional.of(new WKTReader().read(text));
        } catch (ParseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Claim claim(Optional<Quantity> quantity, Optional<When> when, Optional<Geometry> geometry) {
        return new Claim(
                3,
                new UUID(1, 1),
                "Tanks were seen",
                Category.MOVEMENT,
                Optional.of("Belarusian Hajun"),
                Modality.HAPPENED,
                quantity,
                when,
                geometry.map(
                        g -> new Place("Yelsk", g, PlacePrecision.TOWN, 3000, Optional.of("BY"), Optional.empty())),
                Optional.empty(),
                Status.UNVERIFIED,
                Optional.of(new Credibility(3)),
                "",
                List.of("border", "rail"),
                List.of(),
                Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"id IN (1,2)", "ID = 1", "category = 'a' AND id<3", "id NOT IN ('x')"})
    void theNumberIsAskedForByItsName(String ecql) {
        DomainException told = assertThrows(DomainException.class, () -> ClaimFilter.parse(ecql));
        assertTrue(told.getMessage().contains("number IN (1, 2)"), told.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"id\" = 1", "number IN (1, 2)", "statement LIKE '%id = 3%'"})
    void anIdInQuotesIsNoSuchQuestion(String ecql) {
        ClaimFilter.parse(ecql);
    }
}
