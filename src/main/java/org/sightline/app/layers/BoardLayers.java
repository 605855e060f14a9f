package org.sightline.app.layers;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.sightline.DomainException;
import org.sightline.app.designer.PrintedLayers;
import org.sightline.app.desk.BoardView;
import org.sightline.app.desk.Notices;
import org.sightline.app.desk.Words;
import org.sightline.app.desk.Workspace;
import org.sightline.app.map.MapPane;
import org.sightline.board.Layer;
import org.sightline.board.Snapshot;
import org.sightline.jobs.Jobs;
import org.sightline.map.MapLayer;
import org.sightline.overlay.OpenLayers;

/**
 * The layers of the open board on the map. They are read in the background, as a named job where files are read, and
 * kept; a change of a look, undo and redo included, reads nothing again. One that cannot be read says so and is left out.
 *
 * <p>Thread rule: window's thread.
 */
public final class BoardLayers {
    private final Workspace workspace;
    private final MapPane map;
    private final ReadOnlyObjectWrapper<List<LayerState>> states =
            new ReadOnlyObjectWrapper<>(this, "states", List.of());
    private final Map<UUID, Layer.Origin> known = new HashMap<>();
    private final Set<UUID> givenUp = new HashSet<>();
    private final Set<UUID> anew = new HashSet<>();
    private Optional<Path> file = Optional.empty();
    private @Nullable OpenLayers open;
    private @Nullable WindowTiles tiles;
    private final PauseTransition arriving = new PauseTransition(Duration.millis(150));
    private final TileNotes notes;
    private volatile Pages pages = new Pages(List.of(), Optional.empty());
    private List<Layer> layers = List.of();
    private Optional<Layer> preview = Optional.empty();
    private List<OpenLayers.Shown> shown = List.of();
    private CompletableFuture<?> reading = CompletableFuture.completedFuture("");
    private Until until = new Until();
    private boolean again;

    public BoardLayers(Workspace workspace, MapPane map) {
        this.workspace = workspace;
        this.map = map;
        notes = new TileNotes(workspace, this::publish);
        workspace.view().addListener((view, before, now) -> follow(now));
        map.failedLayersProperty().addListener((failed, before, now) -> publish());
        arriving.setOnFinished(event -> map.paintLayersAgain());
        map.viewProperty().addListener((view, before, now) -> notes.soon());
        workspace.settings().addListener((settings, before, now) -> allow(before.tileHosts(), now.tileHosts()));
        follow(workspace.view().get());
    }

    private void allow(List<String> before, List<String> now) {
        WindowTiles of = tiles;
        if (of == null || before.equals(now)) {
            return;
        }
        of.allow(now);
        layers.stream()
                .filter(layer -> layer.origin() instanceof Layer.Tiles)
                .map(Layer::uuid)
                .forEach(this::anew);
        refresh();
    }

    private void anew(UUID layer) {
        givenUp.remove(layer);
        known.remove(layer);
        anew.add(layer);
    }

    /** In the order of painting, the lowest first. */
    public ReadOnlyObjectProperty<List<LayerState>> states() {
        return states.getReadOnlyProperty();
    }

    /** What is to be painted, the lowest first. */
    public List<MapLayer> onMap() {
        return states.get().stream().flatMap(state -> state.onMap().stream()).toList();
    }

    /** The same for a briefing; on any thread but the window's. */
    public PrintedLayers printed() {
        return pages.printed();
    }

    /** Shows a layer with a look that the board does not have yet, until the board changes. */
    public void preview(Layer changed) {
        preview = Optional.of(changed);
        refresh();
    }

    /** Reads a layer once more: its file may be back. */
    public void readAgain(UUID layer) {
        anew(layer);
        refresh();
    }

    /** Lets go of all files; completes, on any thread, when they are closed. */
    public CompletableFuture<?> close() {
        until.over();
        until = new Until();
        reading = CompletableFuture.completedFuture("");
        OpenLayers last = open;
        WindowTiles lastTiles = tiles;
        Pages lastPages = pages;
        open = null;
        tiles = null;
        pages = new Pages(List.of(), Optional.empty());
        notes.of(Optional.empty());
        arriving.stop();
        layers = List.of();
        known.clear();
        givenUp.clear();
        anew.clear();
        shown = List.of();
        if (last == null) {
            return CompletableFuture.completedFuture("");
        }
        return workspace.jobs().quietly(() -> {
            last.close();
            lastPages.onPaper().ifPresent(OpenLayers::close);
            if (lastTiles != null) {
                lastTiles.close();
            }
            return "";
        });
    }

    private void follow(Optional<BoardView> now) {
        Optional<Path> its = now.map(BoardView::file);
        boolean other = !its.equals(file);
        if (other) {
            workspace.telling(close());
            file = its;
            its.ifPresent(this::begin);
        }
        List<Layer> next = now.map(BoardView::layers).orElse(List.of());
        if (other || !next.equals(layers) || preview.isPresent()) {
            layers = next;
            preview = Optional.empty();
            refresh();
        }
    }

