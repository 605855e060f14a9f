package org.sightline.exchange;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sightline.DomainException;

/** Which column of a table holds what, guessed from its headings. Immutable. */
final class ColumnRoles {
    /** The plain headings of columns that hold ACLED's codes, 1 to 3. */
    private static final String GEO_PRECISION = "geoprecision";

    private static final String TIME_PRECISION_CODES = "timeprecision";

    /** What a column can hold, with the headings it goes by, likeliest first; lower case, letters and digits only. */
    enum Role {
        STATEMENT("statement", "claim", "title", "headline", "summary", "description", "event", "name"),
        QUOTE("quote", "quoteexact", "exact", "excerpt", "verbatim", "text"),
        SOURCE("source", "sourceid", "sourceurl", "url", "link", "sourcename", "sources", "article"),
        LATITUDE("latitude", "lat", "y", "placelatitude", "ycoord"),
        LONGITUDE("longitude", "lon", "lng", "long", "x", "placelongitude", "xcoord"),
        PLACE("place", "placename", "location", "town", "locality", "settlement", "where"),
        CATEGORY("category", "type", "class", "eventtype", "kind"),
        QUANTITY("quantity", "qty", "amount", "number", "count", "quantityverbatim"),
        QUANTITY_LOWER("quantitylower", "qtymin", "quantitymin", "mincount", "lower", "min", "atleast"),
        QUANTITY_UPPER("quantityupper", "qtymax", "quantitymax", "maxcount", "upper", "max", "atmost"),
        ITEM("item", "unit", "units", "quantityitem", "equipment", "what"),
        WHEN("when", "whenedtf", "date", "time", "timestamp", "ts", "datetime", "eventdate", "day"),
        CLAIMANT("claimant", "claimedby", "actor", "speaker", "attribution"),
        TAGS("tags", "keywords", "labels"),
        GEOMETRY("geometrywkt", "wkt", "geometry", "geom", "placewkt"),
        PLACE_PRECISION("placeprecision", ColumnRoles.GEO_PRECISION),
        RADIUS("placeradiusmetres", "radiusmetres", "coordinateuncertaintyinmeters"),
        TIME_PRECISION(ColumnRoles.TIME_PRECISION_CODES);

        @SuppressWarnings("ImmutableEnumChecker") // made by List.of
        private final List<String> headings;

        Role(String... headings) {
            this.headings = List.of(headings);
        }

        /** As mappings write it, such as {@code quantity-lower}. */
        String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static List<String> keys() {
            return Arrays.stream(values()).map(Role::key).toList();
        }
    }

    private final List<String> header;
    private final Map<Role, Integer> columns;
    private final List<Integer> others;
    private final List<Optional<Role>> roles;
    private final List<String> labels;
    private final Optional<Layout> layout;

    private ColumnRoles(List<String> header, Map<Role, Integer> columns, Optional<Layout> layout) {
        this.layout = layout;
        this.header = List.copyOf(header);
        this.columns = columns;
        this.others = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            if (!columns.containsValue(i) && !header.get(i).equals(Failures.REASON)) {
                others.add(i);
            }
        }
        this.roles = IntStream.range(0, header.size()).mapToObj(this::roleOf).toList();
        this.labels = header.stream()
                .map(heading -> plain(heading).equals("notes") ? "" : heading + ": ")
                .toList();
    }

    /**
     * @param mapping what a person says of it; the rest is guessed
     * @param file for messages
     * @throws DomainException when no column can be the statement or the quote, only one coordinate is there, or the
     *     mapping names a column that is not
     */
    static ColumnRoles of(List<String> header, Mapping mapping, String file) {
        Map<Role, Integer> columns = new EnumMap<>(Role.class);
        List<String> plain = header.stream().map(ColumnRoles::plain).toList();
        Optional<Layout> layout = Layout.of(plain);
        for (Role role : Role.values()) {
            if (mapping.columns().containsKey(role.key())) {
                said(header, role, mapping.columns().get(role.key()), file).ifPresent(at -> columns.put(role, at));
            }
        }
        for (Role role : Role.values()) {
            if (!mapping.columns().containsKey(role.key())) {
                layout.flatMap(known -> known.heading(role)).map(List::of).orElse(role.headings).stream()
                        .map(plain::indexOf)
                        .filter(at -> at >= 0 && !columns.containsValue(at))
                        .findFirst()
                        .ifPresent(at -> columns.put(role, at));
            }
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
        return new ColumnRoles(header, columns, layout);
    }

    private static Optional<Integer> said(List<String> header, Role role, @Nullable String heading, String file) {
        if (heading == null || heading.isEmpty()) {
            return Optional.empty();
        }
        for (int i = 0; i < header.size(); i++) {
            if (header.get(i).equalsIgnoreCase(heading)) {
                return Optional.of(i);
            }
        }
        throw new DomainException("The mapping says that \"" + heading + "\" is the " + role.key() + ", but \"" + file
                + "\" has no such column (its columns: " + shown(header) + ").");
    }

    /** Whose table it is, where that is known. */
    Optional<Layout> layout() {
        return layout;
    }

    /** The headings by role, as a mapping that says all that is known or guessed. */
    Mapping mapping(Mapping said) {
        Mapping all = said;
        for (Role role : Role.values()) {
            all = all.with(role.key(), column(role).map(header::get).orElse(""));
        }
        return all;
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

    /** Whether a column holds ACLED's codes and not words. */
    boolean holdsCodes(Role role) {
        return column(role)
                .map(at -> plain(header.get(at)))
                .filter(heading -> heading.equals(GEO_PRECISION) || heading.equals(TIME_PRECISION_CODES))
                .isPresent();
    }

    /** What a column is for; empty for those that go into the notes. */
    Optional<Role> role(int column) {
        return roles.get(column);
    }

    private Optional<Role> roleOf(int column) {
        return columns.entrySet().stream()
                .filter(e -> e.getValue() == column)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** What goes before a value in the notes; nothing before notes. */
    String label(int column) {
        return labels.get(column);
    }

    int size() {
        return header.size();
    }

    /** How the columns were understood, for people: "title is the statement, qty_min the lower bound". */
    String explained() {
        boolean cited = columns.containsKey(Role.QUOTE);
        String known = columns.entrySet().stream()
                .filter(e -> cited || e.getKey() != Role.SOURCE)
                .map(e -> header.get(e.getValue()) + ": "
                        + e.getKey().name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(", "));
        String uncited = cited
                ? ""
                : column(Role.SOURCE)
                        .map(at -> header.get(at) + ", without a quote")
                        .orElse("");
        String rest = Stream.concat(Stream.of(uncited), others.stream().map(header::get))
                .filter(heading -> !heading.isEmpty())
                .collect(Collectors.joining(", "));
        String whose = layout.map(l -> "as " + l.label() + " has them; ").orElse("");
        return whose + known + (rest.isEmpty() ? "" : "; into the notes: " + rest);
    }
}
