package org.sightline.board;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sightline.DomainException;
import org.sightline.board.Journal.Heading;

/**
 * The numbered steps from one form of the tables to the next, each a file {@code schema/migrate-N.sql} that leads to
 * version N. A new board is made by the first version's files and then by every step, so that a board brought up to
 * date and a new one have the same tables.
 */
final class Migrations {
    /** The operation of the journal's line; not a change that a person could take back. */
    static final String OPERATION = "board.migrate";

    /** The first version, the one that no step leads to. */
    static final int FIRST = 1;

    private Migrations() {}

    /** The files of the steps up to a version, in order. */
    static List<String> files(int version) {
        List<String> files = new ArrayList<>();
        for (int step = FIRST + 1; step <= Math.min(version, Schema.VERSION); step++) {
            files.add(file(step));
        }
        return files;
    }

    private static String file(int version) {
        return "migrate-" + version + ".sql";
    }

    /**
     * Brings an older board to this version, in one transaction, with a line in its journal. The caller has kept a
     * backup.
     *
     * @throws SqlFailure when it cannot be; the board is then as before
     */
    static void run(Database database, Instant now) {
        database.execute("BEGIN IMMEDIATE");
        boolean committed = false;
        try {
            BoardIdentity board = BoardIdentity.read(database);
            for (int step = board.schemaVersion() + 1; step <= Schema.VERSION; step++) {
                Schema.statements(file(step)).forEach(database::execute);
            }
            database.update("UPDATE board SET schema_version = ?", Schema.VERSION);
            new ClaimBlocks(database).renew(Integer.MAX_VALUE);
            note(database, board, Timestamps.stored(now));
            database.execute("COMMIT");
            committed = true;
        } catch (SqlFailure e) {
            throw e.kind() == SqlFailure.Kind.OTHER
                    ? new DomainException(
                            "The board " + database.file().getFileName()
                                    + " could not be brought up to date and is as it" + " was (" + e.detail()
                                    + "); open it with the version that made it.",
                            e)
                    : e;
        } finally {
            if (!committed) {
                database.rollBack();
            }
        }
    }

    private static void note(Database database, BoardIdentity board, Instant now) {
        Journal journal = new Journal(database);
        Heading heading = new Heading(
                OPERATION,
                "Bring the board's tables from version " + board.schemaVersion() + " to version " + Schema.VERSION,
                "board",
                Optional.of(board.uuid().toString()),
                Optional.empty());
        journal.append(now, Board.systemUser(), heading, new JournalImages(database, journal.lastSequence() + 1));
    }
}
