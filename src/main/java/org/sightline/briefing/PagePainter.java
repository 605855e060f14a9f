package org.sightline.briefing;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;

/** Paints a page on any graphics, one unit a point. Stateless. */
final class PagePainter {
    private PagePainter() {}

    static void paint(Graphics2D g, Page page) {
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        int placed = page.placing().map(Page.Placing::marks).orElse(0);
        page.placing().ifPresent(placing -> {
            Graphics2D inner = (Graphics2D) g.create();
            inner.clip(placing.window());
            inner.translate(placing.dx(), placing.dy());
            inner.scale(placing.scale(), placing.scale());
            page.marks().subList(0, placed).forEach(mark -> paint(inner, mark));
            inner.dispose();
        });
        page.marks().subList(placed, page.marks().size()).forEach(mark -> paint(g, mark));
    }

    private static void paint(Graphics2D g, Mark mark) {
        switch (mark) {
            case Mark.Words w -> {
                g.setColor(w.style().color());
                g.drawGlyphVector(
                        w.style().face().font(w.style().size()).createGlyphVector(Face.EXACT, w.text()),
                        (float) w.x(),
                        (float) w.baseline());
            }
            case Mark.Drawn d -> {
                g.setColor(d.color());
                g.fill(d.outline());
            }
            case Mark.Filled f -> {
                g.setColor(f.color());
                g.fill(f.shape());
            }
            case Mark.Lined l -> {
                g.setColor(l.color());
                g.setStroke(stroke(l));
                g.draw(l.shape());
            }
            case Mark.Drawing d -> paintDrawing(g, d);
        }
    }

    private static void paintDrawing(Graphics2D g, Mark.Drawing drawing) {
        Graphics2D inner = (Graphics2D) g.create();
        inner.clip(new Rectangle2D.Double(drawing.x(), drawing.y(), drawing.width(), drawing.height()));
        inner.transform(AffineTransform.getTranslateInstance(drawing.x(), drawing.y()));
        inner.scale(drawing.scale(), drawing.scale());
        drawing.painter().accept(inner);
        inner.dispose();
    }

    private static BasicStroke stroke(Mark.Lined line) {
        return line.dash().length == 0
                ? new BasicStroke((float) line.width(), BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER)
                : new BasicStroke(
                        (float) line.width(), BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, line.dash(), 0);
    }
}
