package org.sightline.board;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a person typed into a search field, as an FTS5 expression. Words are joined by "and"; each is found whole, as
 * the beginning of a word, as a part of one, and in its other spellings, whole words first; words in quotation marks
 * are found as a phrase. Nothing a person types is a syntax error: only letters and digits get through.
 */
final class SearchExpression {
    private static final Pattern PART = Pattern.compile("[\"“”„«»]([^\"“”„«»]*)[\"“”„«»]|([^\\s\"“”„«»]+)");
    private static final int MOST_WORDS = 24;
    private static final int SHORTEST_FOLDED_PREFIX = 3;

    private SearchExpression() {}

    /**
     * @param containing the known words that contain a part
     * @return empty when nothing that was typed is a word
     */
    static Optional<String> of(String typed, Function<String, List<String>> containing) {
        return clauses(typed, word -> word(word, containing));
    }

    /** Only whole words as they were typed: what this finds stands first. */
    static String exact(String typed) {
        return clauses(typed, word -> quoted(word.lower())).orElse("\"\"");
    }

    private static Optional<String> clauses(String typed, Function<Spelling.Word, String> clause) {
        List<String> clauses = new ArrayList<>();
        Matcher part = PART.matcher(typed);
        while (part.find() && clauses.size() < MOST_WORDS) {
            if (part.group(1) != null) {
                phrase(part.group(1)).ifPresent(clauses::add);
            } else {
                Spelling.words(part.group(2)).forEach(word -> clauses.add(clause.apply(word)));
            }
        }
        return clauses.isEmpty()
                ? Optional.empty()
                : Optional.of(clauses.stream().limit(MOST_WORDS).collect(Collectors.joining(" AND ")));
    }

    private static Optional<String> phrase(String typed) {
        List<Spelling.Word> words = Spelling.words(typed);
        if (words.isEmpty()) {
            return Optional.empty();
        }
        Set<String> forms = new LinkedHashSet<>();
        forms.add(quoted(words.stream().map(Spelling.Word::lower).collect(Collectors.joining(" "))));
        forms.add(quoted(typed.replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ").strip()));
        for (boolean name : new boolean[] {false, true}) {
            forms.add(quoted(
                    words.stream().map(w -> Spelling.fold(w.lower(), name)).collect(Collectors.joining(" "))));
        }
        return Optional.of("(" + String.join(" OR ", forms) + ")");
    }

    private static String word(Spelling.Word word, Function<String, List<String>> containing) {
        Set<String> forms = new LinkedHashSet<>();
        forms.add(quoted(word.lower()));
        forms.add(quoted(word.lower()) + " *");
        for (String variant : Spelling.variants(word.lower())) {
            forms.add(quoted(variant));
            if (!variant.equals(word.lower())) {
                forms.add(prefix(word, variant));
            }
            containing.apply(variant).forEach(known -> forms.add(quoted(known)));
        }
        containing.apply(word.lower()).forEach(known -> forms.add(quoted(known)));
        return "(" + String.join(" OR ", forms) + ")";
    }

    // a short folded beginning of a Latin word would find too much: "day" is "da", and so is "data"
    private static String prefix(Spelling.Word word, String variant) {
        if (variant.length() < SHORTEST_FOLDED_PREFIX) {
            return quoted(variant);
        }
        return word.ascii() ? "{folded} : " + quoted(variant) + " *" : quoted(variant) + " *";
    }

    private static String quoted(String words) {
        return "\"" + words.replace("\"", "") + "\"";
    }
}
