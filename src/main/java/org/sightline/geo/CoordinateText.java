package org.sightline.geo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sightline.DomainException;
import org.sightline.geo.Notation.Reading;

/** Reads coordinates as people write them; see {@link Notation#read}. */
final class CoordinateText {
    private static final double METRES_PER_DEGREE = 111_320;
    private static final int LONGEST = 2000;

    private static final Pattern MGRS = Pattern.compile(
            "(?:MGRS:?\\s*)?(\\d{1,2})\\s*([C-HJ-NP-X])\\s*([A-HJ-NP-Z])\\s*([A-HJ-NP-V])\\s*(?:(\\d+)(?:\\s+(\\d+))?)?");
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

    /** Latitude and longitude of Russian, Ukrainian and Belarusian texts. */
    private static final List<String[]> CYRILLIC = List.of(
            new String[] {"(?iu)(?:с|пн)\\.?\\s*ш\\.?", "N"},
            new String[] {"(?iu)(?:ю|пд)\\.?\\s*ш\\.?", "S"},
            new String[] {"(?iu)(?:в|сх|у)\\.?\\s*д\\.?", "E"},
            new String[] {"(?iu)(?:з|зх)\\.?\\s*д\\.?", "W"});

    private static final Pattern TOKEN = Pattern.compile("([+-]?)(\\d+(?:\\.\\d+)?)|([°'\"])|([NSEW])|([,;/])|(\\s+)");
    private static final Pattern THOUSANDS = Pattern.compile("\\d{1,3}(?:,\\d{3})+");

    private CoordinateText() {}

