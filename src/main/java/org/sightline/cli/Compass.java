package org.sightline.cli;

/** Points of the compass. Stateless. */
final class Compass {
    private static final String[] POINTS = {"N", "NE", "E", "SE", "S", "SW", "W", "NW"};

    private Compass() {}

    /** @param bearing degrees clockwise from north */
    static String point(double bearing) {
        return POINTS[Math.floorMod((int) Math.round(bearing / 45), POINTS.length)];
    }
}
