package org.sightline.exchange;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sightline.exchange.ColumnRoles.Role;

/** Tables of others whose columns are known, told by their headings. */
enum Layout {
    /** Armed Conflict Location and Event Data: one event a row, worded in its notes. */
    ACLED(
            "ACLED",
            Set.of("eventdate", "eventtype", "actor1", "location", "latitude", "longitude", "notes"),
            Map.of(
                    Role.QUOTE, "notes",
                    Role.SOURCE, "source",
                    Role.WHEN, "eventdate",
                    Role.PLACE, "location",
                    Role.CATEGORY, "eventtype",
                    Role.QUANTITY, "fatalities",
                    Role.TAGS, "tags"),
            "fatalities"),
    /** GeoConfirmed: places found for pictures and films, with where they were seen first. */
    GEOCONFIRMED(
            "GeoConfirmed",
            Set.of("description", "date", "gear", "units"),
            Map.of(
                    Role.STATEMENT, "description",
                    Role.SOURCE, "origin",
                    Role.WHEN, "date",
                    Role.PLACE, "name",
                    Role.ITEM, "nothing"),
            ""),
    /** Atlos: incidents, described in one field. */
    ATLOS(
            "Atlos",
            Set.of("slug", "description", "sensitive", "status"),
            Map.of(
                    Role.STATEMENT, "description",
                    Role.SOURCE, "source1",
                    Role.WHEN, "date",
                    Role.CATEGORY, "type",
                    Role.TAGS, "tags",
                    Role.ITEM, "nothing"),
            ""),
    /** TimeMap of Forensic Architecture: events for its map. */
    TIMEMAP(
            "TimeMap",
            Set.of("description", "date", "location", "latitude", "longitude", "sources"),
            Map.of(
                    Role.STATEMENT, "description",
                    Role.SOURCE, "sources",
                    Role.WHEN, "date",
                    Role.PLACE, "location",
                    Role.CATEGORY, "category"),
            "");

    private final String label;

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<String> headings;

    @SuppressWarnings("ImmutableEnumChecker") // made by Map.of
    private final Map<Role, String> roles;

    private final String item;

    Layout(String label, Set<String> headings, Map<Role, String> roles, String item) {
        this.label = label;
        this.headings = headings;
        this.roles = roles;
        this.item = item;
    }

    /** @param plain headings in lower case, letters and digits only */
    static Optional<Layout> of(List<String> plain) {
        Set<String> there = Set.copyOf(new java.util.HashSet<>(plain));
        return java.util.Arrays.stream(values())
                .filter(layout -> there.containsAll(layout.headings))
                .findFirst();
    }

    String label() {
        return label;
    }

    /** The plain heading of a role; empty where the layout leaves it to be guessed. */
    Optional<String> heading(Role role) {
        return Optional.ofNullable(roles.get(role));
    }

    /** What its numbers count, where the column does not say. */
    String item() {
        return item;
    }
}
