package org.sightline.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.LineLimiter;
import org.locationtech.jts.operation.overlayng.RingClipper;
import org.sightline.geo.BaseMap;

/**
 * The base map of one rectangle, simplified and packed. It is cut a little outside of the rectangle, which the page clips
 * to, so that the cut is never seen. Immutable.
 *
 * @param box degrees, longitudes within -180 to 180
 * @param unit degrees in which the lines are packed
 */
record MapBlock(Envelope box, double unit, Map<Part, List<String>> lines) {
    private static final double BEYOND = 0.04;

    /** What is drawn alike. The keys are those the page's scripts know. */
    enum Part {
        LAND("land"),
        LAKE("lake"),
        RIVER("river"),
        PROVINCE("province"),
        BORDER("border"),
        DISPUTED("disputed"),
        CONTROL("control");

        private final String key;

        Part(String key) {
            this.key = key;
        }
    }

    MapBlock {
        lines = Map.copyOf(lines);
    }

    /**
     * @param near whether provinces and rivers are wanted
     * @param tolerance degrees by which a line may be moved
     */
    static MapBlock of(Envelope box, BaseMap.Detail detail, boolean near, double tolerance) {
        Envelope cut = new Envelope(box);
        cut.expandBy(Math.max(box.getWidth(), box.getHeight()) * BEYOND);
        double unit = Math.pow(10, Math.floor(Math.log10(tolerance)));
        Map<Part, List<String>> lines = new EnumMap<>(Part.class);
        Packing packing = new Packing(cut, tolerance, unit);
        lines.put(Part.LAND, packing.of(BaseMap.Layer.LAND, detail, Part.LAND));
        lines.put(Part.LAKE, packing.of(BaseMap.Layer.LAKES, detail, Part.LAKE));
        if (near) {
            lines.put(Part.RIVER, packing.of(BaseMap.Layer.RIVERS, detail, Part.RIVER));
            lines.put(Part.PROVINCE, packing.of(BaseMap.Layer.PROVINCE_LINES, detail, Part.PROVINCE));
        }
        lines.put(Part.BORDER, packing.of(BaseMap.Layer.BORDERS, detail, Part.BORDER));
        lines.put(Part.DISPUTED, packing.of(BaseMap.Layer.BORDERS, detail, Part.DISPUTED));
        lines.put(Part.CONTROL, packing.of(BaseMap.Layer.CONTROL, detail, Part.CONTROL));
        return new MapBlock(box, unit, lines);
    }

    /** Characters it takes in the page. */
    long size() {
        return lines.values().stream()
                .flatMap(List::stream)
                .mapToLong(line -> line.length() + 3)
                .sum();
    }

    void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeFieldName("box");
        json.writeArray(new double[] {box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()}, 0, 4);
        json.writeNumberField("unit", unit);
        for (Part part : Part.values()) {
            json.writeArrayFieldStart(part.key);
            for (String line : lines.getOrDefault(part, List.of())) {
                json.writeString(line);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private record Packing(Envelope cut, double tolerance, double unit) {
        List<String> of(BaseMap.Layer layer, BaseMap.Detail detail, Part part) {
            List<String> packed = new ArrayList<>();
            for (BaseMap.Feature feature : BaseMap.features(layer, detail, cut)) {
                boolean disputed = feature.attribute("disputed").equals("true");
                if (disputed ? part != Part.BORDER : part != Part.DISPUTED) {
                    add(feature.geometry(), packed);
                }
            }
            packed.sort(null); // the index that was asked promises no order
            return packed;
        }

        private void add(Geometry geometry, List<String> packed) {
            if (geometry instanceof Polygon polygon) {
                ring(polygon.getExteriorRing(), packed);
                for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                    ring(polygon.getInteriorRingN(i), packed);
                }
            } else if (geometry instanceof LineString line) {
                line(line, packed);
            } else {
                for (int i = 0; i < geometry.getNumGeometries(); i++) {
                    add(geometry.getGeometryN(i), packed);
                }
            }
        }

        private void ring(LineString ring, List<String> packed) {
            Coordinate[] inside = cut.covers(ring.getEnvelopeInternal())
                    ? ring.getCoordinates()
                    : new RingClipper(cut).clip(ring.getCoordinates());
            Coordinate[] simple = inside.length < 4 ? inside : simplified(inside);
            if (simple.length >= 4) {
                packed.add(PackedLine.of(simple, unit));
            }
        }

        private void line(LineString line, List<String> packed) {
            if (cut.covers(line.getEnvelopeInternal())) {
                packed.add(PackedLine.of(simplified(line.getCoordinates()), unit));
                return;
            }
            for (Coordinate[] piece : new LineLimiter(cut).limit(line.getCoordinates())) {
                packed.add(PackedLine.of(simplified(piece), unit));
            }
        }

        private Coordinate[] simplified(Coordinate[] line) {
            return PackedLine.simplified(line, tolerance);
        }
    }
}
