package org.sightline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;
import org.sightline.UserFolder;
import org.sightline.app.designer.DesignerPane;
import org.sightline.app.layers.LayerState;
import org.sightline.app.map.MapPane;
import org.sightline.board.Board;
import org.sightline.board.Change;
import org.sightline.board.Layer;
import org.sightline.briefing.Briefing;
import org.sightline.briefing.BriefingFile;
import org.sightline.jobs.Jobs;
import org.sightline.overlay.LayerAdding;
import org.sightline.overlay.TileHost;
import org.testfx.util.WaitForAsyncUtils;

/** What is laid over the map is seen on it, follows every change of the board, and never stops it. */
class LayersInWindowTest {
    /** A field of the Atlantic, where neither land nor names nor claims are. */
    private static final String FIELD = """
            {"type": "Feature", "properties": {"name": "Field"}, "geometry": {"type": "Polygon", "coordinates":
            [[[-40, 30], [-30, 30], [-30, 40], [-40, 40], [-40, 30]]]}}""";

    private static final Envelope ATLANTIC = new Envelope(-41, -29, 29, 41);

    @TempDir
    Path folder;

    private Path board;
    private Path field;

    @SuppressWarnings("NullAway.Init")
    private OpenWindow open;

    @BeforeEach
    void openABoardWithALayer() throws IOException {
        board = folder.resolve("board.gpkg");
        field = Files.writeString(folder.resolve("field.geojson"), FIELD);
        try (Board made = Board.create(board, "Layers")) {
            made.apply(LayerAdding.read(LayerAdding.Wish.of(field), board, 0, Silence.PROGRESS)
                    .change());
            style(made, look -> look.drawn("#ff0000", "#ff0000", 1, 2).crediting("Surveyors of the sea"));
        }
        show();
    }

    private void show() {
        open = OpenWindow.on(board, folder);
        open.run(() -> map().zoomTo(ATLANTIC));
    }

    @AfterEach
    void close() {
        open.close();
    }

    private static void style(Board made, UnaryOperator<Layer.Look> change) {
        try (var snapshot = made.snapshot()) {
            Layer layer = snapshot.layers().getFirst();
            made.apply(new Change.EditLayer(layer.looking(change.apply(layer.look()))));
        }
    }

    private MapPane map() {
        return open.window.map().pane();
    }

    private void edit(UnaryOperator<Layer.Look> change) {
        Layer layer = open.view().layers().getFirst();
        open.run(() -> open.workspace.apply(new Change.EditLayer(layer.looking(change.apply(layer.look())))));
    }

    /** The colour in the middle of the field. */
    private Color middle() {
        WindowPicture.await(OpenWindow.on(() -> open.window.map().settled()));
        return OpenWindow.on(() -> {
            WritableImage image = map().snapshot(new SnapshotParameters(), null);
            return image.getPixelReader().getColor((int) image.getWidth() / 2 + 40, (int) image.getHeight() / 2 + 40);
        });
    }

    private List<LayerState> states() {
        return OpenWindow.on(() -> open.window.map().layers().states().get());
    }

    private String credits() {
        return OpenWindow.on(() -> ((javafx.scene.control.Label) open.window.lookup("#map-attribution")).getText());
    }

    private static boolean red(Color colour) {
        return colour.getRed() > 0.95 && colour.getGreen() < 0.05 && colour.getBlue() < 0.05;
    }

    @Test
    void aLayerIsSeenOnTheMapAndItsMakersAreNamed() {
        assertTrue(red(middle()), middle().toString());
        assertTrue(credits().startsWith("Surveyors of the sea; "), credits());
    }

    @Test
    void hidingFadingAndUndoAreSeenAtOnce() {
        Color whole = middle();
        edit(look -> look.opaque(0.5));
        Color half = middle();
        assertTrue(half.getGreen() > whole.getGreen() + 0.3 && half.getRed() > half.getGreen(), half.toString());
        edit(look -> look.shown(false));
        assertTrue(middle().getBlue() > middle().getRed(), middle().toString());
        assertTrue(!credits().contains("Surveyors"), credits());
        open.act("undo");
        open.act("undo");
        assertTrue(red(middle()), middle().toString());
    }

