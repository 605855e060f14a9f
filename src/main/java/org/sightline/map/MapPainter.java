package org.sightline.map;

import java.awt.Graphics2D;
import java.util.List;
import java.util.Optional;

/**
 * Paints a map: the same code for screen, picture, page and print.
 *
 * <p>Thread rule: stateless but for caches that are safe for any thread; paint off the window's thread.
 */
public final class MapPainter {

    /**
     * One thing on the painted map that can be pointed at.
     *
     * @param claimIds one for a pin, several for a cluster
     * @param x pixels of its anchor
     * @param radius pixels within which a click meets it
     */
    public record Target(List<Long> claimIds, double x, double y, double radius) {}

    /** What a painting left for the pointer: topmost last. */
    public record Painted(List<Target> targets) {
        /** The topmost target at a pixel. */
        public Optional<Target> at(double x, double y) {
            for (int i = targets.size() - 1; i >= 0; i--) {
                Target t = targets.get(i);
                if (Math.hypot(t.x() - x, t.y() - y) <= t.radius()) {
                    return Optional.of(t);
                }
            }
            return Optional.empty();
        }
    }

    public MapPainter() {}

    /** Paints base map and claims into (0, 0, view.width, view.height) of {@code g}. */
    public Painted paint(Graphics2D g, MapView view, MapContent content, MapTheme theme) {
        throw new UnsupportedOperationException();
    }
}
