package org.sightline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.claim.Claim;
import org.sightline.claim.Quantity;
import org.sightline.sample.SampleBoard;

/** Changing, removing, undoing, finding: each as a person does it, and each seen on disk. */
class EditingTest {
    @TempDir
    Path folder;

    private Path board;
    private OpenWindow open;

    @BeforeEach
    void openSample() {
        board = folder.resolve("sample.gpkg");
        SampleBoard.write(board);
        open = OpenWindow.on(board, folder);
    }

    @AfterEach
    void close() {
        open.close();
    }

    private Claim onDisk(long id) {
        return OpenWindow.onDisk(board).stream()
                .filter(c -> c.id() == id)
                .findFirst()
                .orElseThrow();
    }

    private TextField quantityField() {
        return open.find("#inspector-quantity", TextField.class);
    }

    private void write(String selector, String words) {
        open.focus(selector);
        open.run(() -> open.find(selector, TextField.class).selectAll());
        open.type(words);
    }

    @Test
    void fieldEditedInPlaceIsOneChangeThatIsNamedInUndo() {
        long before = open.view().info().changes();
        open.choose(open.claim(2));
        write("#inspector-quantity", "at least 40 tanks");
        open.press(KeyCode.ENTER);
        assertEquals(
                Quantity.parse("at least 40 tanks").display(),
                onDisk(2).quantity().orElseThrow().display());
        assertEquals(before + 1, open.view().info().changes());
        String name =
                OpenWindow.on(() -> open.window.actions().act("undo").name().get());
        assertTrue(name.startsWith("Undo: ") && name.contains("2"), name);
    }

    @Test
    void tabGoesOnFromAStatementAndChangesNothing() {
        open.choose(open.claim(2));
        String statement = open.claim(2).statement();
        open.focus("#inspector-statement");
        open.press(KeyCode.TAB);
        assertFalse(
                OpenWindow.on(() -> open.window.lookup("#inspector-statement").isFocused()));
        open.press(KeyCode.SHIFT, KeyCode.TAB);
        assertTrue(
                OpenWindow.on(() -> open.window.lookup("#inspector-statement").isFocused()));
        assertEquals(
                statement,
                OpenWindow.on(
                        () -> open.find("#inspector-statement", TextArea.class).getText()));
    }

    @Test
    void iconsShowWhereTheKeysAre() throws Exception {
        open.choose(open.claim(2));
        open.darken();
        open.focus("#inspector-statement");
        for (int i = 0; i < 40 && !onFlatButton(); i++) {
            open.press(KeyCode.TAB);
        }
        assertTrue(onFlatButton());
        Path screens = Files.createDirectories(Path.of("target", "screens"));
        WindowPicture.write(
                OpenWindow.on(() -> open.window.getScene().snapshot(null)), screens.resolve("focus-on-icon-dark.png"));
        int layers = OpenWindow.on(() -> ((ButtonBase) open.window.getScene().getFocusOwner())
                .getBackground()
                .getFills()
                .size());
        assertEquals(2, layers, "a ring, and what lies within");
    }

    @Test
    void tabGoesAllAroundTheWindow() {
        open.choose(open.claim(2));
        open.focus("#inspector-statement");
        Set<Node> been = new HashSet<>();
        for (int i = 0; i < 80; i++) {
            open.press(KeyCode.TAB);
            been.add(OpenWindow.on(() -> open.window.getScene().getFocusOwner()));
        }
        assertTrue(been.contains(open.window.lookup("#inspector-statement")), "back where it began: " + been);
        assertTrue(been.contains(open.window.lookup("#reader-text")), "by way of the reader: " + been);
    }

    private boolean onFlatButton() {
        return OpenWindow.on(() -> open.window.getScene().getFocusOwner() instanceof ButtonBase button
                && button.getStyleClass().contains("flat"));
    }

    @Test
    void quantityThatCannotBeReadIsExplainedBesideTheFieldAndChangesNothing() {
        Optional<Quantity> before = open.claim(2).quantity();
        open.choose(open.claim(2));
        write("#inspector-quantity", "plenty of those");
        open.press(KeyCode.ENTER);
        String said = open.find("#inspector-quantity-problem", Label.class).getText();
        assertTrue(said.contains("plenty of those"), said);
        assertEquals(before, onDisk(2).quantity());
        open.press(KeyCode.ESCAPE);
        assertEquals(before.orElseThrow().display(), quantityField().getText());
        assertFalse(open.find("#inspector-quantity-problem", Label.class).isVisible());
    }

