package org.sightline.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sightline.DomainException;
import org.sightline.board.Board;
import org.sightline.board.Change;
import org.sightline.board.Layer;
import org.sightline.board.Snapshot;
import org.sightline.overlay.LayerAdding;
import org.sightline.overlay.PlaceColumns;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "add",
        description = {
            "Lay a file over the map: GeoJSON, GeoPackage, KML, KMZ, GPX, Shapefile, CSV, GeoTIFF, a picture with a",
            "world file, MBTiles; or a server of tiles with --tiles. A file stays where it is unless --copy is given."
        })
final class LayerAddCommand extends BoardAct {
    @Parameters(index = "1", arity = "0..1", paramLabel = "FILE", description = "The file; none with --tiles.")
    @Nullable
    Path added;

    @Option(names = "--copy", description = "Keep the file in the board.")
    boolean copy;

    @Option(names = "--name", paramLabel = "N", description = "What the layer is called; after the file unless given.")
    @Nullable
    String name;

    @Option(
            names = "--part",
            paramLabel = "TABLE",
            description = "One table of a GeoPackage; all of them, each a layer, unless given.")
    @Nullable
    String part;

    @Option(
            names = "--columns",
            paramLabel = "LAT,LON",
            description =
                    "The headings of a CSV file's coordinates, latitude or northing first; or one heading of both.")
    @Nullable
    String columns;

    @Option(
            names = "--crs",
            paramLabel = "EPSG:n",
            description = "What the coordinates are in, where the file does not say.")
    @Nullable
    String crs;

    @Option(
            names = "--tiles",
            paramLabel = "URL",
            description =
                    "The address of a server's tiles, with {z}, {x} and {y}, or {-y} for TMS, and {s} for a, b and c in"
                            + " turn. Nothing is asked for without --online, or the window's leave.")
    @Nullable
    String tiles;

    @Option(names = "--zoom", paramLabel = "Z", description = "The largest zoom of the server; 19 unless given.")
    int zoom = 19;

    @Option(names = "--min-zoom", paramLabel = "Z", description = "The smallest zoom of the server; 0 unless given.")
    int smallestZoom;

    @Option(names = "--attribution", paramLabel = "A", description = "Who is to be named on maps that show the layer.")
    @Nullable
    String attribution;

    LayerAddCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        if (given(tiles) == (added != null)) {
            throw new UsageException("Give either a file or --tiles with an address.");
        }
        if (given(part) && given(columns)) {
            throw new UsageException("Give --part for a GeoPackage or --columns for a CSV file, not both.");
        }
        try (Board board = openToWrite()) {
            int already;
            try (Snapshot snapshot = board.snapshot()) {
                already = snapshot.layers().size();
            }
            LayerAdding.Found found = found(board, already);
            board.apply(found.change());
            found.notes().forEach(console::note);
            try (Snapshot snapshot = board.snapshot()) {
                List<Layer> layers = snapshot.layers();
                layers.subList(layers.size() - found.layers().size(), layers.size())
                        .forEach(layer -> console.say("Added layer " + layer.id() + ": " + layer.name()));
            }
        }
        return Exit.DONE;
    }

    private static String columns(String words) {
        try {
            return PlaceColumns.read(words).written();
        } catch (DomainException e) {
            throw new UsageException("--columns: " + e.getMessage());
        }
    }

    private LayerAdding.Found found(Board board, int already) {
        if (tiles != null && added == null) {
            Change.AddLayer server = LayerAdding.server(
                    new Layer.Tiles(tiles.strip(), smallestZoom, zoom),
                    name == null ? "" : name,
                    attribution == null ? "" : attribution,
                    already);
            return new LayerAdding.Found(
                    server,
                    List.of(server.layer()),
                    List.of("The server is only asked where a person allows it: in the window, or with --online."));
        }
        LayerAdding.Wish wish = new LayerAdding.Wish(
                added == null ? Path.of("") : added,
                copy,
                Optional.ofNullable(name).filter(n -> !n.isBlank()).map(String::strip),
                Optional.ofNullable(columns == null ? part : columns(columns)).stream()
                        .toList(),
                Optional.ofNullable(crs).filter(c -> !c.isBlank()),
                Optional.ofNullable(attribution).map(String::strip));
        return LayerAdding.read(wish, board.file(), already, new TerminalProgress(console));
    }
}
