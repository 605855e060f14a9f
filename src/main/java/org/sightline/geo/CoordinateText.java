package org.sightline.geo;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sightline.DomainException;
import org.sightline.geo.Notation.Reading;

/**
 * Reads coordinates as people write them, see {@link Notation#read}: here grid references and map addresses, degrees in
 * {@link AngleText}. Stateless.
 */
final class CoordinateText {
    static final double METRES_PER_DEGREE = 111_320;
    private static final int LONGEST = 2000;

    private static final Pattern MGRS = Pattern.compile(
            "(?:MGRS:?\\s*)?(\\d{1,2})\\s*([C-HJ-NP-X])\\s*([A-HJ-NP-Z])\\s*([A-HJ-NP-V])\\s*(?:(\\d+)(?:\\s+(\\d+))?)?");
    /** So short a reference is more often something else, such as a rifle's name, unless it says what it is. */
    private static final Pattern POLAR_MGRS =
            Pattern.compile("(MGRS:?\\s*)?([ABYZ])\\s*([A-HJ-LP-UX-Z])\\s*([A-HJ-NP-Z])\\s*(?:(\\d+)(?:\\s+(\\d+))?)?");

    private static final int LEAST_POLAR_DIGITS = 4;
    private static final Pattern UPS = Pattern.compile(
            "(?:UPS:?\\s*)?([ABYZ])[\\s,]+(?:E\\s*)?(\\d{6,7}(?:\\.\\d+)?)\\s*(?:M?\\s*E)?[\\s,]+(?:N\\s*)?"
                    + "(\\d{6,7}(?:\\.\\d+)?)\\s*(?:M?\\s*N)?");
    private static final Pattern UTM =
            Pattern.compile("(?:UTM:?\\s*)?(?:ZONE\\s*)?(\\d{1,2})\\s*([A-Z])[\\s,]+(?:E\\s*)?"
                    + "(\\d{5,7}(?:\\.\\d+)?)\\s*(?:M?\\s*E)?[\\s,]+(?:N\\s*)?(\\d{1,8}(?:\\.\\d+)?)\\s*(?:M?\\s*N)?");

    private static final String NUMBER = "(-?\\d+(?:\\.\\d+)?)";

    /** Where map addresses keep their coordinates, latitude first. */
    private static final List<Pattern> LAT_LON_LINKS = List.of(
            Pattern.compile("^geo:" + NUMBER + "," + NUMBER, Pattern.CASE_INSENSITIVE),
            Pattern.compile("!3d" + NUMBER + "!4d" + NUMBER),
            Pattern.compile("[?&]mlat=" + NUMBER + "&mlon=" + NUMBER),
            Pattern.compile("#map=[\\d.]+/" + NUMBER + "/" + NUMBER),
            Pattern.compile(
                    "[?&](?:q|query|ll|center|destination|daddr|sll)=(?:loc:)?" + NUMBER + "(?:,|%2C)\\s*" + NUMBER),
            Pattern.compile("[?&]cp=" + NUMBER + "~" + NUMBER),
            Pattern.compile("[?&]lat=" + NUMBER + "&(?:lon|lng)=" + NUMBER),
            Pattern.compile("/@" + NUMBER + "," + NUMBER),
            Pattern.compile("/(?:place|search)/" + NUMBER + "," + NUMBER));

    /** Yandex puts longitude first. */
    private static final Pattern LON_LAT_LINK = Pattern.compile("[?&](?:pt|ll)=" + NUMBER + "(?:,|%2C)" + NUMBER);

    /** ISO 6709, annex H: degrees, with minutes and seconds or without, each with its sign, a height perhaps. */
    private static final Pattern ISO_6709 =
            Pattern.compile("(?<north>[+-])(?<lat>\\d{2})(?<latMin>\\d{2})?(?<latSec>\\d{2})?(?<latFraction>\\.\\d+)?"
                    + "(?<east>[+-])(?<lon>\\d{3})(?<lonMin>\\d{2})?(?<lonSec>\\d{2})?(?<lonFraction>\\.\\d+)?"
                    + "(?:[+-]\\d+(?:\\.\\d+)?)?(?:CRSWGS_84)?/");

    /** Well-known text, longitude first; another system than that of longitudes and latitudes is not named in it. */
    private static final Pattern POINT = Pattern.compile(
            "(?:SRID=4326;)?\\s*POINT\\s*Z?\\s*\\(\\s*" + NUMBER + "\\s+" + NUMBER + "(?:\\s+" + NUMBER + ")?\\s*\\)",
            Pattern.CASE_INSENSITIVE);

