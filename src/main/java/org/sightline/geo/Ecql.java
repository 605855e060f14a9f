package org.sightline.geo;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.geotools.api.filter.BinaryComparisonOperator;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.FilterFactory;
import org.geotools.api.filter.FilterVisitor;
import org.geotools.api.filter.PropertyIsBetween;
import org.geotools.api.filter.PropertyIsEqualTo;
import org.geotools.api.filter.PropertyIsGreaterThan;
import org.geotools.api.filter.PropertyIsGreaterThanOrEqualTo;
import org.geotools.api.filter.PropertyIsLessThan;
import org.geotools.api.filter.PropertyIsLessThanOrEqualTo;
import org.geotools.api.filter.PropertyIsLike;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.ExpressionVisitor;
import org.geotools.api.filter.expression.PropertyName;
import org.geotools.api.filter.spatial.BBOX;
import org.geotools.api.filter.spatial.Beyond;
import org.geotools.api.filter.spatial.Contains;
import org.geotools.api.filter.spatial.Crosses;
import org.geotools.api.filter.spatial.DWithin;
import org.geotools.api.filter.spatial.Disjoint;
import org.geotools.api.filter.spatial.Equals;
import org.geotools.api.filter.spatial.Intersects;
import org.geotools.api.filter.spatial.Overlaps;
import org.geotools.api.filter.spatial.Touches;
import org.geotools.api.filter.spatial.Within;
import org.geotools.filter.text.cql2.CQLException;
import org.geotools.filter.text.ecql.ECQL;
import org.geotools.filter.text.generated.parsers.TokenMgrError;
import org.geotools.filter.visitor.DuplicatingFilterVisitor;
import org.geotools.util.Converters;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.operation.distance.DistanceOp;
import org.sightline.DomainException;

/**
 * A condition in GeoTools' extended Common Query Language over named attributes, such as
 * {@code quantity.lower >= 15 AND DWITHIN(place, POINT(29.15 51.81), 50, kilometers)}. Names may hold dots and are
 * taken as they stand. Immutable, safe for any thread; the first parse loads GeoTools' filter factories (some hundred
 * milliseconds).
 *
 * <p>{@code DWITHIN} and {@code BEYOND} measure metres on the ellipsoid, where GeoTools would compare degrees. For lines
 * and areas the nearest points are sought on a plane scaled at their latitude, which for the distances of a board (up to
 * some hundred kilometres) is right to about one percent.
 */
public final class Ecql {
    private static final int LONGEST = 20_000;
    private static final Pattern LITERAL = Pattern.compile("'[^']*'|\"[^\"]*\"");
    private static final Pattern ASKS_ID =
            Pattern.compile("(?<![\\w.])id\\s*(?:[=<>]|(?:NOT|IN|IS|BETWEEN|LIKE|ILIKE)\\b)", Pattern.CASE_INSENSITIVE);

    /** A distance's unit as people write it, where the grammar wants one of five spellings. */
    private static final Pattern UNIT =
            Pattern.compile("(,\\s*)(km|kilometres|m|metres|mi|miles|nmi)(\\s*\\))", Pattern.CASE_INSENSITIVE);

    private static final Map<String, String> UNITS = Map.of(
            "km", "kilometers",
            "kilometres", "kilometers",
            "m", "meters",
            "metres", "meters",
            "mi", "statute miles",
            "miles", "statute miles",
            "nmi", "nautical miles");

    /** A name with a dot before IN, which the grammar takes in double quotes only. */
    private static final Pattern DOTTED =
            Pattern.compile("(?<![\\w.])([A-Za-z]+\\.[A-Za-z]+)(?=\\s+(?:NOT\\s+)?IN\\b)", Pattern.CASE_INSENSITIVE);

    private final Filter filter;

    private Ecql(Filter filter) {
        this.filter = filter;
    }

    /** A value that is a name in a comparison and a geometry in a spatial condition. */
    public record Located(String name, Geometry geometry) {
        @Override
        public String toString() {
            return name;
        }
    }

    /**
     * The texts of an attribute that may have several: a comparison holds when it holds for one of them.
     *
     * @param between stands between them where all are one text, as for a pattern
     */
    public record Several(List<String> texts, String between) {
        public Several {
            texts = List.copyOf(texts);
        }

        @Override
        public String toString() {
            return String.join(between, texts);
        }

