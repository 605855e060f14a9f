package org.sightline.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.DomainException;

/** Briefings are kept with the board under their names, each change of them in the journal and undone by it. */
class NamedBriefingsTest {
    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private Board board;

    @BeforeEach
    void makeABoard() {
        board = Board.create(folder.resolve("board.gpkg"), "Briefings");
    }

    @AfterEach
    void close() {
        board.close();
    }

    private static NamedBriefing briefing(String name, String settings) {
        return new NamedBriefing(0, UUID.randomUUID(), name, settings);
    }

    private List<NamedBriefing> briefings() {
        try (Snapshot snapshot = board.snapshot()) {
            return snapshot.briefings();
        }
    }

    private void assertSound() {
        Verification found = board.verify();
        assertTrue(found.ok(), () -> found.problems().toString());
    }

    @Test
    void aBriefingComesBackWithItsSettings() {
        board.apply(new Change.PutBriefing(briefing("  Weekly ", "{\"b\": 1.50, \"a\": [\"\u0404\"]}")));
        NamedBriefing kept = briefings().getFirst();
        assertEquals("Weekly", kept.name());
        assertEquals(1, kept.id());
        assertEquals("{\"a\":[\"\u0404\"],\"b\":1.5}", kept.settings());
        assertSound();
    }

    @Test
    void changesAreUndoneAndDoneAgain() {
        NamedBriefing weekly = briefing("Weekly", "{\"a\":1}");
        board.apply(new Change.PutBriefing(weekly));
        board.apply(new Change.PutBriefing(new NamedBriefing(0, weekly.uuid(), "Monthly", "{\"a\":2}")));
        assertEquals(
                "Change briefing 1: Monthly", board.nextUndo().orElseThrow().summary());
        board.undo();
        assertEquals("Weekly", briefings().getFirst().name());
        assertEquals("{\"a\":1}", briefings().getFirst().settings());
        board.redo();
        board.apply(new Change.RemoveBriefing(weekly.uuid()));
        assertEquals(List.of(), briefings());
        board.undo();
        assertEquals("Monthly", briefings().getFirst().name());
        assertEquals(1, briefings().getFirst().id());
        assertSound();
    }

    @Test
    void noTwoAreCalledTheSame() {
        board.apply(new Change.PutBriefing(briefing("Weekly", "{}")));
        String said = String.valueOf(assertThrows(
                        DomainException.class, () -> board.apply(new Change.PutBriefing(briefing("weekly ", "{}"))))
                .getMessage());
        assertTrue(said.contains("already has a briefing called"), said);
        assertEquals(1, briefings().size());
        assertSound();
    }

    @Test
    void whatIsNoBriefingIsRefusedAndNothingIsChanged() {
        for (NamedBriefing wrong : List.of(
                briefing(" ", "{}"),
                briefing("x".repeat(NamedBriefing.LONGEST_NAME + 1), "{}"),
                briefing("List", "[]"),
                briefing("Broken", "{"),
                briefing("Large", "{\"a\":\"" + "x".repeat(NamedBriefing.LONGEST_SETTINGS) + "\"}"))) {
            assertThrows(DomainException.class, () -> board.apply(new Change.PutBriefing(wrong)));
        }
        assertThrows(DomainException.class, () -> board.apply(new Change.RemoveBriefing(UUID.randomUUID())));
        assertEquals(List.of(), briefings());
        assertEquals(1, board.log(0).size());
        assertSound();
    }

    @Test
    void theyBelongToTheContentOfTheBoard() {
        String before = board.verify().boardSha256();
        board.apply(new Change.PutBriefing(briefing("Weekly", "{}")));
        assertNotEquals(before, board.verify().boardSha256());
        board.undo();
        assertEquals(before, board.verify().boardSha256());
    }

    @Test
    void aBriefingThatAnotherProgramChangedIsNamed() {
        board.apply(new Change.PutBriefing(briefing("Weekly", "{}")));
        board.apply(new Change.PutBriefing(briefing("Monthly", "{}")));
        Path file = board.file();
        board.close();
        try (Database other = Connections.writing(file)) {
            other.update("UPDATE briefing SET settings = '{\"x\":1}' WHERE id = 1");
            other.update("UPDATE briefing SET settings = 'nothing' WHERE id = 2");
        }
        board = Board.open(file, Board.Mode.READ);
        List<String> problems = board.verify().problems().stream()
                .map(Verification.Problem::message)
                .toList();
        assertEquals(2, problems.size(), problems.toString());
        assertTrue(problems.get(0).contains("briefing 1") && problems.get(0).contains("settings"));
        assertTrue(problems.get(1).contains("briefing 2") && problems.get(1).contains("cannot be read"));
        assertEquals(
                List.of("Weekly"), briefings().stream().map(NamedBriefing::name).toList());
    }

    @Test
    void mergingTakesNoneOver() {
        Path file = folder.resolve("other.gpkg");
        try (Board other = Board.create(file, "Other")) {
            other.apply(new Change.PutBriefing(briefing("Weekly", "{}")));
            org.sightline.jobs.Jobs.inline()
                    .start("merge", progress -> board.merge(other, progress))
                    .join();
        }
        assertEquals(List.of(), briefings());
        assertSound();
    }

    @Test
    void aLineOfTheJournalIsFoundByItsHash() {
        board.apply(new Change.Rename("One"));
        board.apply(new Change.Rename("Two"));
        JournalEntry middle = board.log(0).get(1);
        assertEquals(Optional.of(middle), board.line(middle.hash()::equals));
        assertEquals(Optional.empty(), board.line(hash -> false));
    }
}
