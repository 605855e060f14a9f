package org.sightline.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.sightline.DomainException;

class TimestampsTest {
    private static final long FIRST = Instant.parse("0001-01-01T00:00:00Z").toEpochMilli();
    private static final long AFTER_LAST =
            Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli() + 1;

    @Test
    void whatIsWrittenIsReadBack() {
        Random random = new Random(1);
        for (int i = 0; i < 10_000; i++) {
            Instant instant = Instant.ofEpochMilli(random.nextLong(FIRST, AFTER_LAST));
            assertEquals(instant, Timestamps.parse(Timestamps.text(instant)));
        }
        assertEquals("2022-10-12T07:00:00.007Z", Timestamps.text(Instant.parse("2022-10-12T07:00:00.007999Z")));
        assertThrows(DomainException.class, () -> Timestamps.text(Instant.ofEpochMilli(AFTER_LAST)));
        assertThrows(DomainException.class, () -> Timestamps.text(Instant.ofEpochMilli(FIRST - 1)));
    }

    @Test
    void otherFormsOfTheStandardAreRead() {
        Instant seven = Instant.parse("2022-10-12T07:00:00Z");
        for (String text : List.of("2022-10-12T07:00:00Z", "2022-10-12T10:00+03:00", "2022-10-12T07:00:00.000000Z")) {
            assertEquals(seven, Timestamps.parse(text), text);
        }
    }

    @Test
    void whatIsNoTimeIsRefused() {
        for (String text : List.of("", "soon", "2022-13-12T07:00:00.000Z", "2022-02-30T07:00:00.000Z", "2022-10-12")) {
            assertThrows(DateTimeException.class, () -> Timestamps.parse(text), text);
        }
    }
}
