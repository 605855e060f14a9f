package org.sightline.app.briefing;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.locationtech.jts.geom.Envelope;
import org.sightline.analysis.Dossier;
import org.sightline.map.MapLayer;

/**
 * What the pane makes briefings of.
 *
 * @param dossier gathers the claims to show; called in the background, for each preview anew
 * @param mapExtent what the window's map shows, degrees; called on the window's thread; empty before a map is painted
 * @param selected ids of the selected claims; called on the window's thread
 * @param layers what is laid over the map; called in the background
 */
public record BriefingMaterial(
        Supplier<Dossier> dossier,
        Supplier<Optional<Envelope>> mapExtent,
        Supplier<Set<Long>> selected,
        Supplier<Layers> layers) {

    /**
     * @param shown the lowest first
     * @param missing a sentence for each that should be there and is not
     * @param lacking asked in the background when pages have been painted: what was not there then
     */
    public record Layers(List<MapLayer> shown, List<String> missing, Supplier<List<String>> lacking) {}
}
