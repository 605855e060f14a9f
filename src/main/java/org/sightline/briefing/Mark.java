package org.sightline.briefing;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.util.function.Consumer;

/** One thing put on a page. Positions are points from the page's top left corner, y down. */
sealed interface Mark {

    /** Words in one style that its face covers wholly; the text of a PDF can be selected. */
    record Words(String text, double x, double baseline, TextStyle style) implements Mark {
        double width() {
            return style.width(text);
        }
    }

    /** Words in a script the typefaces lack, as a shape; {@code text} is what a PDF says when it is copied. */
    record Drawn(String text, Shape outline, Color color) implements Mark {}

    record Filled(Shape shape, Color color) implements Mark {}

    /** @param dash lengths on and off; empty for a solid line */
    record Lined(Shape shape, Color color, double width, float[] dash) implements Mark {
        Lined(Shape shape, Color color, double width) {
            this(shape, color, width, new float[0]);
        }
    }

    /**
     * A drawing that paints itself, such as the map, into its own box.
     *
     * @param scale points for each unit of the drawing
     * @param width points
     * @param height points
     * @param alternative what it shows, in words
     */
    record Drawing(
            double x,
            double y,
            double width,
            double height,
            double scale,
            Consumer<Graphics2D> painter,
            String alternative)
            implements Mark {}
}
