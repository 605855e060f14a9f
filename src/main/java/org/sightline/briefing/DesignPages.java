package org.sightline.briefing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Envelope;
import org.sightline.claim.Claim;

/** Lays out the pages of a design: its scenes, the numbers of its claims, and what runs on every page. One thread. */
final class DesignPages {
    private final Setting setting;
    private final Runnable check;
    private final List<String> concerns = new ArrayList<>();

    /** @param check is called again and again, and may throw to stop */
    DesignPages(Setting setting, Runnable check) {
        this.setting = setting;
        this.check = check;
    }

    /** What a person should look at, each in one sentence. */
    List<String> concerns() {
        return concerns.stream().distinct().toList();
    }

    List<Page> lay() {
        List<Scene> scenes = new ArrayList<>();
        for (Scene.Subject subject : subjects()) {
            check.run();
            scenes.add(new Scene(setting, subject));
        }
        Map<Long, String> numbers = numbers(scenes);
        Part target = setting.shows(Part.CLAIMS) ? Part.CLAIMS : Part.TABLE;
        List<Page> pages = new ArrayList<>();
        Set<Long> on = new HashSet<>();
        Set<Long> off = new HashSet<>();
        for (Scene scene : scenes) {
            check.run();
            on.addAll(scene.shown());
            off.addAll(scene.offMap());
            pages.addAll(scene.pages(sorted(scene.claims(), numbers), numbers, target, concerns));
        }
        if (setting.showsInPlace(Part.CLAIMS) && !setting.design().start().isGrouped()) {
            pages.addAll(ClaimPages.of(
                    setting, sorted(setting.dossier().claims(), numbers), numbers, new Scene.Seen(on, off)));
        }
        if (setting.showsInPlace(Part.SOURCE_LIST)) {
            pages.addAll(ClaimPages.sources(setting, numbers));
        }
        for (int i = 0; i < pages.size(); i++) {
            int number = i + 1;
            Page page = pages.get(i);
            page.in(Tag.RUNNING, () -> setting.sheet().furnish(page, number, pages.size()));
        }
        return pages;
    }

    private List<Scene.Subject> subjects() {
        List<Claim> claims = setting.dossier().claims();
        String title = setting.sheet().title();
        List<Groups.Group> groups = switch (setting.design().start()) {
            case PLACES -> Groups.byPlace(claims);
            case DAYS -> Groups.byDay(claims);
            default -> List.of();
        };
        if (groups.isEmpty()) {
            return List.of(new Scene.Subject(title, true, claims, Optional.empty()));
        }
        Optional<Envelope> common =
                setting.design().start() == Start.DAYS ? Optional.of(MapFit.around(claims)) : Optional.empty();
        List<Scene.Subject> subjects = new ArrayList<>();
        for (Groups.Group group : groups) {
            subjects.add(new Scene.Subject(group.title(), subjects.isEmpty(), List.copyOf(group.claims()), common));
        }
        return subjects;
    }

    /** 1, 2, 3 ... over all pages. */
    private Map<Long, String> numbers(List<Scene> scenes) {
        Map<Long, String> numbers = new HashMap<>();
        for (Scene scene : scenes) {
            for (long id : order(scene)) {
                numbers.putIfAbsent(id, Integer.toString(numbers.size() + 1));
            }
        }
        return numbers;
    }

    private List<Long> order(Scene scene) {
        return switch (setting.design().numbering()) {
            case READING -> scene.readingOrder();
            case TIME -> Groups.byTime(scene.claims()).stream().map(Claim::id).toList();
            case LIST -> scene.claims().stream().map(Claim::id).toList();
        };
    }

    private static List<Claim> sorted(List<Claim> claims, Map<Long, String> numbers) {
        Map<Long, Integer> rank = new LinkedHashMap<>();
        numbers.forEach((id, number) -> rank.put(id, Integer.parseInt(number)));
        return claims.stream()
                .sorted(java.util.Comparator.comparingInt(claim -> rank.getOrDefault(claim.id(), 0)))
                .collect(Collectors.toList());
    }
}
