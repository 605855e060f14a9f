package org.sightline.map;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Draws placed names, with their marks and halos. */
final class LabelPainter {
    private static final double BASELINE = 0.79;

    private final Graphics2D g;
    private final Palette palette;

    LabelPainter(Graphics2D g, MapTheme theme) {
        this.g = g;
        this.palette = Palette.of(theme);
    }

    void paint(List<LabelPlacement.Placed> names) {
        names.stream()
                .map(LabelPlacement.Placed::label)
                .filter(l -> l.mark() > 0)
                .forEach(this::mark);
        names.forEach(this::name);
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
        g.setFont(label.style().font());
        g.setColor(label.style().colour());
        g.drawString(label.text(), left, base);
    }
}