    @Test
    void undoTakesBackAndRedoDoesAgain() {
        String before = open.claim(3).statement();
        open.choose(open.claim(3));
        open.press(KeyCode.F2);
        open.press(KeyCode.CONTROL, KeyCode.A);
        open.type("Something else");
        open.press(KeyCode.ENTER);
        assertEquals("Something else", onDisk(3).statement());
        open.run(open.window::focusClaims);
        open.press(KeyCode.CONTROL, KeyCode.Z);
        assertEquals(before, onDisk(3).statement());
        open.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        assertEquals("Something else", onDisk(3).statement());
    }

    @Test
    void removedClaimLiesInTheTrashWithItsReasonAndComesBack() {
        int before = open.view().claims().size();
        open.choose(open.claim(4));
        open.run(open.window::focusClaims);
        open.press(KeyCode.DELETE);
        open.press(KeyCode.ENTER);
        assertEquals(before, OpenWindow.onDisk(board).size(), "nothing goes without a reason");
        open.type("Said twice");
        open.press(KeyCode.ENTER);
        assertEquals(before - 1, OpenWindow.onDisk(board).size());
        Claim removed = open.view().trash().getFirst();
        assertEquals("Said twice", removed.removed().orElseThrow().reason());
        open.act("showTrash");
        open.focus("#trash");
        open.press(KeyCode.HOME);
        open.press(KeyCode.ENTER);
        assertEquals(before, OpenWindow.onDisk(board).size());
        assertTrue(open.view().trash().isEmpty());
    }

    @Test
    void searchingWhileTypingNarrowsTableAndMapAndEscapeShowsAllAgain() {
        int all = open.view().claims().size();
        open.run(open.window::focusClaims);
        open.press(KeyCode.SLASH);
        open.type("tanks");
        OpenWindow.on(() -> {
            open.window.claims().searchNow();
            return "";
        });
        open.settle();
        List<Claim> found =
                OpenWindow.on(() -> List.copyOf(open.window.claims().table().getItems()));
        assertTrue(!found.isEmpty() && found.size() < all, found.size() + " of " + all);
        assertEquals(
                found.size(),
                OpenWindow.on(
                        () -> open.window.map().pane().getContent().claims().size()));
        assertEquals(
                found.size() + " of " + all + " claims",
                open.find("#status-count", Label.class).getText());
        open.press(KeyCode.ESCAPE);
        assertEquals(
                all, OpenWindow.on(() -> open.window.claims().table().getItems().size()));
    }

    @Test
    void draggedPinMovesItsClaimAndCanBeUndone() {
        Claim yelsk = open.claim(4);
        double before = yelsk.place().orElseThrow().geometry().getCoordinate().x;
        open.run(() -> open.window.map().move(4, new org.sightline.geo.Position(51.9, 29.3)));
        assertEquals(29.3, onDisk(4).place().orElseThrow().geometry().getCoordinate().x, 1e-9);
        open.act("undo");
        assertEquals(before, onDisk(4).place().orElseThrow().geometry().getCoordinate().x, 1e-9);
    }

    @Test
    void foundClaimsAreExported() throws Exception {
        Path csv = folder.resolve("out.csv");
        open.answers.next(csv);
        open.act("export");
        open.press(KeyCode.SPACE);
        assertTrue(Files.readString(csv).contains("T-72A"));
    }

    @Test
    void pastedTextIsCapturedUnderTheTitleGiven() {
        int before = open.view().sources().size();
        open.run(() -> open.window.sourceActs().capturePastedText("A bridge near Mazyr was closed on 3 May 2022."));
        open.run(() -> open.find("#source-title", TextField.class).setText("A note"));
        open.focus("#source-publisher");
        open.type("A paper");
        open.press(KeyCode.ENTER);
        assertEquals(before + 1, open.view().sources().size());
        assertEquals("A note", open.view().sources().getLast().title());
        assertEquals(Optional.of("A paper"), open.view().sources().getLast().publisher());
        assertTrue(OpenWindow.on(() -> open.window.reader().area().getText()).contains("Mazyr"));
    }

    @Test
    void copiedClaimHasSentenceCitationAndHash() {
        Claim claim = open.claim(1);
        String text =
                org.sightline.app.desk.Citations.plainText(open.view(), claim, org.sightline.geo.Notation.DECIMAL);
        assertTrue(text.startsWith(claim.statement()), text);
        assertTrue(text.contains(claim.quotes().getFirst().exact()), text);
        assertTrue(
                text.contains(open.view()
                        .capture(claim.quotes().getFirst().capture())
                        .orElseThrow()
                        .shortHash()),
                text);
    }
}
