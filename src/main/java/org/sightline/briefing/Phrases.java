package org.sightline.briefing;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words that are printed, from {@code briefing.properties}. Safe for any thread. */
final class Phrases {
    private static final ResourceBundle WORDS =
            ResourceBundle.getBundle("org.sightline.briefing.briefing", Locale.ENGLISH);

    /** Stays with the words before it at the end of a line. */
    static final String SEPARATOR = "\u00a0\u00b7 ";

    private Phrases() {}

    static String of(String key) {
        return WORDS.getString(key);
    }

    /** Numbers in a printed page are grouped the same everywhere, whatever the machine's language. */
    static String of(String key, Object... arguments) {
        return new MessageFormat(WORDS.getString(key), Locale.ENGLISH).format(arguments);
    }

    static String of(String prefix, Enum<?> value) {
        return WORDS.getString(prefix + "." + value.name());
    }

    /** A phrase that is not broken over lines. */
    static String whole(String phrase) {
        return phrase.replace(' ', '\u00A0');
    }
}
