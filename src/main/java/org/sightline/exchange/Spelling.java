package org.sightline.exchange;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How the words of the domain are spelled outside the program: lower case, {@code AT_LEAST} as "at least". */
public final class Spelling {
    private Spelling() {}

    private static final Map<Enum<?>, String> KNOWN = new ConcurrentHashMap<>();

    public static String of(Enum<?> value) {
        return KNOWN.computeIfAbsent(
                value, v -> v.name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }
}
