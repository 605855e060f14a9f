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

/** Two people's boards are brought together by the command line. */
class MergeByCommandLineTest {
    @TempDir
    Path folder;

    private Shell shell;
    private String mine = "";
    private String theirs = "";

    @BeforeEach
    void makeTwoCopies() throws IOException {
        shell = new Shell(folder);
        mine = shell.at("mine.gpkg");
        theirs = shell.at("theirs.gpkg");
        shell.run("new", mine, "--title", "Rail").done();
        shell.run("capture", mine, shell.file("note.txt", "Twelve trucks went by, then a train."))
                .done();
        pin(mine, "Twelve trucks passed", "Twelve trucks");
        Files.copy(Path.of(mine), Path.of(theirs));
    }

    private void pin(String board, String statement, String words) {
        shell.run("claim", board, "add", "--statement", statement, "--source", "1", "--quote", words)
                .done();
    }

    private JsonNode merge() {
        return shell.run("import", mine, theirs, "--json").done().json();
    }

    @Test
    void newClaimsComeInOnce() {
        pin(theirs, "A train passed", "a train");
        String said = shell.run("import", mine, theirs).done().out();
        assertEquals("Merged " + theirs + ": 1 new, 0 taken over, 3 equal, 0 older there, 0 conflicts.", said.strip());
        String again = shell.run("import", mine, theirs, "--as", "board").done().out();
        assertEquals("There is nothing new in " + theirs + ".", again.strip());
        JsonNode counts = merge();
        assertEquals(0, counts.get("new").asInt());
        assertEquals(4, counts.get("equal").asInt());
        assertTrue(counts.get("line").isNull());
        assertTrue(shell.run("verify", mine).done().out().contains("is ok"));
        shell.run("undo", mine).done();
        assertFalse(shell.run("claims", mine).done().out().contains("A train passed"));
    }

    @Test
    void conflictsAreShownSideBySideAndDecided() {
        shell.run("claim", mine, "set", "1", "--notes", "Seen by day").done();
        shell.run("claim", theirs, "set", "1", "--notes", "Seen at night").done();
        assertEquals(1, merge().get("conflicts").asInt());
        String list = shell.run("conflicts", mine).done().out();
        assertTrue(list.contains("Conflict 1: claim 1, Twelve trucks passed (other board: Rail)"), list);
        assertTrue(list.lines().anyMatch(l -> l.matches("notes +Seen by day +Seen at night")), list);
        JsonNode conflict = shell.run("conflicts", mine, "--json").done().json().get(0);
        assertEquals("Seen by day", conflict.at("/fields/0/mine").asText());
        assertEquals("Seen at night", conflict.at("/fields/0/theirs").asText());

        shell.run("conflicts", mine, "1", "--keep", "theirs").done();
        assertEquals("Seen at night", notes());
        assertEquals(
                "No conflict waits for a decision.",
                shell.run("conflicts", mine).done().out().strip());
        shell.run("undo", mine).done();
        assertEquals("Seen by day", notes());
        shell.run("conflicts", mine, "1", "--keep", "mine").done();
        assertEquals("Seen by day", notes());
        assertEquals(0, merge().get("openConflicts").asInt());
        assertTrue(shell.run("verify", mine).done().out().contains("is ok"));
    }

    @Test
    void aFieldIsDecidedTheOtherWay() {
        shell.run("claim", mine, "set", "1", "--notes", "Seen by day", "--category", "transport")
                .done();
        shell.run("claim", theirs, "set", "1", "--notes", "Seen at night", "--category", "other")
                .done();
        shell.run("claim", theirs, "set", "1", "--statement", "A dozen trucks passed")
                .done();
        merge();
        assertTrue(shell.run("claims", mine).done().out().contains("A dozen trucks passed"));
        assertTrue(shell.run("conflicts", mine, "1", "--except", "notes")
                .complaint(Exit.USAGE)
                .contains("--except needs --keep"));
        assertTrue(shell.run("conflicts", mine, "1", "--keep", "both")
                .complaint(Exit.USAGE)
                .contains("mine or theirs"));
        assertTrue(shell.run("conflicts", mine, "1", "--keep", "mine", "--except", "statement")
                .complaint(Exit.FAILED)
                .contains("does not ask about \"statement\""));
        JsonNode decided = shell.run("conflicts", mine, "1", "--keep", "mine", "--except", "notes", "--json")
                .done()
                .json();
        assertEquals("notes", decided.at("/except/0").asText());
        assertEquals(0, decided.get("open").asInt());
        assertEquals("Seen at night", notes());
        assertTrue(shell.run("verify", mine).done().out().contains("is ok"));
    }

    private String notes() {
        JsonNode claims = shell.run("claims", mine, "--format", "json").done().json();
        return claims.findValue("notes").asText();
    }

    @Test
    void whatIsWrongIsSaidInOneSentence() {
        assertTrue(shell.run("import", mine, mine).complaint(Exit.FAILED).contains("into itself"));
        String text = shell.at("note.txt");
        assertTrue(shell.run("import", mine, text).complaint(Exit.FAILED).contains("no form that can be imported"));
        assertTrue(shell.run("import", mine, shell.at("none.gpkg"))
                .complaint(Exit.FAILED)
                .contains("There is no file"));
        assertTrue(shell.run("conflicts", mine, "7", "--keep", "mine")
                .complaint(Exit.FAILED)
                .contains("no open conflict 7"));
        assertTrue(shell.run("conflicts", mine, "--keep", "mine")
                .complaint(Exit.USAGE)
                .contains("needs the number"));
    }
}
