package org.sightline.geo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class LongitudeSpanTest {
    @Test
    void theShorterWayAboutTheWorldIsTaken() {
        LongitudeSpan span = new LongitudeSpan();
        span.add(new Envelope(178, 179, -18, -17));
        span.add(new Envelope(-179, -178, -16, -15));
        assertEquals(new Envelope(178, 182, -18, -15), span.extent().orElseThrow());
    }

    @Test
    void aLineThatNobodyCutGoesTheShortWay() throws ParseException {
        LongitudeSpan span = new LongitudeSpan();
        span.add(new WKTReader().read("LINESTRING (178 -18, -172 -14)"));
        assertEquals(new Envelope(178, 188, -18, -14), span.extent().orElseThrow());
    }

    @Test
    void onOneSideNothingRunsPast() {
        LongitudeSpan span = new LongitudeSpan();
        span.add(new Envelope(23, 30, 51, 56));
        span.add(new Envelope(-5, 2, 40, 45));
        assertEquals(new Envelope(-5, 30, 40, 56), span.extent().orElseThrow());
    }
}
