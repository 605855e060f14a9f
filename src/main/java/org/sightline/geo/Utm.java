package org.sightline.geo;

import java.util.Locale;
import org.sightline.DomainException;

/**
 * Universal transverse Mercator and the Military Grid Reference System over it (NGA.STND.0037, 2014), between 80
 * degrees south, 80 itself included, and 84 degrees north, with the wider zones of Norway and Svalbard. What lies beyond is
 * {@link Ups}'.
 *
 * @param zone 1 to 60
 * @param band C to X without I and O
 * @param easting metres, with the false easting of 500 km
 * @param northing metres, with the false northing of 10,000 km in the south
 */
record Utm(int zone, char band, double easting, double northing) {
    static final double SOUTHMOST = -80;
    static final double NORTHMOST = 84;

    private static final double SCALE = 0.9996;
    private static final double FALSE_EASTING = 500_000;
    private static final double FALSE_NORTHING = 10_000_000;
    private static final double SQUARE = 100_000;

    /** Metres by which a position and its grid reference may differ from one another after being read and written. */
    private static final double HAIR = 1e-7;

    /** How far northings reach into the polar grids, and where these begin, in whole squares. */
    private static final double LEAST_NORTHING = 1_000_000;

    private static final double SOUTHERN_EDGE = 1_200_000;
    private static final double NORTHERN_EDGE = 9_200_000;
    private static final double MOST_NORTHING = 9_500_000;
    private static final String BANDS = "CDEFGHJKLMNPQRSTUVWX";
    private static final String[] COLUMNS = {"ABCDEFGH", "JKLMNPQR", "STUVWXYZ"};
    private static final String ROWS = "ABCDEFGHJKLMNPQRSTUV";

    static boolean covers(Position position) {
        return position.lat() >= SOUTHMOST && position.lat() < NORTHMOST;
    }

    static Utm of(Position position) {
        if (!covers(position)) {
            throw new DomainException(String.format(
                    Locale.ROOT, "Latitude %s has no UTM zone; UTM and MGRS run from 80 S to 84 N.", position.lat()));
        }
        char band = BANDS.charAt(Math.min(19, (int) Math.floor((position.lat() + 80) / 8)));
        int zone = zone(position, band);
        double[] xy = new double[2];
        projection(zone, band < 'N').project(position.lon(), position.lat(), xy, 0);
        // a hair south of the equator rounds to the equator itself, which would be the north's
        double north = snapped(xy[1]);
        double northing = band < 'N' ? Math.min(north, Math.nextDown(FALSE_NORTHING)) : north;
        return new Utm(zone, band, snapped(xy[0]), northing);
    }

    /** What is a whole metre but for rounding is that metre, or the one below would be named. */
    private static double snapped(double metres) {
        double whole = Math.rint(metres);
        return Math.abs(metres - whole) < HAIR ? whole : metres;
    }

    private static int zone(Position position, char band) {
        double lon = position.lon() == 180 ? -180 : position.lon();
        int zone = (int) Math.floor((lon + 180) / 6) + 1;
        if (band == 'V' && lon >= 3 && lon < 12) {
            return 32;
        }
        if (band == 'X' && lon >= 0 && lon < 42) {
            return lon < 9 ? 31 : lon < 21 ? 33 : lon < 33 ? 35 : 37;
        }
        return zone;
    }

    private static TransverseMercator projection(int zone, boolean south) {
        return new TransverseMercator(zone * 6 - 183, SCALE, FALSE_EASTING, south ? FALSE_NORTHING : 0);
    }

    Position position() {
        return position(zone, band < 'N', easting, northing);
    }

    static Position position(int zone, boolean south, double easting, double northing) {
        double[] lonLat = new double[2];
        projection(zone, south).unproject(easting, northing, lonLat, 0);
        return new Position(lonLat[1], lonLat[0]);
    }

    static boolean isBand(char letter) {
        return BANDS.indexOf(letter) >= 0;
    }

    /** Whether a latitude lies in a band, give or take half a degree. */
    static boolean inBand(char band, double lat) {
        double south = BANDS.indexOf(band) * 8 - 80;
        double north = band == 'X' ? 84 : south + 8;
        return lat >= south - 0.5 && lat <= north + 0.5;
    }

