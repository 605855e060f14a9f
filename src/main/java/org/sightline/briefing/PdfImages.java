package org.sightline.briefing;

import de.rototor.pdfbox.graphics2d.IPdfBoxGraphics2DImageEncoder;
import de.rototor.pdfbox.graphics2d.IPdfBoxGraphics2DImageEncoder.IPdfBoxGraphics2DImageEncoderEnv.ImageInterpolation;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2DLosslessImageEncoder;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/**
 * Writes the pixels of a drawing without loss. PDF/A forbids a file to ask its viewer for smooth pixels (ISO 19005-2,
 * 6.2.8), so a coarse image that is to look smooth is made finer here.
 */
final class PdfImages implements IPdfBoxGraphics2DImageEncoder {
    /** Longer images have enough pixels of their own. */
    private static final int COARSE = 500;

    private static final int FINER = 4;

    private final IPdfBoxGraphics2DImageEncoder lossless = new PdfBoxGraphics2DLosslessImageEncoder();

    @Override
    public PDImageXObject encodeImage(
            PDDocument document,
            PDPageContentStream content,
            Image image,
            IPdfBoxGraphics2DImageEncoderEnv environment) {
        boolean smooth = environment.getImageInterpolation() == ImageInterpolation.Interpolate;
        Image pixels = smooth && image instanceof BufferedImage coarse && isCoarse(coarse) ? finer(coarse) : image;
        return lossless.encodeImage(document, content, pixels, () -> ImageInterpolation.NearestNeigbor);
    }

    private static boolean isCoarse(BufferedImage image) {
        return Math.max(image.getWidth(), image.getHeight()) <= COARSE;
    }

    private static BufferedImage finer(BufferedImage coarse) {
        BufferedImage finer =
                new BufferedImage(coarse.getWidth() * FINER, coarse.getHeight() * FINER, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = finer.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.drawImage(coarse, 0, 0, finer.getWidth(), finer.getHeight(), null);
        g.dispose();
        return finer;
    }
}
