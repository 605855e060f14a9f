package org.sightline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.board.Board;
import org.sightline.claim.Claim;

/** The main job, without a mouse: capture, choose words, pin, see the claim in the table, on the map and on disk. */
class PinningByKeyboardTest {
    private static final String TEXT =
            "A note on the border\n\nAt least 28 Ural trucks were seen in Yelsk on 12 October 2022, residents said."
                    + "\n\nNothing else moved.\n";

    @TempDir
    Path folder;

    private Path board;
    private OpenWindow open;

    @BeforeEach
    void captureNote() {
        board = folder.resolve("board.gpkg");
        Board.create(board, "A board").close();
        open = OpenWindow.on(board, folder);
        open.run(() -> open.window.sourceActs().capturePastedText(TEXT));
        open.press(KeyCode.ENTER);
        assertEquals(1, open.view().sources().size());
    }

    @AfterEach
    void close() {
        open.close();
    }

    /** Finds words in the reader; they are then selected, and the reader has the focus. */
    private void select(String words) {
        open.run(() -> open.window.reader().area().requestFocus());
        open.press(KeyCode.CONTROL, KeyCode.F);
        open.type(words);
        open.press(KeyCode.ENTER);
        open.press(KeyCode.ESCAPE);
        assertEquals(
                Optional.of(words),
                OpenWindow.on(() -> open.workspace.selection().passage().get().map(passage -> passage.words())));
    }

    @Test
    void wordsArePinnedWithTwoKeys() {
        select("At least 28 Ural trucks were seen in Yelsk on 12 October 2022");
        open.press(KeyCode.P);
        assertTrue(open.shows("#pin-form"));
        open.press(KeyCode.ENTER);
        assertFalse(open.shows("#pin-form"));

        Claim claim = OpenWindow.onDisk(board).getFirst();
        assertEquals(
                "At least 28 Ural trucks were seen in Yelsk on 12 October 2022",
                claim.quotes().getFirst().exact());
        assertEquals(TEXT.indexOf("At least"), claim.quotes().getFirst().start());
        assertEquals("at least 28 Ural trucks", claim.quantity().orElseThrow().display());
        assertEquals("12 October 2022", claim.when().orElseThrow().display());
        assertEquals(51.8, claim.place().orElseThrow().geometry().getCoordinate().y, 0.05);

        assertEquals(
                List.of(claim),
                OpenWindow.on(() -> List.copyOf(open.window.claims().table().getItems())));
        assertEquals(
                List.of(claim),
                OpenWindow.on(() -> open.window.map().pane().getContent().claims()));
        assertEquals(
                Optional.of(claim.uuid()),
                OpenWindow.on(() -> open.workspace.selection().claim()));
        open.press(KeyCode.CONTROL, KeyCode.Z);
        assertTrue(OpenWindow.onDisk(board).isEmpty());
    }

    @Test
    void wordsAreSelectedWithShiftAndArrows() {
        open.run(() -> {
            open.window.reader().area().requestFocus();
            open.window.reader().area().moveTo(TEXT.indexOf("Nothing"));
        });
        open.press(KeyCode.SHIFT, KeyCode.END);
        assertEquals(
                Optional.of("Nothing else moved."),
                OpenWindow.on(() -> open.workspace.selection().passage().get().map(passage -> passage.words())));
    }

    @Test
    void whatWasReadOutsideTheQuoteIsSaid() throws IOException {
        select("At least 28 Ural trucks were seen");
        open.press(KeyCode.P);
        String where = open.find("#pin-place-note", Label.class).getText();
        assertTrue(where.startsWith("Yel’sk, BY"), where);
        assertTrue(where.endsWith("\nNear the quote, not in it."), where);
        assertEquals(
                "12 October 2022\nNear the quote, not in it.",
                open.find("#pin-when-note", Label.class).getText());
        String howMany = open.find("#pin-quantity-note", Label.class).getText();
        assertTrue(howMany.startsWith("at least 28"), howMany);
        pictures("pin-around");
    }

    /** Of the window, in light and dark. */
    private void pictures(String name) throws IOException {
        Path screens = Files.createDirectories(Path.of("target", "screens"));
        WindowPicture.write(
                WindowPicture.picture(OpenWindow.on(open.window::getScene)), screens.resolve(name + "-light.png"));
        open.darken();
        WindowPicture.write(
                WindowPicture.picture(OpenWindow.on(open.window::getScene)), screens.resolve(name + "-dark.png"));
    }

    @Test
    void escapeLeavesNoTrace() {
        long before = open.view().info().changes();
        select("Nothing else moved");
        open.press(KeyCode.P);
        open.press(KeyCode.ESCAPE);
        assertFalse(open.shows("#pin-form"));
        assertEquals(before, open.view().info().changes());
        assertTrue(OpenWindow.on(() -> open.window.reader().area().isFocused()));
    }

    @Test
    void pinningWithoutSelectedWordsSaysWhatToDo() {
        open.run(() -> open.window.reader().area().moveTo(0));
        open.press(KeyCode.P);
        assertEquals(
                "Select the words that say it in the reader first.",
                open.find("#notice-sentence", Label.class).getText());
    }

