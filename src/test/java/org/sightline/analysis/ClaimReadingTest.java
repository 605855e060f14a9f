package org.sightline.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sightline.claim.Category;
import org.sightline.claim.Modality;
import org.sightline.claim.Place;
import org.sightline.claim.PlacePrecision;
import org.sightline.claim.Quantity;
import org.sightline.claim.When;
import org.sightline.geo.Gazetteer;
import org.sightline.source.Anchoring;
import org.sightline.source.PublicationDate;

class ClaimReadingTest {
    /** A Friday. */
    private static final Optional<PublicationDate> PUBLISHED = Optional.of(new PublicationDate("2022-10-14"));

    /** A digest in our own words. */
    private static final String TEXT = """
            Railway watchers count what leaves

            Anna Kovalenko, who runs a small watch group in Vilnius, reported that trains with armour were on the move. \
            “River Watch” posted a film in which 8 T-72A tanks are carried by rail from Minsk to Russia. Eyewitnesses \
            told of another 15-30 tanks and of up to 28 Ural trucks.

            “We saw no order to march,” Kovalenko added. “But around 7,000 soldiers are ready, and 20 thousand men \
            would have to be called up,” she said.

            According to the ministry of defence, thousands of Russian soldiers will arrive in the coming days. The \
            project “River Watch” noted that exercises may be held in several barns near the town of Yelsk, 17 km from \
            the Ukrainian border. Columns of vehicles began to arrive in the town on Wednesday.

            Officials denied that any Shahed-136 had been delivered to Belarus. On 24 February, troops crossed into \
            Ukraine. Shelling killed more than a dozen people in Kharkiv Oblast, the governor said. One in ten would \
            support it, a poll found.
            """;

    private static ClaimReading read(String words) {
        Anchoring.Range range = Anchoring.findOne(TEXT, words);
        return ClaimReading.of(TEXT, range.start(), range.end(), PUBLISHED);
    }

    @BeforeAll
    static void loadPlaces() {
        Gazetteer.builtIn();
    }

    private static List<String> names(ClaimReading reading) {
        return reading.places().stream().map(Place::name).toList();
    }

    @Test
    void aRouteAQuantityAndWhoShowedItAreRead() {
        ClaimReading reading = read("8 T-72A tanks are carried by rail from Minsk to Russia");
        assertEquals("8 T-72A tanks", reading.quantities().get(0).display());
        Place route = reading.places().get(0);
        assertEquals("Minsk -> Russia", route.name());
        assertEquals(PlacePrecision.COUNTRY, route.precision());
        assertFalse(route.route().orElseThrow().pathKnown());
        assertEquals(Optional.of("River Watch"), reading.claimant());
        assertEquals(Modality.ONGOING, reading.modality());
        assertEquals(Category.MOVEMENT, reading.category());
        assertEquals("8 T-72A tanks are carried by rail from Minsk to Russia", reading.statement());
    }

    @Test
    void aNumberKeepsTheQualifierThatWasNotSelected() {
        Quantity trucks = read("28 Ural trucks").quantities().get(0);
        assertEquals(Quantity.Qualifier.AT_MOST, trucks.qualifier());
        assertEquals("up to 28 Ural trucks", trucks.display());
        assertEquals(Optional.of("Eyewitnesses"), read("15-30 tanks").claimant());
    }

    @Test
    void sheIsTheOneNamedBeforeAndASurnameIsMadeFull() {
        assertEquals(
                Optional.of("Anna Kovalenko"),
                read("around 7,000 soldiers are ready").claimant());
        assertEquals(
                Optional.of("Anna Kovalenko"), read("We saw no order to march").claimant());
    }

    @Test
    void whatStandsOutsideTheSelectionIsKnownToStandThere() {
        ClaimReading near = read("Columns of vehicles began to arrive in the town");
        assertEquals("Yel’sk", near.places().get(0).name());
        assertTrue(near.placeAround());
        assertEquals("2022-10-12", near.times().get(0).edtf());
        assertTrue(near.timeAround());
        assertEquals(near.places(), read("barns near the town of Yelsk").places());
        assertFalse(read("barns near the town of Yelsk").placeAround());
        assertFalse(read("Yelsk, 17 km from").placeAround(), "the word that makes it a place stands before it");
        assertFalse(read("arrive in the town on Wednesday").timeAround());
    }

    @Test
    void aPlannedArrivalHasNoInventedEnd() {
        ClaimReading reading = read("thousands of Russian soldiers will arrive in the coming days");
        assertEquals(Modality.PLANNED, reading.modality());
        assertEquals("2022-10-14/..", reading.times().get(0).edtf());
        assertEquals("Russian soldiers", reading.quantities().get(0).item());
    }

    @Test
    void aTownItsDistanceAndTheProjectThatNotesItAreRead() {
        ClaimReading reading =
                read("exercises may be held in several barns near the town of Yelsk, 17 km from the Ukrainian border");
        assertEquals("BY", reading.places().get(0).country().orElseThrow());
        assertEquals(PlacePrecision.TOWN, reading.places().get(0).precision());
        assertEquals("border:UA", reading.distance().orElseThrow().reference());
        assertEquals(Optional.of("River Watch"), reading.claimant());
        assertEquals(Modality.PREDICTED, reading.modality());
        assertEquals(Category.TRAINING, reading.category());
    }

