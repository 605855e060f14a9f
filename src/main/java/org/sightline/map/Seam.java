package org.sightline.map;

import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;

/**
 * The antimeridian where it is in sight. Shapes are cut there, and the cut is no coast and no border: it is filled up to
 * but not drawn. Stateless.
 */
final class Seam {
    /** Degrees from 180 within which a vertex lies on the cut. */
    private static final double WIDTH = 0.002;

    private Seam() {}

    /** Whether the cut may be in sight other than as the map's edge. */
    static boolean inSight(MapView view) {
        return view.areas().size() > 1
                || view.extent().getMaxY() == 90
                || view.extent().getMinY() == -90;
    }

    /** The same path without the stretches that run along the cut. */
    static Path2D without(Path2D path, MapView view) {
        Path2D kept = new Path2D.Double();
        double[] at = new double[6];
        double[] lonLat = new double[2];
        double startX = 0;
        double startY = 0;
        double lastX = 0;
        double lastY = 0;
        boolean lastOn = false;
        boolean startOn = false;
        for (PathIterator i = path.getPathIterator(null); !i.isDone(); i.next()) {
            int kind = i.currentSegment(at);
            double x = kind == PathIterator.SEG_CLOSE ? startX : at[0];
            double y = kind == PathIterator.SEG_CLOSE ? startY : at[1];
            boolean on = kind == PathIterator.SEG_CLOSE ? startOn : isOn(x, y, view, lonLat);
            if (kind == PathIterator.SEG_MOVETO) {
                startX = x;
                startY = y;
                startOn = on;
                kept.moveTo(x, y);
            } else if (on && lastOn || x == lastX && y == lastY) {
                kept.moveTo(x, y);
            } else {
                kept.lineTo(x, y);
            }
            lastX = x;
            lastY = y;
            lastOn = on;
        }
        return kept;
    }

    private static boolean isOn(double x, double y, MapView view, double[] lonLat) {
        view.projection().unproject(view.planeX(x), view.planeY(y), lonLat, 0);
        return Math.abs(lonLat[0]) > 180 - WIDTH || Math.abs(lonLat[1]) > 89.4;
    }
}
