package org.sightline.claim;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One date of EDTF level 1 (ISO 8601-2:2019, annex A): a year, month, season, day or minute, with its qualification and
 * its unspecified digits. Seasons are the northern meteorological ones, in whole months; winter runs from December of its
 * year to February of the next, which the standard leaves open.
 *
 * @param year astronomical; 0 is 1 BC
 * @param month 1 to 12, a season 21 to 24, or 0
 * @param day 1 to 31, or 0
 * @param zone as stated with the time
 * @param mark one of {@code ?} uncertain, {@code ~} approximate, {@code %} both, or a blank
 */
record CalendarDate(
        int year,
        int month,
        int day,
        Optional<LocalTime> time,
        Optional<ZoneId> zone,
        char mark,
        Unspecified unspecified) {

    /** Which digits are X. */
    enum Unspecified {
        NOTHING,
        YEAR_OF_DECADE,
        YEAR_OF_CENTURY,
        MONTH,
        DAY,
        MONTH_AND_DAY
    }

    private static final String DAY = "0000-00-00";
    private static final String SECOND = "0000-00-00T00:00:00Z";
    private static final Pattern WRITTEN = Pattern.compile(
            "(?<year>-?\\d{4}|Y-?\\d{5,6}|-?\\d{3}X|-?\\d{2}XX)(?:-(?<month>\\d{2}|XX)(?:-(?<day>\\d{2}|XX)"
                    + "(?:T(?<time>\\d{2}:\\d{2}(?::\\d{2})?)(?<zone>Z|[+-]\\d{2}(?::?\\d{2})?)?)?)?)?(?<mark>[?~%])?");

    static final int SPRING = 21;
    static final int WINTER = 24;

    static CalendarDate ofDay(LocalDate date) {
        return new CalendarDate(
                date.getYear(),
                date.getMonthValue(),
                date.getDayOfMonth(),
                Optional.empty(),
                Optional.empty(),
                ' ',
                Unspecified.NOTHING);
    }

    /** @param month 0 for the whole year, 21 to 24 for a season */
    static CalendarDate ofMonth(int year, int month) {
        return new CalendarDate(year, month, 0, Optional.empty(), Optional.empty(), ' ', Unspecified.NOTHING);
    }

    static CalendarDate ofDecade(int year) {
        return new CalendarDate(year, 0, 0, Optional.empty(), Optional.empty(), ' ', Unspecified.YEAR_OF_DECADE);
    }

    /** @throws DateTimeException when there is no such date */
    CalendarDate {
        if (day > 0) {
            LocalDate.of(year, month, day);
        } else if (month > 12 && (month < SPRING || month > WINTER)) {
            throw new DateTimeException("no month " + month);
        }
    }

    /** Empty when it is not written as a date at all or there is no such date. */
    static Optional<CalendarDate> read(String edtf) {
        if (DigitForm.fits(edtf, DAY) || DigitForm.fits(edtf, SECOND)) { // a table has a million of them
            return plain(edtf);
        }
        Matcher m = WRITTEN.matcher(edtf);
        if (!m.matches()) {
            return Optional.empty();
        }
        String y = m.group("year");
        String mo = Optional.ofNullable(m.group("month")).orElse("");
        String d = Optional.ofNullable(m.group("day")).orElse("");
        Optional<Unspecified> unspecified = unspecified(y, mo, d);
        if (unspecified.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new CalendarDate(
                    Integer.parseInt(y.replace("Y", "").replace('X', '0')),
                    number(mo),
                    number(d),
                    Optional.ofNullable(m.group("time")).map(LocalTime::parse),
                    Optional.ofNullable(m.group("zone")).map(ZoneOffset::of),
                    m.group("mark") == null ? ' ' : m.group("mark").charAt(0),
                    unspecified.get()));
        } catch (DateTimeException e) {
            // 30 February and the like: the caller says what was not a date
            return Optional.empty();
        }
    }

    private static Optional<CalendarDate> plain(String edtf) {
        int month = DigitForm.number(edtf, 5, 2);
        int day = DigitForm.number(edtf, 8, 2);
        if (month == 0 || day == 0) {
            return Optional.empty();
        }
        try {
            boolean timed = edtf.length() > DAY.length();
            return Optional.of(new CalendarDate(
                    DigitForm.number(edtf, 0, 4),
                    month,
                    day,
                    timed
                            ? Optional.of(LocalTime.of(
                                    DigitForm.number(edtf, 11, 2),
                                    DigitForm.number(edtf, 14, 2),
                                    DigitForm.number(edtf, 17, 2)))
                            : Optional.empty(),
                    timed ? Optional.of(ZoneOffset.UTC) : Optional.empty(),
                    ' ',
                    Unspecified.NOTHING));
        } catch (DateTimeException e) {
            return Optional.empty(); // 30 February and the like
        }
    }

    private static int number(String digits) {
        return digits.isEmpty() || digits.equals("XX") ? 0 : Integer.parseInt(digits);
    }

    /** Empty where X stands before a digit, which level 1 does not allow, and for month 00 and day 00. */
    private static Optional<Unspecified> unspecified(String y, String mo, String d) {
        if (mo.equals("00") || d.equals("00")) {
            return Optional.empty();
        }
        if (y.endsWith("X")) {
            Unspecified which = y.endsWith("XX") ? Unspecified.YEAR_OF_CENTURY : Unspecified.YEAR_OF_DECADE;
            return mo.isEmpty() ? Optional.of(which) : Optional.empty();
        }
        if (mo.equals("XX")) {
            return d.isEmpty()
                    ? Optional.of(Unspecified.MONTH)
                    : d.equals("XX") ? Optional.of(Unspecified.MONTH_AND_DAY) : Optional.empty();
        }
        return Optional.of(d.equals("XX") ? Unspecified.DAY : Unspecified.NOTHING);
    }

    boolean isSeason() {
        return month >= SPRING;
    }

    CalendarDate at(LocalTime clock, Optional<ZoneId> inZone) {
        return new CalendarDate(year, month, day, Optional.of(clock), inZone, mark, unspecified);
    }

    CalendarDate approximate() {
        return new CalendarDate(year, month, day, time, zone, mark == '?' || mark == '%' ? '%' : '~', unspecified);
    }

    When.Precision precision() {
        if (time.isPresent()) {
            return When.Precision.MINUTE;
        }
        if (day > 0) {
            return When.Precision.DAY;
        }
        return month == 0 ? When.Precision.YEAR : isSeason() ? When.Precision.SEASON : When.Precision.MONTH;
    }

    /** Without a stated zone, UTC. */
    ZonedDateTime start() {
        LocalDate first = isSeason()
                ? LocalDate.of(year, (month - SPRING) * 3 + 3, 1)
                : LocalDate.of(year, Math.max(1, month), Math.max(1, day));
        return first.atTime(time.orElse(LocalTime.MIDNIGHT)).atZone(zone.orElse(ZoneOffset.UTC));
    }

    /** Exclusive. */
    ZonedDateTime end() {
        ZonedDateTime start = start();
        if (time.isPresent()) {
            return start.plusMinutes(1);
        }
        return switch (unspecified) {
            case YEAR_OF_DECADE -> start.plusYears(10);
            case YEAR_OF_CENTURY -> start.plusYears(100);
            case MONTH, MONTH_AND_DAY -> start.plusYears(1);
            case DAY -> start.plusMonths(1);
            case NOTHING ->
                switch (precision()) {
                    case DAY -> start.plusDays(1);
                    case MONTH -> start.plusMonths(1);
                    case SEASON -> start.plusMonths(3);
                    default -> start.plusYears(1);
                };
        };
    }

    /** The date of the same precision just before this one, or just after it. */
    CalendarDate neighbour(boolean before) {
        LocalDateTime to = before ? start().toLocalDateTime().minusSeconds(1) : end().toLocalDateTime();
        return switch (precision()) {
            case YEAR -> ofMonth(to.getYear(), 0);
            case MONTH -> ofMonth(to.getYear(), to.getMonthValue());
            default -> ofDay(to.toLocalDate());
        };
    }

    /** As EDTF. */
    @Override
    public String toString() {
        String y = Math.abs(year) > 9999
                ? "Y" + year
                : (year < 0 ? "-" : "") + padded(Math.abs(year) / 100) + padded(Math.abs(year) % 100);
        String date = switch (unspecified) {
            case YEAR_OF_DECADE -> y.substring(0, y.length() - 1) + "X";
            case YEAR_OF_CENTURY -> y.substring(0, y.length() - 2) + "XX";
            case MONTH -> y + "-XX";
            case MONTH_AND_DAY -> y + "-XX-XX";
            case DAY -> y + two(month) + "-XX";
            case NOTHING -> y + two(month) + two(day);
        };
        return date + clock() + (mark == ' ' ? "" : mark);
    }

    private static String two(int number) {
        return number == 0 ? "" : "-" + padded(number);
    }

    /** Of two digits. */
    private static String padded(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }

    private String clock() {
        String offset = zone.map(z -> start().getOffset().getId()).orElse("");
        return time.map(t ->
                        "T" + padded(t.getHour()) + ":" + padded(t.getMinute()) + ":" + padded(t.getSecond()) + offset)
                .orElse("");
    }
}
