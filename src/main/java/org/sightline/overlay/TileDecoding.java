package org.sightline.overlay;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.sightline.DomainException;

/** Makes a picture of a map tile's bytes, after a look at how large it says that it is. Stateless. */
final class TileDecoding {
    private TileDecoding() {}

    /** @throws DomainException when it is no picture that can be read, or too large for a tile */
    static BufferedImage decode(byte[] bytes, String what) {
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                boolean webp = bytes.length > 12 && bytes[8] == 'W' && bytes[9] == 'E' && bytes[10] == 'B';
                throw new DomainException("The picture of " + what + " is " + (webp ? "WebP" : "of a form")
                        + " that is not read; use tiles in PNG or JPEG.");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                if (reader.getWidth(0) > Budget.TILE_SIDE || reader.getHeight(0) > Budget.TILE_SIDE) {
                    throw new DomainException("The picture of " + what + " is too large for a tile ("
                            + reader.getWidth(0) + " by " + reader.getHeight(0) + " pixels).");
                }
                return argb(reader.read(0));
            } finally {
                reader.dispose();
            }
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException | NegativeArraySizeException e) {
            throw new DomainException("The picture of " + what + " is damaged.", e);
        }
    }

    static BufferedImage argb(BufferedImage picture) {
        if (picture.getType() == BufferedImage.TYPE_INT_ARGB_PRE) {
            return picture;
        }
        BufferedImage copy =
                new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D g = copy.createGraphics();
        g.drawImage(picture, 0, 0, null);
        g.dispose();
        return copy;
    }
}
