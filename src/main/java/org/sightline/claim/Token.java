package org.sightline.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word, a number or a mark of a text. A designation is a word: {@code T-72A}, {@code 152-mm} and {@code 2S19} hold no
 * number, so nothing of them can be counted.
 *
 * @param text as it stands
 * @param lower in lower case
 * @param start UTF-16 code unit, inclusive
 * @param end exclusive
 */
record Token(String text, String lower, int start, int end, Kind kind) {
    enum Kind {
        NUMBER,
        WORD,
        MARK
    }

    private static final String SPACE = "[\\u0020\\u00A0\\u202F\\u2009]";

    /** Digits: 8, 1.5, 20,000, 20 000; then a multiplier joined to them, or the "-odd" of "20-odd". */
    static final Pattern NUMBER = Pattern.compile(
            "(\\d{1,3}(?:,\\d{3}){1,7}(?:\\.\\d+)?|\\d{1,3}(?:" + SPACE + "\\d{3}){1,7}(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)"
                    + "(?:([kKmM]|[mM]n|[mM]ln|[bB]n|x|×|-odd|-plus|-strong)(?![\\p{L}\\p{N}-]))?");

    private static final Pattern TOKEN = Pattern.compile("(?<number>(?<![\\p{L}\\p{N}])" + NUMBER.pattern()
            + "(?![\\p{L}\\p{N}]|-\\p{L}))|(?<word>\\p{Lu}(?:\\.\\p{Lu}){1,8}(?!\\p{L})|[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}]*(?:['’-](?=[\\p{L}\\p{N}])[\\p{L}\\p{M}\\p{N}]+){0,8})"
            + "|(?<mark>\\S)");

    /** The tokens of a text; characters that were masked out with {@link #MASK} are marks. */
    static List<Token> of(CharSequence text) {
        List<Token> tokens = new ArrayList<>();
        Matcher m = TOKEN.matcher(text);
        while (m.find()) {
            Kind kind = m.group("number") != null ? Kind.NUMBER : m.group("word") != null ? Kind.WORD : Kind.MARK;
            tokens.add(new Token(m.group(), m.group().toLowerCase(Locale.ROOT), m.start(), m.end(), kind));
        }
        return tokens;
    }

    /** Stands in for characters that are known to be something else. */
    static final char MASK = '\uFFFC';

    boolean isWord() {
        return kind == Kind.WORD;
    }

    boolean isNumber() {
        return kind == Kind.NUMBER;
    }

    boolean isMark(String marks) {
        return kind == Kind.MARK && marks.contains(text);
    }

    boolean touches(Token next) {
        return end == next.start;
    }

    boolean isCapitalised() {
        return Character.isUpperCase(text.codePointAt(0));
    }

    /** A name with digits in it, such as T-72A, Shahed-136 or 2S19. */
    boolean isDesignation() {
        return isWord() && text.chars().anyMatch(Character::isDigit);
    }

    /** The number alone: 30 of "30k". */
    Token withoutSuffix() {
        if (!isNumber()) {
            return this;
        }
        String digits = text.replaceAll("[\\p{L}×-]+$", "");
        return new Token(digits, digits, start, start + digits.length(), kind);
    }
}
