package org.sightline.geo;

import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * A projection of WGS 84 degrees to metres on a plane and back, over GeoTools. Immutable, safe for any thread; made off
 * the window's thread.
 */
public interface MapProjection {
    /** As printed in a map's margin, such as "Lambert conformal conic, 50.5-55.5 N". */
    String name();

    /** Plane metres, x east and y north, into {@code xy[offset], xy[offset + 1]}; NaN where undefined. */
    void project(double lon, double lat, double[] xy, int offset);

    /** Degrees, lon then lat, into {@code lonLat}; NaN where undefined. */
    void unproject(double x, double y, double[] lonLat, int offset);

    /** The geometry in plane metres, clipped to where the projection is defined. */
    Geometry project(Geometry lonLat);

    /** Plane metres of the map per true metre on the ground, at a place (mean of both directions). */
    double scaleFactor(double lon, double lat);

    /** Web Mercator (EPSG:3857), by hand: ready at once. */
    static MapProjection webMercator() {
        throw new UnsupportedOperationException();
    }

    /** A projection whose distortion is small over an extent (degrees): conformal conic, transverse Mercator or azimuthal. */
    static MapProjection fittedTo(Envelope extent) {
        throw new UnsupportedOperationException();
    }

    /**
     * Any projected CRS that GeoTools knows; the first call takes over a second.
     *
     * @throws org.sightline.DomainException when there is no such code
     */
    static MapProjection epsg(int code) {
        throw new UnsupportedOperationException();
    }
}
