package org.sightline.exchange;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.sightline.DomainException;
import org.sightline.claim.Place;
import org.sightline.claim.PlacePrecision;
import org.sightline.claim.Route;
import org.sightline.geo.Notation;
import org.sightline.geo.Position;

/**
 * Positions moved to the middle of the cell of a grid that they lie in, so that all that is left of them is the cell. The
 * grid is that of MGRS, or one of cells of so many metres from the equator and the meridian of Greenwich on. Immutable.
 *
 * @param metres size of a cell
 * @param grid whether it is the grid of MGRS
 */
public record CoarsePositions(double metres, boolean grid) {
    private static final double METRES_PER_DEGREE = 111_320;
    private static final double MOST_METRES = 1_000_000;
    private static final int[] SQUARES = {100_000, 10_000, 1_000, 100, 10};

    /** @throws DomainException when it is less than 10 m or more than 1000 km */
    public static CoarsePositions metres(double metres) {
        if (!(metres >= 10 && metres <= MOST_METRES)) {
            throw new DomainException("Positions cannot be coarsened to " + metres + " m; give 10 m to 1000 km.");
        }
        return new CoarsePositions(metres, false);
    }

    /** @param digits both halves together: 2, 4, 6 or 8 */
    public static CoarsePositions mgrs(int digits) {
        if (digits < 2 || digits > 8 || digits % 2 != 0) {
            throw new DomainException("Positions cannot be coarsened to MGRS of " + digits
                    + " digits; give 2 (10 km), 4 (1 km), 6 (100 m) or 8 (10 m).");
        }
        return new CoarsePositions(SQUARES[digits / 2], true);
    }

    /** The place with what is exact about it taken away. */
    Place of(Place place) {
        return new Place(
                name(place.name(), place.geometry()),
                coarse(place.geometry()),
                precision(place.precision()),
                Math.max(place.radiusMetres(), metres),
                place.country(),
                place.route().map(r -> new Route(end(r.origin(), place), end(r.destination(), place), r.pathKnown())));
    }

    private PlacePrecision precision(PlacePrecision known) {
        return Stream.of(PlacePrecision.values())
                .filter(p -> p.compareTo(known) >= 0 && p.radiusMetres() >= metres)
                .findFirst()
                .orElse(PlacePrecision.COUNTRY);
    }

    /** A name that holds a position would tell it. */
    private String name(String words, Geometry geometry) {
        return written(words, geometry).isPresent() ? "" : words;
    }

    private String end(String words, Place place) {
        return written(words, place.geometry())
                .map(position -> Notation.MGRS.write(middle(position), metres))
                .orElse(words);
    }

    private Optional<Position> written(String words, Geometry geometry) {
        Coordinate c = geometry.getCoordinate();
        Optional<Position> near = c == null ? Optional.empty() : Optional.of(new Position(c.y, c.x));
        return WrittenPositions.finer(words, near, metres);
    }

    private Geometry coarse(Geometry geometry) {
        List<Geometry> parts = new ArrayList<>();
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            Geometry part = geometry.getGeometryN(i);
            parts.add(
                    switch (part) {
                        case LineString line -> line(line);
                        case Polygon polygon -> area(polygon);
                        default -> Place.WGS84.createPoint(middle(part.getCoordinate()));
                    });
        }
        return parts.size() == 1 ? parts.getFirst() : Place.WGS84.buildGeometry(parts);
    }

    private LineString line(LineString line) {
        List<Coordinate> kept = distinct(line.getCoordinates());
        if (kept.size() == 1) {
            kept.add(kept.getFirst().copy());
        }
        return Place.WGS84.createLineString(kept.toArray(Coordinate[]::new));
    }

    /** Areas lose their holes; one that is smaller than a cell becomes the cell. */
    private Geometry area(Polygon polygon) {
        List<Coordinate> kept = distinct(polygon.getExteriorRing().getCoordinates());
        if (kept.size() > 3) {
            kept.set(kept.size() - 1, kept.getFirst().copy());
            Polygon coarse = Place.WGS84.createPolygon(kept.toArray(Coordinate[]::new));
            if (coarse.isValid()) {
                return coarse;
            }
        }
        Coordinate at = middle(polygon.getCoordinate());
        double half = metres / METRES_PER_DEGREE / 2;
        double south = Math.max(-90, at.y - half);
        double north = Math.min(90, at.y + half);
        double wide = half / Math.max(0.01, Math.cos(Math.toRadians(at.y)));
        return Place.WGS84.toGeometry(new org.locationtech.jts.geom.Envelope(
                Math.max(-180, at.x - wide), Math.min(180, at.x + wide), south, north));
    }

    private List<Coordinate> distinct(Coordinate[] all) {
        List<Coordinate> kept = new ArrayList<>();
        Arrays.stream(all).map(this::middle).forEach(c -> {
            if (kept.isEmpty() || !kept.getLast().equals2D(c)) {
                kept.add(c);
            }
        });
        return kept;
    }

    private Coordinate middle(Coordinate c) {
        Position middle = middle(new Position(c.y, c.x));
        return new Coordinate(middle.lon(), middle.lat());
    }

    private Position middle(Position at) {
        if (grid) {
            return rounded(Notation.read(Notation.MGRS.write(at, metres)).orElseThrow());
        }
        double tall = metres / METRES_PER_DEGREE;
        double lat = (Math.floor(at.lat() / tall) + 0.5) * tall;
        lat = Math.clamp(lat, -90, 90);
        double wide = Math.min(360, tall / Math.max(1e-6, Math.cos(Math.toRadians(lat))));
        double lon = (Math.floor(at.lon() / wide) + 0.5) * wide;
        return rounded(new Position(lat, Math.clamp(lon, -180, 180)));
    }

    /** To about a metre. */
    private static Position rounded(Position at) {
        return new Position(Math.rint(at.lat() * 1e5) / 1e5, Math.rint(at.lon() * 1e5) / 1e5);
    }
}