    @Test
    void theTownIsTheOneNamedInTheSentenceBefore() {
        ClaimReading reading = read("Columns of vehicles began to arrive in the town on Wednesday");
        assertEquals(
                names(read("near the town of Yelsk")).get(0), names(reading).get(0));
        assertEquals(
                List.of("2022-10-12", "2022-10-19"),
                reading.times().stream().map(When::edtf).toList());
        assertEquals(Modality.HAPPENED, reading.modality());
        assertEquals(Category.MOVEMENT, reading.category());
    }

    @Test
    void whatIsDeniedIsSaidToBeDenied() {
        ClaimReading reading = read("Officials denied that any Shahed-136 had been delivered to Belarus.");
        assertEquals(Modality.DENIED, reading.modality());
        assertEquals(List.of(), reading.quantities());
        assertEquals(Optional.of("Officials"), reading.claimant());
        assertTrue(names(reading).contains("Belarus"), names(reading).toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "On 24 February, troops crossed into Ukraine. | HAPPENED | movement",
                "Shelling killed more than a dozen people in Kharkiv Oblast | HAPPENED | strike",
                "One in ten would support it | PREDICTED | statement",
                "20 thousand men would have to be called up | PREDICTED | personnel",
            })
    void modalityAndCategoryFollowTheWords(String words, Modality modality, String category) {
        assertEquals(modality, read(words).modality());
        assertEquals(category, read(words).category().key());
    }

    @Test
    void aRegionGoesBeforeTheTownOfItsName() {
        Place region =
                read("more than a dozen people in Kharkiv Oblast").places().get(0);
        assertEquals(PlacePrecision.REGION, region.precision());
        assertEquals(Optional.of("UA"), region.country());
    }

    @Test
    void severalSelectedSentencesBecomeTheOneWithTheNumber() {
        ClaimReading reading =
                read("But around 7,000 soldiers are ready, and 20 thousand men would have to be called up,”");
        assertTrue(reading.statement().startsWith("But around 7,000 soldiers"), reading.statement());
        assertEquals(2, reading.quantities().size());
    }

    private static ClaimReading readAll(String text) {
        return ClaimReading.of(text, 0, text.length(), PUBLISHED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The northern commander said that 12 boats were lost. | The northern commander",
                "President of Ruritania Rudolf Elphberg stated that 12 boats were lost. | Rudolf Elphberg",
                "The Minister of Defence Michael Strelsau announced a drill. | Michael Strelsau",
                "Twelve boats were lost, according to Antoinette Mauban. | Antoinette Mauban",
                "Local residents reported 12 boats. | Local residents",
            })
    void whoAssertsItIsReadWithoutTheTitle(String text, String claimant) {
        assertEquals(Optional.of(claimant), readAll(text).claimant());
    }

    @Test
    void aClosedQuotationDoesNotRunOnIntoTheNextSentence() {
        String text = "\u201CWe are leaving,\u201D Rudolf Elphberg said. Twelve boats were lost near Gomel.";
        int from = text.indexOf("Twelve");
        assertEquals(
                Optional.empty(),
                ClaimReading.of(text, from, text.length(), PUBLISHED).claimant());
        String reported = "Rudolf Elphberg said that they were leaving. Twelve boats were lost near Gomel.";
        int second = reported.indexOf("Twelve");
        assertEquals(
                Optional.of("Rudolf Elphberg"),
                ClaimReading.of(reported, second, reported.length(), PUBLISHED).claimant());
    }

    @Test
    void whatComesFirstIsWhatIsSaid() {
        assertEquals(
                Modality.ONGOING,
                readAll("There are about 300 sailors, and they are not trained.")
                        .modality());
        assertEquals(
                Modality.DENIED,
                readAll("The navy is not moving boats to the lake.").modality());
    }

    @Test
    void aCountryAtTheEndOfASentenceIsRead() {
        assertEquals(List.of("Belarus"), names(readAll("Twelve boats were sent to Belarus.")));
    }

    @Test
    void anUnknownPublicationDateLeavesRelativeWordsUnread() {
        Anchoring.Range range = Anchoring.findOne(TEXT, "arrive in the town on Wednesday");
        assertEquals(
                List.of(),
                ClaimReading.of(TEXT, range.start(), range.end(), Optional.empty())
                        .times());
    }

    @Test
    void anythingCanBeSelected() {
        for (int start = 0; start < TEXT.length(); start += 37) {
            for (int end : new int[] {start, start + 1, start + 40, TEXT.length()}) {
                if (end <= TEXT.length()) {
                    ClaimReading.of(TEXT, start, end, PUBLISHED);
                }
            }
        }
        assertThrows(IndexOutOfBoundsException.class, () -> ClaimReading.of("abc", 0, 4, PUBLISHED));
        assertEquals("", ClaimReading.of("  ", 0, 2, PUBLISHED).statement());
    }

    @Test
    void aReadingIsQuickOnceWarm() {
        for (int i = 0; i < 40; i++) {
            read("Columns of vehicles began to arrive in the town on Wednesday");
        }
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 10; i++) {
            long from = System.nanoTime();
            read("exercises may be held in several barns near the town of Yelsk, 17 km from the Ukrainian border");
            best = Math.min(best, System.nanoTime() - from);
        }
        assertTrue(best < 50_000_000, best / 1_000_000 + " ms");
    }

    @Test
    void anEndlessParagraphIsReadInBoundedTime() {
        String text = "He said that tanks went from Minsk to Gomel on Monday, and 8 trucks, ".repeat(20_000);
        long from = System.nanoTime();
        ClaimReading reading = ClaimReading.of(text, 700_000, 700_060, PUBLISHED);
        assertTrue(System.nanoTime() - from < 2_000_000_000L);
        assertFalse(reading.quantities().isEmpty());
    }
}
