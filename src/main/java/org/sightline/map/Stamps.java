package org.sightline.map;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.util.List;
import java.util.function.Consumer;

/**
 * A page that can hold a drawing once and show it in many places, as forms of a PDF do. A graphics offers it as the
 * rendering hint {@link #KEY}; without it, each drawing is drawn wherever it is wanted.
 */
public interface Stamps {
    /** Whose value is a {@link Stamps}. */
    RenderingHints.Key KEY = new Key();

    /**
     * Shows drawings in places, in the order of the places.
     *
     * @param g whose coordinates the places are in
     * @param drawings each draws itself about (0, 0), within {@code reach} of it
     * @param which the drawing for each place, an index in {@code drawings}
     * @param x units of {@code g}; y likewise
     */
    void stamp(Graphics2D g, List<Consumer<Graphics2D>> drawings, double reach, int[] which, double[] x, double[] y);

    /** The hint. */
    final class Key extends RenderingHints.Key {
        private static final int NUMBER = 0x5167;

        private Key() {
            super(NUMBER);
        }

        @Override
        public boolean isCompatibleValue(Object value) {
            return value instanceof Stamps;
        }
    }
}
