package org.sightline.geo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class AreaEdgeTest {
    @Test
    void anAreaInTwoPartsThatMeetAtTheAntimeridianHasNoEdgeThere() throws ParseException {
        Geometry edge = edge("MULTIPOLYGON (((170 -10, 180 -10, 180 10, 170 10, 170 -10)),"
                + " ((-180 -10, -170 -10, -170 10, -180 10, -180 -10)))");
        assertEquals(20 + 4 * 10, edge.getLength() - 20, 1e-9, edge.toText()); // two short sides, four long halves
        assertEquals(0, seam(edge), edge.toText());
    }

    @Test
    void aSideOnTheAntimeridianWithNothingBeyondItIsBoundary() throws ParseException {
        assertTrue(AreaEdge.withoutCuts(read("POLYGON ((170 -10, 180 -10, 180 10, 170 10, 170 -10))"))
                .isEmpty());
        Geometry half = edge("MULTIPOLYGON (((170 -10, 180 -10, 180 10, 170 10, 170 -10)),"
                + " ((-180 0, -170 0, -170 10, -180 10, -180 0)))");
        assertEquals(10 + 10 + 10 + 20 + 10 + 10 + 10, half.getLength(), 1e-9, half.toText());
        assertEquals(1, seam(half), half.toText());
    }

    @Test
    void anAreaAroundAPoleIsBoundedByItsParallelAlone() throws ParseException {
        Geometry edge = edge("POLYGON ((-180 60, 180 60, 180 90, -180 90, -180 60))");
        assertEquals("MULTILINESTRING ((-180 60, 180 60))", edge.toText());
    }

    @Test
    void aCircleAcrossTheAntimeridianIsBoundedByItsRimAlone() {
        Geometry edge = AreaEdge.withoutCuts(Geodesic.circle(new Position(-17, 179.5), 300_000))
                .orElseThrow();
        assertEquals(0, seam(edge), edge.toText());
    }

    @Test
    void anAreaElsewhereHasNoCuts() throws ParseException {
        assertTrue(AreaEdge.withoutCuts(read("POLYGON ((20 50, 30 50, 30 55, 20 50))"))
                .isEmpty());
    }

    private static Geometry edge(String area) throws ParseException {
        return AreaEdge.withoutCuts(read(area)).orElseThrow();
    }

    private static Geometry read(String wkt) throws ParseException {
        return new WKTReader().read(wkt);
    }

    /** How many sides run along the antimeridian. */
    private static long seam(Geometry lines) {
        long sides = 0;
        for (int i = 0; i < lines.getNumGeometries(); i++) {
            double[] x = Arrays.stream(lines.getGeometryN(i).getCoordinates())
                    .mapToDouble(c -> Math.abs(c.x))
                    .toArray();
            for (int v = 1; v < x.length; v++) {
                sides += x[v] == 180 && x[v - 1] == 180 ? 1 : 0;
            }
        }
        return sides;
    }
}
