package org.sightline.map;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds room for names, first come, first served: what is more important is offered first. Nothing placed overlaps
 * anything placed before it. Not safe for threads; made for one painting.
 */
final class LabelPlacement {
    private static final double CELL = 80;

    /** Free pixels kept about each name. */
    private static final double AIR = 2;

    /** A name and where it stands. */
    record Placed(Label label, Rectangle2D box) {}

    private final Optional<Rectangle2D> frame;
    private final Map<Long, List<Rectangle2D>> taken = new HashMap<>();
    private final Map<Long, List<Rectangle2D>> names = new HashMap<>();
    private final Map<Long, List<Rectangle2D>> avoided = new HashMap<>();
    private final List<Placed> placed = new ArrayList<>();

    /** @param frame names must lie wholly inside it, where there is one */
    LabelPlacement(Optional<Rectangle2D> frame) {
        this.frame = frame;
    }

    /** Keeps names off a place. */
    void block(Rectangle2D box) {
        put(taken, box);
    }

    /** Keeps names and the marks beside them off other words. */
    void written(Rectangle2D box) {
        put(taken, box);
        put(names, box);
    }

    /** Keeps names off a place: a town's wholly, that of an area where there is another, for a line does it less harm. */
    void avoid(Rectangle2D box) {
        put(avoided, box);
    }

    private static void put(Map<Long, List<Rectangle2D>> boxes, Rectangle2D box) {
        forCells(box, key -> boxes.computeIfAbsent(key, k -> new ArrayList<>()).add(box));
    }

    /** Places a name at the first spot that is free, with its mark; false when there is none. */
    boolean place(Label label) {
        Rectangle2D mark = new Rectangle2D.Double(
                label.x() - label.mark(), label.y() - label.mark(), 2 * label.mark(), 2 * label.mark());
        if (label.mark() > 0 && !free(names, mark)) {
            return false; // a pin may stand on a town's mark, another name may not
        }
        return placeAt(label, mark, true) || (label.mark() == 0 && placeAt(label, mark, false));
    }

    private boolean placeAt(Label label, Rectangle2D mark, boolean avoiding) {
        for (Label.Spot spot : label.spots()) {
            Rectangle2D box = label.box(spot);
            boolean inFrame = frame.isEmpty() || frame.get().contains(box);
            if (inFrame && free(taken, grown(box)) && (!avoiding || free(avoided, grown(box)))) {
                block(box);
                put(names, box);
                if (label.mark() > 0) {
                    block(mark);
                }
                placed.add(new Placed(label, box));
                return true;
            }
        }
        return false;
    }

    List<Placed> placed() {
        return placed;
    }

    private static boolean free(Map<Long, List<Rectangle2D>> boxes, Rectangle2D box) {
        boolean[] free = {true};
        forCells(box, key -> {
            for (Rectangle2D other : boxes.getOrDefault(key, List.of())) {
                free[0] &= !other.intersects(box);
            }
        });
        return free[0];
    }

    private static Rectangle2D grown(Rectangle2D box) {
        return new Rectangle2D.Double(
                box.getX() - AIR, box.getY() - AIR, box.getWidth() + 2 * AIR, box.getHeight() + 2 * AIR);
    }

    private interface CellVisitor {
        void visit(long key);
    }

    private static void forCells(Rectangle2D box, CellVisitor visitor) {
        long left = (long) Math.floor(box.getMinX() / CELL);
        long right = (long) Math.floor(box.getMaxX() / CELL);
        long top = (long) Math.floor(box.getMinY() / CELL);
        long bottom = (long) Math.floor(box.getMaxY() / CELL);
        for (long column = left; column <= right; column++) {
            for (long row = top; row <= bottom; row++) {
                visitor.visit(row * 1_000_003L + column);
            }
        }
    }
}