    private CoordinateText() {}

    static Optional<Reading> read(String text, Optional<Position> near) {
        String given = plainSigns(text.strip());
        if (given.isEmpty() || given.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher iso = ISO_6709.matcher(given);
        if (iso.matches()) {
            return AngleText.read(angle(iso, "lat", "north", "NS") + " " + angle(iso, "lon", "east", "EW"));
        }
        Matcher point = POINT.matcher(given);
        if (point.matches()) {
            return Optional.of(linked(point.group(2), point.group(1)));
        }
        if (given.indexOf('+') > 0 && !given.contains("://")) {
            Optional<Reading> code = PlusCode.read(given, near);
            if (code.isPresent()) {
                return code;
            }
        }
        if (given.chars().noneMatch(c -> c >= '0' && c <= '9') && !given.regionMatches(true, 0, "MGRS", 0, 4)) {
            return Optional.empty();
        }
        if (given.regionMatches(true, 0, "geo:", 0, 4) || given.contains("://")) {
            return link(given);
        }
        String upper = given.toUpperCase(Locale.ROOT);
        Matcher mgrs = MGRS.matcher(upper);
        if (mgrs.matches() && (mgrs.group(5) != null || upper.length() <= 7)) {
            return mgrs(given, mgrs);
        }
        Matcher polar = POLAR_MGRS.matcher(upper);
        if (polar.matches() && isPolarReference(polar)) {
            return polarMgrs(given, polar);
        }
        Matcher ups = UPS.matcher(upper);
        if (ups.matches()) {
            return Optional.of(ups(given, ups));
        }
        Matcher utm = UTM.matcher(upper);
        if (utm.matches()) {
            return Optional.of(utm(given, utm));
        }
        return AngleText.read(given);
    }

    /** Figures and signs of other scripts, and full-width ones, as those of ASCII. */
    private static String plainSigns(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean fullWidth = c >= '\uFF01' && c <= '\uFF5E';
            if (c < 0x80) {
                plain.append(c);
            } else if (Character.isDigit(c)) {
                plain.append(Character.digit(c, 10));
            } else if (fullWidth) {
                plain.append((char) (c - '\uFF01' + '!'));
            } else {
                plain.append(
                        switch (c) {
                            case '\u066B' -> '.';
                            case '\u060C', '\u3001' -> ',';
                            case '\u3000' -> ' ';
                            default -> c;
                        });
            }
        }
        return plain.toString();
    }

    private static String angle(Matcher iso, String name, String sign, String letters) {
        String fraction = iso.group(name + "Fraction") == null ? "" : iso.group(name + "Fraction");
        String minutes = iso.group(name + "Min");
        String seconds = iso.group(name + "Sec");
        String angle = iso.group(name);
        if (minutes == null) {
            angle += fraction + "°";
        } else if (seconds == null) {
            angle += "°" + minutes + fraction + "'";
        } else {
            angle += "°" + minutes + "'" + seconds + fraction + "\"";
        }
        return angle + letters.charAt(iso.group(sign).equals("+") ? 0 : 1);
    }

    private static Optional<Reading> link(String text) {
        if (text.contains("yandex.")) {
            Matcher matcher = LON_LAT_LINK.matcher(text);
            return matcher.find() ? Optional.of(linked(matcher.group(2), matcher.group(1))) : Optional.empty();
        }
        Optional<Reading> code = PlusCode.link(text);
        if (code.isPresent()) {
            return code;
        }
        for (Pattern pattern : LAT_LON_LINKS) {
            Matcher matcher = pattern.matcher(text);
            if (matcher.find()) {
                return Optional.of(linked(matcher.group(1), matcher.group(2)));
            }
        }
        return Optional.empty();
    }

    private static Reading linked(String lat, String lon) {
        Position position = new Position(Double.parseDouble(lat), Double.parseDouble(lon));
        return new Reading(position, Notation.DECIMAL, METRES_PER_DEGREE / Math.pow(10, decimals(lat)));
    }

    private static Optional<Reading> mgrs(String text, Matcher m) {
        int zone = zone(text, m.group(1));
        Square square = square(text, m.group(5), m.group(6));
        Position position = Utm.mgrs(
                text,
                zone,
                m.group(2).charAt(0),
                m.group(3).charAt(0),
                m.group(4).charAt(0),
                square.easting(),
                square.northing());
        return Optional.of(new Reading(position, Notation.MGRS, square.metres()));
    }

