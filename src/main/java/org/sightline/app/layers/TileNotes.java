package org.sightline.app.layers;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javafx.animation.PauseTransition;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.sightline.app.desk.BoardView;
import org.sightline.app.desk.Workspace;
import org.sightline.board.Layer;
import org.sightline.overlay.OpenLayers;

/**
 * What is missing of the tiles that a server should have given. It is known only some time after a painting, so it is
 * asked for a few times then.
 *
 * <p>Thread rule: window's thread.
 */
final class TileNotes {
    private static final int[] SECONDS = {1, 4, 20};

    private final Workspace workspace;
    private final Runnable changed;
    private final PauseTransition pause = new PauseTransition();
    private Map<UUID, List<String>> notes = Map.of();
    private @Nullable OpenLayers open;
    private int next;

    TileNotes(Workspace workspace, Runnable changed) {
        this.workspace = workspace;
        this.changed = changed;
        pause.setOnFinished(event -> look());
    }

    void of(Optional<OpenLayers> layers) {
        open = layers.orElse(null);
        notes = Map.of();
        pause.stop();
    }

    /** The notes of a tile layer; empty for all others, and when nothing has been asked yet. */
    Optional<List<String>> of(Layer layer) {
        return Optional.ofNullable(notes.get(layer.uuid()));
    }

    void soon() {
        if (!tiles().isEmpty()) {
            next = 0;
            wait(SECONDS[0]);
        }
    }

    private void wait(int seconds) {
        pause.setDuration(Duration.seconds(seconds));
        pause.playFromStart();
    }

    private List<UUID> tiles() {
        return workspace.view().get().map(BoardView::layers).orElse(List.of()).stream()
                .filter(layer ->
                        layer.origin() instanceof Layer.Tiles && layer.look().visible())
                .map(Layer::uuid)
                .toList();
    }

    private void look() {
        OpenLayers of = open;
        List<UUID> asked = tiles();
        if (of == null || asked.isEmpty()) {
            return;
        }
        workspace.telling(workspace
                .inBackground(() -> {
                    Map<UUID, List<String>> found = new HashMap<>();
                    asked.forEach(uuid -> found.put(uuid, of.notes(uuid)));
                    return found;
                })
                .thenApply(found -> {
                    take(of, found);
                    return found;
                }));
    }

    private void take(OpenLayers of, Map<UUID, List<String>> found) {
        if (!of.equals(open)) {
            return;
        }
        if (!found.equals(notes)) {
            notes = found;
            changed.run();
        }
        next++;
        if (next < SECONDS.length) {
            wait(SECONDS[next]);
        }
    }
}
