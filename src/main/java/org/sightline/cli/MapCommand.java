package org.sightline.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.sightline.board.Board;
import org.sightline.board.ClaimColumns;
import org.sightline.board.Snapshot;
import org.sightline.briefing.BriefingFile;
import org.sightline.briefing.MapPicture;
import org.sightline.exchange.WholeFile;
import org.sightline.geo.Notation;
import org.sightline.jobs.Jobs;
import org.sightline.map.MapContent;
import org.sightline.map.MapTheme;
import org.sightline.overlay.BoardPins;
import org.sightline.overlay.OpenLayers;
import org.sightline.overlay.TileServers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "map",
        description = {
            "Draw the map alone, without a page about it: a picture for an article or a slide.",
            "By the file's ending: .png, .pdf or .svg. A briefing with numbers and quotes is made by \"brief\"."
        })
final class MapCommand extends BoardAct {
    /** How claims are shown. */
    enum Shown {
        CLUSTERS,
        CLAIMS,
        DENSITY
    }

    @Parameters(index = "1", paramLabel = "OUT", description = "The file to write; one that is there is replaced.")
    Path out = Path.of("");

    @Mixin
    ClaimSelection selection = new ClaimSelection();

    @Option(
            names = "--size",
            paramLabel = "WxH",
            description = "Pixels, 96 to an inch; 1920x1080 unless given. A4 and A3 may be given by name.")
    String size = "1920x1080";

    @Option(
            names = "--show",
            paramLabel = "S",
            description = "clusters, claims (each on its own, a mark where they are very many) or density; clusters"
                    + " unless given.")
    Shown shown = Shown.CLUSTERS;

    @Option(names = "--theme", paramLabel = "T", description = "light, dark, print or monochrome; light unless given.")
    MapTheme theme = MapTheme.LIGHT;

    @Option(
            names = "--crs",
            paramLabel = "EPSG:n",
            description = "Projection; Web Mercator, as in the window, unless given or out of its reach.")
    @Nullable
    String crs;

    @Option(names = "--grid", paramLabel = "N", description = "A grid for decimal, dms, mgrs or utm.")
    @Nullable
    Notation grid;

    @Option(names = "--dpi", paramLabel = "N", description = "Resolution of a PNG; 96 unless given: a pixel a pixel.")
    int dpi = 96;

    @Option(
            names = "--online",
            description = "Ask the tile servers among the board's layers; else only tiles kept from earlier are shown.")
    boolean online;

    MapCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        BriefingFile.Format format = UsageException.reading("OUT", () -> BriefingFile.formatOf(out));
        MapPicture.Spec spec = UsageException.reading("--size", this::spec);
        System.setProperty("java.awt.headless", "true"); // painted without a display, also where there is one
        try (Jobs jobs = Jobs.background()) {
            CompletableFuture<Optional<MapPicture.Ground>> ground = CompletableFuture.completedFuture(Optional.empty());
            if (format == BriefingFile.Format.PNG) {
                ground = jobs.quietly(() -> MapPicture.prepare(spec, shown != Shown.CLUSTERS));
                ground.thenRun(MapPicture::loadPngWriter);
            }
            draw(format, spec, jobs, ground);
        }
        return Exit.DONE;
    }

    private void draw(
            BriefingFile.Format format,
            MapPicture.Spec spec,
            Jobs jobs,
            CompletableFuture<Optional<MapPicture.Ground>> ground) {
        try (Board board = openToRead();
                Snapshot snapshot = board.snapshot();
                TileServers servers = TileServers.waiting(jobs, () -> online, new TerminalProgress(console));
                OpenLayers layers = new OpenLayers(board.file(), servers)) {
            BoardPins claims = claims(snapshot);
            DrawnLayers drawn = DrawnLayers.open(layers, snapshot, console);
            AtomicReference<CompletableFuture<Optional<MapPicture.Ground>>> begun = new AtomicReference<>(ground);
            MapPicture picture = drawn.draw(onMap -> {
                MapPicture drawing = new MapPicture(
                                snapshot.info().title(), snapshot.info().lastChange(), content(claims), spec, onMap)
                        .over(() -> begun.getAndSet(
                                        CompletableFuture.completedFuture(Optional.empty())) // good for once
                                .exceptionally(failed -> Optional.empty()) // painted again, and then told
                                .join());
                WholeFile.write(out, stream -> drawing.write(format, stream));
                return drawing;
            });
            drawn.tellOfTiles(online);
            long shown = picture.shown();
            long beyond = claims.placed() - shown;
            console.say("Drew " + Amounts.count(shown, "claim", "claims") + " on a map in " + out + ".");
            if (beyond > 0 && selection.box == null) {
                console.note("Note: " + Amounts.count(beyond, "claim lies", "claims lie")
                        + " where this map does not reach; "
                        + (crs == null ? "give --crs for one that does." : "leave --crs out for one that does."));
            }
        }
    }

    /** As columns, which are read fast; from everywhere, for the map shows more than the box, and areas reach into it. */
    private BoardPins claims(Snapshot snapshot) {
        ClaimColumns columns = snapshot.slices().columns((all, share) -> true);
        if (selection.isAnything()) {
            return new BoardPins(columns);
        }
        int[] chosen = Arrays.stream(selection.idsAnywhere(snapshot))
                .mapToInt(columns::rowOf)
                .filter(row -> row >= 0)
                .toArray();
        return new BoardPins(columns, Optional.of(chosen), Optional.empty());
    }

    private MapContent content(BoardPins claims) {
        MapContent all = MapContent.of(claims);
        return switch (shown) {
            case CLUSTERS -> all;
            case CLAIMS -> all.spread();
            case DENSITY -> all.asDensity(true);
        };
    }

    private MapPicture.Spec spec() {
        int[] pixels = pixels(size.strip().toLowerCase(Locale.ROOT));
        return new MapPicture.Spec(
                pixels[0],
                pixels[1],
                Optional.ofNullable(selection.box)
                        .map(box -> DegreeBox.read(box).whole()),
                crs == null ? OptionalInt.empty() : OptionalInt.of(BriefCommand.epsg(crs)),
                theme,
                Optional.ofNullable(grid),
                BriefCommand.checkedDpi(dpi));
    }

    private static int[] pixels(String words) {
        if (words.equals("a4")) {
            return new int[] {1123, 794};
        }
        if (words.equals("a3")) {
            return new int[] {1587, 1123};
        }
        if (!words.matches("[0-9]{2,5}x[0-9]{2,5}")) {
            throw new UsageException("--size: \"" + words + "\" is not a size; write it as 1920x1080.");
        }
        int cut = words.indexOf('x');
        return new int[] {Integer.parseInt(words.substring(0, cut)), Integer.parseInt(words.substring(cut + 1))};
    }
}