    @Test
    void letterTypedIntoAFieldIsNoCommand() {
        select("Nothing else moved");
        open.focus("#claim-search");
        open.type("p");
        assertFalse(open.shows("#pin-form"));
        assertEquals("p", open.find("#claim-search", TextField.class).getText());
    }

    @Test
    void pastedCoordinatesOfAnyNotationArePlaces() {
        select("Nothing else moved");
        open.press(KeyCode.P);
        open.focus("#pin-place");
        open.run(() -> open.find("#pin-place", TextField.class).setText("35U PT 4850 4250"));
        open.press(KeyCode.ENTER);
        Claim claim = OpenWindow.onDisk(board).getFirst();
        assertTrue(claim.place().isPresent());
    }

    @Test
    void theChosenReadingOfAPlaceIsSaidInWords() throws IOException {
        select("Nothing else moved");
        open.press(KeyCode.P);
        open.focus("#pin-place");
        open.run(() -> open.find("#pin-place", TextField.class).setText("Brest"));
        open.press(KeyCode.DOWN);
        String note = open.find("#pin-place-note", Label.class).getText();
        assertTrue(note.startsWith("Chosen: Br"), note);
        pictures("pin-choices");
        open.press(KeyCode.ENTER);
        String name = OpenWindow.onDisk(board).getFirst().place().orElseThrow().name();
        assertTrue(note.contains(name), note + " / " + name);
    }

    @Test
    void placeThatIsNotFoundKeepsTheFormOpenAndSaysSo() {
        select("Nothing else moved");
        open.press(KeyCode.P);
        open.focus("#pin-place");
        open.run(() -> open.find("#pin-place", TextField.class).setText("Qwxzqwxz"));
        open.press(KeyCode.ENTER);
        assertTrue(open.shows("#pin-form"));
        assertTrue(open.find("#pin-problem", Label.class).getText().contains("Qwxzqwxz"));
        assertTrue(OpenWindow.onDisk(board).isEmpty());
    }

    @Test
    void pinHereBeginsWithTheChosenPlace() {
        select("Nothing else moved");
        open.run(() -> open.window.pinning().beginAt(new org.sightline.geo.Position(52.5, 27.25)));
        open.press(KeyCode.ENTER);
        assertEquals(
                27.25,
                OpenWindow.onDisk(board)
                        .getFirst()
                        .place()
                        .orElseThrow()
                        .geometry()
                        .getCoordinate()
                        .x,
                1e-6);
    }

    private void draw(String... coordinates) {
        open.focus("#map-drawing-coordinates");
        for (String each : coordinates) {
            open.type(each);
            open.press(KeyCode.ENTER);
        }
        open.press(KeyCode.ESCAPE);
        open.press(KeyCode.ENTER);
    }

    @Test
    void anAreaIsDrawnAndThenItsWordsArePinned() {
        select("At least 28 Ural trucks were seen in Yelsk on 12 October 2022");
        open.press(KeyCode.CONTROL, KeyCode.ALT, KeyCode.DIGIT3);
        draw("51.9 29.0", "51.9 29.3", "51.7 29.3", "51.7 29.0");
        assertTrue(open.shows("#pin-form"));
        assertTrue(OpenWindow.on(() -> open.window.lookup("#pin-form").isFocusWithin()));
        assertTrue(OpenWindow.onDisk(board).isEmpty());
        open.press(KeyCode.ENTER);
        Claim claim = OpenWindow.onDisk(board).getFirst();
        assertEquals(
                "POLYGON ((29 51.9, 29.3 51.9, 29.3 51.7, 29 51.7, 29 51.9))",
                claim.place().orElseThrow().geometry().toText());
        assertEquals("at least 28 Ural trucks", claim.quantity().orElseThrow().display());
        open.press(KeyCode.CONTROL, KeyCode.Z);
        assertTrue(OpenWindow.onDisk(board).isEmpty());
    }

    @Test
    void aRouteDrawnForWordsIsTakenUpAgainWhenTheFormIsLeft() {
        select("Nothing else moved");
        open.press(KeyCode.CONTROL, KeyCode.ALT, KeyCode.DIGIT2);
        draw("51.9 29.0", "52.4 31.0");
        assertTrue(open.shows("#pin-form"));
        open.press(KeyCode.ESCAPE);
        assertFalse(open.shows("#pin-form"));
        var notice =
                OpenWindow.on(() -> open.workspace.notices().current().get()).orElseThrow();
        open.run(notice.act().orElseThrow().work());
        assertTrue(OpenWindow.on(() -> open.window.map().pane().isDrawing()));
        open.run(() -> open.window.map().pane().requestFocus());
        open.press(KeyCode.ENTER);
        open.press(KeyCode.ENTER);
        Claim claim = OpenWindow.onDisk(board).getFirst();
        assertTrue(claim.place().orElseThrow().isRoute());
        assertEquals(2, claim.place().orElseThrow().geometry().getNumPoints());
    }
}
