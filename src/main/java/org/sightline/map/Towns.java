package org.sightline.map;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.sightline.geo.Gazetteer;

/**
 * The gazetteer's towns, each with the distance to the nearest more important one. Made on first use (some tenths of a
 * second, off the window's thread), immutable then.
 */
final class Towns {
    /** Loaded when it is first asked for. */
    private static final class Holder {
        private static final Towns BUILT_IN = new Towns(Gazetteer.builtIn().towns());
    }

    /** One town and its isolation, metres. */
    record Town(Gazetteer.Entry entry, Gazetteer.Seat seat, double isolation) {
        double importance() {
            return Towns.importance(seat, entry.population());
        }
    }

    private final List<Town> byIsolation;

    private Towns(List<Gazetteer.Town> towns) {
        List<Gazetteer.Town> ordered = towns.stream()
                .sorted(Comparator.comparingDouble((Gazetteer.Town t) ->
                                importance(t.seat(), t.entry().population()))
                        .reversed())
                .toList();
        double[] metres = Isolation.metres(
                ordered.stream().mapToDouble(t -> t.entry().position().lat()).toArray(),
                ordered.stream().mapToDouble(t -> t.entry().position().lon()).toArray());
        byIsolation = IntStream.range(0, ordered.size())
                .mapToObj(i -> new Town(ordered.get(i).entry(), ordered.get(i).seat(), metres[i]))
                .sorted(Comparator.comparingDouble(Town::isolation).reversed())
                .toList();
    }

    static Towns builtIn() {
        return Holder.BUILT_IN;
    }

    /** Towns at least that far from any more important one, most isolated first. */
    List<Town> apart(double metres) {
        int low = 0;
        int high = byIsolation.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (byIsolation.get(middle).isolation() >= metres) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return byIsolation.subList(0, low);
    }

    /** Seats of government count for more than their size. */
    static double importance(Gazetteer.Seat seat, long people) {
        return switch (seat) {
            case STATE -> 4.0 * people + Math.min(400_000, 20 * people);
            case REGION -> 1.5 * people + Math.min(20_000, 2 * people);
            case NONE -> people;
        };
    }
}
