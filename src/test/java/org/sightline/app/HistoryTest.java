package org.sightline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.RadioButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.board.Board;
import org.sightline.board.Change;
import org.sightline.board.JournalEntry;
import org.sightline.claim.Claim;
import org.sightline.claim.Status;
import org.sightline.sample.SampleBoard;

/** The journal unfolded, conflicts decided and backups restored in the window. */
class HistoryTest {
    @TempDir
    Path folder;

    private Path board = Path.of("");
    private Path other = Path.of("");
    private Optional<OpenWindow> open = Optional.empty();

    @BeforeEach
    void makeTwoCopiesAndABackup() throws IOException {
        board = folder.resolve("board.gpkg");
        other = folder.resolve("other.gpkg");
        SampleBoard.write(board);
        Files.copy(board, other);
        Files.createDirectories(folder.resolve("board.backups"));
        Files.copy(board, folder.resolve("board.backups/board-2026-01-03T100000.000Z.gpkg"));
        open = Optional.of(OpenWindow.on(board, folder));
    }

    @AfterEach
    void close() {
        open.ifPresent(OpenWindow::close);
    }

    private OpenWindow window() {
        return open.orElseThrow();
    }

    /** To be looked at. */
    private void draw(String name) throws IOException {
        Path screens = Files.createDirectories(Path.of("target", "screens"));
        WindowPicture.write(
                WindowPicture.picture(OpenWindow.on(window().window::getScene)), screens.resolve(name + ".png"));
    }

    private static Change disputing(Claim claim) {
        return new Change.EditClaim(claim.withStatus(Status.DISPUTED));
    }

    private ListView<?> journal() {
        return window().find("#journal", ListView.class);
    }

    private List<String> lines() {
        return OpenWindow.on(() -> journal().getItems().stream()
                .map(item -> ((JournalEntry) item).operation())
                .toList());
    }

    private String words(String within) {
        return OpenWindow.on(() -> window().window.lookup(within).lookupAll(".label").stream()
                .filter(node -> node instanceof Label)
                .map(node -> ((Labeled) node).getText())
                .collect(Collectors.joining("\n")));
    }

    @Test
    void aLineShowsWhatWasThereBeforeAndAfter() throws IOException {
        Claim claim = window().claim(3);
        window().run(() -> window().workspace.apply(disputing(claim)));
        window().run(() -> window().window.showTab("journal"));
        window().run(() -> journal().getSelectionModel().selectFirst());
        draw("history");
        String shown = words("#journal-line");
        assertTrue(shown.contains("Status\n\u2212 " + word(claim.status()) + "\n+ disputed"), shown);
        window().run(() -> window().workspace.selection().clear());
        window().run(() -> window().find("#journal-go-to", Button.class).fire());
        assertEquals(Optional.of(claim.uuid()), OpenWindow.on(window().workspace.selection()::claim));
        window().focus("#journal");
        window().press(KeyCode.ESCAPE);
        assertFalse(window().shows("#journal-line"));
    }

    private static String word(Status status) {
        return status.name().toLowerCase(java.util.Locale.ROOT);
    }

    @Test
    void theHistoryOfOneClaimLeavesOutAllElse() {
        Claim claim = window().claim(3);
        window().run(() -> window().workspace.apply(disputing(claim)));
        window().run(() -> window().workspace.apply(disputing(window().claim(4))));
        window().choose(claim);
        window().act("claimHistory");
        List<String> of = lines();
        assertEquals("claim.edit", of.getFirst());
        assertTrue(of.size() < lines(board), of.toString());
        assertTrue(window().shows("#journal-filter"));
        window().run(() -> window().find("#journal-show-all", Button.class).fire());
        assertEquals(lines(board), lines().size());
    }

    private static int lines(Path board) {
        try (Board reading = Board.open(board, Board.Mode.READ)) {
            return Math.min(200, reading.log(0).size());
        }
    }

