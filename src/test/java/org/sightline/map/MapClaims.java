package org.sightline.map;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.sightline.claim.Category;
import org.sightline.claim.Claim;
import org.sightline.claim.Modality;
import org.sightline.claim.Place;
import org.sightline.claim.PlacePrecision;
import org.sightline.claim.Route;
import org.sightline.claim.Status;

/** Claims to put on maps in tests: numbered from 1 in the order they are added. */
public final class MapClaims {
    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    private final List<Claim> claims = new ArrayList<>();

    /** A claim at a point. */
    public MapClaims at(double lat, double lon, PlacePrecision precision) {
        return at(lat, lon, precision, Category.EQUIPMENT, Status.UNVERIFIED, Modality.HAPPENED);
    }

    public MapClaims at(
            double lat, double lon, PlacePrecision precision, Category category, Status status, Modality modality) {
        return add(
                new Place(
                        "a place",
                        GEOMETRY.createPoint(new Coordinate(lon, lat)),
                        precision,
                        precision.radiusMetres(),
                        Optional.empty(),
                        Optional.empty()),
                category,
                status,
                modality);
    }

    /** A claim of which the source says so much. */
    public MapClaims said(Modality modality) {
        return at(53.9, 27.57, PlacePrecision.EXACT, Category.EQUIPMENT, Status.UNVERIFIED, modality);
    }

    /** A claim along a line; latitudes and longitudes in turn. */
    public MapClaims along(boolean pathKnown, double... latLon) {
        return add(
                new Place(
                        "from -> to",
                        GEOMETRY.createLineString(vertices(latLon)),
                        PlacePrecision.TOWN,
                        PlacePrecision.TOWN.radiusMetres(),
                        Optional.empty(),
                        Optional.of(new Route("from", "to", pathKnown))),
                Category.MOVEMENT,
                Status.UNVERIFIED,
                Modality.HAPPENED);
    }

    /** A claim over an area; latitudes and longitudes in turn, the first repeated at the end. */
    public MapClaims over(double... latLon) {
        return over(GEOMETRY.createPolygon(vertices(latLon)));
    }

    /** A claim over an area in degrees. */
    public MapClaims over(Geometry area) {
        return add(
                new Place(
                        "an area",
                        area,
                        PlacePrecision.REGION,
                        PlacePrecision.REGION.radiusMetres(),
                        Optional.empty(),
                        Optional.empty()),
                Category.PERSONNEL,
                Status.UNVERIFIED,
                Modality.ONGOING);
    }

    /** A claim without a place. */
    public MapClaims nowhere() {
        return add(Optional.empty(), Category.STATEMENT, Status.UNVERIFIED, Modality.HAPPENED);
    }

    public List<Claim> list() {
        return List.copyOf(claims);
    }

    /** Each claim's own number. */
    public Map<Long, String> numbers() {
        Map<Long, String> numbers = new HashMap<>();
        claims.forEach(c -> numbers.put(c.id(), Long.toString(c.id())));
        return Map.copyOf(numbers);
    }

    private MapClaims add(Place place, Category category, Status status, Modality modality) {
        return add(Optional.of(place), category, status, modality);
    }

    private MapClaims add(Optional<Place> place, Category category, Status status, Modality modality) {
        long id = claims.size() + 1L;
        claims.add(new Claim(
                id,
                new UUID(0, id),
                "Claim " + id + ".",
                category,
                Optional.empty(),
                modality,
                Optional.empty(),
                Optional.empty(),
                place,
                Optional.empty(),
                status,
                Optional.empty(),
                "",
                List.of(),
                List.of(),
                Optional.empty()));
        return this;
    }

    private static Coordinate[] vertices(double... latLon) {
        Coordinate[] vertices = new Coordinate[latLon.length / 2];
        for (int i = 0; i < vertices.length; i++) {
            vertices[i] = new Coordinate(latLon[2 * i + 1], latLon[2 * i]);
        }
        return vertices;
    }
}
