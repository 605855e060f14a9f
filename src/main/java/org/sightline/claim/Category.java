package org.sightline.claim;

import java.util.List;
import java.util.Locale;

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

    public Category {
        key = key.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", "-");
        if (key.isEmpty()) {
            key = "other";
        }
    }

    @Override
    public String toString() {
        return key;
    }
}
