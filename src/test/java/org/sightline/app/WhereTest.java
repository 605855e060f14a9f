package org.sightline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.UserFolder;
import org.sightline.geo.GeoNamesDump;
import org.sightline.geo.Geodesic;
import org.sightline.geo.PlaceBooks;
import org.sightline.geo.Position;
import org.sightline.sample.SampleBoard;

/** Going somewhere, asking what is there, the grid and place names of one's own, by keys. */
class WhereTest {
    private static final Position YELSK = new Position(51.81363, 29.1544);

    @TempDir
    Path folder;

    private OpenWindow open;
    private String before = "";

    @BeforeEach
    void openTheSample() {
        before = System.getProperty(UserFolder.ELSEWHERE, "");
        System.setProperty(UserFolder.ELSEWHERE, folder.resolve("settings").toString());
        Path board = folder.resolve("board.gpkg");
        SampleBoard.write(board);
        open = OpenWindow.on(board, folder);
    }

    @AfterEach
    void close() {
        open.close();
        System.setProperty(UserFolder.ELSEWHERE, before);
    }

    private void goTo(String words) {
        open.press(KeyCode.CONTROL, KeyCode.G);
        assertTrue(open.shows("#go-to"));
        open.run(() -> open.find("#go-to-field", TextField.class).setText(words));
    }

    private double metresFrom(Position wanted) {
        Position middle = OpenWindow.on(() -> {
            var map = open.window.map().pane();
            return map.getView()
                    .position(map.getWidth() / 2, map.getHeight() / 2)
                    .orElseThrow();
        });
        return Geodesic.distance(middle, wanted);
    }

    @Test
    void oneGoesToCoordinatesInAnyNotation() {
        for (String words : new String[] {"51.81363, 29.1544", "35UPT4850542504", "9G3FR573+FQ", "R573+FQ Yelsk"}) {
            open.run(() -> open.window.zoomToAll());
            goTo(words);
            open.press(KeyCode.ENTER);
            assertFalse(open.shows("#go-to"));
            assertTrue(metresFrom(YELSK) < 100, words);
        }
    }

    @Test
    void oneGoesToAPlaceFoundWhileTyping() {
        goTo("gom");
        ListView<?> found = open.find("#go-to-found", ListView.class);
        assertTrue(OpenWindow.on(() -> found.getItems().size()) > 3);
        open.run(() -> open.find("#go-to-field", TextField.class).setText("Yelsk, BY"));
        open.press(KeyCode.ENTER);
        assertTrue(metresFrom(YELSK) < 1_000);
    }

    @Test
    void whatCannotBeFoundIsSaidAndEscLeaves() {
        goTo("95, 10");
        assertTrue(open.find("#go-to-note", Label.class).getText().contains("Latitude 95.0 is out of range"));
        open.run(() -> open.find("#go-to-field", TextField.class).setText("qqxxzzvv"));
        assertTrue(open.find("#go-to-note", Label.class).getText().contains("Nothing is known"));
        open.press(KeyCode.ESCAPE);
        assertFalse(open.shows("#go-to"));
    }

    @Test
    void whatIsHereTellsCoordinatesAndPlaces() {
        goTo("51.81363, 29.1544");
        open.press(KeyCode.ENTER);
        open.press(KeyCode.W);
        assertTrue(open.shows("#what-is-here"));
        assertTrue(open.find("#here-mgrs", TextField.class).getText().startsWith("35U PT 485"));
        assertEquals("Belarus", open.find("#here-country", Label.class).getText());
        assertTrue(OpenWindow.on(
                        () -> open.window.lookupAll("#here-near .hyperlink").size())
                >= 5);
        open.press(KeyCode.ESCAPE);
        assertFalse(open.shows("#what-is-here"));
    }

    @Test
    void placeNamesAreAddedAndRemovedInTheWindow() throws IOException {
        open.answers.next(GeoNamesDump.zip(folder.resolve("BY.zip"), GeoNamesDump.PLACES));
        open.act("addPlaceNames");
        assertEquals(1, PlaceBooks.ofUser().list().size());
        goTo("Ozyornaya Gorka");
        open.press(KeyCode.ENTER);
        assertTrue(metresFrom(new Position(52.10001, 28.2)) < 1_000);
        open.act("placeNames");
        assertTrue(open.shows("#place-names"));
        open.run(() -> ((javafx.scene.control.Button) open.window.lookup("#place-names-list .button")).fire());
        assertEquals(0, PlaceBooks.ofUser().list().size());
    }

    @Test
    void aBadDumpIsTold() throws IOException {
        open.answers.next(GeoNamesDump.text(folder.resolve("BY.txt"), "no\tdump\n"));
        open.act("addPlaceNames");
        assertEquals(0, PlaceBooks.ofUser().list().size());
        assertTrue(OpenWindow.on(() -> open.window.lookupAll(".notice .label").stream()
                .anyMatch(node -> node instanceof Label label && label.getText().contains("is no dump of GeoNames"))));
    }

    @Test
    void theGridFollowsTheNotationAndIsRemembered() {
        open.press(KeyCode.SHIFT, KeyCode.G);
        assertTrue(OpenWindow.on(() -> open.window.map().pane().gridProperty().get()));
        for (int i = 0; i < 5; i++) {
            open.act("nextNotation");
            WindowPicture.await(OpenWindow.on(() -> open.window.map().settled()));
        }
        assertTrue(OpenWindow.on(() -> open.workspace.settings().get().grid()));
    }

    private String projection() {
        return OpenWindow.on(
                () -> open.window.map().pane().getView().projection().name());
    }

    @Test
    void theProjectionIsChosenByCodeNameOrFitAndRemembered() {
        open.act("projection");
        open.run(() -> open.find("#projection-field", TextField.class).setText("32635"));
        open.press(KeyCode.ENTER);
        assertEquals("WGS 84 / UTM zone 35N (EPSG:32635)", projection());
        assertEquals(
                "EPSG:32635",
                OpenWindow.on(() -> open.workspace.settings().get().projection()));
        open.run(() -> open.find("#projection-field", TextField.class).setText("2263"));
        open.press(KeyCode.ENTER);
        assertTrue(open.find("#projection-note", Label.class).getText().contains("cannot show what is on the map"));
        assertEquals("WGS 84 / UTM zone 35N (EPSG:32635)", projection());
        open.run(() -> open.find("#projection-field", TextField.class).setText(""));
        open.press(KeyCode.DOWN);
        open.press(KeyCode.ENTER);
        assertTrue(projection().startsWith("Lambert conformal conic"), projection());
        WindowPicture.await(OpenWindow.on(() -> open.window.map().settled()));
    }

    @Test
    void theInspectorFollowsTheNotation() {
        open.choose(open.claim(5));
        Label note = open.find("#inspector-place-note", Label.class);
        assertTrue(note.getText().contains(" N "), note.getText());
        open.act("nextNotation");
        open.act("nextNotation");
        assertTrue(note.getText().startsWith("35U PT"), note.getText());
    }
}
