package org.sightline.geo;

import java.util.ArrayList;
import java.util.List;
import net.sf.geographiclib.GeodesicData;
import net.sf.geographiclib.GeodesicLine;
import net.sf.geographiclib.GeodesicMask;
import net.sf.geographiclib.PolygonArea;
import net.sf.geographiclib.PolygonResult;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/**
 * Distances and lines on the WGS 84 ellipsoid (C. F. F. Karney, "Algorithms for geodesics", J. Geodesy 87, 2013, through
 * GeographicLib; good to some nanometres). Stateless, safe for any thread. Geometries are in degrees, longitude then
 * latitude, within -180 to 180: what would cross the antimeridian is split there.
 */
public final class Geodesic {
    private static final net.sf.geographiclib.Geodesic EARTH = net.sf.geographiclib.Geodesic.WGS84;
    private static final int CIRCLE_VERTICES = 128;
    private static final int MOST_VERTICES = 10_000;

    private Geodesic() {}

    /** Metres. */
    public static double distance(Position from, Position to) {
        return distance(from.lon(), from.lat(), to.lon(), to.lat());
    }

    static double distance(double fromLon, double fromLat, double toLon, double toLat) {
        return EARTH.Inverse(fromLat, fromLon, toLat, toLon, GeodesicMask.DISTANCE).s12;
    }

    /** Degrees clockwise from north, 0 to 360, at {@code from}. */
    public static double bearing(Position from, Position to) {
        double azimuth = EARTH.Inverse(from.lat(), from.lon(), to.lat(), to.lon(), GeodesicMask.AZIMUTH).azi1;
        return azimuth < 0 ? azimuth + 360 : azimuth;
    }

    /** The position reached from {@code from} after {@code metres} at {@code bearing} (degrees clockwise from north). */
    public static Position destination(Position from, double bearing, double metres) {
        GeodesicData end = EARTH.Direct(from.lat(), from.lon(), bearing, metres);
        return new Position(end.lat2, end.lon2);
    }

    /**
     * The shortest line, with a vertex at least every {@code stepMetres}; split at the antimeridian.
     *
     * @param stepMetres more than 0; raised where it would make more than ten thousand vertices
     * @return a LineString, or a MultiLineString when it was split
     */
    public static Geometry line(Position from, Position to, double stepMetres) {
        if (!(stepMetres > 0)) {
            throw new IllegalArgumentException("The step must be more than 0 metres, not " + stepMetres);
        }
        GeodesicLine line = EARTH.InverseLine(from.lat(), from.lon(), to.lat(), to.lon());
        double metres = line.Distance();
        int steps = (int) Math.max(1, Math.min(MOST_VERTICES, Math.ceil(metres / stepMetres)));
        List<LineString> parts = new ArrayList<>();
        List<Coordinate> part = new ArrayList<>();
        part.add(new Coordinate(from.lon(), from.lat()));
        double before = 0;
        for (int i = 1; i <= steps; i++) {
            double along = metres * i / steps;
            Coordinate next = i == steps ? new Coordinate(to.lon(), to.lat()) : at(line, along);
            Coordinate last = part.getLast();
            if (Math.abs(next.x - last.x) > 180) {
                double edge = last.x > 0 ? 180 : -180;
                double lat = latitudeAtAntimeridian(line, before, along);
                part.add(new Coordinate(edge, lat));
                parts.add(lineString(part));
                part = new ArrayList<>(List.of(new Coordinate(-edge, lat)));
            }
            part.add(next);
            before = along;
        }
        parts.add(lineString(part));
        return parts.size() == 1
                ? parts.getFirst()
                : LayerFile.GEOMETRY.createMultiLineString(parts.toArray(LineString[]::new));
    }

    private static LineString lineString(List<Coordinate> part) {
        return LayerFile.GEOMETRY.createLineString(part.toArray(Coordinate[]::new));
    }

    private static Coordinate at(GeodesicLine line, double along) {
        GeodesicData point = line.Position(along, GeodesicMask.LATITUDE | GeodesicMask.LONGITUDE);
        return new Coordinate(point.lon2, point.lat2);
    }

    private static double latitudeAtAntimeridian(GeodesicLine line, double from, double to) {
        double low = from;
        double high = to;
        boolean east = at(line, from).x > 0;
        while (high - low > 0.001) {
            double middle = (low + high) / 2;
            if (at(line, middle).x > 0 == east) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return at(line, low).y;
    }

    /**
     * The polygon of points {@code metres} from the centre. Around a pole it is closed along the edge of the map; across
     * the antimeridian it is split.
     *
     * @param metres more than 0, less than ten million (a quarter of a great circle)
     * @return a Polygon, or a MultiPolygon when it was split
     */
    public static Geometry circle(Position centre, double metres) {
        if (!(metres > 0 && metres < 10e6)) {
            throw new IllegalArgumentException("A circle's radius must be from 0 to 10,000 km, not " + metres + " m");
        }
        Coordinate[] ring = new Coordinate[CIRCLE_VERTICES + 1];
        for (int i = 0; i < CIRCLE_VERTICES; i++) {
            GeodesicData point = EARTH.Direct(centre.lat(), centre.lon(), 360.0 * i / CIRCLE_VERTICES, metres);
            ring[i] = new Coordinate(point.lon2, point.lat2);
        }
        ring[CIRCLE_VERTICES] = ring[0].copy();
        double pole = distance(centre, new Position(Math.copySign(90, centre.lat()), 0));
        return Antimeridian.polygon(ring, pole <= metres ? Math.copySign(90, centre.lat()) : Double.NaN);
    }

    /** Metres along a line or all lines of a collection; of a polygon, along its rings; 0 for points. */
    public static double length(Geometry line) {
        if (line.getNumGeometries() > 1) {
            double sum = 0;
            for (int i = 0; i < line.getNumGeometries(); i++) {
                sum += length(line.getGeometryN(i));
            }
            return sum;
        }
        return switch (line.getNumGeometries() == 0 ? line : line.getGeometryN(0)) {
            case LineString single -> length(single.getCoordinateSequence());
            case Polygon polygon -> {
                double sum = length(polygon.getExteriorRing().getCoordinateSequence());
                for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                    sum += length(polygon.getInteriorRingN(i).getCoordinateSequence());
                }
                yield sum;
            }
            default -> 0;
        };
    }

    private static double length(CoordinateSequence points) {
        double sum = 0;
        for (int i = 1; i < points.size(); i++) {
            sum += distance(points.getX(i - 1), points.getY(i - 1), points.getX(i), points.getY(i));
        }
        return sum;
    }

    /** Square metres of a polygon or all polygons of a collection, holes left out; 0 for others. Edges are geodesics. */
    public static double area(Geometry polygon) {
        double sum = 0;
        for (int i = 0; i < polygon.getNumGeometries(); i++) {
            if (polygon.getGeometryN(i) instanceof Polygon part) {
                sum += area(part.getExteriorRing());
                for (int hole = 0; hole < part.getNumInteriorRing(); hole++) {
                    sum -= area(part.getInteriorRingN(hole));
                }
            }
        }
        return sum;
    }

    private static double area(LineString ring) {
        CoordinateSequence points = ring.getCoordinateSequence();
        PolygonArea area = new PolygonArea(EARTH, false);
        for (int i = 0; i + 1 < points.size(); i++) {
            area.AddPoint(points.getY(i), points.getX(i));
        }
        PolygonResult result = area.Compute();
        return Math.abs(result.area);
    }
}
