package org.sightline.map;

import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds where, in a view, the pins of the claims seen there stand. */
final class Anchors {
    private Anchors() {}

    /** Anchors in or just outside a view, in the field's order. */
    static List<PinLayout.Anchor> inView(ClaimField field, MapView view, double headRadius) {
        List<PinLayout.Anchor> anchors = new ArrayList<>();
        Window near = new Window(view, 6 * headRadius, 0.5);
        for (int i = 0; i < field.size(); i++) {
            double x = view.screenX(field.x(i));
            double y = view.screenY(field.y(i));
            boolean inside = x >= 0 && x <= view.width() && y >= 0 && y <= view.height();
            if (!inside && field.shape(i).isPresent()) {
                Optional<Point2D> seen = onSeenPart(field.shape(i).get(), view, headRadius);
                if (seen.isPresent()) {
                    anchors.add(new PinLayout.Anchor(
                            i, seen.get().getX(), seen.get().getY()));
                }
            } else if (near.contains(x, y)) {
                anchors.add(new PinLayout.Anchor(i, x, y));
            }
        }
        return anchors;
    }

    /** The middle of the longest stretch of a route that the view shows; areas keep their own anchor. */
    private static Optional<Point2D> onSeenPart(FlatShape shape, MapView view, double headRadius) {
        Window inner = new Window(view, -2.5 * headRadius, 0.5);
        if (shape.closed() || !shape.meets(inner)) {
            return Optional.empty();
        }
        Path2D path = new Path2D.Double();
        shape.trace(path, inner);
        return Runs.of(path).longest().map(run -> run.at(0.5));
    }
}
