package org.sightline.claim;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words of one language that quantities, times and distances are read from, out of {@code words_LANGUAGE.properties}
 * beside this class. Immutable.
 */
final class Lexicon {
    /** The only language so far; a further one adds a file of the same keys. */
    static final Lexicon ENGLISH = new Lexicon("en");

    private final Properties lists = new Properties();

    private Lexicon(String language) {
        String name = "words_" + language + ".properties";
        try (InputStream stream = Lexicon.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException(name + " is missing from the program");
            }
            Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8);
            lists.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }

    /** The words under a key, lower case, in the order of the file. */
    Stream<String> words(String key) {
        String list = lists.getProperty(key);
        if (list == null) {
            throw new IllegalStateException("no word list " + key);
        }
        return Stream.of(list.split(",")).map(String::strip).filter(w -> !w.isEmpty());
    }

    Set<String> set(String key) {
        return words(key).map(w -> w.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    /** The {@code word=value} entries under a key; a word without a value stands for itself. */
    <V> Map<String, V> map(String key, Function<String, V> value) {
        Map<String, V> map = new LinkedHashMap<>();
        words(key).forEach(entry -> {
            int equals = entry.lastIndexOf('=');
            String word = equals < 0 ? entry : entry.substring(0, equals).strip();
            map.put(
                    word,
                    value.apply(equals < 0 ? entry : entry.substring(equals + 1).strip()));
        });
        return Map.copyOf(map);
    }

    /** The {@code phrase=value} entries under a key. */
    <V> Phrases<V> phrases(String key, Function<String, V> value) {
        return new Phrases<>(map(key, value).entrySet().stream()
                .map(e -> new Phrase<>(
                        Token.of(e.getKey()).stream().map(Token::lower).toList(), e.getValue()))
                .sorted(Comparator.<Phrase<V>>comparingInt(p -> p.words.size()).reversed())
                .collect(Collectors.groupingBy(p -> p.words.get(0))));
    }

    /** A word or several, and what they mean. */
    record Phrase<V>(List<String> words, V value) {
        private boolean standsAt(List<Token> tokens, int at) {
            if (at + words.size() > tokens.size()) {
                return false;
            }
            for (int i = 0; i < words.size(); i++) {
                if (!tokens.get(at + i).lower().equals(words.get(i))) {
                    return false;
                }
            }
            return true;
        }
    }

    /** Phrases by their first word, those of most words first. */
    record Phrases<V>(Map<String, List<Phrase<V>>> byFirstWord) {
        Optional<Phrase<V>> at(List<Token> tokens, int at) {
            if (at < 0 || at >= tokens.size()) {
                return Optional.empty();
            }
            return byFirstWord.getOrDefault(tokens.get(at).lower(), List.of()).stream()
                    .filter(p -> p.standsAt(tokens, at))
                    .findFirst();
        }
    }

    /** A regular expression of any of the words, longest first; spaces stand for any blanks. */
    static String anyOf(Stream<String> words) {
        List<String> sorted =
                words.sorted(Comparator.comparingInt(String::length).reversed()).toList();
        return sorted.stream()
                .map(w -> Stream.of(w.split(" ")).map(Pattern::quote).collect(Collectors.joining("\\s+")))
                .collect(Collectors.joining("|", "(?:", ")"));
    }
}
