package org.sightline.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.sightline.DomainException;
import org.sightline.claim.Place;
import org.sightline.claim.PlacePrecision;

class PlaceReadingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "51.81363, 29.1544 | EXACT",
                "51.814 N 29.154 E | VICINITY",
                "51.81, 29.15 | LOCALITY",
                "35U PT 48503 42499 | EXACT",
                "51°48'49\"N 29°09'16\"E | VICINITY",
            })
    void coordinatesAreKnownNoBetterThanTheyAreWritten(String words, PlacePrecision precision) {
        Place place = PlaceReading.read(words);
        assertEquals(51.814, place.geometry().getCoordinate().y, 0.01);
        assertEquals(29.154, place.geometry().getCoordinate().x, 0.01);
        assertEquals(precision, place.precision());
        assertEquals(Optional.of("BY"), place.country());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Yelsk", "yelsk", "Yel'sk", "Ельск", "Jelsk", "Yelsk, BY", "Yelsk, Belarus"})
    void aTownIsFoundInAnySpelling(String words) {
        Place place = PlaceReading.read(words);
        assertEquals(PlacePrecision.TOWN, place.precision());
        assertEquals(Optional.of("BY"), place.country());
        assertEquals(51.81, place.geometry().getCoordinate().y, 0.01);
    }

    @Test
    void aPersonMaySayHowPreciselyAPlaceIsKnown() {
        Place place = PlaceReading.read("Yelsk", Optional.of(PlacePrecision.LOCALITY));
        assertEquals(PlacePrecision.LOCALITY, place.precision());
        assertEquals(1000, place.radiusMetres());
    }

    @Test
    void aCountryIsAPlaceOfCountryPrecision() {
        Place place = PlaceReading.read("Belarus");
        assertEquals(PlacePrecision.COUNTRY, place.precision());
        assertEquals(Optional.of("BY"), place.country());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Minsk -> Gomel", "Minsk → Gomel", "Minsk - Gomel", "from Minsk to Gomel", "Minsk => Gomel"})
    void aRouteIsReadHoweverItsArrowIsDrawn(String words) {
        Place route = PlaceReading.read(words);
        assertTrue(route.isRoute());
        assertFalse(route.route().orElseThrow().pathKnown());
        assertEquals("Minsk", route.route().orElseThrow().origin());
        assertEquals(PlacePrecision.TOWN, route.precision());
        Coordinate[] line = route.geometry().getCoordinates();
        assertEquals(53.9, line[0].y, 0.1);
        assertEquals(52.43, line[line.length - 1].y, 0.1);
    }

    @Test
    void aRouteMayCallAtPlacesOnItsWay() {
        Place route = PlaceReading.read("Brest, BY -> Minsk -> Gomel");
        assertEquals("LineString", route.geometry().getGeometryType());
        assertEquals("Brest", route.route().orElseThrow().origin());
        assertEquals(3, route.name().split(" -> ").length);
    }

    @Test
    void aRouteToACountryEndsAtItsBorder() {
        Place route = PlaceReading.read("Minsk -> Russia");
        Coordinate[] line = route.geometry().getCoordinates();
        assertEquals(PlacePrecision.COUNTRY, route.precision());
        assertTrue(line[line.length - 1].x > 28 && line[line.length - 1].x < 34, line[line.length - 1].toString());
    }

    @Test
    void anAmbiguousNameListsItsCandidatesAndIsNeverGuessed() {
        List<Place> choices = PlaceReading.choices("Springfield");
        assertTrue(choices.size() > 1);
        String message = assertThrows(DomainException.class, () -> PlaceReading.read("Springfield"))
                .getMessage();
        assertTrue(message.contains("United States") && message.contains(" N "), message);
    }

    @Test
    void theAmbiguousEndOfARouteIsTheOneNamed() {
        String message = assertThrows(DomainException.class, () -> PlaceReading.read("Minsk -> Springfield"))
                .getMessage();
        assertTrue(message.startsWith("\"Springfield\" may be Springfield ("), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Qqzzxxyy", "", "  ", "Minsk ->", "-> Minsk", "Minsk -> Qqzzxxyy", "95.0, 29.1"})
    void whatIsNoPlaceIsRefusedInOneSentence(String words) {
        String message = assertThrows(DomainException.class, () -> PlaceReading.read(words))
                .getMessage();
        assertTrue(message.endsWith("."), message);
    }
}
