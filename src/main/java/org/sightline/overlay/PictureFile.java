package org.sightline.overlay;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;
import org.sightline.DomainException;

/**
 * The pixels of a picture, read in parts and at the resolution that is looked at, from the overviews where it has some.
 * Sizes are looked at before anything is decoded. One thread at a time.
 */
final class PictureFile implements AutoCloseable {
    private static final int MOST_IMAGES = 32;

    /** Pixels of the longer side of what is decoded to see whether it can be. */
    private static final int PROOF = 256;

    private final OverlayQuestion question;
    private final ImageInputStream in;
    private final ImageReader reader;
    private final boolean tiff;
    private final List<Overview> overviews = new ArrayList<>();
    private final Samples samples;
    private @Nullable Rectangle lastPart;
    private int lastStep;
    private String warned = "";
    private @Nullable BufferedImage last;

    /** One resolution of the picture. */
    private record Overview(int index, int width, int height) {}

    private PictureFile(OverlayQuestion question, ImageInputStream in, ImageReader reader) throws IOException {
        this.question = question;
        this.in = in;
        this.reader = reader;
        this.tiff = reader.getFormatName().toLowerCase(Locale.ROOT).startsWith("tif");
        if (tiff) {
            TiffDirectories.check(question, in);
        }
        reader.addIIOReadWarningListener((source, warning) -> warned = warning);
        reader.setInput(in, false, !tiff);
        overviews.add(sound(new Overview(0, reader.getWidth(0), reader.getHeight(0))));
        this.samples = tiff ? Samples.of(reader.getImageMetadata(0)) : Samples.PLAIN;
        if (tiff) {
            findOverviews();
        }
    }

