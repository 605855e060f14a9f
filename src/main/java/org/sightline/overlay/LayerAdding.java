package org.sightline.overlay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sightline.DomainException;
import org.sightline.board.Change;
import org.sightline.board.Layer;
import org.sightline.board.LayerFiles;
import org.sightline.jobs.Jobs;

/** Makes changes that add layers, after the files have been read once to see that they can be. Stateless. */
public final class LayerAdding {
    /** Colours that keep apart from one another and from the base map, for layers in turn. */
    private static final List<String> COLOURS =
            List.of("#7a3fb0", "#0f7d6c", "#b0482a", "#2a5fb0", "#8a6d00", "#a8326e", "#4f7a1d", "#5a5f6b");

    private LayerAdding() {}

    /**
     * What a person wants to add.
     *
     * @param copy whether the file is to be kept in the board
     * @param name what the layer is to be called; else after the file
     * @param parts some of several things in the file; all when empty
     * @param crs what the coordinates are in, where the file does not say or is wrong
     * @param attribution who is to be named; else whom the file names
     */
    public record Wish(
            Path file,
            boolean copy,
            Optional<String> name,
            List<String> parts,
            Optional<String> crs,
            Optional<String> attribution) {
        public static Wish of(Path file) {
            return new Wish(file, false, Optional.empty(), List.of(), Optional.empty(), Optional.empty());
        }

        /** Some of several things in the file. */
        public Wish only(List<String> some) {
            return new Wish(file, copy, name, List.copyOf(some), crs, attribution);
        }

        /** With coordinates in a coordinate reference system. */
        public Wish in(String system) {
            return new Wish(file, copy, name, parts, Optional.of(system), attribution);
        }
    }

    /**
     * @param change adds all that was found
     * @param layers what it adds, without numbers
     * @param notes what a person should know, one sentence each
     */
    public record Found(Change change, List<Layer> layers, List<String> notes) {}

    /**
     * @param board the board's file
     * @param already how many layers the board has
     * @throws DomainException when the file cannot be read or holds nothing to show
     */
    public static Found read(Wish wish, Path board, int already, Jobs.Progress progress) {
        Path file = wish.file().toAbsolutePath().normalize();
        String named = file.getFileName().toString();
        OverlayQuestion question = new OverlayQuestion(file, named, Optional.empty(), wish.crs(), progress);
        List<String> all = wish.parts().isEmpty() ? OverlayFile.parts(question) : wish.parts();
        LayerHash hash = LayerHash.of(file, progress);
        Optional<LayerFiles> files = wish.copy() ? Optional.of(files(file, named)) : Optional.empty();
        List<Optional<String>> parts = all.isEmpty()
                ? List.of(Optional.empty())
                : all.stream().map(Optional::of).toList();
        List<Layer> layers = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        List<Change> changes = new ArrayList<>();
        Optional<DomainException> failure = Optional.empty();
        for (Optional<String> part : parts) {
            try (Overlay overlay = OverlayFile.read(new OverlayQuestion(file, named, part, wish.crs(), progress))) {
                notes.addAll(overlay.notes());
                Layer.Content content = new Layer.Content(hash.sha256(), hash.bytes(), part, wish.crs());
                Layer.Origin origin = files.isPresent()
                        ? new Layer.Copy(named, content)
                        : new Layer.Reference(path(file, board), content);
                String its = name(named, part.filter(p -> parts.size() > 1));
                String name = wish.name()
                        .map(given -> parts.size() > 1 ? given + ": " + part.orElse("") : given)
                        .orElse(its);
                Layer layer = layer(
                        name,
                        origin,
                        already + layers.size(),
                        wish.attribution().orElse(overlay.attribution()));
                layers.add(layer);
                changes.add(new Change.AddLayer(layer, layers.size() == 1 ? files : Optional.empty()));
            } catch (DomainException e) {
                failure = failure.or(() -> Optional.of(e));
                notes.add(e.getMessage());
            }
        }
        if (layers.isEmpty()) {
            throw failure.orElseThrow();
        }
        Change change = changes.size() == 1
                ? changes.getFirst()
                : new Change.Together("Add " + changes.size() + " layers of " + named, changes);
        return new Found(change, layers, notes.stream().distinct().toList());
    }

    /**
     * Reads what a layer shows when it is taken from another file, or from the same as it is now; left where it is.
     *
     * @param board the board's file
     * @return one layer, of which the origin is wanted, and what a person should know
     * @throws DomainException when the file cannot be read or has no such part
     */
    public static Found instead(Layer layer, Path file, Path board, Jobs.Progress progress) {
        Optional<Layer.Content> content = layer.content();
        Wish wish = new Wish(
                file,
                false,
                Optional.of(layer.name()),
                content.flatMap(Layer.Content::part).stream().toList(),
                content.flatMap(Layer.Content::crs),
                Optional.of(layer.look().attribution()));
        return read(wish, board, 0, progress);
    }

    /**
     * A server of tiles, which is not asked for anything here.
     *
     * @param template an http or https address with {z}, {x} and {y} or {-y}
     * @throws DomainException when the address is no such template
     */
    public static Change.AddLayer server(String template, String name, String attribution, int deepest, int already) {
        return server(new Layer.Tiles(template.strip(), deepest), name, attribution, already);
    }

    /** @throws DomainException when the address is no such template, or no server has such zooms */
    public static Change.AddLayer server(Layer.Tiles origin, String name, String attribution, int already) {
        String template = origin.template();
        TileAddress.check(template);
        TileAddress.checkZooms(origin.shallowest(), origin.deepest());
        String called = name.isBlank() ? TileAddress.host(template) : name.strip();
        return new Change.AddLayer(layer(called, origin, already, attribution.strip()), Optional.empty());
    }

    private static Layer layer(String name, Layer.Origin origin, int already, String attribution) {
        Layer.Look look = Layer.Look.in(COLOURS.get(already % COLOURS.size())).crediting(attribution);
        String shortened = name.length() <= Layer.LONGEST_NAME ? name : name.substring(0, Layer.LONGEST_NAME);
        return new Layer(0, UUID.randomUUID(), shortened, 0, origin, look);
    }

    private static String name(String file, Optional<String> part) {
        String base = file.replaceFirst("\\.[^.]{1,8}$", "");
        return part.map(p -> base + ": " + p).orElse(base);
    }

    private static LayerFiles files(Path file, String named) {
        List<LayerFiles.Named> files = new ArrayList<>();
        try {
            if (LayerHash.size(file) > LayerFiles.MOST) {
                throw new DomainException("The file " + named + " is larger than " + (LayerFiles.MOST >> 20)
                        + " MiB, the most that is kept in a board; add it without copying it.");
            }
            for (Path one : Companions.all(file)) {
                files.add(new LayerFiles.Named(one.getFileName().toString(), Files.readAllBytes(one)));
            }
        } catch (IOException e) {
            throw new DomainException("The file " + named + " cannot be read; see whether it may be read.", e);
        }
        return new LayerFiles(files);
    }

    /** From the board's folder where the file lies in there, so that both can be moved together. */
    private static String path(Path file, Path board) {
        Path folder = board.toAbsolutePath().normalize().getParent();
        String path = folder != null && file.startsWith(folder)
                ? folder.relativize(file).toString()
                : file.toString();
        if (OpenLayers.elsewhere(path)) {
            throw new DomainException(
                    "The file " + file.getFileName() + " lies on another machine; copy it into the board instead.");
        }
        return path.replace(java.io.File.separatorChar, '/');
    }
}
