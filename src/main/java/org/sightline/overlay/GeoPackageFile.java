package org.sightline.overlay;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.sightline.DomainException;
import org.sightline.geo.ForeignCrs;
import org.sightline.overlay.sqlite.ForeignDatabase;

/** GeoPackage (OGC 12-128r18): tables of features, and pyramids of raster tiles. */
final class GeoPackageFile {
    private final OverlayQuestion question;
    private final ForeignDatabase database;

    private GeoPackageFile(OverlayQuestion question, ForeignDatabase database) {
        this.question = question;
        this.database = database;
        database.endWhen(() -> question.progress().cancelled());
    }

    /** A table that can be shown. */
    private record Content(String table, String type, long srs) {}

    /** The tables that can be shown. */
    static List<String> parts(OverlayQuestion question) {
        try (ForeignDatabase database = open(question)) {
            return new GeoPackageFile(question, database)
                    .contents().stream().map(Content::table).toList();
        }
    }

    static Overlay read(OverlayQuestion question) {
        ForeignDatabase database = open(question);
        boolean kept = false;
        try {
            GeoPackageFile file = new GeoPackageFile(question, database);
            Content content = file.chosen();
            if (content.type().equals("features")) {
                return file.features(content);
            }
            Overlay tiles = file.tiles(content);
            kept = true;
            return tiles;
        } finally {
            if (!kept) {
                database.close();
            }
        }
    }

    private static ForeignDatabase open(OverlayQuestion question) {
        return ForeignDatabase.open(question.file(), question.named(), Budget.VALUE);
    }

    private List<Content> contents() {
        if (!database.has("gpkg_contents")) {
            throw question.damaged("is a database but no GeoPackage, so there is nothing to show.");
        }
        List<Content> contents = new ArrayList<>();
        database.each(
                "SELECT table_name, data_type, ifnull(srs_id, -1) FROM gpkg_contents"
                        + " WHERE data_type = 'features' OR data_type = 'tiles' LIMIT 1000",
                row -> contents.add(new Content(row.text(1), row.text(2), row.number(3))));
        contents.removeIf(content -> !database.has(content.table()));
        contents.sort(Comparator.comparing(Content::table));
        return contents;
    }

    private Content chosen() {
        List<Content> contents = contents();
        if (contents.isEmpty()) {
            throw question.damaged("holds no features and no tiles, so there is nothing to show.");
        }
        return question.part()
                .map(part -> contents.stream()
                        .filter(content -> content.table().equals(part))
                        .findFirst()
                        .orElseThrow(() -> question.damaged("has no table " + part + "; it has "
                                + String.join(
                                        ", ",
                                        contents.stream().map(Content::table).toList())
                                + ".")))
                .orElse(contents.getFirst());
    }

    private Optional<ForeignCrs> crs(long srs) {
        List<String> words = new ArrayList<>();
        if (srs > 0) {
            database.each(
                    "SELECT organization, organization_coordsys_id, definition FROM gpkg_spatial_ref_sys WHERE srs_id = ?",
                    row -> words.add(row.text(1).equalsIgnoreCase("EPSG") ? "EPSG:" + row.number(2) : row.text(3)),
                    srs);
        }
        return question.crsOr(words.stream().findFirst());
    }

    private Overlay.Features features(Content content) {
        List<String> columns = new ArrayList<>();
        database.each(
                "SELECT column_name FROM gpkg_geometry_columns WHERE table_name = ?",
                row -> columns.add(row.text(1)),
                content.table());
        if (columns.isEmpty()) {
            throw question.damaged("does not say where the shapes of " + content.table() + " are; it is damaged.");
        }
        List<String> fields = new ArrayList<>();
        database.each("SELECT name FROM pragma_table_info(?)", row -> fields.add(row.text(1)), content.table());
        int name = NameFields.best(fields);
        Gatherer gatherer = new Gatherer(question, crs(content.srs()));
        String sql = "SELECT " + ForeignDatabase.quoted(columns.getFirst()) + ", "
                + (name < 0 ? "''" : ForeignDatabase.quoted(fields.get(name))) + " FROM "
                + ForeignDatabase.quoted(content.table());
        database.each(sql, row -> {
            Wkb.geoPackage(row.blob(1), gatherer, question);
            gatherer.endFeature(row.text(2));
        });
        return gatherer.done();
    }

    private Overlay tiles(Content content) {
        double[] extent = {Double.NaN, 0, 0, 0};
        database.each(
                "SELECT min_x, min_y, max_x, max_y FROM gpkg_tile_matrix_set WHERE table_name = ?",
                row -> {
                    for (int i = 0; i < extent.length; i++) {
                        extent[i] = row.real(i + 1);
                    }
                },
                content.table());
        List<TilePyramid.Level> levels = new ArrayList<>();
        database.each(
                "SELECT zoom_level, matrix_width, matrix_height, tile_width, tile_height, pixel_x_size, pixel_y_size"
                        + " FROM gpkg_tile_matrix WHERE table_name = ? LIMIT 64",
                row -> levels.add(new TilePyramid.Level(
                        (int) row.number(1),
                        row.number(2),
                        row.number(3),
                        (int) row.number(4),
                        (int) row.number(5),
                        row.real(6),
                        row.real(7))),
                content.table());
        levels.sort(Comparator.comparingInt(TilePyramid.Level::zoom).reversed());
        ForeignCrs crs = crs(content.srs())
                .orElseThrow(() -> question.damaged(
                        "does not say what its tiles are in; say it, such as EPSG:3857, when adding the layer."));
        if (!Double.isFinite(extent[0] + extent[1] + extent[2] + extent[3]) || levels.isEmpty()) {
            throw question.damaged("does not say where its tiles lie; it is damaged.");
        }
        Map<Integer, Boolean> filled = new HashMap<>();
        String table = ForeignDatabase.quoted(content.table());
        levels.removeIf(level -> !filled.computeIfAbsent(level.zoom(), zoom -> {
            boolean[] any = {false};
            database.each("SELECT 1 FROM " + table + " WHERE zoom_level = ? LIMIT 1", row -> any[0] = true, zoom);
            return any[0];
        }));
        String sql =
                "SELECT tile_data FROM " + table + " WHERE zoom_level = ? AND tile_column = ? AND tile_row = ? LIMIT 1";
        TilePyramid.Source source = (zoom, column, row) -> tile(database, question, sql, zoom, column, row);
        TilePyramid pyramid = TilePyramid.of(
                question,
                crs,
                new Envelope(extent[0], extent[2], extent[1], extent[3]),
                levels,
                Optional.empty(),
                source);
        return new Overlay.Picture(pyramid, List.of(), "", database::close);
    }

    static Optional<BufferedImage> tile(
            ForeignDatabase database, OverlayQuestion question, String sql, int zoom, long column, long row) {
        List<byte[]> found = new ArrayList<>(1);
        database.each(sql, answer -> found.add(answer.blob(1)), zoom, column, row);
        return found.stream()
                .findFirst()
                .filter(bytes -> bytes.length > 0)
                .map(bytes -> TileDecoding.decode(bytes, "a tile of " + question.named()));
    }

    /** Whether a name ends like a GeoPackage's. */
    static boolean named(String name) {
        return name.toLowerCase(Locale.ROOT).matches(".*\\.(gpkg|gpkx)");
    }

    static DomainException noTiles(OverlayQuestion question) {
        return question.damaged("holds no tiles, so there is nothing to show.");
    }
}