    static Optional<Reading> read(String text) {
        String given = text.strip();
        if (given.isEmpty() || given.length() > LONGEST || given.chars().noneMatch(c -> c >= '0' && c <= '9')) {
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
        Matcher utm = UTM.matcher(upper);
        if (utm.matches()) {
            return Optional.of(utm(given, utm));
        }
        return degrees(given);
    }

    private static Optional<Reading> link(String text) {
        if (text.contains("yandex.")) {
            Matcher matcher = LON_LAT_LINK.matcher(text);
            return matcher.find() ? Optional.of(linked(matcher.group(2), matcher.group(1))) : Optional.empty();
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
        String east = m.group(5) == null ? "" : m.group(5);
        String north = m.group(6);
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
        Position position = Utm.mgrs(
                text,
                zone,
                m.group(2).charAt(0),
                m.group(3).charAt(0),
                m.group(4).charAt(0),
                easting,
                northing);
        return Optional.of(new Reading(position, Notation.MGRS, unit));
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

    /** One number of an angle, with the sign that stood before it and the mark that came after. */
    private record Part(String sign, String digits, char mark) {
        double value() {
            return Double.parseDouble(digits);
        }
    }

    /** The numbers of one angle, and its letter if it has one (else a blank). */
    private record Angle(List<Part> parts, char letter) {}

    private static Optional<Reading> degrees(String text) {
        if (THOUSANDS.matcher(text).matches()) {
            return Optional.empty();
        }
        List<String> tokens = tokens(normalised(text));
        if (tokens.isEmpty()) {
            return Optional.empty();
        }
        long letters = tokens.stream().filter(t -> isLetter(t)).count();
        boolean marked = letters > 0 || tokens.stream().anyMatch(t -> t.equals("°"));
        long numbers = tokens.stream().filter(CoordinateText::isNumber).count();
        if (numbers < 2 && !marked) {
            return Optional.empty();
        }
        if (letters != 0 && letters != 2) {
            throw malformed(text, "it needs a latitude and a longitude, such as 51.8136 N 29.1544 E");
        }
        List<Angle> angles = letters == 2 ? lettered(tokens) : unlettered(tokens);
        if (angles.size() != 2) {
            if (!marked) {
                return Optional.empty();
            }
            throw malformed(text, "it needs a latitude and a longitude, such as 51.8136 N 29.1544 E");
        }
        return Optional.of(reading(text, angles.get(0), angles.get(1)));
    }

    /** One spelling for each sign; decimal points for decimal commas. */
    private static String normalised(String text) {
        String out = text;
        for (String[] pair : CYRILLIC) {
            out = out.replaceAll(pair[0], pair[1]);
        }
        out = out.toUpperCase(Locale.ROOT)
                .replaceAll("\\b(?:LATITUDE|LONGITUDE|LAT|LON|LONG|LNG)\\b[.:=]?", " ")
                .replaceAll("(?<=\\d)\\s*(?:DEGREES|DEG|D|[ºº˚∘])\\s*", "°")
                .replaceAll("(?<=\\d)\\s*(?:MINUTES|MIN|M|[′’‘ʹʼ`´])\\s*", "'")
                .replaceAll("(?<=\\d)\\s*(?:SECONDS|SEC|[″”“ʺ]|''|′′)\\s*", "\"")
                .replaceAll("(?<='\\s{0,2}\\d{1,2}(?:[.,]\\d{1,9})?)\\s*S(?=\\s*[NSEW,; ]|$)(?=.*[NSEW])", "\"")
                .replace('−', '-')
                .replace('–', '-')
                .replaceAll("[()\\[\\]]", " ")
                .strip();
        return decimalPoints(out);
    }

    private static String decimalPoints(String text) {
        if (text.indexOf('.') >= 0 || text.indexOf(',') < 0) {
            return text;
        }
        int inside = 0;
        for (int i = 1; i + 1 < text.length(); i++) {
            if (text.charAt(i) == ',' && isDigit(text.charAt(i - 1)) && isDigit(text.charAt(i + 1))) {
                inside++;
            }
        }
        boolean otherwiseSeparated = text.matches(".*\\d[^\\d,]+\\d.*") || text.matches(".*,\\D+\\d.*");
        if (inside == 3 && !otherwiseSeparated) {
            return text.replaceFirst("(\\d),(\\d+),(-?\\d+),(\\d)", "$1.$2, $3.$4");
        }
        if (inside == 1 && !otherwiseSeparated) {
            return text;
        }
        return text.replaceAll("(?<=\\d),(?=\\d)", ".");
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Empty when something in the text is no part of coordinates. */
    private static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        int at = 0;
        while (matcher.find()) {
            if (matcher.start() != at) {
                return List.of();
            }
            at = matcher.end();
            if (matcher.group(6) == null) {
                tokens.add(matcher.group());
            }
        }
        return at == text.length() ? tokens : List.of();
    }

    private static boolean isNumber(String token) {
        return isDigit(token.charAt(token.length() - 1));
    }

    private static boolean isLetter(String token) {
        return "NSEW".contains(token);
    }

    /** Each angle has its letter, before its numbers or after them. */
    private static List<Angle> lettered(List<String> tokens) {
        boolean before = isLetter(tokens.getFirst());
        List<Angle> angles = new ArrayList<>();
        List<String> run = new ArrayList<>();
        char letter = ' ';
        for (String token : tokens) {
            if (!isLetter(token)) {
                run.add(token);
                continue;
            }
            if (before) {
                if (letter != ' ') {
                    angles.add(new Angle(parts(run), letter));
                }
                letter = token.charAt(0);
            } else {
                angles.add(new Angle(parts(run), token.charAt(0)));
            }
            run = new ArrayList<>();
        }
        if (before) {
            angles.add(new Angle(parts(run), letter));
        } else if (run.stream().anyMatch(CoordinateText::isNumber)) {
            return List.of();
        }
        return angles.stream().noneMatch(a -> a.parts().isEmpty()) ? angles : List.of();
    }

    /** Without letters the numbers are split where a separator or a degree sign says, else in the middle. */
    private static List<Angle> unlettered(List<String> tokens) {
        List<Part> parts = parts(tokens);
        int separators = (int) tokens.stream().filter(t -> ",;/".contains(t)).count();
        int split = parts.size() / 2;
        if (separators == 1) {
            int at = 0;
            for (String token : tokens) {
                if (",;/".contains(token)) {
                    break;
                }
                at += isNumber(token) ? 1 : 0;
            }
            split = at;
        } else if (parts.stream().filter(p -> p.mark() == '°').count() == 2) {
            for (int i = 1; i < parts.size(); i++) {
                split = parts.get(i).mark() == '°' ? i : split;
            }
        } else if (parts.size() % 2 != 0) {
            return List.of();
        }
        if (split < 1 || split > 3 || parts.size() - split < 1 || parts.size() - split > 3) {
            return List.of();
        }
        return List.of(new Angle(parts.subList(0, split), ' '), new Angle(parts.subList(split, parts.size()), ' '));
    }

    private static List<Part> parts(List<String> tokens) {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            String token = tokens.get(i);
            if (isNumber(token)) {
                boolean signed = !isDigit(token.charAt(0));
                String next = i + 1 < tokens.size() ? tokens.get(i + 1) : " ";
                char mark = "°'\"".contains(next) ? next.charAt(0) : ' ';
                parts.add(new Part(signed ? token.substring(0, 1) : "", signed ? token.substring(1) : token, mark));
            }
        }
        return parts;
    }

    private static Reading reading(String text, Angle first, Angle second) {
        boolean swapped = first.letter() == 'E' || first.letter() == 'W';
        Angle lat = swapped ? second : first;
        Angle lon = swapped ? first : second;
        if ("EW".indexOf(lat.letter()) >= 0 || "NS".indexOf(lon.letter()) >= 0) {
            throw malformed(text, "it needs one latitude (N or S) and one longitude (E or W)");
        }
        Position position = new Position(value(text, lat), value(text, lon));
        boolean decimal = lat.parts().size() == 1 && lon.parts().size() == 1;
        return new Reading(position, decimal ? Notation.DECIMAL : Notation.DMS, Math.min(metres(lat), metres(lon)));
    }

    private static double value(String text, Angle angle) {
        List<Part> parts = angle.parts();
        if (parts.size() > 3) {
            throw malformed(text, "an angle has at most degrees, minutes and seconds");
        }
        double sum = 0;
        double unit = 1;
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            if (i > 0 && !part.sign().isEmpty()) {
                throw malformed(text, "only degrees can have a sign");
            }
            if (i > 0 && part.value() >= 60) {
                throw malformed(
                        text,
                        part.digits() + (i == 1 ? " minutes" : " seconds")
                                + " are out of range; they run from 0 to 59");
            }
            if (i + 1 < parts.size() && part.digits().indexOf('.') >= 0) {
                throw malformed(text, "only the last number of an angle can have decimals");
            }
            sum += part.value() / unit;
            unit *= 60;
        }
        boolean minus = parts.getFirst().sign().equals("-");
        if (minus && angle.letter() != ' ') {
            throw malformed(text, "a sign and a letter say the same thing twice");
        }
        return minus || angle.letter() == 'S' || angle.letter() == 'W' ? -sum : sum;
    }

    private static double metres(Angle angle) {
        double unit = METRES_PER_DEGREE / Math.pow(60, angle.parts().size() - 1);
        return unit / Math.pow(10, decimals(angle.parts().getLast().digits()));
    }

    private static int decimals(String number) {
        int point = number.indexOf('.');
        return point < 0 ? 0 : number.length() - point - 1;
    }

    private static DomainException malformed(String text, String why) {
        String shown = text.length() > 60 ? text.substring(0, 60) + "..." : text;
        return new DomainException("\"" + shown + "\" cannot be read as coordinates: " + why + ".");
    }
}
