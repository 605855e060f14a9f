package org.sightline.board;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.sightline.board.JournalCheck.Latest;

/** Recomputes everything that can be recomputed, on one consistent view of the board. Changes nothing. */
final class Verifier {
    private final Database database;
    private final Contents contents;
    private final Findings findings = new Findings();

    Verifier(Database database, Path board) {
        this.database = database;
        this.contents = new Contents(database, Contents.folderOf(board));
    }

    Verification verify() {
        findings.step("the file", this::file);
        findings.step("the tables", this::schema);
        JournalCheck journal = new JournalCheck(database, findings);
        Map<String, Latest> expected = journal.run();
        String sha256;
        try (IndexCheck indexes = new IndexCheck(database, findings)) {
            sha256 = new RowCheck(database, journal, expected, findings, indexes::add).run();
            findings.step("captures", new ContentCheck(database, contents, findings, indexes::add)::run);
            indexes.run();
        }
        return new Verification(sha256, findings.all());
    }

    private void file() {
        database.each("PRAGMA integrity_check", row -> {
            String found = row.text("integrity_check");
            if (!found.equals("ok")) {
                findings.add("file-damaged", "board", Optional.empty(), "SQLite finds: " + found);
            }
        });
        database.each(
                "PRAGMA foreign_key_check",
                row -> findings.add(
                        "edited-outside",
                        row.text("table"),
                        row.maybeNumber("rowid"),
                        "A row of " + row.text("table") + " refers to a row of " + row.text("parent")
                                + " that is not there."));
    }

    private void schema() {
        Schema.compare(database)
                .faults()
                .forEach(fault -> findings.add("schema-changed", "board", Optional.empty(), fault));
    }
}
