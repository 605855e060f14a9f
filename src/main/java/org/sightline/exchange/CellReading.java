package org.sightline.exchange;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.sightline.DomainException;
import org.sightline.claim.Category;
import org.sightline.claim.DigitForm;
import org.sightline.claim.Place;
import org.sightline.claim.Quantity;
import org.sightline.claim.When;
import org.sightline.exchange.ColumnRoles.Role;

/** Reads a table's cells as what their columns hold. What cannot be read is a {@link DomainException} that says so. */
final class CellReading {
    private static final Map<String, Category> CATEGORIES = new ConcurrentHashMap<>();
    private static final int MOST_CATEGORIES = 10_000;
    private static final String INSTANT = "0000-00-00T00:00:00Z";
    private static final Pattern NUMERIC_DATE =
            Pattern.compile("(\\d{1,2})([./-])(\\d{1,2})\\2(\\d{4})(?:[ T,]+(\\d{1,2}:\\d{2})(?::\\d{2})?)?");
    private static final Pattern SECONDS = Pattern.compile(
            "(\\d{4}-\\d{2}-\\d{2})[ T](\\d{2}:\\d{2}(?::\\d{2})?)(?:[.,]\\d+)? ?(Z|[+-]\\d{2}:?\\d{2})?");

    private final ColumnRoles columns;
    private final Mapping mapping;
    private final QuantityCells quantities;
    private final PlaceCells places;

    CellReading(ColumnRoles columns, Mapping mapping) {
        this.columns = columns;
        this.mapping = mapping;
        this.quantities = new QuantityCells(mapping.decimalComma());
        this.places = new PlaceCells(columns);
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
        return quantities.read(
                text(row, Role.QUANTITY), text(row, Role.QUANTITY_LOWER), text(row, Role.QUANTITY_UPPER), item(row));
    }

    private String item(Table.Row row) {
        return columns.column(Role.ITEM).isPresent()
                ? text(row, Role.ITEM)
                : columns.layout().map(Layout::item).orElse("");
    }

    Optional<Place> place(Table.Row row) {
        return places.read(row);
    }

    /** The roles of columns whose values, where there are any, are not in what was read; the source is not judged. */
    Set<Role> untold(Table.Row row, Optional<Quantity> quantity, Optional<When> when, Optional<Place> place) {
        Set<Role> untold = places.untold(row, place);
        if (quantity.isEmpty()) {
            untold.add(Role.ITEM);
        }
        String code = text(row, Role.TIME_PRECISION);
        if (!code.isEmpty() && when.filter(w -> CodedTime.isTold(w, code)).isEmpty()) {
            untold.add(Role.TIME_PRECISION);
        }
        return untold;
    }

    Optional<When> when(Table.Row row) {
        String words = text(row, Role.WHEN);
        return words.isEmpty()
                ? Optional.empty()
                : Optional.of(CodedTime.coarsened(when(words), text(row, Role.TIME_PRECISION)));
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
}
