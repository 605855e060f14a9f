package org.sightline.app.desk;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.sightline.claim.Category;
import org.sightline.claim.Credibility;
import org.sightline.source.Reliability;

/** The window's words, from its resource bundle. Stateless. */
public final class Words {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("org.sightline.app.window");

    private Words() {}

    /** @throws java.util.MissingResourceException when the bundle lacks the key */
    public static String of(String key) {
        return BUNDLE.getString(key);
    }

    /** The words with {@code {0}}, {@code {1}} filled in; numbers are grouped as English does. */
    public static String of(String key, Object... parts) {
        return new MessageFormat(BUNDLE.getString(key), Locale.ENGLISH).format(parts);
    }

    public static boolean has(String key) {
        return BUNDLE.containsKey(key);
    }

    /** A constant's words, such as {@code status.UNVERIFIED}. */
    public static String of(Enum<?> constant) {
        return of(constant.getDeclaringClass().getSimpleName().toLowerCase(Locale.ROOT) + "." + constant.name());
    }

    /** A known category's words; any other is shown as it is written. */
    public static String of(Category category) {
        String key = "category." + category.key();
        return has(key) ? of(key) : category.key();
    }

    /** A grade with its meaning, such as "2 Probably true". */
    public static String of(Credibility credibility) {
        return of("credibility." + credibility.grade());
    }

    /** A grade with its meaning, such as "B Usually reliable". */
    public static String of(Reliability reliability) {
        return of("reliability." + reliability.name());
    }
}
