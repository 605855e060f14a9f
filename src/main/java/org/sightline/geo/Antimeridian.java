package org.sightline.geo;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/** Cuts shapes that were made on the globe so that they lie within -180 to 180 degrees (RFC 7946, 3.1.9). */
final class Antimeridian {
    private Antimeridian() {}

    /**
     * The polygon that a ring on the globe bounds.
     *
     * @param ring closed, longitudes within -180 to 180, no step of more than half a turn
     * @param pole 90 or -90 when that pole lies inside, else NaN
     */
    static Geometry polygon(Coordinate[] ring, double pole) {
        Coordinate[] unrolled = unrolled(ring);
        if (!Double.isNaN(pole)) {
            unrolled = closedAlong(unrolled, pole);
        }
        Polygon whole = LayerFile.GEOMETRY.createPolygon(unrolled);
        Envelope extent = whole.getEnvelopeInternal();
        if (extent.getMinX() >= -180 && extent.getMaxX() <= 180) {
            return whole;
        }
        List<Polygon> parts = new ArrayList<>();
        for (int turn = -1; turn <= 1; turn++) {
            Geometry window = LayerFile.GEOMETRY.toGeometry(new Envelope(-180 + 360 * turn, 180 + 360 * turn, -90, 90));
            Geometry cut = whole.intersection(window);
            for (int i = 0; i < cut.getNumGeometries(); i++) {
                if (cut.getGeometryN(i) instanceof Polygon part && !part.isEmpty()) {
                    parts.add(shifted(part, -360 * turn));
                }
            }
        }
        if (!Double.isNaN(pole)) {
            // a full turn, cut at a meridian that is no edge of the map: its two sides are put together again
            return UnaryUnionOp.union(parts);
        }
        return parts.size() == 1
                ? parts.getFirst()
                : LayerFile.GEOMETRY.createMultiPolygon(parts.toArray(Polygon[]::new));
    }

    /** Longitudes run on past 180 instead of jumping to -180. */
    private static Coordinate[] unrolled(Coordinate[] ring) {
        Coordinate[] out = new Coordinate[ring.length];
        double turn = 0;
        for (int i = 0; i < ring.length; i++) {
            if (i > 0) {
                double step = ring[i].x - ring[i - 1].x;
                turn += step > 180 ? -360 : step < -180 ? 360 : 0;
            }
            out[i] = new Coordinate(ring[i].x + turn, ring[i].y);
        }
        return out;
    }

    /** A ring around a pole does not close on the plane: it is led back along the pole's parallel. */
    private static Coordinate[] closedAlong(Coordinate[] ring, double pole) {
        List<Coordinate> out = new ArrayList<>(List.of(ring));
        out.add(new Coordinate(ring[ring.length - 1].x, pole));
        out.add(new Coordinate(ring[0].x, pole));
        out.add(ring[0].copy());
        return out.toArray(Coordinate[]::new);
    }

    private static Polygon shifted(Polygon part, double by) {
        Coordinate[] moved = new Coordinate[part.getExteriorRing().getNumPoints()];
        for (int i = 0; i < moved.length; i++) {
            Coordinate c = part.getExteriorRing().getCoordinateN(i);
            moved[i] = new Coordinate(c.x + by, c.y);
        }
        return LayerFile.GEOMETRY.createPolygon(moved);
    }
}
