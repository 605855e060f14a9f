package org.sightline.geo;

import java.util.ArrayList;
import java.util.List;
import org.sightline.geo.Gazetteer.Entry;

/** Which of several places of one name could be meant. Stateless. */
final class Rivalry {
    /** One so many times larger than another leaves no doubt. */
    private static final double DWARFS = 6;

    /** Metres within which two entries of one name are the same place. */
    private static final double SAME_PLACE = 8_000;

    /** Countries dwarf towns; a region is held against its towns like a large one. */
    static final double COUNTRY_WEIGHT = 1e8;

    static final double REGION_WEIGHT = 3e5;

    private Rivalry() {}

    /** @param weight people, or what stands for them */
    record Candidate(Entry entry, double weight) {}

    /** The first, and those after it that are comparably good; candidates are best first. */
    static List<Entry> comparable(List<Candidate> candidates) {
        Candidate best = candidates.getFirst();
        List<Entry> rivals = new ArrayList<>(List.of(best.entry()));
        for (Candidate candidate : candidates.subList(1, candidates.size())) {
            boolean dwarfed = best.weight() >= DWARFS * candidate.weight();
            boolean lessLike =
                    best.entry().score() - candidate.entry().score() > 0.02 && best.weight() >= candidate.weight();
            if (!dwarfed && !lessLike && rivals.stream().noneMatch(rival -> sameOrAround(rival, candidate.entry()))) {
                rivals.add(candidate.entry());
            }
        }
        return rivals;
    }

    /** A town and the region or country called after it, or two records of one town, are not a choice. */
    private static boolean sameOrAround(Entry a, Entry b) {
        if (!a.country().equals(b.country())) {
            return false;
        }
        if (isPoint(a) && isPoint(b)) {
            return Geodesic.distance(a.position(), b.position()) < SAME_PLACE;
        }
        return a.extent().intersects(b.extent());
    }

    private static boolean isPoint(Entry entry) {
        return entry.extent().getArea() == 0;
    }
}
