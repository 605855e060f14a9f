package org.sightline.map;

import java.awt.Color;

/**
 * How a layer is painted.
 *
 * @param opacity of the whole, 0 to 1
 * @param stroke lines, edges and points
 * @param fill within areas
 * @param fillOpacity 0 to 1
 * @param size width of lines and radius of points, pixels
 * @param names whether the names of things are written
 * @param nearest smallest N of 1:N at which it is shown; 0 for any
 * @param farthest largest N of 1:N; infinite for any
 * @param attribution who is to be named; empty for nobody
 */
public record LayerLook(
        double opacity,
        Color stroke,
        Color fill,
        double fillOpacity,
        double size,
        boolean names,
        double nearest,
        double farthest,
        String attribution) {

    boolean shownAt(double denominator) {
        return denominator >= nearest && denominator <= farthest;
    }
}
