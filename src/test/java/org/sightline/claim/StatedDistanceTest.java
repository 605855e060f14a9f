package org.sightline.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sightline.DomainException;

class StatedDistanceTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "17 km from the Ukrainian border | 17 | km | border:UA |",
                "17 kilometers from the border with Ukraine | 17 | km | border:UA |",
                "17 kilometres from Ukraine's border | 17 | km | border:UA |",
                "about 30 km from the border of the Russian Federation | 30 | km | border:RU |",
                "17 km from border:UA | 17 | km | border:UA |",
                "40 km from the border | 40 | km | border |",
                "5 km north of Gomel | 5 | km | Gomel | north",
                "12.5 kilometres south-east of Nova Kakhovka | 12.5 | km | Nova Kakhovka | southeast",
                "500 m from the town of Yelsk | 500 | m | Yelsk |",
                "20 miles away from Minsk | 20 | mi | Minsk |",
                "twenty kilometres from Minsk | 20 | km | Minsk |",
                "within 30 km of the Polish border | 30 | km | border:PL |",
            })
    void aStatedDistanceKeepsItsUnitReferenceAndDirection(
            String words, String value, String unit, String reference, String direction) {
        StatedDistance distance = StatedDistance.parse("It lies " + words + ", they said.");
        assertEquals(value, distance.value().toPlainString());
        assertEquals(unit, distance.unit());
        assertEquals(reference, distance.reference());
        assertEquals(Optional.ofNullable(direction), distance.direction());
        assertEquals(words, distance.verbatim());
    }

    @ParameterizedTest
    @ValueSource(strings = {"They drove 300 km.", "20m people live there.", "It is far from Minsk.", "A 5 km race", ""})
    void aLengthFromNothingIsNoDistance(String text) {
        assertEquals(List.of(), StatedDistance.find(text));
        assertThrows(DomainException.class, () -> StatedDistance.parse(text));
    }

    @Test
    void aDistanceKnowsItsMetresAndItsBounds() {
        assertEquals(17_000, StatedDistance.parse("17 km from Minsk").metres());
        assertEquals(
                1852 * 3, StatedDistance.parse("3 nautical miles from Odesa").metres());
        Quantity less = StatedDistance.parse("less than 30 km from Minsk").quantity();
        assertEquals(Quantity.Qualifier.LESS_THAN, less.qualifier());
        assertEquals("km", less.item());
        assertEquals(
                Optional.of("UA"),
                StatedDistance.parse("17 km from the Ukrainian border").borderOf());
    }
}
