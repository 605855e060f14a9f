package org.sightline.claim;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.sightline.claim.TimeReading.NeedsPublication;
import org.sightline.claim.TimeReading.Resolver;
import org.sightline.claim.TimeReading.Stretch;
import org.sightline.source.PublicationDate;

/**
 * Times that mean something only beside the source's publication date. Where the words leave a choice, both readings are
 * given, the past one first: what is reported has mostly happened.
 */
final class RelativeTime {
    private static final String START = "(?<![\\p{L}\\p{N}-])";
    private static final String UNIT = "(?<unit>hour|day|week|month|year)s?";
    private static final String COUNT = "(?:(?<count>\\d{1,3}|\\p{L}+(?:-\\p{L}+)?)\\s+)?";

    static final Pattern DAY_WORDS = Pattern.compile(
            START
                    + "(?:the\\s+day\\s+(?<far>before\\s+yesterday|after\\s+tomorrow)|(?<word>yesterday|today|tonight|tomorrow|"
                    + "last\\s+night|this\\s+(?:morning|afternoon|evening))(?:\\s+(?:morning|afternoon|evening|night))?)\\b(?!['’]s)",
            Pattern.CASE_INSENSITIVE);
    static final Pattern AGO = Pattern.compile(
            START + "(?<count>\\d{1,3}|a|an|\\p{L}+(?:-\\p{L}+)?)\\s+" + UNIT + "\\s+(?:ago|earlier)\\b",
            Pattern.CASE_INSENSITIVE);
    static final Pattern COMING = Pattern.compile(
            START + "(?:in|over|during|within|for)\\s+the\\s+(?:(?:coming|next|following|nearest|upcoming)\\s+" + COUNT
                    + UNIT + "|near\\s+future)\\b",
            Pattern.CASE_INSENSITIVE);
    static final Pattern RECENT = Pattern.compile(
            START + "(?:in|over|during|for|within)\\s+(?:the\\s+)?(?:past|last|recent|previous|latest)\\s+" + COUNT
                    + UNIT + "\\b",
            Pattern.CASE_INSENSITIVE);
    static final Pattern UNITS = Pattern.compile(
            START
                    + "(?<which>last|this|next|past|previous|coming|current)\\s+(?<unit>week|month|year)(?:end)?\\b(?!['’]s)",
            Pattern.CASE_INSENSITIVE);

    /** A date without its year that lies this near to publication is not taken for one a year away. */
    private static final int NEAR_DAYS = 45;

    private RelativeTime() {}

    /** The last such date on or before publication and the next one after it. */
    static Resolver yearless(String words, int month, int day, Function<Integer, Stretch> inYear) {
        return published -> {
            LocalDate day0 = day(words, published);
            List<Integer> years = Stream.of(day0.getYear() - 1, day0.getYear(), day0.getYear() + 1)
                    .filter(y -> exists(y, month, day))
                    .toList();
            Optional<Integer> last = years.stream()
                    .filter(y -> !LocalDate.of(y, month, day).isAfter(day0))
                    .max(Integer::compare);
            Optional<Integer> next = years.stream()
                    .filter(y -> LocalDate.of(y, month, day).isAfter(day0))
                    .min(Integer::compare);
            List<Integer> near = Stream.of(last, next)
                    .flatMap(Optional::stream)
                    .filter(y -> Math.abs(ChronoUnit.DAYS.between(LocalDate.of(y, month, day), day0)) <= NEAR_DAYS)
                    .toList();
            return (near.size() == 1 ? near.stream() : Stream.of(last, next).flatMap(Optional::stream))
                    .map(inYear)
                    .toList();
        };
    }

    private static boolean exists(int year, int month, int day) {
        try {
            LocalDate.of(year, month, day);
            return true;
        } catch (DateTimeException e) {
            // 29 February in a common year
            return false;
        }
    }

    static Optional<Resolver> monthOrSeason(Matcher m) {
        boolean isMonth = has(m, "month");
        int number = isMonth
                ? TimeAtom.named(TimeAtom.months(), m, "month")
                : TimeAtom.named(TimeAtom.seasons(), m, "season");
        String which = has(m, "which") ? m.group("which").toLowerCase(Locale.ROOT) : "";
        String words = m.group();
        return Optional.of(published -> {
            LocalDate day0 = day(words, published);
            List<CalendarDate> around = Stream.of(day0.getYear() - 1, day0.getYear(), day0.getYear() + 1)
                    .map(year -> CalendarDate.ofMonth(year, number))
                    .toList();
            return chosen(around, which, day0).map(Stretch::of).toList();
        });
    }

