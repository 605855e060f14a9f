package org.sightline.geo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * The smallest box about geometries on a round world, as RFC 7946 section 5 gives it: west is greater than east where it
 * crosses the antimeridian. Found as the complement of the widest gap of longitude.
 */
public final class LongitudeSpan {
    private final List<double[]> spans = new ArrayList<>();
    private double south = Double.POSITIVE_INFINITY;
    private double north = Double.NEGATIVE_INFINITY;

    /** @param geometry cut at the antimeridian */
    public void add(Geometry geometry) {
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            Envelope e = geometry.getGeometryN(i).getEnvelopeInternal();
            if (!e.isNull()) {
                add(e);
            }
        }
    }

    /** @param extent degrees, within -180 to 180 */
    public void add(Envelope extent) {
        spans.add(new double[] {extent.getMinX(), extent.getMaxX()});
        south = Math.min(south, extent.getMinY());
        north = Math.max(north, extent.getMaxY());
    }

    /** The same as {@link #box} with longitudes that run on past 180, such as 170 to 190. */
    public Optional<Envelope> extent() {
        return box().map(b -> new Envelope(b[0], b[0] > b[2] ? b[2] + 360 : b[2], b[1], b[3]));
    }

    /** West, south, east, north; empty when there was nothing. */
    public Optional<double[]> box() {
        if (spans.isEmpty()) {
            return Optional.empty();
        }
        List<double[]> sorted = new ArrayList<>(spans);
        sorted.sort(Comparator.comparingDouble(s -> s[0]));
        double west = sorted.get(0)[0];
        double reach = sorted.get(0)[1];
        double east = reach;
        double widest = -1;
        for (double[] span : sorted) {
            if (span[0] - reach > widest) {
                widest = span[0] - reach;
                west = span[0];
                east = reach;
            }
            reach = Math.max(reach, span[1]);
        }
        double around = sorted.get(0)[0] + 360 - reach;
        return around >= widest
                ? Optional.of(new double[] {sorted.get(0)[0], south, reach, north})
                : Optional.of(new double[] {west, south, east, north});
    }
}
