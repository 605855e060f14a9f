package org.sightline.claim;

import java.time.LocalTime;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;

/** Dates in words for people: "24 February 2022", "autumn 2022", "13–15 October 2022", "from 13 October 2022". */
final class DateWords {
    private static final String[] SEASONS = {"spring", "summer", "autumn", "winter"};

    private DateWords() {}

    static String of(Edtf edtf, When.Precision precision) {
        if (!edtf.interval()) {
            return edtf.from().map(DateWords::of).orElse("at an unknown time");
        }
        Optional<CalendarDate> from = edtf.from();
        Optional<CalendarDate> to = edtf.to();
        if (from.isEmpty() || to.isEmpty()) {
            return from.map(d -> "from " + of(d))
                    .or(() -> to.map(d -> "until " + of(d)))
                    .orElse("at any time");
        }
        return between(from.get(), to.get(), precision);
    }

    private static String between(CalendarDate from, CalendarDate to, When.Precision precision) {
        boolean days = from.precision() == When.Precision.DAY && to.precision() == When.Precision.DAY;
        if (precision == When.Precision.WEEK && days && from.start().plusDays(7).equals(to.end())) {
            return "week of " + of(from);
        }
        boolean plain =
                from.mark() == to.mark() && from.time().isEmpty() && to.time().isEmpty();
        if (!plain || from.year() != to.year() || from.precision() != to.precision() || from.month() == 0) {
            return of(from) + " to " + of(to);
        }
        if (days && from.month() == to.month()) {
            return about(to, from.day() + "–" + unmarked(to));
        }
        String first = days ? from.day() + " " + month(from.month()) : month(from.month());
        return about(to, first + " to " + unmarked(to));
    }

    private static String of(CalendarDate date) {
        return about(date, unmarked(date));
    }

    private static String about(CalendarDate date, String words) {
        return switch (date.mark()) {
            case '~' -> "about " + words;
            case '?' -> words + " (uncertain)";
            case '%' -> "about " + words + " (uncertain)";
            default -> words;
        };
    }

    private static String unmarked(CalendarDate date) {
        String year = date.year() > 0 ? String.valueOf(date.year()) : (1 - date.year()) + " BC";
        return switch (date.unspecified()) {
            case YEAR_OF_DECADE -> year + "s";
            case YEAR_OF_CENTURY -> year + " to " + (date.year() + 99);
            case MONTH -> "a month in " + year;
            case MONTH_AND_DAY -> "a day in " + year;
            case DAY -> "a day in " + month(date.month()) + " " + year;
            case NOTHING -> {
                String month = date.month() == 0 ? "" : month(date.month()) + " ";
                yield (date.day() == 0 ? "" : date.day() + " ") + month + year + clock(date);
            }
        };
    }

    private static String month(int month) {
        return month >= CalendarDate.SPRING
                ? SEASONS[month - CalendarDate.SPRING]
                : Month.of(month).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    private static String clock(CalendarDate date) {
        if (date.time().isEmpty()) {
            return "";
        }
        LocalTime time = date.time().get();
        String zone = date.zone()
                .map(z -> date.start().getOffset().getId())
                .map(o -> o.equals("Z") ? " UTC" : " UTC" + o)
                .orElse("");
        return String.format(Locale.ROOT, ", %02d:%02d", time.getHour(), time.getMinute()) + zone;
    }
}
