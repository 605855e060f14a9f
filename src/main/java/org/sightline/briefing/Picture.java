package org.sightline.briefing;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** A page as pixels. Stateless. */
final class Picture {
    /** Level 3 of deflate's 9, the last of the fast ones; the writer's own is 4. */
    private static final float QUICK = 0.66f;

    private static final double METRES_PER_INCH = 0.0254;

    private Picture() {}

    static BufferedImage of(Page page, double width, double height, double pixelsPerPoint) {
        BufferedImage image = new BufferedImage(
                (int) Math.round(width * pixelsPerPoint),
                (int) Math.round(height * pixelsPerPoint),
                BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, image.getWidth(), image.getHeight());
        g.scale(pixelsPerPoint, pixelsPerPoint);
        PagePainter.paint(g, page);
        g.dispose();
        return image;
    }

    /** As PNG that knows its size on paper (pHYs). */
    static void writePng(BufferedImage image, int dpi, OutputStream out) throws IOException {
        ImageWriter writer = pngWriter();
        ImageWriteParam how = writer.getDefaultWriteParam();
        how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        how.setCompressionQuality(QUICK);
        IIOMetadata facts = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), how);
        setResolution(facts, dpi);
        try (ImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, facts), how);
        } finally {
            writer.dispose();
        }
    }

    static ImageWriter pngWriter() {
        return ImageIO.getImageWritersByFormatName("png").next();
    }

    private static void setResolution(IIOMetadata facts, int dpi) throws IIOInvalidTreeException {
        String perMetre = String.format(Locale.ROOT, "%d", Math.round(dpi / METRES_PER_INCH));
        IIOMetadataNode size = new IIOMetadataNode("pHYs");
        size.setAttribute("pixelsPerUnitXAxis", perMetre);
        size.setAttribute("pixelsPerUnitYAxis", perMetre);
        size.setAttribute("unitSpecifier", "meter");
        IIOMetadataNode root = new IIOMetadataNode("javax_imageio_png_1.0");
        root.appendChild(size);
        facts.mergeTree("javax_imageio_png_1.0", root);
    }
}
