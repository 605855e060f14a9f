package org.sightline.board;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.sightline.DomainException;

/** Geometries in the journal's images, as RFC 7946 writes them; coordinates keep every digit. */
final class GeometryImage {
    private static final GeometryFactory WGS84 = new GeometryFactory(new PrecisionModel(), GeometryBlob.SRS_WGS84);

    private GeometryImage() {}

    static void write(Geometry geometry, CanonicalWriter out) {
        out.beginObject();
        if (geometry.getClass() == GeometryCollection.class) {
            out.key("geometries").beginArray();
            parts(geometry).forEach(part -> write(part, out));
            out.endArray();
        } else {
            out.key("coordinates");
            coordinates(geometry, out);
        }
        out.member("type", typeOf(geometry)).endObject();
    }

    private static String typeOf(Geometry geometry) {
        return geometry instanceof LinearRing ? Geometry.TYPENAME_LINESTRING : geometry.getGeometryType();
    }

    private static void coordinates(Geometry geometry, CanonicalWriter out) {
        switch (geometry) {
            case Point point -> {
                if (point.isEmpty()) {
                    out.beginArray().endArray();
                } else {
                    position(point.getCoordinate(), out);
                }
            }
            case LineString line -> positions(line, out);
            case Polygon polygon -> rings(polygon, out);
            case GeometryCollection multi -> {
                out.beginArray();
                parts(multi).forEach(part -> coordinates(part, out));
                out.endArray();
            }
            default -> throw new DomainException("A " + geometry.getGeometryType() + " cannot be stored as a place.");
        }
    }

    private static List<Geometry> parts(Geometry geometry) {
        return IntStream.range(0, geometry.getNumGeometries())
                .mapToObj(geometry::getGeometryN)
                .toList();
    }

    private static void positions(LineString line, CanonicalWriter out) {
        out.beginArray();
        for (Coordinate coordinate : line.getCoordinates()) {
            position(coordinate, out);
        }
        out.endArray();
    }

    private static void rings(Polygon polygon, CanonicalWriter out) {
        out.beginArray();
        if (!polygon.isEmpty()) {
            positions(polygon.getExteriorRing(), out);
        }
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            positions(polygon.getInteriorRingN(i), out);
        }
        out.endArray();
    }

    private static void position(Coordinate coordinate, CanonicalWriter out) {
        out.beginArray().value(coordinate.x).value(coordinate.y).endArray();
    }

    /** @throws DomainException when it is none of the seven kinds */
    static Geometry read(JsonNode node) {
        JsonNode at = node.path("coordinates");
        return switch (node.path("type").asText()) {
            case "Point" -> point(at);
            case "LineString" -> WGS84.createLineString(sequence(at));
            case "Polygon" -> polygon(at);
            case "MultiPoint" ->
                WGS84.createMultiPoint(each(at, GeometryImage::point).toArray(Point[]::new));
            case "MultiLineString" ->
                WGS84.createMultiLineString(
                        each(at, line -> WGS84.createLineString(sequence(line))).toArray(LineString[]::new));
            case "MultiPolygon" ->
                WGS84.createMultiPolygon(each(at, GeometryImage::polygon).toArray(Polygon[]::new));
            case "GeometryCollection" ->
                WGS84.createGeometryCollection(
                        each(node.path("geometries"), GeometryImage::read).toArray(Geometry[]::new));
            default -> throw new DomainException("A geometry in the journal is of no known kind.");
        };
    }

    private static <T> List<T> each(JsonNode array, Function<JsonNode, T> reader) {
        List<T> read = new ArrayList<>();
        array.forEach(node -> read.add(reader.apply(node)));
        return read;
    }

    private static Point point(JsonNode at) {
        return at.isEmpty() ? WGS84.createPoint() : WGS84.createPoint(coordinate(at));
    }

    private static Polygon polygon(JsonNode at) {
        List<LinearRing> rings = each(at, ring -> WGS84.createLinearRing(sequence(ring)));
        return rings.isEmpty()
                ? WGS84.createPolygon()
                : WGS84.createPolygon(
                        rings.getFirst(), rings.subList(1, rings.size()).toArray(LinearRing[]::new));
    }

    private static Coordinate[] sequence(JsonNode at) {
        return each(at, GeometryImage::coordinate).toArray(Coordinate[]::new);
    }

    private static Coordinate coordinate(JsonNode at) {
        return new Coordinate(at.path(0).asDouble(), at.path(1).asDouble());
    }
}
