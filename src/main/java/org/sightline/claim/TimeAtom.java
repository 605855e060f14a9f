package org.sightline.claim;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.sightline.claim.TimeReading.Resolver;
import org.sightline.claim.TimeReading.Span;
import org.sightline.claim.TimeReading.Stretch;

/**
 * The bare times of a text: dates, months, years, weekdays, "yesterday", "in the coming days". Patterns are tried in
 * order and the first to claim a stretch of text keeps it.
 */
final class TimeAtom {
    private static final Lexicon WORDS = Lexicon.ENGLISH;
    private static final Map<String, Integer> MONTHS = WORDS.map("months", Integer::valueOf);
    private static final Map<String, Integer> WEEKDAYS = WORDS.map("weekdays", Integer::valueOf);
    private static final Map<String, Integer> SEASONS = WORDS.map("seasons", Integer::valueOf);

    private static final String YEAR = "(?<year>(?:19|20)\\d\\d)(?![\\d,.]*\\d)";
    private static final String DAY = "(?<day>0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?";
    private static final String DAY2 = "(?<day2>0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?";
    private static final String MONTH = "(?<month>" + capitalised(MONTHS) + ")\\b\\.?";
    private static final String WEEKDAY = "(?<weekday>" + capitalised(WEEKDAYS) + ")\\b";
    private static final String SEASON = "(?<season>" + Lexicon.anyOf(SEASONS.keySet().stream()) + ")\\b";
    private static final String START = "(?<![\\p{L}\\p{N}.,/-])";
    private static final String COMMA_YEAR = "(?:,?\\s+" + YEAR + ")?";
    private static final String TO = "\\s*(?:-|–|—|\\bto\\b|\\bthrough\\b|\\bthru\\b)\\s*";

    private static final List<TimeAtom> KINDS = List.of(
            new TimeAtom(
                    START + "\\d{4}-\\d\\d-\\d\\d(?:T\\d\\d:\\d\\d(?::\\d\\d)?(?:Z|[+-]\\d\\d:?\\d\\d)?)?"
                            + "(?:/(?:\\d{4}-\\d\\d-\\d\\d|\\.\\.))?(?![\\d-])",
                    m -> edtf(m.group())),
            new TimeAtom(START + "(?:19|20)\\d\\d-(?:0[1-9]|1[0-2])(?![\\d-])", m -> edtf(m.group())),
            new TimeAtom(
                    START + "(?<day>\\d{1,2})(?<separator>[./])(?<month>\\d{1,2})\\k<separator>" + YEAR,
                    TimeAtom::numeric),
            new TimeAtom(START + DAY + TO + DAY2 + "\\s+(?:of\\s+)?" + MONTH + COMMA_YEAR, TimeAtom::days),
            new TimeAtom(START + MONTH + "\\s+" + DAY + TO + DAY2 + "(?!\\d)" + COMMA_YEAR, TimeAtom::days),
            new TimeAtom(
                    START + "(?:" + WEEKDAY + ",?\\s+)?(?:the\\s+)?" + DAY + "\\s+(?:of\\s+)?" + MONTH + COMMA_YEAR,
                    TimeAtom::day),
            new TimeAtom(
                    START + "(?:" + WEEKDAY + ",?\\s+)?" + MONTH + "\\s+(?:the\\s+)?" + DAY
                            + "(?![\\d%]|[.,:]\\d|\\s*(?:-|–))" + COMMA_YEAR,
                    TimeAtom::day),
            new TimeAtom(
                    START + "(?<part>(?i:early|mid|late|(?:the\\s+)?(?:beginning|start|middle|end)\\s+of))[\\s-]+(?:"
                            + MONTH + "(?:,?\\s+(?:of\\s+)?" + YEAR + ")?|(?<alone>" + YEAR.replace("year", "year2")
                            + "))",
                    TimeAtom::part),
            new TimeAtom(START + "(?<!\\d(?:st|nd|rd|th)?\\s)" + MONTH + ",?\\s+(?:of\\s+)?" + YEAR, m -> month(m)),
            new TimeAtom(
                    START + "(?:(?i:the\\s+)?)(?i:" + SEASON + ")\\s+(?:of\\s+)?" + YEAR
                            + "(?:[/–-]\\d\\d(?:\\d\\d)?)?",
                    m -> fixed(CalendarDate.ofMonth(number(m, "year"), named(SEASONS, m, "season")))),
            new TimeAtom(
                    START + "(?i:(?<which>last|this|next|past|previous|coming))\\s+(?:" + MONTH + "|(?i:" + SEASON
                            + "))",
                    RelativeTime::monthOrSeason),
            new TimeAtom(
                    "(?<=\\b(?i:in|by|since|until|during)\\s)(?i:the\\s+)(?!(?i:fall))(?i:" + SEASON + ")",
                    RelativeTime::monthOrSeason),
            new TimeAtom(
                    START + "(?<!\\d(?:st|nd|rd|th)?\\s)(?<month>" + longNames() + ")\\b(?!['’-])",
                    RelativeTime::monthOrSeason),
            new TimeAtom(
                    "(?<=\\b(?i:in|by|since|until|during|from|of|before|after|early|late)\\s)(?<month>May|March)\\b",
                    RelativeTime::monthOrSeason),
            new TimeAtom(
                    START + "(?:(?i:the\\s+)?)(?<year>(?:19|20)\\d)0s\\b",
                    m -> fixed(CalendarDate.ofDecade(number(m, "year") * 10))),
            new TimeAtom(START + YEAR + "\\s*[–—-]\\s*(?<year2>(?:19|20)\\d\\d)(?![\\d-])", TimeAtom::years),
            new TimeAtom(
                    "(?<=\\b(?i:from|between)\\s)" + YEAR + "(?=\\s+(?:to|until|and)\\s+(?:19|20)\\d\\d\\b)",
                    TimeAtom::year),
            new TimeAtom("(?<=\\b(?:19|20)\\d\\d\\s(?:to|until|and)\\s)" + YEAR, TimeAtom::year),
            new TimeAtom(
                    "(?<=\\b(?i:in|since|by|until|till|during|before|after|year|circa)\\s)" + YEAR, TimeAtom::year),
            new TimeAtom("(?<=\\b(?i:from|of|around|about)\\s)" + YEAR + "(?!\\s+\\p{Ll})", TimeAtom::year),
            new TimeAtom("^" + YEAR + "$", TimeAtom::year),
            new TimeAtom(
                    START + "(?i:(?<which>last|next|this|coming|past|previous))?\\s*\\b" + WEEKDAY
                            + "(?:\\s+(?i:morning|afternoon|evening|night))?(?!['’-])",
                    RelativeTime::weekday),
            new TimeAtom(RelativeTime.DAY_WORDS, RelativeTime::dayWord),
            new TimeAtom(RelativeTime.AGO, RelativeTime::ago),
            new TimeAtom(RelativeTime.COMING, RelativeTime::coming),
            new TimeAtom(RelativeTime.RECENT, RelativeTime::recent),
            new TimeAtom(RelativeTime.UNITS, RelativeTime::unit));

