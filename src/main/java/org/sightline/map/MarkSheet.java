package org.sightline.map;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;

/**
 * Copies little pictures in many places, by plain loops over premultiplied pixels: a million take some tens of
 * milliseconds, where a million {@code drawImage} take a second. Of those that stand on the very same pixel only the last
 * is copied. Not safe for threads; made for one painting.
 */
final class MarkSheet {
    private static final int NONE = -1;

    private final double scale;
    private final int width;
    private final int height;
    private final int side;
    private final Sprite[] sprites;

    /** A little picture, and in each of its rows where it is not empty: a diamond leaves half of its square empty. */
    private static final class Sprite {
        private final int[] pixels;
        private final int[] begins;
        private final int[] ends;

        Sprite(int[] pixels, int side) {
            this.pixels = pixels;
            this.begins = new int[side];
            this.ends = new int[side];
            for (int at = 0; at < pixels.length; at++) {
                int row = at / side;
                if (pixels[at] != 0) {
                    begins[row] = ends[row] == 0 ? at % side : begins[row];
                    ends[row] = at % side + 1;
                }
            }
        }
    }

    /**
     * @param scale device pixels for each pixel of the view
     * @param drawings each draws itself about (0, 0), within {@code reach} pixels of it
     */
    MarkSheet(MapView view, double scale, List<Consumer<Graphics2D>> drawings, double reach) {
        this.scale = scale;
        this.width = (int) Math.ceil(view.width() * scale);
        this.height = (int) Math.ceil(view.height() * scale);
        this.side = (int) Math.ceil(2 * reach * scale) | 1; // odd, so that the middle is a pixel
        this.sprites = drawings.stream().map(this::sprite).toArray(Sprite[]::new);
    }

    private Sprite sprite(Consumer<Graphics2D> drawing) {
        BufferedImage sprite = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D g = MapPainter.smooth(sprite.createGraphics());
        g.translate(side / 2.0, side / 2.0);
        g.scale(scale, scale);
        drawing.accept(g);
        g.dispose();
        return new Sprite(((DataBufferInt) sprite.getRaster().getDataBuffer()).getData(), side);
    }

    /** Paints over what is there. @param which the drawing for each place */
    void paint(Graphics2D g, int[] which, double[] x, double[] y, int count) {
        BufferedImage sheet = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
        int[] pixels = ((DataBufferInt) sheet.getRaster().getDataBuffer()).getData();
        BitSet hidden = hidden(x, y, count);
        for (int i = hidden.nextClearBit(0); i < count; i = hidden.nextClearBit(i + 1)) {
            copy(sprites[which[i]], pixels, left(x[i]), left(y[i]));
        }
        AffineTransform before = g.getTransform();
        g.setTransform(AffineTransform.getTranslateInstance(
                Math.rint(before.getTranslateX()), Math.rint(before.getTranslateY())));
        g.drawImage(sheet, 0, 0, null);
        g.setTransform(before);
    }

    /** Which stand on the very pixel of a later one. */
    private BitSet hidden(double[] x, double[] y, int count) {
        BitSet taken = new BitSet(width * height); // a bit each stays in the cache, where a number each would not
        BitSet hidden = new BitSet(count);
        for (int i = count - 1; i >= 0; i--) {
            int at = pixel(x[i], y[i]);
            if (at != NONE && taken.get(at)) {
                hidden.set(i);
            } else if (at != NONE) {
                taken.set(at);
            }
        }
        return hidden;
    }

    private int pixel(double x, double y) {
        int column = (int) Math.floor(x * scale);
        int row = (int) Math.floor(y * scale);
        return column < 0 || row < 0 || column >= width || row >= height ? NONE : row * width + column;
    }

    private int left(double at) {
        return (int) Math.floor(at * scale) - side / 2;
    }

    private void copy(Sprite sprite, int[] pixels, int left, int top) {
        int fromX = Math.max(0, -left);
        int toX = Math.min(side, width - left);
        int toY = Math.min(side, height - top);
        for (int row = Math.max(0, -top); row < toY; row++) {
            int from = row * side;
            int to = (top + row) * width + left;
            int end = Math.min(toX, sprite.ends[row]);
            for (int column = Math.max(fromX, sprite.begins[row]); column < end; column++) {
                int colour = sprite.pixels[from + column];
                int alpha = colour >>> 24;
                if (alpha == 255) {
                    pixels[to + column] = colour;
                } else if (alpha != 0) {
                    pixels[to + column] = colour + faded(pixels[to + column], 255 - alpha);
                }
            }
        }
    }

    /** All four parts times {@code share} of 255, two at a time, rounded. */
    private static int faded(int colour, int share) {
        int even = (colour & 0xFF00FF) * share + 0x800080;
        int odd = (colour >>> 8 & 0xFF00FF) * share + 0x800080;
        even = (even + (even >>> 8 & 0xFF00FF)) >>> 8 & 0xFF00FF;
        odd = odd + (odd >>> 8 & 0xFF00FF) & 0xFF00FF00;
        return even | odd;
    }
}
