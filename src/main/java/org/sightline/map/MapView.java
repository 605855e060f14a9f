package org.sightline.map;

import org.locationtech.jts.geom.Envelope;
import org.sightline.geo.MapProjection;

/**
 * Where one looks: a projection, a centre on its plane, a resolution and a size. Immutable.
 *
 * @param centreX plane metres
 * @param centreY plane metres
 * @param metresPerPixel plane metres for each pixel
 * @param width pixels
 * @param height pixels
 */
public record MapView(
        MapProjection projection, double centreX, double centreY, double metresPerPixel, int width, int height) {

    /** Pixel column (0 at left) of a plane x. */
    public double screenX(double x) {
        return (x - centreX) / metresPerPixel + width / 2.0;
    }

    /** Pixel row (0 at top) of a plane y. */
    public double screenY(double y) {
        return height / 2.0 - (y - centreY) / metresPerPixel;
    }

    public double planeX(double screenX) {
        return (screenX - width / 2.0) * metresPerPixel + centreX;
    }

    public double planeY(double screenY) {
        return (height / 2.0 - screenY) * metresPerPixel + centreY;
    }

    /** The view on a plane, metres. */
    public Envelope plane() {
        return new Envelope(
                centreX - width / 2.0 * metresPerPixel,
                centreX + width / 2.0 * metresPerPixel,
                centreY - height / 2.0 * metresPerPixel,
                centreY + height / 2.0 * metresPerPixel);
    }

    public MapView resized(int newWidth, int newHeight) {
        return new MapView(projection, centreX, centreY, metresPerPixel, newWidth, newHeight);
    }

    public MapView panned(double screenDx, double screenDy) {
        return new MapView(
                projection,
                centreX - screenDx * metresPerPixel,
                centreY + screenDy * metresPerPixel,
                metresPerPixel,
                width,
                height);
    }

    /** Zooms by {@code factor} (2 is twice as near) about a pixel, which stays where it is. */
    public MapView zoomed(double factor, double aboutX, double aboutY) {
        double x = planeX(aboutX);
        double y = planeY(aboutY);
        double resolution = metresPerPixel / factor;
        return new MapView(
                projection,
                x - (aboutX - width / 2.0) * resolution,
                y + (aboutY - height / 2.0) * resolution,
                resolution,
                width,
                height);
    }
}
