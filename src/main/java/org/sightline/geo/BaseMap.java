package org.sightline.geo;

import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * The built-in base map, by layer and scale, read from {@code /assets/map} on first use. Immutable, safe for any
 * thread.
 */
public final class BaseMap {
    private BaseMap() {}

    /** The layers, in painting order. */
    public enum Layer {
        LAND,
        COUNTRIES,
        LAKES,
        RIVERS,
        PROVINCES,
        BORDERS
    }

    /** How much detail: 1 to 110, 50 or 10 million. */
    public enum Detail {
        M110,
        M50,
        M10
    }

    /**
     * @param attributes such as {@code iso} (alpha-2) and {@code name} of a country, {@code left}, {@code right},
     *     {@code disputed} of a border
     */
    public record Feature(Geometry geometry, Map<String, String> attributes) {}

    /**
     * The features whose envelope meets {@code bounds} (degrees). A layer that lacks a detail gives the nearest one it
     * has.
     */
    public static List<Feature> features(Layer layer, Detail detail, Envelope bounds) {
        throw new UnsupportedOperationException();
    }
}
