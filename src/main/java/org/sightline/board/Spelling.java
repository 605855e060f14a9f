package org.sightline.board;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Words as the search index sees them, and the Latin form in which spellings of one name meet: Ельск, Yelsk, Jelsk,
 * Yel'sk and Elsk are all {@code elsk}; Київ and Kyiv are {@code kiv}; Гомель, Gomel and Homel are {@code gomel}.
 *
 * <p>Every script becomes Latin by ICU (Cyrillic by ISO 9, one letter for one); then the digraphs in which English
 * transliteration writes single letters are drawn together (zh, sh, shch, ch, kh, ts), y and j beside a vowel and
 * apostrophes are dropped, and any other y or j is an i. In names, h is also g, and doubled letters are single.
 */
final class Spelling {
    private static final Transliterator LATIN =
            Transliterator.getInstance("Any-Latin; NFD; [:M:] Remove; Latin-ASCII; Any-Lower");
    private static final int MOST_REMEMBERED = 100_000;
    private static final Map<String, String> REMEMBERED = new ConcurrentHashMap<>();
    private static final String APOSTROPHES = "'’‘ʼʹʻ`´′";

    private Spelling() {}

    /**
     * A word of a text.
     *
     * @param lower lower case, without apostrophes
     * @param name whether it began with a capital
     * @param ascii whether every letter is a plain Latin one
     */
    record Word(String lower, boolean name, boolean ascii) {}

    static List<Word> words(String text) {
        List<Word> words = new ArrayList<>();
        eachToken(text, (in, start, end) -> words.add(word(in.substring(start, end))));
        return words;
    }

    /** Is shown where a word of a text stands. */
    @FunctionalInterface
    interface TokenVisitor {
        void token(String text, int start, int end);
    }

    /** Runs of letters and digits with their marks; an apostrophe between letters does not end one. */
    static void eachToken(String text, TokenVisitor visitor) {
        int start = -1;
        int at = 0;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            int next = at + Character.charCount(c);
            boolean inside = isWordPart(c) || (start >= 0 && joins(text, c, next));
            if (inside && start < 0) {
                start = at;
            } else if (!inside && start >= 0) {
                visitor.token(text, start, at);
                start = -1;
            }
            at = next;
        }
        if (start >= 0) {
            visitor.token(text, start, text.length());
        }
    }

    private static boolean joins(String text, int c, int next) {
        return APOSTROPHES.indexOf(c) >= 0 && next < text.length() && Character.isLetter(text.codePointAt(next));
    }

    private static boolean isWordPart(int c) {
        if (c < 0x80) {
            return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c >= 'A' && c <= 'Z';
        }
        return Character.isLetterOrDigit(c)
                || switch (Character.getType(c)) {
                    case Character.NON_SPACING_MARK,
                            Character.COMBINING_SPACING_MARK,
                            Character.LETTER_NUMBER,
                            Character.OTHER_NUMBER -> true;
                    default -> false;
                };
    }

    static Word word(String token) {
        boolean name = Character.isUpperCase(token.codePointAt(0));
        if (token.chars().allMatch(c -> c < 0x80 && c != '\'' && c != '`')) {
            return new Word(token.toLowerCase(Locale.ROOT), name, true);
        }
        StringBuilder lower = new StringBuilder(token.length());
        Normalizer.normalize(UCharacter.foldCase(token, true), Normalizer.Form.NFC)
                .codePoints()
                .filter(c -> APOSTROPHES.indexOf(c) < 0)
                .forEach(lower::appendCodePoint);
        return new Word(lower.toString(), name, lower.chars().allMatch(c -> c < 0x80));
    }

    /** The spelling under which a word of a text is also found; empty when it is found by itself. */
    static String folded(Word word) {
        String folded = fold(word.lower(), word.name());
        return folded.equals(word.lower()) ? "" : folded;
    }

    /** Every spelling under which a word that is sought may be kept. */
    static Set<String> variants(String lower) {
        Set<String> variants = new LinkedHashSet<>();
        variants.add(fold(lower, false));
        variants.add(fold(lower, true));
        variants.remove("");
        return variants;
    }

    static String fold(String lower, boolean name) {
        if (REMEMBERED.size() > MOST_REMEMBERED) {
            REMEMBERED.clear();
        }
        return REMEMBERED.computeIfAbsent((name ? "N" : "w") + lower, key -> folding(lower, name));
    }

    private static String folding(String lower, boolean name) {
        boolean ascii = lower.chars().allMatch(c -> c < 0x80);
        String latin = ascii ? lower : LATIN.transliterate(lower);
        String letters = latin.replaceAll("[^a-z0-9]", "");
        String drawn = letters.replace("shch", "s")
                .replace("sch", "s")
                .replace("sh", "s")
                .replace("zh", "z")
                .replace("kh", "h")
                .replace("ch", "c")
                .replace("ts", "c");
        String vowels =
                drawn.replaceAll("(?<=[aeiou])[yj]+|[yj]+(?=[aeiou])", "").replaceAll("[yj]+", "i");
        return name ? vowels.replace('h', 'g').replaceAll("([a-z])\\1+", "$1") : vowels;
    }
}
