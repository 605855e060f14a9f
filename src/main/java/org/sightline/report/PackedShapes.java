package org.sightline.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.sightline.map.Shapes;

/**
 * Points, lines and areas as a page carries them, no longer than allowed: simplified as far as it takes, and what is then
 * smaller than the tolerance left out. Immutable.
 *
 * @param areas each the rings of one thing; what is within an odd number of them is inside
 * @param points packed as a line
 * @param unit degrees in which they are packed
 * @param tolerance degrees by which a line may have been moved; at most {@value #FINEST} for none that could be seen
 * @param left how many things were left out
 */
record PackedShapes(
        List<List<String>> areas,
        List<String> lines,
        String points,
        List<Name> names,
        double unit,
        double tolerance,
        long things,
        long left) {
    static final double FINEST = 1e-5;
    private static final int MOST_NAMES = 150;
    private static final int LONGEST_NAME = 80;

    /** Vertices that are simplified at a time, so that no line takes time that grows with its square. */
    private static final int TOGETHER = 256;

    private static final double FARTHER = 2.5;
    private static final double MUCH_FARTHER = 8;

    /** A name at its place, degrees. */
    record Name(String text, double lon, double lat) {}

    PackedShapes {
        areas = List.copyOf(areas);
        lines = List.copyOf(lines);
        names = List.copyOf(names);
    }

    /**
     * @param named whether names are wanted
     * @param most characters
     * @param check is called again and again, and may throw to stop
     */
    static PackedShapes of(Shapes shapes, boolean named, long most, Runnable check) {
        double tolerance = FINEST;
        while (true) {
            Packing packing = new Packing(shapes, tolerance, most, check);
            if (packing.size <= most) {
                return packing.packed(named ? names(shapes) : List.of());
            }
            tolerance *= packing.size > 4 * most ? MUCH_FARTHER : FARTHER;
        }
    }

    private static List<Name> names(Shapes shapes) {
        List<Name> names = new ArrayList<>();
        for (int i = 0; i < shapes.pointNames().size() && names.size() < MOST_NAMES; i++) {
            name(shapes.pointNames().get(i), shapes.points()[2 * i], shapes.points()[2 * i + 1], names);
        }
        for (int i = 0; i < shapes.geometryNames().size() && names.size() < MOST_NAMES; i++) {
            Envelope box = shapes.geometries().get(i).getEnvelopeInternal();
            name(shapes.geometryNames().get(i), box.centre().x, box.centre().y, names);
        }
        return names;
    }

    private static void name(String text, double lon, double lat, List<Name> names) {
        String plain = ForeignText.plain(text).strip();
        if (!plain.isEmpty()) {
            int end = plain.offsetByCodePoints(0, Math.min(LONGEST_NAME, plain.codePointCount(0, plain.length())));
            names.add(new Name(plain.substring(0, end), lon, lat));
        }
    }

    /** Characters it takes in the page, about. */
    long size() {
        return points.length()
                + lines.stream().mapToLong(line -> line.length() + 4).sum()
                + areas.stream()
                        .flatMap(List::stream)
                        .mapToLong(ring -> ring.length() + 4)
                        .sum();
    }

    /** Whether it can be seen that something was done to them. */
    boolean isSimplified() {
        return tolerance > FINEST;
    }

    void write(JsonGenerator json) throws IOException {
        json.writeNumberField("unit", unit);
        json.writeArrayFieldStart("areas");
        for (List<String> rings : areas) {
            json.writeStartArray();
            for (String ring : rings) {
                json.writeString(ring);
            }
            json.writeEndArray();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("lines");
        for (String line : lines) {
            json.writeString(line);
        }
        json.writeEndArray();
        json.writeStringField("points", points);
        json.writeArrayFieldStart("names");
        for (Name name : names) {
            json.writeStartArray();
            json.writeString(name.text());
            json.writeNumber(rounded(name.lon()));
            json.writeNumber(rounded(name.lat()));
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    private static double rounded(double degrees) {
        return Math.rint(degrees * 100_000) / 100_000;
    }

    /** One try with one tolerance; given up where it is clear that it takes far too much. */
    private static final class Packing {
        private final double tolerance;
        private final double unit;
        private final List<List<String>> areas = new ArrayList<>();
        private final List<String> lines = new ArrayList<>();
        private String points = "";
        private final long things;
        private long left;
        private long size;

        Packing(Shapes shapes, double tolerance, long most, Runnable check) {
            this.tolerance = tolerance;
            this.unit = Math.max(FINEST, Math.pow(10, Math.floor(Math.log10(tolerance))));
            this.things = (long) shapes.geometries().size() + shapes.points().length / 2;
            for (Geometry geometry : shapes.geometries()) {
                check.run();
                if (size > 5 * most) {
                    return;
                }
                Envelope box = geometry.getEnvelopeInternal();
                if (tolerance > FINEST && Math.max(box.getWidth(), box.getHeight()) < tolerance) {
                    left++;
                } else {
                    add(geometry);
                }
            }
            addPoints(shapes.points());
        }

        PackedShapes packed(List<Name> names) {
            return new PackedShapes(areas, lines, points, names, unit, tolerance, things, left);
        }

        private void add(Geometry geometry) {
            List<String> rings = new ArrayList<>();
            gather(geometry, rings);
            if (!rings.isEmpty()) {
                areas.add(rings);
            }
        }

        private void gather(Geometry geometry, List<String> rings) {
            if (geometry instanceof Polygon polygon) {
                ring(polygon.getExteriorRing(), rings);
                for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                    ring(polygon.getInteriorRingN(i), rings);
                }
            } else if (geometry instanceof LineString line) {
                put(simplified(line.getCoordinates()), lines);
            } else {
                for (int i = 0; i < geometry.getNumGeometries(); i++) {
                    gather(geometry.getGeometryN(i), rings);
                }
            }
        }

        private void ring(LineString ring, List<String> rings) {
            Coordinate[] simple = simplified(ring.getCoordinates());
            if (simple.length > 3) {
                put(simple, rings);
            }
        }

        private void put(Coordinate[] line, List<String> into) {
            String packed = PackedLine.of(line, unit);
            size += packed.length() + 4;
            into.add(packed);
        }

        private Coordinate[] simplified(Coordinate[] line) {
            if (line.length <= TOGETHER) {
                return PackedLine.simplified(line, tolerance);
            }
            List<Coordinate> all = new ArrayList<>();
            for (int from = 0; from < line.length - 1; from += TOGETHER) {
                Coordinate[] piece = PackedLine.simplified(
                        Arrays.copyOfRange(line, from, Math.min(line.length, from + TOGETHER + 1)), tolerance);
                all.addAll(Arrays.asList(piece).subList(from == 0 ? 0 : 1, piece.length));
            }
            return all.toArray(Coordinate[]::new);
        }

        /** Of points that fall together one is kept; from west to east, which packs best. */
        private void addPoints(double[] xy) {
            Set<Coordinate> cells = new HashSet<>();
            List<Coordinate> kept = new ArrayList<>();
            for (int i = 0; i < xy.length; i += 2) {
                if (cells.add(new Coordinate(Math.rint(xy[i] / tolerance), Math.rint(xy[i + 1] / tolerance)))) {
                    kept.add(new Coordinate(xy[i], xy[i + 1]));
                } else if (tolerance > FINEST) {
                    left++;
                }
            }
            kept.sort(Comparator.comparingDouble((Coordinate c) -> c.x).thenComparingDouble(c -> c.y));
            points = PackedLine.of(kept.toArray(Coordinate[]::new), unit);
            size += points.length();
        }
    }
}
