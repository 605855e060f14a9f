package org.sightline.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.locationtech.jts.geom.Envelope;
import org.sightline.DomainException;
import org.sightline.board.Board;
import org.sightline.board.Layer;
import org.sightline.board.Snapshot;
import org.sightline.jobs.Jobs;
import org.sightline.map.MapLayer;
import org.sightline.overlay.OpenLayers;
import org.sightline.overlay.Overlay;
import org.sightline.overlay.TileServers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "layers",
        description =
                "List what is laid over the map, the lowest first. With --check every file is read; exit code 1 when"
                        + " one is missing, changed or broken. Tile servers are only asked with --online.")
final class LayersCommand extends BoardAct {
    @Option(names = "--check", description = "Read each layer and say what is wrong with it.")
    boolean check;

    @Option(names = "--online", description = "With --check: ask the tile servers too, each for one tile.")
    boolean online;

    @Option(names = "--json", order = 1000, description = "As one JSON document.")
    boolean json;

    LayersCommand(Console console) {
        super(console);
    }

    /** A layer by its number or UUID. */
    static Layer layer(Board board, String reference) {
        try (Snapshot snapshot = board.snapshot()) {
            return snapshot.layers().stream()
                    .filter(layer -> Long.toString(layer.id()).equals(reference)
                            || layer.uuid().toString().equals(reference))
                    .findFirst()
                    .orElseThrow(() -> new DomainException("The board has no layer " + reference
                            + "; \"sightline layers BOARD\" lists them with their numbers."));
        }
    }

    @Override
    public Integer call() throws IOException {
        if (online && !check) {
            throw new UsageException("--online goes with --check: without it no layer is read and no server asked.");
        }
        try (Board board = openToRead();
                Snapshot snapshot = board.snapshot();
                Jobs jobs = Jobs.background();
                TileServers servers = TileServers.waiting(jobs, () -> online, new TerminalProgress(console));
                OpenLayers open = new OpenLayers(board.file(), tiles -> asked(servers, tiles))) {
            List<Layer> layers = snapshot.layers();
            List<OpenLayers.Shown> shown = open.open(
                    check ? layers.stream().map(LayersCommand::visible).toList() : List.of(),
                    snapshot::layerFiles,
                    new TerminalProgress(console));
            if (json) {
                json(out -> write(out, layers, shown));
            } else if (layers.isEmpty()) {
                console.note(
                        "Nothing is laid over the map yet; \"sightline layer add " + file + " FILE\" adds a layer.");
            } else {
                print(layers, shown);
            }
            return shown.stream()
                            .anyMatch(one -> one.trouble().isPresent()
                                    && (online || !(one.layer().origin() instanceof Layer.Tiles)))
                    ? Exit.PROBLEMS
                    : Exit.DONE;
        }
    }

    private static Layer visible(Layer layer) {
        return layer.looking(layer.look().shown(true));
    }

    private Overlay.Picture asked(TileServers servers, Layer.Tiles tiles) {
        if (!online) {
            throw new DomainException("The tile server was not asked; give --online to ask it for one tile.");
        }
        servers.check(tiles);
        return servers.open(tiles);
    }

    private void print(List<Layer> layers, List<OpenLayers.Shown> shown) {
        Table table = new Table(
                Table.right("#"),
                Table.left("Shown"),
                Table.text("Name"),
                Table.left("Kind"),
                Table.text("From"),
                Table.right("Opacity"),
                Table.text("Scales"));
        for (Layer layer : layers) {
            table.row(
                    layer.id(),
                    layer.look().visible() ? "yes" : "no",
                    layer.name(),
                    kind(layer),
                    from(layer),
                    Math.round(layer.look().opacity() * 100) + " %",
                    scales(layer.look()));
        }
        table.print(console.out(), console.terminalWidth());
        for (OpenLayers.Shown one : shown) {
            one.notes().forEach(note -> console.say("Layer " + one.layer().id() + ": " + note));
            one.trouble().ifPresent(why -> console.say("Layer " + one.layer().id() + ": " + why));
        }
    }

    private static String kind(Layer layer) {
        return switch (layer.origin()) {
            case Layer.Reference reference -> "file";
            case Layer.Copy copy -> "copy";
            case Layer.Tiles tiles -> "tiles";
        };
    }

    private static String from(Layer layer) {
        return switch (layer.origin()) {
            case Layer.Reference reference -> reference.path();
            case Layer.Copy copy -> copy.fileName();
            case Layer.Tiles tiles -> tiles.template();
        };
    }

    private static String scales(Layer.Look look) {
        if (look.nearest().isEmpty() && look.farthest().isEmpty()) {
            return "all";
        }
        return denominator(look.nearest()) + " to " + denominator(look.farthest());
    }

    private static String denominator(OptionalLong n) {
        return n.isPresent() ? "1:" + Amounts.number(n.getAsLong()) : "any";
    }

    private static void write(JsonGenerator out, List<Layer> layers, List<OpenLayers.Shown> shown) throws IOException {
        out.writeStartArray();
        for (Layer layer : layers) {
            Optional<OpenLayers.Shown> read = shown.stream()
                    .filter(one -> one.layer().uuid().equals(layer.uuid()))
                    .findFirst();
            Layer.Look look = layer.look();
            out.writeStartObject();
            out.writeNumberField("id", layer.id());
            out.writeStringField("uuid", layer.uuid().toString());
            out.writeStringField("name", layer.name());
            out.writeStringField("kind", kind(layer));
            out.writeStringField("from", from(layer));
            for (Layer.Content content : layer.content().stream().toList()) {
                out.writeStringField("sha256", content.sha256());
                out.writeNumberField("bytes", content.bytes());
                maybe(out, "part", content.part());
                maybe(out, "crs", content.crs());
            }
            out.writeBooleanField("visible", look.visible());
            out.writeNumberField("opacity", look.opacity());
            maybe(out, "nearest", look.nearest());
            maybe(out, "farthest", look.farthest());
            out.writeStringField("stroke", look.stroke());
            out.writeStringField("fill", look.fill());
            out.writeNumberField("fillOpacity", look.fillOpacity());
            out.writeNumberField("size", look.size());
            out.writeBooleanField("names", look.names());
            out.writeStringField("attribution", look.attribution());
            if (read.isPresent()) {
                checked(out, read.get());
            }
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static void checked(JsonGenerator out, OpenLayers.Shown one) throws IOException {
        maybe(out, "trouble", one.trouble());
        out.writeArrayFieldStart("notes");
        for (String note : one.notes()) {
            out.writeString(note);
        }
        out.writeEndArray();
        Optional<Envelope> extent = one.onMap().flatMap(MapLayer::extent);
        if (extent.isPresent()) {
            out.writeFieldName("bbox");
            out.writeArray(
                    new double[] {
                        extent.get().getMinX(),
                        extent.get().getMinY(),
                        extent.get().getMaxX(),
                        extent.get().getMaxY()
                    },
                    0,
                    4);
        }
    }

    private static void maybe(JsonGenerator out, String key, Optional<String> words) throws IOException {
        out.writeFieldName(key);
        out.writeString(words.orElse(null));
    }

    private static void maybe(JsonGenerator out, String key, OptionalLong number) throws IOException {
        if (number.isPresent()) {
            out.writeNumberField(key, number.getAsLong());
        } else {
            out.writeNullField(key);
        }
    }
}
