package org.sightline.map;

import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.Stream;

/**
 * A name that would like to stand on the map.
 *
 * @param x pixels of what it names
 * @param mark radius of the symbol it stands beside, pixels; 0 for a name that stands on its place
 * @param spots where it may stand, best first
 * @param marked whether the symbol is drawn with it
 */
record Label(String text, Style style, double x, double y, double mark, List<Spot> spots, boolean marked) {
    Label(String text, Style style, double x, double y, double mark, List<Spot> spots) {
        this(text, style, x, y, mark, spots, mark > 0);
    }

    /** How a name is written. */
    record Style(Font font, Color colour, Color halo, double haloWidth) {}

    /** Where a name stands with regard to what it names: shares of its width and height. */
    enum Spot {
        CENTRE(-0.5, 0, 0, 0),
        ABOVE_CENTRE(-0.5, -1.2, 0, 0),
        BELOW_CENTRE(-0.5, 1.2, 0, 0),
        WELL_ABOVE_CENTRE(-0.5, -2.8, 0, 0),
        WELL_BELOW_CENTRE(-0.5, 2.8, 0, 0),
        FAR_BELOW_CENTRE(-0.5, 4.6, 0, 0),
        LEFT_OF_CENTRE(-1.3, 1.4, 0, 0),
        RIGHT_OF_CENTRE(0.3, 1.4, 0, 0),
        RIGHT(0, 0, 1, 0),
        LEFT(-1, 0, -1, 0),
        UPPER_RIGHT(0, -0.55, 0.75, -0.5),
        LOWER_RIGHT(0, 0.55, 0.75, 0.5),
        UPPER_LEFT(-1, -0.55, -0.75, -0.5),
        LOWER_LEFT(-1, 0.55, -0.75, 0.5),
        ABOVE(-0.5, -0.6, 0, -1),
        BELOW(-0.5, 0.6, 0, 1),
        FAR_BELOW(-0.5, 0.6, 0, 3.4),
        FARTHER_BELOW(-0.5, 0.6, 0, 8),
        FAR_RIGHT(0, 0, 9.5, 0),
        FAR_LEFT(-1, 0, -9.5, 0),
        FAR_ABOVE(-0.5, -0.6, 0, -9);

        private final double across;
        private final double down;
        private final double gapAcross;
        private final double gapDown;

        Spot(double across, double down, double gapAcross, double gapDown) {
            this.across = across;
            this.down = down;
            this.gapAcross = gapAcross;
            this.gapDown = gapDown;
        }
    }

    static final List<Spot> BESIDE = List.of(
            Spot.RIGHT,
            Spot.LEFT,
            Spot.UPPER_RIGHT,
            Spot.LOWER_RIGHT,
            Spot.UPPER_LEFT,
            Spot.LOWER_LEFT,
            Spot.BELOW,
            Spot.ABOVE);

    static final List<Spot> BESIDE_PINS = Stream.concat(
                    BESIDE.stream(),
                    Stream.of(Spot.FAR_BELOW, Spot.FARTHER_BELOW, Spot.FAR_RIGHT, Spot.FAR_LEFT, Spot.FAR_ABOVE))
            .toList();

    static final List<Spot> UPON = List.of(Spot.CENTRE, Spot.ABOVE_CENTRE, Spot.BELOW_CENTRE);

    /** For large areas, whose name may move about in them. */
    static final List<Spot> WITHIN = Stream.concat(
                    UPON.stream(),
                    Stream.of(
                            Spot.WELL_BELOW_CENTRE,
                            Spot.WELL_ABOVE_CENTRE,
                            Spot.LEFT_OF_CENTRE,
                            Spot.RIGHT_OF_CENTRE,
                            Spot.FAR_BELOW_CENTRE))
            .toList();

    /** Share of the type size that a line of text is taken to be high. */
    private static final double HEIGHT = 1.02;

    private static final double GAP = 3.2;

    /** The box it would fill at a spot. */
    Rectangle2D box(Spot spot) {
        double width = Text.width(text, style.font());
        double height = style.font().getSize2D() * HEIGHT;
        double gap = mark > 0 ? mark + GAP : 0;
        double left = x + width * spot.across + gap * spot.gapAcross;
        double middle = y + height * spot.down + gap * spot.gapDown;
        return new Rectangle2D.Double(left, middle - height / 2, width, height);
    }
}
