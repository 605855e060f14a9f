package org.sightline.geo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.sightline.geo.Gazetteer.Kind;

/**
 * A table of places, {@code assets/gazetteer/places.tsv.gz} or one that was added, left as bytes: only positions,
 * populations and where each row and name begins are taken out. Rows are numbered in the file's order; the built-in ones
 * come most populous first. Immutable, safe for any thread.
 */
final class PlaceTable {
    /** What a place is, or is the seat of (GeoNames PPLC, PPLA, PPLA2, any other; then what is no town). */
    enum Rank {
        STATE(Kind.TOWN, 1_000_000),
        REGION(Kind.TOWN, 60_000),
        DISTRICT(Kind.TOWN, 8_000),
        NONE(Kind.TOWN, 500),
        FIRST_DIVISION(Kind.REGION, 100),
        DIVISION(Kind.DISTRICT, 100),
        SITE(Kind.SITE, 50),
        FEATURE(Kind.FEATURE, 50);

        private final Kind kind;
        private final int usualPopulation;

        Rank(Kind kind, int usualPopulation) {
            this.kind = kind;
            this.usualPopulation = usualPopulation;
        }

        Kind kind() {
            return kind;
        }
    }

    /** Logarithm of the largest city's population, or so. */
    private static final double LARGEST = 7.5;

    private static final int NAME = 1;
    private static final int OTHERS = 2;

    private final byte[] bytes;
    private final int[] rows;
    private final int[] lats;
    private final int[] lons;
    private final int[] populations;
    private final Rank[] ranks;
    private final float[] magnitudes;
    private final short[] countries;
    private final String[] countryCodes;

    /** For each name: its row, and where it begins; the first name of a row is its own, the others follow. */
    private final int[] nameRows;

    private final int[] nameStarts;

    private PlaceTable(Reader reader, NameIndex.Builder names) {
        bytes = reader.bytes;
        rows = reader.rows;
        lats = reader.lats;
        lons = reader.lons;
        populations = reader.populations;
        ranks = reader.ranks;
        magnitudes = new float[rows.length];
        for (int row = 0; row < rows.length; row++) {
            magnitudes[row] = (float) (Math.log10(1 + people(row)) / LARGEST);
        }
        countries = reader.countries;
        countryCodes = reader.countryCodes.toArray(String[]::new);
        nameRows = Arrays.copyOf(reader.nameRows, names.count());
        nameStarts = Arrays.copyOf(reader.nameStarts, names.count());
    }

    /** Reads the places, and adds their names to {@code names}, which must be empty. */
    static PlaceTable read(NameIndex.Builder names) {
        return of(resource("/assets/gazetteer/places.tsv.gz", true), names);
    }

    /** The same of other bytes, which are kept and must not be changed: a table of that form, as {@link PlaceFold} writes it. */
    static PlaceTable of(byte[] bytes, NameIndex.Builder names) {
        Reader reader = new Reader(bytes);
        reader.read(names);
        return new PlaceTable(reader, names);
    }

