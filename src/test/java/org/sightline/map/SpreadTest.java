package org.sightline.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;
import org.sightline.claim.PlacePrecision;
import org.sightline.geo.MapProjection;

/** Heads of pins that stand at one place. */
class SpreadTest {
    private static final MapView VIEW =
            MapView.fit(MapProjection.webMercator(), new Envelope(28, 30, 51, 52.6), 1280, 800, 0);

    private static PinLayout layout(int count) {
        MapClaims claims = new MapClaims();
        for (int i = 0; i < count; i++) {
            claims.at(51.8, 29, PlacePrecision.TOWN);
        }
        MapContent content = MapContent.of(claims.list()).spread();
        return ClaimField.of(VIEW.projection(), content.claims()).layout(VIEW, content, MapTheme.LIGHT);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 20, 60, 120})
    void ofManyAtOnePlaceNoneHidesAnother(int count) {
        List<PinLayout.Pin> pins = layout(count).pins();
        assertEquals(count, pins.size());
        double radius = SymbolSet.PINS.radius(MapTheme.LIGHT);
        for (PinLayout.Pin pin : pins) {
            for (PinLayout.Pin other : pins) {
                double apart = Math.hypot(pin.headX() - other.headX(), pin.headY() - other.headY());
                assertTrue(pin.index() == other.index() || apart >= 2.2 * radius, () -> pin + " and " + other);
            }
        }
    }

    @Test
    void fewStandNear() {
        double radius = SymbolSet.PINS.radius(MapTheme.LIGHT);
        for (PinLayout.Pin pin : layout(12).pins()) {
            double reach = Math.hypot(pin.headX() - pin.x(), pin.headY() - pin.y());
            assertTrue(reach <= 6 * radius, pin.toString());
        }
    }
}
