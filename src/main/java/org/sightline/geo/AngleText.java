package org.sightline.geo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sightline.geo.Notation.Reading;

/**
 * Reads a latitude and a longitude in degrees, with minutes and seconds or without, as people write them: the signs are
 * brought to one spelling, the text is cut into numbers, marks, letters and separators, and these into two angles.
 * Stateless.
 */
final class AngleText {
    /** Latitude and longitude of Russian, Ukrainian and Belarusian texts. */
    private static final List<String[]> CYRILLIC = List.of(
            new String[] {"(?iu)(?:с|пн)\\.?\\s*ш\\.?", "N"},
            new String[] {"(?iu)(?:ю|пд)\\.?\\s*ш\\.?", "S"},
            new String[] {"(?iu)(?:в|сх|у)\\.?\\s*д\\.?", "E"},
            new String[] {"(?iu)(?:з|зх)\\.?\\s*д\\.?", "W"});

    private static final Pattern TOKEN = Pattern.compile("([+-]?)(\\d+(?:\\.\\d+)?)|([°'\"])|([NSEW])|([,;/])|(\\s+)");
    /** Degrees, minutes and perhaps seconds without a gap, two digits each and three for degrees of longitude. */
    private static final Pattern RUN_TOGETHER = Pattern.compile(
            "(?<n1>[NS])?(?<lat>\\d{2})(?<latMin>\\d{2})(?<latSec>\\d{2}(?:\\.\\d+)?)?(?<n2>[NS])?[\\s,;/]*"
                    + "(?<e1>[EW])?(?<lon>\\d{3})(?<lonMin>\\d{2})(?<lonSec>\\d{2}(?:\\.\\d+)?)?(?<e2>[EW])?");

    /** A whole number with its thousands apart, or two numbers; the first of thousands is never nought. */
    private static final Pattern THOUSANDS = Pattern.compile("([1-9]\\d{0,2})((?:,\\d{3})+)");

    private static final Pattern LABEL = Pattern.compile("(?<![\\p{L}\\p{N}])(?:(?<lat>LATITUDE|LAT|ШИРОТА|ШЫРАТА)"
            + "|(?<lon>LONGITUDE|LON|LONG|LNG|ДОЛГОТА|ДОВГОТА|ДАЎГАТА))(?!\\p{L})[.:=]?");

    /** {@code 51-48-49N} and {@code 51:48:49N}: numbers of an angle with its letter behind it. */
    private static final Pattern APART_BEFORE_LETTER = Pattern.compile(
            "(?<![\\d.,])(\\d{1,3})[-:](\\d{1,2}(?:[.,]\\d+)?)(?:[-:](\\d{1,2}(?:[.,]\\d+)?))?(?=\\s*[NSEW])");

    private static final Pattern APART_AFTER_LETTER = Pattern.compile(
            "(?<=[NSEW]\\s{0,2})(\\d{1,3})[-:](\\d{1,2}(?:[.,]\\d+)?)(?:[-:](\\d{1,2}(?:[.,]\\d+)?))?(?![\\d:-])");

    private AngleText() {}

    /** One number of an angle, with the sign that stood before it and the mark that came after. */
    private record Part(String sign, String digits, char mark) {
        double value() {
            return Double.parseDouble(digits);
        }
    }

    /** The numbers of one angle, and its letter if it has one (else a blank). */
    private record Angle(List<Part> parts, char letter) {}

    /** Empty when the text is not made of angles. */
    static Optional<Reading> read(String text) {
        Matcher thousands = THOUSANDS.matcher(text);
        if (thousands.matches()) {
            if (couldBeDegrees(thousands)) {
                throw CoordinateText.malformed(
                        text, "its comma may be one of thousands; leave a blank behind it, as in " + spaced(thousands));
            }
            return Optional.empty();
        }
        List<String> tokens = tokens(apart(normalised(text)));
        if (tokens.isEmpty()) {
            return Optional.empty();
        }
        long letters = tokens.stream().filter(t -> isLetter(t)).count();
        boolean marked = letters > 0 || tokens.stream().anyMatch(t -> t.equals("°"));
        long numbers = tokens.stream().filter(AngleText::isNumber).count();
        if (numbers < 2 && !marked) {
            return Optional.empty();
        }
        if (letters != 0 && letters != 2) {
            throw CoordinateText.malformed(text, "it needs a latitude and a longitude, such as 51.8136 N 29.1544 E");
        }
        List<Angle> angles = letters == 2 ? lettered(tokens) : unlettered(tokens);
        if (angles.size() != 2) {
            if (!marked) {
                return Optional.empty();
            }
            throw CoordinateText.malformed(text, "it needs a latitude and a longitude, such as 51.8136 N 29.1544 E");
        }
        boolean turned = letters == 0 && longitudeFirst(text.toUpperCase(Locale.ROOT));
        return Optional.of(reading(text, angles.get(turned ? 1 : 0), angles.get(turned ? 0 : 1)));
    }

    private static boolean couldBeDegrees(Matcher thousands) {
        String rest = thousands.group(2).substring(1);
        return rest.length() == 3
                && rest.charAt(0) != '0'
                && Integer.parseInt(thousands.group(1)) <= 90
                && Integer.parseInt(rest) <= 180;
    }

    private static String spaced(Matcher thousands) {
        return "\"" + thousands.group(1) + ", " + thousands.group(2).substring(1) + "\"";
    }

