package org.sightline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.app.fields.ClaimReaders;
import org.sightline.claim.Claim;
import org.sightline.claim.Place;
import org.sightline.geo.Notation;
import org.sightline.geo.Position;
import org.sightline.sample.SampleBoard;

/** Routes and areas of claims drawn by typing coordinates, kept on the board and taken back. */
class DrawingTest {
    @TempDir
    Path folder;

    private Path board = Path.of("");
    private OpenWindow open;

    @BeforeEach
    void openTheSample() {
        board = folder.resolve("board.gpkg");
        SampleBoard.write(board);
        open = OpenWindow.on(board, folder);
    }

    @AfterEach
    void close() {
        open.close();
    }

    private Place onDisk(long id) {
        return OpenWindow.onDisk(board).stream()
                .filter(claim -> claim.id() == id)
                .findFirst()
                .orElseThrow()
                .place()
                .orElseThrow();
    }

    private void add(String... coordinates) {
        open.focus("#map-drawing-coordinates");
        for (String each : coordinates) {
            open.type(each);
            open.press(KeyCode.ENTER);
        }
        open.press(KeyCode.ESCAPE);
    }

    @Test
    void theAreaOfAClaimIsDrawnKeptAndTakenBack() {
        Place before = onDisk(5);
        open.choose(open.claim(5));
        open.run(open.window::focusClaims);
        open.press(KeyCode.A);
        add("51.9 29.0", "51.9 29.3", "51.7 29.3", "51.7 29.0");
        open.press(KeyCode.ENTER);
        Place drawn = onDisk(5);
        assertEquals(
                "POLYGON ((29 51.9, 29.3 51.9, 29.3 51.7, 29 51.7, 29 51.9))",
                drawn.geometry().toText());
        assertEquals(before.name(), drawn.name());
        assertEquals("BY", drawn.country().orElseThrow());
        open.press(KeyCode.CONTROL, KeyCode.Z);
        assertEquals(before, onDisk(5));
    }

    @Test
    void theRouteOfAClaimIsNamedByItsEnds() {
        open.choose(open.claim(5));
        open.run(open.window::focusClaims);
        open.press(KeyCode.R);
        add("53.9 27.5667", "9G3FR573+FQ", "51.0 31.0");
        open.press(KeyCode.ENTER);
        Place drawn = onDisk(5);
        assertEquals(3, drawn.geometry().getNumPoints());
        assertTrue(drawn.route().orElseThrow().pathKnown());
        assertEquals("Minsk", drawn.route().orElseThrow().origin());
        assertTrue(drawn.name().startsWith("Minsk -> "), drawn.name());
        open.press(KeyCode.R);
        open.press(KeyCode.TAB);
        open.press(KeyCode.BACK_SPACE);
        open.press(KeyCode.ENTER);
        assertEquals(2, onDisk(5).geometry().getNumPoints());
        assertEquals(drawn.name(), onDisk(5).name());
    }

    @Test
    void onANarrowMapABarKeepsItsButtons() throws IOException {
        open.choose(open.claim(5));
        open.run(open.window::focusClaims);
        open.press(KeyCode.R);
        open.resize(800, 600);
        open.picture("drawing-narrow");
        double edge = OpenWindow.on(() -> {
            Node map = open.window.map().pane();
            return map.localToScene(map.getBoundsInLocal()).getMaxX();
        });
        for (String button : List.of("#map-draw-keep", "#map-draw-drop")) {
            double end = OpenWindow.on(() -> {
                Node node = open.window.lookup(button);
                return node.localToScene(node.getBoundsInLocal()).getMaxX();
            });
            assertTrue(end < edge - 10, () -> button + " ends at " + end + ", the map at " + edge);
        }
        open.darken();
        open.picture("drawing-narrow-dark");
    }

    @Test
    void whatIsTypedIsKeptToo() {
        open.choose(open.claim(5));
        open.run(open.window::focusClaims);
        open.press(KeyCode.R);
        add("53.9 27.5667");
        TextField typed = open.find("#map-drawing-coordinates", TextField.class);
        open.run(() -> typed.setText("52.5 95.0N"));
        open.run(() -> open.find("#map-draw-keep", Button.class).fire());
        assertTrue(drawing(), "what cannot be read is not dropped");
        String why = OpenWindow.on(
                () -> open.find("#map-drawing-problem", Label.class).getText());
        assertTrue(why.contains("52.5 95.0N"), why);
        open.run(() -> typed.setText("51.0 31.0"));
        assertEquals(
                "",
                OpenWindow.on(
                        () -> open.find("#map-drawing-problem", Label.class).getText()));
        open.run(() -> open.find("#map-draw-keep", Button.class).fire());
        assertFalse(drawing());
        Place drawn = onDisk(5);
        assertEquals(2, drawn.geometry().getNumPoints());
        assertEquals(51.0, drawn.geometry().getCoordinates()[1].y);
    }

    @Test
    void aNameThatIsOnlyCoordinatesGoesWithTheClaim() {
        Place named = onDisk(5).withName("51.90 29.30");
        String moved = ClaimReaders.movedTo(named, new Position(51.1, 30.2)).name();
        assertEquals(new Position(51.1, 30.2), Notation.read(moved).orElseThrow(), moved);
        assertEquals(
                "Yelsk",
                ClaimReaders.movedTo(named.withName("Yelsk"), new Position(51.1, 30.2))
                        .name());
        assertEquals(
                "35U",
                ClaimReaders.movedTo(named.withName("35U PT 4850 4250"), new Position(51.1, 29.2))
                        .name()
                        .substring(0, 3));
    }

