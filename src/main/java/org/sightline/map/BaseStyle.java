package org.sightline.map;

import java.awt.Color;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.FilterFactory;
import org.geotools.api.style.FeatureTypeStyle;
import org.geotools.api.style.Rule;
import org.geotools.api.style.Stroke;
import org.geotools.api.style.Style;
import org.geotools.filter.FilterFactoryImpl;
import org.geotools.styling.StyleBuilder;
import org.geotools.styling.StyleFactoryImpl;
import org.sightline.geo.BaseMap;

/**
 * How the base map is drawn: a GeoTools style (OGC Styled Layer Descriptor) for each theme, one feature type style for
 * each layer, with rules bounded by scale denominators. Widths are pixels of the view.
 *
 * <p>The factories are made directly: looking them up through GeoTools' service registry costs a fifth of a second at
 * start.
 */
final class BaseStyle {
    private static final FilterFactory FILTERS = new FilterFactoryImpl();
    private static final StyleBuilder BUILD = new StyleBuilder(new StyleFactoryImpl(), FILTERS);

    private static final double WORLD = 40e6;
    private static final double CONTINENT = 12e6;
    private static final double COUNTRY = 3e6;
    private static final double ANY = Double.POSITIVE_INFINITY;

    private static final Map<MapTheme, Style> STYLES = new EnumMap<>(MapTheme.class);

    static {
        for (MapTheme theme : MapTheme.values()) {
            STYLES.put(theme, build(Palette.of(theme)));
        }
    }

    private BaseStyle() {}

    /** The style of a theme; not to be changed. Its feature type styles are named for the layers they draw. */
    static Style of(MapTheme theme) {
        return Objects.requireNonNull(STYLES.get(theme));
    }

    private static Style build(Palette p) {
        Style style = BUILD.createStyle();
        List<FeatureTypeStyle> layers = style.featureTypeStyles();
        layers.add(layer(
                BaseMap.Layer.LAND,
                area(p.land(), p.coast(), 0.5, WORLD, ANY),
                area(p.land(), p.coast(), 0.8, 0, WORLD)));
        layers.add(layer(
                BaseMap.Layer.LAKES,
                area(p.lake(), p.shore(), 0.4, CONTINENT, ANY),
                area(p.lake(), p.shore(), 0.7, 0, CONTINENT)));
        layers.add(layer(
                BaseMap.Layer.RIVERS,
                line(p.river(), 0.6, CONTINENT, WORLD),
                line(p.river(), 0.9, COUNTRY, CONTINENT),
                line(p.river(), 1.4, 0, COUNTRY)));
        layers.add(layer(
                BaseMap.Layer.PROVINCE_LINES,
                line(p.province(), 0.5, COUNTRY, CONTINENT, 3, 2),
                line(p.province(), 0.8, 0, COUNTRY, 5, 3)));
        layers.add(borders(p));
        layers.add(layer(BaseMap.Layer.CONTROL, line(p.border(), 1.3, 0, CONTINENT, 1.5F, 3)));
        return style;
    }

    /** Agreed borders are a fine line on a pale band; disputed ones are dashed. */
    private static FeatureTypeStyle borders(Palette p) {
        Filter disputed = FILTERS.equals(FILTERS.property("disputed"), FILTERS.literal("true"));
        Filter agreed = FILTERS.not(disputed);
        return layer(
                BaseMap.Layer.BORDERS,
                line(p.borderBand(), 3.5, CONTINENT, WORLD),
                line(p.borderBand(), 6, 0, CONTINENT),
                only(agreed, line(p.border(), 0.5, WORLD, ANY)),
                only(agreed, line(p.border(), 0.8, CONTINENT, WORLD)),
                only(agreed, line(p.border(), 1.1, 0, CONTINENT)),
                only(disputed, line(p.border(), 0.6, CONTINENT, ANY, 3, 2)),
                only(disputed, line(p.border(), 1.1, 0, CONTINENT, 5, 3)));
    }

    private static FeatureTypeStyle layer(BaseMap.Layer layer, Rule... rules) {
        FeatureTypeStyle style = BUILD.createFeatureTypeStyle(layer.name(), rules);
        style.setName(layer.name());
        return style;
    }

    private static Rule area(Color fill, Color edge, double width, double nearest, double farthest) {
        return BUILD.createRule(
                BUILD.createPolygonSymbolizer(BUILD.createStroke(edge, width), BUILD.createFill(fill)),
                nearest,
                farthest);
    }

    private static Rule line(Color colour, double width, double nearest, double farthest, float... dashes) {
        Stroke stroke = BUILD.createStroke(colour, width);
        stroke.setOpacity(FILTERS.literal(colour.getAlpha() / 255.0));
        if (dashes.length > 0) {
            stroke.setDashArray(dashes);
        }
        return BUILD.createRule(BUILD.createLineSymbolizer(stroke), nearest, farthest);
    }

    private static Rule only(Filter filter, Rule rule) {
        rule.setFilter(filter);
        return rule;
    }
}
