package org.sightline.claim;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is counted, made comparable: small letters, singular, without the words that only join.
 *
 * @param head the noun itself, such as "tank" of "T-72A tanks"
 * @param words all of them, the head included
 */
record Item(String head, Set<String> words) {
    private static final Set<String> JOINING = Set.of("of", "the", "a", "an", "and", "their", "its", "his", "her");

    static Item of(String item) {
        String first = item.split("\\s+of\\s+", 2)[0];
        List<String> words = words(item);
        List<String> headWords = words(first);
        return new Item(headWords.isEmpty() ? "" : headWords.get(headWords.size() - 1), Set.copyOf(words));
    }

    private static List<String> words(String item) {
        return Token.of(item).stream()
                .filter(t -> !t.text().isBlank()
                        && (t.kind() != Token.Kind.MARK || t.text().equals("%")))
                .map(t -> singular(t.lower()))
                .filter(w -> !JOINING.contains(w))
                .collect(Collectors.toList());
    }

    private static String singular(String word) {
        String w = word.toLowerCase(Locale.ROOT);
        if (w.length() > 4 && w.endsWith("ies")) {
            return w.substring(0, w.length() - 3) + "y";
        }
        if (w.length() > 4 && w.endsWith("men")) {
            return w.substring(0, w.length() - 2) + "an";
        }
        boolean plural =
                w.length() > 3 && w.endsWith("s") && !w.endsWith("ss") && !w.endsWith("us") && !w.endsWith("is");
        return plural ? w.substring(0, w.length() - 1) : w;
    }

    /** The same thing, or one a kind of the other: "T-72A tanks" are tanks. An unnamed item is like no other. */
    boolean alike(Item other) {
        if (words.isEmpty() || other.words.isEmpty()) {
            return false;
        }
        return head.equals(other.head) && (words.containsAll(other.words) || other.words.containsAll(words));
    }
}
