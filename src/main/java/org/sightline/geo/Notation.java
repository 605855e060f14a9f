package org.sightline.geo;

import java.util.Locale;
import java.util.Optional;

/**
 * How coordinates are written. Reading takes any of them; writing takes the one that was chosen. Stateless, safe for any
 * thread.
 */
public enum Notation {
    /** Decimal degrees: {@code 51.8136 N 29.1544 E}. */
    DECIMAL,
    /** Degrees, minutes and seconds: {@code 51°48′49″N 29°09′16″E}. */
    DMS,
    /** Military Grid Reference System: {@code 35U PT 4850 4250}. */
    MGRS,
    /**
     * Universal transverse Mercator with the latitude band: {@code 35U 648500 5742500}; around the poles universal polar
     * stereographic: {@code Z 2000000 2000000}.
     */
    UTM,
    /** Open Location Code: {@code 9G3FR573+FQ}. */
    PLUS_CODE;

    private static final double METRES_PER_DEGREE = 111_320;

    /**
     * What a text of coordinates says.
     *
     * @param metres how precisely it was written: the size of its last digit on the ground
     */
    public record Reading(Position position, Notation notation, double metres) {}

    /**
     * Reads coordinates in any notation: decimal degrees (with or without N, S, E, W or their Cyrillic forms; decimal
     * points or commas), degrees and minutes, degrees, minutes and seconds (with signs, primes, hyphens or letters), ISO
     * 6709, a point of well-known text, MGRS, UTM and UPS, Open Location Codes (short ones with a place: {@code R573+FQ
     * Yelsk}), {@code geo:} addresses, and addresses of OpenStreetMap, Google, Yandex, Bing and plus.codes. Without
     * letters, latitude comes first, unless words such as "lon" and "lat" say otherwise. An MGRS square stands for its
     * middle.
     *
     * @return empty when the text does not look like coordinates at all
     * @throws org.sightline.DomainException when it does, and they are out of range or malformed
     */
    public static Optional<Position> read(String text) {
        return reading(text).map(Reading::position);
    }

    /** As {@link #read}, with the notation and precision it was written in. */
    public static Optional<Reading> reading(String text) {
        return CoordinateText.read(text, Optional.empty());
    }

    /** As {@link #reading}; a short Open Location Code that names no place is completed from a position near by. */
    public static Optional<Reading> reading(String text, Position near) {
        return CoordinateText.read(text, Optional.of(near));
    }

    /**
     * Writes a position.
     *
     * @param metres how precisely the position is known; sets the number of digits
     */
    public String write(Position position, double metres) {
        return switch (this) {
            case DECIMAL -> decimal(position, metres);
            case DMS -> degrees(position.lat(), 'N', 'S', metres) + " " + degrees(position.lon(), 'E', 'W', metres);
            case MGRS -> mgrs(position, mgrsDigits(metres));
            case UTM -> utm(position, metres);
            case PLUS_CODE -> PlusCode.write(position, metres);
        };
    }

    private static String decimal(Position position, double metres) {
        int digits = Math.clamp(Math.round(Math.log10(METRES_PER_DEGREE / Math.max(metres, 1e-3))), 0, 7);
        String number = "%." + digits + "f";
        return String.format(
                Locale.ROOT,
                number + " %s " + number + " %s",
                Math.abs(position.lat()),
                position.lat() < 0 ? "S" : "N",
                Math.abs(position.lon()),
                position.lon() < 0 ? "W" : "E");
    }

    /** Seconds stand for some 31 m, minutes for 1.9 km; what is less exact gets no more than it is worth. */
    private static String degrees(double value, char positive, char negative, double metres) {
        char letter = value < 0 ? negative : positive;
        double degrees = Math.abs(value);
        if (metres >= 50_000) {
            return String.format(Locale.ROOT, "%d°%c", Math.round(degrees), letter);
        }
        if (metres >= 1000) {
            long minutes = Math.round(degrees * 60);
            return String.format(Locale.ROOT, "%d°%02d′%c", minutes / 60, minutes % 60, letter);
        }
        int decimals = metres >= 10 ? 0 : metres >= 1 ? 1 : 2;
        long unit = Math.round(Math.pow(10, decimals));
        long parts = Math.round(degrees * 3600 * unit);
        long seconds = parts / unit;
        String fraction = decimals == 0 ? "" : String.format(Locale.ROOT, ".%0" + decimals + "d", parts % unit);
        return String.format(
                Locale.ROOT, "%d°%02d′%02d%s″%c", seconds / 3600, seconds / 60 % 60, seconds % 60, fraction, letter);
    }

    /** Town: 4 digits in all (1 km squares); district: none. */
    private static int mgrsDigits(double metres) {
        if (metres >= 50_000) {
            return -1;
        }
        if (metres >= 15_000) {
            return 0;
        }
        if (metres > 5_000) {
            return 1;
        }
        return metres > 500 ? 2 : metres > 50 ? 3 : metres > 5 ? 4 : 5;
    }

    private static String mgrs(Position position, int digits) {
        return Utm.covers(position)
                ? Utm.of(position).mgrs(digits)
                : Ups.of(position).mgrs(digits);
    }

    private static String utm(Position position, double metres) {
        double unit = Math.pow(10, Math.clamp(Math.round(Math.log10(Math.max(metres, 1))), 0, 5));
        if (Utm.covers(position)) {
            Utm utm = Utm.of(position);
            return utm.zone() + Character.toString(utm.band()) + " " + rounded(utm.easting(), unit) + " "
                    + rounded(utm.northing(), unit);
        }
        Ups ups = Ups.of(position);
        return ups.band() + " " + rounded(ups.easting(), unit) + " " + rounded(ups.northing(), unit);
    }

    private static long rounded(double metres, double unit) {
        return Math.round(Math.rint(metres / unit) * unit);
    }
}
