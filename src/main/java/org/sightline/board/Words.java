package org.sightline.board;

import java.util.Locale;
import java.util.Optional;

/** Constants as people read them in a table: lower case, with spaces; single letters stay capitals. */
final class Words {
    private Words() {}

    static String of(Enum<?> constant) {
        String name = constant.name();
        return name.length() == 1 ? name : name.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static <E extends Enum<E>> Optional<E> parse(Class<E> list, String word) {
        for (E constant : list.getEnumConstants()) {
            if (of(constant).equals(word)) {
                return Optional.of(constant);
            }
        }
        return Optional.empty();
    }
}
