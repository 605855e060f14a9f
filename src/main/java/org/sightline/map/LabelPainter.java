package org.sightline.map;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Draws placed names, with their marks and halos. */
final class LabelPainter {
    private static final double BASELINE = 0.79;

    /** From so many radii of its mark on a name is far. */
    private static final double FAR_MARKS = 4.5;

    private final Graphics2D g;
    private final Palette palette;

    LabelPainter(Graphics2D g, MapTheme theme) {
        this.g = g;
        this.palette = Palette.of(theme);
    }

    void paint(List<LabelPlacement.Placed> names) {
        names.forEach(this::leader);
        names.stream().map(LabelPlacement.Placed::label).filter(Label::marked).forEach(this::mark);
        names.forEach(this::name);
    }

    /** A name that had to go far from its town, because pins stand there, is tied to it. */
    private void leader(LabelPlacement.Placed placed) {
        Label label = placed.label();
        Rectangle2D box = placed.box();
        double x = Math.clamp(label.x(), box.getMinX(), box.getMaxX());
        double y = Math.clamp(label.y(), box.getMinY() + box.getHeight() / 4, box.getMaxY() - box.getHeight() / 4);
        if (label.mark() == 0 || Math.hypot(label.x() - x, label.y() - y) < FAR_MARKS * label.mark()) {
            return;
        }
        Line2D line = new Line2D.Double(x, y, label.x(), label.y());
        g.setColor(palette.halo());
        g.setStroke(new BasicStroke(2.6f));
        g.draw(line);
        g.setColor(palette.townMark());
        g.setStroke(new BasicStroke(0.8f));
        g.draw(line);
    }

    private void mark(Label label) {
        g.setColor(palette.halo());
        g.setStroke(new BasicStroke(2));
        g.draw(disc(label, label.mark()));
        boolean large = label.mark() >= 3;
        g.setColor(large ? palette.townMark() : palette.paper());
        g.fill(disc(label, label.mark()));
        g.setColor(palette.townMark());
        g.setStroke(new BasicStroke(1));
        g.draw(disc(label, label.mark()));
        if (label.mark() >= 3.5) {
            g.setColor(palette.paper());
            g.fill(disc(label, label.mark() * 0.42));
        }
    }

    private static Ellipse2D disc(Label label, double radius) {
        return new Ellipse2D.Double(label.x() - radius, label.y() - radius, 2 * radius, 2 * radius);
    }

    private void name(LabelPlacement.Placed placed) {
        Label label = placed.label();
        Rectangle2D box = placed.box();
        float left = (float) box.getX();
        float base = (float) (box.getY() + box.getHeight() * BASELINE);
        Text.halo(
                g,
                label.text(),
                label.style().font(),
                left,
                base,
                label.style().halo(),
                label.style().haloWidth());
        g.setColor(label.style().colour());
        Text.write(g, label.text(), label.style().font(), left, base);
    }
}
