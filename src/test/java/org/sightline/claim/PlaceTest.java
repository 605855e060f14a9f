package org.sightline.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.sightline.DomainException;

class PlaceTest {
    private static final Geometry LINE =
            Place.WGS84.createLineString(new Coordinate[] {new Coordinate(27.56, 53.9), new Coordinate(37.6, 55.75)});

    private static Place point(double lat, double lon, PlacePrecision precision) {
        return Place.point("x", lat, lon, precision);
    }

    @Test
    void aPointTakesTheRadiusOfItsPrecision() {
        Place yelsk = Place.point("Yelsk", 51.81363, 29.1544, PlacePrecision.TOWN);
        assertEquals(3000, yelsk.radiusMetres());
        assertEquals(29.1544, yelsk.geometry().getCoordinate().x);
        assertEquals(4326, yelsk.geometry().getSRID());
        assertEquals(1000, yelsk.withPrecision(PlacePrecision.LOCALITY).radiusMetres());
        assertEquals(250, yelsk.withRadius(250).radiusMetres());
    }

    @Test
    void aRouteIsNamedByItsEnds() {
        Place route = Place.route(new Route("Minsk", "Russia", false), LINE, PlacePrecision.COUNTRY);
        assertEquals("Minsk -> Russia", route.name());
        assertTrue(route.isRoute());
    }

    @ParameterizedTest
    @CsvSource({"91, 0", "-90.1, 0", "0, 180.5", "NaN, 0", "0, Infinity"})
    void coordinatesOutOfRangeAreRefused(double lat, double lon) {
        String message = assertThrows(DomainException.class, () -> point(lat, lon, PlacePrecision.EXACT))
                .getMessage();
        assertTrue(message.contains("out of range"), message);
    }

    @Test
    void aLineNeedsARouteAndARouteALine() {
        assertThrows(
                DomainException.class,
                () -> new Place("x", LINE, PlacePrecision.TOWN, 1, Optional.empty(), Optional.empty()));
        assertThrows(
                DomainException.class,
                () -> Place.route(
                        new Route("a", "b", true), Place.WGS84.createPoint(new Coordinate(1, 1)), PlacePrecision.TOWN));
        assertThrows(DomainException.class, () -> new Route("Minsk", " ", true));
        assertThrows(DomainException.class, () -> Place.area("x", Place.WGS84.createPolygon(), PlacePrecision.REGION));
        assertThrows(
                DomainException.class, () -> point(1, 1, PlacePrecision.TOWN).withRadius(0));
        assertThrows(
                DomainException.class, () -> point(1, 1, PlacePrecision.TOWN).withCountry(Optional.of("BLR")));
    }

    @Test
    void changingTheGeometryAfterwardsDoesNotMoveThePlace() {
        Geometry given = Place.WGS84.createPoint(new Coordinate(29, 51));
        Place place = new Place("x", given, PlacePrecision.TOWN, 1, Optional.empty(), Optional.empty());
        given.getCoordinate().x = 0;
        given.geometryChanged();
        assertEquals(29, place.geometry().getCoordinate().x);
    }

    @Test
    void placesShareGroundWithinTheLargerRadius() {
        Place town = point(51.81363, 29.1544, PlacePrecision.TOWN);
        assertTrue(town.sharesGroundWith(point(51.82, 29.16, PlacePrecision.EXACT)));
        assertFalse(town.sharesGroundWith(point(52.05, 29.23, PlacePrecision.TOWN)));
        assertTrue(town.sharesGroundWith(point(52.05, 29.23, PlacePrecision.REGION)));
    }

    @Test
    void aCountryHoldsThePlacesOfItsCode() {
        Place belarus = point(53.5, 28, PlacePrecision.COUNTRY).withCountry(Optional.of("by"));
        Place yelsk = point(51.81363, 29.1544, PlacePrecision.TOWN).withCountry(Optional.of("BY"));
        Place chernihiv = point(51.5, 31.3, PlacePrecision.TOWN).withCountry(Optional.of("UA"));
        assertTrue(belarus.sharesGroundWith(yelsk));
        assertFalse(belarus.sharesGroundWith(chernihiv));
    }

    @Test
    void anAreaHoldsWhatLiesInIt() {
        Place area = Place.area(
                "x",
                Place.WGS84.toGeometry(new org.locationtech.jts.geom.Envelope(28, 30, 51, 52)),
                PlacePrecision.EXACT);
        assertTrue(area.sharesGroundWith(point(51.8, 29.1, PlacePrecision.EXACT)));
        assertFalse(area.sharesGroundWith(point(50.8, 29.1, PlacePrecision.EXACT)));
    }

    @Test
    void aRouteIsTheSameOnlyInItsDirection() {
        Place there = Place.route(new Route("Minsk", "Moscow", false), LINE, PlacePrecision.TOWN);
        Place back = Place.route(new Route("Moscow", "Minsk", false), LINE.reverse(), PlacePrecision.TOWN);
        assertTrue(there.sharesGroundWith(there));
        assertFalse(there.sharesGroundWith(back));
        assertFalse(there.sharesGroundWith(point(53.9, 27.56, PlacePrecision.TOWN)));
    }

    @Test
    void mgrsDigitsFollowPrecision() {
        assertEquals(8, PlacePrecision.EXACT.mgrsDigits());
        assertEquals(6, PlacePrecision.VICINITY.mgrsDigits());
        assertEquals(4, PlacePrecision.LOCALITY.mgrsDigits());
        assertEquals(4, PlacePrecision.TOWN.mgrsDigits());
        assertEquals(0, PlacePrecision.DISTRICT.mgrsDigits());
        assertEquals(0, PlacePrecision.COUNTRY.mgrsDigits());
        assertEquals(PlacePrecision.TOWN, PlacePrecision.parse(" Town "));
    }
}
