package org.sightline.board;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Constants as people read them in a table: lower case, with spaces; single letters stay capitals. */
final class Words {
    private static final Map<Enum<?>, String> KNOWN = new ConcurrentHashMap<>();

    private static final ClassValue<Map<String, Enum<?>>> LISTS = new ClassValue<>() {
        @Override
        protected Map<String, Enum<?>> computeValue(Class<?> list) {
            Map<String, Enum<?>> words = new HashMap<>();
            for (Object constant : list.getEnumConstants()) {
                words.putIfAbsent(of((Enum<?>) constant), (Enum<?>) constant);
            }
            return Map.copyOf(words);
        }
    };

    private Words() {}

    static String of(Enum<?> constant) {
        return KNOWN.computeIfAbsent(constant, Words::word);
    }

    private static String word(Enum<?> constant) {
        String name = constant.name();
        return name.length() == 1 ? name : name.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static <E extends Enum<E>> Optional<E> parse(Class<E> list, String word) {
        Enum<?> constant = LISTS.get(list).get(word);
        return constant == null ? Optional.empty() : Optional.of(list.cast(constant));
    }
}
