package org.sightline.exchange;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Lineal;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.sightline.DomainException;
import org.sightline.claim.Category;
import org.sightline.claim.DigitForm;
import org.sightline.claim.Place;
import org.sightline.claim.PlacePrecision;
import org.sightline.claim.Quantity;
import org.sightline.claim.Route;
import org.sightline.claim.When;
import org.sightline.exchange.ColumnRoles.Role;
import org.sightline.geo.Position;

/** Reads a table's cells as what their columns hold. What cannot be read is a {@link DomainException} that says so. */
final class CellReading {
    private static final Map<String, Category> CATEGORIES = new ConcurrentHashMap<>();
    private static final int MOST_CATEGORIES = 10_000;
    private static final int MOST_DIGITS = 1_000;
    private static final int MOST_GEOMETRY = 16 << 20;
    private static final String INSTANT = "0000-00-00T00:00:00Z";
    private static final Pattern NUMERIC_DATE =
            Pattern.compile("(\\d{1,2})([./-])(\\d{1,2})\\2(\\d{4})(?:[ T,]+(\\d{1,2}:\\d{2})(?::\\d{2})?)?");
    private static final Pattern SECONDS = Pattern.compile(
            "(\\d{4}-\\d{2}-\\d{2})[ T](\\d{2}:\\d{2}(?::\\d{2})?)(?:[.,]\\d+)? ?(Z|[+-]\\d{2}:?\\d{2})?");

    private final ColumnRoles columns;
    private final Mapping mapping;

    CellReading(ColumnRoles columns, Mapping mapping) {
        this.columns = columns;
        this.mapping = mapping;
    }

    /** Blank where there is no such column. */
    String text(Table.Row row, Role role) {
        return columns.column(role).map(row::value).orElse("");
    }

    Category category(Table.Row row) {
        String words = text(row, Role.CATEGORY);
        if (words.isEmpty()) {
            return Category.OTHER;
        }
        if (CATEGORIES.size() > MOST_CATEGORIES) {
            CATEGORIES.clear();
        }
        return CATEGORIES.computeIfAbsent(words, Category::parse);
    }

    List<String> tags(Table.Row row) {
        String words = text(row, Role.TAGS);
        return words.isEmpty() ? List.of() : Stream.of(words.split("[;,]", -1)).toList();
    }

    Optional<Quantity> quantity(Table.Row row) {
        String lower = text(row, Role.QUANTITY_LOWER);
        String upper = text(row, Role.QUANTITY_UPPER);
        String item = columns.column(Role.ITEM).isPresent()
                ? text(row, Role.ITEM)
                : columns.layout().map(Layout::item).orElse("");
        if (lower.isEmpty() && upper.isEmpty()) {
            return counted(text(row, Role.QUANTITY), item);
        }
        Optional<BigDecimal> from = decimal(lower);
        Optional<BigDecimal> to = decimal(upper);
        if (from.isPresent() && from.equals(to)) {
            String words = item.isEmpty() ? lower : lower + " " + item;
            return Optional.of(new Quantity(
                    words, item, from, from, from, false, false, Quantity.Qualifier.EXACT, Quantity.Origin.STATED));
        }
        Quantity.Qualifier qualifier = from.isEmpty()
                ? Quantity.Qualifier.AT_MOST
                : to.isEmpty() ? Quantity.Qualifier.AT_LEAST : Quantity.Qualifier.RANGE;
        String number = from.isEmpty() ? "at most " + upper : to.isEmpty() ? "at least " + lower : lower + "-" + upper;
        return Optional.of(new Quantity(
                item.isEmpty() ? number : number + " " + item,
                item,
                Optional.empty(),
                from,
                to,
                false,
                false,
                qualifier,
                Quantity.Origin.STATED));
    }

    private Optional<Quantity> counted(String words, String item) {
        if (words.isEmpty()) {
            return Optional.empty();
        }
        String number = mapping.decimalComma() && words.matches("[+-]?[\\d. \u00a0]*,?\\d+") ? pointed(words) : words;
        if (number.matches("\\d{1,18}(\\.\\d{1,18})?")) {
            return Optional.of(
                    Quantity.exactly(new BigDecimal(number), item).withVerbatim((words + " " + item).strip()));
        }
        return Optional.of(Quantity.parse((number + " " + item).strip()));
    }

    private String pointed(String digits) {
        return mapping.decimalComma()
                ? digits.replace("\u00a0", "").replace(" ", "").replace(".", "").replace(',', '.')
                : digits;
    }

    private Optional<BigDecimal> decimal(String digits) {
        if (digits.isEmpty()) {
            return Optional.empty();
        }
        try {
            BigDecimal number = new BigDecimal(pointed(digits));
            if (Math.abs((long) number.scale()) > MOST_DIGITS) {
                throw new DomainException("\"" + digits + "\" has more digits than are kept.");
            }
            return Optional.of(number);
        } catch (NumberFormatException e) {
            throw new DomainException("\"" + digits + "\" is not a number; write it with digits and a point.", e);
        }
    }