    /** @throws DomainException when it is no picture, or one of a size that cannot be read in parts */
    static PictureFile open(OverlayQuestion question) {
        ImageInputStream in;
        try {
            in = new FileImageInputStream(question.file().toFile());
        } catch (IOException e) {
            throw question.unreadable(e);
        }
        try {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw question.damaged("is no picture that can be read; save it as GeoTIFF, PNG or JPEG.");
            }
            return new PictureFile(question, in, readers.next());
        } catch (DomainException e) {
            close(in);
            throw e;
        } catch (IOException | RuntimeException e) { // decoders meet hostile headers with whatever comes
            close(in);
            throw broken(question, e);
        }
    }

    private static DomainException broken(OverlayQuestion question, Exception e) {
        String why = String.valueOf(e.getMessage());
        if (why.toLowerCase(Locale.ROOT).contains("compression")) {
            return question.damaged(
                    "is compressed in a way that is not read; save it again with deflate compression.", e);
        }
        return question.damaged("is a picture that ends too early, is damaged, or is of a kind that is not read.", e);
    }

    private static void close(ImageInputStream in) {
        try {
            in.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Overview sound(Overview image) throws IOException {
        long pixels = (long) image.width() * image.height();
        if (image.width() <= 0 || image.height() <= 0) {
            throw question.damaged("has a picture without size; it is damaged.");
        }
        if (!tiff && pixels > Budget.PICTURE_PIXELS) {
            throw question.damaged(String.format(
                    Locale.ENGLISH,
                    "says that it has %,d by %,d pixels, too many to be read from its beginning; save it as a tiled"
                            + " GeoTIFF with overviews.",
                    image.width(),
                    image.height()));
        }
        if (tiff) {
            long block = (long) reader.getTileWidth(image.index()) * reader.getTileHeight(image.index());
            if (block > Budget.BLOCK / pixelBytes(image.index())) {
                throw question.damaged(String.format(
                        Locale.ENGLISH,
                        "says that it has %,d by %,d pixels in pieces too large to be read one by one; save it as a"
                                + " tiled GeoTIFF.",
                        image.width(),
                        image.height()));
            }
        }
        return image;
    }

    /** What a pixel takes while it is decoded. */
    private long pixelBytes(int index) throws IOException {
        ImageTypeSpecifier raw = reader.getRawImageType(index);
        if (raw == null) {
            return 4;
        }
        int bits = raw.getNumBands()
                * DataBuffer.getDataTypeSize(raw.getSampleModel().getDataType());
        return Math.max(4, bits / 8);
    }

    /** Further images of the same shape are overviews, but for masks. */
    private void findOverviews() {
        Overview full = overviews.getFirst();
        for (int i = 1; i < MOST_IMAGES; i++) {
            try {
                Overview next = new Overview(i, reader.getWidth(i), reader.getHeight(i));
                double across = (double) full.width() / next.width();
                double down = (double) full.height() / next.height();
                boolean smaller = next.width() < overviews.getLast().width();
                if (smaller
                        && Math.abs(across - down) < 0.05 * across + 1
                        && !Samples.mask(reader.getImageMetadata(i))) {
                    overviews.add(sound(next));
                }
            } catch (IOException | RuntimeException e) { // there are no more, or what follows is damaged
                return;
            }
        }
    }

    /** What a TIFF says beside its pixels. */
    Optional<IIOMetadata> metadata() {
        try {
            return tiff ? Optional.of(reader.getImageMetadata(0)) : Optional.empty();
        } catch (IOException | RuntimeException e) { // as above
            throw broken(question, e);
        }
    }

    int width() {
        return overviews.getFirst().width();
    }

    int height() {
        return overviews.getFirst().height();
    }

    List<String> notes() {
        return samples.notes();
    }

    /**
     * Reads a little from its beginning to its end, so that it is known before it is looked at whether it can be decoded.
     *
     * @throws DomainException when it cannot
     */
    void prove() {
        if (tiff) {
            read(new Rectangle(0, 0, 1, 1), 1);
            read(new Rectangle(width() - 1, height() - 1, 1, 1), 1);
        } else {
            read(new Rectangle(0, 0, width(), height()), Math.max(1, Math.max(width(), height()) / PROOF));
        }
    }

    /** Every {@code step}th pixel of a part. */
    BufferedImage read(Rectangle part, int step) {
        if (part.equals(lastPart) && step == lastStep && last != null) {
            return last;
        }
        try {
            BufferedImage read = decode(part, step);
            lastPart = new Rectangle(part);
            lastStep = step;
            last = read;
            return read;
        } catch (IIOException | IndexOutOfBoundsException e) {
            throw broken(question, e);
        } catch (IOException e) {
            throw question.unreadable(e);
        } catch (DomainException e) {
            throw e;
        } catch (RuntimeException e) { // as above
            throw broken(question, e);
        }
    }

    private BufferedImage decode(Rectangle part, int step) throws IOException {
        Overview image = overviews.stream()
                .filter(overview -> (double) width() / overview.width() <= step + 0.01)
                .reduce((finer, coarser) -> coarser)
                .orElse(overviews.getFirst());
        double factor = (double) width() / image.width();
        Rectangle its = new Rectangle(
                (int) Math.floor(part.x / factor),
                (int) Math.floor(part.y / factor),
                (int) Math.ceil(part.width / factor),
                (int) Math.ceil(part.height / factor));
        its = its.intersection(new Rectangle(image.width(), image.height()));
        int its_step = Math.max(1, (int) Math.floor(step / factor + 0.01));
        long decoded = tiff ? (long) its.width * its.height : (long) image.width() * (its.y + its.height);
        if (decoded > Math.max(Budget.DECODED_PIXELS, tiff ? 0 : Budget.PICTURE_PIXELS)) {
            throw question.damaged("has too many pixels to be shown so small, and no overviews; zoom in, or add"
                    + " overviews to it.");
        }
        long kept = (long) (its.width / its_step + 1) * (its.height / its_step + 1);
        if (tiff && kept * pixelBytes(image.index()) > Budget.DECODED_BYTES) {
            throw question.damaged("has too many numbers in each pixel to be shown at once; save it with fewer bands.");
        }
        ImageReadParam how = reader.getDefaultReadParam();
        how.setSourceRegion(its);
        how.setSourceSubsampling(its_step, its_step, 0, 0);
        warned = "";
        BufferedImage read = samples.argb(reader.read(image.index(), how));
        if (warned.toLowerCase(Locale.ROOT).contains("premature end")) { // what JPEG's decoder makes grey
            throw question.damaged(
                    "ends too early: parts of its picture are missing; get it again from where it came from.");
        }
        int wide = (part.width + step - 1) / step;
        int high = (part.height + step - 1) / step;
        double exact = step / factor / its_step;
        return Math.abs(exact - 1) < 1e-6 && read.getWidth() >= wide && read.getHeight() >= high
                ? read
                : scaled(
                        read,
                        wide,
                        high,
                        exact,
                        (part.x / factor - its.x) / its_step,
                        (part.y / factor - its.y) / its_step);
    }

    /** Overviews are seldom exactly a whole number of times smaller. */
    private static BufferedImage scaled(
            BufferedImage read, int width, int height, double factor, double left, double top) {
        BufferedImage out = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
        for (int y = 0; y < height; y++) {
            int from = Math.clamp((int) ((y + 0.5) * factor + top), 0, read.getHeight() - 1);
            for (int x = 0; x < width; x++) {
                int column = Math.clamp((int) ((x + 0.5) * factor + left), 0, read.getWidth() - 1);
                out.getRaster().setDataElements(x, y, read.getRaster().getDataElements(column, from, null));
            }
        }
        return out;
    }

    @Override
    public void close() {
        reader.dispose();
        close(in);
    }
}
