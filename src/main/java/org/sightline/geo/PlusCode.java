package org.sightline.geo;

import com.google.openlocationcode.OpenLocationCode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sightline.DomainException;
import org.sightline.geo.Notation.Reading;

/**
 * Open Location Codes, also called plus codes: whole ones, and short ones that are completed from a place near by, which
 * stands behind the code ("R573+FQ Yelsk") or is given. A code is an area; it stands for its middle. Stateless.
 */
final class PlusCode {
    private static final String DIGITS = "23456789CFGHJMPQRVWX";
    private static final Pattern WHOLE = Pattern.compile("[2-9CFGHJMPQRVWX0]{8}\\+(?:[" + DIGITS + "]{2,7})?");
    private static final Pattern SHORT =
            Pattern.compile("((?:[" + DIGITS + "]{2}){1,3}\\+[" + DIGITS + "]{2,7})(?:[\\s,]+(\\p{L}.*))?");
    private static final Pattern LINK = Pattern.compile(
            "(?:plus\\.codes|google\\.[a-z.]+/maps/place)/([2-9CFGHJMPQRVWX0]{8}(?:\\+|%2B)(?:[" + DIGITS + "]{2,7})?)",
            Pattern.CASE_INSENSITIVE);

    private PlusCode() {}

    /**
     * @param near completes a short code that names no place itself
     * @throws DomainException when it is a code that is malformed, or a short one that cannot be completed
     */
    static Optional<Reading> read(String text, Optional<Position> near) {
        String upper = text.toUpperCase(Locale.ROOT);
        if (WHOLE.matcher(upper).matches()) {
            return Optional.of(whole(text, upper));
        }
        Matcher cut = SHORT.matcher(upper);
        if (!cut.matches()) {
            return Optional.empty();
        }
        Optional<Position> reference =
                cut.group(2) == null ? near : place(text.substring(cut.start(2)).strip());
        Position from = reference.orElseThrow(() -> new DomainException("\"" + text
                + "\" is a short plus code; add a known place near it, such as \"" + cut.group(1)
                + " Minsk\", or give the whole code."));
        return Optional.of(whole(
                text,
                new OpenLocationCode(cut.group(1))
                        .recover(from.lat(), from.lon())
                        .getCode()));
    }

    /** The code in the address of a map. */
    static Optional<Reading> link(String text) {
        Matcher matcher = LINK.matcher(text);
        return matcher.find()
                ? Optional.of(
                        whole(text, matcher.group(1).toUpperCase(Locale.ROOT).replace("%2B", "+")))
                : Optional.empty();
    }

    private static Optional<Position> place(String name) {
        return switch (Gazetteer.inUse().resolve(name)) {
            case Gazetteer.Resolution.Found found -> Optional.of(found.entry().position());
            case Gazetteer.Resolution.Ambiguous several ->
                Optional.of(several.candidates().getFirst().position());
            case Gazetteer.Resolution.NotFound none -> Optional.empty();
        };
    }

    private static Reading whole(String text, String code) {
        if (!OpenLocationCode.isFullCode(code)) {
            throw new DomainException("\"" + text + "\" is no plus code; a whole one looks like 9G3FR573+FQ.");
        }
        OpenLocationCode.CodeArea area = new OpenLocationCode(code).decode();
        double lon = Math.IEEEremainder(area.getCenterLongitude(), 360);
        return new Reading(
                new Position(area.getCenterLatitude(), lon),
                Notation.PLUS_CODE,
                area.getLatitudeHeight() * CoordinateText.METRES_PER_DEGREE);
    }

    /** Lengths of codes, and the metres from which on the next shorter one says enough. */
    private record Length(int digits, double metres) {}

    private static final List<Length> LENGTHS = List.of(
            new Length(12, 1.5), new Length(11, 5), new Length(10, 60), new Length(8, 1_500), new Length(6, 30_000));

    /** @param metres how precisely the position is known */
    static String write(Position position, double metres) {
        int digits = LENGTHS.stream()
                .filter(length -> metres < length.metres())
                .findFirst()
                .map(Length::digits)
                .orElse(4);
        return OpenLocationCode.encode(position.lat(), position.lon(), digits);
    }
}
