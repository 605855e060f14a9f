package org.sightline.board;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.DomainException;

/** The tables {@code layer} and {@code layer_file}: their rows, and images in the journal. */
final class LayerTable {
    /** The version of the tables that brought it. */
    static final int SINCE = 3;

    static final Table TABLE = new Table("layer", List.of("uuid", "name", "kind", "position", "settings"));

    private LayerTable() {}

    static @Nullable Object[] values(Layer layer) {
        return new @Nullable Object[] {
            layer.uuid().toString(),
            layer.name(),
            kind(layer.origin()),
            (long) layer.position(),
            CanonicalJson.write(settings(layer))
        };
    }

    private static String kind(Layer.Origin origin) {
        return switch (origin) {
            case Layer.Reference reference -> "file";
            case Layer.Copy copy -> "copy";
            case Layer.Tiles tiles -> "tiles";
        };
    }

    private static CanonicalJson.Members settings(Layer layer) {
        CanonicalJson.Members members = CanonicalJson.object();
        switch (layer.origin()) {
            case Layer.Reference reference -> members.with("path", reference.path());
            case Layer.Copy copy -> members.with("path", copy.fileName());
            case Layer.Tiles tiles -> {
                members.with("tiles", tiles.template()).with("deepest", tiles.deepest());
                if (tiles.shallowest() != 0) {
                    members.with("shallowest", tiles.shallowest());
                }
            }
        }
        layer.content()
                .ifPresent(content -> members.with("sha256", content.sha256())
                        .with("bytes", content.bytes())
                        .with("part", content.part())
                        .with("crs", content.crs()));
        Layer.Look look = layer.look();
        members.with("visible", look.visible())
                .with("opacity", look.opacity())
                .with("stroke", look.stroke())
                .with("fill", look.fill())
                .with("fillOpacity", look.fillOpacity())
                .with("size", look.size())
                .with("names", look.names())
                .with("attribution", look.attribution());
        look.nearest().ifPresent(n -> members.with("nearest", n));
        look.farthest().ifPresent(n -> members.with("farthest", n));
        return members;
    }

    private static Layer read(long id, UUID uuid, String name, String kind, int position, Fields settings) {
        Layer.Origin origin = switch (kind) {
            case "file" -> new Layer.Reference(settings.text("path"), content(settings));
            case "copy" -> new Layer.Copy(settings.text("path"), content(settings));
            case "tiles" ->
                new Layer.Tiles(
                        settings.text("tiles"),
                        (int) maybeNumber(settings, "shallowest").orElse(0),
                        (int) settings.number("deepest"));
            default ->
                throw new DomainException("The layer " + id + " is of a kind that this version does not know (" + kind
                        + "); open the board with a newer version.");
        };
        Layer.Look look = new Layer.Look(
                settings.flag("visible"),
                settings.real("opacity"),
                maybeNumber(settings, "nearest"),
                maybeNumber(settings, "farthest"),
                settings.text("stroke"),
                settings.text("fill"),
                settings.real("fillOpacity"),
                settings.real("size"),
                settings.flag("names"),
                settings.text("attribution"));
        return new Layer(id, uuid, name, position, origin, look);
    }

    private static OptionalLong maybeNumber(Fields settings, String key) {
        return settings.node().has(key) ? OptionalLong.of(settings.number(key)) : OptionalLong.empty();
    }

    private static Layer.Content content(Fields settings) {
        return new Layer.Content(
                settings.text("sha256"),
                settings.number("bytes"),
                settings.maybeText("part"),
                settings.maybeText("crs"));
    }

    private static Layer read(Row row) {
        Layer layer = read(
                row.number("id"),
                row.uuid("uuid"),
                row.text("name"),
                row.text("kind"),
                row.count("position"),
                new Fields(CanonicalJson.read(row.text("settings"))));
        layer.check();
        return layer;
    }

    /** In the order of painting; none where the board is of a version without them. */
    static List<Layer> all(Database database) {
        return BoardIdentity.read(database).schemaVersion() < SINCE
                ? List.of()
                : database.list(TABLE.select("ORDER BY position, id"), LayerTable::read);
    }

    /** The same without those that another program has made unreadable, whose numbers go to {@code unreadable}. */
    static List<Layer> readable(Database database, List<Long> unreadable) {
        if (BoardIdentity.read(database).schemaVersion() < SINCE) {
            return List.of();
        }
        List<Layer> layers = new ArrayList<>();
        database.each(TABLE.select("ORDER BY position, id"), row -> {
            Optional<Layer> layer = ClaimTable.readable(() -> Optional.of(read(row)));
            layer.ifPresentOrElse(layers::add, () -> unreadable.add(row.number("id")));
        });
        return layers;
    }

    static Optional<Layer> find(Database database, UUID uuid) {
        return database.first(TABLE.select("WHERE uuid = ?"), LayerTable::read, uuid.toString());
    }

    static String image(Layer layer) {
        return CanonicalJson.write(CanonicalJson.object()
                .with("id", layer.id())
                .with("uuid", layer.uuid().toString())
                .with("name", layer.name())
                .with("kind", kind(layer.origin()))
                .with("position", layer.position())
                .with("settings", settings(layer)));
    }

    static Layer ofImage(String json) {
        Fields image = new Fields(CanonicalJson.read(json));
        return read(
                image.number("id"),
                image.uuid("uuid"),
                image.text("name"),
                image.text("kind"),
                (int) image.number("position"),
                image.inner("settings").orElseThrow(() -> new IllegalStateException("an image has settings")));
    }

    // files

    static void put(Database database, LayerFiles files) {
        String sha256 = files.sha256();
        for (LayerFiles.Named file : files.files()) {
            byte[] packed = Contents.deflate(file.bytes());
            boolean helps = packed.length < file.bytes().length;
            database.update(
                    "INSERT OR IGNORE INTO layer_file (layer_sha256, name, sha256, length, encoding, content)"
                            + " VALUES (?, ?, ?, ?, ?, ?)",
                    sha256,
                    file.name(),
                    Digests.hex(file.bytes()),
                    (long) file.bytes().length,
                    helps ? "zlib" : "identity",
                    helps ? packed : file.bytes());
        }
    }

    /** Empty when the board has none for that hash. */
    static Optional<LayerFiles> files(Database database, String sha256) {
        List<LayerFiles.Named> files = database.list(
                "SELECT * FROM layer_file WHERE layer_sha256 = ? ORDER BY name",
                row -> new LayerFiles.Named(row.text("name"), bytes(row)),
                sha256);
        return files.isEmpty() ? Optional.empty() : Optional.of(new LayerFiles(files));
    }

    private static byte[] bytes(Row row) {
        byte[] content = row.maybeBlob("content").orElseThrow(() -> row.damaged("content"));
        return row.text("encoding").equals("zlib") ? Contents.inflate(content, length(row)) : content;
    }

    private static int length(Row row) {
        int length = row.count("length");
        if (length < 0 || length > LayerFiles.MOST_EACH) {
            throw row.damaged("length");
        }
        return length;
    }

    /** Hashes of the layers whose files are in the board. */
    static List<String> kept(Database database) {
        return BoardIdentity.read(database).schemaVersion() < SINCE
                ? List.of()
                : database.list(
                        "SELECT DISTINCT layer_sha256 FROM layer_file ORDER BY layer_sha256",
                        row -> row.text("layer_sha256"));
    }
}