    /** @param digits of easting and northing each, 0 to 5; -1 leaves out the square too */
    String mgrs(int digits) {
        StringBuilder out = new StringBuilder().append(zone).append(band);
        if (digits < 0) {
            return out.toString();
        }
        int column = (int) Math.floor(easting / SQUARE) - 1;
        int row = (int) Math.floor(northing / SQUARE) + (zone % 2 == 0 ? 5 : 0);
        out.append(' ').append(COLUMNS[(zone - 1) % 3].charAt(column)).append(ROWS.charAt(row % 20));
        return out.append(withinSquare(easting, northing, digits)).toString();
    }

    /** Easting and northing within their 100 km square, cut off and not rounded, as the standard has it. */
    static String withinSquare(double easting, double northing, int digits) {
        if (digits == 0) {
            return "";
        }
        double unit = Math.pow(10, 5 - digits);
        StringBuilder out = new StringBuilder(2 * digits + 2);
        padded((long) Math.floor(easting % SQUARE / unit), digits, out.append(' '));
        padded((long) Math.floor(northing % SQUARE / unit), digits, out.append(' '));
        return out.toString();
    }

    private static void padded(long number, int digits, StringBuilder out) {
        String text = Long.toString(number);
        out.append("00000", 0, Math.max(0, digits - text.length())).append(text);
    }

    /**
     * Reads the parts of an MGRS reference.
     *
     * @param eastingInSquare metres within the 100 km square, likewise {@code northingInSquare}
     * @throws DomainException when the zone has no such square
     */
    static Position mgrs(
            String text, int zone, char band, char column, char row, double eastingInSquare, double northingInSquare) {
        if (band == 'X' && zone >= 32 && zone <= 36 && zone % 2 == 0) {
            throw new DomainException("\"" + text + "\" is no MGRS reference: there is no zone " + zone
                    + "X; about Svalbard there are 31X, 33X, 35X and 37X.");
        }
        int columnIndex = COLUMNS[(zone - 1) % 3].indexOf(column);
        int rowIndex = ROWS.indexOf(row);
        if (columnIndex < 0 || rowIndex < 0) {
            throw noSuchSquare(text, zone, band, column, row);
        }
        double west = (columnIndex + 1) * SQUARE;
        double rows = (rowIndex - (zone % 2 == 0 ? 5 : 0) + ROWS.length()) % ROWS.length() * SQUARE;
        double turns = Math.rint((middle(zone, band) - rows - SQUARE / 2) / (ROWS.length() * SQUARE));
        double south = rows + turns * ROWS.length() * SQUARE;
        if (!meets(zone, band, west, south)) {
            throw noSuchSquare(text, zone, band, column, row);
        }
        return position(zone, band < 'N', west + eastingInSquare, south + northingInSquare);
    }

    /** Whether any of a square lies in the band; the outermost two bands reach on into the polar grids. */
    private static boolean meets(int zone, char band, double west, double south) {
        if (band == 'C' && south >= LEAST_NORTHING && south < SOUTHERN_EDGE
                || band == 'X' && south > NORTHERN_EDGE && south < MOST_NORTHING) {
            return true;
        }
        double near = Math.clamp(FALSE_EASTING, west, west + SQUARE);
        double far = west >= FALSE_EASTING ? west + SQUARE : west;
        boolean southern = band < 'N';
        // parallels curve towards the pole on both sides of the central meridian
        double[] a = latitudes(zone, southern, near, far, south);
        double[] b = latitudes(zone, southern, near, far, south + SQUARE);
        double bandSouth = BANDS.indexOf(band) * 8 - 80;
        double bandNorth = band == 'X' ? NORTHMOST : bandSouth + 8;
        return Math.max(b[0], b[1]) > bandSouth && Math.min(a[0], a[1]) < bandNorth;
    }

    private static double[] latitudes(int zone, boolean south, double near, double far, double northing) {
        double[] lonLat = new double[4];
        TransverseMercator projection = projection(zone, south);
        projection.unproject(near, northing, lonLat, 0);
        projection.unproject(far, northing, lonLat, 2);
        return new double[] {lonLat[1], lonLat[3]};
    }

    private static DomainException noSuchSquare(String text, int zone, char band, char column, char row) {
        return new DomainException(
                "\"" + text + "\" is no MGRS reference: zone " + zone + band + " has no square " + column + row + ".");
    }

    /** The northing of a band's middle on the central meridian. */
    private static double middle(int zone, char band) {
        double[] xy = new double[2];
        double lat = BANDS.indexOf(band) * 8 - 76 + (band == 'X' ? 2 : 0);
        projection(zone, band < 'N').project(zone * 6 - 183, lat, xy, 0);
        return xy[1];
    }
}
