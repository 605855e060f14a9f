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
    private static final int SAMPLE = 7;
    private static final Status[] STATUSES = Status.values();

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
        shares(disc, counts(cluster.members(), field), cluster.members().size());
        count(disc, cluster.members().size());
    }

    /** One as a legend shows it: of seven claims, nothing said of their statuses. */
    void sample(double x, double y, double r) {
        Ellipse2D disc = new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r);
        g.setColor(palette.paper());
        g.fill(disc);
        shares(disc, Map.of(Status.UNVERIFIED, SAMPLE), SAMPLE);
        count(disc, SAMPLE);
    }

    private void shares(Ellipse2D disc, Map<Status, Integer> counts, int all) {
        double r = disc.getWidth() / 2;
        double from = 90;
        double inset = r * 0.12;
        g.setStroke(new java.awt.BasicStroke(
                (float) (r * 0.24), java.awt.BasicStroke.CAP_BUTT, java.awt.BasicStroke.JOIN_ROUND));
        for (Map.Entry<Status, Integer> share : counts.entrySet()) {
            double extent = -360.0 * share.getValue() / all;
            g.setColor(Palette.tone(share.getKey(), theme).body());
            g.draw(new Arc2D.Double(
                    disc.getX() + inset,
                    disc.getY() + inset,
                    2 * (r - inset),
                    2 * (r - inset),
                    from,
                    extent,
                    Arc2D.OPEN));
            from += extent;
        }
        g.setColor(Palette.translucent(palette.ink(), 0.55));
        g.setStroke(PinPainter.round(0.8));
        g.draw(disc);
    }

    @SuppressWarnings("EnumOrdinal") // numbers within this method
    private static Map<Status, Integer> counts(IntSlice members, ClaimField field) {
        int[] counts = new int[STATUSES.length]; // there may be a million, of which no object is made
        for (int i = 0; i < members.size(); i++) {
            counts[field.status(members.at(i)).ordinal()]++;
        }
        Map<Status, Integer> met = new EnumMap<>(Status.class);
        for (Status status : STATUSES) {
            if (counts[status.ordinal()] > 0) {
                met.put(status, counts[status.ordinal()]);
            }
        }
        return met;
    }

    private void count(Ellipse2D disc, int size) {
        String text = "×" + (size < 10_000 ? Integer.toString(size) : size / 1000 + "k"); // no pin's number has a ×
        double r = disc.getWidth() / 2;
        Font font = Typefaces.NARROW_BOLD.at(r * (text.length() > 4 ? 0.6 : text.length() > 3 ? 0.7 : 0.92));
        g.setFont(font);
        g.setColor(palette.ink());
        float left = (float) (disc.getCenterX() - Text.width(text, font) / 2);
        g.drawString(text, left, (float) (disc.getCenterY() + font.getSize2D() * CAP_HEIGHT / 2));
    }

    private static Ellipse2D disc(PinLayout.Cluster cluster, double r) {
        return new Ellipse2D.Double(cluster.x() - r, cluster.y() - r, 2 * r, 2 * r);
    }
}
