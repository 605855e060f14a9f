package org.sightline.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.sightline.board.Layer;
import org.sightline.board.Snapshot;
import org.sightline.map.LayerFailure;
import org.sightline.map.MapLayer;
import org.sightline.overlay.OpenLayers;

/** The board's layers on a map that a command draws: one that cannot be shown is left out, and that is said. */
final class DrawnLayers {
    private final Console console;
    private final OpenLayers layers;
    private final List<OpenLayers.Shown> shown;

    private DrawnLayers(Console console, OpenLayers layers, List<OpenLayers.Shown> shown) {
        this.console = console;
        this.layers = layers;
        this.shown = new ArrayList<>(shown);
    }

    static DrawnLayers open(OpenLayers layers, Snapshot snapshot, Console console) {
        DrawnLayers drawn = new DrawnLayers(
                console, layers, layers.open(snapshot.layers(), snapshot::layerFiles, new TerminalProgress(console)));
        drawn.shown.forEach(one -> one.trouble().ifPresent(why -> drawn.leftOut(one, why)));
        return drawn;
    }

    private void leftOut(OpenLayers.Shown one, String why) {
        console.note("Layer " + one.layer().id() + " (" + one.layer().name() + ") is left out: " + why);
    }

    /**
     * Draws, and again without each layer of which it only turns out then that it cannot be painted.
     *
     * @param drawing is given the layers, the lowest first
     */
    <T> T draw(Function<List<MapLayer>, T> drawing) {
        while (true) {
            List<MapLayer> onMap =
                    shown.stream().flatMap(one -> one.onMap().stream()).toList();
            try {
                return drawing.apply(onMap);
            } catch (LayerFailure e) {
                OpenLayers.Shown failed = shown.stream()
                        .filter(one -> one.onMap().filter(e.layer()::equals).isPresent())
                        .findFirst()
                        .orElseThrow(() -> e);
                leftOut(failed, e.getMessage());
                shown.remove(failed);
            }
        }
    }

    /** What tile servers have not given, which is only known when it has been drawn. */
    void tellOfTiles(boolean online) {
        for (OpenLayers.Shown one : shown) {
            if (one.layer().origin() instanceof Layer.Tiles) {
                layers.notes(one.layer().uuid())
                        .forEach(note -> console.note("Layer " + one.layer().id() + " ("
                                + one.layer().name() + "): " + note + (online ? "" : " Give --online to ask it.")));
            }
        }
    }
}
