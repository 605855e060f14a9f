package org.sightline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.board.Board;
import org.sightline.sample.SampleBoard;

/** Boards that cannot be written, and files that are no boards. */
class ReadOnlyTest {
    @TempDir
    Path folder;

    @Test
    void boardHeldElsewhereIsShownReadOnlyWithTheReasonAndItsActsSayWhy() {
        Path board = folder.resolve("sample.gpkg");
        SampleBoard.write(board);
        try (Board holder = Board.open(board, Board.Mode.WRITE);
                OpenWindow open = OpenWindow.on(board, folder)) {
            assertTrue(holder.readOnlyReason().isEmpty());
            String reason = open.view().readOnlyReason().orElseThrow();
            assertEquals(
                    "Read-only: " + reason, open.find("#read-only", Label.class).getText());
            open.choose(open.claim(1));
            assertEquals(
                    Optional.of(reason),
                    OpenWindow.on(() ->
                            open.window.actions().act("removeClaim").obstacle().getValue()));
            assertFalse(open.find("#inspector-statement", TextArea.class).isEditable());
            open.act("removeClaim");
            assertEquals(reason, open.find("#notice-sentence", Label.class).getText());
        }
    }

    @Test
    void fileThatIsNoBoardIsToldAndTheOpenBoardStays() throws Exception {
        Path board = folder.resolve("sample.gpkg");
        SampleBoard.write(board);
        Path other = Files.writeString(folder.resolve("notes.gpkg"), "not a board at all");
        try (OpenWindow open = OpenWindow.on(board, folder)) {
            open.run(() -> open.window.open(other));
            assertTrue(open.find("#notice-sentence", Label.class).getText().contains("notes.gpkg"));
            assertEquals(board, open.view().file());
        }
    }

    @Test
    void emptyStartOffersTheSampleBoardAndOpensIt() {
        try (OpenWindow open = OpenWindow.empty(folder)) {
            open.answers.next(folder.resolve("made.gpkg"));
            open.act("sampleBoard");
            assertTrue(open.view().claims().size() >= 14);
            assertTrue(Files.exists(folder.resolve("made.gpkg")));
        }
    }
}
