package org.sightline.geo;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.NoninvertibleTransformException;
import org.geotools.api.referencing.operation.TransformException;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** A projection by one of GeoTools' transforms. Beyond its domain nothing is projected. */
final class TransformProjection implements MapProjection {
    private static final double LONGEST_EDGE = 1;

    /** Warns of each point that lies beside the plane, which is nothing strange here; a logger's level is lost with it. */
    private static final Logger WARNS = Logger.getLogger("org.geotools.referencing.operation.projection");

    static {
        WARNS.setLevel(Level.SEVERE);
    }

    private final String name;
    private final MathTransform forward;
    private final MathTransform inverse;
    private final double metresPerUnit;
    private final PlaneGeometry plane;

    /** @param domain rectangles of degrees within -180 to 180 */
    TransformProjection(String name, MathTransform forward, double metresPerUnit, List<Envelope> domain) {
        this.name = name;
        this.forward = forward;
        this.metresPerUnit = metresPerUnit;
        this.plane = new PlaneGeometry(this, domain, LONGEST_EDGE);
        try {
            this.inverse = forward.inverse();
        } catch (NoninvertibleTransformException e) {
            throw new IllegalStateException(name + " cannot be reversed", e);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void project(double lon, double lat, double[] xy, int offset) {
        if (!inDomain(lon, lat)) {
            undefined(xy, offset);
            return;
        }
        xy[offset] = lon;
        xy[offset + 1] = lat;
        transform(forward, xy, offset);
        xy[offset] *= metresPerUnit;
        xy[offset + 1] *= metresPerUnit;
    }

    @Override
    public void unproject(double x, double y, double[] lonLat, int offset) {
        lonLat[offset] = x / metresPerUnit;
        lonLat[offset + 1] = y / metresPerUnit;
        transform(inverse, lonLat, offset);
        if (!(Math.abs(lonLat[offset + 1]) <= 90)) {
            undefined(lonLat, offset);
        } else if (Math.abs(lonLat[offset]) > 180) {
            lonLat[offset] = Math.IEEEremainder(lonLat[offset], 360);
        }
    }

    private boolean inDomain(double lon, double lat) {
        for (Envelope frame : plane.domain()) {
            if (frame.covers(lon, lat)) {
                return true;
            }
        }
        return false;
    }

    /** GeoTools throws where a point has no image; here such a point is NaN. */
    private static void transform(MathTransform transform, double[] xy, int offset) {
        try {
            transform.transform(xy, offset, xy, offset, 1);
        } catch (TransformException e) {
            undefined(xy, offset);
        }
    }

    private static void undefined(double[] xy, int offset) {
        xy[offset] = Double.NaN;
        xy[offset + 1] = Double.NaN;
    }

    @Override
    public Geometry project(Geometry lonLat) {
        return plane.project(lonLat);
    }
}
