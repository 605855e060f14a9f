package org.sightline.geo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.impl.PackedCoordinateSequence;
import org.locationtech.jts.geom.impl.PackedCoordinateSequenceFactory;

/**
 * Reads one layer of the built-in base map: gzipped attributes and TWKB geometries, in the form that
 * {@code assets/map/FORMAT.md} describes. Coordinates go into flat arrays, no object for a vertex.
 *
 * <p>Geometry: <a href="https://github.com/TWKB/Specification">TWKB</a>; lines and polygons, with a bounding box and
 * without sizes or ids, which is all that the build script writes.
 */
final class LayerFile {
    /** For all built-in geometries: flat coordinates, WGS 84 (SRID 4326). */
    static final GeometryFactory GEOMETRY =
            new GeometryFactory(new PrecisionModel(), 4326, PackedCoordinateSequenceFactory.DOUBLE_FACTORY);

    private static final String MAGIC = "sightline-map 1";
    private static final int LINE = 2;
    private static final int POLYGON = 3;
    private static final int LINES = 5;
    private static final int POLYGONS = 6;
    private static final int HAS_BOX = 0x01;

    private final byte[] bytes;
    private int at;
    private double unit = 1;
    private long lastX;
    private long lastY;

    private LayerFile(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The features of a resource such as {@code /assets/map/land-110m.twkb.gz}. */
    static List<BaseMap.Feature> read(String resource) {
        try (InputStream in = LayerFile.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The program is incomplete: " + resource + " is missing");
            }
            return new LayerFile(new GZIPInputStream(in, 1 << 16).readAllBytes()).features();
        } catch (IOException e) {
            throw new UncheckedIOException("The program is damaged: " + resource + " cannot be read", e);
        }
    }

    private List<BaseMap.Feature> features() throws IOException {
        if (!line().equals(MAGIC)) {
            throw new IOException("Not a map layer");
        }
        int count = Integer.parseInt(line().split("\t", -1)[3]);
        String header = line();
        String[] names = header.isEmpty() ? new String[0] : header.split("\t", -1);
        List<BaseMap.Feature> features = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Map<String, String> attributes = attributes(names);
            int length = varint();
            int end = at + length;
            features.add(new BaseMap.Feature(geometry(), attributes));
            if (at != end) {
                throw new IOException("A geometry of " + length + " bytes ends at the wrong place");
            }
        }
        return features;
    }

    private String line() {
        int start = at;
        while (bytes[at] != '\n') {
            at++;
        }
        return new String(bytes, start, at++ - start, StandardCharsets.UTF_8);
    }

    private Map<String, String> attributes(String[] names) {
        if (names.length == 0) {
            return Map.of();
        }
        Map<String, String> values = LinkedHashMap.newLinkedHashMap(names.length);
        for (String name : names) {
            int length = varint();
            values.put(name, new String(bytes, at, length, StandardCharsets.UTF_8));
            at += length;
        }
        return java.util.Collections.unmodifiableMap(values);
    }

    private Geometry geometry() throws IOException {
        int head = bytes[at++] & 0xff;
        int flags = bytes[at++] & 0xff;
        if (flags != HAS_BOX) {
            throw new IOException("TWKB with flags " + flags + " is not read");
        }
        unit = Math.pow(10, -unzigzag(head >>> 4));
        for (int i = 0; i < 4; i++) {
            varint();
        }
        lastX = 0;
        lastY = 0;
        return switch (head & 0x0f) {
            case LINE -> lineString();
            case POLYGON -> polygon();
            case LINES -> {
                LineString[] lines = new LineString[varint()];
                for (int i = 0; i < lines.length; i++) {
                    lines[i] = lineString();
                }
                yield GEOMETRY.createMultiLineString(lines);
            }
            case POLYGONS -> {
                Polygon[] polygons = new Polygon[varint()];
                for (int i = 0; i < polygons.length; i++) {
                    polygons[i] = polygon();
                }
                yield GEOMETRY.createMultiPolygon(polygons);
            }
            default -> throw new IOException("TWKB type " + (head & 0x0f) + " is not read");
        };
    }

    private LineString lineString() {
        return GEOMETRY.createLineString(points());
    }

    private Polygon polygon() {
        int rings = varint();
        LinearRing shell = GEOMETRY.createLinearRing(points());
        LinearRing[] holes = new LinearRing[rings - 1];
        for (int i = 0; i < holes.length; i++) {
            holes[i] = GEOMETRY.createLinearRing(points());
        }
        return GEOMETRY.createPolygon(shell, holes);
    }

    private CoordinateSequence points() {
        int count = varint();
        double[] xy = new double[2 * count];
        long x = lastX;
        long y = lastY;
        // divided, not multiplied, so that 4.5 comes out as 4.5
        double perDegree = Math.rint(1 / unit);
        for (int i = 0; i < count; i++) {
            x += unzigzag(varint());
            y += unzigzag(varint());
            xy[2 * i] = x / perDegree;
            xy[2 * i + 1] = y / perDegree;
        }
        lastX = x;
        lastY = y;
        return new PackedCoordinateSequence.Double(xy, 2, 0);
    }

    private int varint() {
        int value = 0;
        for (int shift = 0; ; shift += 7) {
            byte b = bytes[at++];
            value |= (b & 0x7f) << shift;
            if (b >= 0) {
                return value;
            }
        }
    }

    private static int unzigzag(int value) {
        return (value >>> 1) ^ -(value & 1);
    }
}
