package org.sightline.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.sightline.DomainException;
import org.sightline.claim.Place;

/** Geometries of GeoJSON (RFC 7946, section 3.1); heights are left out. Stateless. */
final class GeoJsonReading {
    private static final GeometryFactory FACTORY = Place.WGS84;

    private GeoJsonReading() {}

    /**
     * Empty for null.
     *
     * @throws DomainException when it is no geometry
     */
    static Optional<Geometry> geometry(JsonNode node) {
        if (!node.isObject()) {
            return Optional.empty();
        }
        try {
            Geometry geometry = read(node);
            return geometry.isEmpty() ? Optional.empty() : Optional.of(geometry);
        } catch (IllegalArgumentException e) { // such as a ring that is not closed
            throw new DomainException("The geometry is not as GeoJSON has it: " + e.getMessage() + ".", e);
        }
    }

    private static Geometry read(JsonNode node) {
        JsonNode at = node.path("coordinates");
        return switch (node.path("type").asText()) {
            case "Point" -> FACTORY.createPoint(position(at));
            case "MultiPoint" -> FACTORY.createMultiPointFromCoords(positions(at));
            case "LineString" -> line(at);
            case "MultiLineString" -> FACTORY.createMultiLineString(lines(at).toArray(LineString[]::new));
            case "Polygon" -> polygon(at);
            case "MultiPolygon" -> {
                List<Polygon> all = new ArrayList<>();
                at.forEach(part -> all.add(polygon(part)));
                yield FACTORY.createMultiPolygon(all.toArray(Polygon[]::new));
            }
            case "GeometryCollection" -> {
                List<Geometry> all = new ArrayList<>();
                node.path("geometries").forEach(part -> all.add(read(part)));
                yield FACTORY.buildGeometry(all);
            }
            default -> throw new IllegalArgumentException("it is of no known type");
        };
    }

    private static List<LineString> lines(JsonNode node) {
        List<LineString> all = new ArrayList<>();
        node.forEach(line -> all.add(line(line)));
        return all;
    }

    private static Polygon polygon(JsonNode node) {
        List<LinearRing> rings = new ArrayList<>();
        node.forEach(ring -> rings.add(ring(ring)));
        if (rings.isEmpty()) {
            return FACTORY.createPolygon();
        }
        return FACTORY.createPolygon(
                rings.getFirst(), rings.subList(1, rings.size()).toArray(LinearRing[]::new));
    }

    private static LineString line(JsonNode node) {
        Coordinate[] all = positions(node);
        if (all.length == 1) {
            throw new IllegalArgumentException("a line has one position only");
        }
        return FACTORY.createLineString(all);
    }

    private static LinearRing ring(JsonNode node) {
        Coordinate[] all = positions(node);
        if (all.length > 0 && !all[0].equals2D(all[all.length - 1])) {
            throw new IllegalArgumentException("a ring is not closed");
        }
        if (all.length > 0 && all.length < LinearRing.MINIMUM_VALID_SIZE) {
            throw new IllegalArgumentException("a ring has too few positions");
        }
        return FACTORY.createLinearRing(all);
    }

    private static Coordinate[] positions(JsonNode node) {
        Coordinate[] all = new Coordinate[node.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = position(node.get(i));
        }
        return all;
    }

    private static Coordinate position(JsonNode node) {
        if (!node.path(0).isNumber() || !node.path(1).isNumber()) {
            throw new IllegalArgumentException("a position is no pair of numbers");
        }
        Coordinate at = new Coordinate(node.get(0).doubleValue(), node.get(1).doubleValue());
        if (!Double.isFinite(at.x) || !Double.isFinite(at.y)) {
            throw new IllegalArgumentException("a position is beyond all numbers");
        }
        return at;
    }
}
