package org.sightline.overlay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.sightline.DomainException;
import org.sightline.geo.ForeignCrs;
import org.sightline.map.Shapes;

/**
 * Takes the features of a file one after another, vertex by vertex, and keeps what can be drawn: in degrees, within the
 * budget, without what cannot be on earth.
 *
 * <p>Rings are kept apart, each as a polygon of its own: the painter fills what is within an odd number of them, so that
 * their winding and order do not matter.
 */
final class Gatherer {
    /** Beyond the poles by so much is still taken for the pole, degrees. */
    private static final double ROUNDING = 1e-6;

    /** Degrees; about a metre. */
    private static final double FIRST_TOLERANCE = 1e-5;

    private static final double METRES_PER_DEGREE = 111_320;

    private final OverlayQuestion question;
    private final Optional<ForeignCrs> stated;
    private final ForeignCrs crs;
    private final GeometryFactory factory = Thinning.FACTORY;
    private final List<Geometry> geometries = new ArrayList<>();
    private final List<String> geometryNames = new ArrayList<>();
    private final List<String> pointNames = new ArrayList<>();
    private final Coordinates points = new Coordinates(2 * Budget.FEATURES);
    private final Coordinates path = new Coordinates(Budget.VERTICES_EACH);
    private final List<LineString> lines = new ArrayList<>();
    private final List<Polygon> rings = new ArrayList<>();
    private final Coordinates itsPoints = new Coordinates(Budget.VERTICES_EACH);
    private final List<String> notes = new ArrayList<>();
    private long features;
    private long impossible;
    private boolean possible = true;
    private Optional<String> firstImpossible = Optional.empty();
    private long vertices;
    private double tolerance;

    /** @param stated what the coordinates are in; degrees are assumed when nobody says */
    Gatherer(OverlayQuestion question, Optional<ForeignCrs> stated) {
        this.question = question;
        this.stated = stated;
        this.crs = stated.orElseGet(ForeignCrs::wgs84);
    }

    /** One more vertex of the path that is being read. */
    void vertex(double x, double y) {
        if (!path.add(x, y)) {
            throw question.damaged("has a line of more than " + Budget.VERTICES_EACH
                    + " vertices, which is too much to draw; simplify it first.");
        }
    }

    /** The path was points. */
    void endPoints() {
        if (located()) {
            for (int i = 0; i < path.count(); i++) {
                double lon = path.x(i);
                itsPoints.add(lon > 180 ? lon - 360 : lon < -180 ? lon + 360 : lon, path.y(i));
            }
        }
        path.clear();
    }

    /** The path was a line. */
    void endLine() {
        if (path.count() > 1 && located()) {
            path.unroll();
            for (double[] part : path.onEarth()) {
                lines.add(Thinning.line(Thinning.thin(part, tolerance, 2)));
            }
        }
        path.clear();
    }

    /** The path was a ring, closed or not. */
    void endRing() {
        if (path.count() > 2 && located()) {
            path.close();
            noteLongSides();
            for (double[] part : path.onEarth()) {
                Thinning.ring(Thinning.thin(part, tolerance, 4)).ifPresent(rings::add);
            }
        }
        path.clear();
    }

    /** A line takes the short way between two longitudes; a ring may well go round most of the earth. */
    private void noteLongSides() {
        for (int i = 1; i < path.count(); i++) {
            double span = Math.abs(path.x(i) - path.x(i - 1));
            if (span > 180 && span < 360 && Math.abs(path.y(i)) < 90) {
                note("An area has a side that goes more than half around the earth; it is drawn as it is written. If it"
                        + " should cross the antimeridian, longitudes have to run on, as from 170 to 190.");
                return;
            }
        }
    }

    private boolean located() {
        double x = path.count() > 0 ? path.x(0) : 0;
        double y = path.count() > 0 ? path.y(0) : 0;
        crs.toDegrees(path.array(), path.count());
        for (int i = 0; i < path.count(); i++) {
            double lon = path.x(i);
            double lat = path.y(i);
            if (!(Math.abs(lon) <= 360 && Math.abs(lat) <= 90 + ROUNDING)) {
                possible = false;
                if (firstImpossible.isEmpty()) {
                    firstImpossible = Optional.of(String.format(Locale.ROOT, "%.6g, %.6g", x, y));
                }
                return false;
            }
            path.set(i, lon, Math.clamp(lat, -90, 90));
        }
        return true;
    }

    /** The feature is whole. */
    void endFeature(String name) {
        features++;
        if (features > Budget.FEATURES) {
            throw question.damaged(String.format(
                    Locale.ENGLISH,
                    "has more than %,d features, which is too much for a layer; take a part of it.",
                    Budget.FEATURES));
        }
        if (possible) {
            keep(shortened(name));
        } else {
            impossible++;
        }
        lines.clear();
        rings.clear();
        itsPoints.clear();
        possible = true;
        if (features % 256 == 0) {
            question.progress().check();
        }
    }

    private void keep(String name) {
        for (int i = 0; i < itsPoints.count(); i++) {
            if (!points.add(itsPoints.x(i), itsPoints.y(i))) {
                throw question.damaged("has more points than a layer takes; take a part of it.");
            }
            name(pointNames, name, points.count());
        }
        if (!lines.isEmpty()) {
            keep(factory.buildGeometry(new ArrayList<>(lines)), name);
        }
        if (!rings.isEmpty()) {
            keep(factory.buildGeometry(new ArrayList<>(rings)), name);
        }
    }