    private static Stream<CalendarDate> chosen(List<CalendarDate> around, String which, LocalDate day0) {
        Optional<CalendarDate> current = around.stream()
                .filter(d -> !d.start().toLocalDate().isAfter(day0)
                        && d.end().toLocalDate().isAfter(day0))
                .findFirst();
        Optional<CalendarDate> past = around.stream()
                .filter(d -> !d.end().toLocalDate().isAfter(day0))
                .reduce((a, b) -> b);
        Optional<CalendarDate> future = around.stream()
                .filter(d -> d.start().toLocalDate().isAfter(day0))
                .findFirst();
        return switch (which) {
            case "last", "past", "previous" -> past.stream();
            case "next", "coming" -> future.stream();
            case "this" -> current.or(() -> ofYear(around, day0.getYear())).stream();
            default -> current.map(Stream::of).orElse(Stream.concat(past.stream(), future.stream()));
        };
    }

    private static Optional<CalendarDate> ofYear(List<CalendarDate> around, int year) {
        return around.stream().filter(d -> d.year() == year).findFirst();
    }

    /** "On Wednesday" is the last or the next one; on a Wednesday, that day or the next one. */
    static Optional<Resolver> weekday(Matcher m) {
        DayOfWeek weekday = DayOfWeek.of(TimeAtom.named(TimeAtom.weekdays(), m, "weekday"));
        String which = has(m, "which") ? m.group("which").toLowerCase(Locale.ROOT) : "";
        String words = m.group().strip();
        return Optional.of(published -> {
            LocalDate day0 = day(words, published);
            LocalDate next = day0.with(TemporalAdjusters.next(weekday));
            return switch (which) {
                case "last", "past", "previous" -> days(day0.with(TemporalAdjusters.previous(weekday)));
                case "next", "coming" -> days(next);
                case "this" -> days(monday(day0).plusDays(weekday.getValue() - 1L));
                default -> days(day0.with(TemporalAdjusters.previousOrSame(weekday)), next);
            };
        });
    }

    static Optional<Resolver> dayWord(Matcher m) {
        String words = m.group();
        String word = (m.group("word") == null ? m.group("far") : m.group("word"))
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", " ");
        return Optional.of(published -> {
            LocalDate day0 = day(words, published);
            return switch (word) {
                case "before yesterday" -> days(day0.minusDays(2));
                case "yesterday" -> days(day0.minusDays(1));
                case "tomorrow" -> days(day0.plusDays(1));
                case "after tomorrow" -> days(day0.plusDays(2));
                case "last night" -> List.of(span(day0.minusDays(1), day0, When.Precision.DAY));
                default -> days(day0);
            };
        });
    }

    static Optional<Resolver> ago(Matcher m) {
        String words = m.group();
        String unit = m.group("unit").toLowerCase(Locale.ROOT);
        String written = m.group("count").toLowerCase(Locale.ROOT);
        Optional<Integer> count = written.equals("a") || written.equals("an") ? Optional.of(1) : count(written);
        return count.map(n -> published -> {
            LocalDate day0 = day(words, published);
            return switch (unit) {
                case "hour" -> days(day0);
                case "day" -> days(day0.minusDays(n));
                case "week" -> {
                    LocalDate monday = monday(day0.minusWeeks(n));
                    yield List.of(span(monday, monday.plusDays(6), When.Precision.WEEK));
                }
                case "month" -> {
                    LocalDate then = day0.minusMonths(n);
                    yield List.of(Stretch.of(CalendarDate.ofMonth(then.getYear(), then.getMonthValue())));
                }
                default -> List.of(Stretch.of(CalendarDate.ofMonth(day0.getYear() - n, 0)));
            };
        });
    }

    /** Begins at publication. It ends only where a number says so: no end is invented for "the coming days". */
    static Optional<Resolver> coming(Matcher m) {
        String words = m.group();
        String unit = unitOf(m);
        Optional<Integer> count = Optional.ofNullable(m.group("count")).flatMap(RelativeTime::count);
        return Optional.of(published -> {
            LocalDate day0 = day(words, published);
            Edtf open = Edtf.since(CalendarDate.ofDay(day0));
            Edtf edtf = count.map(n -> Edtf.between(CalendarDate.ofDay(day0), CalendarDate.ofDay(plus(day0, unit, n))))
                    .orElse(open);
            return List.of(new Stretch(edtf, When.Precision.DAY, When.Extent.SOME));
        });
    }