    @Test
    void escapeDropsWhatWasDrawn() {
        Place before = onDisk(5);
        open.choose(open.claim(5));
        open.run(open.window::focusClaims);
        open.press(KeyCode.R);
        add("53.9 27.5667", "51.0 31.0");
        open.press(KeyCode.ESCAPE);
        assertEquals(before, onDisk(5));
        assertTrue(OpenWindow.on(
                () -> !open.window.lookup("#map-drawing").getParent().isVisible()));
    }

    private boolean drawing() {
        return OpenWindow.on(() -> open.window.map().pane().isDrawing());
    }

    private void drawTheAreaOf(long id) {
        open.choose(open.claim(id));
        open.run(open.window::focusClaims);
        open.press(KeyCode.A);
        add("51.9 29.0", "51.9 29.3", "51.7 29.3");
    }

    @Test
    void otherKeysNeitherLoseADrawingNorActOnTheChosenClaim() {
        List<Claim> before = OpenWindow.onDisk(board);
        drawTheAreaOf(5);
        boolean dense =
                OpenWindow.on(() -> open.window.map().pane().densityProperty().get());
        for (KeyCode key : List.of(
                KeyCode.D,
                KeyCode.L,
                KeyCode.P,
                KeyCode.N,
                KeyCode.A,
                KeyCode.R,
                KeyCode.M,
                KeyCode.W,
                KeyCode.G,
                KeyCode.SLASH,
                KeyCode.F2)) {
            open.press(key);
            assertTrue(drawing(), key.toString());
            assertEquals(
                    dense,
                    OpenWindow.on(
                            () -> open.window.map().pane().densityProperty().get()));
            assertTrue(
                    OpenWindow.on(() -> open.workspace.notices().current().get().isEmpty()), key.toString());
            assertFalse(open.shows("#layers-pane") || open.shows("#pin-form"), key.toString());
        }
        open.press(KeyCode.DELETE);
        open.press(KeyCode.ENTER);
        assertTrue(drawing(), "two corners are no area");
        assertFalse(open.shows("#removal-reason"));
        open.press(KeyCode.CONTROL, KeyCode.Z);
        open.press(KeyCode.ENTER);
        assertFalse(drawing());
        assertEquals(4, onDisk(5).geometry().getNumPoints(), "a triangle");
        assertEquals(before.size(), OpenWindow.onDisk(board).size());
    }

    @Test
    void whatElseIsBegunLeavesTheDrawingAsItIs() {
        drawTheAreaOf(5);
        open.act("drawRoute");
        assertTrue(drawing());
        assertTrue(open.find("#map-drawing-problem", javafx.scene.control.Label.class)
                .getText()
                .contains("Keep this drawing"));
        open.run(() -> open.window.map().pane().measure(java.util.Optional.empty()));
        assertTrue(drawing());
        open.choose(open.claim(6));
        assertTrue(drawing());
        open.act("undo");
        assertTrue(drawing());
        Place other = onDisk(6);
        open.run(() -> open.window.map().pane().requestFocus());
        open.press(KeyCode.ENTER);
        assertFalse(drawing());
        assertEquals(4, onDisk(5).geometry().getNumPoints());
        assertEquals(other, onDisk(6));
    }

    @Test
    void aDrawingWhoseClaimIsGoneWaitsUntilItIsBack() {
        drawTheAreaOf(5);
        var uuid = open.claim(5).uuid();
        open.run(() -> open.workspace.apply(new org.sightline.board.Change.RemoveClaim(uuid, "by mistake")));
        open.press(KeyCode.ENTER);
        assertTrue(drawing());
        open.act("undo");
        open.run(() -> open.window.map().pane().requestFocus());
        open.press(KeyCode.ENTER);
        assertFalse(drawing());
        assertEquals(4, onDisk(5).geometry().getNumPoints());
    }

    @Test
    void aBoardIsLeftWithADrawingOnlyAfterAsking() {
        drawTheAreaOf(5);
        Path other = folder.resolve("other.gpkg");
        SampleBoard.write(other);
        open.run(() -> open.window.open(other));
        assertEquals(board, open.view().file());
        assertTrue(drawing());
        var notice =
                OpenWindow.on(() -> open.workspace.notices().current().get()).orElseThrow();
        assertTrue(notice.sentence().contains("not kept yet"), notice.sentence());
        assertFalse(OpenWindow.on(() -> open.window.mayClose()));
        open.run(notice.act().orElseThrow().work());
        assertEquals(other, open.view().file());
        assertFalse(drawing());
        assertTrue(OpenWindow.on(() -> open.window.mayClose()));
    }

    @Test
    void aDroppedDrawingCanBeTakenUpAgain() {
        drawTheAreaOf(5);
        open.press(KeyCode.ESCAPE);
        assertFalse(drawing());
        var notice =
                OpenWindow.on(() -> open.workspace.notices().current().get()).orElseThrow();
        open.run(notice.act().orElseThrow().work());
        assertTrue(drawing());
        open.press(KeyCode.ENTER);
        assertEquals(4, onDisk(5).geometry().getNumPoints());
    }
}