    private final Pattern pattern;
    private final Function<Matcher, Optional<Resolver>> reading;

    private TimeAtom(String regex, Function<Matcher, Optional<Resolver>> reading) {
        this(Pattern.compile(regex), reading);
    }

    private TimeAtom(Pattern pattern, Function<Matcher, Optional<Resolver>> reading) {
        this.pattern = pattern;
        this.reading = reading;
    }

    /** In order, not overlapping. */
    static List<Span> find(String text) {
        TreeMap<Integer, Span> spans = new TreeMap<>();
        for (TimeAtom kind : KINDS) {
            Matcher m = kind.pattern.matcher(text);
            while (m.find()) {
                Map.Entry<Integer, Span> before = spans.lowerEntry(m.end());
                boolean taken = before != null && before.getValue().end() > m.start();
                if (!taken) {
                    kind.read(m).ifPresent(resolver -> spans.put(m.start(), new Span(m.start(), m.end(), resolver)));
                }
            }
        }
        return List.copyOf(spans.values());
    }

    private Optional<Resolver> read(Matcher m) {
        try {
            return reading.apply(m);
        } catch (DateTimeException e) {
            // 31 June is written like a date and is none; what it is instead is not for us to guess
            return Optional.empty();
        }
    }

    private static Optional<Resolver> edtf(String words) {
        return Edtf.read(words).map(e -> published -> List.of(Stretch.of(e)));
    }

    private static Optional<Resolver> fixed(CalendarDate date) {
        return Optional.of(published -> List.of(Stretch.of(date)));
    }

    /** With dots the day comes first; with strokes it depends on who writes, unless one number is no month. */
    private static Optional<Resolver> numeric(Matcher m) {
        int first = number(m, "day");
        int second = number(m, "month");
        int year = number(m, "year");
        List<Stretch> readings = new ArrayList<>();
        if (second <= 12) {
            readings.add(Stretch.of(CalendarDate.ofDay(LocalDate.of(year, second, first))));
        }
        if (m.group("separator").equals("/") && first <= 12 && first != second) {
            readings.add(Stretch.of(CalendarDate.ofDay(LocalDate.of(year, first, second))));
        }
        return readings.isEmpty() ? Optional.empty() : Optional.of(published -> List.copyOf(readings));
    }

    private static Optional<Resolver> days(Matcher m) {
        int month = named(MONTHS, m, "month");
        int first = number(m, "day");
        int last = number(m, "day2");
        if (first >= last) {
            return Optional.empty();
        }
        Function<Integer, Stretch> inYear = year -> Stretch.of(Edtf.between(
                CalendarDate.ofDay(LocalDate.of(year, month, first)),
                CalendarDate.ofDay(LocalDate.of(year, month, last))));
        return m.group("year") == null
                ? Optional.of(RelativeTime.yearless(m.group(), month, first, inYear))
                : Optional.of(fixed(inYear.apply(number(m, "year"))));
    }

