package org.sightline.briefing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sightline.claim.Claim;
import org.sightline.claim.Place;
import org.sightline.claim.When;

/** Divides claims among pages: by place, or by day. Stateless. */
final class Groups {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu", Locale.ENGLISH);

    private Groups() {}

    /**
     * Claims that share a page.
     *
     * @param title at its head
     */
    record Group(String title, List<Claim> claims) {}

    /**
     * One group for each place, in the order in which places are first met. "Yelsk" and "Yelsk, music school" are one
     * place. Claims without a place come last.
     */
    static List<Group> byPlace(List<Claim> claims) {
        Map<String, List<Claim>> groups = new LinkedHashMap<>();
        List<Claim> nowhere = new ArrayList<>();
        for (Claim claim : claims) {
            if (claim.place().isPresent()) {
                groups.computeIfAbsent(key(claim.place().get()), k -> new ArrayList<>())
                        .add(claim);
            } else {
                nowhere.add(claim);
            }
        }
        List<Group> all = new ArrayList<>();
        groups.values().forEach(group -> all.add(new Group(name(group), group)));
        if (!nowhere.isEmpty()) {
            all.add(new Group(Phrases.of("group.noPlace"), nowhere));
        }
        return all;
    }

    private static String key(Place place) {
        String name = head(place).toLowerCase(Locale.ROOT);
        if (!name.isEmpty()) {
            return name;
        }
        var middle = place.geometry().getCentroid();
        return Math.round(middle.getX() * 10) + " " + Math.round(middle.getY() * 10);
    }

    private static String head(Place place) {
        String name = place.isRoute() ? place.name() : place.name().split(",", 2)[0];
        return name.strip();
    }

    private static String name(List<Claim> group) {
        String name = group.getFirst().place().map(Groups::head).orElse("");
        return name.isEmpty() ? Phrases.of("group.unnamed") : name.replace(" -> ", " \u2192 ");
    }

    /**
     * One group for each day on which something began, in order; times that are less precise than a day are groups of
     * their own after the day they begin with. Claims without a time come last.
     */
    static List<Group> byDay(List<Claim> claims) {
        record Day(Instant from, boolean vague, String title) {}
        Comparator<Day> order =
                Comparator.comparing(Day::from).thenComparing(Day::vague).thenComparing(Day::title);
        Map<Day, List<Claim>> days = new java.util.TreeMap<>(order);
        List<Claim> never = new ArrayList<>();
        for (Claim claim : claims) {
            Optional<Instant> start = claim.when().flatMap(When::earliest);
            if (start.isEmpty()) {
                never.add(claim);
                continue;
            }
            When when = claim.when().get();
            boolean vague = when.precision().compareTo(When.Precision.DAY) > 0;
            LocalDate date = day(when, start.get());
            Day day = new Day(
                    date.atStartOfDay(ZoneOffset.UTC).toInstant(), vague, vague ? when.display() : DAY.format(date));
            days.computeIfAbsent(day, d -> new ArrayList<>()).add(claim);
        }
        List<Group> all = new ArrayList<>();
        days.forEach((day, group) -> all.add(new Group(day.title(), group)));
        if (!never.isEmpty()) {
            all.add(new Group(Phrases.of("group.noTime"), never));
        }
        return all;
    }

    /** The day where it was, as far as that is stated. */
    static LocalDate day(When when, Instant instant) {
        ZoneId zone = when.zone().orElse(ZoneOffset.UTC);
        return LocalDate.ofInstant(instant, zone);
    }

    /** By the time they begin; those without one last, in the order given. */
    static List<Claim> byTime(List<Claim> claims) {
        List<Claim> sorted = new ArrayList<>(claims);
        sorted.sort(Comparator.comparing(
                claim -> claim.when().flatMap(When::earliest).orElse(Instant.MAX)));
        return sorted;
    }
}
