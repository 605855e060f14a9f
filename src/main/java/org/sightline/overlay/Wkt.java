package org.sightline.overlay;

import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Well-known text, by JTS. Stateless. */
final class Wkt {
    private Wkt() {}

    /** Whether it could be read. */
    static boolean read(String words, Gatherer gatherer) {
        String plain = words.replaceFirst("(?i)^SRID=\\d+;", "");
        if (plain.isBlank() || tooDeep(plain)) {
            return false;
        }
        try {
            give(new WKTReader(Thinning.FACTORY).read(plain), gatherer);
            return true;
        } catch (ParseException | IllegalArgumentException e) { // an open ring is refused by the second
            return false;
        }
    }

    private static boolean tooDeep(String words) {
        int depth = 0;
        for (int i = 0; i < words.length(); i++) {
            depth += words.charAt(i) == '(' ? 1 : words.charAt(i) == ')' ? -1 : 0;
            if (depth > Budget.DEPTH) {
                return true;
            }
        }
        return false;
    }

    private static void give(Geometry geometry, Gatherer gatherer) {
        switch (geometry) {
            case Point point -> {
                vertices(point.getCoordinateSequence(), gatherer);
                gatherer.endPoints();
            }
            case LineString line -> {
                vertices(line.getCoordinateSequence(), gatherer);
                gatherer.endLine();
            }
            case Polygon polygon -> {
                vertices(polygon.getExteriorRing().getCoordinateSequence(), gatherer);
                gatherer.endRing();
                for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                    vertices(polygon.getInteriorRingN(i).getCoordinateSequence(), gatherer);
                    gatherer.endRing();
                }
            }
            default -> {
                for (int i = 0; i < geometry.getNumGeometries(); i++) {
                    give(geometry.getGeometryN(i), gatherer);
                }
            }
        }
    }

    private static void vertices(CoordinateSequence sequence, Gatherer gatherer) {
        for (int i = 0; i < sequence.size(); i++) {
            gatherer.vertex(sequence.getX(i), sequence.getY(i));
        }
    }
}
