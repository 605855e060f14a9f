package org.sightline.briefing;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.sightline.claim.Claim;
import org.sightline.claim.When;

/** Divides a span of time into at most twelve equal periods, for a strip of maps. Stateless. */
final class Periods {
    private static final int MOST = 12;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

    private Periods() {}

    /**
     * One map's time.
     *
     * @param title such as "12 October 2022"
     * @param claims that begin in it
     */
    record Period(String title, List<Claim> claims) {}

    /** Lengths of a period. */
    private enum Unit {
        DAY(1, 0),
        THREE_DAYS(3, 0),
        WEEK(7, 0),
        MONTH(0, 1),
        QUARTER(0, 3),
        YEAR(0, 12),
        FIVE_YEARS(0, 60),
        DECADE(0, 120),
        CENTURY(0, 1200),
        MILLENNIUM(0, 12_000);

        private final int days;
        private final int months;

        Unit(int days, int months) {
            this.days = days;
            this.months = months;
        }

        /** Which one of its kind a day lies in; weeks begin on Monday. */
        long of(LocalDate day) {
            return days > 0
                    ? Math.floorDiv(day.toEpochDay() + (days == 7 ? 3 : 0), days)
                    : Math.floorDiv(12L * day.getYear() + day.getMonthValue() - 1, months);
        }

        LocalDate start(long number) {
            if (days > 0) {
                return LocalDate.ofEpochDay(number * days - (days == 7 ? 3 : 0));
            }
            long month = number * months;
            return LocalDate.of((int) Math.floorDiv(month, 12L), (int) Math.floorMod(month, 12L) + 1, 1);
        }

        String title(long number) {
            LocalDate from = start(number);
            LocalDate to = start(number + 1).minusDays(1);
            return switch (this) {
                case DAY -> Periods.DAY.format(from);
                case MONTH -> Periods.MONTH.format(from);
                case YEAR -> Integer.toString(from.getYear());
                case FIVE_YEARS, DECADE, CENTURY, MILLENNIUM ->
                    Phrases.of("period", Integer.toString(from.getYear()), Integer.toString(to.getYear()));
                default -> Phrases.of("period", SHORT.format(from), SHORT.format(to));
            };
        }
    }

    /**
     * The shortest periods of which no more than twelve have a claim that begins in them. Those in between without any
     * are there too, where all together are no more than twelve. What is known less precisely than that, such as "October
     * 2022" among days, has a map of its own. Claims without a beginning are left out.
     */
    static List<Period> of(List<Claim> claims) {
        for (Unit unit : Unit.values()) {
            Divided divided = Divided.of(claims, unit);
            if (divided.size() <= MOST) {
                return divided.titled();
            }
        }
        return Divided.of(claims, Unit.MILLENNIUM).titled();
    }

    /** Whether a claim's time tells where among periods of this length it belongs. */
    private static boolean fits(When when, Unit unit) {
        return switch (when.precision()) {
            case MINUTE, HOUR, DAY -> true;
            case WEEK -> unit.compareTo(Unit.WEEK) >= 0;
            case MONTH -> unit.compareTo(Unit.MONTH) >= 0;
            case SEASON -> unit.compareTo(Unit.QUARTER) >= 0;
            case YEAR -> unit.compareTo(Unit.YEAR) >= 0;
        };
    }

    /**
     * Claims among periods of one length.
     *
     * @param vague by the period they begin in, then by how their time is told
     */
    private record Divided(
            Unit unit, TreeMap<Long, List<Claim>> periods, TreeMap<Long, TreeMap<String, List<Claim>>> vague) {

        static Divided of(List<Claim> claims, Unit unit) {
            Divided divided = new Divided(unit, new TreeMap<>(), new TreeMap<>());
            claims.forEach(divided::put);
            return divided;
        }

        private void put(Claim claim) {
            Optional<LocalDate> begins = begins(claim);
            if (begins.isEmpty()) {
                return;
            }
            long number = unit.of(begins.get());
            When when = claim.when().orElseThrow();
            List<Claim> in = fits(when, unit)
                    ? periods.computeIfAbsent(number, n -> new ArrayList<>())
                    : vague.computeIfAbsent(number, n -> new TreeMap<>())
                            .computeIfAbsent(when.display(), w -> new ArrayList<>());
            in.add(claim);
        }

        int size() {
            return periods.size()
                    + vague.values().stream().mapToInt(TreeMap::size).sum();
        }

        List<Period> titled() {
            TreeMap<Long, List<Claim>> shown = new TreeMap<>(periods);
            if (!periods.isEmpty() && periods.lastKey() - periods.firstKey() + 1 + size() - periods.size() <= MOST) {
                for (long n = periods.firstKey(); n < periods.lastKey(); n++) {
                    shown.putIfAbsent(n, List.of());
                }
            }
            TreeSet<Long> numbers = new TreeSet<>(shown.keySet());
            numbers.addAll(vague.keySet());
            List<Period> all = new ArrayList<>();
            for (long n : numbers) {
                if (shown.containsKey(n)) {
                    all.add(new Period(unit.title(n), shown.get(n)));
                }
                vague.getOrDefault(n, new TreeMap<>()).forEach((title, in) -> all.add(new Period(title, in)));
            }
            return all;
        }
    }

    static Optional<LocalDate> begins(Claim claim) {
        return claim.when().flatMap(when -> when.earliest().map(at -> Groups.day(when, at)));
    }
}
