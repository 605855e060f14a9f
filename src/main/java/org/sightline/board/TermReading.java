package org.sightline.board;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Divides texts into the terms under which SQLite's unicode61 would find them, by asking it: a small index in memory is
 * filled and its terms are read. One thread at a time.
 */
final class TermReading implements AutoCloseable {
    private @Nullable Database memory;

    /** The terms of each text, in order; the bytes of their UTF-8 as characters. */
    List<List<String>> terms(List<String> texts) {
        Database database = memory();
        database.execute("BEGIN");
        try (BatchInsert rows = new BatchInsert(database, "INSERT INTO unit (rowid, text) VALUES (?, ?)")) {
            for (int i = 0; i < texts.size(); i++) {
                if (rows.add(i, texts.get(i))) {
                    rows.send();
                }
            }
            rows.send();
        }
        List<List<String>> found = new ArrayList<>(texts.size());
        texts.forEach(text -> found.add(new ArrayList<>(1)));
        database.each(
                "SELECT doc, term FROM term ORDER BY doc, \"offset\"",
                row -> found.get(row.count("doc")).add(new String(row.utf8("term"), StandardCharsets.ISO_8859_1)));
        database.execute("INSERT INTO unit (unit) VALUES ('delete-all')");
        database.execute("COMMIT");
        return found;
    }

    private Database memory() {
        Database database = memory;
        if (database == null) {
            database = Connections.inMemory();
            memory = database;
            database.execute("CREATE VIRTUAL TABLE unit USING fts5(text, content='', tokenize='unicode61"
                    + " remove_diacritics 2')");
            database.execute("CREATE VIRTUAL TABLE term USING fts5vocab('unit', 'instance')");
        }
        return database;
    }

    @Override
    public void close() {
        if (memory != null) {
            memory.close();
        }
    }
}
