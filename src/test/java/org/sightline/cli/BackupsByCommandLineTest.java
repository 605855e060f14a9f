package org.sightline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups are listed and restored by the command line. */
class BackupsByCommandLineTest {
    @TempDir
    Path folder;

    private Shell shell;
    private String board = "";

    @BeforeEach
    void makeABoardWithABackup() throws IOException {
        shell = new Shell(folder);
        board = shell.at("board.gpkg");
        shell.run("new", board, "--title", "Rail").done();
        Files.createDirectories(folder.resolve("board.backups"));
        Files.copy(Path.of(board), folder.resolve("board.backups/board-2026-01-03T100000.000Z.gpkg"));
        shell.run("capture", board, shell.file("note.txt", "Twelve trucks.")).done();
    }

    private JsonNode backups() {
        return shell.run("backups", board, "--json").done().json();
    }

    @Test
    void aBackupIsListedAndRestored() {
        String list = shell.run("backups", board).done().out();
        assertTrue(list.contains("2026-01-03 10:00:00 UTC"), list);
        assertEquals(0, backups().get(0).get("claims").asInt());
        String said = shell.run("restore", board, "1").done().out();
        assertTrue(said.startsWith("Restored board-2026-01-03T100000.000Z.gpkg. What the board was is kept as "), said);
        assertFalse(shell.run("sources", board).out().contains("note"));
        assertEquals(2, backups().size());
        shell.run("restore", board, "1").done();
        assertTrue(shell.run("sources", board).done().out().contains("note"));
    }

    @Test
    void aBackupIsWrittenElsewhere() {
        shell.run("restore", board, "board-2026-01-03T100000.000Z.gpkg", "--to", shell.at("old.gpkg"))
                .done();
        assertTrue(shell.run("verify", shell.at("old.gpkg")).done().out().contains("is ok"));
        assertTrue(shell.run("sources", board).done().out().contains("note"));
    }

    @Test
    void whatIsNotThereIsSaid() {
        assertTrue(shell.run("restore", board, "7").complaint(Exit.FAILED).contains("no backup 7"));
        assertEquals(
                "There is no backup of " + shell.at("none.gpkg") + " yet.",
                shell.run("backups", shell.at("none.gpkg")).done().out().strip());
    }
}
