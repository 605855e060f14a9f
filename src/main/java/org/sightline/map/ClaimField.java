package org.sightline.map;

import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.linearref.LengthIndexedLine;
import org.sightline.claim.Category;
import org.sightline.claim.Claim;
import org.sightline.claim.Modality;
import org.sightline.claim.Place;
import org.sightline.claim.Status;
import org.sightline.geo.AreaEdge;
import org.sightline.geo.Course;
import org.sightline.geo.MapProjection;

/**
 * The placed claims of one list on the plane of one projection: anchors in flat arrays, which lists of the same
 * board share, and the shapes of routes and areas. Made once for a list, off the window's thread; what it tells does not
 * change, and it is safe for any thread.
 */
final class ClaimField {
    private static final int KEPT = 4;
    private static final int MOST_POINTS = 6_000;
    private static final int MOST_WIDE = 2_000;
    private static final List<ClaimField> RECENT = new ArrayList<>();

    private final MapProjection projection;
    private final List<Claim> source;
    private final Optional<PinRows> columns;
    private final Map<Integer, FlatShape> shapes = new HashMap<>();
    private final Map<Integer, FlatShape> edges = new HashMap<>();
    private final List<Integer> shaped = new ArrayList<>();
    /** Rows in the list; empty while each anchor's row is its index, as it is where all claims have a place. */
    private int[] rows = new int[0];

    /** Where an anchor lies in {@code shared}; the complement (~) of where it lies in {@code own}. */
    private int[] offsets = new int[64];

    private double[] shared = new double[0];
    private double[] own = new double[32];
    private int owned;
    private int size;

    private volatile @Nullable KeptLayout latest;
    private volatile @Nullable List<Integer> wide;
    private SpareInts spare = new SpareInts(); // lists of the same board share it

    private record LayoutKey(MapView view, boolean clustered, Set<Long> opened, double headRadius, boolean page) {}

    private record KeptLayout(LayoutKey key, PinLayout layout) {}

    private ClaimField(MapProjection projection, List<Claim> claims) {
        this.projection = projection;
        this.source = claims;
        this.columns = claims instanceof PinRows rows ? Optional.of(rows) : Optional.empty();
        RouteAnchors routes = new RouteAnchors();
        if (claims instanceof PinRows rows) {
            addAll(rows, routes);
        } else {
            for (int row = 0; row < claims.size(); row++) {
                int at = row;
                claims.get(row).place().ifPresent(place -> add(at, place, routes));
            }
        }
    }

    private void addAll(PinRows claims, RouteAnchors routes) {
        offsets = new int[claims.size()];
        ProjectedRows projected = ProjectedRows.of(projection, claims);
        shared = projected.plane();
        spare = projected.spare();
        projected.each(
                claims, this::append, row -> claims.get(row).place().ifPresent(place -> add(row, place, routes)));
    }

    /** The field of a list, kept for as long as it is among the latest few; known by identity, for lists are long. */
    @SuppressWarnings("ReferenceEquality")
    static ClaimField of(MapProjection projection, List<Claim> claims) {
        synchronized (RECENT) {
            for (ClaimField field : RECENT) {
                if (field.source == claims && field.projection.equals(projection)) {
                    return field;
                }
            }
        }
        ClaimField made = new ClaimField(projection, claims);
        synchronized (RECENT) {
            if (made.columns.isPresent()) {
                RECENT.removeIf(old -> old.columns.isPresent()); // very long, and a newer state of the same
            }
            RECENT.addFirst(made);
            if (RECENT.size() > KEPT) {
                RECENT.removeLast();
            }
        }
        return made;
    }

    int size() {
        return size;
    }

    Claim claim(int index) {
        return source.get(row(index));
    }

    long id(int index) {
        return columns.isPresent() ? columns.get().id(row(index)) : claim(index).id();
    }

    Status status(int index) {
        return columns.isPresent()
                ? columns.get().status(row(index))
                : claim(index).status();
    }

    Category category(int index) {
        return columns.isPresent()
                ? columns.get().category(row(index))
                : claim(index).category();
    }

    Modality modality(int index) {
        return columns.isPresent()
                ? columns.get().modality(row(index))
                : claim(index).modality();
    }

    Place place(int index) {
        return claim(index).place().orElseThrow();
    }

    /** Metres within which the place is known. */
    double radiusMetres(int index) {
        return columns.isPresent()
                ? columns.get().radiusMetres(row(index))
                : place(index).radiusMetres();
    }

    /** Plane metres of where the pin stands. */
    double x(int index) {
        int offset = offsets[index];
        return offset >= 0 ? shared[offset] : own[~offset];
    }

    double y(int index) {
        int offset = offsets[index];
        return offset >= 0 ? shared[offset + 1] : own[~offset + 1];
    }

    /** The route or area; empty for a point. */
    Optional<FlatShape> shape(int index) {
        return shapes.isEmpty() ? Optional.empty() : Optional.ofNullable(shapes.get(index));
    }

    /** The edge of an area that is cut at the antimeridian or a pole, without the cuts; empty for any other shape. */
    Optional<FlatShape> edge(int index) {
        return edges.isEmpty() ? Optional.empty() : Optional.ofNullable(edges.get(index));
    }