    Optional<When> when(Table.Row row) {
        String words = text(row, Role.WHEN);
        return words.isEmpty() ? Optional.empty() : Optional.of(when(words));
    }

    private When when(String words) {
        if (DigitForm.fits(words, INSTANT)) {
            return When.edtf(words);
        }
        Matcher seconds = SECONDS.matcher(words);
        if (seconds.matches()) {
            String zone = seconds.group(3) == null ? "" : seconds.group(3);
            boolean bare = zone.length() == 5;
            String iso = seconds.group(1) + "T" + seconds.group(2)
                    + (bare ? zone.substring(0, 3) + ":" + zone.substring(3) : zone);
            return When.edtf(iso).withVerbatim(words);
        }
        Matcher numeric = NUMERIC_DATE.matcher(words);
        if (numeric.matches()) {
            String time = numeric.group(5) == null
                    ? ""
                    : "T" + (numeric.group(5).length() == 4 ? "0" : "") + numeric.group(5);
            return When.edtf(ordered(words, numeric) + time).withVerbatim(words);
        }
        return When.parse(words, Optional.empty());
    }

    /** With points between, the day is first wherever dates are written so; with strokes it may be either. */
    private String ordered(String words, Matcher numeric) {
        int first = Integer.parseInt(numeric.group(1));
        int second = Integer.parseInt(numeric.group(3));
        boolean sure = first > 12 || second > 12 || first == second;
        if (!sure && mapping.dates() == Mapping.Dates.ASK && !numeric.group(2).equals(".")) {
            throw new DomainException(
                    "\"" + words + "\" may be two days; say whether dates are day-first or month-first.");
        }
        boolean dayFirst = first > 12 || second <= 12 && mapping.dates() != Mapping.Dates.MONTH_FIRST;
        return String.format(
                Locale.ROOT, "%s-%02d-%02d", numeric.group(4), dayFirst ? second : first, dayFirst ? first : second);
    }

    Optional<Place> place(Table.Row row) {
        String latitude = text(row, Role.LATITUDE);
        String longitude = text(row, Role.LONGITUDE);
        if (latitude.isEmpty() && longitude.isEmpty()) {
            return shape(row);
        }
        return Optional.of(Place.point(
                text(row, Role.PLACE),
                degrees(latitude, "latitude"),
                degrees(longitude, "longitude"),
                precision(latitude, longitude)));
    }

    private Optional<Place> shape(Table.Row row) {
        String wkt = text(row, Role.GEOMETRY);
        if (wkt.isEmpty()) {
            return Optional.empty();
        }
        if (wkt.length() > MOST_GEOMETRY) {
            throw new DomainException("the geometry has too many vertices.");
        }
        try {
            Geometry geometry = new WKTReader(Place.WGS84).read(wkt);
            String name = text(row, Role.PLACE);
            if (geometry instanceof Point point) {
                return Optional.of(Place.point(name, point.getY(), point.getX(), PlacePrecision.EXACT));
            }
            if (geometry instanceof Lineal) {
                return Optional.of(Place.route(route(name, geometry), geometry, PlacePrecision.EXACT));
            }
            return Optional.of(Place.area(name, geometry, PlacePrecision.EXACT));
        } catch (ParseException | IllegalArgumentException e) {
            throw new DomainException("the geometry is not in WKT.", e);
        }
    }

    /** The ends of a line without a name are called by where they are. */
    private static Route route(String name, Geometry line) {
        if (!name.isEmpty()) {
            return new Route("start of " + name, "end of " + name, true);
        }
        Coordinate[] course = line.getCoordinates();
        return new Route(position(course[0]), position(course[course.length - 1]), true);
    }

    private static String position(Coordinate at) {
        return new Position(at.y, at.x).toString();
    }

    /** No more is claimed for a position than its digits can say: 0.001° is a hundred metres. */
    private static PlacePrecision precision(String latitude, String longitude) {
        int digits = Math.min(decimals(latitude), decimals(longitude));
        return digits >= 4
                ? PlacePrecision.EXACT
                : digits == 3
                        ? PlacePrecision.VICINITY
                        : digits == 2 ? PlacePrecision.LOCALITY : PlacePrecision.DISTRICT;
    }

    private static int decimals(String degrees) {
        int point = Math.max(degrees.indexOf('.'), degrees.indexOf(','));
        return point < 0 ? 0 : degrees.length() - point - 1;
    }

    /** Degrees have no thousands, so a comma in them is a decimal one. */
    private static double degrees(String digits, String what) {
        try {
            return Double.parseDouble(digits.indexOf(',') < 0 ? digits : digits.replace(',', '.'));
        } catch (NumberFormatException e) {
            throw new DomainException(
                    "the " + what + " \"" + digits + "\" is not a number; write it in degrees with a point.", e);
        }
    }
}