    /**
     * Whether coordinates in capitals say in words, before their numbers or behind them, that longitude comes first.
     *
     * @throws org.sightline.DomainException when it names one or both and leaves open which number is which
     */
    private static boolean longitudeFirst(String text) {
        Matcher label = LABEL.matcher(text);
        StringBuilder order = new StringBuilder();
        int at = 0;
        while (label.find()) {
            order.append(label.group("lat") == null ? 'x' : 'y');
            at = label.start();
        }
        String labels = order.toString();
        if (labels.length() == 1) {
            boolean before = text.substring(0, at).chars().noneMatch(Character::isDigit);
            boolean behind = text.substring(at).chars().noneMatch(Character::isDigit);
            if (before || behind) {
                return labels.equals("x") == before;
            }
        }
        if (!labels.matches("(?:xy)*|(?:yx)*")) {
            throw CoordinateText.malformed(text, "it does not say which number is the latitude");
        }
        return labels.startsWith("x");
    }

    /** One spelling for each sign; decimal points for decimal commas. */
    private static String normalised(String text) {
        String out = text;
        for (String[] pair : CYRILLIC) {
            out = out.replaceAll(pair[0], pair[1]);
        }
        out = out.toUpperCase(Locale.ROOT)
                .replaceAll(LABEL.pattern(), " ")
                .replaceAll("(?<=\\d)\\s*(?:DEGREES|DEG|D|[ºº˚∘])\\s*", "°")
                .replaceAll("(?<=\\d)\\s*(?:MINUTES|MIN|M|[′’‘ʹʼ`´])\\s*", "'")
                .replaceAll("(?<=\\d)\\s*(?:SECONDS|SEC|[″”“ʺ]|''|′′)\\s*", "\"")
                .replaceAll("(?<='\\s{0,2}\\d{1,2}(?:[.,]\\d{1,9})?)\\s*S(?=\\s*[NSEW,; ]|$)(?=.*[NSEW])", "\"")
                .replace('−', '-')
                .replace('–', '-')
                .replaceAll("[()\\[\\]]", " ")
                .strip();
        return decimalPoints(withSigns(out));
    }

    /** Degrees, minutes and seconds that hyphens or colons divide. */
    private static String withSigns(String text) {
        String out = text;
        for (Pattern pattern : List.of(APART_BEFORE_LETTER, APART_AFTER_LETTER)) {
            out = pattern.matcher(out)
                    .replaceAll(
                            m -> m.group(1) + "°" + m.group(2) + "'" + (m.group(3) == null ? "" : m.group(3) + "\""));
        }
        return out;
    }

    /** {@code 514849N0290916E}, as aviation writes it, with its signs. */
    private static String apart(String text) {
        Matcher run = RUN_TOGETHER.matcher(text);
        boolean letters = run.matches()
                && (run.group("n1") == null) != (run.group("n2") == null)
                && (run.group("e1") == null) != (run.group("e2") == null)
                && (run.group("latSec") == null) == (run.group("lonSec") == null);
        return letters ? angle(run, "lat", "n") + " " + angle(run, "lon", "e") : text;
    }

    private static String angle(Matcher run, String name, String letter) {
        String seconds = run.group(name + "Sec") == null ? "" : run.group(name + "Sec") + "\"";
        String side = run.group(letter + "1") == null ? run.group(letter + "2") : run.group(letter + "1");
        return run.group(name) + "°" + run.group(name + "Min") + "'" + seconds + side;
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
        } else if (run.stream().anyMatch(AngleText::isNumber)) {
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
            throw CoordinateText.malformed(text, "it needs one latitude (N or S) and one longitude (E or W)");
        }
        Position position = new Position(value(text, lat), value(text, lon));
        boolean decimal = lat.parts().size() == 1 && lon.parts().size() == 1;
        return new Reading(position, decimal ? Notation.DECIMAL : Notation.DMS, Math.min(metres(lat), metres(lon)));
    }

    private static double value(String text, Angle angle) {
        List<Part> parts = angle.parts();
        if (parts.size() > 3) {
            throw CoordinateText.malformed(text, "an angle has at most degrees, minutes and seconds");
        }
        double sum = 0;
        double unit = 1;
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            if (i > 0 && !part.sign().isEmpty()) {
                throw CoordinateText.malformed(text, "only degrees can have a sign");
            }
            if (i > 0 && part.value() >= 60) {
                throw CoordinateText.malformed(
                        text,
                        part.digits() + (i == 1 ? " minutes" : " seconds")
                                + " are out of range; they run from 0 to 59");
            }
            if (i + 1 < parts.size() && part.digits().indexOf('.') >= 0) {
                throw CoordinateText.malformed(text, "only the last number of an angle can have decimals");
            }
            sum += part.value() / unit;
            unit *= 60;
        }
        boolean minus = parts.getFirst().sign().equals("-");
        if (minus && angle.letter() != ' ') {
            throw CoordinateText.malformed(text, "a sign and a letter say the same thing twice");
        }
        return minus || angle.letter() == 'S' || angle.letter() == 'W' ? -sum : sum;
    }

    private static double metres(Angle angle) {
        double unit =
                CoordinateText.METRES_PER_DEGREE / Math.pow(60, angle.parts().size() - 1);
        return unit
                / Math.pow(10, CoordinateText.decimals(angle.parts().getLast().digits()));
    }
}