        private Object compared() {
            return texts.size() > 1 ? texts : toString();
        }
    }

    /** What an attribute's values are, which says what it can be compared with. */
    public sealed interface Kind {
        record Text() implements Kind {}

        record Amount() implements Kind {}

        /** A moment; compared with days as well. */
        record Time() implements Kind {}

        /** @param allowed all values that there are, in lower case */
        record OneOf(Set<String> allowed) implements Kind {}
    }

    /**
     * @param names the attributes that may be asked for
     * @param kinds of those that are not text
     * @throws DomainException when it cannot be read, asks for another attribute, or compares one with what it cannot be
     */
    public static Ecql parse(String text, Set<String> names, Map<String, Kind> kinds) {
        if (text.length() > LONGEST) {
            throw new DomainException("The filter is " + text.length() + " characters long; " + LONGEST
                    + " are the most that can be read.");
        }
        if (ASKS_ID.matcher(LITERAL.matcher(text).replaceAll("''")).find()) {
            throw new DomainException(
                    "The filter \"" + shortened(text)
                            + "\" is not valid ECQL, where id means something else; ask for the claim's number: number IN (1, 2).");
        }
        try {
            Filter read = ECQL.toFilter(asTheGrammarWants(text));
            return new Ecql((Filter) read.accept(new OverRows(names, kinds), null));
        } catch (CQLException | IllegalArgumentException | TokenMgrError | StackOverflowError e) {
            // the parser lets through what its numbers and geometries throw
            throw new DomainException(
                    "The filter \"" + shortened(text)
                            + "\" is not valid ECQL; write it like: category = 'movement' AND quantity.lower >= 15.",
                    e);
        }
    }

    private static String asTheGrammarWants(String text) {
        StringBuilder written = new StringBuilder();
        Matcher literal = LITERAL.matcher(text);
        int from = 0;
        while (literal.find()) {
            written.append(outsideLiterals(text.substring(from, literal.start())))
                    .append(literal.group());
            from = literal.end();
        }
        return written.append(outsideLiterals(text.substring(from))).toString();
    }

    private static String outsideLiterals(String text) {
        String units = UNIT.matcher(text)
                .replaceAll(m -> m.group(1) + UNITS.get(m.group(2).toLowerCase(Locale.ROOT)) + m.group(3));
        return DOTTED.matcher(units).replaceAll("\"$1\"");
    }

    private static String shortened(String text) {
        return text.length() <= 200 ? text : text.substring(0, 200) + "…";
    }

    /**
     * @param row gives the value of an attribute: a string, number, boolean, {@link Instant}, {@link Geometry},
     *     {@link Located} or {@link Several}; empty where it has none
     */
    public boolean test(Function<String, Optional<?>> row) {
        return filter.evaluate(new Row(row));
    }

    /**
     * The parts of a condition, told to one who can answer some of them otherwise, such as a database. "Not" is carried
     * down to the parts: {@code holds} is false for a part turned round.
     */
    public interface Parts<T> {
        /** Every one of them; with none, true. */
        T all(List<T> parts);

        /** At least one of them; with none, false. */
        T any(List<T> parts);

        /** @param value a finite Double below 2^53 either way, a String or an Instant */
        T compared(String name, Comparison how, Object value, boolean holds);

        /** @param pattern as SQL's LIKE, escaped by a backslash */
        T like(String name, String pattern, boolean matchCase, boolean holds);

        T missing(String name, boolean holds);

        /**
         * The envelope of a geometry meets one of these, bounds included.
         *
         * @param suffices whether a point that lies within them is accepted for certain
         */
        T near(String name, List<Envelope> bounds, boolean suffices);

        /** What can only be tested. */
        T open();
    }

    /** How an attribute stands to a value. */
    public enum Comparison {
        EQUAL,
        LESS,
        AT_MOST,
        MORE,
        AT_LEAST;

        /** The same seen from the other side. */
        Comparison mirrored() {
            return switch (this) {
                case EQUAL -> EQUAL;
                case LESS -> MORE;
                case AT_MOST -> AT_LEAST;
                case MORE -> LESS;
                case AT_LEAST -> AT_MOST;
            };
        }
    }

    /** Tells the condition part by part. What {@code parts} answers is true of every row that {@link #test} accepts. */
    public <T> T told(Parts<T> parts) {
        return new EcqlParts<>(parts).tell(filter, true);
    }

