package org.sightline.map;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;

/** Measuring and haloing text. Measures do not depend on the device, so that a map is laid out the same everywhere. */
final class Text {
    private static final FontRenderContext MEASURE = new FontRenderContext(null, true, true);

    private Text() {}

    /** Advance width, pixels of the view. */
    static double width(String text, Font font) {
        return font.getStringBounds(text, MEASURE).getWidth();
    }

    /** A soft edge behind letters, so that they stand off from lines they cross. */
    static void halo(Graphics2D g, String text, Font font, float x, float y, Color colour, double width) {
        GlyphVector glyphs = font.createGlyphVector(MEASURE, text);
        g.setColor(colour);
        g.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(glyphs.getOutline(x, y));
    }
}
