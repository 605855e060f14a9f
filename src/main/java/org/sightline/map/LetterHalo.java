package org.sightline.map;

import java.awt.Font;
import java.awt.Shape;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.awt.ShapeReader;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.operation.buffer.BufferParameters;

/**
 * Letters grown on all sides and filled, without their counters. Each is made once, because strokes about all letters of a
 * map's names take as long as its coasts. Safe for any thread.
 */
final class LetterHalo {
    /** Some hundred bytes each; a map of all sizes of type has five hundred. */
    private static final int KEPT = 5_000;

    /** Pixels by which a curve may be cut short. */
    private static final double FLATNESS = 0.1;

    private static final int SEGMENTS_PER_QUARTER = 3;
    private static final BufferParameters ROUND = new BufferParameters(SEGMENTS_PER_QUARTER);
    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    private record Letter(Font font, int glyph, double width) {}

    private static final Map<Letter, Path2D> MADE = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Letter, Path2D> eldest) {
            return size() > KEPT;
        }
    });

    private LetterHalo() {}

    /**
     * The halo of a letter that stands at (0, 0); not to be changed.
     *
     * @param width pixels by which it stands out
     */
    static Path2D of(GlyphVector letters, int index, double width) {
        Letter letter = new Letter(letters.getFont(), letters.getGlyphCode(index), width);
        Path2D known = MADE.get(letter);
        if (known == null) {
            Point2D at = letters.getGlyphPosition(index);
            Shape outline = AffineTransform.getTranslateInstance(-at.getX(), -at.getY())
                    .createTransformedShape(letters.getGlyphOutline(index));
            known = grown(outline, width);
            MADE.put(letter, known);
        }
        return known;
    }

    private static Path2D grown(Shape outline, double width) {
        Geometry halo = BufferOp.bufferOp(filled(outline), width, ROUND);
        Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);
        for (int i = 0; i < halo.getNumGeometries(); i++) {
            if (halo.getGeometryN(i) instanceof Polygon part && !part.isEmpty()) {
                add(part.getExteriorRing().getCoordinates(), path);
            }
        }
        path.trimToSize();
        return path;
    }

    /** What lies within any ring of an outline. */
    private static Geometry filled(Shape outline) {
        List<?> rings = ShapeReader.toCoordinates(outline.getPathIterator(null, FLATNESS));
        Polygon[] parts = rings.stream()
                .map(Coordinate[].class::cast)
                .filter(ring -> ring.length >= 4)
                .map(GEOMETRIES::createPolygon)
                .toArray(Polygon[]::new);
        return GEOMETRIES.createMultiPolygon(parts);
    }

    private static void add(Coordinate[] ring, Path2D path) {
        path.moveTo(ring[0].x, ring[0].y);
        for (int i = 1; i < ring.length - 1; i++) {
            path.lineTo(ring[i].x, ring[i].y);
        }
        path.closePath();
    }
}
