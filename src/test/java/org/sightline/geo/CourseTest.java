package org.sightline.geo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class CourseTest {
    @Test
    void aLineThatNobodyCutGoesTheShortWayAboutTheWorld() throws ParseException {
        Geometry course = Course.of(new WKTReader().read("LINESTRING (178 -18, -172 -14)"));
        assertEquals(2, course.getNumGeometries());
        assertTrue(course.getGeometryN(0).getEnvelopeInternal().getMinX() >= 178, course.toText());
        assertEquals(180, course.getGeometryN(0).getEnvelopeInternal().getMaxX());
        assertEquals(-180, course.getGeometryN(1).getEnvelopeInternal().getMinX());
        assertEquals(-172, course.getGeometryN(1).getEnvelopeInternal().getMaxX());
    }

    @Test
    void legsThatMeetAreOneLineAndWhatLiesBetweenTwoLinesIsNotDrawn() throws ParseException {
        assertEquals(
                1,
                Course.of(new WKTReader().read("LINESTRING (20 50, 21 51, 22 52)"))
                        .getNumGeometries());
        Geometry two = Course.of(new WKTReader().read("MULTILINESTRING ((20 50, 21 51), (30 52, 31 53))"));
        assertEquals(2, two.getNumGeometries());
        assertEquals(21, two.getGeometryN(0).getEnvelopeInternal().getMaxX());
        assertEquals(30, two.getGeometryN(1).getEnvelopeInternal().getMinX());
    }
}
