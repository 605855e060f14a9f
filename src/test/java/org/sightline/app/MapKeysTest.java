package org.sightline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.app.desk.Settings;
import org.sightline.sample.SampleBoard;

/** The map in the window without a mouse: reached, walked, and heard. */
class MapKeysTest {
    @TempDir
    Path folder;

    private OpenWindow open;

    @BeforeEach
    void openTheSample() {
        Path board = folder.resolve("board.gpkg");
        SampleBoard.write(board);
        open = OpenWindow.on(board, folder);
    }

    @AfterEach
    void close() {
        open.close();
    }

    private String heard() {
        return OpenWindow.on(() -> {
            Object item = open.window.map().pane().queryAccessibleAttribute(AccessibleAttribute.FOCUS_ITEM);
            return item instanceof Node pin
                    ? String.valueOf(pin.queryAccessibleAttribute(AccessibleAttribute.TEXT))
                    : "nothing";
        });
    }

    @Test
    void theMapIsReachedAndWalkedByKeysAndEachPinIsHeard() throws IOException {
        open.run(open.window::focusClaims);
        open.press(KeyCode.F6);
        assertTrue(OpenWindow.on(() -> open.window.map().pane().isFocused()));
        WindowPicture.await(OpenWindow.on(() -> open.window.map().settled())); // pins are walked once they are painted
        open.press(KeyCode.TAB);
        String first = heard();
        assertTrue(first.startsWith("Claim 1: " + open.claim(1).statement()), first);
        assertTrue(first.contains("At " + open.claim(1).place().orElseThrow().name()), first);
        assertTrue(first.contains("Status "), first);
        open.picture("pin-focus-light");
        open.press(KeyCode.SPACE);
        assertEquals(
                open.claim(1).uuid(),
                OpenWindow.on(() -> open.workspace.selection().claim().orElseThrow()));
        open.run(() ->
                open.workspace.settings().set(open.workspace.settings().get().with(Settings.Appearance.DARK)));
        open.press(KeyCode.TAB);
        open.picture("pin-focus-dark");
        open.press(KeyCode.M);
        open.press(KeyCode.SPACE);
        open.press(KeyCode.RIGHT);
        open.picture("measure-keys-dark");
        open.press(KeyCode.ESCAPE);
        open.press(KeyCode.L);
        assertTrue(open.shows("#layers-pane"));
        open.press(KeyCode.ESCAPE);
        assertFalse(open.shows("#layers-pane"));
        assertTrue(OpenWindow.on(() -> open.window.map().pane().isFocused()));
    }

    @Test
    void inASmallWindowAMeasurementLeavesTheMapsButtonsFree() throws IOException {
        open.resize(760, 480);
        open.press(KeyCode.F6);
        open.press(KeyCode.M);
        open.press(KeyCode.SPACE);
        open.picture("measure-small");
        Bounds card = onScene(".map-measure-result");
        Bounds buttons = onScene(".map-buttons");
        assertTrue(card.getMaxX() < buttons.getMinX(), card + " over " + buttons);
        Bounds map = OpenWindow.on(() ->
                open.window.map().pane().localToScene(open.window.map().pane().getLayoutBounds()));
        assertTrue(map.contains(card), card + " beyond " + map);
        Bounds scale = onScene(".map-scale");
        Bounds credits = onScene("#map-attribution");
        assertTrue(scale.getMaxX() < credits.getMinX(), credits + " over " + scale);
    }

    private Bounds onScene(String selector) {
        Region region = open.find(selector, Region.class);
        return OpenWindow.on(() -> region.localToScene(region.getLayoutBounds()));
    }

    @Test
    void militarySymbolsAreSwitchedByKeyAndRemembered() {
        open.press(KeyCode.F6);
        open.press(KeyCode.SHIFT, KeyCode.S);
        assertTrue(open.shows("#map-symbol-legend"));
        assertEquals(
                org.sightline.map.SymbolSet.MILITARY,
                OpenWindow.on(() -> open.workspace.settings().get().symbols()));
        open.press(KeyCode.SHIFT, KeyCode.S);
        assertFalse(open.shows("#map-symbol-legend"));
    }

    @Test
    void theLegendBeginsFoldedWhereItWouldCoverMuchOfTheMapAndStaysAsItWasPut() throws IOException {
        open.press(KeyCode.F6);
        open.press(KeyCode.SHIFT, KeyCode.S);
        assertTrue(open.shows("#map-symbol-legend"));
        ToggleButton fold = open.find("#map-symbol-legend-fold", ToggleButton.class);
        open.picture("military-legend-folded");
        assertFalse(fold.isSelected());
        assertTrue(shareOfMap() < 0.05, "covers " + shareOfMap());
        open.run(fold::fire);
        assertTrue(shareOfMap() > 0.1, "covers " + shareOfMap()); // why it was folded
        open.run(() ->
                open.workspace.settings().set(open.workspace.settings().get().with(Settings.Appearance.DARK)));
        open.picture("military-legend-dark");
        assertTrue(fold.isSelected());
    }

    private double shareOfMap() {
        Region legend = open.find("#map-symbol-legend", Region.class);
        return OpenWindow.on(() -> {
            open.window.applyCss();
            open.window.layout();
            Region map = open.window.map().pane();
            return legend.getWidth() * legend.getHeight() / (map.getWidth() * map.getHeight());
        });
    }
}
