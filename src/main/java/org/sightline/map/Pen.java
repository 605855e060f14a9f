package org.sightline.map;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.style.FeatureTypeStyle;
import org.geotools.api.style.Fill;
import org.geotools.api.style.LineSymbolizer;
import org.geotools.api.style.PolygonSymbolizer;
import org.geotools.api.style.Rule;
import org.geotools.api.style.Stroke;
import org.geotools.api.style.Symbolizer;

/**
 * One rule of a style, read out of GeoTools' expressions once, so that painting a feature needs no evaluation but its
 * filter.
 *
 * @param filter which features
 * @param nearest smallest scale denominator, inclusive
 * @param farthest largest scale denominator, exclusive
 */
record Pen(
        Filter filter,
        double nearest,
        double farthest,
        Optional<Color> fill,
        Optional<Color> edge,
        BasicStroke stroke) {

    /** The rules of a layer, in drawing order; text and marks are not the base map's. */
    static List<Pen> of(FeatureTypeStyle layer) {
        List<Pen> pens = new ArrayList<>();
        for (Rule rule : layer.rules()) {
            Filter filter = rule.getFilter() == null ? Filter.INCLUDE : rule.getFilter();
            for (Symbolizer symbolizer : rule.symbolizers()) {
                if (symbolizer instanceof PolygonSymbolizer area) {
                    pens.add(pen(
                            rule, filter, Optional.ofNullable(area.getFill()), Optional.ofNullable(area.getStroke())));
                } else if (symbolizer instanceof LineSymbolizer line) {
                    pens.add(pen(rule, filter, Optional.empty(), Optional.ofNullable(line.getStroke())));
                }
            }
        }
        return List.copyOf(pens);
    }

    boolean drawsAt(double scaleDenominator) {
        return scaleDenominator >= nearest && scaleDenominator < farthest;
    }

    private static Pen pen(Rule rule, Filter filter, Optional<Fill> fill, Optional<Stroke> stroke) {
        return new Pen(
                filter,
                rule.getMinScaleDenominator(),
                rule.getMaxScaleDenominator(),
                fill.map(f -> colour(f.getColor(), f.getOpacity())),
                stroke.map(s -> colour(s.getColor(), s.getOpacity())),
                stroke.map(Pen::stroke).orElseGet(BasicStroke::new));
    }

    private static Color colour(Expression colour, Expression opacity) {
        Color solid = colour.evaluate(null, Color.class);
        return Palette.translucent(solid, number(opacity, 1));
    }

    private static BasicStroke stroke(Stroke s) {
        float[] dashes = s.getDashArray();
        return new BasicStroke(
                (float) number(s.getWidth(), 1),
                BasicStroke.CAP_BUTT,
                BasicStroke.JOIN_ROUND,
                1,
                dashes == null || dashes.length == 0 ? null : dashes,
                0);
    }

    private static double number(Expression expression, double otherwise) {
        Double value = expression == null ? null : expression.evaluate(null, Double.class);
        return value == null ? otherwise : value;
    }
}
