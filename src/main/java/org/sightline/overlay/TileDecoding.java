package org.sightline.overlay;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.sightline.DomainException;

/** Makes a picture of a map tile's bytes, after a look at how large it says that it is. Stateless. */
final class TileDecoding {
    /** Decoders read ahead, so that even a whole picture would seem to end too early. */
    private static final int READ_AHEAD = 64;

    /** Of reads past the end; some decoders go on, pixel by pixel, with nothing to decode. */
    private static final int MOST_PAST_END = 1_000;

    private TileDecoding() {}

    /** Ends the patience of a decoder that reads on and on past the end. */
    private static final class Bytes extends MemoryCacheImageInputStream {
        private int past;

        Bytes(byte[] bytes) {
            super(new ByteArrayInputStream(Arrays.copyOf(bytes, bytes.length + READ_AHEAD)));
        }

        @Override
        public int read() throws IOException {
            return counted(super.read());
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            return counted(super.read(into, from, length));
        }

        private int counted(int read) {
            if (read < 0 && ++past > MOST_PAST_END) {
                throw new IllegalStateException("Read past the end " + past + " times.");
            }
            return read;
        }
    }

    /** @throws DomainException when it is no picture that can be read, or too large for a tile */
    static BufferedImage decode(byte[] bytes, String what) {
        try (ImageInputStream in = new Bytes(bytes)) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new DomainException(
                        "The picture of " + what + " is of a form that is not read; use tiles in PNG, JPEG or WebP.");
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
        } catch (DomainException e) {
            throw e;
        } catch (IOException | RuntimeException e) { // decoders meet damage in many ways
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
