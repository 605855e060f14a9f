package org.sightline.overlay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.sightline.geo.ForeignCrs;
import org.sightline.overlay.sqlite.ForeignDatabase;

/** MBTiles 1.3 with raster tiles in Web Mercator, rows counted from the south. */
final class MbTilesFile {
    private static final int DEEPEST = 22;

    private MbTilesFile() {}

    static Overlay read(OverlayQuestion question) {
        ForeignDatabase database = ForeignDatabase.open(question.file(), question.named(), Budget.VALUE);
        boolean kept = false;
        try {
            database.endWhen(() -> question.progress().cancelled());
            Overlay overlay = read(question, database);
            kept = true;
            return overlay;
        } finally {
            if (!kept) {
                database.close();
            }
        }
    }

    private static Overlay read(OverlayQuestion question, ForeignDatabase database) {
        if (!database.has("tiles")) {
            throw question.damaged("is a database without map tiles, so there is nothing to show.");
        }
        Map<String, String> facts = new HashMap<>();
        if (database.has("metadata")) {
            database.each("SELECT name, value FROM metadata LIMIT 100", row -> facts.put(row.text(1), row.text(2)));
        }
        List<Integer> zooms = new ArrayList<>();
        for (int zoom = DEEPEST; zoom >= 0; zoom--) {
            int level = zoom;
            database.each("SELECT 1 FROM tiles WHERE zoom_level = ? LIMIT 1", row -> zooms.add(level), zoom);
        }
        if (zooms.isEmpty()) {
            throw GeoPackageFile.noTiles(question);
        }
        int[] side = {TilePyramid.SIDE};
        database.each(
                "SELECT tile_data FROM tiles WHERE zoom_level = ? LIMIT 1",
                row -> {
                    byte[] first = row.blob(1);
                    boolean vector = facts.getOrDefault("format", "").matches("pbf|mvt")
                            || (first.length > 1 && first[0] == 0x1F && (first[1] & 0xFF) == 0x8B);
                    if (vector) {
                        throw question.damaged(
                                "has vector tiles, which are not drawn; get it with tiles as pictures (png, jpg).");
                    }
                    side[0] = TileDecoding.decode(first, "a tile of " + question.named())
                            .getWidth();
                },
                zooms.getFirst());
        String sql = "SELECT tile_data FROM tiles WHERE zoom_level = ? AND tile_column = ? AND tile_row = ? LIMIT 1";
        TilePyramid.Source source = (zoom, column, row) ->
                GeoPackageFile.tile(database, question, sql, zoom, column, (1L << zoom) - 1 - row);
        TilePyramid pyramid = TilePyramid.of(
                question,
                ForeignCrs.epsg(3857),
                TilePyramid.world(),
                zooms.stream().map(zoom -> TilePyramid.mercator(zoom, side[0])).toList(),
                bounds(facts.getOrDefault("bounds", "")),
                source);
        return new Overlay.Picture(pyramid, List.of(), plain(facts.getOrDefault("attribution", "")), database::close);
    }

    /** "west,south,east,north" in degrees; empty when it is anything else. */
    private static Optional<Envelope> bounds(String words) {
        String[] parts = words.split(",");
        if (parts.length != 4) {
            return Optional.empty();
        }
        double[] degrees = new double[4];
        for (int i = 0; i < 4; i++) {
            try {
                degrees[i] = Double.parseDouble(parts[i].strip());
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        }
        boolean sound = degrees[0] >= -180 && degrees[2] <= 180 && degrees[1] >= -90 && degrees[3] <= 90;
        return sound ? Optional.of(new Envelope(degrees[0], degrees[2], degrees[1], degrees[3])) : Optional.empty();
    }

    /** An attribution may be HTML; what is left of it is words. */
    static String plain(String html) {
        String words = html.replaceAll("<[^>]*>", "")
                .replace("&copy;", "©")
                .replace("&amp;", "&")
                .strip();
        return words.length() <= Budget.NAME_LENGTH * 2 ? words : words.substring(0, Budget.NAME_LENGTH * 2);
    }
}
