package org.sightline.geo;

import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** Spherical Mercator on the semi-major axis (EPSG method 1024, IOGP 373-7-2, 3.2.1.2). */
final class WebMercator implements MapProjection {
    static final MapProjection INSTANCE = new WebMercator();

    private static final double RADIUS = TransverseMercator.SEMI_MAJOR_AXIS;

    /** A little beyond the square map's edge (85.0511), so that the edge itself is not seen. */
    private static final double NORTHMOST = 85.06;

    private final PlaneGeometry plane =
            new PlaneGeometry(this, List.of(new Envelope(-180, 180, -NORTHMOST, NORTHMOST)), Double.POSITIVE_INFINITY);

    private WebMercator() {}

    @Override
    public String name() {
        return "Web Mercator";
    }

    @Override
    public void project(double lon, double lat, double[] xy, int offset) {
        if (!(Math.abs(lat) < 89.9999)) {
            xy[offset] = Double.NaN;
            xy[offset + 1] = Double.NaN;
            return;
        }
        double sin = Math.sin(Math.toRadians(lat));
        xy[offset] = RADIUS * Math.toRadians(lon);
        xy[offset + 1] = RADIUS / 2 * Math.log((1 + sin) / (1 - sin));
    }

    @Override
    public void unproject(double x, double y, double[] lonLat, int offset) {
        lonLat[offset] = Math.toDegrees(x / RADIUS);
        lonLat[offset + 1] = Math.toDegrees(Math.atan(Math.sinh(y / RADIUS)));
    }

    @Override
    public Geometry project(Geometry lonLat) {
        return plane.project(lonLat);
    }
}
