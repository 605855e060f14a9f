package org.sightline.exchange;

import java.util.Locale;

/**
 * Halves of characters: surrogates without the other of their pair (Unicode, 3.8), which JSON can spell and no text in
 * UTF-8 can hold. Stateless.
 */
final class HalfCharacters {
    private HalfCharacters() {}

    static boolean in(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (!Character.isSupplementaryCodePoint(text.codePointAt(i))) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }

    /** The text with each half spelled as JSON spells it. */
    static String spelled(String text) {
        if (!in(text)) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
                out.append(String.format(Locale.ROOT, "\\u%04x", c));
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }
}
