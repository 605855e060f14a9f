package org.sightline.report;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.SortedMap;
import java.util.TreeMap;

/** The words of the page, from {@code report.properties}. Safe for any thread. */
final class Phrases {
    private static final ResourceBundle WORDS = ResourceBundle.getBundle("org.sightline.report.report", Locale.ENGLISH);
    private static final String SCRIPT = "script.";

    private Phrases() {}

    static String of(String key) {
        return WORDS.getString(key);
    }

    /** Numbers are grouped the same everywhere, whatever the machine's language. */
    static String of(String key, Object... arguments) {
        return new MessageFormat(WORDS.getString(key), Locale.ENGLISH).format(arguments);
    }

    static String of(String prefix, Enum<?> value) {
        return WORDS.getString(prefix + "." + value.name().toLowerCase(Locale.ROOT));
    }

    /** What the page's scripts say, by the rest of its key. */
    static SortedMap<String, String> ofScripts() {
        SortedMap<String, String> words = new TreeMap<>();
        for (String key : WORDS.keySet()) {
            if (key.startsWith(SCRIPT)) {
                words.put(key.substring(SCRIPT.length()), WORDS.getString(key));
            }
        }
        return words;
    }
}
