package org.sightline.claim;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.sightline.DomainException;

/**
 * What kind of thing a claim is about. The known categories have a symbol of their own on the map; any other word is
 * kept as it is and drawn as {@link #OTHER}.
 *
 * @param key lower case, words joined by a hyphen
 */
public record Category(String key) {
    public static final Category MOVEMENT = new Category("movement");
    public static final Category EQUIPMENT = new Category("equipment");
    public static final Category PERSONNEL = new Category("personnel");
    public static final Category TRAINING = new Category("training");
    public static final Category STRIKE = new Category("strike");
    public static final Category FACILITY = new Category("facility");
    public static final Category STATEMENT = new Category("statement");
    public static final Category OTHER = new Category("other");

    /** The categories with a symbol of their own, in the order they are offered. */
    public static final List<Category> KNOWN =
            List.of(MOVEMENT, EQUIPMENT, PERSONNEL, TRAINING, STRIKE, FACILITY, STATEMENT, OTHER);

    private static final int LONGEST = 40;

    public Category {
        if (!isPlain(key)) {
            key = key.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", "-");
        }
        if (key.isEmpty()) {
            key = "other";
        }
    }

    /** Whether it is in its form already, as in all rows of a board: letters a to z and hyphens. */
    private static boolean isPlain(String key) {
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            if ((c < 'a' || c > 'z') && c != '-') {
                return false;
            }
        }
        return true;
    }

    /**
     * Reads a category from any word.
     *
     * @throws DomainException when it is blank, or too long to be a word
     */
    public static Category parse(String words) {
        if (words.isBlank() || words.strip().length() > LONGEST) {
            throw new DomainException("\"" + words.strip() + "\" is not a category; use one of "
                    + KNOWN.stream().map(Category::key).collect(Collectors.joining(", "))
                    + ", or a short word of your own.");
        }
        return new Category(words);
    }

    /** The known category whose symbol it is drawn with. */
    public Category symbol() {
        return KNOWN.contains(this) ? this : OTHER;
    }

    /** For people: "Movement"; a word of one's own with a capital. */
    public String label() {
        String name = "category." + key;
        if (Vocabulary.hasLabel(name)) {
            return Vocabulary.label(name);
        }
        String words = key.replace('-', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    @Override
    public String toString() {
        return key;
    }
}
