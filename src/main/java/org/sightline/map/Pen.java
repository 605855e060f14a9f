package org.sightline.map;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.Optional;
import org.sightline.geo.BaseMap;

/**
 * One way of drawing the features of a layer.
 *
 * @param wanted which features at which scales
 * @param nearest smallest scale denominator, inclusive
 * @param farthest largest scale denominator, exclusive
 */
record Pen(Wanted wanted, double nearest, double farthest, Optional<Color> fill, Color edge, BasicStroke stroke) {

    /** Chooses features. */
    interface Wanted {
        /** @param scale denominator of the map that is drawn */
        boolean test(BaseMap.Feature feature, double scale);
    }

    /** @param width of the edge, pixels of the view */
    static Pen area(Color fill, Color edge, double width, double nearest, double farthest) {
        return new Pen((feature, scale) -> true, nearest, farthest, Optional.of(fill), edge, stroke(width));
    }

    /**
     * @param width pixels of the view
     * @param dashes pixels of a dash, of a gap and so on; none for a whole line
     */
    static Pen line(Color colour, double width, double nearest, double farthest, float... dashes) {
        return new Pen((feature, scale) -> true, nearest, farthest, Optional.empty(), colour, stroke(width, dashes));
    }

    Pen only(Wanted those) {
        return new Pen(those, nearest, farthest, fill, edge, stroke);
    }

    boolean drawsAt(double scaleDenominator) {
        return scaleDenominator >= nearest && scaleDenominator < farthest;
    }

    private static BasicStroke stroke(double width, float... dashes) {
        return new BasicStroke(
                (float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dashes.length == 0 ? null : dashes, 0);
    }
}
