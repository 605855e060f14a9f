package org.sightline.map;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import org.locationtech.jts.geom.Envelope;
import org.sightline.geo.BaseMap;
import org.sightline.geo.MapProjection;

/**
 * The base map on the plane of one projection. A feature is projected when it is first seen, and kept; the whole goes
 * when its projection does. Safe for any thread.
 */
final class ProjectedBase {
    private static final Map<MapProjection, ProjectedBase> BY_PROJECTION =
            Collections.synchronizedMap(new WeakHashMap<>());

    /** A feature and its shape on the plane. */
    record Shaped(BaseMap.Feature feature, FlatShape shape) {}

    private final Map<BaseMap.Feature, Shaped> shaped = Collections.synchronizedMap(new IdentityHashMap<>());

    private ProjectedBase() {}

    static ProjectedBase of(MapProjection projection) {
        return BY_PROJECTION.computeIfAbsent(projection, key -> new ProjectedBase());
    }

    /**
     * The features of a layer that may be seen.
     *
     * @param bounds degrees
     */
    List<Shaped> features(MapProjection projection, BaseMap.Layer layer, BaseMap.Detail detail, List<Envelope> bounds) {
        List<Shaped> result = new ArrayList<>();
        Set<BaseMap.Feature> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        List<BaseMap.Feature> wanted = bounds.stream()
                .flatMap(part -> BaseMap.features(layer, detail, part).stream())
                .filter(seen::add)
                .toList();
        for (BaseMap.Feature feature : wanted) {
            Shaped known = shaped.get(feature);
            if (known == null) {
                known = new Shaped(feature, FlatShape.of(projection.project(feature.geometry())));
                shaped.put(feature, known);
            }
            if (!known.shape().isEmpty()) {
                result.add(known);
            }
        }
        return result;
    }
}
