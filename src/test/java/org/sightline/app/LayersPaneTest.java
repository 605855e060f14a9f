package org.sightline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.app.desk.Notice;
import org.sightline.app.layers.LayerState;
import org.sightline.board.Board;
import org.sightline.board.Layer;
import org.testfx.util.WaitForAsyncUtils;

/** The pane of layers, by keys and fields: each act is one change that can be undone. */
class LayersPaneTest {
    private static final String POINT = """
            {"type": "Feature", "properties": {}, "geometry": {"type": "Point", "coordinates": [29, 52]}}""";

    @TempDir
    Path folder;

    private Path board;
    private OpenWindow open;

    @BeforeEach
    void openAnEmptyBoard() {
        board = folder.resolve("board.gpkg");
        Board.create(board, "Layers").close();
        open = OpenWindow.on(board, folder);
    }

    @AfterEach
    void close() {
        open.close();
    }

    private Path point(String name) {
        try {
            return Files.writeString(folder.resolve(name + ".geojson"), POINT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(Path... files) {
        open.run(() -> open.window.layers().adder().add(List.of(files)));
    }

    /** As the list shows them, the topmost first. */
    private List<String> shown() {
        return OpenWindow.on(() ->
                list().getItems().stream().map(state -> state.layer().name()).toList());
    }

    @SuppressWarnings("unchecked")
    private ListView<LayerState> list() {
        return (ListView<LayerState>) OpenWindow.on(() -> open.window.lookup("#layers"));
    }

    private Layer layer(String name) {
        return open.view().layers().stream()
                .filter(layer -> layer.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private String notice() {
        return OpenWindow.on(() ->
                open.workspace.notices().current().get().map(Notice::sentence).orElse(""));
    }

    private void fire(String button) {
        open.run(() -> open.find(button, Button.class).fire());
    }

    private void commit(String field, String words) {
        open.focus(field);
        open.run(() -> open.find(field, TextField.class).setText(words));
        open.press(KeyCode.ENTER);
    }

    @Test
    void anEmptyPaneSaysWhatCanBeDropped() {
        open.press(KeyCode.L);
        assertTrue(open.shows("#layers-pane"));
        assertTrue(open.find("#layers-empty", Label.class).getText().contains("GeoPackage"));
        open.press(KeyCode.ESCAPE);
        assertFalse(open.shows("#layers-pane"));
    }

    @Test
    void filesAreAddedByTheDialogByReferenceOrAsCopies() throws IOException {
        open.press(KeyCode.L);
        open.answers.next(point("here"));
        fire("#layers-add");
        assertEquals("Added the layer here.", notice());
        assertTrue(layer("here").origin() instanceof Layer.Reference);
        open.run(() -> open.find("#layers-copy", CheckBox.class).fire());
        open.answers.next(point("there"));
        open.press(KeyCode.SHIFT, KeyCode.L);
        assertTrue(layer("there").origin() instanceof Layer.Copy);
        assertEquals(List.of("there", "here"), shown());
        Files.delete(folder.resolve("there.geojson"));
        open.close();
        open = OpenWindow.on(board, folder);
        open.press(KeyCode.L);
        assertTrue(OpenWindow.on(() -> list().getItems().getFirst().trouble().isEmpty()));
        open.act("undo");
        assertEquals(List.of("here"), shown());
    }

    @Test
    void layersAreMovedHiddenAndRemovedByKeysAndComeBack() {
        add(point("a"), point("b"), point("c"));
        open.press(KeyCode.L);
        assertEquals(List.of("c", "b", "a"), shown());
        open.press(KeyCode.ALT, KeyCode.DOWN);
        assertEquals(List.of("b", "c", "a"), shown());
        open.press(KeyCode.ALT, KeyCode.DOWN);
        assertEquals(List.of("b", "a", "c"), shown());
        open.press(KeyCode.ALT, KeyCode.UP);
        assertEquals(List.of("b", "c", "a"), shown());
        fire("#layer-up");
        assertEquals(List.of("c", "b", "a"), shown());
        open.focus("#layers");
        open.press(KeyCode.SPACE);
        assertFalse(layer("c").look().visible());
        open.press(KeyCode.DELETE);
        assertEquals(List.of("b", "a"), shown());
        assertEquals("Removed the layer c.", notice());
        open.act("undo");
        open.act("undo");
        assertEquals(List.of("c", "b", "a"), shown());
        assertTrue(layer("c").look().visible());
    }

    @Test
    void aLookIsChangedFieldByField() throws TimeoutException {
        add(point("a"));
        open.press(KeyCode.L);
        commit("#layer-name", "Posts");
        commit("#layer-nearest", "1:10 000");
        commit("#layer-farthest", "500,000");
        commit("#layer-size", "2,5");
        commit("#layer-attribution", "Surveyors");
        Layer.Look look = layer("Posts").look();
        assertEquals(OptionalLong.of(10_000), look.nearest());
        assertEquals(OptionalLong.of(500_000), look.farthest());
        assertEquals(2.5, look.size());
        assertEquals("Surveyors", look.attribution());
        int changes = open.view().journal().size();
        open.run(() -> {
            Slider opacity = open.find("#layer-opacity", Slider.class);
            opacity.setValue(70);
            opacity.setValue(40);
        });
        WaitForAsyncUtils.waitFor(
                10, TimeUnit.SECONDS, () -> layer("Posts").look().opacity() == 0.4);
        open.settle();
        assertEquals(changes + 1, open.view().journal().size());
        commit("#layer-farthest", "500");
        assertTrue(open.find("#layer-problem", Label.class).getText().contains("exchange the two"));
        commit("#layer-farthest", "far");
        assertTrue(open.find("#layer-problem", Label.class).getText().contains("whole number"));
        commit("#layer-farthest", "");
        assertEquals(OptionalLong.empty(), layer("Posts").look().farthest());
        assertEquals("", open.find("#layer-problem", Label.class).getText());
    }

    @Test
    void whatAFileLeavesOpenIsAsked() throws IOException {
        add(Files.writeString(folder.resolve("grid.csv"), "x,y,name\n485048,5742504,Yelsk\n"));
        assertTrue(open.shows("#layers-pane"));
        assertTrue(open.shows("#layer-question"));
        commit("#layer-question-crs", "12345678");
        assertTrue(open.shows("#layer-question"));
        assertFalse(open.find("#layer-question-problem", Label.class).getText().isEmpty());
        commit("#layer-question-crs", "32635");
        assertFalse(open.shows("#layer-question"));
        assertEquals(List.of("grid"), shown());
        assertEquals("EPSG:32635", layer("grid").content().orElseThrow().crs().orElseThrow());
    }

    @Test
    void whichColumnsHoldTheCoordinatesIsAsked() throws IOException {
        add(Files.writeString(folder.resolve("posts.csv"), "post,N,E\nFirst,51.7,28.6\nSecond,51.9,30.3\n"));
        assertTrue(open.shows("#layer-question"));
        ComboBox<?> lat = open.find("#layer-question-lat", ComboBox.class);
        ComboBox<?> lon = open.find("#layer-question-lon", ComboBox.class);
        open.run(() -> {
            lat.getSelectionModel().select(1);
            lon.getSelectionModel().select(3);
        });
        fire("#layer-question-add");
        assertFalse(open.shows("#layer-question"));
        assertEquals(List.of("posts"), shown(), notice());
        assertEquals("N,E", layer("posts").content().orElseThrow().part().orElseThrow());
        assertTrue(rowSays("posts"));
        org.locationtech.jts.geom.Envelope extent = OpenWindow.on(
                        () -> open.window.map().layers().states().get().stream()
                                .flatMap(state -> state.onMap().stream())
                                .flatMap(layer -> layer.extent().stream())
                                .findFirst())
                .orElseThrow();
        assertEquals(new org.locationtech.jts.geom.Envelope(28.6, 30.3, 51.7, 51.9), extent);
    }

    @Test
    void aTileServerIsAddedByItsAddress() {
        open.press(KeyCode.L);
        fire("#layers-server");
        commit("#tile-server-address", "https://tiles.example/map.png");
        assertTrue(open.find("#tile-server-problem", Label.class).getText().contains("{z}"));
        assertEquals(List.of(), open.view().layers());
        commit("#tile-server-address", "https://tiles.invalid/{z}/{x}/{y}.png");
        assertEquals(List.of("tiles.invalid"), shown());
        assertEquals(
                List.of("tiles.invalid"),
                OpenWindow.on(() -> open.workspace.settings().get().tileHosts()));
        open.run(() -> open.find("#layer-asking", CheckBox.class).fire());
        assertEquals(
                List.of(), OpenWindow.on(() -> open.workspace.settings().get().tileHosts()));
        assertTrue(rowSays("No tiles have been asked of tiles.invalid"));
    }

    @Test
    void whatIsChosenStaysChosen() {
        add(point("a"), point("b"), point("c"));
        open.press(KeyCode.L);
        open.run(() -> list().getSelectionModel().select(1));
        open.settle();
        open.run(() -> open.window.map().pane().zoomBy(2));
        WindowPicture.await(OpenWindow.on(() -> open.window.map().settled()));
        assertEquals("b", open.find("#layer-name", TextField.class).getText());
        assertEquals(1, OpenWindow.on(() -> list().getSelectionModel().getSelectedIndex()));
    }

    @Test
    void filesDroppedOnTheMapAreLayersAndOnTheSourcesAreSources() throws IOException {
        Path beside = Files.writeString(folder.resolve("a.txt"), "An article");
        open.run(() -> FileDrop.on(open.window.lookup("#map"), point("a"), beside));
        assertEquals("Added the layer a.", notice());
        assertEquals(1, open.view().layers().size());
        assertEquals(0, open.view().sources().size());
        open.run(() -> FileDrop.on(open.window.lookup("#map"), beside));
        assertEquals(1, open.view().layers().size());
        open.run(() -> FileDrop.on(open.window.lookup("#sources"), beside));
        assertEquals(1, open.view().layers().size());
        assertTrue(open.shows("#source-form"));
    }

    @Test
    void whatIsChosenBeforeThePaneIsLaidOutStaysChosen() {
        add(point("a"), point("b"), point("c"));
        open.close();
        open = OpenWindow.on(board, folder);
        open.run(() -> {
            open.window.actions().run("layers");
            list().getSelectionModel().select(1);
        });
        assertEquals("b", open.find("#layer-name", TextField.class).getText());
    }

    private static boolean isSeen(Node node) {
        return node.isVisible() && (node.getParent() == null || isSeen(node.getParent()));
    }

    @Test
    void inANarrowWindowButtonsAreWhole() throws IOException {
        add(point("a"));
        open.run(() -> open.window.actions().run("layers"));
        open.resize(800, 600);
        open.picture("layers-narrow");
        List<String> cut = OpenWindow.on(() -> open.window.lookupAll(".button").stream()
                .map(Button.class::cast)
                .filter(button ->
                        isSeen(button) && !button.getText().isEmpty() && button.getWidth() < button.prefWidth(-1) - 1)
                .map(Button::getText)
                .toList());
        assertEquals(List.of(), cut);
        double edge = OpenWindow.on(() -> {
            Node close = open.window.lookup("#layers-server");
            return close.localToScene(close.getBoundsInLocal()).getMaxX();
        });
        assertTrue(edge < 800, () -> "it ends at " + edge);
    }

    @Test
    void aFileThatIsNoMapIsToldAndTheOthersAreAdded() throws IOException {
        add(Files.writeString(folder.resolve("broken.geojson"), "{\"type\": \"Feature"), point("a"));
        assertEquals(1, open.view().layers().size());
        add(Files.writeString(folder.resolve("broken.gpx"), "<gpx><trk>"));
        assertTrue(notice().startsWith("The file broken.gpx"), notice());
    }

    @Test
    void aLayerThatIsMissingSaysSoAndIsMendedFromAnotherFile() throws IOException {
        Path file = point("a");
        add(file);
        open.close();
        Path moved = Files.move(file, folder.resolve("moved.geojson"));
        open = OpenWindow.on(board, folder);
        open.press(KeyCode.L);
        assertTrue(rowSays("is missing"));
        assertTrue(open.shows("#layer-mend"));
        open.answers.next(moved);
        mend(2);
        assertFalse(open.shows("#layer-mend"));
        assertEquals("moved.geojson", ((Layer.Reference) layer("a").origin()).path());
        Files.writeString(moved, POINT.replace("29", "30"));
        open.close();
        open = OpenWindow.on(board, folder);
        open.press(KeyCode.L);
        assertTrue(rowSays("has changed"));
        mend(1);
        assertFalse(open.shows("#layer-mend"));
    }

    private void mend(int item) {
        open.run(() -> open.find("#layer-mend", javafx.scene.control.MenuButton.class)
                .getItems()
                .get(item)
                .fire());
    }

    private boolean rowSays(String words) {
        return OpenWindow.on(() -> {
            open.window.applyCss();
            open.window.layout();
            return list().lookupAll(".label").stream()
                    .filter(Node::isManaged)
                    .anyMatch(node ->
                            node instanceof Label label && label.getText().contains(words));
        });
    }
}