    private void begin(Path board) {
        WindowTiles of = new WindowTiles(
                workspace.jobs(), workspace.settings().get().tileHosts(), () -> Platform.runLater(this::tilesArrived));
        OpenLayers opened = new OpenLayers(board, of::forMap);
        tiles = of;
        open = opened;
        notes.of(Optional.of(opened));
        pages = new Pages(List.of(), Optional.of(new OpenLayers(board, of::forPages)));
    }

    private void tilesArrived() {
        if (arriving.getStatus() != Animation.Status.RUNNING) {
            arriving.playFromStart();
        }
        notes.soon();
    }

    private List<Layer> wanted() {
        return layers.stream()
                .map(layer -> preview.filter(changed -> changed.uuid().equals(layer.uuid()))
                        .orElse(layer))
                .toList();
    }

    private void refresh() {
        publish();
        OpenLayers of = open;
        if (of == null || (layers.isEmpty() && known.isEmpty())) {
            return;
        }
        if (!reading.isDone()) {
            again = true;
            return;
        }
        again = false;
        List<Layer> asked = wanted().stream().map(this::unlessGivenUp).toList();
        Set<UUID> forgotten = Set.copyOf(anew);
        anew.clear();
        boolean files = asked.stream().anyMatch(this::unread);
        CompletableFuture<List<OpenLayers.Shown>> work = files
                ? workspace.readAs(
                        Words.of("job.layers"),
                        (snapshot, progress) -> read(of, asked, forgotten, snapshot, until.in(progress)))
                : workspace.read(snapshot -> read(of, asked, forgotten, snapshot, until.in(Optional.empty())));
        reading = work;
        work.whenComplete((result, failure) -> take(of, asked, result, failure));
    }

    private static List<OpenLayers.Shown> read(
            OpenLayers of, List<Layer> asked, Set<UUID> forgotten, Snapshot snapshot, Jobs.Progress progress) {
        forgotten.forEach(of::forget);
        return of.open(asked, snapshot::layerFiles, progress);
    }

    private Layer unlessGivenUp(Layer layer) {
        return givenUp.contains(layer.uuid()) ? layer.looking(layer.look().shown(false)) : layer;
    }

    private boolean unread(Layer layer) {
        return layer.look().visible() && !layer.origin().equals(known.get(layer.uuid()));
    }

    private void take(
            OpenLayers of, List<Layer> asked, @Nullable List<OpenLayers.Shown> result, @Nullable Throwable failure) {
        if (!of.equals(open)) {
            return; // of a board that was closed meanwhile
        }
        if (result != null) {
            shown = result;
            known.keySet().retainAll(asked.stream().map(Layer::uuid).toList());
            asked.stream()
                    .filter(layer -> layer.look().visible())
                    .forEach(layer -> known.put(layer.uuid(), layer.origin()));
        } else if (failure != null) {
            asked.stream().filter(this::unread).map(Layer::uuid).forEach(givenUp::add);
            again = Notices.causeOf(failure) instanceof CancellationException;
            workspace.notices().tell(failure);
        }
        if (again) {
            refresh();
        } else {
            publish();
        }
    }

    private void publish() {
        List<LayerState> now = new ArrayList<>();
        Map<MapLayer, RuntimeException> failed = map.failedLayersProperty().get();
        for (Layer layer : wanted()) {
            now.add(state(layer, failed));
        }
        states.set(List.copyOf(now));
        pages = new Pages(states.get(), pages.onPaper());
        List<MapLayer> painted = onMap();
        if (!painted.equals(map.layersProperty().get())) {
            map.layersProperty().set(painted);
        }
    }

    private LayerState state(Layer layer, Map<MapLayer, RuntimeException> failed) {
        if (givenUp.contains(layer.uuid())) {
            return new LayerState(layer, Optional.empty(), List.of(), Optional.of(Words.of("layers.cancelled")), false);
        }
        Optional<OpenLayers.Shown> last = shown.stream()
                .filter(one -> one.layer().uuid().equals(layer.uuid())
                        && one.layer().origin().equals(layer.origin())
                        && !anew.contains(layer.uuid()))
                .findFirst();
        Optional<MapLayer> onMap = layer.look().visible() ? last.flatMap(OpenLayers.Shown::onMap) : Optional.empty();
        Optional<String> unpainted = onMap.map(failed::get).map(BoardLayers::sentence);
        return new LayerState(
                layer,
                onMap,
                notes.of(layer).orElse(last.map(OpenLayers.Shown::notes).orElse(List.of())),
                last.flatMap(OpenLayers.Shown::trouble).or(() -> unpainted),
                unread(layer));
    }

    private static String sentence(RuntimeException failure) {
        return failure instanceof DomainException told
                ? told.getMessage()
                : Words.of("layers.unpainted", failure.getClass().getSimpleName());
    }
}
