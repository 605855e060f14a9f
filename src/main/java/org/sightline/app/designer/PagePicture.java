package org.sightline.app.designer;

import java.awt.image.BufferedImage;
import java.nio.IntBuffer;
import java.util.Arrays;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** Pages as the window shows them. Stateless; off the window's thread. */
final class PagePicture {
    private PagePicture() {}

    /** A picture of a page. */
    static Image of(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        int[] pixels = picture.getRGB(0, 0, width, height, null, 0, width);
        // the page is opaque, and says so in every pixel
        Arrays.setAll(pixels, i -> pixels[i] | 0xFF000000);
        return new WritableImage(
                new PixelBuffer<>(width, height, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance()));
    }
}
