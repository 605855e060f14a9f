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
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.sightline.claim.Claim;

/**
 * The pages of a design: its scenes, the numbers of its claims, and what runs on every page. Of a page for each place or
 * day only those are laid out at once whose length is not certain ({@link OnePage}); the others when they are looked at,
 * to the same page as if all had been. Making them takes one thread; afterwards any may look.
 */
final class DesignPages {
    private final Setting setting;
    private final List<Stretch> stretches = new ArrayList<>();
    private final List<Page> tail = new ArrayList<>();
    private final int size;

    /**
     * @param all whether all pages are laid out now, however many there are
     * @param check is called again and again, and may throw to stop
     */
    DesignPages(Setting setting, boolean all, Runnable check) {
        this.setting = setting;
        boolean mayWait = !all && mayWait();
        for (Scene.Subject subject : subjects()) {
            check.run();
            stretches.add(new Stretch(subject, mayWait && OnePage.surely(setting, subject)));
        }
        Map<Long, String> numbers = new HashMap<>();
        int before = 0;
        for (Stretch stretch : stretches) {
            before = stretch.number(before, numbers);
        }
        Scene.Seen seen = seen();
        for (Stretch stretch : stretches) {
            check.run();
            stretch.fill(numbers);
        }
        if (!mayWait) {
            addLists(numbers, seen);
        }
        int pages = 0;
        for (Stretch stretch : stretches) {
            stretch.firstPage = pages;
            pages += stretch.length();
        }
        this.size = pages + tail.size();
        stretches.forEach(Stretch::furnish);
        furnish(tail, pages);
    }

    /** Whether claims have the same numbers, and pages the same length, in whatever order pages are laid out. */
    private boolean mayWait() {
        return setting.design().start().isGrouped()
                && !setting.shows(Part.SOURCE_LIST) // it names the numbers of all
                && setting.design()
                        .look()
                        .epsg()
                        .isEmpty(); // which may not be for every place, and that is to be told now
    }

    int size() {
        return size;
    }

    /** Lays it out where that has not been done. */
    Page get(int page) {
        for (Stretch stretch : stretches) {
            if (page < stretch.firstPage + stretch.length()) {
                return stretch.page(page - stretch.firstPage);
            }
        }
        return tail.get(page - (size - tail.size()));
    }

    /** Whether every page is laid out. */
    boolean isComplete() {
        return stretches.stream().noneMatch(Stretch::isWaiting);
    }

    /** Lays out all pages. @param check is called before each, and may throw to stop */
    void complete(Runnable check) {
        for (Stretch stretch : stretches) {
            check.run();
            stretch.page(0);
        }
    }

    /** What a person should look at on any page, each in one sentence; lays out all. */
    List<String> concerns() {
        complete(() -> {});
        return stretches.stream()
                .flatMap(stretch -> stretch.concerns().stream())
                .distinct()
                .toList();
    }

    /** A scene's pages, there or still to be laid out. */
    private final class Stretch {
        private final Scene.Subject subject;
        private @Nullable Scene scene;
        private volatile List<Page> pages = List.of(); // none: it waits
        private volatile List<String> concerns = List.of();
        private int firstPage;
        private int before;

        Stretch(Scene.Subject subject, boolean waits) {
            this.subject = subject;
            this.scene = waits ? null : new Scene(setting, subject);
        }

        /** Numbers its claims after those of earlier ones, and gives the last number. */
        int number(int last, Map<Long, String> numbers) {
            before = last;
            return scene == null ? last + subject.claims().size() : number(scene, last, numbers);
        }

        private int number(Scene made, int last, Map<Long, String> numbers) {
            int number = last;
            for (long id : order(made)) {
                if (numbers.putIfAbsent(id, Integer.toString(number + 1)) == null) {
                    number++;
                }
            }
            return number;
        }

        void fill(Map<Long, String> numbers) {
            if (scene != null) {
                pages = fill(scene, numbers);
                scene = null;
            }
        }

        private List<Page> fill(Scene made, Map<Long, String> numbers) {
            Part target = setting.shows(Part.CLAIMS) ? Part.CLAIMS : Part.TABLE;
            List<String> said = new ArrayList<>();
            List<Page> filled = List.copyOf(made.pages(sorted(made.claims(), numbers), numbers, target, said));
            concerns = List.copyOf(said);
            return filled;
        }

        boolean isWaiting() {
            return pages.isEmpty();
        }

        int length() {
            return Math.max(1, pages.size());
        }

        List<String> concerns() {
            return concerns;
        }

        void furnish() {
            DesignPages.this.furnish(pages, firstPage);
        }

        synchronized Page page(int index) {
            if (pages.isEmpty()) {
                Scene made = new Scene(setting, subject);
                Map<Long, String> numbers = new HashMap<>();
                number(made, before, numbers);
                List<Page> filled = fill(made, numbers);
                if (filled.size() != 1) {
                    throw new IllegalStateException(
                            subject.title() + " takes " + filled.size() + " pages, and not one");
                }
                DesignPages.this.furnish(filled, firstPage);
                pages = filled;
            }
            return pages.get(index);
        }
    }

    /** What the maps show that are made already. */
    private Scene.Seen seen() {
        Set<Long> on = new HashSet<>();
        Set<Long> off = new HashSet<>();
        for (Stretch stretch : stretches) {
            if (stretch.scene != null) {
                on.addAll(stretch.scene.shown());
                off.addAll(stretch.scene.offMap());
            }
        }
        return new Scene.Seen(on, off);
    }

    /** What follows the scenes. */
    private void addLists(Map<Long, String> numbers, Scene.Seen seen) {
        if (setting.showsInPlace(Part.CLAIMS) && !setting.design().start().isGrouped()) {
            tail.addAll(ClaimPages.of(setting, sorted(setting.dossier().claims(), numbers), numbers, seen));
        }
        if (setting.showsInPlace(Part.SOURCE_LIST)) {
            tail.addAll(ClaimPages.sources(setting, numbers));
        }
    }

    private void furnish(List<Page> pages, int before) {
        for (int i = 0; i < pages.size(); i++) {
            int number = before + i + 1;
            Page page = pages.get(i);
            page.in(Tag.RUNNING, () -> setting.sheet().furnish(page, number, size));
        }
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
