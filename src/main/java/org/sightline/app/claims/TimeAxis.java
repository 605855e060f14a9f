package org.sightline.app.claims;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/**
 * Time from left to right. Immutable.
 *
 * @param from seconds since 1970
 * @param to seconds since 1970, more than {@code from}
 * @param left pixels
 * @param right pixels
 */
record TimeAxis(double from, double to, double left, double right) {
    private static final double LABEL = 76;
    private static final double LAST_LABEL = 20;

    /** Over a time, or over a day where that is shorter. */
    static TimeAxis over(double first, double last, double left, double right) {
        return new TimeAxis(first, Math.max(last, first + 86_400), left, right);
    }

    /** Pixels of seconds since 1970. */
    double x(double seconds) {
        return left + (seconds - from) / (to - from) * (right - left);
    }

    /** Seconds since 1970 of a pixel. */
    double seconds(double x) {
        return from + (x - left) / (right - left) * (to - from);
    }

    /** A line at each tick, and its name where there is room; none is laid out by its parent. */
    List<Node> ticks(double labelY, double lineY, double lineHeight) {
        List<Node> nodes = new ArrayList<>();
        double lastLabel = -100;
        for (Tick tick : ticks()) {
            double x = x(tick.seconds());
            Region line = new Region();
            line.getStyleClass().add("timeline-tick");
            line.resizeRelocate(Math.rint(x), lineY, 1, lineHeight);
            line.setManaged(false);
            line.setMouseTransparent(true);
            nodes.add(line);
            if (x - lastLabel > LABEL && x < right - LAST_LABEL) {
                Text label = new Text(tick.label());
                label.getStyleClass().add("timeline-label");
                label.setTextOrigin(VPos.TOP);
                label.relocate(x + 4, labelY);
                label.setManaged(false);
                label.setMouseTransparent(true);
                nodes.add(label);
                lastLabel = x;
            }
        }
        return nodes;
    }

    private record Tick(double seconds, String label) {}

    /** Years, months, or days: the finest that leaves room between two ticks. */
    private List<Tick> ticks() {
        double days = (to - from) / 86_400;
        ZonedDateTime start = Instant.ofEpochSecond((long) from).atZone(ZoneOffset.UTC);
        if (days > 900) {
            int years = (int) Math.max(1, Math.ceil(days / 365.25 / MOST_YEARS));
            return ticks(start.withDayOfYear(1), "yyyy", 0, years, 0);
        }
        if (days > 45) {
            return ticks(start.withDayOfMonth(1), "MMM yyyy", 0, 0, 1);
        }
        return days > 3 ? ticks(start, "d MMM", Math.max(1, (int) (days / 12)), 0, 0) : hours();
    }

    private List<Tick> hours() {
        DateTimeFormatter format = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);
        double step = Math.max(1, Math.ceil((to - from) / 3_600 / MOST_HOURS)) * 3_600;
        List<Tick> ticks = new ArrayList<>();
        for (double at = Math.ceil(from / step) * step; at <= to; at += step) {
            ticks.add(
                    new Tick(at, format.format(Instant.ofEpochSecond((long) at).atZone(ZoneOffset.UTC))));
        }
        return ticks;
    }

    /** Of ticks that are hours. */
    private static final int MOST_HOURS = 12;

    /** Of ticks that are years. */
    private static final int MOST_YEARS = 30;

    private List<Tick> ticks(ZonedDateTime start, String pattern, int stepDays, int stepYears, int stepMonths) {
        DateTimeFormatter format = DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
        List<Tick> ticks = new ArrayList<>();
        ZonedDateTime at = start.toLocalDate().atStartOfDay(ZoneOffset.UTC);
        while (at.toEpochSecond() <= to && ticks.size() < 400) {
            if (at.toEpochSecond() >= from) {
                ticks.add(new Tick(at.toEpochSecond(), format.format(at)));
            }
            at = at.plusDays(stepDays).plusYears(stepYears).plusMonths(stepMonths);
        }
        return ticks;
    }
}
