package org.sightline.geo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * The built-in base map, by layer and scale, read from {@code /assets/map} on first use. Immutable, safe for any
 * thread. A layer's first use takes some milliseconds (110m, 50m) to a tenth of a second (10m): not for the window's
 * thread.
 *
 * <p>All coordinates are WGS 84 degrees, longitude then latitude; nothing crosses the antimeridian. The geometries are
 * shared: they must not be changed.
 */
public final class BaseMap {
    private BaseMap() {}

    /** The layers, in painting order. */
    public enum Layer {
        /** Polygons; no attributes. */
        LAND("land", Detail.M110, Detail.M10),
        /** Polygons; {@code iso}, {@code iso3}, {@code name}. */
        COUNTRIES("countries", Detail.M110, Detail.M10),
        /** Polygons; no attributes. */
        LAKES("lakes", Detail.M110, Detail.M50),
        /** Lines; no attributes. */
        RIVERS("rivers", Detail.M110, Detail.M50),
        /** Polygons; {@code iso}, {@code admin1} (GeoNames code), {@code name}, {@code others}. */
        PROVINCES("provinces", Detail.M10, Detail.M10),
        /** Lines between provinces of one country; {@code iso}, {@code kilometres} of the width of the lesser, at least. */
        PROVINCE_LINES("province-lines", Detail.M10, Detail.M10),
        /** Land borders as lines; {@code left} and {@code right} (alpha-2, may be empty), {@code disputed}. */
        BORDERS("borders", Detail.M110, Detail.M1),
        /** Lines inside one state at which its control ends; {@code iso}, {@code name}. */
        CONTROL("control", Detail.M110, Detail.M10);

        private final String file;
        private final Detail coarsest;
        private final Detail finest;

        Layer(String file, Detail coarsest, Detail finest) {
            this.file = file;
            this.coarsest = coarsest;
            this.finest = finest;
        }

        /** The detail it has that is nearest to the one asked for. */
        public Detail nearest(Detail wanted) {
            if (wanted.compareTo(coarsest) < 0) {
                return coarsest;
            }
            return wanted.compareTo(finest) > 0 ? finest : wanted;
        }
    }

    /** How much detail: 1 to 110, 50, 10 or 1 million, coarsest first. */
    public enum Detail {
        M110("110m"),
        M50("50m"),
        M10("10m"),
        M1("1m");

        private final String suffix;

        Detail(String suffix) {
            this.suffix = suffix;
        }
    }

    /**
     * @param attributes such as {@code iso} (alpha-2) and {@code name} of a country, {@code left}, {@code right},
     *     {@code disputed} of a border; see {@link Layer}
     */
    public record Feature(Geometry geometry, Map<String, String> attributes) {
        /** An attribute's value; empty when there is none of that name. */
        public String attribute(String name) {
            return attributes.getOrDefault(name, "");
        }
    }

    /**
     * The parts of features whose envelope meets {@code bounds} (degrees). A country of many islands comes as as many
     * parts, each a feature with the country's attributes and one polygon or line. The same parts are the same objects
     * on each call, so that a caller may keep what it made of them. A layer that lacks a detail gives the
     * {@linkplain Layer#nearest nearest} one it has.
     */
    public static List<Feature> features(Layer layer, Detail detail, Envelope bounds) {
        return loaded(layer, detail).parts(bounds);
    }

    /** Every feature of a layer, whole. */
    public static List<Feature> all(Layer layer, Detail detail) {
        return loaded(layer, detail).whole;
    }

    /** The whole shape of a country, ISO 3166-1 alpha-2; empty for one that has none at this detail. */
    public static Optional<Feature> country(String iso, Detail detail) {
        return all(Layer.COUNTRIES, detail).stream()
                .filter(feature -> feature.attribute("iso").equals(iso))
                .findFirst();
    }

    private record Key(Layer layer, Detail detail) {}

    private static final Map<Key, Loaded> LOADED = new ConcurrentHashMap<>();

    private static Loaded loaded(Layer layer, Detail detail) {
        return LOADED.computeIfAbsent(
                new Key(layer, layer.nearest(detail)),
                key -> Loaded.of(
                        LayerFile.read("/assets/map/" + key.layer.file + "-" + key.detail.suffix + ".twkb.gz")));
    }

    /** A layer in memory. The tree is built before it is shared, and only asked from then on. */
    private record Loaded(List<Feature> whole, STRtree index) {
        static Loaded of(List<Feature> features) {
            STRtree index = new STRtree();
            for (Feature feature : features) {
                for (int i = 0; i < feature.geometry.getNumGeometries(); i++) {
                    Feature part = feature.geometry instanceof GeometryCollection
                            ? new Feature(feature.geometry.getGeometryN(i), feature.attributes)
                            : feature;
                    index.insert(part.geometry.getEnvelopeInternal(), part);
                }
            }
            index.build();
            return new Loaded(List.copyOf(features), index);
        }

        List<Feature> parts(Envelope bounds) {
            List<Feature> found = new ArrayList<>();
            index.query(bounds, item -> found.add((Feature) item));
            return found;
        }
    }
}
