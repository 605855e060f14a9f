package org.sightline.claim;

import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.sightline.DomainException;

/**
 * The closed lists of this package in their two written forms: a stable key for files and the command line
 * ({@code at-least}) and a label for people ("at least"). English until a translation is asked for, whatever the
 * machine's language, so that the same board prints the same everywhere.
 */
final class Vocabulary {
    private static final ResourceBundle LABELS = ResourceBundle.getBundle(
            "org.sightline.claim.labels",
            Locale.ROOT,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));

    private Vocabulary() {}

    static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String label(Enum<?> value) {
        return label(value.getDeclaringClass().getSimpleName().toLowerCase(Locale.ROOT) + "." + key(value));
    }

    static String label(String name) {
        return LABELS.getString(name);
    }

    static boolean hasLabel(String name) {
        return LABELS.containsKey(name);
    }

    /**
     * Reads a value from its key, its label or its name in code, whatever the capitals.
     *
     * @param what names the list in the message, with its article: "a modality"
     */
    static <E extends Enum<E>> E parse(E[] values, String what, String words) {
        String sought = words.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_]+", "-");
        for (E value : values) {
            boolean labelled =
                    label(value).toLowerCase(Locale.ROOT).replace(' ', '-').equals(sought);
            if (labelled || key(value).equals(sought)) {
                return value;
            }
        }
        String allowed = Arrays.stream(values).map(Vocabulary::key).collect(Collectors.joining(", "));
        throw new DomainException("\"" + words + "\" is not " + what + "; use one of " + allowed + ".");
    }
}
