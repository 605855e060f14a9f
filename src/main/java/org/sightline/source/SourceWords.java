package org.sightline.source;

import java.util.Locale;
import java.util.ResourceBundle;

/** This package's words for people. English until a translation is asked for, whatever the machine's language. */
final class SourceWords {
    private static final ResourceBundle WORDS = ResourceBundle.getBundle(
            "org.sightline.source.words",
            Locale.ROOT,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));

    private SourceWords() {}

    static String get(String key) {
        return WORDS.getString(key);
    }
}
