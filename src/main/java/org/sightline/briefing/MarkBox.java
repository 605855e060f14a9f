package org.sightline.briefing;

import java.awt.geom.Rectangle2D;

/** The room that marks take on a page, points from its top left corner, y down. Stateless. */
final class MarkBox {
    private static final double ASCENT = 0.85;
    private static final double DESCENT = 0.25;

    private MarkBox() {}

    static Rectangle2D of(Mark mark) {
        return switch (mark) {
            case Mark.Words w -> words(w);
            case Mark.Drawn d -> d.outline().getBounds2D();
            case Mark.Filled f -> f.shape().getBounds2D();
            case Mark.Lined l -> lined(l);
            case Mark.Drawing d -> new Rectangle2D.Double(d.x(), d.y(), d.width(), d.height());
        };
    }

    private static Rectangle2D words(Mark.Words words) {
        double size = words.style().size();
        return new Rectangle2D.Double(
                words.x(), words.baseline() - ASCENT * size, words.width(), (ASCENT + DESCENT) * size);
    }

    private static Rectangle2D lined(Mark.Lined lined) {
        Rectangle2D box = lined.shape().getBounds2D();
        double half = lined.width() / 2;
        box.setFrame(
                box.getX() - half, box.getY() - half, box.getWidth() + lined.width(), box.getHeight() + lined.width());
        return box;
    }
}
