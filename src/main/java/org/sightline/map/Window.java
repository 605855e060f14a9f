package org.sightline.map;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;

/**
 * A view's rectangle with a margin, as paths are cut to it.
 *
 * @param margin pixels beyond the view that are still drawn, so that cut edges and thick strokes stay out of sight
 * @param tolerance pixels within which vertices are dropped: half a pixel of the device
 */
record Window(MapView view, double margin, double tolerance) {
    private static final double MARGIN = 24;

    /** A finer device (a page, a screen of high density) keeps more vertices. */
    static Window of(Graphics2D g, MapView view) {
        AffineTransform device = g.getTransform();
        double scale = Math.max(1, Math.sqrt(Math.abs(device.getDeterminant())));
        return new Window(view, MARGIN, 0.5 / scale);
    }

    double left() {
        return -margin;
    }

    double right() {
        return view.width() + margin;
    }

    double top() {
        return -margin;
    }

    double bottom() {
        return view.height() + margin;
    }

    boolean contains(double x, double y) {
        return x >= left() && x <= right() && y >= top() && y <= bottom();
    }
}