    private static Resolver fixed(Stretch stretch) {
        return published -> List.of(stretch);
    }

    private static Optional<Resolver> day(Matcher m) {
        int month = named(MONTHS, m, "month");
        int day = number(m, "day");
        if (m.group("year") != null) {
            return fixed(CalendarDate.ofDay(LocalDate.of(number(m, "year"), month, day)));
        }
        LocalDate.of(2024, month, day);
        Optional<DayOfWeek> weekday =
                Optional.ofNullable(m.group("weekday")).map(w -> DayOfWeek.of(named(WEEKDAYS, m, "weekday")));
        Resolver either = RelativeTime.yearless(
                m.group(), month, day, year -> Stretch.of(CalendarDate.ofDay(LocalDate.of(year, month, day))));
        return Optional.of(weekday.map(w -> onlyOn(w, either)).orElse(either));
    }

    /** "Wednesday, October 12" settles the year, if any of the readings falls on that day of the week. */
    private static Resolver onlyOn(DayOfWeek weekday, Resolver either) {
        return published -> {
            List<Stretch> all = either.apply(published);
            List<Stretch> fitting = all.stream()
                    .filter(s -> s.edtf()
                            .from()
                            .filter(d -> d.start().getDayOfWeek() == weekday)
                            .isPresent())
                    .toList();
            return fitting.isEmpty() ? all : fitting;
        };
    }

    private static Optional<Resolver> month(Matcher m) {
        return fixed(CalendarDate.ofMonth(number(m, "year"), named(MONTHS, m, "month")));
    }

    private static Optional<Resolver> year(Matcher m) {
        return fixed(CalendarDate.ofMonth(number(m, "year"), 0));
    }

    private static Optional<Resolver> years(Matcher m) {
        Edtf years =
                Edtf.between(CalendarDate.ofMonth(number(m, "year"), 0), CalendarDate.ofMonth(number(m, "year2"), 0));
        return years.runsForward() ? Optional.of(fixed(Stretch.of(years))) : Optional.empty();
    }

    /** Thirds of the month or the year; where they end is ours, so the ends are marked approximate. */
    private static Optional<Resolver> part(Matcher m) {
        String word = m.group("part").toLowerCase(Locale.ROOT);
        int third = word.contains("early") || word.contains("beg") || word.contains("start")
                ? 0
                : word.contains("mid") ? 1 : 2;
        if (m.group("month") == null) {
            int year = number(m, "year2");
            return Optional.of(fixed(approximately(
                    CalendarDate.ofMonth(year, third * 4 + 1), CalendarDate.ofMonth(year, third * 4 + 4))));
        }
        int month = named(MONTHS, m, "month");
        Function<Integer, Stretch> inYear = year -> {
            LocalDate first = LocalDate.of(year, month, third * 10 + 1);
            LocalDate last = third < 2 ? first.plusDays(9) : first.withDayOfMonth(first.lengthOfMonth());
            return approximately(CalendarDate.ofDay(first), CalendarDate.ofDay(last));
        };
        return m.group("year") == null
                ? Optional.of(RelativeTime.yearless(m.group(), month, third * 10 + 1, inYear))
                : Optional.of(fixed(inYear.apply(number(m, "year"))));
    }

    private static Stretch approximately(CalendarDate from, CalendarDate to) {
        Edtf edtf = Edtf.between(from, to).approximate();
        return new Stretch(edtf, edtf.precision(), When.Extent.SOME);
    }

    static int number(Matcher m, String group) {
        return Integer.parseInt(m.group(group));
    }

    static int named(Map<String, Integer> names, Matcher m, String group) {
        Integer number = names.get(m.group(group).toLowerCase(Locale.ROOT));
        if (number == null) {
            throw new IllegalStateException("no number for " + m.group(group));
        }
        return number;
    }

    static Map<String, Integer> months() {
        return MONTHS;
    }

    static Map<String, Integer> weekdays() {
        return WEEKDAYS;
    }

    static Map<String, Integer> seasons() {
        return SEASONS;
    }

    private static String longNames() {
        return Lexicon.anyOf(MONTHS.keySet().stream()
                .filter(name -> name.length() > 3 && !name.equals("march") && !name.equals("sept"))
                .map(TimeAtom::capitalised));
    }

    /** As names are written: a capital first, or all in capitals. */
    private static String capitalised(Map<String, Integer> names) {
        return Lexicon.anyOf(
                names.keySet().stream().flatMap(n -> Stream.of(capitalised(n), n.toUpperCase(Locale.ROOT))));
    }

    private static String capitalised(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
