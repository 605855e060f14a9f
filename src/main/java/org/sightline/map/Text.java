package org.sightline.map;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.GraphicsDevice;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.Optional;

/** Measuring and haloing text. Measures do not depend on the device, so that a map is laid out the same everywhere. */
final class Text {
    private static final FontRenderContext MEASURE = new FontRenderContext(null, true, true);

    private Text() {}

    /** Advance width, pixels of the view. */
    static double width(String text, Font font) {
        return font.getStringBounds(text, MEASURE).getWidth();
    }

    /**
     * Writes with the graphics' colour. On a picture of pixels letters stand where they are measured to stand, and not on
     * the nearest whole pixel, which at these sizes swallows the space between words.
     */
    static void write(Graphics2D g, String text, Font font, float x, float y) {
        if (isOfPixels(g) && text.chars().allMatch(Text::standsAlone)) {
            g.fill(font.createGlyphVector(MEASURE, text).getOutline(x, y));
        } else {
            g.setFont(font);
            g.drawString(text, x, y);
        }
    }

    private static boolean isOfPixels(Graphics2D g) {
        return Optional.ofNullable(g.getDeviceConfiguration()) // a page has none
                .filter(c -> c.getDevice().getType() == GraphicsDevice.TYPE_IMAGE_BUFFER)
                .isPresent();
    }

    /** Latin, Greek and Cyrillic letters and what stands between them, which are neither joined nor combined. */
    private static boolean standsAlone(int c) {
        boolean plain = c < 0x300 || c >= 0x370 && c < 0x590 || c >= 0x1E00 && c < 0x2100;
        return plain && Character.getType(c) != Character.FORMAT;
    }

    /**
     * A soft edge behind letters, so that they stand off from lines they cross.
     *
     * @param width pixels of the view, of a stroke about the letters: half of it stands out
     */
    static void halo(Graphics2D g, String text, Font font, float x, float y, Color colour, double width) {
        GlyphVector letters = font.createGlyphVector(MEASURE, text);
        Path2D halo = new Path2D.Double(Path2D.WIND_NON_ZERO);
        for (int i = 0; i < letters.getNumGlyphs(); i++) {
            Point2D at = letters.getGlyphPosition(i);
            AffineTransform shift = AffineTransform.getTranslateInstance(x + at.getX(), y + at.getY());
            halo.append(LetterHalo.of(letters, i, width / 2).getPathIterator(shift), false);
        }
        g.setColor(colour);
        g.fill(halo);
    }
}
