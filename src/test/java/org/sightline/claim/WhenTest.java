package org.sightline.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sightline.DomainException;
import org.sightline.claim.When.Extent;
import org.sightline.claim.When.Precision;
import org.sightline.source.PublicationDate;

class WhenTest {
    /** A Thursday. */
    private static final Optional<PublicationDate> PUBLISHED = Optional.of(new PublicationDate("2022-10-13"));

    private static String bounds(When when) {
        return when.earliest().map(Instant::toString).orElse("..") + " "
                + when.latest().map(Instant::toString).orElse("..");
    }

    @ParameterizedTest
    @CsvSource({
        "2022-10-13, 2022-10-13T00:00:00Z 2022-10-14T00:00:00Z, DAY, 13 October 2022",
        "2022-10, 2022-10-01T00:00:00Z 2022-11-01T00:00:00Z, MONTH, October 2022",
        "2022, 2022-01-01T00:00:00Z 2023-01-01T00:00:00Z, YEAR, 2022",
        "2022-21, 2022-03-01T00:00:00Z 2022-06-01T00:00:00Z, SEASON, spring 2022",
        "2022-22, 2022-06-01T00:00:00Z 2022-09-01T00:00:00Z, SEASON, summer 2022",
        "2022-23, 2022-09-01T00:00:00Z 2022-12-01T00:00:00Z, SEASON, autumn 2022",
        "2022-24, 2022-12-01T00:00:00Z 2023-03-01T00:00:00Z, SEASON, winter 2022",
        "2022-10-13/2022-10-15, 2022-10-13T00:00:00Z 2022-10-16T00:00:00Z, DAY, 13–15 October 2022",
        "2022-09-28/2022-10-03, 2022-09-28T00:00:00Z 2022-10-04T00:00:00Z, DAY, 28 September to 3 October 2022",
        "2021-12-30/2022-01-02, 2021-12-30T00:00:00Z 2022-01-03T00:00:00Z, DAY, 30 December 2021 to 2 January 2022",
        "2022-10-13/.., 2022-10-13T00:00:00Z .., DAY, from 13 October 2022",
        "../2022-10-13, .. 2022-10-14T00:00:00Z, DAY, until 13 October 2022",
        "2014/2022, 2014-01-01T00:00:00Z 2023-01-01T00:00:00Z, YEAR, 2014 to 2022",
        "2022-02~, 2022-02-01T00:00:00Z 2022-03-01T00:00:00Z, MONTH, about February 2022",
        "2022-02-24?, 2022-02-24T00:00:00Z 2022-02-25T00:00:00Z, DAY, 24 February 2022 (uncertain)",
        "2022-02-24%, 2022-02-24T00:00:00Z 2022-02-25T00:00:00Z, DAY, about 24 February 2022 (uncertain)",
        "201X, 2010-01-01T00:00:00Z 2020-01-01T00:00:00Z, YEAR, 2010s",
        "2022-XX, 2022-01-01T00:00:00Z 2023-01-01T00:00:00Z, YEAR, a month in 2022",
        "2022-10-XX, 2022-10-01T00:00:00Z 2022-11-01T00:00:00Z, MONTH, a day in October 2022",
        "2022-02-24T04:50:00+02:00, 2022-02-24T02:50:00Z 2022-02-24T02:51:00Z, MINUTE, '24 February 2022, 04:50 UTC+02:00'",
        "2022-02-24T04:50:00Z, 2022-02-24T04:50:00Z 2022-02-24T04:51:00Z, MINUTE, '24 February 2022, 04:50 UTC'",
        "-0043, -0043-01-01T00:00:00Z -0042-01-01T00:00:00Z, YEAR, 44 BC",
    })
    void edtfIsReadWrittenAndShown(String edtf, String bounds, Precision precision, String shown) {
        When when = When.edtf(edtf);
        assertEquals(edtf, when.edtf());
        assertEquals(bounds, bounds(when));
        assertEquals(precision, when.precision());
        assertEquals(shown, when.display());
        assertEquals(edtf, When.parse(when.edtf(), Optional.empty()).edtf());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2022-13",
                "2022-02-30",
                "2022-25",
                "2022-00",
                "13-10-2022",
                "2022-10-15/2022-10-13",
                "202",
                "/",
                "2022-XX-13",
                "tomorrow",
                ""
            })
    void whatIsNotEdtfIsRefused(String words) {
        assertThrows(DomainException.class, () -> When.edtf(words));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "24 February 2022 | 2022-02-24 | DAY | SOME",
                "on the 24th of February, 2022 | 2022-02-24 | DAY | SOME",
                "February 24, 2022 | 2022-02-24 | DAY | SOME",
                "Feb. 24, 2022 | 2022-02-24 | DAY | SOME",
                "Thursday, 24 February 2022 | 2022-02-24 | DAY | SOME",
                "October 2022 | 2022-10 | MONTH | SOME",
                "in October 2022 | 2022-10 | MONTH | SOME",
                "throughout October 2022 | 2022-10 | MONTH | ALL",
                "in 2020 | 2020 | YEAR | SOME",
                "2020 | 2020 | YEAR | SOME",
                "autumn 2022 | 2022-23 | SEASON | SOME",
                "the spring of 2022 | 2022-21 | SEASON | SOME",
                "13-15 October 2022 | 2022-10-13/2022-10-15 | DAY | ALL",
                "October 13–15, 2022 | 2022-10-13/2022-10-15 | DAY | ALL",
                "from 28 September to 3 October 2022 | 2022-09-28/2022-10-03 | DAY | ALL",
                "between 3 October 2022 and 7 October 2022 | 2022-10-03/2022-10-07 | DAY | SOME",
                "from 2014 to 2022 | 2014/2022 | YEAR | ALL",
                "2014-2022 | 2014/2022 | YEAR | ALL",
                "since 24 February 2022 | 2022-02-24/.. | DAY | ALL",
                "from 13 October 2022 | 2022-10-13/.. | DAY | ALL",
                "until October 2022 | ../2022-10 | MONTH | SOME",
                "before 2014 | ../2013 | YEAR | SOME",
                "after 24 February 2022 | 2022-02-25/.. | DAY | SOME",
                "around 24 February 2022 | 2022-02-24~ | DAY | SOME",
                "early October 2022 | 2022-10-01~/2022-10-10~ | DAY | SOME",
                "late 2021 | 2021-09~/2021-12~ | MONTH | SOME",
                "the 1990s | 199X | YEAR | SOME",
                "24.02.2022 | 2022-02-24 | DAY | SOME",
                "24/02/2022 | 2022-02-24 | DAY | SOME",
                "24 February 2022 at 04:50 | 2022-02-24T04:50:00 | MINUTE | SOME",
                "at 04:50 UTC on 24 February 2022 | 2022-02-24T04:50:00Z | MINUTE | SOME",
                "24 February 2022, 04:50 Kyiv time | 2022-02-24T04:50:00+02:00 | MINUTE | SOME",
                "24 August 2022 at 4:50 pm Kyiv time | 2022-08-24T16:50:00+03:00 | MINUTE | SOME",
                "24 February 2022 at 04:50 (UTC+3) | 2022-02-24T04:50:00+03:00 | MINUTE | SOME",
                "24 February 2022 at 5 am | 2022-02-24T05:00:00/2022-02-24T05:59:00 | HOUR | SOME",
            })
    void datesInWordsNeedNoPublicationDate(String words, String edtf, Precision precision, Extent extent) {
        When when = When.parse(words, Optional.empty());
        assertEquals(edtf, when.edtf());
        assertEquals(precision, when.precision());
        assertEquals(extent, when.extent());
        assertEquals(words, when.verbatim());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "yesterday | 2022-10-12 | DAY",
                "today | 2022-10-13 | DAY",
                "tomorrow | 2022-10-14 | DAY",
                "the day before yesterday | 2022-10-11 | DAY",
                "last night | 2022-10-12/2022-10-13 | DAY",
                "this morning | 2022-10-13 | DAY",
                "last week | 2022-10-03/2022-10-09 | WEEK",
                "this week | 2022-10-10/2022-10-16 | WEEK",
                "next week | 2022-10-17/2022-10-23 | WEEK",
                "last month | 2022-09 | MONTH",
                "this month | 2022-10 | MONTH",
                "last year | 2021 | YEAR",
                "last Wednesday | 2022-10-12 | DAY",
                "next Wednesday | 2022-10-19 | DAY",
                "this Friday | 2022-10-14 | DAY",
                "three days ago | 2022-10-10 | DAY",
                "a week ago | 2022-10-03/2022-10-09 | WEEK",
                "two months ago | 2022-08 | MONTH",
                "in the coming days | 2022-10-13/.. | DAY",
                "in the near future | 2022-10-13/.. | DAY",
                "in the next two weeks | 2022-10-13/2022-10-27 | DAY",
                "in recent weeks | ../2022-10-13 | DAY",
                "over the past ten days | 2022-10-03/2022-10-13 | DAY",
                "last summer | 2022-22 | SEASON",
                "this autumn | 2022-23 | SEASON",
                "next spring | 2023-21 | SEASON",
                "last February | 2022-02 | MONTH",
                "in October | 2022-10 | MONTH",
                "12 October | 2022-10-12 | DAY",
                "since yesterday | 2022-10-12/.. | DAY",
            })
    void relativeWordsAreResolvedAgainstThePublicationDate(String words, String edtf, Precision precision) {
        When when = When.parse(words, PUBLISHED);
        assertEquals(edtf, when.edtf());
        assertEquals(precision, when.precision());
        String refusal = assertThrows(DomainException.class, () -> When.parse(words, Optional.empty()))
                .getMessage();
        assertTrue(refusal.contains("publication date"), refusal);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "on Wednesday | 2022-10-12 | 2022-10-19",
                "in Tuesday | 2022-10-11 | 2022-10-18",
                "on Thursday | 2022-10-13 | 2022-10-20",
                "February 24 | 2022-02-24 | 2023-02-24",
                "in March | 2022-03 | 2023-03",
                "03/04/2022 | 2022-04-03 | 2022-03-04",
            })
    void aChoiceIsOfferedAndNeverMade(String words, String first, String second) {
        String message = assertThrows(DomainException.class, () -> When.parse(words, PUBLISHED))
                .getMessage();
        assertTrue(message.contains(first) && message.contains(second), message);
        List<When.Found> found = When.find("It happened " + words + ", they said.", PUBLISHED);
        assertEquals(1, found.size());
        assertEquals(
                List.of(first, second),
                found.get(0).readings().stream().map(When::edtf).toList());
    }

    @Test
    void aWeekdayWithADateSettlesTheYear() {
        assertEquals(
                "2022-02-24", When.parse("Thursday, February 24", PUBLISHED).edtf());
    }

    @Test
    void theComingDaysHaveNoInventedEnd() {
        When coming = When.parse("in the coming days", PUBLISHED);
        assertEquals(Optional.of(Instant.parse("2022-10-13T00:00:00Z")), coming.earliest());
        assertEquals(Optional.empty(), coming.latest());
        assertEquals("from 13 October 2022", coming.display());
    }

    @Test
    void aPublicationMonthIsEnoughForMonthsAndTooLittleForDays() {
        Optional<PublicationDate> month = Optional.of(new PublicationDate("2022-10"));
        assertEquals("2022-09", When.parse("last month", month).edtf());
        assertEquals(
                "2021",
                When.parse("last year", Optional.of(new PublicationDate("2022")))
                        .edtf());
        assertThrows(DomainException.class, () -> When.parse("yesterday", month));
    }

    @Test
    void theStatedZoneIsKeptAndInstantsAreUtc() {
        When when = When.parse("24 August 2022 at 10:00 Kyiv time", Optional.empty());
        assertEquals(Optional.of(ZoneId.of("Europe/Kyiv")), when.zone());
        assertEquals(Optional.of(Instant.parse("2022-08-24T07:00:00Z")), when.earliest());
        assertEquals("24 August 2022, 10:00 UTC+03:00", when.display());
    }

    @Test
    void everyTimeIsFoundWithItsPlaceInTheText() {
        String text =
                "Since 24 February 2022 it has gone on. Convoys came on Wednesday; more may come in the coming days.";
        List<When.Found> found = When.find(text, PUBLISHED);
        assertEquals(
                List.of("Since 24 February 2022", "on Wednesday", "in the coming days"),
                found.stream().map(f -> text.substring(f.start(), f.end())).toList());
        assertEquals(1, When.find(text, Optional.empty()).size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The troops may march in a mall in the fall of the city.",
                "Chapter 12 and room 2022.",
                "Augustus met April's sister; Mondays are slow.",
                "31 June 2022",
                "At 14:05 they left.",
                "It was the largest since World War II.",
                "They had 2000 soldiers and 15-30 tanks.",
                "Spring water; a Wednesday's child.",
            })
    void whatIsNoTimeIsNotTakenForOne(String text) {
        assertEquals(List.of(), When.find(text, PUBLISHED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "31 June 2022", "when it rains", "3 days after 24 February 2022", "9999999"})
    void whatCannotBeReadIsRefusedWithAnExample(String words) {
        String message = assertThrows(DomainException.class, () -> When.parse(words, PUBLISHED))
                .getMessage();
        assertTrue(message.contains("24 February 2022"), message);
    }

    @Test
    void intervalsOverlapWhenTheyShareAnInstant() {
        When october = When.edtf("2022-10");
        assertTrue(october.overlaps(When.edtf("2022-10-31")));
        assertFalse(october.overlaps(When.edtf("2022-11-01")));
        assertTrue(october.overlaps(When.edtf("2022-02-24/..")));
        assertFalse(october.overlaps(When.edtf("../2022-09-30")));
        assertTrue(When.on(LocalDate.of(2022, 10, 13)).overlaps(october));
    }
}
