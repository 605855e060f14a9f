package org.sightline.map;

import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;

/** A layer of a picture of the ground, warped to whatever projection the view has. Safe for any thread. */
public final class ImageLayer implements MapLayer {
    /** Pixels of the picture for a point of a page: 180 to the inch. */
    private static final double PAGE_FINENESS = 2.5;

    private static final double FINEST = 3;

    private final GroundImage image;
    private final LayerLook look;
    private final Optional<Envelope> extent;

    public ImageLayer(GroundImage image, LayerLook look) {
        this.image = image;
        this.look = look;
        this.extent = image.extent();
    }

    public ImageLayer looking(LayerLook other) {
        return new ImageLayer(image, other);
    }

    @Override
    public void paint(Graphics2D g, MapView view, MapTheme theme, MapPainter.Medium medium) {
        AffineTransform device = g.getTransform();
        double scale = medium == MapPainter.Medium.VECTOR
                ? PAGE_FINENESS
                : Math.clamp(Math.sqrt(Math.abs(device.getDeterminant())), 1, FINEST);
        Optional<BufferedImage> warped;
        synchronized (image) {
            warped = Warping.of(image, view, scale);
        }
        warped.ifPresent(picture -> {
            Graphics2D own = (Graphics2D) g.create();
            own.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, (float) look.opacity()));
            own.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            own.drawImage(picture, AffineTransform.getScaleInstance(1 / scale, 1 / scale), null);
            own.dispose();
        });
    }

    @Override
    public Optional<Envelope> extent() {
        return extent;
    }

    @Override
    public boolean shownAt(double denominator) {
        return look.shownAt(denominator);
    }

    @Override
    public String attribution() {
        return look.attribution();
    }
}
