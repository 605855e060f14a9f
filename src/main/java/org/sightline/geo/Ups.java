package org.sightline.geo;

import java.util.Locale;
import org.sightline.DomainException;

/**
 * Universal polar stereographic, and the polar squares of the Military Grid Reference System over it (NGA.STND.0037, 2014):
 * north of 84 degrees, 84 itself included, and south of 80 degrees south. The projection is the polar stereographic one by
 * way of the conformal latitude (J. P. Snyder, "Map Projections: A Working Manual", USGS 1987, equations 21-33 to 21-39).
 *
 * @param south whether it is the south polar grid
 * @param easting metres, 2,000 km at the pole
 * @param northing metres, 2,000 km at the pole
 */
record Ups(boolean south, double easting, double northing) {
    private static final double SCALE = 0.994;
    private static final double POLE = 2_000_000;
    private static final double SQUARE = 100_000;
    private static final String ROWS = "ABCDEFGHJKLMNPQRSTUVWXYZ";

    private static final double ECCENTRICITY =
            Math.sqrt(TransverseMercator.FLATTENING * (2 - TransverseMercator.FLATTENING));

    /** Plane metres for each unit of the cotangent of half the conformal latitude's complement. */
    private static final double RADIUS = 2
            * SCALE
            * TransverseMercator.SEMI_MAJOR_AXIS
            / Math.sqrt(Math.pow(1 + ECCENTRICITY, 1 + ECCENTRICITY) * Math.pow(1 - ECCENTRICITY, 1 - ECCENTRICITY));

    /** Letters of the columns of one half of a polar grid, from west to east, and the square where they begin. */
    private record Half(char band, String columns, int west) {}

    private static final Half[] NORTH = {new Half('Y', "RSTUXYZ", 13), new Half('Z', "ABCFGHJ", 20)};
    private static final Half[] SOUTH = {new Half('A', "JKLPQRSTUXYZ", 8), new Half('B', "ABCFGHJKLPQR", 20)};

    static boolean isBand(char letter) {
        return letter == 'A' || letter == 'B' || letter == 'Y' || letter == 'Z';
    }

    static Ups of(Position position) {
        boolean south = position.lat() < 0;
        double lat = Math.abs(position.lat());
        double conformal = TransverseMercator.conformalTangent(Math.tan(Math.toRadians(lat)));
        double fromPole = lat == 90 ? 0 : RADIUS / (Math.hypot(1, conformal) + conformal);
        double lon = position.lon();
        // sine and cosine are taken of at most 45 degrees, so that whole quarters are exact
        int quarter = (int) Math.rint(lon / 90);
        double rest = Math.toRadians(lon - 90 * quarter);
        double sin = Math.sin(rest);
        double cos = Math.cos(rest);
        double x = quarter % 2 == 0 ? sin : cos;
        double y = quarter % 2 == 0 ? cos : -sin;
        if (Math.floorMod(quarter, 4) >= 2) {
            x = -x;
            y = -y;
        }
        return new Ups(south, POLE + fromPole * x, POLE + (south ? fromPole : -fromPole) * y);
    }

    Position position() {
        double x = easting - POLE;
        double y = south ? northing - POLE : POLE - northing;
        double fromPole = Math.hypot(x, y);
        if (fromPole == 0) {
            return new Position(south ? -90 : 90, 0);
        }
        double t = fromPole / RADIUS;
        double tangent = TransverseMercator.geodeticTangent((1 / t - t) / 2);
        double lat = Math.toDegrees(Math.atan(tangent));
        return new Position(south ? -lat : lat, Math.toDegrees(Math.atan2(x, y)));
    }

    private Half half() {
        return (south ? SOUTH : NORTH)[easting < POLE ? 0 : 1];
    }

    char band() {
        return half().band();
    }

    /** @param digits as in {@link Utm#mgrs} */
    String mgrs(int digits) {
        Half half = half();
        if (digits < 0) {
            return Character.toString(half.band());
        }
        int column = (int) Math.floor(easting / SQUARE) - half.west();
        int row = (int) Math.floor(northing / SQUARE) - least();
        return half.band() + " " + half.columns().charAt(column) + ROWS.charAt(row)
                + Utm.withinSquare(easting, northing, digits);
    }

    private int least() {
        return south ? 8 : 13;
    }

    /**
     * Reads the parts of a polar MGRS reference.
     *
     * @throws DomainException when there is no such square
     */
    static Position mgrs(
            String text, char band, char column, char row, double eastingInSquare, double northingInSquare) {
        boolean south = band < 'C';
        Half half = (south ? SOUTH : NORTH)[band == 'A' || band == 'Y' ? 0 : 1];
        Ups corner = new Ups(south, 0, 0);
        int columnIndex = half.columns().indexOf(column);
        int rowIndex = ROWS.indexOf(row);
        if (columnIndex < 0 || rowIndex < 0 || rowIndex >= (south ? 24 : 14)) {
            throw new DomainException("\"" + text + "\" is no MGRS reference: the polar zone " + band
                    + " has no square " + column + row + ".");
        }
        return new Ups(
                        south,
                        (columnIndex + half.west()) * SQUARE + eastingInSquare,
                        (rowIndex + corner.least()) * SQUARE + northingInSquare)
                .position();
    }

    /** @throws DomainException when the metres lie outside the polar grid */
    static Position position(String text, char band, double easting, double northing) {
        boolean south = band < 'C';
        double reach = south ? 1_200_000 : 700_000;
        if (Math.abs(easting - POLE) > reach || Math.abs(northing - POLE) > reach) {
            throw CoordinateText.malformed(
                    text,
                    String.format(
                            Locale.ROOT,
                            "eastings and northings of the polar zone %c run from %.0f to %.0f metres",
                            band,
                            POLE - reach,
                            POLE + reach));
        }
        return new Ups(south, easting, northing).position();
    }
}