    @Test
    void aLongJournalIsReadPageByPage() {
        Claim claim = window().claim(3);
        window().run(() -> window().workspace.act(reading -> {
            for (int i = 0; i < 250; i++) {
                reading.apply(new Change.EditClaim(claim.withStatus(i % 2 == 0 ? Status.DISPUTED : Status.UNVERIFIED)));
            }
            return "";
        }));
        window().run(() -> window().window.showTab("journal"));
        assertEquals(200, lines().size());
        window().run(() -> journal().scrollTo(199));
        window().settle();
        assertTrue(lines().size() > 250, "only " + lines().size());
    }

    @Test
    void anotherBoardIsMergedAndItsConflictsAreDecided() throws IOException {
        try (Board theirs = Board.open(other, Board.Mode.WRITE)) {
            theirs.apply(disputing(window().claim(3)));
            theirs.apply(disputing(window().claim(4)));
        }
        assertFalse(window().shows("#conflict-banner"));
        window().run(() ->
                window().workspace.apply(new Change.EditClaim(window().claim(3).withStatus(Status.REFUTED))));
        window().answers.next(other);
        window().act("import");
        assertTrue(window().shows("#conflict-banner"));
        assertEquals(Status.DISPUTED, window().claim(4).status());
        assertEquals(Status.REFUTED, window().claim(3).status());
        window().run(() -> window().find("#conflict-decide", Button.class).fire());
        draw("conflict");
        String shown = words("#conflicts-form");
        assertTrue(shown.contains("Status\n\u2212 refuted\n+ disputed"), shown);
        window().run(() -> window().find("#conflict-take-theirs", Button.class).fire());
        assertEquals(Status.DISPUTED, window().claim(3).status());
        assertFalse(window().shows("#conflict-banner"));
        window().act("undo");
        assertTrue(window().shows("#conflict-banner"));
        assertEquals(Status.REFUTED, window().claim(3).status());
    }

    @Test
    void aConflictIsDecidedFieldByField() throws IOException {
        try (Board theirs = Board.open(other, Board.Mode.WRITE)) {
            Claim there = window().claim(3);
            theirs.apply(new Change.EditClaim(there.withNotes("Theirs")
                    .withStatement("Otherwise than it was said")
                    .withTags(List.of("seen"))));
        }
        window().run(() -> window().workspace
                .apply(new Change.EditClaim(window().claim(3).withNotes("Mine").withStatement("It was said so"))));
        window().answers.next(other);
        window().act("import");
        assertEquals(List.of("seen"), window().claim(3).tags(), "joined, since only one side has changed it");
        window().run(() -> window().find("#conflict-decide", Button.class).fire());
        assertTrue(window().find("#conflict-keep-chosen", Button.class).isDisabled());
        window().run(() ->
                window().find("#choose-notes-theirs", RadioButton.class).fire());
        draw("conflict-fields");
        window().darken();
        draw("conflict-fields-dark");
        window().run(() -> window().find("#conflict-keep-chosen", Button.class).fire());
        assertEquals("Theirs", window().claim(3).notes());
        assertEquals("It was said so", window().claim(3).statement());
        assertFalse(window().shows("#conflict-banner"));
    }

    @Test
    void aBackupIsRestored() throws IOException {
        Claim claim = window().claim(3);
        window().run(() -> window().workspace.apply(disputing(claim)));
        window().act("restoreBackup");
        draw("restore");
        String shown = words("#restore-form");
        assertTrue(shown.contains("takes the place of the present one"), shown);
        window().run(() -> window().find("#restore-now", Button.class).fire());
        assertEquals(claim.status(), window().claim(3).status());
        assertEquals(3, Board.backups(board).size(), "the oldest, that of the day, and the board as it was");
        window().run(() -> window().workspace.apply(disputing(claim)));
        assertEquals(Status.DISPUTED, window().claim(3).status());
    }
}
