package org.sightline.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
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

    /** As after a copy that broke off: what lay on the pages that are there is read. */
    @Test
    void whatIsLeftOfABoardThatIsCutShortIsWritten() throws IOException {
        Path file = Path.of(board);
        byte[] whole = Files.readAllBytes(file);
        Path made = folder.resolve("left.csv");
        int read = 0;
        for (int twentieth = 19; twentieth > 0; twentieth--) {
            byte[] left = Arrays.copyOf(whole, whole.length * twentieth / 20);
            Files.write(file, left);
            assertTrue(shell.run("claims", board).complaint(Exit.FAILED).contains("--salvage"));
            Shell.Ran ran = shell.run("export", board, made.toString(), "--salvage");
            assertArrayEquals(left, Files.readAllBytes(file));
            if (ran.code() == Exit.PROBLEMS) {
                assertTrue(ran.error().contains("The file is cut short: of "), ran.error());
                read += Files.readString(made).contains("Twelve trucks") ? 1 : 0;
            } else {
                assertEquals(Exit.FAILED, ran.code(), ran.error());
            }
        }
        assertTrue(read > 0, "nothing was read of any");
    }

    @Test
    void salvageTakesAllOrNothing() {
        String said = shell.run("export", board, shell.at("salvaged.csv"), "--salvage", "--search", "trucks")
                .complaint(Exit.USAGE);
        assertTrue(said.contains("--search"), said);
    }
}
