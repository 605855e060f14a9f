package org.sightline.overlay;

import java.util.Arrays;
import java.util.Optional;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.impl.PackedCoordinateSequence;
import org.locationtech.jts.geom.impl.PackedCoordinateSequenceFactory;

/** Leaves out vertices that lie closer to the one before than a tolerance. Stateless. */
final class Thinning {
    static final GeometryFactory FACTORY =
            new GeometryFactory(new PrecisionModel(), 4326, PackedCoordinateSequenceFactory.DOUBLE_FACTORY);

    private Thinning() {}

    static LineString line(double[] xy) {
        return FACTORY.createLineString(new PackedCoordinateSequence.Double(xy, 2, 0));
    }

    /** Empty when too little is left for a ring. @param xy closed */
    static Optional<Polygon> ring(double[] xy) {
        return xy.length < 8
                ? Optional.empty()
                : Optional.of(
                        FACTORY.createPolygon(FACTORY.createLinearRing(new PackedCoordinateSequence.Double(xy, 2, 0))));
    }

    /**
     * First and last vertex stay.
     *
     * @param tolerance degrees; 0 for all vertices
     * @param fewest vertices that are left in any case
     */
    static double[] thin(double[] xy, double tolerance, int fewest) {
        int count = xy.length / 2;
        if (tolerance == 0 || count <= fewest) {
            return xy;
        }
        double[] kept = new double[xy.length];
        kept[0] = xy[0];
        kept[1] = xy[1];
        int size = 1;
        for (int i = 1; i < count; i++) {
            boolean far = Math.abs(xy[2 * i] - kept[2 * size - 2]) > tolerance
                    || Math.abs(xy[2 * i + 1] - kept[2 * size - 1]) > tolerance;
            boolean needed = i == count - 1 || count - i <= fewest - size;
            if (far || needed) {
                kept[2 * size] = xy[2 * i];
                kept[2 * size + 1] = xy[2 * i + 1];
                size++;
            }
        }
        return Arrays.copyOf(kept, 2 * size);
    }

    static Geometry thin(Geometry geometry, double tolerance) {
        return switch (geometry) {
            case LineString line -> line(thin(array(line.getCoordinateSequence()), tolerance, 2));
            case Polygon ring ->
                ring(thin(array(ring.getExteriorRing().getCoordinateSequence()), tolerance, 4))
                        .orElse(ring);
            default -> {
                Geometry[] parts = new Geometry[geometry.getNumGeometries()];
                for (int i = 0; i < parts.length; i++) {
                    parts[i] = thin(geometry.getGeometryN(i), tolerance);
                }
                yield FACTORY.buildGeometry(Arrays.asList(parts));
            }
        };
    }

    private static double[] array(CoordinateSequence vertices) {
        return ((PackedCoordinateSequence.Double) vertices).getRawCoordinates();
    }
}
