package org.sightline.board;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A part of a statement with what is bound to its question marks, in order. Immutable. */
record Sql(String text, List<Object> arguments) {
    static final Sql TRUE = new Sql("1", List.of());
    static final Sql FALSE = new Sql("0", List.of());

    Sql {
        arguments = List.copyOf(arguments);
    }

    static Sql of(String text, Object... arguments) {
        return new Sql(text, List.of(arguments));
    }

    static Sql all(List<Sql> parts) {
        if (parts.contains(FALSE)) {
            return FALSE;
        }
        return joined(parts.stream().filter(part -> !part.equals(TRUE)).toList(), " AND ", TRUE);
    }

    static Sql any(List<Sql> parts) {
        if (parts.contains(TRUE)) {
            return TRUE;
        }
        return joined(parts.stream().filter(part -> !part.equals(FALSE)).toList(), " OR ", FALSE);
    }

    private static Sql joined(List<Sql> parts, String between, Sql none) {
        return switch (parts.size()) {
            case 0 -> none;
            case 1 -> parts.getFirst();
            default -> {
                List<Object> arguments = new ArrayList<>();
                parts.forEach(part -> arguments.addAll(part.arguments));
                yield new Sql(parts.stream().map(Sql::text).collect(Collectors.joining(between, "(", ")")), arguments);
            }
        };
    }

    Sql and(Sql other) {
        return all(List.of(this, other));
    }

    /** Whether it asks for a column of the table that goes by this letter. */
    boolean uses(String alias) {
        return text.contains(alias + ".");
    }
}
