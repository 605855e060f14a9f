package org.sightline.geo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import org.sightline.DomainException;

/**
 * Routes and areas drawn by their vertices, and back. Between vertices they go the shorter way about the globe, straight
 * in longitude and latitude, and are cut where that crosses 180 degrees (RFC 7946, 3.1.9).
 */
public final class DrawnShape {
    /** Degrees that a corner of a cut may lie beside the side that was cut. */
    private static final double CUT = 1e-9;

    private DrawnShape() {}

    /**
     * @param vertices in the order in which they are passed
     * @return a LineString, or a MultiLineString when it was cut
     * @throws DomainException when there are not two different vertices
     */
    public static Geometry route(List<Position> vertices) {
        List<Coordinate> through = coordinates(vertices);
        if (through.size() < 2) {
            throw new DomainException("A route needs two points; add another.");
        }
        List<LineString> parts = new ArrayList<>();
        List<Coordinate> part = new ArrayList<>(List.of(through.getFirst()));
        for (Coordinate next : through.subList(1, through.size())) {
            Coordinate last = part.getLast();
            if (Math.abs(next.x - last.x) > 180) {
                double edge = last.x > 0 ? 180 : -180;
                double unrolled = next.x + 2 * edge;
                double lat = last.y + (next.y - last.y) * (edge - last.x) / (unrolled - last.x);
                part.add(new Coordinate(edge, lat));
                parts.add(line(part));
                part = new ArrayList<>(List.of(new Coordinate(-edge, lat)));
            }
            part.add(next);
        }
        parts.add(line(part));
        return parts.size() == 1
                ? parts.getFirst()
                : LayerFile.GEOMETRY.createMultiLineString(parts.toArray(LineString[]::new));
    }

    /**
     * @param corners in order about the area, the first not said again at the end
     * @return a Polygon, or a MultiPolygon when it was cut
     * @throws DomainException when there are not three different corners, or the sides cross
     */
    public static Geometry area(List<Position> corners) {
        List<Coordinate> ring = coordinates(corners);
        if (ring.size() > 1 && ring.getFirst().equals2D(ring.getLast())) {
            ring.removeLast();
        }
        if (ring.size() < 3) {
            throw new DomainException("An area needs three corners; add another.");
        }
        ring.add(ring.getFirst().copy());
        Geometry area = Antimeridian.polygon(ring.toArray(Coordinate[]::new), Double.NaN);
        if (!area.isValid() || area.getArea() == 0) {
            throw new DomainException(
                    "The sides of the area cross or lie on one line; move a corner or take one back.");
        }
        return area;
    }

    /** Without those that repeat the one before. */
    private static List<Coordinate> coordinates(List<Position> vertices) {
        List<Coordinate> out = new ArrayList<>();
        for (Position vertex : vertices) {
            Coordinate next = new Coordinate(vertex.lon(), vertex.lat());
            if (out.isEmpty() || !out.getLast().equals2D(next)) {
                out.add(next);
            }
        }
        return out;
    }

    private static LineString line(List<Coordinate> part) {
        return LayerFile.GEOMETRY.createLineString(part.toArray(Coordinate[]::new));
    }

    /**
     * What a shape would be drawn by; empty when no one list of vertices makes it: an area with holes or in parts, or
     * points.
     */
    public static Optional<List<Position>> vertices(Geometry shape) {
        if (shape.getNumGeometries() == 1 && shape.getGeometryN(0) instanceof Polygon polygon) {
            return corners(polygon).map(DrawnShape::positions);
        }
        if (shape instanceof MultiPolygon parts) {
            return joined(parts);
        }
        List<Position> through = new ArrayList<>();
        for (int i = 0; i < shape.getNumGeometries(); i++) {
            if (!(shape.getGeometryN(i) instanceof LineString part) || part.isEmpty()) {
                return Optional.empty();
            }
            List<Position> next = positions(part);
            if (!through.isEmpty() && isCut(through.getLast(), next.getFirst())) {
                through.removeLast();
                next = next.subList(1, next.size());
            } else if (!through.isEmpty()) {
                return Optional.empty();
            }
            through.addAll(next);
        }
        return shape instanceof Point || through.isEmpty() ? Optional.empty() : Optional.of(through);
    }

    /** The corners of an area without holes, the first not said again. */
    private static Optional<List<Coordinate>> corners(Polygon area) {
        List<Coordinate> ring = List.of(area.getExteriorRing().getCoordinates());
        return area.getNumInteriorRing() == 0 ? Optional.of(ring.subList(0, ring.size() - 1)) : Optional.empty();
    }

    /** An area that was cut at 180 degrees: its parts are put together again, and the corners of the cut left out. */
    private static Optional<List<Position>> joined(MultiPolygon parts) {
        List<Geometry> unrolled = new ArrayList<>();
        for (int i = 0; i < parts.getNumGeometries(); i++) {
            Envelope extent = parts.getGeometryN(i).getEnvelopeInternal();
            if (extent.getMinX() != -180 && extent.getMaxX() != 180) {
                return Optional.empty();
            }
            boolean west = extent.getMinX() == -180;
            unrolled.add(
                    AffineTransformation.translationInstance(west ? 360 : 0, 0).transform(parts.getGeometryN(i)));
        }
        Geometry whole = UnaryUnionOp.union(unrolled);
        return whole instanceof Polygon one
                ? corners(one).map(DrawnShape::withoutCut).map(DrawnShape::positions)
                : Optional.empty();
    }

    private static List<Coordinate> withoutCut(List<Coordinate> ring) {
        List<Coordinate> kept = new ArrayList<>();
        for (int i = 0; i < ring.size(); i++) {
            Coordinate before = ring.get(Math.floorMod(i - 1, ring.size()));
            Coordinate after = ring.get((i + 1) % ring.size());
            Coordinate here = ring.get(i);
            if (here.x != 180 || Distance.pointToSegment(here, before, after) > CUT) {
                kept.add(new Coordinate(here.x > 180 ? here.x - 360 : here.x, here.y));
            }
        }
        return kept;
    }

    private static boolean isCut(Position end, Position begin) {
        return Math.abs(end.lon()) == 180 && end.lon() == -begin.lon() && Math.abs(end.lat() - begin.lat()) < 1e-9;
    }

    private static List<Position> positions(LineString line) {
        return new ArrayList<>(positions(List.of(line.getCoordinates())));
    }

    private static List<Position> positions(List<Coordinate> vertices) {
        return vertices.stream().map(c -> new Position(c.y, c.x)).toList();
    }
}
