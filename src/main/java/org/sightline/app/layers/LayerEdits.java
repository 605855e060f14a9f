package org.sightline.app.layers;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.sightline.app.desk.Notice;
import org.sightline.app.desk.Words;
import org.sightline.app.desk.Workspace;
import org.sightline.board.Board;
import org.sightline.board.Change;
import org.sightline.board.JournalEntry;
import org.sightline.board.Layer;
import org.sightline.board.Snapshot;
import org.sightline.overlay.LayerAdding;
import org.sightline.overlay.OpenLayers;

/**
 * What a person does to layers, each one change of the board. It is done to the layer as the board then has it, so that
 * quick changes do not undo one another.
 *
 * <p>Thread rule: window's thread.
 */
final class LayerEdits {
    private final Workspace workspace;
    private final BoardLayers layers;
    private final Runnable undo;

    /** @param undo takes back what was done last */
    LayerEdits(Workspace workspace, BoardLayers layers, Runnable undo) {
        this.workspace = workspace;
        this.layers = layers;
        this.undo = undo;
    }

    /** Does nothing when the layer stays as it is. */
    CompletableFuture<Optional<JournalEntry>> edit(UUID layer, UnaryOperator<Layer> change) {
        return workspace.telling(workspace.act(board -> edited(board, layer, change)));
    }

    private static Optional<JournalEntry> edited(Board board, UUID layer, UnaryOperator<Layer> change) {
        return all(board).stream()
                .filter(one -> one.uuid().equals(layer))
                .map(before -> Optional.of(change.apply(before)).filter(after -> !after.equals(before)))
                .flatMap(Optional::stream)
                .findFirst()
                .map(after -> board.apply(new Change.EditLayer(after)));
    }

    private static List<Layer> all(Board board) {
        try (Snapshot snapshot = board.snapshot()) {
            return snapshot.layers();
        }
    }

    void look(UUID layer, UnaryOperator<Layer.Look> change) {
        edit(layer, before -> before.looking(change.apply(before.look())));
    }

    /** Moves a layer within the order; nothing when it is there already. @param by towards the top where above 0 */
    void move(UUID layer, int by) {
        workspace.telling(workspace.act(board -> {
            List<UUID> order =
                    new ArrayList<>(all(board).stream().map(Layer::uuid).toList());
            int from = order.indexOf(layer);
            int to = from + by;
            if (from < 0 || to < 0 || to >= order.size()) {
                return Optional.<JournalEntry>empty();
            }
            Collections.swap(order, from, to);
            return Optional.of(board.apply(new Change.ArrangeLayers(order)));
        }));
    }

    void remove(Layer layer) {
        workspace.telling(workspace.apply(new Change.RemoveLayer(layer.uuid())).thenApply(line -> {
            Notice.Offer offer = new Notice.Offer(Words.of("act.undo.short"), undo);
            workspace.notices().tell(Notice.done(Words.of("layers.removed", layer.name()), offer));
            return line;
        }));
    }

    /** Reads a layer's file once more. */
    void readAgain(Layer layer) {
        layers.readAgain(layer.uuid());
    }

    /** Takes a file that has changed as it is now. */
    void takeAsIs(Layer layer) {
        if (layer.origin() instanceof Layer.Reference reference) {
            Path board = workspace.view().get().orElseThrow().file();
            workspace.telling(workspace
                    .inBackground(() -> OpenLayers.located(board, reference.path()))
                    .thenCompose(file -> replaced(layer, file)));
        }
    }

    /** Takes the content of a layer from another file. */
    void takeFrom(Layer layer, Path file) {
        workspace.telling(replaced(layer, file));
    }

    private CompletableFuture<?> replaced(Layer layer, Path file) {
        Path board = workspace.view().get().orElseThrow().file();
        return workspace
                .job(
                        Words.of("job.addLayer", file.getFileName()),
                        progress -> LayerAdding.instead(layer, file, board, progress)
                                .layers()
                                .getFirst()
                                .origin())
                .thenCompose(origin -> edit(layer.uuid(), before -> before.from(origin)))
                .thenApply(line -> {
                    layers.readAgain(layer.uuid());
                    return line;
                });
    }
}
