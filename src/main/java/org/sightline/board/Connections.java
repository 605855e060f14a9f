package org.sightline.board;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;

/** Opens connections to board files, with all that a file from elsewhere must not be trusted with switched off. */
final class Connections {
    private static final int BUSY_MILLISECONDS = 5000;
    private static final int LONGEST_VALUE = 600_000_000;

    private Connections() {}

    /** For an existing file. */
    static Database writing(Path file) {
        return open(file, file, "mode=rw");
    }

    static Database creating(Path file) {
        return open(file, file, "mode=rwc");
    }

    /**
     * @param named the board, for messages
     * @param immutable whether nobody can be writing, so that no lock and no side file is needed
     */
    static Database reading(Path file, Path named, boolean immutable) {
        return open(file, named, immutable ? "mode=ro&immutable=1" : "mode=ro");
    }

    private static Database open(Path file, Path named, String how) {
        boolean readOnly = how.startsWith("mode=ro");
        String url = JDBC.PREFIX + file.toUri() + "?" + how;
        try {
            Connection connection = JDBC.createConnection(url, properties(readOnly));
            Database database = new Database(connection, named);
            try {
                prepare(database);
                if (readOnly) {
                    // taken as it is needed; a filter over a million claims looks at rows all over the file
                    database.execute("PRAGMA cache_size = -131072");
                }
                SpatialFunctions.register(connection);
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
            return database;
        } catch (SQLException e) {
            throw SqlFailure.of(e, named);
        }
    }

    /** A database of no file, gone when it is closed. */
    static Database inMemory() {
        Path named = Path.of("memory");
        try {
            return new Database(JDBC.createConnection(JDBC.PREFIX + ":memory:", properties(false)), named);
        } catch (SQLException e) {
            throw SqlFailure.of(e, named);
        }
    }

    private static Properties properties(boolean readOnly) {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(readOnly);
        config.setBusyTimeout(BUSY_MILLISECONDS);
        config.enableLoadExtension(false);
        config.setPragma(SQLiteConfig.Pragma.LIMIT_LENGTH, Integer.toString(LONGEST_VALUE));
        config.setPragma(SQLiteConfig.Pragma.LIMIT_TRIGGER_DEPTH, "8");
        return config.toProperties();
    }

    /** For a file that is thrown away when it does not come to its end: what a rollback needs is kept in memory. */
    static void alone(Database database) {
        database.execute("PRAGMA journal_mode = MEMORY");
        database.execute("PRAGMA synchronous = OFF");
    }

    private static void prepare(Database database) {
        database.execute("PRAGMA trusted_schema = OFF");
        database.execute("PRAGMA cell_size_check = ON");
        database.execute("PRAGMA foreign_keys = ON");
        database.execute("PRAGMA synchronous = FULL");
        database.execute("PRAGMA temp_store = MEMORY");
        database.execute("PRAGMA cache_size = -65536");
    }
}