    /** Ends at publication, and begins where a number says so. */
    static Optional<Resolver> recent(Matcher m) {
        String words = m.group();
        String unit = unitOf(m);
        Optional<Integer> count = Optional.ofNullable(m.group("count"))
                .flatMap(RelativeTime::count)
                .or(() ->
                        m.group().matches("(?is).*\\b(?:recent|latest)\\b.*|.*s") ? Optional.empty() : Optional.of(1));
        return Optional.of(published -> {
            LocalDate day0 = day(words, published);
            Edtf open = Edtf.until(CalendarDate.ofDay(day0));
            Edtf edtf = count.map(n -> Edtf.between(CalendarDate.ofDay(plus(day0, unit, -n)), CalendarDate.ofDay(day0)))
                    .orElse(open);
            return List.of(new Stretch(edtf, When.Precision.DAY, When.Extent.SOME));
        });
    }

    private static String unitOf(Matcher m) {
        return m.group("unit") == null ? "day" : m.group("unit").toLowerCase(Locale.ROOT);
    }

    private static LocalDate plus(LocalDate day, String unit, int n) {
        return switch (unit) {
            case "hour" -> day.plusDays(n / 24);
            case "week" -> day.plusWeeks(n);
            case "month" -> day.plusMonths(n);
            case "year" -> day.plusYears(n);
            default -> day.plusDays(n);
        };
    }

    /** Calendar weeks from Monday (ISO 8601), calendar months and years. */
    static Optional<Resolver> unit(Matcher m) {
        String words = m.group();
        String unit = m.group("unit").toLowerCase(Locale.ROOT);
        boolean weekend = words.toLowerCase(Locale.ROOT).endsWith("end");
        int offset = switch (m.group("which").toLowerCase(Locale.ROOT)) {
            case "last", "past", "previous" -> -1;
            case "next", "coming" -> 1;
            default -> 0;
        };
        if (weekend && !unit.equals("week")) {
            return Optional.empty();
        }
        return Optional.of(published -> List.of(
                switch (unit) {
                    case "week" -> {
                        LocalDate monday = monday(day(words, published).plusWeeks(offset));
                        yield weekend
                                ? span(monday.plusDays(5), monday.plusDays(6), When.Precision.DAY)
                                : span(monday, monday.plusDays(6), When.Precision.WEEK);
                    }
                    case "month" -> {
                        LocalDate then = known(words, published, PublicationDate::hasMonth)
                                .plusMonths(offset);
                        yield Stretch.of(CalendarDate.ofMonth(then.getYear(), then.getMonthValue()));
                    }
                    default ->
                        Stretch.of(CalendarDate.ofMonth(
                                known(words, published, p -> true).getYear() + offset, 0));
                }));
    }

    private static Stretch span(LocalDate from, LocalDate to, When.Precision precision) {
        return new Stretch(Edtf.between(CalendarDate.ofDay(from), CalendarDate.ofDay(to)), precision, When.Extent.SOME);
    }

    private static List<Stretch> days(LocalDate... days) {
        List<Stretch> stretches = new ArrayList<>();
        for (LocalDate day : days) {
            stretches.add(Stretch.of(CalendarDate.ofDay(day)));
        }
        return stretches;
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private static LocalDate day(String words, Optional<PublicationDate> published) {
        return known(words, published, PublicationDate::hasDay);
    }

    private static LocalDate known(
            String words, Optional<PublicationDate> published, Predicate<PublicationDate> enough) {
        return published
                .filter(enough)
                .map(PublicationDate::date)
                .orElseThrow(() -> new NeedsPublication(words.strip()));
    }

    /** Empty for "few" and other words that are no number. */
    private static Optional<Integer> count(String words) {
        List<Token> tokens = Token.of(words);
        return Numeral.at(tokens, 0)
                .filter(n -> n.next() == tokens.size() && n.value().scale() <= 0)
                .map(n -> n.value().intValue());
    }

    private static boolean has(Matcher m, String group) {
        return m.namedGroups().containsKey(group) && m.group(group) != null;
    }
}
