package org.sightline.overlay;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferInt;
import java.awt.image.Raster;
import java.util.List;
import java.util.Optional;
import javax.imageio.metadata.IIOMetadata;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * How the numbers in a TIFF become colours: bytes as they are; heights and other measures, which are no bytes, as greys
 * between the least and the most in what is looked at. What the file gives as "no data" is transparent.
 *
 * @param noData the value that stands for nothing
 * @param measures whether the numbers are no colours
 */
record Samples(Optional<Double> noData, boolean measures) {
    static final Samples PLAIN = new Samples(Optional.empty(), false);

    private static final String NO_DATA = "42113";
    private static final String SUBFILE = "254";
    private static final String BITS = "258";

    static Samples of(IIOMetadata metadata) {
        Element root = (Element) metadata.getAsTree(metadata.getNativeMetadataFormatName());
        Optional<Double> noData = value(root, NO_DATA).flatMap(Samples::number);
        boolean wide = value(root, BITS).flatMap(Samples::number).orElse(8.0) > 8;
        return new Samples(noData, wide);
    }

    /** Whether an image of a TIFF tells what of another is to be seen (TIFF 6.0, NewSubfileType). */
    static boolean mask(IIOMetadata metadata) {
        Element root = (Element) metadata.getAsTree(metadata.getNativeMetadataFormatName());
        return value(root, SUBFILE).flatMap(Samples::number).orElse(0.0).intValue() / 4 % 2 == 1;
    }

    private static Optional<Double> number(String words) {
        try {
            return Optional.of(Double.parseDouble(words.strip()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** The first value of a tag. */
    private static Optional<String> value(Element root, String tag) {
        NodeList fields = root.getElementsByTagName("TIFFField");
        for (int i = 0; i < fields.getLength(); i++) {
            if (fields.item(i) instanceof Element field && tag.equals(field.getAttribute("number"))) {
                Node list = field.getFirstChild();
                return list == null || !(list.getFirstChild() instanceof Element first)
                        ? Optional.empty()
                        : Optional.of(first.getAttribute("value"));
            }
        }
        return Optional.empty();
    }

    List<String> notes() {
        return measures
                ? List.of(
                        "Its pixels are measures, not colours; they are shown as greys from the least to the most in view.")
                : List.of();
    }

    BufferedImage argb(BufferedImage read) {
        boolean bytes = read.getRaster().getDataBuffer().getDataType() == DataBuffer.TYPE_BYTE;
        if (bytes && noData.isEmpty()) {
            return TileDecoding.argb(read);
        }
        BufferedImage out = bytes ? TileDecoding.argb(read) : greys(read.getRaster());
        noData.ifPresent(nothing -> clear(read.getRaster(), nothing, out));
        return out;
    }

    private static void clear(Raster raster, double nothing, BufferedImage out) {
        int[] target = ((DataBufferInt) out.getRaster().getDataBuffer()).getData();
        double[] pixel = new double[raster.getNumBands()];
        int colours = Math.min(3, pixel.length);
        for (int y = 0; y < out.getHeight(); y++) {
            for (int x = 0; x < out.getWidth(); x++) {
                raster.getPixel(x, y, pixel);
                boolean empty = true;
                for (int band = 0; band < colours; band++) {
                    empty &= pixel[band] == nothing || Math.abs(pixel[band] - nothing) < 1e-6 * Math.abs(nothing);
                }
                if (empty) {
                    target[y * out.getWidth() + x] = 0;
                }
            }
        }
    }

    private BufferedImage greys(Raster raster) {
        int bands = raster.getNumBands() >= 3 ? 3 : 1;
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        double[] row = new double[raster.getWidth()];
        for (int band = 0; band < bands; band++) {
            for (int y = 0; y < raster.getHeight(); y++) {
                raster.getSamples(0, y, raster.getWidth(), 1, band, row);
                for (double value : row) {
                    if (Double.isFinite(value)
                            && !noData.filter(n -> n == value).isPresent()
                            && Math.abs(value) < 1e30) {
                        least = Math.min(least, value);
                        most = Math.max(most, value);
                    }
                }
            }
        }
        double range = most > least ? most - least : 1;
        BufferedImage out = new BufferedImage(raster.getWidth(), raster.getHeight(), BufferedImage.TYPE_INT_ARGB_PRE);
        int[] target = ((DataBufferInt) out.getRaster().getDataBuffer()).getData();
        double[] pixel = new double[raster.getNumBands()];
        for (int y = 0; y < out.getHeight(); y++) {
            for (int x = 0; x < out.getWidth(); x++) {
                raster.getPixel(x, y, pixel);
                int colour = 0xFF;
                for (int band = 0; band < 3; band++) {
                    double share = (pixel[Math.min(band, bands - 1)] - least) / range;
                    colour = colour << 8 | (int) Math.clamp(share * 255, 0, 255);
                }
                target[y * out.getWidth() + x] = Double.isFinite(pixel[0]) ? colour : 0;
            }
        }
        return out;
    }
}
