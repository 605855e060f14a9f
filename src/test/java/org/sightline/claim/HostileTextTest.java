package org.sightline.claim;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sightline.source.PublicationDate;

class HostileTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a-",
                ",000",
                " 000",
                "S.",
                "about ",
                "one hundred ",
                "\u201C",
                "Aa ",
                "from Aa ",
                "1-",
                "October ",
                "24 ",
                "a@",
                "1.",
                "1234567890",
                "+1 (",
                "in the last ",
                "thousand ",
                "5 km from ",
                "at 5 am ",
                "/",
                "tens of "
            })
    void endlessRepetitionIsReadInBoundedTimeAndStack(String piece) {
        String text = "1" + piece.repeat(60_000 / piece.length()) + "5";
        Optional<PublicationDate> published = Optional.of(new PublicationDate("2022-10-14"));
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            Quantity.find(text);
            When.find(text, published);
            StatedDistance.find(text);
        });
    }
}
