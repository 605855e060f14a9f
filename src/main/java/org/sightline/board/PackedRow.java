package org.sightline.board;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A row whose words and whole numbers come as one value, put together by SQLite, so that a row of many columns takes few
 * calls: in UTF-8, with a byte between two columns that is in no UTF-8 text, and another one for an empty column. Other
 * columns are read as in any row. Good until the cursor moves.
 */
final class PackedRow extends Row {
    private static final byte BETWEEN = (byte) 0xFF;
    private static final byte EMPTY = (byte) 0xFE;
    private static final byte[] NOTHING = {};

    private final ResultSet result;
    private final Path file;
    private final int packedColumn;
    private final Map<String, Integer> places;
    private final int[] starts; // of each column, and behind the last
    private byte[] packed = NOTHING;

    /** @param packedColumn where the value of {@link #sql} stands in the result, from 1 */
    PackedRow(ResultSet result, Path file, int packedColumn, List<String> columns) {
        super(result, file);
        this.result = result;
        this.file = file;
        this.packedColumn = packedColumn;
        this.places = IntStream.range(0, columns.size()).boxed().collect(Collectors.toMap(columns::get, i -> i));
        this.starts = new int[columns.size() + 1];
    }

    /** The value that holds some columns. @param numbers those of them that hold whole numbers */
    static String sql(String table, List<String> columns, List<String> numbers) {
        return "CAST(concat_ws(x'FF', "
                + columns.stream()
                        .map(column -> table + "." + column)
                        .map(column -> numbers.contains(column.substring(table.length() + 1))
                                ? "CAST(" + column + " AS INTEGER)"
                                : column)
                        .map(column -> "ifnull(" + column + ", x'FE')")
                        .collect(Collectors.joining(", "))
                + ") AS BLOB)";
    }

    /**
     * Takes the row that the cursor stands on.
     *
     * @return whether it can be told apart into its columns; another program may have put anything into a text
     */
    boolean take() {
        try {
            byte[] value = result.getBytes(packedColumn);
            packed = value == null ? NOTHING : value;
        } catch (SQLException e) {
            throw SqlFailure.of(e, file);
        }
        int found = 1;
        for (int at = 0; at < packed.length; at++) {
            if (packed[at] == BETWEEN) {
                if (found == starts.length - 1) {
                    return false;
                }
                starts[found++] = at + 1;
            }
        }
        starts[found] = packed.length + 1;
        return found == starts.length - 1;
    }

    @Override
    Optional<String> maybeText(String column) {
        Integer place = places.get(column);
        if (place == null) {
            return super.maybeText(column);
        }
        int from = starts[place];
        int length = length(place);
        return length == 1 && packed[from] == EMPTY
                ? Optional.empty()
                : Optional.of(new String(packed, from, length, StandardCharsets.UTF_8));
    }

    private int length(int place) {
        return starts[place + 1] - 1 - starts[place];
    }

    @Override
    byte[] utf8(String column) {
        Integer place = places.get(column);
        return place == null
                ? super.utf8(column)
                : Arrays.copyOfRange(packed, starts[place], starts[place] + length(place));
    }

    @Override
    Optional<Long> maybeNumber(String column) {
        Integer place = places.get(column);
        if (place == null) {
            return super.maybeNumber(column);
        }
        int from = starts[place];
        int end = from + length(place);
        return end - from == 1 && packed[from] == EMPTY ? Optional.empty() : Optional.of(number(column, from, end));
    }

    /** Digits as SQLite writes them. */
    private long number(String column, int from, int end) {
        boolean negative = from < end && packed[from] == '-';
        long number = 0; // counted down, since there is one negative number more
        for (int at = negative ? from + 1 : from; at < end; at++) {
            if (packed[at] < '0' || packed[at] > '9') {
                throw damaged(column);
            }
            number = number * 10 - (packed[at] - '0');
        }
        return negative ? number : -number;
    }

    @Override
    @Nullable
    Object raw(String column) {
        return places.containsKey(column) ? maybeText(column).orElse(null) : super.raw(column);
    }
}
