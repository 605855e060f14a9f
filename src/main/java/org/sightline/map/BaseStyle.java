package org.sightline.map;

import java.awt.Color;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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

    /** Pixels that the lesser of two provinces is wide, for the line between them to be drawn. */
    private static final double LEAST_PROVINCE = 20;

    private static final double METRES_PER_PIXEL = 0.0254 / MapView.SCREEN_PIXELS_PER_INCH;

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
                        Pen.line(p.province(), 0.5, COUNTRY, CONTINENT, 4, 3).only(BaseStyle::dividesWide),
                        Pen.line(p.province(), 0.8, 0, COUNTRY, 5, 3).only(BaseStyle::dividesWide)));
        layers.put(BaseMap.Layer.BORDERS, borders(p.borderBand(), p.border()));
        layers.put(BaseMap.Layer.CONTROL, List.of(Pen.line(p.border(), 1.3, 0, CONTINENT, 1.5F, 3)));
        return Collections.unmodifiableMap(layers);
    }

    /** Small districts stay one until the map is near enough to tell them apart. */
    private static boolean dividesWide(BaseMap.Feature line, double scale) {
        double metres = 1000 * Double.parseDouble(line.attribute("kilometres"));
        return metres >= LEAST_PROVINCE * scale * METRES_PER_PIXEL;
    }

    /** Agreed borders are a fine line on a pale band; disputed ones are dashed. */
    private static List<Pen> borders(Color band, Color border) {
        Pen.Wanted disputed = (line, scale) -> line.attribute("disputed").equals("true");
        Pen.Wanted agreed = (line, scale) -> !disputed.test(line, scale);
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
