package org.sightline.geo;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.impl.PackedCoordinateSequenceFactory;

/**
 * Carries geometries from degrees to the plane of a projection.
 *
 * @param domain where the projection is used, as rectangles of degrees within -180 to 180
 * @param longestEdge degrees; longer edges are divided, since they may be bent. Infinite: never
 */
record PlaneGeometry(MapProjection projection, List<Envelope> domain, double longestEdge) {
    private static final GeometryFactory PLANE =
            new GeometryFactory(new PrecisionModel(), 0, PackedCoordinateSequenceFactory.DOUBLE_FACTORY);

    Geometry project(Geometry lonLat) {
        List<Geometry> out = new ArrayList<>();
        for (Envelope frame : domain) {
            for (Geometry part : Clipping.parts(lonLat, frame)) {
                Geometry projected = switch (part) {
                    case Polygon polygon -> polygon(polygon);
                    case LineString line -> line(line);
                    case Point point -> point(point);
                    default -> null;
                };
                if (projected != null) {
                    out.add(projected);
                }
            }
        }
        return out.size() == 1 ? out.getFirst() : PLANE.buildGeometry(out);
    }

    private @Nullable Polygon polygon(Polygon polygon) {
        LinearRing shell = ring(polygon.getExteriorRing());
        if (shell == null) {
            return null;
        }
        List<LinearRing> holes = new ArrayList<>();
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            LinearRing hole = ring(polygon.getInteriorRingN(i));
            if (hole != null) {
                holes.add(hole);
            }
        }
        return PLANE.createPolygon(shell, holes.toArray(LinearRing[]::new));
    }

    private @Nullable LinearRing ring(LinearRing ring) {
        Clipping.Points points = points(ring.getCoordinateSequence());
        points.close();
        return points.size() < 4 ? null : PLANE.createLinearRing(points.sequence());
    }

    private @Nullable LineString line(LineString line) {
        Clipping.Points points = points(line.getCoordinateSequence());
        return points.size() < 2 ? null : PLANE.createLineString(points.sequence());
    }

    private @Nullable Point point(Point point) {
        double[] xy = new double[2];
        projection.project(point.getX(), point.getY(), xy, 0);
        return Double.isNaN(xy[0]) ? null : PLANE.createPoint(new org.locationtech.jts.geom.Coordinate(xy[0], xy[1]));
    }

    private Clipping.Points points(CoordinateSequence degrees) {
        Clipping.Points out = new Clipping.Points(degrees.size());
        double[] xy = new double[2];
        double lastLon = degrees.getX(0);
        double lastLat = degrees.getY(0);
        for (int i = 0; i < degrees.size(); i++) {
            double lon = degrees.getX(i);
            double lat = degrees.getY(i);
            double longest = Math.max(Math.abs(lon - lastLon), Math.abs(lat - lastLat));
            int pieces = longest > longestEdge ? (int) Math.ceil(longest / longestEdge) : 1;
            for (int piece = 1; piece <= pieces; piece++) {
                // the last piece ends at the vertex itself, so that rings stay closed
                double rest = (double) (pieces - piece) / pieces;
                projection.project(lon - (lon - lastLon) * rest, lat - (lat - lastLat) * rest, xy, 0);
                if (!Double.isNaN(xy[0])) {
                    out.add(xy[0], xy[1]);
                }
            }
            lastLon = lon;
            lastLat = lat;
        }
        return out;
    }
}
