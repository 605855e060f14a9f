package org.sightline.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sightline.DomainException;

class SourceTest {

    @Test
    void aSourceNeedsATitleAndBlankFieldsAreUnknown() {
        assertThrows(DomainException.class, () -> Source.titled("  "));
        Source source = Source.titled(" Convoys near the border ").withPublisher(Optional.of(" "));
        assertEquals("Convoys near the border", source.title());
        assertEquals(Optional.empty(), source.publisher());
        assertEquals("Convoys near the border", source.shortName());
        assertEquals("The Paper", source.withPublisher(Optional.of("The Paper")).shortName());
    }

    @Test
    void aCaptureKnowsTheHashOfItsBytes() {
        byte[] bytes = "abc".getBytes(StandardCharsets.UTF_8);
        CapturedText content = TextExtraction.read(bytes, "abc.txt", Optional.empty());
        Capture capture = Capture.of(Source.titled("x").uuid(), content, Instant.parse("2022-10-14T08:00:00.123456Z"));
        assertEquals("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", capture.sha256());
        assertEquals("ba7816bf8f01", capture.shortHash());
        assertEquals(Instant.parse("2022-10-14T08:00:00.123Z"), capture.retrieved());
        assertTrue(capture.holds(bytes));
        assertFalse(capture.holds("abd".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aPublicationDateKeepsTheFormItWasGivenIn() {
        assertEquals("2022-10", new PublicationDate(" 2022-10 ").iso());
        assertFalse(new PublicationDate("2022-10").hasDay());
        assertTrue(new PublicationDate("2022-10").hasMonth());
        assertEquals(LocalDate.of(2022, 10, 13), new PublicationDate("2022-10-13T23:05+03:00").date());
        assertEquals(
                Optional.of(Instant.parse("2022-10-13T20:05:00Z")),
                new PublicationDate("2022-10-13T23:05+03:00").instant());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "2022-13", "2022-02-30", "13.10.2022", "22", "2022-10-13T25:00Z"})
    void anUnreadablePublicationDateIsRefusedWithAnExample(String words) {
        String message = assertThrows(DomainException.class, () -> new PublicationDate(words))
                .getMessage();
        assertTrue(message.contains("2022-10-13"), message);
    }

    @Test
    void reliabilityIsReadFromItsLetter() {
        assertEquals(Reliability.B, Reliability.parse(" b "));
        assertEquals("usually reliable", Reliability.B.label());
        assertTrue(assertThrows(DomainException.class, () -> Reliability.parse("G"))
                .getMessage()
                .contains("\"G\""));
        for (Reliability grade : Reliability.values()) {
            assertFalse(grade.label().isBlank());
        }
    }
}
