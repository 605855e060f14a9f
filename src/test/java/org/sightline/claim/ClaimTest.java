package org.sightline.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sightline.DomainException;

class ClaimTest {

    private static Claim claim(String quantity, double lat, double lon, String when) {
        return Claim.draft("So many were seen.")
                .withQuantity(Optional.of(Quantity.parse(quantity)))
                .withPlace(Optional.of(Place.point("x", lat, lon, PlacePrecision.TOWN)))
                .withWhen(Optional.of(When.edtf(when)));
    }

    @Test
    void aDraftSaysOneThingAndClaimsNothingElse() {
        Claim draft = Claim.draft(" Eight tanks left Minsk. ");
        assertEquals("Eight tanks left Minsk.", draft.statement());
        assertEquals(Status.UNVERIFIED, draft.status());
        assertEquals(Modality.UNKNOWN, draft.modality());
        assertEquals(Category.OTHER, draft.category());
        assertEquals(Optional.empty(), draft.credibility());
        assertThrows(DomainException.class, () -> Claim.draft(" "));
    }

    @Test
    void tagsAreSortedWithoutRepeats() {
        assertEquals(
                List.of("armour", "rail"),
                Claim.draft("x")
                        .withTags(List.of(" rail", "armour", "rail", ""))
                        .tags());
    }

    @Test
    void claimsOfOnePlaceAndTimeWithDisjointNumbersContradict() {
        Claim one = claim("8 tanks", 51.81, 29.15, "2022-10-12");
        assertInstanceOf(Agreement.Contradiction.class, one.compare(claim("15-30 tanks", 51.81, 29.15, "2022-10")));
        assertInstanceOf(Agreement.Tension.class, one.compare(claim("dozens of tanks", 51.81, 29.15, "2022-10")));
    }

    @Test
    void claimsOfOtherPlacesTimesOrThingsMeet() {
        Claim one = claim("8 tanks", 51.81, 29.15, "2022-10-12");
        assertInstanceOf(Agreement.Meet.class, one.compare(claim("20 tanks", 53.9, 27.56, "2022-10-12")));
        assertInstanceOf(Agreement.Meet.class, one.compare(claim("20 tanks", 51.81, 29.15, "2022-10-14")));
        assertInstanceOf(Agreement.Meet.class, one.compare(claim("20 trucks", 51.81, 29.15, "2022-10-12")));
        Claim undated = claim("20 tanks", 51.81, 29.15, "2022-10-12").withWhen(Optional.empty());
        assertInstanceOf(Agreement.Meet.class, one.compare(undated));
    }

    @Test
    void listsAreReadFromTheirKeysAndNameWhatIsAllowed() {
        assertEquals(Modality.PLANNED, Modality.parse("Planned"));
        assertEquals(Status.CORROBORATED, Status.parse("corroborated"));
        assertEquals(Relation.Kind.DUPLICATES, Relation.Kind.parse("DUPLICATES"));
        assertEquals(new Credibility(2), Credibility.parse(" 2 "));
        assertEquals("probably true", new Credibility(2).label());
        String message = assertThrows(DomainException.class, () -> Modality.parse("maybe"))
                .getMessage();
        assertTrue(message.contains("\"maybe\"") && message.contains("predicted"), message);
        assertThrows(DomainException.class, () -> Credibility.parse("7"));
        assertThrows(DomainException.class, () -> Status.parse(""));
    }

    @Test
    void everyValueHasAKeyThatReadsBackAndALabel() {
        for (Modality m : Modality.values()) {
            assertEquals(m, Modality.parse(m.key()));
            assertEquals(m, Modality.parse(m.label()));
        }
        for (Status s : Status.values()) {
            assertEquals(s, Status.parse(s.key()));
            assertFalse(s.label().isBlank());
        }
        for (Relation.Kind k : Relation.Kind.values()) {
            assertEquals(k, Relation.Kind.parse(k.label()));
        }
        for (PlacePrecision p : PlacePrecision.values()) {
            assertEquals(p, PlacePrecision.parse(p.label()));
        }
        for (When.Precision p : When.Precision.values()) {
            assertEquals(p, When.Precision.parse(p.key()));
            assertFalse(p.label().isBlank());
        }
        for (When.Extent e : When.Extent.values()) {
            assertEquals(e, When.Extent.parse(e.key()));
            assertFalse(e.label().isBlank());
        }
        for (int grade = 1; grade <= 6; grade++) {
            assertFalse(new Credibility(grade).label().isBlank());
        }
    }

    @Test
    void anyShortWordIsACategoryAndKnownOnesHaveASymbol() {
        assertEquals(Category.MOVEMENT, Category.parse(" Movement "));
        assertEquals("Movement", Category.MOVEMENT.label());
        Category own = Category.parse("Rail traffic");
        assertEquals("rail-traffic", own.key());
        assertEquals("Rail traffic", own.label());
        assertEquals(Category.OTHER, own.symbol());
        assertEquals(Category.STRIKE, Category.STRIKE.symbol());
        assertThrows(DomainException.class, () -> Category.parse(" "));
        assertThrows(DomainException.class, () -> Category.parse("x".repeat(41)));
    }

    @Test
    void aClaimIsNotRelatedToItself() {
        UUID one = UUID.randomUUID();
        assertThrows(DomainException.class, () -> Relation.of(one, Relation.Kind.SUPPORTS, one));
    }
}
