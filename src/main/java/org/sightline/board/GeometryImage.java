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

    static CanonicalJson.Members write(Geometry geometry) {
        CanonicalJson.Members object = CanonicalJson.object().with("type", typeOf(geometry));
        return geometry.getClass() == GeometryCollection.class
                ? object.with(
                        "geometries",
                        parts(geometry).stream().map(GeometryImage::write).toList())
                : object.with("coordinates", coordinates(geometry));
    }

    private static String typeOf(Geometry geometry) {
        return geometry instanceof LinearRing ? Geometry.TYPENAME_LINESTRING : geometry.getGeometryType();
    }

    private static List<?> coordinates(Geometry geometry) {
        return switch (geometry) {
            case Point point -> point.isEmpty() ? List.of() : position(point.getCoordinate());
            case LineString line -> positions(line);
            case Polygon polygon -> rings(polygon);
            case GeometryCollection multi ->
                parts(multi).stream().map(GeometryImage::coordinates).toList();
            default -> throw new DomainException("A " + geometry.getGeometryType() + " cannot be stored as a place.");
        };
    }

    private static List<Geometry> parts(Geometry geometry) {
        return IntStream.range(0, geometry.getNumGeometries())
                .mapToObj(geometry::getGeometryN)
                .toList();
    }

    private static List<List<Double>> positions(LineString line) {
        List<List<Double>> positions = new ArrayList<>();
        for (Coordinate coordinate : line.getCoordinates()) {
            positions.add(position(coordinate));
        }
        return positions;
    }

    private static List<List<List<Double>>> rings(Polygon polygon) {
        List<List<List<Double>>> rings = new ArrayList<>();
        if (!polygon.isEmpty()) {
            rings.add(positions(polygon.getExteriorRing()));
        }
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            rings.add(positions(polygon.getInteriorRingN(i)));
        }
        return rings;
    }

    private static List<Double> position(Coordinate coordinate) {
        return List.of(coordinate.x, coordinate.y);
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
