package org.sightline.geo;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.FilterFactory;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Literal;
import org.sightline.DomainException;

/**
 * Reads the values with which a condition compares attributes, by the kind of the attribute, so that "none found" is
 * never the answer to a value that cannot be. A day without a time of day is the whole of it, in UTC: {@code = DAY} is
 * on it, {@code <= DAY} until its end, {@code > DAY} after it.
 */
final class EcqlValues {
    private static final long DAY = 86_400_000;

    private final Map<String, Ecql.Kind> kinds;
    private final FilterFactory filters;

    EcqlValues(Map<String, Ecql.Kind> kinds, FilterFactory filters) {
        this.kinds = kinds;
        this.filters = filters;
    }

    /** @return empty where the comparison is good as it stands */
    Optional<Filter> compared(Expression left, Ecql.Comparison how, Expression right) {
        if (left instanceof Literal && right instanceof Ecql.Attribute) {
            return compared(right, how.mirrored(), left);
        }
        if (!(left instanceof Ecql.Attribute attribute) || !(right instanceof Literal literal)) {
            return Optional.empty();
        }
        Object value = literal.getValue();
        return switch (kind(attribute)) {
            case Ecql.Kind.Text text -> Optional.empty();
            case Ecql.Kind.Amount amount -> {
                requireNumber(attribute.name(), value);
                yield Optional.empty();
            }
            case Ecql.Kind.OneOf words -> Optional.of(filter(attribute, how, word(attribute.name(), words, value)));
            case Ecql.Kind.Time time -> Optional.of(time(attribute, how, value));
        };
    }

    private Ecql.Kind kind(Ecql.Attribute attribute) {
        return kinds.getOrDefault(attribute.name(), new Ecql.Kind.Text());
    }

    /** @throws DomainException where the attribute is none that has a pattern */
    void requireText(Expression expression) {
        if (expression instanceof Ecql.Attribute attribute && kind(attribute) instanceof Ecql.Kind.Time) {
            throw new DomainException(attribute.name() + " is a time, which LIKE cannot be asked of; compare it with a"
                    + " date: " + attribute.name() + " = '2022-10-12'.");
        }
    }

    private static void requireNumber(String name, Object value) {
        if (value instanceof String text) {
            try {
                new BigDecimal(text.strip());
            } catch (NumberFormatException e) {
                throw new DomainException(name + " is a number, which \"" + text + "\" is not.", e);
            }
        }
    }

    private static String word(String name, Ecql.Kind.OneOf words, Object value) {
        String word = String.valueOf(value).strip().toLowerCase(Locale.ROOT);
        if (!words.allowed().contains(word)) {
            throw new DomainException(name + " is never \"" + value + "\"; it is one of "
                    + String.join(", ", new TreeSet<>(words.allowed())) + ".");
        }
        return word;
    }

    private Filter time(Ecql.Attribute attribute, Ecql.Comparison how, Object value) {
        Optional<LocalDate> day = day(value);
        if (day.isEmpty()) {
            return filter(attribute, how, instant(attribute.name(), value));
        }
        Date start = Date.from(day.get().atStartOfDay(ZoneOffset.UTC).toInstant());
        Date next = Date.from(day.get().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
        return switch (how) {
            case EQUAL ->
                filters.and(
                        filter(attribute, Ecql.Comparison.AT_LEAST, start),
                        filter(attribute, Ecql.Comparison.LESS, next));
            case LESS -> filter(attribute, Ecql.Comparison.LESS, start);
            case AT_MOST -> filter(attribute, Ecql.Comparison.LESS, next);
            case MORE -> filter(attribute, Ecql.Comparison.AT_LEAST, next);
            case AT_LEAST -> filter(attribute, Ecql.Comparison.AT_LEAST, start);
        };
    }

    @SuppressWarnings("JavaUtilDate") // as the grammar gives it
    private static Optional<LocalDate> day(Object value) {
        if (value instanceof Date date && date.getClass() != Date.class) {
            // the grammar's day is a Date of another class; its midnight is that of UTC or of this machine
            boolean utc = Math.floorMod(date.getTime(), DAY) == 0;
            ZoneId zone = utc ? ZoneOffset.UTC : ZoneId.systemDefault();
            return Optional.of(LocalDate.ofInstant(Instant.ofEpochMilli(date.getTime()), zone));
        }
        try {
            return value instanceof String text ? Optional.of(LocalDate.parse(text.strip())) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Date instant(String name, Object value) {
        if (value instanceof Date date) {
            return date;
        }
        try {
            return Date.from(OffsetDateTime.parse(String.valueOf(value).strip()).toInstant());
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new DomainException(
                    name + " is a time, which \"" + value
                            + "\" is not; write a day as '2022-10-12', or a time as '2022-10-12T15:00:00Z'.",
                    e);
        }
    }

    private Filter filter(Ecql.Attribute attribute, Ecql.Comparison how, Object value) {
        Expression literal = filters.literal(value);
        return switch (how) {
            case EQUAL -> filters.equals(attribute, literal);
            case LESS -> filters.less(attribute, literal);
            case AT_MOST -> filters.lessOrEqual(attribute, literal);
            case MORE -> filters.greater(attribute, literal);
            case AT_LEAST -> filters.greaterOrEqual(attribute, literal);
        };
    }
}
