package org.sightline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sightline.claim.PlacePrecision;

class CoordinateDigitsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "51.81363, 29.15440   | EXACT",
                "51.8136 N 29.1544 E  | EXACT",
                "51.814, 29.154       | VICINITY",
                "51.81, 29.15         | LOCALITY",
                "51.8, 29.15440       | DISTRICT",
                "52, 29               | REGION",
                "51\u00B048'49\"N 29\u00B009'16\"E | VICINITY",
                "51\u00B048'N 29\u00B009'E | LOCALITY",
                "35U PT 48504 42501   | EXACT",
                "35U PT 4850 4250     | EXACT",
                "35UPT485425          | VICINITY",
                "35UPT4842            | LOCALITY",
                "35U PT 4 4           | DISTRICT",
                "35U PT               | REGION",
            })
    void precisionIsThatOfTheLastDigit(String words, PlacePrecision precision) {
        assertEquals(precision, CoordinateDigits.precision(words));
    }
}
