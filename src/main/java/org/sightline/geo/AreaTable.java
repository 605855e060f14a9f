package org.sightline.geo;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.sightline.geo.Gazetteer.Entry;
import org.sightline.geo.Gazetteer.Kind;

/**
 * The countries and regions of the gazetteer, and the names of first-level divisions. Some thousand rows, kept as
 * objects. Immutable, safe for any thread.
 */
final class AreaTable {
    private final List<Entry> entries = new ArrayList<>();

    /** For each name added: the entry's number, and the name. */
    private final List<Integer> nameEntries = new ArrayList<>();

    private final List<String> names = new ArrayList<>();
    private final Map<String, Entry> countries = new HashMap<>();
    private final Map<String, String> divisions = new HashMap<>();
    private final int firstName;

    private AreaTable(NameIndex.Builder index) {
        firstName = index.count();
        for (String[] row : rows("admin1.tsv")) {
            divisions.put(row[0] + "." + row[1], row[2]);
        }
        for (String[] row : rows("countries.tsv")) {
            Entry entry = entry(row[2], Kind.COUNTRY, row[0], Optional.empty(), row, 5);
            add(entry, row[2], row[3], index);
            countries.put(row[0], entry);
            countries.putIfAbsent(row[1], entry);
            for (String name : (row[2] + "|" + row[3]).split("\\|")) {
                countries.putIfAbsent(NameFolding.loose(name), entry);
            }
        }
        for (String[] row : rows("regions.tsv")) {
            Optional<String> division = division(row[0], row[1]);
            add(entry(row[2], Kind.REGION, row[0], division, row, 4), row[2], row[3], index);
        }
    }

    /** Reads them, and adds their names to {@code names} after those already there. */
    static AreaTable read(NameIndex.Builder names) {
        return new AreaTable(names);
    }

    private static List<String[]> rows(String file) {
        byte[] bytes = PlaceTable.resource("/assets/gazetteer/" + file, false);
        return new String(bytes, StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .map(line -> line.split("\t", -1))
                .toList();
    }

    /** Position and extent stand in six fields from {@code at} on. */
    private static Entry entry(String name, Kind kind, String country, Optional<String> region, String[] row, int at) {
        double[] numbers = new double[6];
        for (int i = 0; i < 6; i++) {
            numbers[i] = Double.parseDouble(row[at + i]);
        }
        return new Entry(
                name,
                kind,
                country,
                region,
                new Position(numbers[0], numbers[1]),
                new Envelope(numbers[2], numbers[4], numbers[3], numbers[5]),
                0,
                1);
    }

    private void add(Entry entry, String name, String others, NameIndex.Builder index) {
        int number = entries.size();
        entries.add(entry);
        for (String each : (name + "|" + others).split("\\|")) {
            if (!each.isEmpty()) {
                byte[] utf8 = each.getBytes(StandardCharsets.UTF_8);
                index.add(utf8, 0, utf8.length);
                names.add(each);
                nameEntries.add(number);
            }
        }
    }

    /** In the order of their numbers. */
    List<Entry> entries() {
        return entries;
    }

    int entryOfName(int name) {
        return nameEntries.get(name - firstName);
    }

    String nameText(int name) {
        return names.get(name - firstName);
    }

    boolean isMainName(int name) {
        int own = name - firstName;
        return own == 0 || !nameEntries.get(own - 1).equals(nameEntries.get(own));
    }

    /** By code (in capitals) or by any of its names. */
    Optional<Entry> country(String codeOrName) {
        Entry byCode = countries.get(codeOrName.strip());
        return Optional.ofNullable(byCode != null ? byCode : countries.get(NameFolding.loose(codeOrName)));
    }

    /** The name of a first-level division. */
    Optional<String> division(String country, String code) {
        return Optional.ofNullable(divisions.get(country + "." + code));
    }
}
