package org.sightline.geo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sightline.DomainException;

class PlusCodeTest {
    private static final Position YELSK = new Position(51.81363, 29.1544);
    private static final String CODE = Notation.PLUS_CODE.write(YELSK, 10);

    /** Codes and their middles from the specification's examples. */
    @ParameterizedTest
    @CsvSource({
        "7FG49Q00+, 20.375, 2.775",
        "7FG49QCJ+2V, 20.3700625, 2.7821875",
        "4VCPPQGP+Q9, -41.2730625, 174.7859375",
        "CFX30000+, 89.5, 1.5",
        "62H20000+, 1.5, -179.5",
    })
    void wholeCodesStandForTheirMiddle(String code, double lat, double lon) {
        Position read = Notation.read(code).orElseThrow();
        assertEquals(lat, read.lat(), 1e-9);
        assertEquals(lon, read.lon(), 1e-9);
        assertEquals(
                read, Notation.read(code.toLowerCase(java.util.Locale.ROOT)).orElseThrow());
    }

    @Test
    void precisionFollowsTheLengthOfTheCode() {
        assertEquals(13.9, Notation.reading(CODE).orElseThrow().metres(), 0.1);
        assertEquals(111_320, Notation.reading("9G3F0000+").orElseThrow().metres(), 1);
        assertEquals("9G3F0000+", Notation.PLUS_CODE.write(YELSK, 50_000));
        assertEquals(CODE.substring(0, 9), Notation.PLUS_CODE.write(YELSK, 300));
        assertTrue(Notation.PLUS_CODE.write(YELSK, 1).startsWith(CODE));
    }

    @Test
    void aShortCodeIsCompletedByAPlaceNearIt() {
        String cut = CODE.substring(4);
        Position read = Notation.read(cut + " Yelsk").orElseThrow();
        assertTrue(Geodesic.distance(YELSK, read) < 15, read.toString());
        assertEquals(read, Notation.read(cut + ", Yelsk, BY").orElseThrow());
        assertEquals(
                read, Notation.reading(cut, new Position(52, 29)).orElseThrow().position());
    }

    @Test
    void aShortCodeAloneSaysWhatItLacks() {
        DomainException alone = assertThrows(DomainException.class, () -> Notation.read(CODE.substring(4)));
        assertTrue(String.valueOf(alone.getMessage()).contains("short plus code"), alone.getMessage());
        assertThrows(DomainException.class, () -> Notation.read(CODE.substring(4) + " Nowherehamlet"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://plus.codes/%s", "https://www.google.com/maps/place/%s", "https://plus.codes/map"})
    void addressesWithACodeAreRead(String address) {
        Optional<Position> read = Notation.read(address.formatted(CODE.replace("+", "%2B")));
        assertEquals(address.contains("%s"), read.isPresent());
        read.ifPresent(position -> assertTrue(Geodesic.distance(YELSK, position) < 15));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2+2", "FC+X", "C++", "8 tanks + 2 trucks", "+51.8136 +29.1544"})
    void otherThingsWithAPlusAreNoCodes(String text) {
        Optional<Notation.Reading> read = Notation.reading(text);
        assertTrue(read.isEmpty() || read.get().notation() == Notation.DECIMAL, text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AKM 47", "ASU 85", "AKS 74", "BTR 80", "Z 12"})
    void namesOfArmsAreNoPolarReferences(String text) {
        assertEquals(Optional.empty(), Notation.read(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Z AH 0000 0000 | 90 | 0",
                "ZAH0000000000 | 90 | 0",
                "mgrs BAN | -89 | 45",
                "Z 2000000 2000000 | 90 | 0",
                "A 2000000mE 2000000mN | -90 | 0"
            })
    void polarReferencesAreRead(String text, double lat, double lon) {
        Position read = Notation.read(text).orElseThrow();
        assertTrue(Geodesic.distance(read, new Position(lat, lon)) < 60_000, read.toString());
    }

    @Test
    void polarMetresOutsideTheGridAreRefused() {
        DomainException outside = assertThrows(DomainException.class, () -> Notation.read("Z 3000000 2000000"));
        assertTrue(String.valueOf(outside.getMessage()).contains("run from 1300000 to 2700000"), outside.getMessage());
    }
}
