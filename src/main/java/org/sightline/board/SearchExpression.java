package org.sightline.board;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a person typed into a search field, as FTS5 expressions. Words are joined by "and"; each is found whole, as the
 * beginning of a word, as a part of one, and in its other spellings. Words in quotation marks are found as a phrase,
 * {@code word*} only as a beginning, and what follows a minus excludes. Nothing a person types is a syntax error: only
 * letters and digits get through. One thread: asks the index for its words as they are needed.
 */
final class SearchExpression {
    private static final Pattern PART = Pattern.compile(
            "(?<![^\\s])(-?)[\"“”„«»]([^\"“”„«»]*)[\"“”„«»]|[\"“”„«»]([^\"“”„«»]*)[\"“”„«»]|([^\\s\"“”„«»]+)");
    private static final int LONGEST = 4_096;
    private static final int MOST_WORDS = 24;
    private static final int SHORTEST_FOLDED_PREFIX = 3;

    /** The words of the index. */
    interface Vocabulary {
        /** Known words that contain a part. */
        List<String> containing(String part);

        /** All known words that begin so; empty when there are too many to name, or too short ones. */
        Optional<List<String>> beginning(String prefix);
    }

    /** How freely words are found; each level finds what the one before it finds, and more. */
    enum Level {
        /** Whole and as they were typed. */
        EXACT,
        /** As the beginning of a word as well, and in other spellings. */
        SPELT,
        /** As a part of a word as well. */
        PART
    }

    /** @param prefix whether only the beginning of a word was typed */
    private record Sought(List<Spelling.Word> words, String typed, boolean phrase, boolean prefix) {}

    private final List<Sought> sought = new ArrayList<>();
    private final List<Sought> excluded = new ArrayList<>();
    private final Vocabulary vocabulary;

    private SearchExpression(String typed, Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        Matcher part = PART.matcher(typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed);
        while (part.find() && sought.size() + excluded.size() < MOST_WORDS) {
            String phrase = part.group(2) != null ? part.group(2) : part.group(3);
            if (phrase != null) {
                add(new Sought(Spelling.words(phrase), phrase, true, false), "-".equals(part.group(1)));
                continue;
            }
            String token = part.group(4);
            for (Spelling.Word word : Spelling.words(token)) {
                add(new Sought(List.of(word), token, false, token.endsWith("*")), token.startsWith("-"));
            }
        }
    }

    private void add(Sought part, boolean out) {
        if (!part.words().isEmpty() && sought.size() + excluded.size() < MOST_WORDS) {
            (out ? excluded : sought).add(part);
        }
    }

    /** @return empty when nothing that was typed is a word */
    static Optional<SearchExpression> of(String typed, Vocabulary vocabulary) {
        SearchExpression read = new SearchExpression(typed, vocabulary);
        return read.sought.isEmpty() && read.excluded.isEmpty() ? Optional.empty() : Optional.of(read);
    }

    /** Whether words are sought, and not only excluded. */
    boolean seeks() {
        return !sought.isEmpty();
    }

    /** All that is found; asked only when something is sought. */
    String match() {
        return without(level(Level.PART), excluded());
    }

    /** What is found at a level and not at the one before it; asked only when something is sought. */
    String match(Level level) {
        String mine = without(level(level), excluded());
        return switch (level) {
            case EXACT -> mine;
            case SPELT -> without(mine, Optional.of(level(Level.EXACT)));
            case PART -> without(mine, Optional.of(level(Level.SPELT)));
        };
    }

    /** What must not be found. */
    Optional<String> excluded() {
        return excluded.isEmpty()
                ? Optional.empty()
                : Optional.of(excluded.stream()
                        .map(part -> clause(part, part.prefix() ? Level.SPELT : Level.EXACT, part.prefix()))
                        .collect(Collectors.joining(" OR ")));
    }

    private String level(Level level) {
        return sought.stream().map(part -> clause(part, level, true)).collect(Collectors.joining(" AND "));
    }

    private static String without(String found, Optional<String> unwanted) {
        return unwanted.map(words -> "(" + found + ") NOT (" + words + ")").orElse(found);
    }

    private String clause(Sought part, Level level, boolean beginnings) {
        if (part.phrase()) {
            return level == Level.EXACT ? verbatim(part.words()) : phrase(part);
        }
        Spelling.Word word = part.words().getFirst();
        Set<String> forms = new LinkedHashSet<>();
        forms.add(quoted(word.lower()));
        if (level != Level.EXACT) {
            addSpellings(forms, word, beginnings);
        }
        if (level == Level.PART && !part.prefix()) {
            Spelling.variants(word.lower())
                    .forEach(variant -> vocabulary.containing(variant).forEach(known -> forms.add(quoted(known))));
            vocabulary.containing(word.lower()).forEach(known -> forms.add(quoted(known)));
        }
        return "(" + String.join(" OR ", forms) + ")";
    }

    private static String verbatim(List<Spelling.Word> words) {
        return quoted(words.stream().map(Spelling.Word::lower).collect(Collectors.joining(" ")));
    }

    private static String phrase(Sought part) {
        Set<String> forms = new LinkedHashSet<>();
        forms.add(verbatim(part.words()));
        forms.add(quoted(part.typed().replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ").strip()));
        for (boolean name : new boolean[] {false, true}) {
            forms.add(quoted(part.words().stream()
                    .map(word -> Spelling.fold(word.lower(), name))
                    .collect(Collectors.joining(" "))));
        }
        return "(" + String.join(" OR ", forms) + ")";
    }

    private void addSpellings(Set<String> forms, Spelling.Word word, boolean beginnings) {
        if (beginnings) {
            addBeginnings(forms, word.lower());
        }
        for (String variant : Spelling.variants(word.lower())) {
            forms.add(quoted(variant));
            if (beginnings && !variant.equals(word.lower())) {
                forms.add(folded(word, variant));
            }
        }
    }

    // FTS5 gathers all rows of a prefix before it gives the first, but walks through words side by side
    private void addBeginnings(Set<String> forms, String prefix) {
        vocabulary
                .beginning(prefix)
                .ifPresentOrElse(
                        words -> words.forEach(word -> forms.add(quoted(word))),
                        () -> forms.add(quoted(prefix) + " *"));
    }

    // a short folded beginning of a Latin word would find too much: "day" is "da", and so is "data"
    private static String folded(Spelling.Word word, String variant) {
        if (variant.length() < SHORTEST_FOLDED_PREFIX) {
            return quoted(variant);
        }
        return word.ascii() ? "{folded} : " + quoted(variant) + " *" : quoted(variant) + " *";
    }

    private static String quoted(String words) {
        return "\"" + words.replace("\"", "") + "\"";
    }
}
