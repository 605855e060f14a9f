package org.sightline.claim;

import java.util.Optional;

/**
 * A time as EDTF level 1 writes it (ISO 8601-2:2019, annex A): one date, or an interval of two that may be open ({@code
 * ..}) or unknown (blank) at an end.
 *
 * @param from empty when open or unknown
 * @param to equal to {@code from} when this is no interval
 */
record Edtf(Optional<CalendarDate> from, Optional<CalendarDate> to, boolean interval, String missing) {
    private static final String OPEN = "..";

    static Edtf single(CalendarDate date) {
        return new Edtf(Optional.of(date), Optional.of(date), false, OPEN);
    }

    static Edtf between(CalendarDate from, CalendarDate to) {
        return new Edtf(Optional.of(from), Optional.of(to), true, OPEN);
    }

    static Edtf since(CalendarDate from) {
        return new Edtf(Optional.of(from), Optional.empty(), true, OPEN);
    }

    static Edtf until(CalendarDate to) {
        return new Edtf(Optional.empty(), Optional.of(to), true, OPEN);
    }

    /** Empty when it is not EDTF, there is no such date, or it runs backwards. */
    static Optional<Edtf> read(String words) {
        String written = words.strip();
        int slash = written.indexOf('/');
        if (slash < 0) {
            return CalendarDate.read(written).map(Edtf::single);
        }
        String first = written.substring(0, slash);
        String last = written.substring(slash + 1);
        Optional<CalendarDate> from = CalendarDate.read(first);
        Optional<CalendarDate> to = CalendarDate.read(last);
        boolean readable = (from.isPresent() || isMissing(first)) && (to.isPresent() || isMissing(last));
        if (!readable || from.isEmpty() && to.isEmpty() && !words.contains(OPEN)) {
            return Optional.empty();
        }
        String missing = from.isEmpty() ? first : to.isEmpty() ? last : OPEN;
        return Optional.of(new Edtf(from, to, true, missing)).filter(Edtf::runsForward);
    }

    private static boolean isMissing(String end) {
        return end.isEmpty() || end.equals(OPEN);
    }

    boolean runsForward() {
        return from.isEmpty()
                || to.isEmpty()
                || from.get().start().toInstant().isBefore(to.get().end().toInstant());
    }

    When.Precision precision() {
        return from.map(CalendarDate::precision)
                .flatMap(f -> to.map(CalendarDate::precision).map(t -> f.compareTo(t) <= 0 ? f : t))
                .or(() -> from.or(() -> to).map(CalendarDate::precision))
                .orElse(When.Precision.YEAR);
    }

    Edtf approximate() {
        return new Edtf(from.map(CalendarDate::approximate), to.map(CalendarDate::approximate), interval, missing);
    }

    @Override
    public String toString() {
        String first = from.map(CalendarDate::toString).orElse(missing);
        return interval ? first + "/" + to.map(CalendarDate::toString).orElse(missing) : first;
    }
}
