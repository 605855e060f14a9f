package org.sightline.briefing;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Keeps what is written from lying over what is written: finds the nearest place on a page where a rectangle meets none
 * of those that stand there. Its candidates are the rectangle pushed just clear of one or two of the others. One thread.
 */
final class Collisions {
    private static final double AIR = 2;

    private final Rectangle2D page;
    private final List<Rectangle2D> taken = new ArrayList<>();

    Collisions(Rectangle2D page) {
        this.page = page;
    }

    void take(Rectangle2D box) {
        taken.add(box);
    }

    boolean free(Rectangle2D box) {
        return taken.stream().noneMatch(other -> other.intersects(box));
    }

    /** The nearest free place of the same size on the page; empty when there is none. */
    Optional<Rectangle2D> nearest(Rectangle2D wanted) {
        Rectangle2D inside = within(wanted);
        if (free(inside)) {
            return Optional.of(inside);
        }
        List<Double> xs = new ArrayList<>(List.of(inside.getX()));
        List<Double> ys = new ArrayList<>(List.of(inside.getY()));
        for (Rectangle2D other : taken) {
            xs.add(other.getMaxX() + AIR);
            xs.add(other.getMinX() - inside.getWidth() - AIR);
            ys.add(other.getMaxY() + AIR);
            ys.add(other.getMinY() - inside.getHeight() - AIR);
        }
        Optional<Rectangle2D> best = Optional.empty();
        double least = Double.POSITIVE_INFINITY;
        for (double x : xs) {
            for (double y : ys) {
                Rectangle2D tried = new Rectangle2D.Double(x, y, inside.getWidth(), inside.getHeight());
                double way = Math.hypot(x - inside.getX(), y - inside.getY());
                if (way < least && page.contains(tried) && free(tried)) {
                    least = way;
                    best = Optional.of(tried);
                }
            }
        }
        return best;
    }

    private Rectangle2D within(Rectangle2D box) {
        double x = Math.max(page.getMinX(), Math.min(box.getX(), page.getMaxX() - box.getWidth()));
        double y = Math.max(page.getMinY(), Math.min(box.getY(), page.getMaxY() - box.getHeight()));
        return new Rectangle2D.Double(x, y, box.getWidth(), box.getHeight());
    }
}
