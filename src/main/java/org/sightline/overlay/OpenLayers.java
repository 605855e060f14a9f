package org.sightline.overlay;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.sightline.DomainException;
import org.sightline.board.Layer;
import org.sightline.board.LayerFiles;
import org.sightline.jobs.Jobs;
import org.sightline.map.ImageLayer;
import org.sightline.map.LayerLook;
import org.sightline.map.MapLayer;
import org.sightline.map.ShapeLayer;

/**
 * The layers of a board, read and ready to be painted. What was read is kept until the layer comes from somewhere else or
 * is gone; a look is changed without reading again. A layer that is not visible is not read.
 *
 * <p>Thread rule: any thread but the window's; one call at a time goes on, others wait.
 */
public final class OpenLayers implements AutoCloseable {

    /** Gives the tiles of a server, or says in one sentence why not. */
    @FunctionalInterface
    public interface Servers {
        /** @throws DomainException when the server must not or cannot be asked */
        Overlay.Picture open(Layer.Tiles tiles);
    }

    /**
     * One layer as it stands.
     *
     * @param onMap empty when it is not visible or broken
     * @param notes what a person should know, one sentence each
     * @param trouble why it cannot be shown, in one sentence
     */
    public record Shown(Layer layer, Optional<MapLayer> onMap, List<String> notes, Optional<String> trouble) {}

    private record Held(Layer.Origin origin, Optional<Overlay> overlay, Optional<MapLayer> painted, String trouble) {}

    private final Path board;
    private final Servers servers;
    private final Map<UUID, Held> held = new HashMap<>();
    private Optional<Path> scratch = Optional.empty();

    /** @param board the board's file */
    public OpenLayers(Path board, Servers servers) {
        this.board = board.toAbsolutePath();
        this.servers = servers;
    }

    /**
     * @param layers in the order of painting
     * @param files the files of layers that are kept in the board, by hash
     */
    public synchronized List<Shown> open(
            List<Layer> layers, Function<String, Optional<LayerFiles>> files, Jobs.Progress progress) {
        Set<UUID> wanted = new HashSet<>();
        List<Shown> shown = new ArrayList<>();
        for (Layer layer : layers) {
            wanted.add(layer.uuid());
            progress.check();
            shown.add(open(layer, files, progress));
        }
        List.copyOf(held.keySet()).stream()
                .filter(uuid -> !wanted.contains(uuid))
                .forEach(this::forget);
        return shown;
    }

    /** What a person should know about a layer now: of a server's after it was painted, what is missing. */
    public synchronized List<String> notes(UUID layer) {
        return Optional.ofNullable(held.get(layer))
                .flatMap(Held::overlay)
                .map(Overlay::notes)
                .orElse(List.of());
    }

    /** So that it is read again: a missing file may be back, a server may have been allowed. */
    public synchronized void forget(UUID layer) {
        Optional.ofNullable(held.remove(layer)).flatMap(Held::overlay).ifPresent(OpenLayers::close);
    }

    private Shown open(Layer layer, Function<String, Optional<LayerFiles>> files, Jobs.Progress progress) {
        Held known = held.get(layer.uuid());
        if (known != null && !known.origin().equals(layer.origin())) {
            forget(layer.uuid());
            known = null;
        }
        if (known == null) {
            if (!layer.look().visible()) {
                return new Shown(layer, Optional.empty(), List.of(), Optional.empty());
            }
            known = read(layer, files, progress);
        } else {
            known = new Held(
                    known.origin(),
                    known.overlay(),
                    known.painted().map(painted -> looking(painted, look(layer))),
                    known.trouble());
        }
        held.put(layer.uuid(), known);
        return new Shown(
                layer,
                layer.look().visible() ? known.painted() : Optional.empty(),
                known.overlay().map(Overlay::notes).orElse(List.of()),
                Optional.of(known.trouble()).filter(words -> !words.isEmpty()));
    }

    private Held read(Layer layer, Function<String, Optional<LayerFiles>> files, Jobs.Progress progress) {
        try {
            Overlay overlay = switch (layer.origin()) {
                case Layer.Tiles tiles -> servers.open(tiles);
                case Layer.Reference reference -> read(reference, progress);
                case Layer.Copy copy -> read(copy, files, progress);
            };
            return new Held(layer.origin(), Optional.of(overlay), Optional.of(painted(overlay, layer)), "");
        } catch (DomainException e) {
            return new Held(layer.origin(), Optional.empty(), Optional.empty(), e.getMessage());
        } catch (OutOfMemoryError e) {
            return new Held(
                    layer.origin(),
                    Optional.empty(),
                    Optional.empty(),
                    "The layer needs more memory than there is; hide other layers or take a part of it.");
        }
    }

