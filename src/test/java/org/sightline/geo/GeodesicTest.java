package org.sightline.geo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPolygon;

class GeodesicTest {
    private static final Position MINSK = new Position(53.90019, 27.56653);
    private static final Position YELSK = new Position(51.81363, 29.1544);

    /** GeographicLib's own example, JFK to Singapore; one along the equator. */
    @Test
    void distancesAreThoseOfTheEllipsoid() {
        Position newYork = new Position(40 + 38 / 60.0 + 23 / 3600.0, -(73 + 46 / 60.0 + 44 / 3600.0));
        Position singapore = new Position(1 + 21 / 60.0 + 33 / 3600.0, 103 + 59 / 60.0 + 22 / 3600.0);
        assertEquals(15347628, Geodesic.distance(newYork, singapore), 1);
        assertEquals(111319.49, Geodesic.distance(new Position(0, 0), new Position(0, 1)), 0.01);
        assertEquals(0, Geodesic.distance(YELSK, YELSK));
    }

    @Test
    void bearingsRunClockwiseFromNorth() {
        assertEquals(0, Geodesic.bearing(new Position(10, 20), new Position(11, 20)), 1e-9);
        assertEquals(90, Geodesic.bearing(new Position(0, 20), new Position(0, 21)), 1e-9);
        assertEquals(270, Geodesic.bearing(new Position(0, 20), new Position(0, 19)), 1e-9);
        Position back = Geodesic.destination(MINSK, Geodesic.bearing(MINSK, YELSK), Geodesic.distance(MINSK, YELSK));
        assertTrue(Geodesic.distance(back, YELSK) < 0.001);
    }

    @Test
    void aLineHasAVertexForEachStepAndKeepsItsLength() {
        Geometry line = Geodesic.line(MINSK, YELSK, 10_000);
        assertInstanceOf(LineString.class, line);
        assertEquals(Geodesic.distance(MINSK, YELSK), Geodesic.length(line), 0.01);
        for (int i = 1; i < line.getNumPoints(); i++) {
            Coordinate a = line.getCoordinates()[i - 1];
            Coordinate b = line.getCoordinates()[i];
            assertTrue(Geodesic.distance(a.x, a.y, b.x, b.y) <= 10_001);
        }
        assertEquals(new Coordinate(YELSK.lon(), YELSK.lat()), line.getCoordinates()[line.getNumPoints() - 1]);
    }

    @Test
    void aLineAcrossTheAntimeridianIsSplitThere() {
        Position tokyo = new Position(35.68, 139.77);
        Position losAngeles = new Position(34.05, -118.24);
        Geometry line = Geodesic.line(tokyo, losAngeles, 100_000);
        MultiLineString split = assertInstanceOf(MultiLineString.class, line);
        assertEquals(2, split.getNumGeometries());
        Coordinate[] first = split.getGeometryN(0).getCoordinates();
        Coordinate[] second = split.getGeometryN(1).getCoordinates();
        assertEquals(180, first[first.length - 1].x);
        assertEquals(-180, second[0].x);
        assertEquals(first[first.length - 1].y, second[0].y);
        assertEquals(Geodesic.distance(tokyo, losAngeles), Geodesic.length(line), 1);
    }

    @ParameterizedTest
    @CsvSource({
        "51.81363, 29.1544, 17000",
        "0, 0, 300000",
        "65, 179.9, 50000",
        "-17, -179.99, 20000",
        "89.9, 10, 100000",
        "-89, 0, 300000"
    })
    void aCircleHasTheAreaOfItsRadius(double lat, double lon, double metres) {
        Geometry circle = Geodesic.circle(new Position(lat, lon), metres);
        assertTrue(circle.isValid(), circle.toString());
        assertTrue(new Envelope(-180, 180, -90, 90).covers(circle.getEnvelopeInternal()));
        if (Math.abs(lat) < 88) {
            // 128 corners cut off 0.04 %
            assertEquals(Math.PI * metres * metres, Geodesic.area(circle), 0.001 * Math.PI * metres * metres);
        }
    }

    @Test
    void aCircleAcrossTheAntimeridianComesInTwoParts() {
        assertInstanceOf(MultiPolygon.class, Geodesic.circle(new Position(65, 179.9), 50_000));
    }

    @Test
    void areasLeaveOutHoles() {
        var factory = LayerFile.GEOMETRY;
        Geometry square = factory.toGeometry(new Envelope(0, 1, 0, 1));
        // one degree square at the equator (GeographicLib's Planimeter)
        assertEquals(12308778361.469, Geodesic.area(square), 10);
        Geometry holed = square.difference(factory.toGeometry(new Envelope(0.25, 0.75, 0.25, 0.75)));
        assertEquals(0.75, Geodesic.area(holed) / Geodesic.area(square), 0.001);
    }
}
