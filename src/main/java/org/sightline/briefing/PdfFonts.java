package org.sightline.briefing;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2DFontTextDrawer;
import java.awt.Font;
import java.io.IOException;
import java.io.InputStream;
import java.text.AttributedCharacterIterator;
import java.text.CharacterIterator;
import java.util.EnumMap;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;

/** The typefaces of one PDF, each embedded once, with only the characters that are used. */
final class PdfFonts {
    private final PDDocument document;
    private final Map<Face, PDFont> fonts = new EnumMap<>(Face.class);

    PdfFonts(PDDocument document) {
        this.document = document;
    }

    PDFont of(Face face) throws IOException {
        PDFont known = fonts.get(face);
        if (known != null) {
            return known;
        }
        try (InputStream in = face.open()) {
            PDFont font = PDType0Font.load(document, in, true);
            fonts.put(face, font);
            return font;
        }
    }

    /** Draws the text of a drawing in these fonts; what they lack is drawn as a shape. */
    PdfBoxGraphics2DFontTextDrawer drawer() {
        return new PdfBoxGraphics2DFontTextDrawer() {
            @Override
            protected @Nullable PDFont mapFont(Font font, IFontTextDrawerEnv env) throws IOException {
                Face face = Face.of(font).orElse(null);
                return face == null ? null : of(face);
            }

            @Override
            public boolean canDrawText(AttributedCharacterIterator text, IFontTextDrawerEnv env) {
                return Face.of(env.getFont()).map(face -> covers(face, text)).orElse(false);
            }
        };
    }

    private static boolean covers(Face face, AttributedCharacterIterator text) {
        boolean covered = true;
        for (char c = text.first(); c != CharacterIterator.DONE; c = text.next()) {
            covered &= face.covers(c);
        }
        text.first();
        return covered;
    }
}