    private static boolean isPolarReference(Matcher m) {
        int digits = (m.group(5) == null ? "" : m.group(5)).length() + (m.group(6) == null ? "" : m.group(6)).length();
        return m.group(1) != null || digits >= LEAST_POLAR_DIGITS && digits % 2 == 0;
    }

    private static Optional<Reading> polarMgrs(String text, Matcher m) {
        Square square = square(text, m.group(5), m.group(6));
        Position position = Ups.mgrs(
                text,
                m.group(2).charAt(0),
                m.group(3).charAt(0),
                m.group(4).charAt(0),
                square.easting(),
                square.northing());
        return Optional.of(new Reading(position, Notation.MGRS, square.metres()));
    }

    private static Reading ups(String text, Matcher m) {
        Position position = Ups.position(
                text, m.group(1).charAt(0), Double.parseDouble(m.group(2)), Double.parseDouble(m.group(3)));
        return new Reading(position, Notation.UTM, 1 / Math.pow(10, decimals(m.group(2))));
    }

    /** The middle of a square within its 100 km square, and the length of its side, all in metres. */
    private record Square(double easting, double northing, double metres) {}

    private static Square square(String text, @Nullable String first, @Nullable String second) {
        String east = first == null ? "" : first;
        String north = second;
        if (north == null) {
            if (east.length() % 2 != 0) {
                throw malformed(text, "an MGRS reference has as many digits for east as for north");
            }
            north = east.substring(east.length() / 2);
            east = east.substring(0, east.length() / 2);
        }
        if (east.length() != north.length() || east.length() > 5) {
            throw malformed(text, "an MGRS reference has as many digits for east as for north, up to 5 of each");
        }
        double unit = Math.pow(10, 5 - east.length());
        double easting = (east.isEmpty() ? 0 : Integer.parseInt(east)) * unit + unit / 2;
        double northing = (north.isEmpty() ? 0 : Integer.parseInt(north)) * unit + unit / 2;
        return new Square(easting, northing, unit);
    }

    private static Reading utm(String text, Matcher m) {
        int zone = zone(text, m.group(1));
        char letter = m.group(2).charAt(0);
        double easting = Double.parseDouble(m.group(3));
        double northing = Double.parseDouble(m.group(4));
        if (easting < 100_000 || easting > 900_000) {
            throw malformed(text, "easting runs from 100000 to 900000 metres");
        }
        if (northing > 10_000_000) {
            throw malformed(text, "northing runs from 0 to 10000000 metres");
        }
        Position position = utm(text, zone, letter, easting, northing);
        double metres = 1 / Math.pow(10, decimals(m.group(3)));
        return new Reading(position, Notation.UTM, metres);
    }

    /**
     * The letter is the latitude band, as on military maps, or N and S for the hemisphere. S is both: it is taken for the
     * band where the northing lies in it, since the other reading is then in the southern ocean's latitudes.
     */
    private static Position utm(String text, int zone, char letter, double easting, double northing) {
        if (letter == 'S') {
            Position asBand = Utm.position(zone, false, easting, northing);
            return Utm.inBand('S', asBand.lat()) ? asBand : Utm.position(zone, true, easting, northing);
        }
        if (letter == 'N') {
            return Utm.position(zone, false, easting, northing);
        }
        if (!Utm.isBand(letter)) {
            throw malformed(text, "UTM bands are C to X without I and O");
        }
        Position position = Utm.position(zone, letter < 'N', easting, northing);
        if (!Utm.inBand(letter, position.lat())) {
            throw malformed(text, "that northing is not in band " + letter);
        }
        return position;
    }

    private static int zone(String text, String digits) {
        int zone = Integer.parseInt(digits);
        if (zone < 1 || zone > 60) {
            throw malformed(text, "zone " + zone + " is out of range; zones run from 1 to 60");
        }
        return zone;
    }

    /** Digits behind the point. */
    static int decimals(String number) {
        int point = number.indexOf('.');
        return point < 0 ? 0 : number.length() - point - 1;
    }

    static DomainException malformed(String text, String why) {
        String shown = text.length() > 60 ? text.substring(0, 60) + "..." : text;
        return new DomainException("\"" + shown + "\" cannot be read as coordinates: " + why + ".");
    }
}
