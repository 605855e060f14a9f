package org.sightline.claim;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The noun phrase that a number counts: "T-72A tanks" of "8 T-72A tanks are being moved". There is no grammar here: the
 * phrase runs up to its first plural, and ends before any word that cannot belong to it.
 *
 * @param first index of its first token
 * @param next index of the token after its last; equal to {@code first} when there is no phrase
 */
record ItemPhrase(int first, int next) {
    private static final Lexicon WORDS = Lexicon.ENGLISH;
    private static final Set<String> STOPS = WORDS.set("item.stops");
    private static final Set<String> SKIPS = WORDS.set("item.skips");
    private static final Set<String> PLURALS = WORDS.set("item.plurals");
    private static final Set<String> SINGULAR_S = WORDS.set("item.singular.s");
    private static final Set<String> OF = WORDS.set("of");
    private static final int MOST_WORDS = 6;
    private static final int MOST_WORDS_AFTER_OF = 3;
    private static final String OPENING = "\"“«„'‘";
    private static final String CLOSING = "\"”»“'’";

    /** The phrase that begins at {@code i}, once "more", "of the" and the like are passed over. */
    static ItemPhrase at(List<Token> tokens, int i) {
        int first = i;
        while (first < tokens.size() && SKIPS.contains(tokens.get(first).lower())) {
            first++;
        }
        int next = phrase(tokens, first, MOST_WORDS);
        boolean measured = next > first
                && next + 1 < tokens.size()
                && OF.contains(tokens.get(next).lower())
                && belongs(tokens, next + 1)
                && !tokens.get(next + 1).isCapitalised();
        if (measured) {
            next = phrase(tokens, next + 1, MOST_WORDS_AFTER_OF);
        }
        return new ItemPhrase(first, next);
    }

    boolean isEmpty() {
        return next == first;
    }

    /** As it stands, blanks made single. */
    String in(CharSequence text, List<Token> tokens) {
        return isEmpty()
                ? ""
                : text.subSequence(
                                tokens.get(first).start(), tokens.get(next - 1).end())
                        .toString()
                        .replaceAll("[\\s\u00A0]+", " ");
    }

    private static int phrase(List<Token> tokens, int from, int most) {
        int next = from;
        int words = 0;
        while (next < tokens.size() && words < most) {
            Token token = tokens.get(next);
            Optional<Integer> quoted = quoted(tokens, next);
            if (quoted.isPresent()) {
                next = quoted.get();
                words++;
                continue;
            }
            if (isSlash(tokens, next)) {
                next++;
                continue;
            }
            if (!belongs(tokens, next) || isVerb(tokens, from, next)) {
                break;
            }
            next++;
            words++;
            if (isPlural(token) && !isSlash(tokens, next)) {
                break;
            }
        }
        return next;
    }

    /** A name in quotation marks is one word: 20 "Shahed" drones. */
    private static Optional<Integer> quoted(List<Token> tokens, int i) {
        if (!tokens.get(i).isMark(OPENING)) {
            return Optional.empty();
        }
        for (int close = i + 2; close < Math.min(tokens.size(), i + 5); close++) {
            if (tokens.get(close).isMark(CLOSING)) {
                return Optional.of(close + 1);
            }
        }
        return Optional.empty();
    }

    private static boolean isSlash(List<Token> tokens, int i) {
        return i > 0
                && i + 1 < tokens.size()
                && tokens.get(i).isMark("/")
                && tokens.get(i - 1).touches(tokens.get(i))
                && tokens.get(i).touches(tokens.get(i + 1));
    }

    private static boolean belongs(List<Token> tokens, int i) {
        return i < tokens.size()
                && tokens.get(i).isWord()
                && !STOPS.contains(tokens.get(i).lower());
    }

    /**
     * "Arrived" in "20 Shahed-136 arrived" ends the phrase; "armored" in "seven enemy armored vehicles" does not, since
     * a plural follows it closely.
     */
    private static boolean isVerb(List<Token> tokens, int from, int i) {
        String word = tokens.get(i).lower();
        boolean verbal = word.endsWith("ed") || word.endsWith("ing");
        if (!verbal || i == from) {
            return false;
        }
        if (tokens.get(i - 1).isDesignation()) {
            return true;
        }
        for (int ahead = i + 1; ahead <= i + 2 && belongs(tokens, ahead); ahead++) {
            if (isPlural(tokens.get(ahead))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlural(Token token) {
        String word = token.lower();
        if (PLURALS.contains(word) || word.endsWith("men") && word.length() > 4) {
            return true;
        }
        return word.length() > 2
                && word.endsWith("s")
                && !word.endsWith("ss")
                && !word.endsWith("'s")
                && !word.endsWith("’s")
                && !SINGULAR_S.contains(word);
    }
}
