package org.sightline.app.layers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sightline.app.designer.PrintedLayers;
import org.sightline.app.desk.Words;
import org.sightline.board.Layer;
import org.sightline.map.MapLayer;
import org.sightline.overlay.OpenLayers;

/**
 * The layers as a briefing prints them: tiles are waited for. Any thread but the window's.
 *
 * @param onPaper opens tile servers for pages; empty while no board is open
 */
record Pages(List<LayerState> states, Optional<OpenLayers> onPaper) {

    PrintedLayers printed() {
        List<String> missing = states.stream()
                .filter(state -> state.layer().look().visible() && state.onMap().isEmpty())
                .map(state -> state.trouble()
                        .map(why -> Words.of("layers.leftOut", state.layer().name(), why))
                        .orElse(Words.of("layers.notYet", state.layer().name())))
                .toList();
        List<Layer> tiles = states.stream()
                .filter(state -> state.onMap().isPresent() && state.layer().origin() instanceof Layer.Tiles)
                .map(LayerState::layer)
                .toList();
        List<OpenLayers.Shown> waiting = onPaper.filter(paper -> !tiles.isEmpty())
                .map(paper -> paper.open(tiles, hash -> Optional.empty(), new Until().in(Optional.empty())))
                .orElse(List.of());
        List<MapLayer> shown = new ArrayList<>();
        for (LayerState state : states) {
            Optional<MapLayer> forPages = waiting.stream()
                    .filter(one -> one.layer().uuid().equals(state.layer().uuid()))
                    .findFirst()
                    .flatMap(OpenLayers.Shown::onMap);
            forPages.or(state::onMap).ifPresent(shown::add);
        }
        return new PrintedLayers(
                shown,
                missing,
                () -> tiles.stream()
                        .flatMap(layer -> onPaper.stream().flatMap(paper -> paper.notes(layer.uuid()).stream()))
                        .toList());
    }
}
