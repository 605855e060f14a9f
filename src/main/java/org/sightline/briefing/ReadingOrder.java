package org.sightline.briefing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.sightline.map.MapPainter;

/** Pins as one reads a map: in rows from the top down, each row from the left. Stateless. */
final class ReadingOrder {
    private ReadingOrder() {}

    /**
     * Claim ids in order.
     *
     * @param row how far apart two heads may stand, from above to below, to be read as one row
     */
    static List<Long> of(List<MapPainter.Target> pins, double row) {
        List<MapPainter.Target> down = new ArrayList<>(pins);
        down.sort(Comparator.comparingDouble(MapPainter.Target::y).thenComparingDouble(MapPainter.Target::x));
        List<Long> order = new ArrayList<>();
        List<MapPainter.Target> same = new ArrayList<>();
        for (MapPainter.Target pin : down) {
            if (!same.isEmpty() && pin.y() - same.getFirst().y() > row) {
                read(same, order);
            }
            same.add(pin);
        }
        read(same, order);
        return order;
    }

    private static void read(List<MapPainter.Target> row, List<Long> order) {
        row.sort(Comparator.comparingDouble(MapPainter.Target::x));
        row.forEach(pin -> order.addAll(pin.claimIds()));
        row.clear();
    }
}
