package org.sightline.cli;

import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Envelope;

/** A box of degrees as it is written on the command line. A west greater than east crosses the antimeridian. */
record DegreeBox(double west, double south, double east, double north) {

    static DegreeBox read(String words) {
        String[] parts = words.split(",", -1);
        try {
            double[] n = Arrays.stream(parts)
                    .mapToDouble(p -> Double.parseDouble(p.strip()))
                    .toArray();
            if (n.length == 4 && inRange(n)) {
                return new DegreeBox(n[0], n[1], n[2], n[3]);
            }
        } catch (NumberFormatException e) {
            throw new UsageException(message(words));
        }
        throw new UsageException(message(words));
    }

    private static boolean inRange(double[] n) {
        return Math.abs(n[0]) <= 180
                && Math.abs(n[2]) <= 180
                && Math.abs(n[1]) <= 90
                && Math.abs(n[3]) <= 90
                && n[1] < n[3]
                && n[0] != n[2];
    }

    private static String message(String words) {
        return "--bbox: \"" + words + "\" is not west,south,east,north in degrees, such as 23,51,33,56.";
    }

    boolean crosses() {
        return west > east;
    }

    /** One envelope, whose longitudes run past 180 where it crosses the antimeridian. */
    Envelope whole() {
        return new Envelope(west, crosses() ? east + 360 : east, south, north);
    }

    /** One envelope, or the two on either side of the antimeridian. */
    List<Envelope> parts() {
        return crosses()
                ? List.of(new Envelope(west, 180, south, north), new Envelope(-180, east, south, north))
                : List.of(new Envelope(west, east, south, north));
    }
}
