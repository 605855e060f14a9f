package org.sightline.report;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;
import org.sightline.claim.Place;

/**
 * A line as a short text: longitude and latitude in whole units, each vertex as its difference to the one before, zigzag,
 * then five bits a character, lowest first, the sixth bit set where more follow. The characters are those of base64url
 * (RFC 4648, section 5). {@code geometry.js} reads it. Stateless.
 */
final class PackedLine {
    private static final String DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private PackedLine() {}

    /** With fewer vertices, none of which moves the line by more than {@code tolerance} (Douglas and Peucker, 1973). */
    static Coordinate[] simplified(Coordinate[] line, double tolerance) {
        return line.length < 3
                ? line
                : DouglasPeuckerSimplifier.simplify(Place.WGS84.createLineString(line), tolerance)
                        .getCoordinates();
    }

    /** @param unit degrees */
    static String of(Coordinate[] line, double unit) {
        StringBuilder out = new StringBuilder(line.length * 5);
        long lastX = 0;
        long lastY = 0;
        boolean first = true;
        for (Coordinate c : line) {
            long x = Math.round(c.x / unit);
            long y = Math.round(c.y / unit);
            if (first || x != lastX || y != lastY) {
                number(x - lastX, out);
                number(y - lastY, out);
            }
            first = false;
            lastX = x;
            lastY = y;
        }
        return out.toString();
    }

    private static void number(long value, StringBuilder out) {
        long rest = value << 1 ^ value >> 63;
        while (rest > 31) {
            out.append(DIGITS.charAt((int) (rest & 31 | 32)));
            rest >>>= 5;
        }
        out.append(DIGITS.charAt((int) rest));
    }
}