    private record Row(Function<String, Optional<?>> values) {}

    /** Rewrites a filter to read our rows, and to measure in metres. */
    private static final class OverRows extends DuplicatingFilterVisitor {
        /** Handed down by the spatial conditions, which ask their expressions for a value without saying of what kind. */
        private static final Object AS_GEOMETRY = new Object();

        private final Set<String> names;
        private final EcqlValues values;

        OverRows(Set<String> names, Map<String, Kind> kinds) {
            this.names = names;
            this.values = new EcqlValues(kinds, getFactory(null));
        }

        @Override
        public Object visit(PropertyName property, Object data) {
            // The grammar reads "quantity.lower" as the path quantity/lower.
            String name = property.getPropertyName().replace('/', '.');
            if (!names.contains(name)) {
                throw new DomainException("A filter cannot ask for \"" + name + "\"; it can ask for "
                        + String.join(", ", new TreeSet<>(names)) + ".");
            }
            return new Attribute(name, data == AS_GEOMETRY);
        }

        private Object compared(BinaryComparisonOperator comparison, Comparison how, Supplier<Object> asItStands) {
            Expression left = visit(comparison.getExpression1(), null);
            requireNoBareText(comparison.getExpression2());
            Expression right = visit(comparison.getExpression2(), null);
            return values.compared(left, how, right).map(Object.class::cast).orElseGet(asItStands);
        }

        private void requireNoBareText(Expression right) {
            if (right instanceof PropertyName property
                    && !names.contains(property.getPropertyName().replace('/', '.'))) {
                throw new DomainException("A filter cannot compare with the bare word \"" + property.getPropertyName()
                        + "\"; a text stands in single quotes: '" + property.getPropertyName() + "'.");
            }
        }

        @Override
        public Object visit(PropertyIsEqualTo equal, Object data) {
            return compared(equal, Comparison.EQUAL, () -> super.visit(equal, data));
        }

        @Override
        public Object visit(PropertyIsLessThan less, Object data) {
            return compared(less, Comparison.LESS, () -> super.visit(less, data));
        }

        @Override
        public Object visit(PropertyIsLessThanOrEqualTo most, Object data) {
            return compared(most, Comparison.AT_MOST, () -> super.visit(most, data));
        }

        @Override
        public Object visit(PropertyIsGreaterThan more, Object data) {
            return compared(more, Comparison.MORE, () -> super.visit(more, data));
        }

        @Override
        public Object visit(PropertyIsGreaterThanOrEqualTo least, Object data) {
            return compared(least, Comparison.AT_LEAST, () -> super.visit(least, data));
        }

        // one comparison after the other, so that all numbers are compared alike
        @Override
        public Object visit(PropertyIsBetween between, Object data) {
            FilterFactory filters = getFactory(data);
            Filter least = filters.greaterOrEqual(between.getExpression(), between.getLowerBoundary());
            Filter most = filters.lessOrEqual(between.getExpression(), between.getUpperBoundary());
            return filters.and((Filter) least.accept(this, data), (Filter) most.accept(this, data));
        }

        @Override
        public Object visit(PropertyIsLike like, Object data) {
            Expression value = visit(like.getExpression(), data);
            values.requireText(value);
            return new Like(
                    value,
                    like.getLiteral(),
                    like.isMatchingCase(),
                    new LikePattern(like.getLiteral(), like.isMatchingCase()));
        }

        @Override
        public Object visit(BBOX condition, Object data) {
            return super.visit(condition, AS_GEOMETRY);
        }

        @Override
        public Object visit(Contains condition, Object data) {
            return super.visit(condition, AS_GEOMETRY);
        }

        @Override
        public Object visit(Crosses condition, Object data) {
            return super.visit(condition, AS_GEOMETRY);
        }

        @Override
        public Object visit(Disjoint condition, Object data) {
            return super.visit(condition, AS_GEOMETRY);
        }

        @Override
        public Object visit(Equals condition, Object data) {
            return super.visit(condition, AS_GEOMETRY);
        }

        @Override
        public Object visit(Intersects condition, Object data) {
            return super.visit(condition, AS_GEOMETRY);
        }

        @Override
        public Object visit(Overlaps condition, Object data) {
            return super.visit(condition, AS_GEOMETRY);
        }

