package org.sightline.app.layers;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;
import org.sightline.app.act.Actions;
import org.sightline.app.desk.Aside;
import org.sightline.app.desk.FileQuestions;
import org.sightline.app.desk.Notice;
import org.sightline.app.desk.Settings;
import org.sightline.app.desk.Words;
import org.sightline.app.desk.Workspace;
import org.sightline.app.map.MapPane;
import org.sightline.board.Change;
import org.sightline.board.Layer;
import org.sightline.board.Snapshot;
import org.sightline.overlay.LayerAdding;
import org.sightline.overlay.TileServers;

/**
 * The acts that have to do with layers: their pane, adding files by dialog or by dropping them on the map.
 *
 * <p>Thread rule: window's thread only.
 */
public final class LayerActs {
    /** Of most servers of map tiles. */
    private static final int DEEPEST = 19;

    private final Workspace workspace;
    private final Aside aside;
    private final FileQuestions files;
    private final MapPane map;
    private final BoardLayers layers;
    private final LayerAdder adder;
    private final LayersPane pane;
    private final LayerEdits edits;

    /** @param undo takes back what was done last */
    public LayerActs(
            Workspace workspace, Aside aside, FileQuestions files, MapPane map, BoardLayers layers, Runnable undo) {
        this.workspace = workspace;
        this.aside = aside;
        this.files = files;
        this.map = map;
        this.layers = layers;
        adder = new LayerAdder(workspace, this::show);
        edits = new LayerEdits(workspace, layers, undo);
        pane = new LayersPane(this, workspace, edits, this::leave);
        adder.question().addListener((question, before, now) -> {
            if (now.isPresent()) {
                asked(now.get());
            }
        });
    }

    /**
     * @param noBoard why there is no map to act on, when there is none
     * @param notWritable why nothing can be added, when nothing can
     */
    public void declare(
            Actions actions, ObservableValue<Optional<String>> noBoard, ObservableValue<Optional<String>> notWritable) {
        actions.declare("layers", Feather.LAYERS, "L", noBoard, () -> open(Optional.empty()));
        actions.declare("addLayer", Feather.FILE_PLUS, "Shift+L", notWritable, this::askForFiles);
    }

    /** Lets files be dropped on what lies around the map. */
    public void acceptDrops(Node around) {
        LayerDrop.on(around, this::possible, adder::add);
    }

    /** Adds files, as if they had been dropped on the map. */
    public LayerAdder adder() {
        return adder;
    }

    MapPane map() {
        return map;
    }

    BoardLayers layers() {
        return layers;
    }

    /** Whether the open board can be changed. */
    boolean possible() {
        return workspace
                .view()
                .get()
                .filter(view -> view.readOnlyReason().isEmpty())
                .isPresent();
    }

    void askForFiles() {
        List<Path> chosen = files.layersToAdd();
        if (!chosen.isEmpty()) {
            adder.add(chosen);
        }
    }

    /** Adds a server of tiles, which may then be asked; fails with a sentence when the address is none. */
    CompletableFuture<?> addServer(String address) {
        return workspace
                .act(board -> {
                    try (Snapshot snapshot = board.snapshot()) {
                        Change.AddLayer change = LayerAdding.server(
                                address, "", "", DEEPEST, snapshot.layers().size());
                        board.apply(change);
                        return change.layer();
                    }
                })
                .thenApply(layer -> {
                    if (layer.origin() instanceof Layer.Tiles tiles) {
                        ask(tiles, true);
                    }
                    return layer;
                });
    }

    /** Lets a server be asked for tiles on this machine, or not any more. */
    void ask(Layer.Tiles tiles, boolean allowed) {
        Settings settings = workspace.settings().get();
        workspace.settings().set(settings.asking(TileServers.host(tiles), allowed));
    }

    boolean mayAsk(String host) {
        return workspace.settings().get().tileHosts().contains(host);
    }

    void findFile(Layer layer) {
        files.layersToAdd().stream().findFirst().ifPresent(file -> edits.takeFrom(layer, file));
    }

    void zoomTo(LayerState state) {
        state.onMap()
                .flatMap(layer -> layer.extent())
                .ifPresentOrElse(
                        map::zoomTo,
                        () -> workspace
                                .notices()
                                .tell(Notice.hint(
                                        Words.of("layers.nowhere", state.layer().name()))));
    }

    private void open(Optional<UUID> layer) {
        aside.show(pane);
        pane.begin(layer);
    }

    private void show(UUID layer) {
        open(Optional.of(layer));
        layers.states().get().stream()
                .filter(state -> state.layer().uuid().equals(layer))
                .findFirst()
                .ifPresent(this::zoomTo);
    }

    /** A form that is being filled in is not taken away. */
    private void asked(LayerAdder.Question question) {
        boolean free = aside.form().get().filter(form -> !form.equals(pane)).isEmpty();
        if (free) {
            open(Optional.empty());
        } else {
            String sentence = Words.of("layers.asks", question.wish().file().getFileName());
            Notice.Offer offer = new Notice.Offer(Words.of("layers.answer"), () -> open(Optional.empty()));
            workspace.notices().tell(Notice.done(sentence, offer));
        }
    }

    private void leave() {
        aside.close();
        map.requestFocus();
    }
}
