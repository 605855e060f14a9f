package org.sightline.overlay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sightline.DomainException;
import org.sightline.board.Layer;
import org.sightline.board.LayerFiles;

/** Layers whose files are gone, changed, elsewhere or not what the board says: one sentence, and the others are shown. */
class OpenLayersTest {
    private static final String POINT =
            "{\"type\":\"Feature\",\"properties\":{},\"geometry\":{\"type\":\"Point\",\"coordinates\":[28.5,51.5]}}";

    @TempDir
    Path folder;

    private Path board = Path.of("");
    private OpenLayers open = new OpenLayers(board, OpenLayersTest::noServer);

    @BeforeEach
    void aBoard() {
        board = folder.resolve("board.gpkg");
        open = new OpenLayers(board, OpenLayersTest::noServer);
    }

    @AfterEach
    void close() {
        open.close();
    }

    private static Overlay.Picture noServer(Layer.Tiles tiles) {
        throw new DomainException("No server is asked.");
    }

    private Layer added(Path file) {
        return LayerAdding.read(LayerAdding.Wish.of(file), board, 0, Reading.PROGRESS)
                .layers()
                .getFirst();
    }

    private List<OpenLayers.Shown> shown(Layer... layers) {
        return open.open(List.of(layers), hash -> Optional.empty(), Reading.PROGRESS);
    }

    private String trouble(Layer layer) {
        OpenLayers.Shown one = shown(layer).getFirst();
        assertTrue(one.onMap().isEmpty());
        return one.trouble().orElseThrow();
    }

    @Test
    void aMissingFileIsSaidAndShownAgainWhenItIsBack() throws IOException {
        Path file = Files.writeString(folder.resolve("a.geojson"), POINT);
        Layer lost = added(file);
        Layer other = added(Files.writeString(folder.resolve("b.geojson"), POINT));
        Files.delete(file);
        List<OpenLayers.Shown> both = shown(lost, other);
        assertTrue(both.getFirst().trouble().orElseThrow().startsWith("The file a.geojson is missing"));
        assertTrue(both.getLast().onMap().isPresent());
        Files.writeString(file, POINT);
        open.forget(lost.uuid());
        assertTrue(shown(lost).getFirst().onMap().isPresent());
    }

    @Test
    void aChangedFileIsNotShownAsIfItWereTheSame() throws IOException {
        Path file = Files.writeString(folder.resolve("a.geojson"), POINT);
        Layer layer = added(file);
        Files.writeString(file, POINT.replace("28.5", "29.5"));
        assertTrue(trouble(layer).startsWith("The file a.geojson has changed since it was added"), trouble(layer));
    }

    @Test
    void aChangedCompanionCountsAsAChange() throws IOException {
        Path file = Files.write(folder.resolve("a.png"), TileHost.png(10, 10, java.awt.Color.RED));
        Path place = Files.writeString(folder.resolve("a.pgw"), "0.01\n0\n0\n-0.01\n28\n52\n");
        Layer layer = added(file);
        assertTrue(shown(layer).getFirst().onMap().isPresent());
        open.forget(layer.uuid());
        Files.writeString(place, "0.01\n0\n0\n-0.01\n29\n52\n");
        assertTrue(trouble(layer).contains("has changed since it was added"), trouble(layer));
    }

    @Test
    void aFileMovesWithItsBoard() throws IOException {
        Layer layer = added(Files.writeString(folder.resolve("a.geojson"), POINT));
        Path elsewhere = Files.createDirectory(folder.resolve("moved"));
        Files.move(folder.resolve("a.geojson"), elsewhere.resolve("a.geojson"));
        try (OpenLayers moved = new OpenLayers(elsewhere.resolve("board.gpkg"), OpenLayersTest::noServer)) {
            assertTrue(moved.open(List.of(layer), hash -> Optional.empty(), Reading.PROGRESS)
                    .getFirst()
                    .onMap()
                    .isPresent());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"//server/share/a.geojson", "\\\\server\\share\\a.geojson", "/\\server/a.geojson"})
    void noBoardMakesTheProgramGoToAnotherMachine(String path) {
        assertTrue(trouble(reference(path)).contains("lies on another machine"), trouble(reference(path)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b.geojson", "", "/", ".", "/dev/zero", "/proc/self/mem"})
    void aPathThatIsNoFileIsSaid(String path) {
        assertTrue(trouble(reference(path)).endsWith("."), trouble(reference(path)));
    }

    private static Layer reference(String path) {
        return layer(new Layer.Reference(path, new Layer.Content("00", 1, Optional.empty(), Optional.empty())));
    }

    private static Layer layer(Layer.Origin origin) {
        return new Layer(1, UUID.randomUUID(), "X", 0, origin, Layer.Look.in("#112233"));
    }

    @Test
    void aCopyIsCheckedAgainstItsHashAndUnpackedUnderNamesOfItsOwn() {
        LayerFiles sound = new LayerFiles(
                List.of(new LayerFiles.Named("../../evil.geojson", POINT.getBytes(StandardCharsets.UTF_8))));
        Layer layer = layer(new Layer.Copy(
                "../../evil.geojson",
                new Layer.Content(sound.sha256(), sound.bytes(), Optional.empty(), Optional.empty())));
        assertTrue(open.open(List.of(layer), hash -> Optional.of(sound), Reading.PROGRESS)
                .getFirst()
                .onMap()
                .isPresent());
        assertFalse(Files.exists(folder.resolve("../../evil.geojson")));
        open.forget(layer.uuid());
        LayerFiles other =
                new LayerFiles(List.of(new LayerFiles.Named("a.geojson", "{}".getBytes(StandardCharsets.UTF_8))));
        String trouble = open.open(List.of(layer), hash -> Optional.of(other), Reading.PROGRESS)
                .getFirst()
                .trouble()
                .orElseThrow();
        assertTrue(trouble.contains("is not the one that was copied"), trouble);
        open.forget(layer.uuid());
        assertTrue(trouble(layer).contains("is not in the board"), trouble(layer));
    }

    @Test
    void aServerThatMayNotBeAskedIsSaidAndTheOthersAreShown() throws IOException {
        Layer file = added(Files.writeString(folder.resolve("a.geojson"), POINT));
        Layer.Tiles tiles = new Layer.Tiles("https://tiles.example/{z}/{x}/{y}.png", 19);
        Layer server = LayerAdding.server(tiles, "", "", 0).layer();
        List<OpenLayers.Shown> both = shown(server, file);
        assertEquals(Optional.of("No server is asked."), both.getFirst().trouble());
        assertTrue(both.getLast().onMap().isPresent());
    }

    @Test
    void aLayerThatIsNotVisibleIsNotRead() {
        Layer layer = reference("nothing.geojson");
        Layer hidden = layer.looking(layer.look().shown(false));
        assertEquals(Optional.empty(), shown(hidden).getFirst().trouble());
    }
}