        @Override
        public Object visit(Touches condition, Object data) {
            return super.visit(condition, AS_GEOMETRY);
        }

        @Override
        public Object visit(Within condition, Object data) {
            return super.visit(condition, AS_GEOMETRY);
        }

        @Override
        public Object visit(DWithin within, Object data) {
            return new GroundDistance(
                    visit(within.getExpression1(), data),
                    visit(within.getExpression2(), data),
                    metres(within.getDistance(), within.getDistanceUnits()),
                    true);
        }

        @Override
        public Object visit(Beyond beyond, Object data) {
            return new GroundDistance(
                    visit(beyond.getExpression1(), data),
                    visit(beyond.getExpression2(), data),
                    metres(beyond.getDistance(), beyond.getDistanceUnits()),
                    false);
        }

        private static double metres(double distance, @Nullable String units) {
            return switch (units == null ? "" : units.toLowerCase(Locale.ROOT)) {
                case "kilometers", "kilometres", "km" -> distance * 1000;
                case "feet" -> distance * 0.3048;
                case "statute miles", "mi" -> distance * 1609.344;
                case "nautical miles" -> distance * 1852;
                default -> distance;
            };
        }
    }

    /** The value of one attribute of a row. */
    record Attribute(String name, boolean asGeometry) implements Expression {
        @Override
        public @Nullable Object evaluate(@Nullable Object object) {
            Object value = value(object);
            if (value instanceof Several several) {
                return several.compared();
            }
            return value instanceof Located located ? asGeometry ? located.geometry() : located.name() : value;
        }

        @Override
        public <T> @Nullable T evaluate(@Nullable Object object, Class<T> target) {
            Object value = value(object);
            if (value instanceof Located located) {
                value = Geometry.class.isAssignableFrom(target) ? located.geometry() : located.name();
            }
            if (value instanceof Several several) {
                value = several.toString();
            }
            return Converters.convert(value, target);
        }

        private @Nullable Object value(@Nullable Object object) {
            Object value = object instanceof Row row ? row.values().apply(name).orElse(null) : null;
            if (value instanceof Instant instant) {
                return Date.from(instant);
            }
            // GeoTools would cut a fraction off to compare it with a whole number: 2.7 would equal 2
            return value instanceof Integer || value instanceof Long
                    ? BigDecimal.valueOf(((Number) value).longValue())
                    : value;
        }

        @Override
        public Object accept(ExpressionVisitor visitor, @Nullable Object extraData) {
            return this;
        }
    }

    /** A text held against a pattern; false where there is none. */
    record Like(Expression value, String pattern, boolean matchCase, LikePattern matcher) implements Filter {
        @Override
        public boolean evaluate(@Nullable Object object) {
            Object text = value.evaluate(object);
            Object whole = text instanceof List ? value.evaluate(object, String.class) : text;
            return whole != null && matcher.matches(whole.toString());
        }

        @Override
        public Object accept(FilterVisitor visitor, @Nullable Object extraData) {
            return this;
        }
    }

    /** Whether two geometries are at most (or, not near, at least) so many metres apart. */
    record GroundDistance(Expression left, Expression right, double metres, boolean near) implements Filter {
        @Override
        public boolean evaluate(@Nullable Object object) {
            Geometry a = left.evaluate(object, Geometry.class);
            Geometry b = right.evaluate(object, Geometry.class);
            return a != null && b != null && !a.isEmpty() && !b.isEmpty() && near == apart(a, b) <= metres;
        }

        @Override
        public Object accept(FilterVisitor visitor, @Nullable Object extraData) {
            return this;
        }

        private static double apart(Geometry a, Geometry b) {
            double middle =
                    Math.toRadians((a.getCentroid().getY() + b.getCentroid().getY()) / 2);
            double shrink = Math.max(0.01, Math.cos(middle));
            AffineTransformation toPlane = AffineTransformation.scaleInstance(shrink, 1);
            Coordinate[] nearest = DistanceOp.nearestPoints(toPlane.transform(a), toPlane.transform(b));
            return Geodesic.distance(degrees(nearest[0], shrink), degrees(nearest[1], shrink));
        }

        private static Position degrees(Coordinate c, double shrink) {
            return new Position(c.y, Math.max(-180, Math.min(180, c.x / shrink)));
        }
    }
}
