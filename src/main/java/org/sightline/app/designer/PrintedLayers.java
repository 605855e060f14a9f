package org.sightline.app.designer;

import java.util.List;
import java.util.function.Supplier;
import org.sightline.map.MapLayer;

/**
 * What is laid over the maps of a briefing.
 *
 * @param shown the lowest first
 * @param missing a sentence for each that should be there and is not
 * @param lacking asked in the background when pages have been painted: what was not there then
 */
public record PrintedLayers(List<MapLayer> shown, List<String> missing, Supplier<List<String>> lacking) {}
