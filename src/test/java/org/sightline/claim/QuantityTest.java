package org.sightline.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sightline.DomainException;
import org.sightline.claim.Quantity.Origin;
import org.sightline.claim.Quantity.Qualifier;

class QuantityTest {

    /** As in the rules: "[15" and "30]" are closed, "(100" and "100)" are open, ".." is unbounded. */
    private static String interval(Quantity q) {
        String low = q.lower()
                .map(n -> (q.lowerOpen() ? "(" : "[") + n.toPlainString())
                .orElse("..");
        String high = q.upper()
                .map(n -> n.toPlainString() + (q.upperOpen() ? ")" : "]"))
                .orElse("..");
        return low + " " + high;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // the table of the rules, row by row
                "8 T-72A tanks | [8 8] | EXACT | STATED | T-72A tanks",
                "15-30 tanks | [15 30] | RANGE | STATED | tanks",
                "between 15 and 30 | [15 30] | RANGE | STATED | ''",
                "at least 28 Ural trucks | [28 .. | AT_LEAST | STATED | Ural trucks",
                "more than a hundred | (100 .. | MORE_THAN | STATED | ''",
                "up to 20 | .. 20] | AT_MOST | STATED | ''",
                "about 7,000 | .. .. | ABOUT | STATED | ''",
                "some 7,000 soldiers | .. .. | ABOUT | STATED | soldiers",
                "nearly 7,000 | .. .. | ABOUT | STATED | ''",
                "20 thousand | [20000 20000] | EXACT | STATED | ''",
                "20,000 | [20000 20000] | EXACT | STATED | ''",
                "20k | [20000 20000] | EXACT | STATED | ''",
                "twenty thousand men | [20000 20000] | EXACT | STATED | men",
                "tens of thousands of recruits | [20000 100000) | VAGUE | DERIVED | recruits",
                "dozens | [24 100] | VAGUE | DERIVED | ''",
                "several state buildings | [3 10] | VAGUE | DERIVED | state buildings",
                "a few officers | [2 5] | VAGUE | DERIVED | officers",
                "10% | [10 10] | EXACT | STATED | %",
                // the same pattern further on
                "scores of vehicles | [40 100] | VAGUE | DERIVED | vehicles",
                "hundreds of people | [200 1000) | VAGUE | DERIVED | people",
                "thousands of soldiers | [2000 10000) | VAGUE | DERIVED | soldiers",
                "hundreds of thousands | [200000 1000000) | VAGUE | DERIVED | ''",
                "millions of refugees | [2000000 10000000) | VAGUE | DERIVED | refugees",
                "several hundred fighters | [300 1000] | VAGUE | DERIVED | fighters",
                "a few thousand shells | [2000 5000] | VAGUE | DERIVED | shells",
                "several dozen drones | [36 120] | VAGUE | DERIVED | drones",
                // other ways of saying it
                "a hundred buses | [100 100] | EXACT | STATED | buses",
                "two dozen howitzers | [24 24] | EXACT | STATED | howitzers",
                "half a million people | [500000 500000] | EXACT | STATED | people",
                "one and a half thousand men | [1500 1500] | EXACT | STATED | men",
                "2.5 million shells | [2500000 2500000] | EXACT | STATED | shells",
                "20 000 soldiers | [20000 20000] | EXACT | STATED | soldiers",
                "one hundred and twenty-five trucks | [125 125] | EXACT | STATED | trucks",
                "three thousand five hundred | [3500 3500] | EXACT | STATED | ''",
                "15–30 tanks | [15 30] | RANGE | STATED | tanks",
                "15 to 30 tanks | [15 30] | RANGE | STATED | tanks",
                "from 15 to 30 tanks | [15 30] | RANGE | STATED | tanks",
                "15-30 thousand men | [15000 30000] | RANGE | STATED | men",
                "15-30k men | [15000 30000] | RANGE | STATED | men",
                "two to three thousand men | [2000 3000] | RANGE | STATED | men",
                "two or three boats | [2 3] | RANGE | STATED | boats",
                "about 15-30 tanks | [15 30] | RANGE | DERIVED | tanks",
                "no fewer than 12 guns | [12 .. | AT_LEAST | STATED | guns",
                "over 40 wagons | (40 .. | MORE_THAN | STATED | wagons",
                "no more than 5 men | .. 5] | AT_MOST | STATED | men",
                "as many as 60 | .. 60] | AT_MOST | STATED | ''",
                "fewer than 50 aircraft | .. 50) | LESS_THAN | STATED | aircraft",
                "less than 10 percent | .. 10) | LESS_THAN | STATED | %",
                "28+ trucks | [28 .. | AT_LEAST | STATED | trucks",
                "28 or more trucks | [28 .. | AT_LEAST | STATED | trucks",
                "28 trucks or more | [28 .. | AT_LEAST | STATED | trucks",
                "20 T-72A tanks or fewer | .. 20] | AT_MOST | STATED | T-72A tanks",
                "about 20 trucks or so | .. .. | ABOUT | STATED | trucks",
                "20 trucks or less than before | [20 20] | EXACT | STATED | trucks",
                ">100 men | (100 .. | MORE_THAN | STATED | men",
                "~50 men | .. .. | ABOUT | STATED | men",
                "20-odd tents | .. .. | ABOUT | STATED | tents",
                "one in ten | [10 10] | EXACT | STATED | %",
                "9 out of 10 voters | [90 90] | EXACT | STATED | % of voters",
                "only 10% of Belarusians | [10 10] | EXACT | STATED | % of Belarusians",
                "half of the voters | [50 50] | EXACT | STATED | % of voters",
                "eight (8) launchers | [8 8] | EXACT | STATED | launchers",
                "8x BM-21 | [8 8] | EXACT | STATED | BM-21",
                "$20 million | [20000000 20000000] | EXACT | STATED | $",
                "20 Shahed-136 drones | [20 20] | EXACT | STATED | Shahed-136 drones",
                "combat-ready troops number about 7,000 combat-ready soldiers | .. .. | ABOUT | STATED | combat-ready soldiers",
                "12 152-mm howitzers | [12 12] | EXACT | STATED | 152-mm howitzers",
                "30 T-72/T-80 tanks | [30 30] | EXACT | STATED | T-72/T-80 tanks",
                "40 tonnes of ammunition | [40 40] | EXACT | STATED | tonnes of ammunition",
                "8 of the tanks | [8 8] | EXACT | STATED | tanks",
                "seven enemy armored vehicles were hit | [7 7] | EXACT | STATED | enemy armored vehicles",
                "20 Shahed-136 arrived | [20 20] | EXACT | STATED | Shahed-136",
                "2000 soldiers | [2000 2000] | EXACT | STATED | soldiers",
                "2020 | [2020 2020] | EXACT | STATED | ''",
            })
    void wordsBecomeTheIntervalTheySay(String words, String interval, Qualifier qualifier, Origin origin, String item) {
        List<Quantity.Found> found = Quantity.find(words);
        Quantity q = found.isEmpty() ? Quantity.parse(words) : found.getFirst().quantity();
        assertEquals(interval, interval(q));
        assertEquals(qualifier, q.qualifier());
        assertEquals(origin, q.origin());
        assertEquals(item, q.item());
    }

    @Test
    void theBestValueIsTheOneGivenAndOnlyThen() {
        assertEquals(
                Optional.of(new BigDecimal("7000")),
                Quantity.parse("about 7,000").best());
        assertEquals(Optional.of(new BigDecimal("8")), Quantity.parse("8 tanks").best());
        assertEquals(Optional.empty(), Quantity.parse("15-30 tanks").best());
        assertEquals(Optional.empty(), Quantity.parse("at least 28").best());
        assertEquals(Optional.empty(), Quantity.parse("dozens").best());
    }

    @Test
    void decimalsStayExact() {
        assertEquals(
                new BigDecimal("0.1"), Quantity.parse("0.1% of voters").best().orElseThrow());
        assertEquals(
                new BigDecimal("123456789012345.678"),
                Quantity.parse("123456789012345.678").best().orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A T-72A was seen beside a Shahed-136, a Su-25 and a BM-21.",
                "The G7 met on February 24, 2022.",
                "It began in 2020 and went on until 2021.",
                "The 2022 invasion surprised them.",
                "A 152-mm howitzer and a 9M723 missile.",
                "The largest war since World War II, or World War Two.",
                "It lies 17 km from the border and 12.5 kilometres from the town.",
                "The 72nd Brigade held the 3rd line.",
                "Article 5 and Resolution 2202 apply.",
                "A Leopard 2 stood on Highway 95.",
                "At 14:05 on 13.10.2022 they left.",
                "Within three days, or in the last few weeks, for 24 hours, an 8-year-old boy.",
                "No one knows, and one of them said the same; at one time it was so.",
                "See https://example.org/2022/10/13/15-tanks or write to a15@example.org.",
                "At 51.81363, 29.1544 and 51°48'49\" N.",
                "They work 24/7, at a ratio of 3:1.",
                "In the 1990s it was so, and on 24.02.2022 as well.",
                "Version 1.2.3 of No. 5.",
                "First and second were others.",
                "On Monday, 3 October, nothing happened.",
                "Call +375 29 123-45-67.",
            })
    void designationsDatesAndMeasuresNeverBecomeCounts(String text) {
        assertEquals(List.of(), Quantity.find(text));
    }

    @Test
    void everyQuantityIsFoundWithItsPlaceInTheText() {
        String text = "Witnesses told of 15-30 tanks, then of at least 28 Ural trucks on 12 October 2022.";
        List<Quantity.Found> found = Quantity.find(text);
        assertEquals(2, found.size());
        assertEquals(
                "15-30 tanks", text.substring(found.get(0).start(), found.get(0).end()));
        assertEquals("15-30 tanks", found.get(0).quantity().verbatim());
        assertEquals(
                "at least 28 Ural trucks",
                text.substring(found.get(1).start(), found.get(1).end()));
    }

    @Test
    void theItemEndsWhereTheNounPhraseEnds() {
        assertEquals(
                "T-72A tanks",
                Quantity.find("8 T-72A tanks were taken north.")
                        .get(0)
                        .quantity()
                        .item());
        assertEquals(
                "trucks",
                Quantity.find("They sent 30 trucks to the front.")
                        .get(0)
                        .quantity()
                        .item());
        assertEquals(
                "Ukrainian soldiers",
                Quantity.find("12 Ukrainian soldiers, 3 of them officers")
                        .get(0)
                        .quantity()
                        .item());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tanks", "a T-72A", "many", "-5", "30-15 tanks", "15 tanks and 30 trucks"})
    void whatIsNoOneQuantityIsRefusedWithAnExample(String words) {
        String message =
                assertThrows(DomainException.class, () -> Quantity.parse(words)).getMessage();
        assertTrue(message.contains("write it like") || message.contains("give one"), message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "15-30 tanks | 15 to 30 tanks",
                "at least 28 Ural trucks | at least 28 Ural trucks",
                "nearly 7,000 soldiers | about 7,000 soldiers",
                "20k men | 20,000 men",
                "over a hundred buses | more than 100 buses",
                "no more than 20 | up to 20",
                "under 50 aircraft | fewer than 50 aircraft",
                "one in ten | 10%",
                "10% of voters | 10% of voters",
                "tens of thousands of recruits | tens of thousands of recruits",
                "$20 million | $20,000,000",
                "about 15-30 tanks | about 15 to 30 tanks",
            })
    void displayIsPlainAndLosesNothing(String words, String shown) {
        assertEquals(shown, Quantity.parse(words).display());
        assertEquals(interval(Quantity.parse(words)), interval(Quantity.parse(shown)));
    }

    @Test
    void disjointStatedIntervalsContradict() {
        Quantity eight = Quantity.parse("8 tanks");
        assertInstanceOf(Agreement.Contradiction.class, eight.compare(Quantity.parse("15-30 tanks")));
        assertInstanceOf(
                Agreement.Contradiction.class,
                Quantity.parse("at least 28 trucks").compare(Quantity.parse("up to 20 trucks")));
        assertInstanceOf(Agreement.Meet.class, eight.compare(Quantity.parse("8-10 tanks")));
        assertInstanceOf(Agreement.Meet.class, eight.compare(Quantity.parse("8 trucks")));
    }

    @Test
    void anOpenBoundDoesNotTouch() {
        Quantity more = Quantity.parse("more than 100 men");
        assertInstanceOf(Agreement.Contradiction.class, more.compare(Quantity.parse("100 men")));
        assertInstanceOf(Agreement.Contradiction.class, more.compare(Quantity.parse("up to 100 men")));
        assertInstanceOf(
                Agreement.Meet.class, Quantity.parse("at least 100 men").compare(Quantity.parse("100 men")));
        assertInstanceOf(Agreement.Meet.class, more.compare(Quantity.parse("101 men")));
    }

    @Test
    void aDerivedBoundMakesATensionAndNeverAContradiction() {
        Quantity vague = Quantity.parse("dozens of tanks");
        assertInstanceOf(Agreement.Tension.class, vague.compare(Quantity.parse("8 tanks")));
        assertInstanceOf(Agreement.Tension.class, Quantity.parse("8 tanks").compare(vague));
        assertInstanceOf(
                Agreement.Tension.class, Quantity.parse("about 7,000 men").compare(Quantity.parse("20,000 men")));
        assertInstanceOf(
                Agreement.Meet.class, Quantity.parse("nearly 7,000 men").compare(Quantity.parse("8,000 men")));
        assertInstanceOf(Agreement.Meet.class, vague.compare(Quantity.parse("30 tanks")));
    }

    @Test
    void anItemIsAlikeAKindOfItself() {
        assertTrue(Quantity.parse("8 T-72A tanks").countsAlike(Quantity.parse("15 tanks")));
        assertTrue(Quantity.parse("one tank").countsAlike(Quantity.parse("3 Tanks")));
        assertFalse(Quantity.parse("8 tanks").countsAlike(Quantity.parse("8 tank crews")));
        assertFalse(Quantity.parse("8 Ural trucks").countsAlike(Quantity.parse("8 T-72A tanks")));
        assertFalse(Quantity.parse("8").countsAlike(Quantity.parse("9")));
    }

    @Test
    void aQuantityCannotRunBackwards() {
        Quantity q = Quantity.parse("15-30");
        assertThrows(
                DomainException.class,
                () -> new Quantity(
                        "x", "", Optional.empty(), q.upper(), q.lower(), false, false, Qualifier.RANGE, Origin.STATED));
    }

    @Test
    void qualifiersHaveStableKeys() {
        assertEquals("at-least", Qualifier.AT_LEAST.key());
        assertEquals(Qualifier.AT_LEAST, Qualifier.parse("At least"));
        assertEquals(Qualifier.MORE_THAN, Qualifier.parse("more-than"));
        assertTrue(assertThrows(DomainException.class, () -> Qualifier.parse("lots"))
                .getMessage()
                .contains("at-least"));
        for (Qualifier q : Qualifier.values()) {
            assertEquals(q, Qualifier.parse(q.key()));
            assertEquals(q, Qualifier.parse(q.label()));
        }
        for (Origin o : Origin.values()) {
            assertEquals(o, Origin.parse(o.key()));
        }
    }

    @Test
    void whatIsLeftOverOfAFieldIsRefusedAndNeverCutOff() {
        for (String words : List.of(
                "7,5 tonnes",
                "1.234,5 tonnes",
                "8 tanks were seen in Yelsk",
                "they saw 8 tanks",
                "-5 tanks",
                "8 tanks, 2022")) {
            String message = assertThrows(DomainException.class, () -> Quantity.parse(words), words)
                    .getMessage();
            assertTrue(message.contains(words), message);
        }
        assertEquals("7.5 tonnes", Quantity.parse(" (7.5 tonnes). ").display());
    }

    @Test
    void inATextOtherWordsMayStandAroundAQuantity() {
        assertEquals(
                List.of("at least 28 Ural trucks"),
                Quantity.find("On Monday at least 28 Ural trucks were seen in Yelsk.").stream()
                        .map(found -> found.quantity().verbatim())
                        .toList());
    }
}
