package org.sightline.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sightline.DomainException;
import org.sightline.source.Anchoring.Range;

class AnchoringTest {
    private static final String TEXT = "Witnesses saw tanks in Yelsk. On Friday more tanks left \u201Cby rail\u201D.";

    @Test
    void everyOccurrenceIsFoundOverlappingOnesIncluded() {
        assertEquals(List.of(new Range(0, 2), new Range(1, 3)), Anchoring.find("aaa", "aa"));
        assertEquals(List.of(), Anchoring.find(TEXT, "trucks"));
        assertEquals(List.of(), Anchoring.find(TEXT, ""));
    }

    @Test
    void wordsThatStandOnceAreAnchored() {
        Range range = Anchoring.findOne(TEXT, "tanks in Yelsk");
        assertEquals("tanks in Yelsk", TEXT.substring(range.start(), range.end()));
    }

    @Test
    void wordsThatStandTwiceAreAChoiceAndTheRangesAreNamed() {
        DomainException refusal = assertThrows(DomainException.class, () -> Anchoring.findOne(TEXT, "tanks"));
        assertTrue(refusal.getMessage().contains("2 times"), refusal.getMessage());
        assertTrue(refusal.getMessage().contains("14:19, 45:50"), refusal.getMessage());
    }

    @Test
    void wordsThatAreNotThereAreNeverMovedToALookalike() {
        DomainException refusal =
                assertThrows(DomainException.class, () -> Anchoring.findOne(TEXT, "left \"by  rail\""));
        assertTrue(refusal.getMessage().contains("are not in the text"), refusal.getMessage());
        assertTrue(refusal.getMessage().contains("left \u201Cby rail\u201D"), refusal.getMessage());
        assertThrows(DomainException.class, () -> Anchoring.findOne(TEXT, "helicopters"));
        assertThrows(DomainException.class, () -> Anchoring.findOne(TEXT, "  "));
    }

    @Test
    void aGivenRangeMustHoldTheWords() {
        assertEquals(new Range(45, 50), Anchoring.at(TEXT, "tanks", Range.parse("45:50")));
        assertThrows(DomainException.class, () -> Anchoring.at(TEXT, "tanks", new Range(44, 49)));
        assertThrows(DomainException.class, () -> Anchoring.at(TEXT, "tanks", new Range(900, 905)));
        for (String wrong : List.of("45", "45:", ":3", "9:4", "a:b", "-1:4", "1:2:3")) {
            assertThrows(DomainException.class, () -> Range.parse(wrong), wrong);
        }
    }

    @Test
    void aQuoteCarriesThirtyTwoUnitsOfContextOnEitherSide() {
        String text = "x".repeat(50) + "WORDS" + "y".repeat(50);
        Quote quote = Anchoring.quote(UUID.randomUUID(), text, 50, 55, Optional.empty());
        assertEquals("WORDS", quote.exact());
        assertEquals("x".repeat(32), quote.prefix());
        assertEquals("y".repeat(32), quote.suffix());
        assertTrue(quote.intactIn(text));
        assertFalse(quote.intactIn(" " + text));
    }

    @Test
    void contextAtTheEdgesOfATextIsShorter() {
        Quote quote = Anchoring.quote(UUID.randomUUID(), "a WORD b", 0, 8, Optional.empty());
        assertEquals("", quote.prefix());
        assertEquals("", quote.suffix());
    }

    @Test
    void contextNeverHoldsHalfACharacter() {
        String tank = "\uD83D\uDE80"; // one character, two code units
        String text = tank + "x".repeat(31) + "WORDS" + "y".repeat(31) + tank;
        Quote quote = Anchoring.quote(UUID.randomUUID(), text, 33, 38, Optional.empty());
        assertEquals("x".repeat(31), quote.prefix());
        assertEquals("y".repeat(31), quote.suffix());
    }

    @Test
    void aLetterIsNotQuotedWithoutItsAccent() {
        UUID capture = UUID.randomUUID();
        String text = "two cafe\u0301s, a cafe";
        assertThrows(DomainException.class, () -> Anchoring.quote(capture, text, 4, 8, Optional.empty()));
        assertThrows(DomainException.class, () -> Anchoring.quote(capture, text, 8, 10, Optional.empty()));
        assertEquals(
                "cafe\u0301",
                Anchoring.quote(capture, text, 4, 9, Optional.empty()).exact());
        assertEquals(new Anchoring.Range(14, 18), Anchoring.findOne(text, "cafe"));
        assertEquals(List.of(new Anchoring.Range(1, 2)), Anchoring.find("\u0301a", "a"));
    }

    @Test
    void aQuoteThatCutsACharacterIsRefused() {
        UUID capture = UUID.randomUUID();
        assertThrows(DomainException.class, () -> Anchoring.quote(capture, "a\uD83D\uDE80b", 0, 2, Optional.empty()));
        assertThrows(DomainException.class, () -> Anchoring.quote(capture, "abc", 2, 2, Optional.empty()));
        assertThrows(DomainException.class, () -> Anchoring.quote(capture, "abc", 1, 4, Optional.empty()));
        assertEquals(List.of(), Anchoring.find("a\uD83D\uDE80b", "\uDE80b"));
    }
}
