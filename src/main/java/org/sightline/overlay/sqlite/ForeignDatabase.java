package org.sightline.overlay.sqlite;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.sightline.DomainException;
import org.sqlite.JDBC;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConfig;

/**
 * An SQLite database of somebody else. It is opened to be read only and leaves nothing beside the file; its schema is not
 * trusted, no extension is loaded, values and time are bounded.
 *
 * <p>Thread rule: one thread at a time.
 */
public final class ForeignDatabase implements AutoCloseable {
    private static final long PATIENCE = 20_000_000_000L;
    private static final int STEPS = 20_000;

    /** Opcodes of statements that take in rows without bound before they give the first (sqlite.org/opcode.html). */
    private static final Set<String> GATHERING = Set.of("SorterOpen", "OpenEphemeral", "OpenAutoindex");

    private final Connection connection;
    private final String named;
    private final boolean views;
    private final Set<String> examined = new HashSet<>();
    private volatile long deadline = Long.MAX_VALUE;
    private BooleanSupplier cancelled = () -> false;

    private ForeignDatabase(Connection connection, String named, boolean views) throws SQLException {
        this.connection = connection;
        this.named = named;
        this.views = views;
        ProgressHandler.setHandler(connection, STEPS, new ProgressHandler() {
            @Override
            protected int progress() {
                return System.nanoTime() - deadline > 0 || cancelled.getAsBoolean() ? 1 : 0;
            }
        });
    }

    /**
     * @param named what the file is called in messages
     * @param longest bytes of a value
     * @throws DomainException when it is no database or damaged
     */
    public static ForeignDatabase open(Path file, String named, int longest) {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(2000);
        config.enableLoadExtension(false);
        config.setPragma(SQLiteConfig.Pragma.LIMIT_LENGTH, Integer.toString(longest));
        config.setPragma(SQLiteConfig.Pragma.LIMIT_SQL_LENGTH, "100000");
        config.setPragma(SQLiteConfig.Pragma.LIMIT_TRIGGER_DEPTH, "1");
        try {
            // a log beside it means that another program is writing, or has crashed
            boolean written = Files.exists(file.resolveSibling(file.getFileName() + "-wal"));
            String url = JDBC.PREFIX + file.toUri() + (written ? "?mode=ro" : "?mode=ro&immutable=1");
            Connection connection = JDBC.createConnection(url, config.toProperties());
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA trusted_schema = OFF");
                statement.execute("PRAGMA cell_size_check = ON");
                statement.execute("PRAGMA query_only = ON");
                statement.execute("PRAGMA temp_store = MEMORY");
                statement.execute("PRAGMA cache_size = -8192");
                statement.execute("PRAGMA automatic_index = OFF");
                try (ResultSet views =
                        statement.executeQuery("SELECT count(*) FROM sqlite_schema WHERE type = 'view'")) {
                    return new ForeignDatabase(connection, named, views.next() && views.getLong(1) > 0);
                }
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw damaged(named, e);
        }
    }

    private static DomainException damaged(String named, SQLException e) {
        return new DomainException(
                "The file " + named
                        + " is damaged or no database that can be read; get it again from where it came from.",
                e);
    }

    /** One row of an answer; columns count from 1. */
    public interface Row {
        /** Empty for none. */
        String text(int column);

        /** 0 for none. */
        long number(int column);

        /** NaN for none. */
        double real(int column);

        /** Empty for none. */
        byte[] blob(int column);
    }

    /** Is shown each row. */
    @FunctionalInterface
    public interface Visitor {
        void visit(Row row);
    }

    /** Whatever is being read ends when this says so. */
    public void endWhen(BooleanSupplier ending) {
        cancelled = ending;
    }

    /** Whether there is a table or view of that name that could be asked without running anything of the file's own. */
    public boolean has(String table) {
        List<String> found = new ArrayList<>();
        each(
                "SELECT type FROM sqlite_schema WHERE lower(name) = lower(?) AND (type = 'view' OR"
                        + " (type = 'table' AND rootpage > 0))",
                row -> found.add(row.text(1)),
                table);
        return !found.isEmpty();
    }

    /**
     * @throws DomainException when the file is damaged or too much time goes by without a row
     * @throws java.util.concurrent.CancellationException when it was ended
     */
    public void each(String sql, Visitor visitor, Object... arguments) {
        deadline = System.nanoTime() + PATIENCE;
        if (views && examined.add(sql)) {
            examine(sql);
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            try (ResultSet result = statement.executeQuery()) {
                Row row = new Result(result);
                while (result.next()) {
                    visitor.visit(row);
                    deadline = System.nanoTime() + PATIENCE;
                }
            }
        } catch (SQLException e) {
            throw failure(e);
        } finally {
            deadline = Long.MAX_VALUE;
        }
    }

    /** A view is a program of the file's own; one that gathers rows could fill memory or disk without giving any. */
    private void examine(String sql) {
        try (PreparedStatement statement = connection.prepareStatement("EXPLAIN " + sql);
                ResultSet steps = statement.executeQuery()) {
            while (steps.next()) {
                if (GATHERING.contains(steps.getString(2))) {
                    throw new DomainException(
                            "The file " + named + " shows its content through a view that has to gather"
                                    + " all of it first, which is not done; save it as a table.");
                }
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private RuntimeException failure(SQLException e) {
        if (cancelled.getAsBoolean()) {
            java.util.concurrent.CancellationException ended = new java.util.concurrent.CancellationException();
            ended.initCause(e);
            return ended;
        }
        if (System.nanoTime() - deadline > 0) {
            return new DomainException(
                    "The file " + named + " does not answer in time; what it holds may be made to run without end.", e);
        }
        return damaged(named, e);
    }

    private final class Result implements Row {
        private final ResultSet result;

        Result(ResultSet result) {
            this.result = result;
        }

        @Override
        public String text(int column) {
            try {
                String text = result.getString(column);
                return text == null ? "" : text;
            } catch (SQLException e) {
                throw failure(e);
            }
        }

        @Override
        public long number(int column) {
            try {
                return result.getLong(column);
            } catch (SQLException e) {
                throw failure(e);
            }
        }

        @Override
        public double real(int column) {
            try {
                double value = result.getDouble(column);
                return result.wasNull() ? Double.NaN : value;
            } catch (SQLException e) {
                throw failure(e);
            }
        }

        @Override
        public byte[] blob(int column) {
            try {
                byte[] bytes = result.getBytes(column);
                return bytes == null ? new byte[0] : bytes;
            } catch (SQLException e) {
                throw failure(e);
            }
        }
    }

    /** A name as it stands in SQL. */
    public static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw damaged(named, e);
        }
    }
}
