package org.sightline.app.designer;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The designer's words, from its bundle. Stateless. */
final class DesignerWords {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("org.sightline.app.designer.designer");

    private DesignerWords() {}

    static String of(String key) {
        return BUNDLE.getString(key);
    }

    static String of(String key, Object... parts) {
        return new MessageFormat(BUNDLE.getString(key), Locale.ENGLISH).format(parts);
    }

    static String of(String prefix, Enum<?> constant) {
        return BUNDLE.getString(prefix + "." + constant.name());
    }

    /** The same, its keys named as on this system. */
    static String keyed(String key) {
        boolean mac = System.getProperty("os.name", "").startsWith("Mac");
        return BUNDLE.getString(key).replace("Shortcut+", mac ? "\u2318" : "Ctrl+");
    }
}
