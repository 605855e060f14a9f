package org.sightline.board;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConnection;

/**
 * One connection to a board file with its prepared statements. Turns {@link SQLException} into sentences. Not thread
 * safe: one thread at a time.
 */
final class Database implements AutoCloseable {
    private final Connection connection;
    private final Path file;
    private final Map<String, PreparedStatement> idle = new HashMap<>();

    /** @param file for messages */
    Database(Connection connection, Path file) {
        this.connection = connection;
        this.file = file;
    }

    Path file() {
        return file;
    }

    Connection connection() {
        return connection;
    }

    /** Runs one statement that returns no rows. */
    void execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw SqlFailure.of(e, file);
        }
    }

    /**
     * Ends a transaction without keeping it. After some failures, such as a full disk, SQLite has done so by itself
     * (sqlite.org/lang_transaction.html); then there is nothing to do.
     */
    void rollBack() {
        try (Statement statement = connection.createStatement()) {
            statement.execute("ROLLBACK");
        } catch (SQLException e) {
            if (!String.valueOf(e.getMessage()).contains("no transaction is active")) {
                throw SqlFailure.of(e, file);
            }
        }
    }

    /** @return rows changed */
    int update(String sql, @Nullable Object... arguments) {
        PreparedStatement statement = take(sql);
        try {
            bind(statement, arguments);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw SqlFailure.of(e, file);
        } finally {
            giveBack(sql, statement);
        }
    }

    /** @return the integer key of the row inserted */
    long insert(String sql, @Nullable Object... arguments) {
        update(sql, arguments);
        return number("SELECT last_insert_rowid() AS n");
    }

    void each(String sql, Consumer<Row> reader, @Nullable Object... arguments) {
        PreparedStatement statement = take(sql);
        try {
            bind(statement, arguments);
            try (ResultSet result = statement.executeQuery()) {
                Row row = new Row(result, file);
                while (result.next()) {
                    reader.accept(row);
                }
            }
        } catch (SQLException e) {
            throw SqlFailure.of(e, file);
        } finally {
            giveBack(sql, statement);
        }
    }

    <T> List<T> list(String sql, Function<Row, T> reader, @Nullable Object... arguments) {
        List<T> found = new ArrayList<>();
        each(sql, row -> found.add(reader.apply(row)), arguments);
        return found;
    }

    <T> Optional<T> first(String sql, Function<Row, T> reader, @Nullable Object... arguments) {
        PreparedStatement statement = take(sql);
        try {
            bind(statement, arguments);
            try (ResultSet result = statement.executeQuery()) {
                return result.next() ? Optional.of(reader.apply(new Row(result, file))) : Optional.empty();
            }
        } catch (SQLException e) {
            throw SqlFailure.of(e, file);
        } finally {
            giveBack(sql, statement);
        }
    }

    /** The column {@code n} of the first row; 0 when there is none. */
    long number(String sql, @Nullable Object... arguments) {
        return first(sql, row -> row.maybeNumber("n").orElse(0L), arguments).orElse(0L);
    }

    /** A statement that the caller closes. */
    PreparedStatement prepare(String sql) {
        try {
            return connection.prepareStatement(sql);
        } catch (SQLException e) {
            throw SqlFailure.of(e, file);
        }
    }

    /** A cursor that the caller moves and closes; for reading several tables side by side. */
    Cursor cursor(String sql, @Nullable Object... arguments) {
        try {
            PreparedStatement statement = take(sql);
            bind(statement, arguments);
            return new Cursor(sql, statement, statement.executeQuery());
        } catch (SQLException e) {
            throw SqlFailure.of(e, file);
        }
    }

    static void bind(PreparedStatement statement, @Nullable Object[] arguments) throws SQLException {
        bind(statement, 0, arguments);
    }

    /** @param before how many question marks are left out */
    static void bind(PreparedStatement statement, int before, @Nullable Object[] arguments) throws SQLException {
        for (int i = 0; i < arguments.length; i++) {
            Object argument = arguments[i];
            int at = before + i + 1;
            if (argument instanceof byte[] bytes) {
                statement.setBytes(at, bytes);
            } else if (argument instanceof Boolean flag) {
                statement.setInt(at, flag ? 1 : 0);
            } else {
                statement.setObject(at, argument);
            }
        }
    }

    // taken out while in use, so that a query inside a query of the same words does not disturb it
    private PreparedStatement take(String sql) {
        PreparedStatement waiting = idle.remove(sql);
        return waiting != null ? waiting : prepare(sql);
    }

    private void giveBack(String sql, PreparedStatement statement) {
        try {
            statement.clearParameters();
            PreparedStatement other = idle.put(sql, statement);
            if (other != null) {
                other.close();
            }
        } catch (SQLException e) {
            throw SqlFailure.of(e, file);
        }
    }

    /** A query under way. */
    final class Cursor implements AutoCloseable {
        private final String sql;
        private final PreparedStatement statement;
        private final ResultSet result;
        private final Row row;

        private Cursor(String sql, PreparedStatement statement, ResultSet result) {
            this.sql = sql;
            this.statement = statement;
            this.result = result;
            this.row = new Row(result, file);
        }

        boolean next() {
            try {
                return result.next();
            } catch (SQLException e) {
                throw SqlFailure.of(e, file);
            }
        }

        Row row() {
            return row;
        }

        @Override
        public void close() {
            try {
                result.close();
            } catch (SQLException e) {
                throw SqlFailure.of(e, file);
            } finally {
                giveBack(sql, statement);
            }
        }
    }

    /** Copies the whole database into a new file with SQLite's online backup. */
    void backUpTo(Path target) {
        try {
            int result =
                    connection.unwrap(SQLiteConnection.class).getDatabase().backup("main", target.toString(), null);
            if (result != 0) {
                throw new SQLException("backup ended with result " + result, "", result);
            }
        } catch (SQLException e) {
            throw SqlFailure.of(e, file);
        }
    }

    @Override
    public void close() {
        try {
            for (PreparedStatement statement : idle.values()) {
                statement.close();
            }
            idle.clear();
            connection.close();
        } catch (SQLException e) {
            throw SqlFailure.of(e, file);
        }
    }
}
