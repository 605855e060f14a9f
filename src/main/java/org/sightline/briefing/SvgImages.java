package org.sightline.briefing;

import java.awt.image.RenderedImage;
import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.ImageIO;
import org.apache.batik.svggen.ImageHandlerBase64Encoder;
import org.apache.batik.svggen.SVGGraphics2DIOException;

/** Pictures within an SVG, as PNG in the file itself. Stateless. */
final class SvgImages extends ImageHandlerBase64Encoder {

    /** The library's own looks for a writer in a library of its own, for want of which it fails. */
    @Override
    public void encodeImage(RenderedImage image, OutputStream out) throws SVGGraphics2DIOException {
        try {
            if (!ImageIO.write(image, "png", out)) {
                throw new IOException("This Java runtime cannot write PNG.");
            }
        } catch (IOException e) {
            throw new SVGGraphics2DIOException(e.getMessage(), e);
        }
    }
}