    /**
     * Where pins stand in a view. The latest layout is kept, for names and claims are painted apart and selection
     * changes nothing in it.
     */
    PinLayout layout(MapView view, MapContent content, MapTheme theme) {
        double headRadius = content.symbols().radius(theme);
        boolean page = theme == MapTheme.PRINT || theme == MapTheme.MONOCHROME;
        LayoutKey key = new LayoutKey(view, content.clustered(), content.opened(), headRadius, page);
        KeptLayout kept = latest;
        if (kept == null || !kept.key().equals(key)) {
            kept = new KeptLayout(key, PinLayout.of(this, view, content, headRadius, page));
            latest = kept;
        }
        return kept.layout();
    }

    /** Room for a number of each anchor. */
    SpareInts spare() {
        return spare;
    }

    /** Indexes of points known only to {@link MapPainter#WIDE} or worse; none where they are too many to be told apart. */
    List<Integer> wide() {
        List<Integer> known = wide;
        if (known == null) {
            known = findWide();
            wide = known;
        }
        return known;
    }

    private List<Integer> findWide() {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            if (radiusMetres(i) >= MapPainter.WIDE && shape(i).isEmpty()) {
                if (found.size() == MOST_WIDE) {
                    return List.of();
                }
                found.add(i);
            }
        }
        return List.copyOf(found);
    }

    /** Indexes of the routes and areas. */
    List<Integer> shaped() {
        return shaped;
    }

    /** Points every few pixels along the routes in a view; at most a few thousand, beyond which names give way no more. */
    List<Point2D> routes(MapView view) {
        List<Point2D> points = new ArrayList<>();
        Window window = new Window(view, 0, 0.5);
        for (int index : shaped) {
            FlatShape shape = shape(index).orElseThrow();
            if (!shape.closed() && points.size() < MOST_POINTS) {
                Path2D path = new Path2D.Double();
                shape.trace(path, window);
                for (Runs.Run run : Runs.of(path).runs()) {
                    for (double at = 0; at < run.length() && points.size() < MOST_POINTS; at += 6) {
                        points.add(run.at(at / run.length()));
                    }
                }
            }
        }
        return points;
    }

    private void add(int row, Place place, RouteAnchors routes) {
        Geometry degrees = place.isRoute() ? Course.of(place.geometry()) : place.geometry();
        Optional<Coordinate> anchor;
        Optional<FlatShape> shape = Optional.empty();
        if (degrees instanceof Point point) {
            anchor = projected(point.getX(), point.getY());
        } else {
            Geometry plane = projection.project(degrees);
            FlatShape flat = FlatShape.of(plane);
            shape = flat.isEmpty() ? Optional.empty() : Optional.of(flat);
            anchor = degrees.getDimension() == 1 ? routes.anchor(plane, place) : inside(plane);
        }
        if (anchor.isPresent()) {
            int index = size;
            append(row, anchor.get().x, anchor.get().y);
            shape.ifPresent(flat -> {
                shapes.put(index, flat);
                shaped.add(index);
                AreaEdge.withoutCuts(degrees)
                        .ifPresent(edge -> edges.put(index, FlatShape.of(projection.project(edge))));
            });
        }
    }

    private void append(int row, double planeX, double planeY) {
        if (owned == own.length) {
            own = Arrays.copyOf(own, owned * 2);
        }
        own[owned] = planeX;
        own[owned + 1] = planeY;
        append(row, ~owned);
        owned += 2;
    }

    private void append(int row, int offset) {
        if (size == offsets.length) {
            offsets = Arrays.copyOf(offsets, size * 2 + 1);
        }
        if (row != size && rows.length == 0) {
            rows = new int[offsets.length];
            Arrays.setAll(rows, index -> index);
        }
        if (rows.length > 0) {
            rows = rows.length == offsets.length ? rows : Arrays.copyOf(rows, offsets.length);
            rows[size] = row;
        }
        offsets[size++] = offset;
    }

    private int row(int index) {
        return rows.length == 0 ? index : rows[index];
    }

    private Optional<Coordinate> projected(double lon, double lat) {
        double[] xy = new double[2];
        projection.project(lon, lat, xy, 0);
        return Double.isFinite(xy[0]) && Double.isFinite(xy[1])
                ? Optional.of(new Coordinate(xy[0], xy[1]))
                : Optional.empty();
    }

    private static Optional<Coordinate> inside(Geometry plane) {
        return plane.isEmpty()
                ? Optional.empty()
                : Optional.of(plane.getInteriorPoint().getCoordinate());
    }

    /** Gives routes between the same two ends anchors at different shares of the way, so that their pins stand apart. */
    private static final class RouteAnchors {
        private static final double[] SHARES = {0.5, 0.36, 0.64, 0.43, 0.57, 0.28, 0.72};
        private final List<Coordinate[]> seen = new ArrayList<>();

        Optional<Coordinate> anchor(Geometry plane, Place place) {
            if (plane.isEmpty() || plane.getLength() == 0) {
                return inside(plane);
            }
            Coordinate[] ends = place.geometry().getCoordinates();
            Coordinate first = ends[0];
            Coordinate last = ends[ends.length - 1];
            long before = seen.stream()
                    .filter(e -> (e[0].equals2D(first) && e[1].equals2D(last))
                            || (e[0].equals2D(last) && e[1].equals2D(first)))
                    .count();
            seen.add(new Coordinate[] {first, last});
            double share = SHARES[(int) (before % SHARES.length)];
            return Optional.of(new LengthIndexedLine(plane).extractPoint(plane.getLength() * share));
        }
    }
}
