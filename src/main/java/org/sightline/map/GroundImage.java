package org.sightline.map;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;

/**
 * A picture of the ground, of any size and in any coordinate system: a scanned map, a satellite scene, map tiles.
 *
 * <p>Thread rule: one thread at a time.
 */
public interface GroundImage {
    /** Pixels across, at its full resolution. */
    int width();

    /** Pixels down. */
    int height();

    /** How far it reaches, degrees; empty when nobody knows. */
    Optional<Envelope> extent();

    /**
     * Finds pixels: longitudes and latitudes in turn become columns and rows at full resolution, the picture's upper left
     * corner being 0, 0; NaN where the picture's coordinate system has no such place.
     */
    void locate(double[] lonLat, int count);

    /**
     * The step nearest to the wanted one at which the picture can be read: 1 for every pixel, 2 for every second one.
     *
     * @param wanted pixels of the picture for one of the view, above 0
     */
    int step(double wanted);

    /**
     * The pixels of a part, every {@code step}th in either direction.
     *
     * @param part within the picture; its left and top are multiples of {@code step}
     * @param step as {@link #step} gave it
     * @return at least so many pixels as the part has steps; may be transparent where there is nothing
     * @throws org.sightline.DomainException when it cannot be read
     */
    BufferedImage read(Rectangle part, int step);
}
