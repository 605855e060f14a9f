package org.sightline.claim;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which country a word is about: a name ("Ukraine", "the Russian Federation") or a demonym ("Ukrainian"). Stateless. */
public final class CountryWord {
    private static final Map<String, String> CODES = codes();

    private CountryWord() {}

    /** ISO 3166-1 alpha-2; empty when the word names no country. Capitals and a plural or possessive ending are ignored. */
    public static Optional<String> code(String word) {
        String w =
                word.strip().toLowerCase(Locale.ROOT).replaceAll("^the\\s+", "").replaceAll("\\s+", " ");
        return Optional.ofNullable(CODES.get(w))
                .or(() -> Optional.ofNullable(CODES.get(w.replaceAll("(?:['’]s?|s)$", ""))));
    }

    /** The English name of a country, such as "Belarus" (Unicode CLDR). */
    public static String name(String code) {
        return Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
    }

    private static Map<String, String> codes() {
        Map<String, String> codes = new HashMap<>();
        for (String code : Locale.getISOCountries()) {
            codes.put(name(code).toLowerCase(Locale.ROOT), code);
        }
        codes.putAll(Lexicon.ENGLISH.map("demonyms", c -> c));
        return Map.copyOf(codes);
    }
}
