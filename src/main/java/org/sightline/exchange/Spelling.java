package org.sightline.exchange;

import java.util.Locale;

/** How the words of the domain are spelled outside the program: lower case, {@code AT_LEAST} as "at least". */
public final class Spelling {
    private Spelling() {}

    public static String of(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
