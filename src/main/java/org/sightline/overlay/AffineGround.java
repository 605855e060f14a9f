package org.sightline.overlay;

import java.awt.geom.AffineTransform;
import java.awt.geom.NoninvertibleTransformException;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.sightline.DomainException;
import org.sightline.geo.ForeignCrs;

/**
 * How the pixels of a picture lie on the ground: an affine map to the coordinates of some system. In systems in which
 * longitudes follow one another evenly, such as Web Mercator, a picture may run on over the antimeridian. Immutable.
 */
final class AffineGround {
    private static final int SAMPLES = 16;

    /** Nearly half around: at 180 degrees some systems give one end and some the other. */
    private static final double HALF = 179.99;

    private final ForeignCrs crs;
    private final AffineTransform toGround;
    private final AffineTransform toPixels;
    private final int width;
    private final int height;
    /** Coordinates that go once around the earth, where the picture crosses the antimeridian; else 0. */
    private final double around;

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
        this.around = crosses() ? period(crs) : 0;
    }

    private boolean crosses() {
        double period = period(crs);
        double[] corners = {0, 0, width, 0, 0, height, width, height};
        toGround.transform(corners, 0, corners, 0, 4);
        boolean beyond = false;
        for (int i = 0; i < corners.length; i += 2) {
            beyond |= Math.abs(corners[i]) > period / 2;
        }
        return period > 0 && beyond;
    }

    /** What goes once around the earth in a system with Greenwich in its middle and even longitudes; 0 in others. */
    private static double period(ForeignCrs crs) {
        double[] ends = {-HALF, 0, HALF, 0, -HALF, 50, HALF, 50, HALF / 2, 50};
        crs.fromDegrees(ends, ends.length / 2);
        double half = ends[2];
        double off = Math.abs(half) * 1e-6;
        boolean even = half > 0
                && Math.abs(ends[0] + half) < off
                && Math.abs(ends[4] + half) < off
                && Math.abs(ends[6] - half) < off
                && Math.abs(ends[8] - half / 2) < off;
        return even ? half / HALF * 360 : 0;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    void locate(double[] lonLat, int count) {
        crs.fromDegrees(lonLat, count);
        if (around > 0) {
            for (int i = 0; i < 2 * count; i += 2) {
                takeNearest(lonLat, i);
            }
        }
        toPixels.transform(lonLat, 0, lonLat, 0, count);
    }

    /** Of the coordinates that one longitude has, those nearest to the picture's middle. */
    private void takeNearest(double[] xy, int i) {
        double[] middle = {width / 2.0, height / 2.0};
        toGround.transform(middle, 0, middle, 0, 1);
        xy[i] += around * Math.rint((middle[0] - xy[i]) / around);
    }

    /** Degrees, beyond 180 where it crosses the antimeridian; empty when no part of it is on earth. */
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
        double[] turns = new double[count];
        for (int i = 0; around > 0 && i < count; i++) { // projections have longitudes up to 180
            turns[i] = Math.rint(xy[2 * i] / around);
            xy[2 * i] -= turns[i] * around;
        }
        crs.toDegrees(xy, count);
        Envelope all = new Envelope();
        for (int i = 0; i < count; i++) {
            boolean onEarth = Math.abs(xy[2 * i]) <= 360 && Math.abs(xy[2 * i + 1]) <= 90.5;
            if (onEarth) {
                double lon = Math.clamp(xy[2 * i], -180, 180) + 360 * turns[i];
                all.expandToInclude(lon, Math.clamp(xy[2 * i + 1], -90, 90));
            }
        }
        if (all.isNull()) {
            return Optional.empty();
        }
        return Optional.of(all.getWidth() < 360 ? all : new Envelope(-180, 180, all.getMinY(), all.getMaxY()));
    }
}
