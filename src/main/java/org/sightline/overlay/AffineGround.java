package org.sightline.overlay;

import java.awt.geom.AffineTransform;
import java.awt.geom.NoninvertibleTransformException;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.sightline.DomainException;
import org.sightline.geo.ForeignCrs;

/** How the pixels of a picture lie on the ground: an affine map to the coordinates of some system. Immutable. */
final class AffineGround {
    private static final int SAMPLES = 16;

    private final ForeignCrs crs;
    private final AffineTransform toGround;
    private final AffineTransform toPixels;
    private final int width;
    private final int height;

    /**
     * @param toGround a pixel's upper left corner to coordinates
     * @throws DomainException when the picture would have no size on the ground
     */
    AffineGround(ForeignCrs crs, AffineTransform toGround, int width, int height) {
        this.crs = crs;
        this.toGround = toGround;
        this.width = width;
        this.height = height;
        try {
            this.toPixels = toGround.createInverse();
        } catch (NoninvertibleTransformException e) {
            throw new DomainException("The picture's place says that it has no size on the ground; place it again.", e);
        }
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    void locate(double[] lonLat, int count) {
        crs.fromDegrees(lonLat, count);
        toPixels.transform(lonLat, 0, lonLat, 0, count);
    }

    /** Degrees; empty when no part of it is on earth. */
    Optional<Envelope> extent() {
        double[] xy = new double[2 * (SAMPLES + 1) * (SAMPLES + 1)];
        int count = 0;
        for (int i = 0; i <= SAMPLES; i++) {
            for (int j = 0; j <= SAMPLES; j++) {
                xy[2 * count] = (double) width * i / SAMPLES;
                xy[2 * count + 1] = (double) height * j / SAMPLES;
                count++;
            }
        }
        toGround.transform(xy, 0, xy, 0, count);
        crs.toDegrees(xy, count);
        Envelope all = new Envelope();
        for (int i = 0; i < count; i++) {
            boolean onEarth = Math.abs(xy[2 * i]) <= 360 && Math.abs(xy[2 * i + 1]) <= 90.5;
            if (onEarth) {
                all.expandToInclude(Math.clamp(xy[2 * i], -180, 180), Math.clamp(xy[2 * i + 1], -90, 90));
            }
        }
        return all.isNull() ? Optional.empty() : Optional.of(all);
    }
}
