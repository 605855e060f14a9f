package org.sightline.geo;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Towns that stand in the tables more than once, such as under two spellings from two sources: one, when they lie close
 * together and bear a name alike, their other names counted. Stateless.
 */
final class OneTown {
    /** Metres between two records of one town; sources put a town's point in different quarters of it. */
    private static final double CLOSE = 5_000;

    private OneTown() {}

    /**
     * A place with its table, of which only a nearer look tells the names.
     *
     * @param metres from where it was looked for
     */
    record Found(Gazetteer.Entry entry, PlaceTable table, int row, double metres) {
        private Set<String> names() {
            Set<String> folded = new HashSet<>();
            table.namesOf(row).forEach(name -> folded.add(NameFolding.strict(name)));
            return folded;
        }
    }

    /** Without further records of a town; the one with more people, or else the nearer, speaks for it. */
    static List<Found> each(List<Found> nearestFirst) {
        List<Found> kept = new ArrayList<>();
        for (Found found : nearestFirst) {
            int same = sameIn(kept, found);
            if (same < 0) {
                kept.add(found);
            } else if (found.entry().population() > kept.get(same).entry().population()) {
                kept.set(same, found);
            }
        }
        return kept;
    }

    private static int sameIn(List<Found> kept, Found found) {
        for (int i = 0; i < kept.size(); i++) {
            if (same(kept.get(i), found)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean same(Found a, Found b) {
        boolean numbered = a.table().id(a.row()) != 0 && b.table().id(b.row()) != 0; // two by their own source
        return !numbered
                && a.entry().kind() == Gazetteer.Kind.TOWN
                && b.entry().kind() == Gazetteer.Kind.TOWN
                && Geodesic.distance(a.entry().position(), b.entry().position()) < CLOSE
                && a.names().stream().anyMatch(b.names()::contains);
    }
}
