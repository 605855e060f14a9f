package org.sightline.board;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Rows for one statement, sent to SQLite many at a time. One thread at a time. */
final class BatchInsert implements AutoCloseable {
    private static final int ROWS = 512;

    private final Database database;
    private final PreparedStatement statement;
    private int waiting;

    BatchInsert(Database database, String sql) {
        this.database = database;
        this.statement = database.prepare(sql);
    }

    /** @return whether the batch is full and must be sent */
    boolean add(@Nullable Object... row) {
        try {
            Database.bind(statement, row);
            statement.addBatch();
        } catch (SQLException e) {
            throw SqlFailure.of(e, database.file());
        }
        return ++waiting >= ROWS;
    }

    void send() {
        if (waiting > 0) {
            try {
                statement.executeBatch();
            } catch (SQLException e) {
                throw SqlFailure.of(e, database.file());
            }
            waiting = 0;
        }
    }

    @Override
    public void close() {
        try {
            statement.close();
        } catch (SQLException e) {
            throw SqlFailure.of(e, database.file());
        }
    }
}
