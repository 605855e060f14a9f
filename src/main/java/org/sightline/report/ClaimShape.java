package org.sightline.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.linearref.LengthIndexedLine;
import org.sightline.claim.Place;
import org.sightline.claim.Route;
import org.sightline.geo.AreaEdge;
import org.sightline.geo.Course;

/** Where a claim's pin stands and what the claim covers, for the page's map. Stateless. */
final class ClaimShape {
    private static final double UNIT = 1e-5;

    /** Vertices of one line beyond which it is drawn more coarsely. */
    private static final int MOST_VERTICES = 1_500;

    private ClaimShape() {}

    /** A point itself, the middle of a route, a point well inside an area. */
    static Coordinate anchor(Place place) {
        Geometry geometry = place.geometry();
        if (geometry instanceof Point point) {
            return point.getCoordinate();
        }
        if (place.isRoute()) {
            geometry = drawn(place);
            Geometry longest = geometry.getGeometryN(0);
            for (int i = 1; i < geometry.getNumGeometries(); i++) {
                longest =
                        geometry.getGeometryN(i).getLength() > longest.getLength() ? geometry.getGeometryN(i) : longest;
            }
            return new LengthIndexedLine(longest).extractPoint(longest.getLength() / 2);
        }
        return geometry.getInteriorPoint().getCoordinate();
    }

    /** What is drawn: a route leg by leg the short way over the ground, anything else as it is. */
    static Geometry drawn(Place place) {
        return place.isRoute() ? Course.of(place.geometry()) : place.geometry();
    }

    /** Writes the fields of a place into a claim's object. */
    static void write(Place place, JsonGenerator json) throws IOException {
        Coordinate at = anchor(place);
        json.writeFieldName("at");
        json.writeArray(new double[] {rounded(at.x), rounded(at.y)}, 0, 2);
        json.writeStringField("precision", place.precision().key());
        json.writeNumberField("radius", place.radiusMetres());
        if (place.geometry() instanceof Point) {
            return;
        }
        lines(place.isRoute() ? "route" : "area", drawn(place), json);
        Optional<Geometry> edge = AreaEdge.withoutCuts(place.geometry());
        if (edge.isPresent()) {
            lines("edge", edge.get(), json);
        }
        json.writeBooleanField("known", place.route().map(Route::pathKnown).orElse(true));
    }

    private static void lines(String field, Geometry geometry, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart(field);
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            Geometry part = geometry.getGeometryN(i);
            if (part instanceof Polygon polygon) {
                line(polygon.getExteriorRing(), json);
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    line(polygon.getInteriorRingN(hole), json);
                }
            } else if (part instanceof LineString line) {
                line(line, json);
            }
        }
        json.writeEndArray();
    }

    private static void line(LineString line, JsonGenerator json) throws IOException {
        Coordinate[] drawn = line.getCoordinates();
        double tolerance = UNIT;
        while (drawn.length > MOST_VERTICES) {
            tolerance *= 2;
            drawn = PackedLine.simplified(line.getCoordinates(), tolerance);
        }
        json.writeString(PackedLine.of(drawn, UNIT));
    }

    private static double rounded(double degrees) {
        return Math.rint(degrees * 1e6) / 1e6;
    }
}
