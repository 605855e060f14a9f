package org.sightline.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be read of a board is exported thing by thing; what damage costs: MutationTest. */
class SalvageTest {
    @TempDir
    Path folder;

    private Shell shell;
    private String board = "";

    @BeforeEach
    void makeBoard() {
        shell = new Shell(folder);
        board = shell.at("board.gpkg");
        shell.run("new", board).done();
        shell.run("capture", board, shell.file("note.txt", "Seen near Mazyr: 12 trucks.\n"))
                .done();
        shell.run("claim", board, "add", "--statement", "Twelve trucks", "--source", "1", "--quote", "12 trucks")
                .done();
    }

    @Test
    void aSoundBoardIsSalvagedWhole() throws IOException {
        shell.run("export", board, shell.at("plain.csv")).done();
        shell.run("export", board, shell.at("salvaged.csv"), "--salvage").done();
        assertArrayEquals(
                Files.readAllBytes(folder.resolve("plain.csv")), Files.readAllBytes(folder.resolve("salvaged.csv")));
        assertTrue(Files.readString(folder.resolve("salvaged.csv")).contains("12 trucks"));
    }

    @Test
    void salvageTakesAllOrNothing() {
        String said = shell.run("export", board, shell.at("salvaged.csv"), "--salvage", "--search", "trucks")
                .complaint(Exit.USAGE);
        assertTrue(said.contains("--search"), said);
    }
}
