package org.sightline.app.layers;

import java.util.List;
import java.util.Optional;
import org.sightline.board.Layer;
import org.sightline.map.MapLayer;

/**
 * A layer of the board as it stands just now. Immutable.
 *
 * @param onMap empty while it is hidden, being read or broken
 * @param notes what a person should know, one sentence each
 * @param trouble why it cannot be shown, in one sentence
 * @param reading whether it is on its way
 */
public record LayerState(
        Layer layer, Optional<MapLayer> onMap, List<String> notes, Optional<String> trouble, boolean reading) {

    /** Whether something is wrong with it; a server that was never allowed to be asked is not. */
    boolean broken() {
        return trouble.isPresent() && !(layer.origin() instanceof Layer.Tiles);
    }
}
