package org.sightline.geo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Envelope;
import org.sightline.DomainException;
import org.sightline.geo.Borders.Nearest;

class BordersTest {
    private static final Position YELSK = new Position(51.81363, 29.1544);

    @Test
    void yelskIsSomeSeventeenKilometresFromUkraine() {
        Nearest nearest = Borders.nearest(YELSK, "UA");
        assertEquals(17_430, nearest.metres(), 60);
        assertEquals("BY", nearest.neighbour());
        assertEquals(nearest.metres(), Geodesic.distance(YELSK, nearest.nearest()), 0.01);
        assertEquals(Borders.nearest(YELSK, "BY").metres(), nearest.metres(), 0.01);
        assertEquals("UA", Borders.nearest(YELSK, "BY").neighbour());
    }

    @ParameterizedTest
    @CsvSource({
        // Brest stands at the Polish border, Belgorod some 30 km from Ukraine, Narva at the river to Russia
        "52.0975, 23.6877, PL, 0, 6, BY",
        "50.6107, 36.5802, UA, 25, 40, RU",
        "59.3772, 28.1903, RU, 0, 2, EE",
        // the 49th parallel bulges on the globe, not on the map: a town 45 km south of it
        "48.6, -104.5, CA, 44, 45, US",
        // and from far away
        "-33.87, 151.21, UA, 12500, 14500, RU",
    })
    void distancesAgreeWithTheGround(double lat, double lon, String country, double least, double most, String other) {
        Nearest nearest = Borders.nearest(new Position(lat, lon), country);
        assertTrue(nearest.metres() >= least * 1000 && nearest.metres() <= most * 1000, nearest.toString());
        assertEquals(other, nearest.neighbour());
    }

    @Test
    void crimeaHasNoLandBorder() {
        Nearest fromDzhankoi = Borders.nearest(new Position(45.71, 34.39), "UA");
        assertTrue(fromDzhankoi.metres() > 250_000, fromDzhankoi.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "Yelsk, 51.81363, 29.1544, BY",
        "Simferopol, 44.95719, 34.11079, UA",
        "Sevastopol, 44.60795, 33.52134, UA",
        "Kerch, 45.35675, 36.47542, UA",
        "Yalta, 44.50218, 34.16624, UA",
        "Dzhankoi, 45.71, 34.39, UA",
        "Krasnodar, 45.04484, 38.97603, RU",
        "Taman, 45.2122, 36.7169, RU",
        "Brest, 52.10894, 23.71749, BY",
        "Terespol across the river from Brest, 52.075, 23.616, PL",
        "Novaya Rudnya in Belarus, 51.66, 29.2, BY",
        "two kilometres beyond the nearest border point, 51.636, 29.1658, UA",
        "Quneitra, 33.125, 35.824, SY",
        "Majdal Shams in the Golan, 33.267, 35.770, SY",
        "Kiryat Shmona, 33.207, 35.571, IL",
        "Laayoune, 27.1536, -13.2033, EH",
        "Tarfaya, 27.939, -12.926, MA",
        "Berlin, 52.52, 13.405, DE",
        "Narva, 59.3772, 28.1903, EE",
        "Ivangorod, 59.3766, 28.2231, RU",
        "Pristina, 42.66, 21.17, XK",
        "Kaliningrad, 54.7104, 20.4522, RU",
        "San Marino, 43.9356, 12.4473, SM",
        "Maseru in the south, -29.31, 27.48, LS",
        "the middle of the Black Sea, 43.2, 34.0, ''",
        "off Odesa, 46.3, 31.2, ''",
    })
    void aPositionLiesInItsCountry(String place, double lat, double lon, String country) {
        Optional<String> expected = country.isEmpty() ? Optional.empty() : Optional.of(country);
        assertEquals(expected, Borders.countryAt(new Position(lat, lon)), place);
    }

    @Test
    void countriesWithoutALandBorderAreNamed() {
        DomainException island = assertThrows(DomainException.class, () -> Borders.nearest(YELSK, "IS"));
        assertTrue(String.valueOf(island.getMessage()).startsWith("Iceland (IS) has no land border"));
        DomainException unknown = assertThrows(DomainException.class, () -> Borders.nearest(YELSK, "QQ"));
        assertTrue(String.valueOf(unknown.getMessage()).contains("There is no country with the code \"QQ\""));
    }

    /** Whose country GeoNames tells: many stand at the very border or on the water. */
    @Test
    void largeTownsLieInTheCountryTheGazetteerSays() {
        int wrong = 0;
        StringBuilder names = new StringBuilder();
        for (Gazetteer.Entry entry : Gazetteer.builtIn().largestIn(new Envelope(-180, 180, -90, 90), 3000)) {
            Optional<String> found = Borders.countryAt(entry.position());
            if (!found.equals(Optional.of(entry.country()))) {
                wrong++;
                names.append(entry.name())
                        .append(' ')
                        .append(entry.country())
                        .append(found)
                        .append(' ');
            }
        }
        assertTrue(wrong < 10, names.toString());
    }
}
