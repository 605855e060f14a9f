package org.sightline.briefing;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.util.Optional;
import java.util.function.Consumer;

/** One thing put on a page. Positions are points from the page's top left corner, y down. */
sealed interface Mark {

    /** Words in one style that its face covers wholly; the text of a PDF can be selected. */
    record Words(String text, double x, double baseline, TextStyle style, Reading reading) implements Mark {
        Words(String text, double x, double baseline, TextStyle style) {
            this(text, x, baseline, style, Reading.FREE);
        }

        double width() {
            return style.width(text);
        }
    }

    /** Words in a script the typefaces lack, as a shape; {@code text} is what a PDF says when it is copied. */
    record Drawn(String text, Shape outline, Color color, Reading reading) implements Mark {}

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
     * @param alternative what it shows, in words; empty for an ornament
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

    /**
     * How words are read, where that is not as they stand.
     *
     * @param tag what they belong to; empty for a paragraph of their own
     * @param line of that tag, from 0
     * @param turn 0 in a line that is read as it stands, from left to right; in one of both directions, the place of its
     *     marks in the order of reading, from 1
     * @param spaced whether a space that ended the line follows them
     */
    record Reading(Optional<Tag> tag, int line, int turn, boolean spaced) {
        static final Reading FREE = new Reading(Optional.empty(), 0, 0, false);

        /** Whether it is read right after that one when it is written right after it. */
        boolean follows(Reading before) {
            boolean sameLine = tag.equals(before.tag) && line == before.line;
            return turn == before.turn && (turn == 0 || sameLine);
        }
    }

    /** The words of a mark, or those that tell what it shows; empty where there are none. */
    static String said(Mark mark) {
        return switch (mark) {
            case Words w -> w.text();
            case Drawn d -> d.text();
            case Drawing d -> d.alternative();
            case Filled f -> "";
            case Lined l -> "";
        };
    }
}
