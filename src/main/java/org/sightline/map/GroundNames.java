package org.sightline.map;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * What the map's own names share it with. Immutable.
 *
 * @param kept what they keep clear of, pixels: figures of a grid, what will be laid over the map
 * @param wanted names of layers, which are placed before the map's own
 */
public record GroundNames(List<Rectangle2D> kept, List<MapLayer.Name> wanted) {
    public static final GroundNames NONE = new GroundNames(List.of(), List.of());

    public GroundNames {
        kept = List.copyOf(kept);
        wanted = List.copyOf(wanted);
    }

    /** The same with more to keep clear of. */
    public GroundNames keeping(List<Rectangle2D> more) {
        List<Rectangle2D> all = new ArrayList<>(kept);
        all.addAll(more);
        return new GroundNames(all, wanted);
    }
}