    @Test
    void aLayerIsOnlyShownAtItsScales() {
        double scale = OpenWindow.on(() -> map().scaleDenominatorProperty().get());
        edit(look -> look.between(java.util.OptionalLong.empty(), java.util.OptionalLong.of((long) (scale / 2))));
        assertTrue(middle().getBlue() > middle().getRed(), middle().toString());
        open.run(() -> map().zoomBy(4));
        assertTrue(red(middle()), middle().toString());
    }

    @Test
    void aMissingOrChangedFileSaysSoAndTheMapIsPainted() throws IOException {
        open.close();
        Files.delete(field);
        show();
        String trouble = states().getFirst().trouble().orElse("");
        assertTrue(trouble.contains("field.geojson is missing"), trouble);
        assertTrue(middle().getBlue() > middle().getRed(), middle().toString());
        assertEquals(
                Optional.empty(),
                OpenWindow.on(() -> open.workspace.notices().current().get()));
        Files.writeString(field, FIELD);
        open.run(() ->
                open.window.map().layers().readAgain(states().getFirst().layer().uuid()));
        assertTrue(red(middle()), middle().toString());
        Files.writeString(field, FIELD.replace("30", "31"));
        open.run(() ->
                open.window.map().layers().readAgain(states().getFirst().layer().uuid()));
        assertTrue(states().getFirst().trouble().orElse("").contains("has changed since it was added"));
        assertTrue(middle().getBlue() > middle().getRed(), middle().toString());
    }

    @Test
    void aTileServerIsOnlyAskedWhenThePersonAllowsIt() throws TimeoutException {
        String before = System.getProperty(UserFolder.ELSEWHERE, "");
        System.setProperty(UserFolder.ELSEWHERE, folder.resolve("user").toString());
        try (TileHost host = new TileHost(TileHost.tile(java.awt.Color.GREEN, "Cache-Control", "max-age=600"))) {
            Layer.Tiles tiles = new Layer.Tiles(host.template(), 12);
            open.run(() -> open.workspace.apply(LayerAdding.server(tiles, "Tiles", "", 1)));
            assertTrue(red(middle()), middle().toString());
            assertTrue(states().getLast().trouble().orElse("").startsWith("No tiles have been asked of 127.0.0.1"));
            assertEquals(List.of(), host.asked);
            ask(true);
            WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> middle().equals(Color.LIME));
            assertFalse(host.asked.isEmpty());
            assertTrue(credits().contains("Tiles: 127.0.0.1"), credits());
            ask(false);
            assertTrue(red(middle()), middle().toString());
        } finally {
            System.setProperty(UserFolder.ELSEWHERE, before);
        }
    }

    @Test
    void theBriefingPrintsTheLayerAsItIsShown() throws IOException, TimeoutException {
        assertTrue(anyRed(page()));
        edit(look -> look.shown(false));
        assertFalse(anyRed(page()));
    }

    private BufferedImage page() throws IOException, TimeoutException {
        open.act("briefing");
        DesignerPane pane = open.find("#designer", DesignerPane.class);
        WaitForAsyncUtils.waitFor(
                30, TimeUnit.SECONDS, () -> OpenWindow.on(pane::briefing).isPresent());
        Briefing briefing = OpenWindow.on(pane::briefing).orElseThrow();
        open.press(KeyCode.ESCAPE);
        return ImageIO.read(BriefingFile.write(briefing, folder.resolve("page.png"))
                .getFirst()
                .toFile());
    }

    private static boolean anyRed(BufferedImage page) {
        int[] pixels = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
        return java.util.Arrays.stream(pixels).anyMatch(pixel -> (pixel & 0xFFFFFF) == 0xFF0000);
    }

    private void ask(boolean allowed) {
        open.run(() ->
                open.workspace.settings().set(open.workspace.settings().get().asking("127.0.0.1", allowed)));
    }

    /** Tells nobody. */
    private static final class Silence {
        static final Jobs.Progress PROGRESS = Jobs.Progress.SILENT;
    }
}
