package org.sightline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.claim.Place;
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
}
