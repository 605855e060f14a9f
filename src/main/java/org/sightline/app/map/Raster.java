package org.sightline.app.map;

import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferInt;
import java.awt.image.DirectColorModel;
import java.awt.image.WritableRaster;
import java.nio.IntBuffer;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/**
 * Pixels that Java2D paints and JavaFX shows, without a copy between them: one {@code int[]} of premultiplied ARGB seen
 * as a {@link BufferedImage} and as a {@link WritableImage}.
 *
 * <p>Thread rule: painted on any thread while it is not shown; shown by the window's thread, which calls
 * {@link #updated} first.
 */
final class Raster {
    private static final int[] ARGB = {0xFF0000, 0xFF00, 0xFF, 0xFF000000};

    private final int width;
    private final int height;
    private final int[] pixels;
    private final BufferedImage painted;
    private final PixelBuffer<IntBuffer> buffer;
    private final WritableImage shown;

    Raster(int width, int height) {
        this.width = width;
        this.height = height;
        this.pixels = new int[width * height];
        DirectColorModel colours = new DirectColorModel(
                ColorSpace.getInstance(ColorSpace.CS_sRGB),
                32,
                ARGB[0],
                ARGB[1],
                ARGB[2],
                ARGB[3],
                true,
                DataBuffer.TYPE_INT);
        WritableRaster raster = java.awt.image.Raster.createPackedRaster(
                new DataBufferInt(pixels, pixels.length), width, height, width, ARGB, null);
        this.painted = new BufferedImage(colours, raster, true, null);
        this.buffer = new PixelBuffer<>(width, height, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance());
        this.shown = new WritableImage(buffer);
    }

    boolean hasSize(int otherWidth, int otherHeight) {
        return width == otherWidth && height == otherHeight;
    }

    /** To be disposed by whoever paints. */
    Graphics2D graphics(double scale) {
        Graphics2D g = painted.createGraphics();
        g.scale(scale, scale);
        return g;
    }

    /** Takes over another's pixels; both have the same size. */
    void copy(Raster other) {
        System.arraycopy(other.pixels, 0, pixels, 0, pixels.length);
    }

    WritableImage image() {
        return shown;
    }

    /** Tells JavaFX that all pixels have changed. Window's thread only. */
    void updated() {
        buffer.updateBuffer(b -> null);
    }
}
