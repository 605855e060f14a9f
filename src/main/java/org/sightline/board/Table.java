package org.sightline.board;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A table with an integer key {@code id} and columns in a fixed order: its insert and update statements, and comparison. */
record Table(String name, List<String> columns) {

    String insert() {
        return "INSERT INTO " + name + " (id, " + String.join(", ", columns) + ") VALUES (?"
                + String.join("", Collections.nCopies(columns.size(), ", ?")) + ")";
    }

    /** The statement for a row whose empty values are left out. */
    String insert(@Nullable Object[] row) {
        List<String> filled = IntStream.range(0, row.length)
                .filter(i -> row[i] != null)
                .mapToObj(columns::get)
                .toList();
        return new Table(name, filled).insert();
    }

    String update() {
        return "UPDATE " + name + " SET "
                + columns.stream().map(c -> c + " = ?").collect(Collectors.joining(", ")) + " WHERE id = ?";
    }

    String select(String condition) {
        return "SELECT id, " + String.join(", ", columns) + " FROM " + name + " " + condition;
    }

    /** Inserts a row. @param id its key, or null for a new one @return the key */
    long insert(Database database, @Nullable Long id, @Nullable Object[] values) {
        @Nullable Object[] arguments = new Object[values.length + 1];
        arguments[0] = id;
        System.arraycopy(values, 0, arguments, 1, values.length);
        return database.insert(insert(), arguments);
    }

    void update(Database database, long id, @Nullable Object[] values) {
        @Nullable Object[] arguments = Arrays.copyOf(values, values.length + 1);
        arguments[values.length] = id;
        database.update(update(), arguments);
    }

    /** The first column whose stored value is not, bit for bit, what the program would have written. */
    @Nullable
    String difference(Row row, @Nullable Object[] expected) {
        for (int i = 0; i < expected.length; i++) {
            if (!same(row.raw(columns.get(i)), expected[i])) {
                return columns.get(i);
            }
        }
        return null;
    }

    private static boolean same(@Nullable Object stored, @Nullable Object expected) {
        return switch (expected) {
            case null -> stored == null;
            case byte[] bytes -> stored instanceof byte[] other && Arrays.equals(bytes, other);
            case Boolean flag -> stored instanceof Number number && number.longValue() == (flag ? 1 : 0);
            case Double real -> stored instanceof Number number && number.doubleValue() == real;
            case Number whole -> stored instanceof Number number && number.longValue() == whole.longValue();
            default -> expected.equals(stored);
        };
    }
}
