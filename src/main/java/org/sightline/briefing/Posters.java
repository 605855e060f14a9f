package org.sightline.briefing;

import java.awt.Color;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Brings pages to the size of their paper, and cuts posters into sheets with marks to trim them by. Stateless. */
final class Posters {
    private static final double MARK = 12;
    private static final double OFF = 3;

    private Posters() {}

    /** The page as it is on paper of its own size. */
    static Page scaled(Page page, Sheet sheet) {
        double zoom = sheet.zoom();
        if (zoom == 1) {
            return page;
        }
        Rectangle2D window = new Rectangle2D.Double(0, 0, sheet.width() * zoom, sheet.height() * zoom);
        return page.through(window, 0, 0, zoom, box -> true, true);
    }

    /** The sheets of a poster, row by row. */
    static List<Page> sheets(Page page, Sheet sheet, Design design, Ink ink) {
        List<Page> sheets = new ArrayList<>();
        Tiles tiles = design.tiles();
        double pt = PaperSize.POINTS_PER_MM;
        double margin = Tiles.MARGIN_MM * pt;
        double overlap = tiles.overlapMm() * pt;
        Rectangle2D window = new Rectangle2D.Double(
                margin, margin, design.sheetWidthMm() * pt - 2 * margin, design.sheetHeightMm() * pt - 2 * margin);
        for (int row = 0; row < tiles.rows(); row++) {
            for (int column = 0; column < tiles.columns(); column++) {
                double left = column == 0 ? -1e6 : window.getMinX() + overlap;
                double top = row == 0 ? -1e6 : window.getMinY() + overlap;
                double right = column == tiles.columns() - 1 ? 1e6 : window.getMaxX();
                double bottom = row == tiles.rows() - 1 ? 1e6 : window.getMaxY();
                // what two sheets share is read on the first
                Page.Share own = box -> box.getCenterX() >= left
                        && box.getCenterX() < right
                        && box.getCenterY() >= top
                        && box.getCenterY() < bottom;
                double dx = margin - column * (window.getWidth() - overlap);
                double dy = margin - row * (window.getHeight() - overlap);
                Page part = page.through(window, dx, dy, sheet.zoom(), own, row + column == 0);
                part.in(Tag.RUNNING, () -> crop(part, window, ink));
                String words = Phrases.of(
                        "tile",
                        row + 1,
                        column + 1,
                        tiles.rows(),
                        tiles.columns(),
                        PaperSize.millimetres(tiles.overlapMm()));
                part.in(
                        Tag.RUNNING,
                        () -> part.line(
                                words,
                                ink.small(),
                                margin + 18,
                                window.getMaxY() + margin * 0.62,
                                window.getWidth() - 36));
                sheets.add(part);
            }
        }
        return sheets;
    }

    /** Where to trim: two short lines at each corner. */
    private static void crop(Page page, Rectangle2D window, Ink ink) {
        Color color = ink.text();
        for (double x : new double[] {window.getMinX(), window.getMaxX()}) {
            for (double y : new double[] {window.getMinY(), window.getMaxY()}) {
                double outX = x == window.getMinX() ? -1 : 1;
                double outY = y == window.getMinY() ? -1 : 1;
                page.add(new Mark.Lined(new Line2D.Double(x + outX * OFF, y, x + outX * (OFF + MARK), y), color, 0.4));
                page.add(new Mark.Lined(new Line2D.Double(x, y + outY * OFF, x, y + outY * (OFF + MARK)), color, 0.4));
            }
        }
    }
}
