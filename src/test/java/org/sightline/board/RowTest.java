package org.sightline.board;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RowTest {
    @Test
    void aTextIsWhatWasWritten() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            Database database = new Database(connection, Path.of("none"));
            for (String text : List.of("", " ", "Ельск", "a\0b", "🚂", "\uFEFFmark", "4.50")) {
                assertEquals(Optional.of(text), read(database, "SELECT ? AS value", text));
            }
        }
    }

    @Test
    void whateverAnotherProgramPutThereIsReadAsText() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            Database database = new Database(connection, Path.of("none"));
            assertEquals(Optional.empty(), read(database, "SELECT NULL AS value"));
            assertEquals(Optional.of("42"), read(database, "SELECT 42 AS value"));
            assertEquals(Optional.of("1.5"), read(database, "SELECT 1.5 AS value"));
            assertEquals(Optional.of("a\uFFFD"), read(database, "SELECT CAST(x'61FF' AS TEXT) AS value"));
            assertEquals(Optional.of("a"), read(database, "SELECT x'61' AS value"));
        }
    }

    private static Optional<String> read(Database database, String sql, Object... arguments) {
        return database.first(sql, row -> row.maybeText("value"), Arrays.copyOf(arguments, arguments.length))
                .orElseThrow();
    }
}
