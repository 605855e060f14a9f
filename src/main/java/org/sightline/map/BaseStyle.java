package org.sightline.map;

import java.awt.Color;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.sightline.geo.BaseMap;

/**
 * How the base map is drawn: for each theme the pens of each layer, bounded by scale denominators. Widths are pixels of
 * the view. Made with plain values, because reading a style document takes half a second of a start.
 */
final class BaseStyle {
    private static final double WORLD = 40e6;
    private static final double CONTINENT = 12e6;
    private static final double COUNTRY = 3e6;
    private static final double ANY = Double.POSITIVE_INFINITY;

    private static final Map<MapTheme, Map<BaseMap.Layer, List<Pen>>> STYLES =
            Collections.synchronizedMap(new EnumMap<>(MapTheme.class));

    private BaseStyle() {}

    /** The pens of a theme, layers and pens in drawing order. */
    static Map<BaseMap.Layer, List<Pen>> of(MapTheme theme) {
        return STYLES.computeIfAbsent(theme, key -> build(Palette.of(key)));
    }

    private static Map<BaseMap.Layer, List<Pen>> build(Palette p) {
        Map<BaseMap.Layer, List<Pen>> layers = new EnumMap<>(BaseMap.Layer.class);
        layers.put(
                BaseMap.Layer.LAND,
                List.of(Pen.area(p.land(), p.coast(), 0.5, WORLD, ANY), Pen.area(p.land(), p.coast(), 0.8, 0, WORLD)));
        layers.put(
                BaseMap.Layer.LAKES,
                List.of(
                        Pen.area(p.lake(), p.shore(), 0.4, CONTINENT, ANY),
                        Pen.area(p.lake(), p.shore(), 0.7, 0, CONTINENT)));
        layers.put(
                BaseMap.Layer.RIVERS,
                List.of(
                        Pen.line(p.river(), 0.6, CONTINENT, WORLD),
                        Pen.line(p.river(), 0.9, COUNTRY, CONTINENT),
                        Pen.line(p.river(), 1.4, 0, COUNTRY)));
        layers.put(
                BaseMap.Layer.PROVINCE_LINES,
                List.of(
                        Pen.line(p.province(), 0.5, COUNTRY, CONTINENT, 3, 2),
                        Pen.line(p.province(), 0.8, 0, COUNTRY, 5, 3)));
        layers.put(BaseMap.Layer.BORDERS, borders(p.borderBand(), p.border()));
        layers.put(BaseMap.Layer.CONTROL, List.of(Pen.line(p.border(), 1.3, 0, CONTINENT, 1.5F, 3)));
        return Collections.unmodifiableMap(layers);
    }

    /** Agreed borders are a fine line on a pale band; disputed ones are dashed. */
    private static List<Pen> borders(Color band, Color border) {
        Predicate<BaseMap.Feature> disputed =
                feature -> feature.attribute("disputed").equals("true");
        Predicate<BaseMap.Feature> agreed = disputed.negate();
        return List.of(
                Pen.line(band, 3.5, CONTINENT, WORLD),
                Pen.line(band, 6, 0, CONTINENT),
                Pen.line(border, 0.5, WORLD, ANY).only(agreed),
                Pen.line(border, 0.8, CONTINENT, WORLD).only(agreed),
                Pen.line(border, 1.1, 0, CONTINENT).only(agreed),
                Pen.line(border, 0.6, CONTINENT, ANY, 3, 2).only(disputed),
                Pen.line(border, 1.1, 0, CONTINENT, 5, 3).only(disputed));
    }
}
