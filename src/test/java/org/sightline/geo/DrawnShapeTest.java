package org.sightline.geo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.sightline.DomainException;

class DrawnShapeTest {
    private static final Position MINSK = new Position(53.9, 27.5);
    private static final Position GOMEL = new Position(52.4, 31);
    private static final Position YELSK = new Position(51.8, 29.1);

    @Test
    void aRouteGoesThroughItsVerticesAndBack() {
        Geometry route = DrawnShape.route(List.of(MINSK, MINSK, GOMEL, YELSK));
        assertEquals("LINESTRING (27.5 53.9, 31 52.4, 29.1 51.8)", route.toText());
        assertEquals(Optional.of(List.of(MINSK, GOMEL, YELSK)), DrawnShape.vertices(route));
    }

    @Test
    void anAreaGoesAboutItsCornersAndBack() {
        Geometry area = DrawnShape.area(List.of(MINSK, GOMEL, YELSK, MINSK));
        assertEquals("POLYGON ((27.5 53.9, 31 52.4, 29.1 51.8, 27.5 53.9))", area.toText());
        assertEquals(Optional.of(List.of(MINSK, GOMEL, YELSK)), DrawnShape.vertices(area));
    }

    @Test
    void shapesAreCutAt180DegreesAndRoutesJoinedAgain() {
        List<Position> east = List.of(new Position(60, 170), new Position(64, -170), new Position(62, 178));
        Geometry route = DrawnShape.route(east);
        assertEquals(3, route.getNumGeometries());
        assertEquals(new Coordinate(180, 62), route.getGeometryN(0).getCoordinates()[1]);
        assertEquals(new Coordinate(-180, 62), route.getGeometryN(1).getCoordinates()[0]);
        assertEquals(Optional.of(east), DrawnShape.vertices(route));
        Geometry area = DrawnShape.area(List.of(new Position(60, 170), new Position(60, -170), new Position(65, 180)));
        assertEquals(2, area.getNumGeometries());
        assertTrue(area.getEnvelopeInternal().getMaxX() <= 180 && area.isValid(), area.toText());
        assertEquals(20 * 5 / 2.0, area.getArea(), 1e-9);
        List<Position> corners = DrawnShape.vertices(area).orElseThrow();
        assertEquals(3, corners.size(), corners.toString());
        assertTrue(corners.contains(new Position(60, 170)) && corners.contains(new Position(60, -170)));
        assertTrue(DrawnShape.area(corners).equalsTopo(area));
    }

    @Test
    void anAreaThatCrosses180DegreesTwiceIsPutTogetherAgain() {
        List<Position> corners = List.of(
                new Position(60, 175),
                new Position(60, -175),
                new Position(61, -175),
                new Position(61, 178),
                new Position(63, 178),
                new Position(63, -176),
                new Position(64, -176),
                new Position(64, 175));
        Geometry area = DrawnShape.area(corners);
        assertEquals(3, area.getNumGeometries());
        List<Position> again = DrawnShape.vertices(area).orElseThrow();
        assertEquals(java.util.Set.copyOf(corners), java.util.Set.copyOf(again));
        assertEquals(corners.size(), again.size());
        assertTrue(DrawnShape.area(again).equalsTopo(area));
    }

    @Test
    void areasInPartsHaveNoOneListOfVertices() {
        Geometry apart = DrawnShape.area(List.of(new Position(0, 0), new Position(0, 1), new Position(1, 1)))
                .union(DrawnShape.area(List.of(new Position(5, 5), new Position(5, 6), new Position(6, 6))));
        assertEquals(Optional.empty(), DrawnShape.vertices(apart));
    }

    @Test
    void whatIsNoShapeIsRefused() {
        assertThrows(DomainException.class, () -> DrawnShape.route(List.of(MINSK, MINSK)));
        assertThrows(DomainException.class, () -> DrawnShape.area(List.of(MINSK, GOMEL, MINSK)));
        List<Position> bow = List.of(new Position(0, 0), new Position(1, 1), new Position(1, 0), new Position(0, 1));
        assertThrows(DomainException.class, () -> DrawnShape.area(bow));
        List<Position> flat = List.of(new Position(0, 0), new Position(0, 1), new Position(0, 2));
        assertThrows(DomainException.class, () -> DrawnShape.area(flat));
    }

    @Test
    void pointsAndAreasWithHolesHaveNoVerticesToMove() {
        assertEquals(Optional.empty(), DrawnShape.vertices(LayerFile.GEOMETRY.createPoint(new Coordinate(1, 2))));
        Geometry holed = LayerFile.GEOMETRY
                .createPoint(new Coordinate(0, 0))
                .buffer(2)
                .difference(LayerFile.GEOMETRY.createPoint(new Coordinate(0, 0)).buffer(1));
        assertEquals(Optional.empty(), DrawnShape.vertices(holed));
    }
}
