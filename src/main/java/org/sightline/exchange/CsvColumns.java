package org.sightline.exchange;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sightline.DomainException;

/** Which column of a table holds what, guessed from its headings. Immutable. */
final class CsvColumns {

    /** What a column can hold, with the headings it goes by, likeliest first; lower case, letters and digits only. */
    enum Role {
        STATEMENT("statement", "claim", "title", "headline", "summary", "description", "event", "name"),
        QUOTE("quote", "quoteexact", "exact", "excerpt", "verbatim", "text", "notes"),
        SOURCE("source", "sourceid", "sourceurl", "url", "link", "sourcename", "sources", "article"),
        LATITUDE("latitude", "lat", "y", "placelatitude", "ycoord"),
        LONGITUDE("longitude", "lon", "lng", "long", "x", "placelongitude", "xcoord"),
        PLACE("place", "placename", "location", "town", "locality", "settlement"),
        CATEGORY("category", "type", "class", "eventtype", "kind"),
        QUANTITY("quantity", "qty", "amount", "number", "count", "quantityverbatim"),
        QUANTITY_LOWER("quantitylower", "qtymin", "quantitymin", "mincount", "lower", "min", "atleast"),
        QUANTITY_UPPER("quantityupper", "qtymax", "quantitymax", "maxcount", "upper", "max", "atmost"),
        ITEM("item", "unit", "units", "quantityitem", "equipment", "what"),
        WHEN("when", "whenedtf", "date", "time", "timestamp", "ts", "datetime", "eventdate", "day"),
        CLAIMANT("claimant", "claimedby", "actor", "speaker", "attribution");

        @SuppressWarnings("ImmutableEnumChecker") // made by List.of
        private final List<String> headings;

        Role(String... headings) {
            this.headings = List.of(headings);
        }
    }

    private final List<String> header;
    private final Map<Role, Integer> columns;
    private final List<Integer> others;

    private CsvColumns(List<String> header, Map<Role, Integer> columns) {
        this.header = List.copyOf(header);
        this.columns = columns;
        this.others = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            if (!columns.containsValue(i)) {
                others.add(i);
            }
        }
    }

    /**
     * @param file for messages
     * @throws DomainException when no column can be the statement or the quote, or only one coordinate is there
     */
    static CsvColumns guess(List<String> header, String file) {
        Map<Role, Integer> columns = new EnumMap<>(Role.class);
        List<String> plain = header.stream().map(CsvColumns::plain).toList();
        for (Role role : Role.values()) {
            role.headings.stream()
                    .map(plain::indexOf)
                    .filter(at -> at >= 0 && !columns.containsValue(at))
                    .findFirst()
                    .ifPresent(at -> columns.put(role, at));
        }
        if (!columns.containsKey(Role.STATEMENT) && !columns.containsKey(Role.QUOTE)) {
            throw new DomainException("The table \"" + file + "\" has no column that could be the statement or the"
                    + " quote (its columns: " + shown(header) + "); head one of them \"statement\" or \"quote\".");
        }
        if (columns.containsKey(Role.LATITUDE) != columns.containsKey(Role.LONGITUDE)) {
            throw new DomainException("The table \"" + file + "\" has a "
                    + (columns.containsKey(Role.LATITUDE) ? "latitude but no longitude" : "longitude but no latitude")
                    + "; head its column so, or leave both out.");
        }
        return new CsvColumns(header, columns);
    }

    private static String plain(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{Nd}]", "");
    }

    private static String shown(List<String> header) {
        String all = header.stream().limit(20).collect(Collectors.joining(", "));
        return all.length() > 200 ? all.substring(0, 200) + "…" : all;
    }

    Optional<Integer> column(Role role) {
        return Optional.ofNullable(columns.get(role));
    }

    /** Columns that hold none of this; they go into the notes. */
    List<Integer> others() {
        return others;
    }

    String heading(int column) {
        return header.get(column);
    }

    /** How the columns were understood, for people: "title is the statement, qty_min the lower bound". */
    String explained() {
        String known = columns.entrySet().stream()
                .map(e -> header.get(e.getValue()) + ": "
                        + e.getKey().name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(", "));
        String rest = others.stream().map(header::get).collect(Collectors.joining(", "));
        return known + (rest.isEmpty() ? "" : "; into the notes: " + rest);
    }
}
