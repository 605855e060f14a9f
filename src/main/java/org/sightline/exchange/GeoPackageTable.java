package org.sightline.exchange;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKTWriter;
import org.sightline.DomainException;
import org.sightline.overlay.sqlite.ForeignDatabase;

/**
 * The first table of features of somebody's GeoPackage (OGC 12-128r18) as rows, its geometries in WKT; they must be in
 * WGS 84. Read a few hundred rows at a time. Immutable.
 */
final class GeoPackageTable implements Table {
    private static final int LONGEST = 16 << 20;
    private static final int BLOCK = 500;
    private static final int WGS84 = 4326;
    private static final int[] ENVELOPE_DOUBLES = {0, 4, 6, 6, 8};

    private final Path file;
    private final String table;
    private final String geometry;
    private final List<String> columns;
    private final List<String> others; // tables of features that are not read

    private GeoPackageTable(Path file, String table, String geometry, List<String> columns, List<String> others) {
        this.others = List.copyOf(others);
        this.file = file;
        this.table = table;
        this.geometry = geometry;
        this.columns = List.copyOf(columns);
    }

    /** @throws DomainException when it cannot be read, has no features, or these are not in WGS 84 */
    static GeoPackageTable open(Path file) {
        String name = String.valueOf(file.getFileName());
        try (ForeignDatabase database = ForeignDatabase.open(file, name, LONGEST)) {
            List<String> first = new ArrayList<>();
            if (database.has("gpkg_geometry_columns")) {
                database.each("SELECT table_name, column_name, srs_id FROM gpkg_geometry_columns LIMIT 1", row -> {
                    first.add(row.text(1));
                    first.add(row.text(2));
                    first.add(Long.toString(row.number(3)));
                });
            }
            if (first.isEmpty() || !database.has(first.getFirst())) {
                throw new DomainException("The file \"" + name + "\" has no table of features to import.");
            }
            if (!first.get(2).equals(Integer.toString(WGS84))) {
                throw new DomainException("The features of \"" + name + "\" are not in WGS 84 (EPSG:4326) but in "
                        + first.get(2) + "; save them in WGS 84 and import that.");
            }
            List<String> columns = new ArrayList<>();
            database.each(
                    "SELECT name FROM pragma_table_info(?) LIMIT " + (MOST_COLUMNS + 1),
                    row -> columns.add(row.text(1)),
                    first.getFirst());
            if (columns.size() > MOST_COLUMNS) {
                throw new DomainException(
                        "The table of \"" + name + "\" has more than " + MOST_COLUMNS + " columns and was not read.");
            }
            columns.remove(first.get(1));
            List<String> others = new ArrayList<>();
            database.each(
                    "SELECT table_name FROM gpkg_geometry_columns WHERE table_name <> ? ORDER BY table_name LIMIT "
                            + MOST_COLUMNS,
                    row -> others.add(row.text(1)),
                    first.get(0));
            return new GeoPackageTable(file, first.get(0), first.get(1), columns, others);
        }
    }

    /** Whether it has the tables of a board. */
    static boolean isBoard(Path file) {
        try (ForeignDatabase database = ForeignDatabase.open(file, String.valueOf(file.getFileName()), LONGEST)) {
            return database.has("board") && database.has("journal") && database.has("claim");
        }
    }

    @Override
    public String name() {
        return String.valueOf(file.getFileName());
    }

    @Override
    public Optional<String> leftOut() {
        return others.isEmpty()
                ? Optional.empty()
                : Optional.of("Of \"" + name() + "\" only the table \"" + table + "\" is read, and not \""
                        + String.join("\", \"", others) + "\"; save that as a file of its own to import it");
    }

    @Override
    public List<String> header() {
        List<String> header = new ArrayList<>(columns);
        header.add(JsonTable.GEOMETRY);
        return header;
    }

    @Override
    public Rows rows(IntPredicate wanted) {
        return new MadeRows(new Maker(), false);
    }

    @Override
    public Rows exactRows() {
        return new MadeRows(new Maker(), true);
    }

    private final class Maker implements MadeRows.Maker {
        private final ForeignDatabase database = ForeignDatabase.open(file, name(), LONGEST);
        private final String sql;
        private Iterator<List<String>> block = List.<List<String>>of().iterator();
        private long last = Long.MIN_VALUE;
        private boolean ended;

        private Maker() {
            StringBuilder columnsAsSql = new StringBuilder("SELECT rowid, ").append(ForeignDatabase.quoted(geometry));
            columns.forEach(column -> columnsAsSql.append(", ").append(ForeignDatabase.quoted(column)));
            sql = columnsAsSql
                    .append(" FROM ")
                    .append(ForeignDatabase.quoted(table))
                    .append(" WHERE rowid > ? ORDER BY rowid LIMIT ")
                    .append(BLOCK)
                    .toString();
        }

        @Override
        public Optional<MadeRows.Made> next() {
            if (!block.hasNext() && !ended) {
                List<List<String>> rows = new ArrayList<>();
                database.each(
                        sql,
                        row -> {
                            last = row.number(1);
                            List<String> values = new ArrayList<>();
                            for (int i = 0; i < columns.size(); i++) {
                                values.add(row.text(i + 3));
                            }
                            values.add(wkt(row.blob(2)));
                            rows.add(values);
                        },
                        last);
                ended = rows.size() < BLOCK;
                block = rows.iterator();
            }
            return block.hasNext() ? Optional.of(MadeRows.Made.whole(block.next())) : Optional.empty();
        }

        @Override
        public void close() {
            database.close();
        }
    }

    /** GeoPackageBinary: a header of 8 bytes, an envelope, then WKB (clause 2.1.3). What is none is told in its place. */
    private static String wkt(byte[] blob) {
        if (blob.length < 8 || blob[0] != 'G' || blob[1] != 'P') {
            return "";
        }
        int envelope = blob[3] >> 1 & 7;
        int start = 8 + 8 * (envelope < ENVELOPE_DOUBLES.length ? ENVELOPE_DOUBLES[envelope] : 0);
        if (start >= blob.length) {
            return "";
        }
        ByteBuffer rest = ByteBuffer.wrap(blob, start, blob.length - start).order(ByteOrder.BIG_ENDIAN);
        byte[] wkb = new byte[rest.remaining()];
        rest.get(wkb);
        try {
            Geometry read = new WKBReader().read(wkb);
            return read.isEmpty() ? "" : new WKTWriter().write(read);
        } catch (ParseException | IllegalArgumentException e) {
            return "damaged"; // which the cell's reading refuses, in the row's own sentence
        }
    }
}