    private void keep(Geometry geometry, String name) {
        geometries.add(geometry);
        name(geometryNames, name, geometries.size());
        vertices += geometry.getNumPoints();
        while (vertices > Budget.VERTICES) {
            tolerance = tolerance == 0 ? FIRST_TOLERANCE : tolerance * 2;
            vertices = 0;
            for (int i = 0; i < geometries.size(); i++) {
                Geometry thinned = Thinning.thin(geometries.get(i), tolerance);
                geometries.set(i, thinned);
                vertices += thinned.getNumPoints();
            }
            question.progress().check();
            if (tolerance > 1 && vertices > Budget.VERTICES) {
                throw question.damaged("has too many vertices to be drawn; take a part of it.");
            }
        }
    }

    /** Names are few or none: either each thing has one or the list is empty. */
    private static void name(List<String> names, String name, int count) {
        if (count > Budget.NAMES) {
            names.clear();
        } else {
            names.add(name);
        }
    }

    private static String shortened(String name) {
        String plain = name.strip();
        return plain.length() <= Budget.NAME_LENGTH ? plain : plain.substring(0, Budget.NAME_LENGTH);
    }

    void note(String sentence) {
        if (!notes.contains(sentence)) {
            notes.add(sentence);
        }
    }

    /** How many were met so far. */
    long features() {
        return features;
    }

    /** @throws DomainException when there is nothing that could be drawn */
    Overlay.Features done() {
        if (geometries.isEmpty() && points.count() == 0) {
            throw nothing();
        }
        if (impossible > 0) {
            notes.add(String.format(
                    Locale.ENGLISH,
                    "%,d of %,d features have impossible coordinates (such as %s) and are not shown.",
                    impossible,
                    features,
                    firstImpossible.orElse("")));
        }
        if (tolerance > 0) {
            notes.add(String.format(
                    Locale.ENGLISH,
                    "The file has very many vertices; those closer than about %,.0f m to the next are not drawn.",
                    tolerance * METRES_PER_DEGREE));
        }
        if (stated.isEmpty()) {
            notes.add("The file does not say what its coordinates are in; they are taken for degrees on WGS 84.");
        }
        return new Overlay.Features(
                new Shapes(geometries, geometryNames, points.toArray(), pointNames), List.copyOf(notes));
    }

    private DomainException nothing() {
        if (firstImpossible.isEmpty()) {
            return question.damaged("holds no point, line or area, so there is nothing to show."
                    + (notes.isEmpty() ? "" : " " + String.join(" ", notes)));
        }
        return stated.isEmpty()
                ? question.placeless(firstImpossible.get())
                : question.misplaced("has coordinates that cannot be on earth (such as " + firstImpossible.get()
                        + ") in " + crs.name() + "; see whether that is what they are in.");
    }

    /** Vertices that are still being gathered, x and y in turn. */
    static final class Coordinates {
        private final int most;
        private double[] xy = new double[64];
        private int count;

        Coordinates(int most) {
            this.most = most;
        }

        /** False when it is full. */
        boolean add(double x, double y) {
            if (count == most) {
                return false;
            }
            if (2 * count == xy.length) {
                xy = Arrays.copyOf(xy, 2 * xy.length);
            }
            xy[2 * count] = x;
            xy[2 * count + 1] = y;
            count++;
            return true;
        }

        int count() {
            return count;
        }

        double x(int i) {
            return xy[2 * i];
        }

        double y(int i) {
            return xy[2 * i + 1];
        }

        void set(int i, double x, double y) {
            xy[2 * i] = x;
            xy[2 * i + 1] = y;
        }

        double[] array() {
            return xy;
        }

        double[] toArray() {
            return Arrays.copyOf(xy, 2 * count);
        }

        void clear() {
            count = 0;
            if (xy.length > 1 << 16) {
                xy = new double[64];
            }
        }

        void close() {
            if (x(0) != x(count - 1) || y(0) != y(count - 1)) {
                add(x(0), y(0));
            }
        }

        /** A step of more than half a turn was meant the short way round, across the antimeridian. */
        void unroll() {
            double turn = 0;
            double before = xy[0];
            for (int i = 1; i < count; i++) {
                double lon = xy[2 * i];
                double step = lon - before;
                if (step > 180 && step < 360) {
                    turn -= 360;
                } else if (step < -180 && step > -360) {
                    turn += 360;
                }
                before = lon;
                xy[2 * i] = lon + turn;
            }
        }

        /** The path, once for each turn of the globe that it is on; what is beyond is cut off when it is projected. */
        List<double[]> onEarth() {
            double west = Double.POSITIVE_INFINITY;
            double east = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < count; i++) {
                west = Math.min(west, xy[2 * i]);
                east = Math.max(east, xy[2 * i]);
            }
            List<double[]> turns = new ArrayList<>(1);
            for (int turn = -2; turn <= 2; turn++) {
                double shift = 360 * turn;
                boolean meets = west + shift < 180 && east + shift > -180 || (turn == 0 && west == east);
                if (meets) {
                    double[] shifted = toArray();
                    for (int i = 0; i < shifted.length; i += 2) {
                        shifted[i] += shift;
                    }
                    turns.add(shifted);
                }
            }
            return turns;
        }
    }
}
