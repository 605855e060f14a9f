package org.sightline.exchange;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.sightline.claim.When;

/**
 * How well a day is known, in the codes of ACLED's codebook: 1 the day, 2 some day of a week that holds the one given, 3
 * some day of its month. A week that holds a day begins up to six days before it and ends up to six after. Stateless.
 */
final class CodedTime {
    private static final int REST_OF_WEEK = 6; // days

    private CodedTime() {}

    /** The same, no more precise than the code says; unchanged where it is no code, or no day that was read. */
    static When coarsened(When when, String code) {
        if (when.precision() != When.Precision.DAY || when.earliest().isEmpty()) {
            return when;
        }
        LocalDate day = LocalDate.ofInstant(when.earliest().get(), when.zone().orElse(ZoneOffset.UTC));
        return switch (code) {
            case "2" -> {
                When read = When.edtf(day.minusDays(REST_OF_WEEK) + "/" + day.plusDays(REST_OF_WEEK));
                yield new When(
                        when.verbatim(),
                        read.edtf(),
                        read.earliest(),
                        read.latest(),
                        When.Precision.WEEK,
                        When.Extent.SOME,
                        read.zone());
            }
            case "3" ->
                When.edtf(day.toString().substring(0, day.toString().length() - 3))
                        .withVerbatim(when.verbatim());
            default -> when;
        };
    }

    /** Whether a time says what the code says. */
    static boolean isTold(When when, String code) {
        return switch (code) {
            case "1" -> when.precision().compareTo(When.Precision.DAY) <= 0;
            case "2" -> when.precision() == When.Precision.WEEK;
            case "3" -> when.precision() == When.Precision.MONTH;
            default -> false;
        };
    }
}
