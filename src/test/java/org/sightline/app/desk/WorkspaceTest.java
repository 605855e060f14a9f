package org.sightline.app.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.board.Board;
import org.sightline.jobs.Jobs;
import org.sightline.sample.SampleBoard;

/** A board may be opened before there is a window, and closed when none comes. */
@Timeout(30)
class WorkspaceTest {
    @TempDir
    Path folder;

    private final List<Runnable> turns = new ArrayList<>(); // what waits for the window's thread

    private Workspace workspace(Jobs jobs) {
        return new Workspace(jobs, turns::add, new SettingsFile(folder.resolve("settings.json")), 0);
    }

    private Path sample() {
        Path board = folder.resolve("sample.gpkg");
        SampleBoard.write(board);
        return board;
    }

    private void runTurns() {
        while (!turns.isEmpty()) {
            turns.removeFirst().run();
        }
    }

    @Test
    void whatIsOpenedBeforeThereIsAWindowIsShownWhenThereIsOne() {
        Workspace workspace = workspace(Jobs.inline());
        CompletableFuture<BoardView> opening = workspace.open(sample());
        assertFalse(opening.isDone());
        assertTrue(workspace.view().get().isEmpty());
        runTurns();
        assertTrue(opening.isDone());
        assertTrue(workspace.view().get().orElseThrow().complete());
        workspace.close();
    }

    @Test
    void aBoardThatNoWindowEverShowsIsClosed() {
        Path board = sample();
        try (Jobs jobs = Jobs.background()) {
            Workspace workspace = workspace(jobs);
            CompletableFuture<BoardView> opening = workspace.open(board);
            workspace.close();
            assertFalse(opening.isDone());
        }
        try (Board again = Board.open(board, Board.Mode.WRITE)) {
            assertEquals(Optional.empty(), again.readOnlyReason());
        }
    }

    @Test
    void aBoardThatCannotBeOpenedIsToldOf() {
        Workspace workspace = workspace(Jobs.inline());
        CompletableFuture<BoardView> opening = workspace.open(folder.resolve("none.gpkg"));
        runTurns();
        assertTrue(opening.isCompletedExceptionally());
        assertTrue(workspace.idle().isDone(), "nothing is waited for any more");
        workspace.close();
    }
}
