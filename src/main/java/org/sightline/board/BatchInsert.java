package org.sightline.board;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows for one statement, sent to SQLite many at a time, several with each run of the statement: what a run costs, such
 * as looking up and noting the last key, is then shared. One thread at a time.
 */
final class BatchInsert implements AutoCloseable {
    private static final int ROWS = 512;
    private static final int TOGETHER = 16; // rows of one run
    private static final String VALUES = " VALUES ";

    private final Database database;
    private final PreparedStatement one;
    private final PreparedStatement several;
    private final List<@Nullable Object[]> waiting = new ArrayList<>(ROWS);

    /** @param sql an INSERT of one row, whose values stand at its end */
    BatchInsert(Database database, String sql) {
        this.database = database;
        this.one = database.prepare(sql);
        int values = sql.lastIndexOf(VALUES) + VALUES.length();
        String row = sql.substring(values);
        this.several =
                database.prepare(sql.substring(0, values) + String.join(", ", Collections.nCopies(TOGETHER, row)));
    }

    /** @return whether the batch is full and must be sent */
    boolean add(@Nullable Object... row) {
        waiting.add(row);
        return waiting.size() >= ROWS;
    }

    void send() {
        try {
            int together = waiting.size() / TOGETHER * TOGETHER;
            send(several, 0, together, TOGETHER);
            send(one, together, waiting.size(), 1);
        } catch (SQLException e) {
            throw SqlFailure.of(e, database.file());
        }
        waiting.clear();
    }

    private void send(PreparedStatement statement, int from, int to, int rows) throws SQLException {
        if (from == to) {
            return;
        }
        for (int i = from; i < to; i += rows) {
            int before = 0;
            for (@Nullable Object[] row : waiting.subList(i, i + rows)) {
                Database.bind(statement, before, row);
                before += row.length;
            }
            statement.addBatch();
        }
        statement.executeBatch();
    }

    @Override
    public void close() {
        try (several) {
            one.close();
        } catch (SQLException e) {
            throw SqlFailure.of(e, database.file());
        }
    }
}
