package org.sightline.claim;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sightline.claim.TimeReading.Span;
import org.sightline.claim.TimeReading.Stretch;

/**
 * A time of day that stands beside a date: "24 February 2022 at 04:50 Kyiv time", "at 5 pm on Friday". Alone it is no
 * time of a claim, for the day is missing.
 */
record ClockTime(int start, int end, LocalTime time, boolean toTheMinute, Optional<ZoneId> zone) {
    private static final Map<String, ZoneId> ZONES = Lexicon.ENGLISH.map("zones", ZoneId::of);

    private static final Pattern WRITTEN = Pattern.compile(
            "(?<![\\d:.])(?:at\\s+|around\\s+|about\\s+)?(?<hour>[01]?\\d|2[0-3])(?::(?<minute>[0-5]\\d))?"
                    + "\\s*(?<half>[ap]\\.?m\\b\\.?)?(?![\\d:])"
                    + "(?:\\s*\\(?(?<zone>"
                    + Lexicon.anyOf(Lexicon.ENGLISH.words("zones").map(z -> z.replaceAll("=.*", "")))
                    + ")(?<offset>[+-]\\d{1,2}(?::?\\d{2})?)?\\b\\)?)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern THEN_DATE =
            Pattern.compile("\\s*,?\\s*(?:on|of)?\\s*(?:the\\s+)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern AFTER_DATE = Pattern.compile("\\s*,?\\s*", Pattern.CASE_INSENSITIVE);

    /** Code units between the beginnings of a date and of the clock time beside it, at most. */
    private static final int NEAR = 48;

    /** The dates, each with the clock time beside it. */
    static List<Span> joined(String text, List<Span> dates) {
        TreeMap<Integer, ClockTime> clocks = find(text);
        List<Span> joined = new ArrayList<>();
        for (Span date : dates) {
            joined.add(clocks.subMap(date.start() - NEAR, date.end() + NEAR).values().stream()
                    .flatMap(c -> c.with(date, text).stream())
                    .findFirst()
                    .orElse(date));
        }
        return joined;
    }

    private static TreeMap<Integer, ClockTime> find(String text) {
        TreeMap<Integer, ClockTime> clocks = new TreeMap<>();
        Matcher m = WRITTEN.matcher(text);
        while (m.find()) {
            boolean hasMinute = m.group("minute") != null;
            if (hasMinute || m.group("half") != null) {
                time(m).ifPresent(t -> clocks.put(m.start(), new ClockTime(m.start(), m.end(), t, hasMinute, zone(m))));
            }
        }
        return clocks;
    }

    private static Optional<LocalTime> time(Matcher m) {
        int hour = Integer.parseInt(m.group("hour"));
        int minute = m.group("minute") == null ? 0 : Integer.parseInt(m.group("minute"));
        if (m.group("half") == null) {
            return Optional.of(LocalTime.of(hour, minute));
        }
        boolean afternoon = Character.toLowerCase(m.group("half").charAt(0)) == 'p';
        return hour < 1 || hour > 12
                ? Optional.empty()
                : Optional.of(LocalTime.of(hour % 12 + (afternoon ? 12 : 0), minute));
    }

    private static Optional<ZoneId> zone(Matcher m) {
        String name = m.group("zone");
        if (name == null) {
            return Optional.empty();
        }
        String offset = m.group("offset");
        if (offset != null) {
            String digits = offset.replace(":", "");
            String hours = digits.length() == 2 ? digits.charAt(0) + "0" + digits.charAt(1) : digits;
            return Optional.of(
                    ZoneId.of(hours.length() > 3 ? hours.substring(0, 3) + ":" + hours.substring(3) : hours + ":00"));
        }
        return Optional.ofNullable(ZONES.get(name.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ")));
    }

    private Optional<Span> with(Span date, String text) {
        boolean first = end <= date.start()
                && THEN_DATE.matcher(text).region(end, date.start()).matches();
        boolean second = date.end() <= start
                && AFTER_DATE.matcher(text).region(date.end(), start).matches();
        if (!first && !second) {
            return Optional.empty();
        }
        return Optional.of(date.with(
                Math.min(start, date.start()),
                Math.max(end, date.end()),
                published ->
                        date.resolver().apply(published).stream().map(this::on).toList()));
    }

    private Stretch on(Stretch day) {
        boolean oneDay = !day.edtf().interval() && day.precision() == When.Precision.DAY;
        if (!oneDay || day.edtf().from().isEmpty()) {
            return day;
        }
        Edtf minute = Edtf.single(day.edtf().from().get().at(time, zone));
        if (toTheMinute) {
            return Stretch.of(minute);
        }
        CalendarDate from = minute.from().get();
        Edtf hour = Edtf.between(from, from.at(time.plusMinutes(59), zone));
        return new Stretch(hour, When.Precision.HOUR, When.Extent.SOME);
    }
}
