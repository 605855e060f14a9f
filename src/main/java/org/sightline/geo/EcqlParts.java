package org.sightline.geo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.geotools.api.filter.And;
import org.geotools.api.filter.BinaryComparisonOperator;
import org.geotools.api.filter.ExcludeFilter;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.IncludeFilter;
import org.geotools.api.filter.Not;
import org.geotools.api.filter.Or;
import org.geotools.api.filter.PropertyIsEqualTo;
import org.geotools.api.filter.PropertyIsGreaterThan;
import org.geotools.api.filter.PropertyIsGreaterThanOrEqualTo;
import org.geotools.api.filter.PropertyIsLessThan;
import org.geotools.api.filter.PropertyIsLessThanOrEqualTo;
import org.geotools.api.filter.PropertyIsNull;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Literal;
import org.geotools.api.filter.spatial.BBOX;
import org.geotools.api.filter.spatial.BinarySpatialOperator;
import org.geotools.api.filter.spatial.Contains;
import org.geotools.api.filter.spatial.Crosses;
import org.geotools.api.filter.spatial.Equals;
import org.geotools.api.filter.spatial.Intersects;
import org.geotools.api.filter.spatial.Overlaps;
import org.geotools.api.filter.spatial.Touches;
import org.geotools.api.filter.spatial.Within;
import org.geotools.api.filter.temporal.After;
import org.geotools.api.filter.temporal.Before;
import org.geotools.api.filter.temporal.BinaryTemporalOperator;
import org.geotools.api.filter.temporal.During;
import org.geotools.api.filter.temporal.TEquals;
import org.geotools.api.temporal.Period;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.sightline.geo.Ecql.Comparison;

/**
 * Tells a condition part by part. A part is told only where what it says is what evaluating it would say; all others are
 * open.
 */
final class EcqlParts<T> {
    private static final double WHOLE_NUMBERS_END = 0x1p53; // above, not every whole number is a double
    private static final double LEAST_METRES_PER_DEGREE = 110_574; // of latitude, on WGS 84 at the equator
    private static final double MARGIN = 1.01;

    private final Ecql.Parts<T> parts;

    EcqlParts(Ecql.Parts<T> parts) {
        this.parts = parts;
    }

    T tell(Filter filter, boolean holds) {
        return switch (filter) {
            case IncludeFilter all -> constant(holds);
            case ExcludeFilter none -> constant(!holds);
            case And and ->
                holds ? parts.all(each(and.getChildren(), true)) : parts.any(each(and.getChildren(), false));
            case Or or -> holds ? parts.any(each(or.getChildren(), true)) : parts.all(each(or.getChildren(), false));
            case Not not -> tell(not.getFilter(), !holds);
            case PropertyIsNull missing ->
                attribute(missing.getExpression())
                        .map(name -> parts.missing(name, holds))
                        .orElseGet(parts::open);
            case Ecql.Like like ->
                attribute(like.value())
                        .map(name -> parts.like(name, like.pattern(), like.matchCase(), holds))
                        .orElseGet(parts::open);
            case BinaryComparisonOperator comparison -> comparison(comparison, holds);
            case BinaryTemporalOperator relation -> time(relation, holds);
            case Ecql.GroundDistance distance -> holds ? distance(distance) : parts.open();
            case BinarySpatialOperator relation -> holds ? space(relation) : parts.open();
            default -> parts.open();
        };
    }

    private T constant(boolean truth) {
        return truth ? parts.all(List.of()) : parts.any(List.of());
    }

    private List<T> each(List<Filter> filters, boolean holds) {
        return filters.stream().map(filter -> tell(filter, holds)).toList();
    }

    private static Optional<String> attribute(Expression expression) {
        return expression instanceof Ecql.Attribute attribute ? Optional.of(attribute.name()) : Optional.empty();
    }

    private T comparison(BinaryComparisonOperator comparison, boolean holds) {
        Optional<Comparison> how = how(comparison);
        // of comparisons, only equality looks at capitals
        boolean matchesCase = comparison.isMatchingCase() || how.orElse(Comparison.EQUAL) != Comparison.EQUAL;
        if (how.isEmpty() || !matchesCase) {
            return parts.open();
        }
        Expression left = comparison.getExpression1();
        Expression right = comparison.getExpression2();
        return left instanceof Literal
                ? compared(right, how.get().mirrored(), left, holds)
                : compared(left, how.get(), right, holds);
    }

    private static Optional<Comparison> how(BinaryComparisonOperator comparison) {
        return switch (comparison) {
            case PropertyIsEqualTo equal -> Optional.of(Comparison.EQUAL);
            case PropertyIsLessThan less -> Optional.of(Comparison.LESS);
            case PropertyIsLessThanOrEqualTo most -> Optional.of(Comparison.AT_MOST);
            case PropertyIsGreaterThan more -> Optional.of(Comparison.MORE);
            case PropertyIsGreaterThanOrEqualTo least -> Optional.of(Comparison.AT_LEAST);
            default -> Optional.empty();
        };
    }

