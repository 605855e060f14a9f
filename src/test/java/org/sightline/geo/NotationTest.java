package org.sightline.geo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sightline.DomainException;

class NotationTest {
    private static final Position YELSK = new Position(51.81363, 29.1544);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "51.81363, 29.1544",
                "51.81363 29.1544",
                "51.81363,29.1544",
                "51.81363; 29.1544",
                "51,81363 29,1544",
                "51,81363, 29,1544",
                "51,81363,29,1544",
                "51,81363; 29,1544",
                "N51.81363 E29.1544",
                "n51.81363, e29.1544",
                "51.81363 N 29.1544 E",
                "51.81363N, 29.1544E",
                "51.81363° N, 29.1544° E",
                "29.1544 E 51.81363 N",
                "E 29.1544, N 51.81363",
                "+51.81363, +29.1544",
                "(51.81363, 29.1544)",
                "Lat: 51.81363, Lon: 29.1544",
                "51°48'49\"N 29°09'16\"E",
                "51°48′49″N 29°09′16″E",
                "51° 48' 49\" N, 29° 9' 16\" E",
                "51°48’49”N 29°09’16”E",
                "51°48'49''N 29°09'16''E",
                "N 51 48 49 E 29 09 16",
                "51 48 49 29 9 16",
                "51d48m49s N 29d09m16s E",
                "51 deg 48 min 49 sec N, 29 deg 09 min 16 sec E",
                "51°48.818'N 29°09.264'E",
                "51°48,818'N 29°09,264'E",
                "51 48.818 29 9.264",
                "51°48′49″ с. ш. 29°09′16″ в. д.",
                "51°48′49″ пн. ш. 29°09′16″ сх. д.",
                "lon 29.1544 lat 51.81363",
                "lon/lat 29.1544, 51.81363",
                "29.1544, 51.81363 (lon,lat)",
                "29.1544, 51.81363 lon lat",
                "51.81363, 29.1544 (lat, lon)",
                "51.81363 lat, 29.1544 lon",
                "29.1544 lon 51.81363 lat",
                "longitude: 29.1544, 51.81363",
                "29.1544, 51.81363 lat",
                "Широта 51.81363, долгота 29.1544",
                "довгота 29,1544, широта 51,81363",
                "lon, lat: 51.81363 N 29.1544 E",
                "51-48-49N 29-09-16E",
                "51–48–49 N, 029–09–16 E",
                "N51-48-49 E029-09-16",
                "51:48:49N 29:09:16E",
                "N 51:48.818, E 29:09.264",
                "+51.81363+029.1544/",
                "+51.81363+029.1544+150CRSWGS_84/",
                "+5148.818+02909.264/",
                "+514849+0290916/",
                "POINT(29.1544 51.81363)",
                "SRID=4326;POINT Z (29.1544 51.81363 150)",
                "５１．８１３６３，　２９．１５４４",
                "٥١٫٨١٣٦٣، ٢٩٫١٥٤٤",
                "geo:51.81363,29.1544",
                "geo:51.81363,29.1544;u=35",
                "https://www.openstreetmap.org/#map=13/51.81363/29.1544",
                "https://www.openstreetmap.org/?mlat=51.81363&mlon=29.1544#map=5/1/2",
                "https://www.google.com/maps/@51.81363,29.1544,14z",
                "https://www.google.com/maps/place/X/@1,2,14z/data=!3m1!4b1!3d51.81363!4d29.1544",
                "https://maps.google.com/?q=51.81363,29.1544",
                "https://yandex.ru/maps/?ll=29.1544%2C51.81363&z=12",
            })
    void everyWayOfWritingYelskIsRead(String text) {
        Position read = Notation.read(text).orElseThrow();
        assertTrue(Geodesic.distance(YELSK, read) < 16, text + " gave " + read);
    }

    @Test
    void aNumberThatBeginsWithNoughtHasNoThousands() {
        assertEquals(new Position(0, 180), Notation.read("0,180").orElseThrow());
        assertEquals(new Position(0, 100), Notation.read("0,100").orElseThrow());
        assertEquals(Optional.empty(), Notation.read("12,500"));
        assertEquals(Optional.empty(), Notation.read("1,234,567"));
    }

    /** As aviation writes them. */
    @ParameterizedTest
    @CsvSource({
        "514849N0290916E, 30",
        "514849N 0290916E, 30",
        "N514849 E0290916, 30",
        "'N514849.1,E0290915.8', 3",
        "5149N02909E, 1860",
        "n5149 e02909, 1860",
    })
    void degreesRunTogetherAreRead(String text, double metres) {
        Notation.Reading reading = Notation.reading(text).orElseThrow();
        assertEquals(Notation.DMS, reading.notation());
        assertEquals(metres, reading.metres(), metres / 20);
        assertEquals(0, Geodesic.distance(YELSK, reading.position()), metres);
    }

    @ParameterizedTest
    @CsvSource({
        "35UPT4850542504, 1",
        "35U PT 48505 42504, 1",
        "35U PT 4850 4250, 10",
        "35u pt 485 425, 100",
        "MGRS 35UPT4842, 1000",
        "35U 648505 5742504, 1",
        "35U 648505.3 5742504.2, 0.1",
        "35 N 648505 5742504, 1",
        "UTM 35U 648505mE 5742504mN, 1",
        "'35U, 648505, 5742504', 1",
    })
    void gridReferencesAreReadWithTheirPrecision(String text, double metres) {
        Notation.Reading read = Notation.reading(text).orElseThrow();
        assertEquals(metres, read.metres(), 1e-9);
        Position expected = Utm.position(35, false, 648505, 5742504);
        assertTrue(Geodesic.distance(expected, read.position()) <= Math.max(1, metres * 1.5), text + " gave " + read);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "Minsk",
                "Yelsk, BY",
                "12",
                "8 T-72A tanks",
                "20,000",
                "1,234,567",
                "24 February",
                "T-72A",
                "https://example.org/2022/10/12",
                "10%",
                "51.8",
                "one, two",
                "35U",
                "5 km",
                "Long, Long Island",
                "lat lat",
                "5 lat, 10 lat, 20 lat",
                "M4A1"
            })
    void otherTextIsNotTakenForCoordinates(String text) {
        assertEquals(Optional.empty(), Notation.read(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "91.5, 29.1 | Latitude 91.5 is out of range",
                "32XPQ1234 | there is no zone 32X",
                "51.8, 190.2 | Longitude 190.2 is out of range",
                "51°48'N | needs a latitude and a longitude",
                "51°75'N 29°E | 75 minutes are out of range",
                "51°48'61\"N 29°E | 61 seconds are out of range",
                "51.8 N 29.1 N | one latitude (N or S) and one longitude",
                "-51.8 S 29.1 E | say the same thing twice",
                "35U PT 485 4250 | as many digits for east as for north",
                "35UPT48542 | as many digits for east as for north",
                "61U PT 48 42 | zone 61 is out of range",
                "35U AT 48 42 | has no square AT",
                "35U 48505 5742504 | easting runs from 100000",
                "35C 648505 5742504 | not in band C",
                "geo:95,10 | Latitude 95.0 is out of range",
                "51.8136 lat 29.1544 | which number is the latitude",
                "lat lat 51.8136 29.1544 | which number is the latitude",
                "10,100 | leave a blank behind it, as in \"10, 100\"",
                "65,170 | leave a blank behind it, as in \"65, 170\"",
            })
    void badCoordinatesAreNamedWithWhatIsAllowed(String text, String message) {
        DomainException e = assertThrows(DomainException.class, () -> Notation.read(text));
        assertTrue(String.valueOf(e.getMessage()).contains(message), e.getMessage());
    }

    @Test
    void positionsAreWrittenInEachNotation() {
        assertEquals("51.8136 N 29.1544 E", Notation.DECIMAL.write(YELSK, 10));
        assertEquals("51°48′49″N 29°09′16″E", Notation.DMS.write(YELSK, 10));
        assertEquals("51°49′N 29°09′E", Notation.DMS.write(YELSK, 1000));
        assertEquals("35U PT 48505 42504", Notation.MGRS.write(YELSK, 1));
        assertEquals("35U PT 4850 4250", Notation.MGRS.write(YELSK, 10));
        assertEquals("35U PT 48 42", Notation.MGRS.write(YELSK, 3_000));
        assertEquals("35U PT", Notation.MGRS.write(YELSK, 20_000));
        assertEquals("35U 648506 5742505", Notation.UTM.write(YELSK, 1));
        assertEquals("34.6037 S 58.3816 W", Notation.DECIMAL.write(new Position(-34.6037, -58.3816), 10));
        assertEquals("34°36′13″S 58°22′54″W", Notation.DMS.write(new Position(-34.6037, -58.3816), 10));
        assertEquals("Z AF 1927 9066", Notation.MGRS.write(new Position(89, 10), 10));
        assertEquals("Z 2019280 1890660", Notation.UTM.write(new Position(89, 10), 1));
        assertEquals("9G3FR573+F", Notation.PLUS_CODE.write(YELSK, 10).substring(0, 10));
    }

    @ParameterizedTest
    @ValueSource(strings = {"35X 500000 9000000", "36U 500000 5700000", "35U 600000 5800000", "21H 400000 6300000"})
    void wholeMetresReadAreThoseWritten(String utm) {
        Position there = Notation.read(utm).orElseThrow();
        assertEquals(utm, Notation.UTM.write(there, 1));
        assertTrue(Notation.MGRS.write(there, 1).endsWith(" 00000 00000"), Notation.MGRS.write(there, 1));
    }

    @ParameterizedTest
    @CsvSource({
        "60.39, 5.32, 32V", // Bergen, in Norway's widened zone
        "78.22, 15.65, 33X", // Longyearbyen
        "78.0, 8.9, 31X",
        "79.0, 35.0, 37X",
        "55.99, 5.0, 31U",
        "0, 0, 31N",
        "-0.0001, 0, 31M",
        "83.999, 179.99, 60X",
        "84, 179.99, Z",
        "84, -0.01, Y",
        "-80.001, -0.01, A",
        "-90, 0, B",
        "10, 180, 1P",
        "-80, -180, 1C",
    })
    void zonesFollowTheRulesForNorwayAndSvalbard(double lat, double lon, String zone) {
        assertEquals(zone, Notation.MGRS.write(new Position(lat, lon), 100_000));
    }

    @Test
    void everyNotationReadsBackWhatItWrote() {
        Random random = new Random(20221012);
        for (int i = 0; i < 20_000; i++) {
            Position position = new Position(random.nextDouble() * 180 - 90, random.nextDouble() * 360 - 180);
            for (Notation notation : Notation.values()) {
                String text = notation.write(position, 1);
                Position read = Notation.read(text).orElseThrow();
                double error = Geodesic.distance(position, read);
                double allowed = notation == Notation.DMS ? 2.2 : 0.8;
                assertTrue(error < allowed, () -> text + " of " + position + " gave " + read + ", " + error + " m off");
            }
            String mgrs = Notation.MGRS.write(position, 1);
            assertEquals(mgrs, Notation.MGRS.write(Notation.read(mgrs).orElseThrow(), 1));
        }
    }

    /** The library is slack by up to a metre, so squares of 100 m are compared, and their edges left out. */
    @Test
    void mgrsAgreesWithTheLibraryOfTheAgencyThatDefinesIt() {
        Random random = new Random(7);
        int compared = 0;
        for (int i = 0; i < 5_000; i++) {
            Position position = new Position(random.nextDouble() * 163 - 79.5, random.nextDouble() * 359.9 - 179.95);
            Utm utm = Utm.of(position);
            if (nearEdge(utm.easting()) || nearEdge(utm.northing())) {
                continue;
            }
            String theirs = mil.nga
                    .mgrs
                    .MGRS
                    .from(position.lon(), position.lat())
                    .coordinate(mil.nga.mgrs.grid.GridType.HUNDRED_METER);
            assertEquals(theirs, utm.mgrs(3).replace(" ", ""), position.toString());
            compared++;
        }
        assertTrue(compared > 4_000);
    }

    private static boolean nearEdge(double metres) {
        double rest = metres % 100;
        return rest < 3 || rest > 97;
    }
}
