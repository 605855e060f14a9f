package org.sightline.claim;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds stated distances and, for masking, every other length that has a unit. Stateless. */
final class DistanceReading {
    private static final Lexicon WORDS = Lexicon.ENGLISH;
    private static final String UNIT =
            "(?<unit>km|kilomet(?:er|re)s?|mi|miles?|nautical\\s+miles?|nmi|m|met(?:er|re)s?)";
    private static final String NUMBER =
            "(?<number>\\d{1,3}(?:[,\u00A0 ]\\d{3}){1,7}|\\d+(?:\\.\\d+)?|\\p{L}+(?:-\\p{L}+)?)";
    private static final String QUALIFIER =
            "(?:(?:about|around|approximately|some|roughly|nearly|almost|just|only|over|under|more\\s+than|less\\s+than|"
                    + "fewer\\s+than|at\\s+least|up\\s+to|no\\s+more\\s+than|within|~)\\s*){0,3}";
    private static final String DIRECTION =
            "(?:(?:to\\s+the\\s+)?(?<direction>" + Lexicon.anyOf(WORDS.words("directions")) + "))?";
    private static final String BORDER = Lexicon.anyOf(WORDS.words("border"));

    private static final Pattern LENGTH = Pattern.compile(
            "(?<![\\p{L}\\p{N}.-])" + QUALIFIER + NUMBER + "[\\s\u00A0-]*" + UNIT + "(?![\\p{L}\\p{N}])",
            Pattern.CASE_INSENSITIVE);

    /** What may stand between a length and what it is measured from. */
    private static final Pattern FROM = Pattern.compile(
            "(?:\\s+(?:away|inside|deep|as\\s+the\\s+crow\\s+flies))?\\s*" + DIRECTION + "\\s*\\b(?:from|of|off)\\s+",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern NAMED_BORDER = Pattern.compile(
            "(?:the\\s+)?(?:state\\s+|international\\s+)?(?:(?<whose>\\p{L}[\\p{L}.]*(?:-\\p{L}+)?)(?:['’]s?)?\\s+)?(?:state\\s+|international\\s+)?"
                    + BORDER
                    + "(?:\\s+(?:with|of|to)\\s+(?:the\\s+)?(?<with>(?-i:\\p{Lu}[\\p{L}.]*(?:\\s\\p{Lu}\\p{L}+)?)))?",
            Pattern.CASE_INSENSITIVE);

    /** As it is stored: border:UA. */
    private static final Pattern CODED_BORDER =
            Pattern.compile("border:\\s*(?<code>\\p{L}{2})\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern NAMED_PLACE =
            Pattern.compile("(?:the\\s+(?:city|town|village|settlement|port|capital)\\s+of\\s+|the\\s+)?"
                    + "(?<name>\\p{Lu}[\\p{L}\\p{M}'’-]*(?:\\s+(?:\\p{Lu}[\\p{L}\\p{M}'’-]*))*)");

    private DistanceReading() {}

    record Span(int start, int end) {}

    static List<StatedDistance.Found> find(String text) {
        List<StatedDistance.Found> found = new ArrayList<>();
        Matcher length = LENGTH.matcher(text);
        while (length.find()) {
            number(length.group("number"))
                    .flatMap(value -> from(text, length, value))
                    .ifPresent(found::add);
        }
        return found;
    }

    /** Every length, from something or not. */
    static List<Span> spans(String text) {
        List<Span> spans = new ArrayList<>();
        Matcher length = LENGTH.matcher(text);
        while (length.find()) {
            // "20m people" are millions; a lone m joined to digits is a metre only before "from" and the like
            boolean doubtful = length.group("unit").equalsIgnoreCase("m")
                    && !at(FROM, text, length.end()).lookingAt();
            if (!doubtful && number(length.group("number")).isPresent()) {
                spans.add(new Span(length.start(), length.end()));
            }
        }
        return spans;
    }

    private static Optional<StatedDistance.Found> from(String text, Matcher length, BigDecimal value) {
        Matcher from = at(FROM, text, length.end());
        if (!from.lookingAt()) {
            return Optional.empty();
        }
        Optional<String> direction = Optional.ofNullable(from.group("direction"))
                .map(d -> d.toLowerCase(Locale.ROOT).replace("-", ""));
        return reference(text, from.end()).map(r -> {
            String verbatim = text.substring(length.start(), r.end);
            StatedDistance distance =
                    new StatedDistance(verbatim, value, unit(length.group("unit")), r.name, direction);
            return new StatedDistance.Found(distance, length.start(), r.end);
        });
    }

    private record Reference(String name, int end) {}

    private static Optional<Reference> reference(String text, int at) {
        Matcher coded = at(CODED_BORDER, text, at);
        if (coded.lookingAt()) {
            return Optional.of(new Reference("border:" + coded.group("code").toUpperCase(Locale.ROOT), coded.end()));
        }
        Matcher border = at(NAMED_BORDER, text, at);
        if (border.lookingAt()) {
            String code = Stream.of(
                            Optional.ofNullable(border.group("whose")), Optional.ofNullable(border.group("with")))
                    .flatMap(Optional::stream)
                    .flatMap(name -> CountryWord.code(name).stream())
                    .findFirst()
                    .map(c -> ":" + c)
                    .orElse("");
            return Optional.of(new Reference("border" + code, border.end()));
        }
        Matcher place = at(NAMED_PLACE, text, at);
        return place.lookingAt() ? Optional.of(new Reference(place.group("name"), place.end())) : Optional.empty();
    }

    private static Matcher at(Pattern pattern, String text, int start) {
        return pattern.matcher(text).region(start, text.length()).useTransparentBounds(true);
    }

    private static Optional<BigDecimal> number(String words) {
        List<Token> tokens = Token.of(words);
        return Numeral.at(tokens, 0).filter(n -> n.next() == tokens.size()).map(Numeral::value);
    }

    private static String unit(String words) {
        String w = words.toLowerCase(Locale.ROOT);
        if (w.startsWith("n")) {
            return "nmi";
        }
        return w.startsWith("mi") ? "mi" : w.startsWith("k") ? "km" : "m";
    }
}
