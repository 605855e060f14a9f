package org.sightline.map;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.util.EnumMap;
import java.util.Map;
import org.sightline.claim.Status;

/** Draws a cluster: a paper disc with the count, and a ring that shows the share of each status. */
final class ClusterPainter {
    private static final double CAP_HEIGHT = 0.698;

    private final Graphics2D g;
    private final MapTheme theme;
    private final Palette palette;

    ClusterPainter(Graphics2D g, MapTheme theme) {
        this.g = g;
        this.theme = theme;
        this.palette = Palette.of(theme);
    }

    void paint(PinLayout.Cluster cluster, ClaimField field, PinPainter.Emphasis emphasis) {
        double r = cluster.radius();
        Ellipse2D disc = disc(cluster, r);
        if (emphasis != PinPainter.Emphasis.NONE) {
            g.setColor(Palette.translucent(palette.accent(), 0.3));
            g.fill(disc(cluster, r + 7));
            g.setColor(palette.ink());
            g.fill(disc(cluster, r + 4));
        }
        g.setColor(palette.paper());
        g.fill(disc(cluster, r + 1.6));
        g.setColor(palette.paper());
        g.fill(disc);
        shares(cluster, field, r);
        count(cluster);
    }

    private void shares(PinLayout.Cluster cluster, ClaimField field, double r) {
        Map<Status, Integer> counts = new EnumMap<>(Status.class);
        for (int i = 0; i < cluster.members().size(); i++) {
            counts.merge(field.status(cluster.members().at(i)), 1, Integer::sum);
        }
        double from = 90;
        double inset = r * 0.12;
        g.setStroke(new java.awt.BasicStroke(
                (float) (r * 0.24), java.awt.BasicStroke.CAP_BUTT, java.awt.BasicStroke.JOIN_ROUND));
        for (Map.Entry<Status, Integer> share : counts.entrySet()) {
            double extent = -360.0 * share.getValue() / cluster.members().size();
            g.setColor(Palette.tone(share.getKey(), theme).body());
            g.draw(new Arc2D.Double(
                    cluster.x() - r + inset,
                    cluster.y() - r + inset,
                    2 * (r - inset),
                    2 * (r - inset),
                    from,
                    extent,
                    Arc2D.OPEN));
            from += extent;
        }
        g.setColor(Palette.translucent(palette.ink(), 0.55));
        g.setStroke(PinPainter.round(0.8));
        g.draw(disc(cluster, r));
    }

    private void count(PinLayout.Cluster cluster) {
        int size = cluster.members().size();
        String text = "×" + (size < 10_000 ? Integer.toString(size) : size / 1000 + "k"); // no pin's number has a ×
        Font font =
                Typefaces.NARROW_BOLD.at(cluster.radius() * (text.length() > 4 ? 0.6 : text.length() > 3 ? 0.7 : 0.92));
        g.setFont(font);
        g.setColor(palette.ink());
        float left = (float) (cluster.x() - Text.width(text, font) / 2);
        g.drawString(text, left, (float) (cluster.y() + font.getSize2D() * CAP_HEIGHT / 2));
    }

    private static Ellipse2D disc(PinLayout.Cluster cluster, double r) {
        return new Ellipse2D.Double(cluster.x() - r, cluster.y() - r, 2 * r, 2 * r);
    }
}
