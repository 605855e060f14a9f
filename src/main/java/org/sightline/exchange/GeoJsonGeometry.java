package org.sightline.exchange;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;

/**
 * Geometries as RFC 7946 words them: outer rings run counter-clockwise and holes clockwise (section 3.1.6), and what
 * crosses the antimeridian is cut in two there (section 3.1.9). A step of more than 180 degrees of longitude between two
 * vertices is taken to go the short way round. Stateless.
 */
public final class GeoJsonGeometry {
    private GeoJsonGeometry() {}

    /** The same geometry in the form that RFC 7946 asks for. */
    public static Geometry conforming(Geometry geometry) {
        if (geometry instanceof Point) {
            return geometry;
        }
        List<Geometry> parts = new ArrayList<>();
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            Geometry part = geometry.getGeometryN(i);
            if (part instanceof LineString line) {
                cut(line, parts);
            } else if (part instanceof Polygon polygon) {
                cut(polygon, parts);
            } else {
                parts.add(part);
            }
        }
        return geometry.getNumGeometries() == 1 && parts.size() == 1
                ? parts.get(0)
                : geometry.getFactory().buildGeometry(parts);
    }

    /** Whether the geometry has the form that RFC 7946 asks for, vertex by vertex. */
    static boolean conforms(Geometry geometry) {
        return geometry instanceof Point || conforming(geometry).equalsExact(geometry);
    }

    /** Writes the geometry's object; the geometry is made to conform first. */
    public static void write(JsonGenerator json, Geometry geometry) throws IOException {
        writeAsIs(json, conforming(geometry));
    }

    private static void writeAsIs(JsonGenerator json, Geometry geometry) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", geometry.getGeometryType());
        switch (geometry) {
            case Point point -> {
                json.writeFieldName("coordinates");
                position(json, point.getCoordinate());
            }
            case LineString line -> {
                json.writeFieldName("coordinates");
                positions(json, line.getCoordinates());
            }
            case Polygon polygon -> {
                json.writeFieldName("coordinates");
                rings(json, polygon);
            }
            default -> collection(json, geometry);
        }
        json.writeEndObject();
    }

    private static void collection(JsonGenerator json, Geometry geometry) throws IOException {
        boolean mixed = geometry.getGeometryType().equals(Geometry.TYPENAME_GEOMETRYCOLLECTION);
        json.writeArrayFieldStart(mixed ? "geometries" : "coordinates");
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            Geometry part = geometry.getGeometryN(i);
            if (mixed) {
                writeAsIs(json, part);
            } else if (part instanceof Polygon polygon) {
                rings(json, polygon);
            } else if (part instanceof LineString line) {
                positions(json, line.getCoordinates());
            } else {
                position(json, part.getCoordinate());
            }
        }
        json.writeEndArray();
    }

    private static void rings(JsonGenerator json, Polygon polygon) throws IOException {
        json.writeStartArray();
        positions(json, polygon.getExteriorRing().getCoordinates());
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            positions(json, polygon.getInteriorRingN(i).getCoordinates());
        }
        json.writeEndArray();
    }

    private static void positions(JsonGenerator json, Coordinate[] coordinates) throws IOException {
        json.writeStartArray();
        for (Coordinate c : coordinates) {
            position(json, c);
        }
        json.writeEndArray();
    }

    private static void position(JsonGenerator json, Coordinate c) throws IOException {
        json.writeStartArray();
        json.writeNumber(c.x);
        json.writeNumber(c.y);
        json.writeEndArray();
    }

    private static void cut(LineString line, List<Geometry> parts) {
        Coordinate[] all = line.getCoordinates();
        int before = parts.size();
        boolean whole = true;
        List<Coordinate> run = new ArrayList<>();
        for (int i = 0; i < all.length; i++) {
            if (i > 0 && Math.abs(all[i].x - all[i - 1].x) > 180) {
                double edge = all[i - 1].x > 0 ? 180 : -180;
                double lat = latitudeAtEdge(all[i - 1], all[i], edge);
                run.add(new Coordinate(edge, lat));
                addLine(line.getFactory(), run, false, parts);
                run.clear();
                whole = false;
                run.add(new Coordinate(-edge, lat));
            }
            run.add(new Coordinate(all[i].x, all[i].y));
        }
        addLine(line.getFactory(), run, whole, parts);
        if (parts.size() == before) { // from one side of the world to the other
            parts.add(line);
        }
    }

    /** Of a cut line, what only touches the antimeridian is left out. */
    private static void addLine(GeometryFactory factory, List<Coordinate> run, boolean whole, List<Geometry> parts) {
        boolean oneSpot = run.stream().allMatch(c -> c.equals2D(run.get(0)));
        if (run.size() > 1 && (whole || !oneSpot)) {
            parts.add(factory.createLineString(run.toArray(Coordinate[]::new)));
        }
    }

    private static double latitudeAtEdge(Coordinate from, Coordinate to, double edge) {
        double toX = to.x + Math.signum(edge) * 360;
        return toX == from.x ? from.y : from.y + (to.y - from.y) * (edge - from.x) / (toX - from.x);
    }

    private static void cut(Polygon polygon, List<Geometry> parts) {
        Polygon unrolled = isWorldWide(polygon) ? polygon : unrolled(polygon);
        Envelope e = unrolled.getEnvelopeInternal();
        if (e.getMinX() >= -180 && e.getMaxX() <= 180) {
            parts.add(rightHanded(unrolled));
            return;
        }
        GeometryFactory factory = polygon.getFactory();
        for (int turn = -1; turn <= 1; turn++) {
            Geometry world = factory.toGeometry(new Envelope(turn * 360 - 180, turn * 360 + 180, -90, 90));
            Geometry piece =
                    AffineTransformation.translationInstance(-turn * 360.0, 0).transform(unrolled.intersection(world));
            for (int i = 0; i < piece.getNumGeometries(); i++) {
                if (piece.getGeometryN(i) instanceof Polygon part && !part.isEmpty()) {
                    parts.add(rightHanded(part));
                }
            }
        }
    }

    /**
     * Whether an edge from -180 to 180 degrees goes round the world rather than nowhere: where it does, the ring is a
     * good one as it is written, and nothing else in it has to be taken the short way.
     */
    private static boolean isWorldWide(Polygon polygon) {
        Coordinate[] all = polygon.getExteriorRing().getCoordinates();
        boolean round = false;
        for (int i = 1; i < all.length; i++) {
            double step = Math.abs(all[i].x - all[i - 1].x);
            if (step > 180 && step != 360) {
                return false;
            }
            round |= step == 360;
        }
        return round && polygon.isValid();
    }

    /** Rings whose longitudes run on past 180 where they cross it, instead of jumping. */
    private static Polygon unrolled(Polygon polygon) {
        GeometryFactory factory = polygon.getFactory();
        LinearRing shell = unrolled(polygon.getExteriorRing(), Double.NaN);
        double near = shell.getEnvelopeInternal().centre().x;
        LinearRing[] holes = new LinearRing[polygon.getNumInteriorRing()];
        for (int i = 0; i < holes.length; i++) {
            holes[i] = unrolled(polygon.getInteriorRingN(i), near);
        }
        return factory.createPolygon(shell, holes);
    }

    private static LinearRing unrolled(LinearRing ring, double near) {
        Coordinate[] out = new Coordinate[ring.getNumPoints()];
        double previous = Double.isNaN(near) ? ring.getCoordinateN(0).x : near;
        for (int i = 0; i < out.length; i++) {
            Coordinate c = ring.getCoordinateN(i);
            double x = c.x + 360 * Math.rint((previous - c.x) / 360);
            out[i] = new Coordinate(x, c.y);
            previous = x;
        }
        out[out.length - 1] = out[0].copy();
        return ring.getFactory().createLinearRing(out);
    }

    private static Polygon rightHanded(Polygon polygon) {
        LinearRing[] holes = new LinearRing[polygon.getNumInteriorRing()];
        for (int i = 0; i < holes.length; i++) {
            holes[i] = turned(polygon.getInteriorRingN(i), false);
        }
        return polygon.getFactory().createPolygon(turned(polygon.getExteriorRing(), true), holes);
    }

    private static LinearRing turned(LinearRing ring, boolean counterClockwise) {
        return Orientation.isCCW(ring.getCoordinateSequence()) == counterClockwise ? ring : ring.reverse();
    }
}