    private Overlay read(Layer.Reference reference, Jobs.Progress progress) {
        Path file = located(board, reference.path());
        if (file.getFileName() == null) {
            throw new DomainException("The layer names a folder and no file (" + file + "); add its file again.");
        }
        String named = file.getFileName().toString();
        OverlayQuestion question = question(file, named, reference.content(), progress);
        if (!Files.isRegularFile(file)) {
            throw question.damaged("is missing (" + file + "); put it back, or add it again from where it is now.");
        }
        try {
            boolean same = LayerHash.size(file) == reference.content().bytes()
                    && LayerHash.of(file, progress)
                            .sha256()
                            .equals(reference.content().sha256());
            if (!same) {
                throw question.damaged("has changed since it was added; add it again to show it as it is now.");
            }
        } catch (IOException e) {
            throw question.unreadable(e);
        }
        return OverlayFile.read(question);
    }

    private static OverlayQuestion question(Path file, String named, Layer.Content content, Jobs.Progress progress) {
        return new OverlayQuestion(file, named, content.part(), content.crs(), progress);
    }

    /**
     * Where a file lies that was left where it is.
     *
     * @param board the board's file
     * @throws DomainException when it lies on another machine or cannot have that name here
     */
    public static Path located(Path board, String path) {
        if (elsewhere(path)) {
            throw new DomainException("The layer's file lies on another machine (" + path
                    + "), and no board makes this program go there; copy the file here and add it again.");
        }
        try {
            return board.toAbsolutePath().resolveSibling(path).normalize();
        } catch (InvalidPathException e) {
            throw new DomainException("The layer's file has a name that this system does not have: " + path + ".", e);
        }
    }

    /** Whether a path is one that a system would go to the network for. */
    static boolean elsewhere(String path) {
        return path.startsWith("//") || path.startsWith("\\\\") || path.startsWith("/\\") || path.startsWith("\\/");
    }

    private Overlay read(Layer.Copy copy, Function<String, Optional<LayerFiles>> files, Jobs.Progress progress) {
        LayerFiles kept = files.apply(copy.content().sha256())
                .orElseThrow(() -> new DomainException("The layer's file " + copy.fileName()
                        + " is not in the board; run verify, and add the file again."));
        if (!kept.sha256().equals(copy.content().sha256())) {
            throw new DomainException("The layer's file " + copy.fileName()
                    + " in the board is not the one that was copied; run verify, and add it again.");
        }
        try {
            Path folder = Files.createTempDirectory(scratch(), "layer");
            Path main = folder.resolve("layer" + ending(copy.fileName()));
            for (LayerFiles.Named file : kept.files()) {
                // the board's names are not trusted: only endings are kept of them
                Files.write(folder.resolve("layer" + ending(file.name())), file.bytes());
            }
            return OverlayFile.read(question(main, copy.fileName(), copy.content(), progress));
        } catch (IOException e) {
            throw new DomainException(
                    "The layer's file " + copy.fileName() + " could not be unpacked; make room on the disk.", e);
        }
    }

    private Path scratch() throws IOException {
        if (scratch.isEmpty()) {
            scratch = Optional.of(Files.createTempDirectory("sightline-layers"));
        }
        return scratch.get();
    }

    private static String ending(String name) {
        int dot = name.lastIndexOf('.');
        String ending = dot < 0 ? "" : name.substring(dot).toLowerCase(java.util.Locale.ROOT);
        return ending.matches("\\.[a-z0-9]{1,12}") ? ending : "";
    }

    private static MapLayer painted(Overlay overlay, Layer layer) {
        return switch (overlay) {
            case Overlay.Features features -> new ShapeLayer(features.shapes(), look(layer));
            case Overlay.Picture picture -> new ImageLayer(picture.image(), look(layer));
        };
    }

    private static MapLayer looking(MapLayer layer, LayerLook look) {
        return switch (layer) {
            case ShapeLayer shapes -> shapes.looking(look);
            case ImageLayer image -> image.looking(look);
            default -> layer;
        };
    }

    private static LayerLook look(Layer layer) {
        Layer.Look look = layer.look();
        double farthest = look.farthest().isPresent() ? look.farthest().getAsLong() : Double.POSITIVE_INFINITY;
        String attribution = look.attribution();
        if (layer.origin() instanceof Layer.Tiles tiles) {
            farthest = Math.min(farthest, TileServers.farthest(tiles));
            attribution = attribution.isBlank() ? TileServers.attribution(tiles) : attribution;
        }
        return new LayerLook(
                look.opacity(),
                Color.decode(look.stroke()),
                Color.decode(look.fill()),
                look.fillOpacity(),
                look.size(),
                look.names(),
                look.nearest().orElse(0),
                farthest,
                attribution);
    }

    private static void close(Overlay overlay) {
        if (overlay instanceof Overlay.Picture picture) {
            synchronized (picture.image()) { // it may just be painted
                picture.close();
            }
        }
    }

    @Override
    public synchronized void close() {
        List.copyOf(held.keySet()).forEach(this::forget);
        scratch.ifPresent(OpenLayers::delete);
        scratch = Optional.empty();
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new DomainException("What layers were unpacked to could not be deleted: " + folder + ".", e);
        }
    }
}