    private T compared(Expression attribute, Comparison how, Expression literal, boolean holds) {
        Optional<Object> value = value(literal);
        Optional<String> name = attribute(attribute);
        // texts that look like numbers are ordered as numbers
        boolean ordersTexts = how != Comparison.EQUAL && value.orElse("") instanceof String;
        return name.isEmpty() || value.isEmpty() || ordersTexts
                ? parts.open()
                : parts.compared(name.get(), how, value.get(), holds);
    }

    private static Optional<Object> value(Expression expression) {
        Object value = expression instanceof Literal literal ? literal.getValue() : null;
        if (value instanceof Number number) {
            double real = number.doubleValue();
            return Math.abs(real) < WHOLE_NUMBERS_END ? Optional.of(real) : Optional.empty();
        }
        if (value instanceof Date date) {
            return Optional.of(instant(date));
        }
        if (value instanceof org.geotools.api.temporal.Instant instant) {
            return Optional.of(instant(instant));
        }
        return value instanceof String ? Optional.of(value) : Optional.empty();
    }

    private static Instant instant(org.geotools.api.temporal.Instant instant) {
        return instant(instant.getPosition().getDate());
    }

    @SuppressWarnings("JavaUtilDate") // a day of the grammar is a java.sql.Date, whose toInstant() throws
    private static Instant instant(Date date) {
        return Instant.ofEpochMilli(date.getTime());
    }

    private T time(BinaryTemporalOperator relation, boolean holds) {
        Expression attribute = relation.getExpression1();
        Expression literal = relation.getExpression2();
        if (relation instanceof During && literal instanceof Literal period && period.getValue() instanceof Period p) {
            return attribute(attribute).map(name -> during(name, p, holds)).orElseGet(parts::open);
        }
        if (value(literal).filter(Instant.class::isInstance).isEmpty()) {
            return parts.open();
        }
        return switch (relation) {
            case After after -> compared(attribute, Comparison.MORE, literal, holds);
            case Before before -> compared(attribute, Comparison.LESS, literal, holds);
            case TEquals equal -> compared(attribute, Comparison.EQUAL, literal, holds);
            default -> parts.open();
        };
    }

    private T during(String name, Period period, boolean holds) {
        List<T> both = List.of(
                parts.compared(name, Comparison.MORE, instant(period.getBeginning()), holds),
                parts.compared(name, Comparison.LESS, instant(period.getEnding()), holds));
        return holds ? parts.all(both) : parts.any(both);
    }

    private T space(BinarySpatialOperator relation) {
        boolean meets = switch (relation) {
            case BBOX bbox -> true;
            case Contains contains -> true;
            case Crosses crosses -> true;
            case Equals equals -> true;
            case Intersects intersects -> true;
            case Overlaps overlaps -> true;
            case Touches touches -> true;
            case Within within -> true;
            default -> false;
        };
        return meets
                ? near(relation.getExpression1(), relation.getExpression2(), List::of, relation instanceof BBOX)
                : parts.open();
    }

    private T distance(Ecql.GroundDistance distance) {
        return distance.near() && distance.metres() >= 0
                ? near(distance.left(), distance.right(), bounds -> around(bounds, distance.metres()), false)
                : parts.open();
    }

    private T near(Expression left, Expression right, Function<Envelope, List<Envelope>> widened, boolean suffices) {
        Expression literal = left instanceof Literal ? left : right;
        Optional<String> name = attribute(left instanceof Literal ? right : left);
        Geometry geometry = literal instanceof Literal ? literal.evaluate(null, Geometry.class) : null;
        if (name.isEmpty() || geometry == null || geometry.isEmpty()) {
            return parts.open();
        }
        return parts.near(name.get(), widened.apply(geometry.getEnvelopeInternal()), suffices);
    }

    /** What may hold a point at most so far from a point within the bounds; in two where it crosses the antimeridian. */
    static List<Envelope> around(Envelope bounds, double metres) {
        double degrees = metres / LEAST_METRES_PER_DEGREE * MARGIN + 1e-6;
        double south = bounds.getMinY() - degrees;
        double north = bounds.getMaxY() + degrees;
        double farthest = Math.max(Math.abs(south), Math.abs(north));
        double sideways = farthest >= 89 ? 360 : degrees / Math.cos(Math.toRadians(farthest));
        double west = bounds.getMinX() - sideways;
        double east = bounds.getMaxX() + sideways;
        if (east - west >= 360) {
            return List.of(new Envelope(-180, 180, south, north));
        }
        List<Envelope> parts = new ArrayList<>();
        parts.add(new Envelope(west, east, south, north));
        if (west < -180) {
            parts.add(new Envelope(west + 360, 180, south, north));
        }
        if (east > 180) {
            parts.add(new Envelope(-180, east - 360, south, north));
        }
        return parts;
    }
}
