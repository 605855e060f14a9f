package org.sightline.map;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.RoundRectangle2D;
import org.sightline.claim.Modality;

/**
 * Draws the head of a military symbol: frame, icon, and below them the claim's number on a plate. A frame is dashed when
 * what is claimed is planned or predicted, struck through when it is denied.
 */
final class SymbolPainter {
    /** Around the black lines, on dark ground too: broken frames could not be told from whole ones there. */
    private static final Color HALO = Color.WHITE;

    private static final double CAP_HEIGHT = 0.698;
    private static final double PLATE_TOP = 0.68;
    private static final double RAISED = 0.16;

    private final Graphics2D g;
    private final MapTheme theme;
    private final double radius;

    SymbolPainter(Graphics2D g, MapTheme theme, double radius) {
        this.g = g;
        this.theme = theme;
        this.radius = radius;
    }

    /** Where the frame lies that stands at (x, y). */
    Shape frame(MilitarySymbol symbol, double x, double y) {
        return at(x, y).createTransformedShape(symbol.affiliation().frame());
    }

    void paint(MilitarySymbol symbol, PinPainter.Face face, double x, double y) {
        boolean numbered = !face.number().isBlank();
        frame(symbol, face, x, y);
        icon(symbol, face, x, numbered ? y - radius * RAISED : y);
        if (face.modality() == Modality.DENIED) {
            double reach = radius * 1.15;
            Line2D struck = new Line2D.Double(x - reach, y + reach, x + reach, y - reach);
            g.setColor(HALO);
            g.setStroke(PinPainter.round(radius * 0.34));
            g.draw(struck);
            g.setColor(Color.BLACK);
            g.setStroke(PinPainter.round(radius * 0.17));
            g.draw(struck);
        }
        if (numbered) {
            plate(face.number(), x, y);
        }
    }

    /** The frame alone, filled. */
    void frame(MilitarySymbol symbol, PinPainter.Face face, double x, double y) {
        Shape frame = frame(symbol, x, y);
        g.setColor(HALO);
        g.setStroke(PinPainter.round(radius * 0.34));
        g.draw(frame);
        g.setColor(symbol.affiliation().fill(theme));
        g.fill(frame);
        g.setColor(Color.BLACK);
        g.setStroke(dashed(face.modality()) ? dashes() : PinPainter.round(radius * 0.14));
        g.draw(frame);
    }

    private static boolean dashed(Modality modality) {
        return modality == Modality.PLANNED || modality == Modality.PREDICTED;
    }

    private void icon(MilitarySymbol symbol, PinPainter.Face face, double x, double y) {
        Shape shape = symbol.icon()
                .map(SymbolIcon::shape)
                .orElse(PinShape.of(face.category()).symbol());
        boolean filled = symbol.icon().map(SymbolIcon::filled).orElse(true);
        Shape placed = at(x, y).createTransformedShape(shape);
        g.setColor(Color.BLACK);
        if (filled) {
            g.fill(placed);
        } else {
            g.setStroke(PinPainter.round(radius * 0.13));
            g.draw(placed);
        }
    }

    private void plate(String number, double x, double y) {
        Font font = Typefaces.NARROW_BOLD.at(radius * 0.92);
        double width = Text.width(number, font) + radius * 0.4;
        double top = y + radius * PLATE_TOP;
        double height = radius * 0.86;
        Palette palette = Palette.of(theme);
        RoundRectangle2D plate =
                new RoundRectangle2D.Double(x - width / 2, top, width, height, radius * 0.3, radius * 0.3);
        g.setColor(palette.paper());
        g.fill(plate);
        g.setColor(palette.ink());
        g.setStroke(PinPainter.round(radius * 0.07));
        g.draw(plate);
        g.setFont(font);
        float base = (float) (top + height / 2 + font.getSize2D() * CAP_HEIGHT / 2);
        g.drawString(number, (float) (x - width / 2 + radius * 0.2), base);
    }

    private AffineTransform at(double x, double y) {
        return new AffineTransform(radius, 0, 0, radius, x, y);
    }

    private BasicStroke dashes() {
        float[] dashes = {(float) (radius * 0.4), (float) (radius * 0.28)};
        return new BasicStroke((float) (radius * 0.17), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dashes, 0);
    }
}
