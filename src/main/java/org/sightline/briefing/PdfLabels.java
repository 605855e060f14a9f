package org.sightline.briefing;

import de.rototor.pdfbox.graphics2d.IPdfBoxGraphics2DFontTextDrawer;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.font.TextAttribute;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.text.AttributedCharacterIterator;
import java.text.CharacterIterator;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.util.Matrix;

/**
 * Writes the words of a drawing, such as the names on a map, as text in the PDF's own fonts, spaced as the drawing
 * spaces them. What the fonts lack is left to be drawn as a shape.
 */
final class PdfLabels implements IPdfBoxGraphics2DFontTextDrawer {
    private final PdfFonts fonts;

    PdfLabels(PdfFonts fonts) {
        this.fonts = fonts;
    }

    @Override
    public boolean canDrawText(AttributedCharacterIterator text, IFontTextDrawerEnv env) {
        Font font = fontOf(text, env);
        boolean oneRun = text.getRunLimit(TextAttribute.FONT) == text.getEndIndex();
        return oneRun
                && !font.isTransformed()
                && Face.of(font)
                        .filter(face -> said(text).codePoints().allMatch(face::covers))
                        .isPresent();
    }

    @Override
    public void drawText(AttributedCharacterIterator text, IFontTextDrawerEnv env) throws IOException {
        Font font = fontOf(text, env);
        Optional<Face> face = Face.of(font);
        if (face.isEmpty()) {
            throw new IOException("The typeface " + font.getFontName() + " is not one of a briefing's.");
        }
        String words = said(text);
        float size = font.getSize2D();
        env.applyPaint(
                env.getPaint(), new Rectangle2D.Double(0, -size, face.get().width(words, size), 1.3 * size));
        PDPageContentStream content = env.getContentStream();
        // spaced letters are taken for words of one letter unless they say what they are together
        PdfPage.beginReplaced(content, words);
        content.beginText();
        content.setFont(fonts.of(face.get()), size);
        content.setCharacterSpacing((float) (tracking(font) * size));
        // drawings count downwards, letters stand upwards
        content.setTextMatrix(new Matrix(1, 0, 0, -1, 0, 0));
        content.showText(words);
        content.endText();
        content.endMarkedContent();
    }

    @Override
    public FontMetrics getFontMetrics(Font font, IFontTextDrawerEnv env) {
        return env.getCalculationGraphics().getFontMetrics(font);
    }

    private static double tracking(Font font) {
        return font.getAttributes().get(TextAttribute.TRACKING) instanceof Number n ? n.doubleValue() : 0;
    }

    private static Font fontOf(AttributedCharacterIterator text, IFontTextDrawerEnv env) {
        return text.getAttribute(TextAttribute.FONT) instanceof Font font ? font : env.getFont();
    }

    private static String said(AttributedCharacterIterator text) {
        StringBuilder words = new StringBuilder();
        for (char c = text.first(); c != CharacterIterator.DONE; c = text.next()) {
            words.append(c);
        }
        text.first();
        return words.toString();
    }
}
