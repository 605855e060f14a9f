package org.sightline.geo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;

/**
 * The smallest box about geometries on a round world, as RFC 7946 section 5 gives it: west is greater than east where it
 * crosses the antimeridian. Found as the complement of the widest gap of longitude.
 */
public final class LongitudeSpan {
    private final List<double[]> spans = new ArrayList<>();
    private double south = Double.POSITIVE_INFINITY;
    private double north = Double.NEGATIVE_INFINITY;

    /** @param geometry areas cut at the antimeridian; a line goes the short way between its vertices, cut or not */
    public void add(Geometry geometry) {
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            Geometry part = geometry.getGeometryN(i);
            Envelope e = part.getEnvelopeInternal();
            if (part instanceof LineString line && e.getWidth() > 180) {
                add(line);
            } else if (!e.isNull()) {
                add(e);
            }
        }
    }

    private void add(LineString line) {
        Envelope run = new Envelope(line.getCoordinateN(0));
        for (int i = 1; i < line.getNumPoints(); i++) {
            Coordinate from = line.getCoordinateN(i - 1);
            Coordinate to = line.getCoordinateN(i);
            if (Math.abs(to.x - from.x) > 180) {
                run.expandToInclude(Math.copySign(180, from.x), from.y);
                add(run);
                run = new Envelope(new Coordinate(Math.copySign(180, to.x), to.y));
            }
            run.expandToInclude(to);
        }
        add(run);
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
