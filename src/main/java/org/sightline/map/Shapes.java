package org.sightline.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/**
 * Points, lines and areas to be laid over a map. Areas may be wound either way and may lie within one another: what is
 * within an odd number of rings of one geometry is inside.
 *
 * @param geometries lines and polygons and collections of them, in degrees, longitudes within -180 to 180
 * @param geometryNames one for each geometry, empty where it has none; or none at all
 * @param points longitude and latitude in turn, degrees
 * @param pointNames one for each point; or none at all
 */
@SuppressWarnings("ArrayRecordComponent")
public record Shapes(List<Geometry> geometries, List<String> geometryNames, double[] points, List<String> pointNames) {

    public Shapes {
        geometries = List.copyOf(geometries);
        geometryNames = List.copyOf(geometryNames);
        pointNames = List.copyOf(pointNames);
    }

    /** Degrees; empty when there is nothing. */
    public Optional<Envelope> extent() {
        Envelope all = new Envelope();
        geometries.forEach(geometry -> all.expandToInclude(geometry.getEnvelopeInternal()));
        for (int i = 0; i < points.length; i += 2) {
            all.expandToInclude(points[i], points[i + 1]);
        }
        return all.isNull() ? Optional.empty() : Optional.of(all);
    }

    /** Sides of the geometries, and points as sides without length, that reach into an extent; at most {@code most}. */
    List<LineSegment> sidesIn(Envelope extent, int most) {
        List<LineSegment> sides = new ArrayList<>();
        for (int i = 0; i < points.length && sides.size() < most; i += 2) {
            if (extent.covers(points[i], points[i + 1])) {
                Coordinate at = new Coordinate(points[i], points[i + 1]);
                sides.add(new LineSegment(at, at));
            }
        }
        geometries.forEach(geometry -> collect(geometry, extent, most, sides));
        return sides;
    }

    private static void collect(Geometry geometry, Envelope extent, int most, List<LineSegment> sides) {
        if (sides.size() >= most || !geometry.getEnvelopeInternal().intersects(extent)) {
            return;
        }
        switch (geometry) {
            case LineString line -> {
                CoordinateSequence through = line.getCoordinateSequence();
                for (int i = 1; i < through.size() && sides.size() < most; i++) {
                    Coordinate from = through.getCoordinate(i - 1);
                    Coordinate to = through.getCoordinate(i);
                    if (extent.intersects(from, to)) {
                        sides.add(new LineSegment(from, to));
                    }
                }
            }
            case Polygon area -> {
                collect(area.getExteriorRing(), extent, most, sides);
                for (int i = 0; i < area.getNumInteriorRing(); i++) {
                    collect(area.getInteriorRingN(i), extent, most, sides);
                }
            }
            case GeometryCollection parts -> {
                for (int i = 0; i < parts.getNumGeometries(); i++) {
                    collect(parts.getGeometryN(i), extent, most, sides);
                }
            }
            default -> {} // points are kept apart
        }
    }
}
