package org.sightline.analysis;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.regex.Pattern;

/** The words of one language that a claim's fields are read from, out of {@code reading_LANGUAGE.properties}. Immutable. */
final class ReadingWords {
    /** The only language so far; a further one adds a file of the same keys. */
    static final ReadingWords ENGLISH = new ReadingWords("en");

    private final Properties words = new Properties();

    private ReadingWords(String language) {
        String name = "reading_" + language + ".properties";
        try (InputStream stream = ReadingWords.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException(name + " is missing from the program");
            }
            words.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }

    /** The alternatives under a key, as one group of a regular expression. */
    String group(String key) {
        String alternatives = words.getProperty(key);
        if (alternatives == null) {
            throw new IllegalStateException("no words under " + key);
        }
        return "(?i:" + alternatives + ")";
    }

    Pattern pattern(String key) {
        return Pattern.compile(group(key));
    }
}