    static byte[] resource(String path, boolean zipped) {
        try (InputStream in = PlaceTable.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("The program is incomplete: " + path + " is missing");
            }
            return zipped ? new GZIPInputStream(in, 1 << 16).readAllBytes() : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("The program is damaged: " + path + " cannot be read", e);
        }
    }

    int size() {
        return rows.length;
    }

    int names() {
        return nameRows.length;
    }

    int rowOfName(int name) {
        return nameRows[name];
    }

    /** Whether it is the name that the place is listed under. */
    boolean isMainName(int name) {
        return name == 0 || nameRows[name - 1] != nameRows[name];
    }

    String nameText(int name) {
        int start = nameStarts[name];
        int end = start;
        while (bytes[end] != '\t' && bytes[end] != '|') {
            end++;
        }
        return text(start, end);
    }

    String name(int row) {
        return field(row, NAME);
    }

    /** GeoNames' number of the place; 0 where it is not known. */
    long id(int row) {
        long id = 0;
        for (int at = rows[row]; bytes[at] != '\t'; at++) {
            id = id * 10 + bytes[at] - '0';
        }
        return id;
    }

    String country(int row) {
        return countryCodes[countries[row]];
    }

    String admin1(int row) {
        return field(row, 4);
    }

    double lat(int row) {
        return lats[row] / 1e5;
    }

    double lon(int row) {
        return lons[row] / 1e5;
    }

    /** 0 where unknown. */
    int population(int row) {
        return populations[row];
    }

    Rank rank(int row) {
        return ranks[row];
    }

    /** The population, or what a place of its rank usually has where none is known; a capital has at least that. */
    double people(int row) {
        Rank rank = rank(row);
        if (rank.kind() != Kind.TOWN) {
            return rank.usualPopulation; // its people do not make a name of an area likelier than that of its town
        }
        int known = populations[row];
        return rank == Rank.STATE || known == 0 ? Math.max(known, rank.usualPopulation) : known;
    }

    /** How large it is among all places, from 0 to 1 by the logarithm of {@link #people}. */
    double magnitude(int row) {
        return magnitudes[row];
    }

    /** Its own name and the others it is known by. */
    List<String> namesOf(int row) {
        List<String> names = new ArrayList<>(List.of(field(row, NAME)));
        for (String other : field(row, OTHERS).split("\\|")) {
            if (!other.isEmpty()) {
                names.add(other);
            }
        }
        return names;
    }

    private String field(int row, int number) {
        int start = rows[row];
        for (int i = 0; i < number; i++) {
            while (bytes[start] != '\t') {
                start++;
            }
            start++;
        }
        int end = start;
        while (bytes[end] != '\t') {
            end++;
        }
        return text(start, end);
    }

    private String text(int start, int end) {
        return new String(bytes, start, end - start, StandardCharsets.UTF_8);
    }

    /** One pass over the bytes. */
    private static final class Reader {
        private final byte[] bytes;
        private int at;
        private final int[] rows;
        private final int[] lats;
        private final int[] lons;
        private final int[] populations;
        private final Rank[] ranks;
        private final short[] countries;
        private final java.util.List<String> countryCodes = new java.util.ArrayList<>();
        private final Map<Integer, Short> countryNumbers = new HashMap<>();
        private int[] nameRows;
        private int[] nameStarts;

        Reader(byte[] bytes) {
            this.bytes = bytes;
            int lines = 0;
            for (byte b : bytes) {
                if (b == '\n') {
                    lines++;
                }
            }
            int count = lines - 1;
            rows = new int[count];
            lats = new int[count];
            lons = new int[count];
            populations = new int[count];
            ranks = new Rank[count];
            countries = new short[count];
            nameRows = new int[3 * count];
            nameStarts = new int[3 * count];
        }

        void read(NameIndex.Builder names) {
            while (bytes[at++] != '\n') {
                // the header
            }
            for (int row = 0; row < rows.length; row++) {
                rows[row] = at;
                skip();
                names(row, names, NAME);
                names(row, names, OTHERS);
                countries[row] = country();
                skip();
                lats[row] = number(5);
                lons[row] = number(5);
                populations[row] = number(0);
                ranks[row] = rank();
            }
        }

        private void skip() {
            while (bytes[at++] != '\t') {
                // to the next field
            }
        }

        private void names(int row, NameIndex.Builder names, int field) {
            int start = at;
            for (; ; at++) {
                byte b = bytes[at];
                if (b != '\t' && (b != '|' || field == NAME)) {
                    continue;
                }
                if (at > start) {
                    int number = names.count();
                    if (number == nameRows.length) {
                        nameRows = Arrays.copyOf(nameRows, 2 * number);
                        nameStarts = Arrays.copyOf(nameStarts, 2 * number);
                    }
                    nameRows[number] = row;
                    nameStarts[number] = start;
                    names.add(bytes, start, at);
                }
                start = at + 1;
                if (b == '\t') {
                    at++;
                    return;
                }
            }
        }

        private short country() {
            boolean none = bytes[at] == '\t';
            int key = none ? 0 : bytes[at] << 8 | bytes[at + 1];
            String code = none ? "" : new String(bytes, at, 2, StandardCharsets.US_ASCII);
            skip();
            return countryNumbers.computeIfAbsent(key, k -> {
                countryCodes.add(code);
                return (short) (countryCodes.size() - 1);
            });
        }

        /** A number of at most so many decimals, as an integer of its last decimal; 0 for an empty field. */
        private int number(int places) {
            boolean negative = bytes[at] == '-';
            if (negative) {
                at++;
            }
            long value = 0;
            int decimals = -1;
            for (byte b = bytes[at]; b != '\t'; b = bytes[++at]) {
                if (b == '.') {
                    decimals = 0;
                } else {
                    value = value * 10 + b - '0';
                    decimals = decimals < 0 ? decimals : decimals + 1;
                }
            }
            at++;
            for (int i = Math.max(decimals, 0); i < places; i++) {
                value *= 10;
            }
            return (int) (negative ? -value : value);
        }

        /** A feature code, of tables that were added with GeoNames' class before it, such as "S.AIRF". */
        private Rank rank() {
            int start = at;
            while (bytes[at] != '\n') {
                at++;
            }
            int length = at++ - start;
            if (length > 1 && bytes[start + 1] == '.') {
                byte kind = bytes[start];
                start += 2;
                length -= 2;
                if (kind == 'A') {
                    boolean first = length == 4 && bytes[start] == 'A' && bytes[start + 3] == '1';
                    return first ? Rank.FIRST_DIVISION : Rank.DIVISION;
                }
                if (kind != 'P') {
                    return kind == 'S' || kind == 'R' ? Rank.SITE : Rank.FEATURE;
                }
            }
            byte fourth = length > 3 ? bytes[start + 3] : 0;
            if (fourth == 'C' && length == 4) {
                return Rank.STATE;
            }
            if (fourth != 'A') {
                return Rank.NONE;
            }
            return length == 4 ? Rank.REGION : bytes[start + 4] == '2' ? Rank.DISTRICT : Rank.NONE;
        }
    }
}
