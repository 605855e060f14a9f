package org.sightline.board;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;

/** A board as the first version left it, from its words in {@code board-1.sql}. */
final class OldBoard {
    private OldBoard() {}

    static void write(Path file) throws IOException {
        try (InputStream in = Objects.requireNonNull(OldBoard.class.getResourceAsStream("board-1.sql"));
                Database database = Connections.creating(file)) {
            database.execute("PRAGMA foreign_keys = OFF");
            database.execute("PRAGMA application_id = " + Schema.APPLICATION_ID);
            database.execute("PRAGMA user_version = " + Schema.USER_VERSION);
            database.execute("BEGIN");
            for (String statement : new String(in.readAllBytes(), StandardCharsets.UTF_8).split(";\n\n")) {
                if (!statement.isBlank()) {
                    database.execute(statement);
                }
            }
            database.execute("COMMIT");
        }
    }
}
