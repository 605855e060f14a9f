package org.sightline.board;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.DomainException;

/** Layers are kept with the board, each change of them in the journal and undone by it. */
class LayersTest {
    private static final LayerFiles FILES = new LayerFiles(List.of(
            new LayerFiles.Named("roads.shp", "shapes".repeat(100).getBytes(StandardCharsets.UTF_8)),
            new LayerFiles.Named("roads.prj", new byte[] {1, 2, 3})));

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private Board board;

    @BeforeEach
    void makeABoard() {
        board = Board.create(folder.resolve("board.gpkg"), "Layers");
    }

    @AfterEach
    void close() {
        board.close();
    }

    @Test
    void aLayerComesBackAsItWasGiven() {
        Layer roads = reference("Roads");
        Layer tiles = layer("Tiles", new Layer.Tiles("https://tiles.example/{z}/{x}/{y}.png", 17));
        board.apply(new Change.AddLayer(roads, Optional.empty()));
        board.apply(new Change.AddLayer(tiles, Optional.empty()));
        List<Layer> found = layers();
        assertEquals(List.of("Roads", "Tiles"), found.stream().map(Layer::name).toList());
        assertEquals(roads.origin(), found.get(0).origin());
        assertEquals(roads.look(), found.get(0).look());
        assertEquals(tiles.origin(), found.get(1).origin());
        assertSound();
    }

    @Test
    void changesAreUndoneAndDoneAgain() {
        board.apply(new Change.AddLayer(reference("Roads"), Optional.empty()));
        Layer roads = layers().getFirst();
        board.apply(
                new Change.EditLayer(roads.named("Tracks").looking(roads.look().opaque(0.5))));
        assertEquals("Tracks", layers().getFirst().name());
        board.undo();
        assertEquals(List.of(roads), layers());
        board.redo();
        assertEquals(0.5, layers().getFirst().look().opacity());
        board.apply(new Change.RemoveLayer(roads.uuid()));
        assertEquals(List.of(), layers());
        board.undo();
        assertEquals(roads.id(), layers().getFirst().id());
        assertEquals("Change layer 1: Tracks", board.nextUndo().orElseThrow().summary());
        assertSound();
    }

    @Test
    void theOrderIsOneChange() {
        for (String name : List.of("A", "B", "C")) {
            board.apply(new Change.AddLayer(reference(name), Optional.empty()));
        }
        List<UUID> ids = layers().stream().map(Layer::uuid).toList();
        board.apply(new Change.ArrangeLayers(List.of(ids.get(2), ids.get(0), ids.get(1))));
        assertEquals(List.of("C", "A", "B"), layers().stream().map(Layer::name).toList());
        assertThrows(DomainException.class, () -> board.apply(new Change.ArrangeLayers(ids.subList(0, 2))));
        assertEquals(List.of("C", "A", "B"), layers().stream().map(Layer::name).toList());
        board.undo();
        assertEquals(List.of("A", "B", "C"), layers().stream().map(Layer::name).toList());
        assertSound();
    }

    @Test
    void copiedFilesComeBackBitForBitAlsoAfterUndo() {
        board.apply(new Change.AddLayer(copy("Roads"), Optional.of(FILES)));
        board.undo();
        board.redo();
        String sha256 = layers().getFirst().content().orElseThrow().sha256();
        LayerFiles kept = read(snapshot -> snapshot.layerFiles(sha256)).orElseThrow();
        assertEquals(2, kept.files().size());
        assertEquals("roads.prj", kept.files().get(0).name());
        assertArrayEquals(FILES.files().get(0).bytes(), kept.files().get(1).bytes());
        assertEquals(sha256, kept.sha256());
        assertSound();
    }

    @Test
    void filesThatDoNotBelongToTheHashAreRefused() {
        Layer other = layer(
                "Roads", new Layer.Copy("roads.shp", new Layer.Content("00", 3, Optional.empty(), Optional.empty())));
        assertThrows(DomainException.class, () -> board.apply(new Change.AddLayer(other, Optional.of(FILES))));
        assertEquals(List.of(), layers());
    }

    @Test
    void aLookOutOfRangeIsRefused() {
        Layer.Look look = reference("x").look();
        for (Layer.Look wrong : List.of(
                look.opaque(1.5),
                look.opaque(Double.NaN),
                look.drawn("red", "#ffffff", 0.5, 1),
                look.drawn("#ff0000", "#ffffff", 0.5, 99),
                look.between(OptionalLong.of(100_000), OptionalLong.of(5_000)))) {
            Layer layer = reference("x").looking(wrong);
            assertThrows(DomainException.class, () -> board.apply(new Change.AddLayer(layer, Optional.empty())));
        }
        assertThrows(DomainException.class, () -> board.apply(new Change.AddLayer(reference("  "), Optional.empty())));
        assertEquals(List.of(), layers());
    }

    @Test
    void whatAnotherProgramDoesToLayersIsNamedAndHidesNothingElse() {
        board.apply(new Change.AddLayer(copy("Roads"), Optional.of(FILES)));
        board.apply(new Change.AddLayer(reference("Rivers"), Optional.empty()));
        board.close();
        try (Database other = Connections.writing(folder.resolve("board.gpkg"))) {
            other.execute("UPDATE layer SET settings = '{\"path\":7}' WHERE name = 'Rivers'");
            other.execute("UPDATE layer_file SET content = x'00' WHERE name = 'roads.prj'");
        }
        board = Board.open(folder.resolve("board.gpkg"), Board.Mode.WRITE);
        assertEquals(List.of("Roads"), layers().stream().map(Layer::name).toList());
        List<String> found = board.verify().problems().stream()
                .map(Verification.Problem::message)
                .toList();
        assertTrue(found.contains("The layer 2 was changed by another program and cannot be read."), found.toString());
        assertTrue(found.stream().anyMatch(m -> m.startsWith("The files of a layer (")), found.toString());
        assertEquals(2, found.size(), found.toString());
    }

    @Test
    void layersBelongToTheLogicalContent() {
        String empty = board.verify().boardSha256();
        board.apply(new Change.AddLayer(reference("Roads"), Optional.empty()));
        assertNotEquals(empty, board.verify().boardSha256());
        board.undo();
        assertEquals(empty, board.verify().boardSha256());
    }

    private void assertSound() {
        assertEquals(List.of(), board.verify().problems());
    }

    private List<Layer> layers() {
        return read(Snapshot::layers);
    }

    private <T> T read(Function<Snapshot, T> question) {
        try (Snapshot snapshot = board.snapshot()) {
            return question.apply(snapshot);
        }
    }

    private static Layer reference(String name) {
        return layer(
                name,
                new Layer.Reference(
                        "maps/" + name + ".gpkg",
                        new Layer.Content("ab".repeat(32), 12, Optional.of("roads"), Optional.of("EPSG:32635"))));
    }

    private static Layer copy(String name) {
        return layer(
                name,
                new Layer.Copy(
                        "roads.shp",
                        new Layer.Content(FILES.sha256(), FILES.bytes(), Optional.empty(), Optional.empty())));
    }

    private static Layer layer(String name, Layer.Origin origin) {
        Layer.Look look = Layer.Look.in("#aa3300")
                .between(OptionalLong.of(1_000), OptionalLong.empty())
                .crediting("Somebody");
        return new Layer(0, UUID.randomUUID(), name, 0, origin, look);
    }
}
