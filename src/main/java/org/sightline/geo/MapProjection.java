package org.sightline.geo;

import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * A projection of WGS 84 degrees to metres on a plane and back, over GeoTools. Immutable, safe for any thread; made off
 * the window's thread ({@link #webMercator} alone is ready at once).
 */
public interface MapProjection {
    /** As printed in a map's margin, such as "Lambert conformal conic, 50.5-55.5 N". */
    String name();

    /** Plane metres, x east and y north, into {@code xy[offset], xy[offset + 1]}; NaN where undefined. */
    void project(double lon, double lat, double[] xy, int offset);

    /** Degrees, lon then lat, into {@code lonLat[offset], lonLat[offset + 1]}; NaN where undefined. */
    void unproject(double x, double y, double[] lonLat, int offset);

    /**
     * The geometry in plane metres, clipped to where the projection is used; empty when nothing is left. Long edges get
     * further vertices where the projection bends them. Polygons are cut along the frame without care for slivers of no
     * width: good for painting, not for overlaying.
     */
    Geometry project(Geometry lonLat);

    /** Plane metres of the map per true metre on the ground, at a place (mean of both directions). */
    default double scaleFactor(double lon, double lat) {
        return ScaleFactor.at(this, lon, lat);
    }

    /** Web Mercator (EPSG:3857), by hand: ready at once. Defined to 85.06 degrees north and south. */
    static MapProjection webMercator() {
        return WebMercator.INSTANCE;
    }

    /**
     * A projection whose distortion is small over an extent (degrees): transverse Mercator for tall strips, Mercator for
     * wide ones along the equator, conformal conic for others up to the size of a continent, azimuthal for larger ones
     * and around the poles, Equal Earth for the world. The first call takes some tenths of a second.
     *
     * @param extent longitudes may run past 180 to cross the antimeridian, such as 170 to 190
     */
    static MapProjection fittedTo(Envelope extent) {
        return FittedProjection.to(extent);
    }

    /**
     * One name of each form that {@link #fittedTo(Envelope) fitted} projections have, with figures and letters as wide as
     * they get: who reserves room for these has it for any.
     */
    static List<String> widestNames() {
        return FittedProjection.WIDEST_NAMES;
    }

    /** What a fitted projection is fitted with; any: whatever suits the extent. */
    enum Family {
        ANY,
        CONIC,
        AZIMUTHAL,
        TRANSVERSE_MERCATOR
    }

    /**
     * The projection of a family about the middle of an extent, as in {@link #fittedTo(Envelope)}.
     *
     * @throws org.sightline.DomainException when the family is not for that part of the world
     */
    static MapProjection fittedTo(Envelope extent, Family family) {
        return FittedProjection.to(extent, family);
    }

    /**
     * {@link #epsg(int)} to look at an extent in.
     *
     * @param extent degrees; longitudes may run past 180
     * @throws org.sightline.DomainException when it cannot show all of the extent, saying what it is for
     */
    static MapProjection epsg(int code, Envelope extent) {
        return EpsgProjection.showing(code, extent);
    }

    /**
     * Any projected CRS that GeoTools knows, easting first, in metres whatever its own unit; the first call takes over a
     * second.
     *
     * @throws org.sightline.DomainException when there is no such code, or it is not a projected CRS
     */
    static MapProjection epsg(int code) {
        return EpsgProjection.of(code);
    }
}
