package org.sightline.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.DomainException;
import org.sightline.analysis.Dossier;
import org.sightline.board.Board;
import org.sightline.board.Layer;
import org.sightline.board.Salvaged;
import org.sightline.board.Snapshot;
import org.sightline.exchange.BoardHandover;
import org.sightline.exchange.Export;
import org.sightline.exchange.Handover;
import org.sightline.exchange.Redaction;
import org.sightline.map.SymbolSet;
import org.sightline.overlay.OpenLayers;
import org.sightline.overlay.Overlay;
import org.sightline.report.ReportMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "export",
        description = {
            "Write claims with their quotes to a file, by its ending: .csv, .xlsx, .geojson, .json, .kml, .kmz, .md,",
            ".jsonld, .html for a page with map, or .gpkg for a board of their own to hand over."
        })
final class ExportCommand extends BoardAct {
    @Parameters(
            index = "1",
            paramLabel = "FILE",
            description = "The file to write; one that is there is replaced, but for boards.")
    Path out = Path.of("");

    @Mixin
    ClaimSelection selection = new ClaimSelection();

    @Option(names = "--claims", split = ",", paramLabel = "N", description = "These claims, by number, in this order.")
    List<Long> numbers = new ArrayList<>();

    @Option(
            names = "--columns",
            split = ",",
            paramLabel = "NAME",
            description = "These columns only (.csv, .xlsx, .kml, .kmz), such as statement,quantity,place.wkt; a"
                    + " wrong name lists them all. A table has one row a claim, or one a quote where a column of"
                    + " quotes, sources or captures is among them.")
    List<String> columns = new ArrayList<>();

    @Option(
            names = "--redact",
            split = ",",
            paramLabel = "WHAT",
            description =
                    "Hold back: claimants, notes, tags, authors, positions=1km or positions=MGRS4 (and other sizes; with"
                            + " them stated distances). The words of statements and quotes and the names of places"
                            + " stay as they are.")
    List<String> redact = new ArrayList<>();

    @Option(names = "--captures", description = "With what was captured, not only the quoted words (.gpkg).")
    boolean captures;

    @Option(
            names = "--symbols",
            paramLabel = "S",
            description = "pins, or military: what the page's map shows (.html).")
    SymbolSet symbols = SymbolSet.PINS;

    @Option(
            names = "--layers",
            paramLabel = "L",
            description = "visible, as they are, or none: below the claims of the page's map (.html); visible unless"
                    + " given, none where something is held back.")
    @Nullable
    Layers layers;

    @Option(
            names = "--salvage",
            description = "Of a damaged board: write every claim that can still be read, and say what could not.")
    boolean salvage;

    ExportCommand(Console console) {
        super(console);
    }

    /** Which of the board's layers are in a report. */
    enum Layers {
        VISIBLE,
        NONE
    }

    @Override
    public Integer call() {
        Redaction heldBack = UsageException.reading("--redact", () -> Redaction.parse(redact));
        Export.Format format = UsageException.reading("FILE", () -> Export.Format.of(out));
        Export.Scope scope = new Export.Scope(columns, heldBack, captures);
        UsageException.reading("--columns", () -> scope.checkColumns(format));
        UsageException.reading("--captures", () -> scope.checkCaptures(format));
        requireAnotherFile();
        if (salvage) {
            return salvage();
        }
        checkMap(format);
        try (Board board = openToRead();
                Snapshot snapshot = board.snapshot();
                OpenLayers open = new OpenLayers(board.file(), ExportCommand::noTiles)) {
            Handover claims = BoardHandover.of(snapshot, chosen(snapshot));
            Export.Scope mapped = format.hasMap() ? scope.on(map(snapshot, open, heldBack)) : scope;
            long orphaned = Export.write(claims, out, mapped, new TerminalProgress(console));
            console.say("Wrote " + Amounts.count(claims.count(), "claim", "claims") + " to " + out + ".");
            noteOrphans(orphaned);
        }
        return Exit.DONE;
    }

    private void checkMap(Export.Format format) {
        if (!format.hasMap() && (symbols != SymbolSet.PINS || layers != null)) {
            throw new UsageException("--symbols and --layers are for a page with a map; export to .html for one.");
        }
    }

    /** Pictures of tiles are not in a report, so nobody is asked for them. */
    private static Overlay.Picture noTiles(Layer.Tiles tiles) {
        throw new DomainException("Tiles are not in a report.");
    }

    private ReportMap map(Snapshot snapshot, OpenLayers open, Redaction heldBack) {
        Layers wanted = layers != null ? layers : heldBack.isNothing() ? Layers.VISIBLE : Layers.NONE;
        List<Layer> visible = snapshot.layers().stream()
                .filter(layer -> layer.look().visible())
                .toList();
        if (wanted == Layers.NONE) {
            if (layers == null && !visible.isEmpty()) {
                console.note("Layers are left out, since something is held back; --layers visible takes them along as"
                        + " they are.");
            }
            return new ReportMap(symbols, List.of());
        }
        List<ReportMap.Layered> all = new ArrayList<>();
        for (OpenLayers.Shown one : open.open(visible, snapshot::layerFiles, new TerminalProgress(console))) {
            boolean tiles = one.layer().origin() instanceof Layer.Tiles;
            one.trouble()
                    .filter(why -> !tiles)
                    .ifPresent(why -> console.note(
                            "Layer " + one.layer().id() + " (" + one.layer().name() + ") is left out: " + why));
            all.add(new ReportMap.Layered(one.layer().name(), one.onMap(), tiles));
        }
        return new ReportMap(symbols, all);
    }

    private long[] chosen(Snapshot snapshot) {
        if (numbers.isEmpty()) {
            return selection.ids(snapshot);
        }
        if (!selection.isEverything()) {
            throw new UsageException("--claims names the claims; leave out --search, --filter and --bbox.");
        }
        for (long number : numbers) {
            if (snapshot.claim(number).filter(claim -> !claim.isRemoved()).isEmpty()) {
                throw new DomainException("There is no claim " + number + " in " + file + "; nothing was written.");
            }
        }
        return numbers.stream().mapToLong(Long::longValue).distinct().toArray();
    }

    private void requireAnotherFile() {
        if (out.toAbsolutePath().normalize().equals(file.toAbsolutePath().normalize())) {
            throw new UsageException("\"" + out + "\" is the board itself; choose another file.");
        }
    }

    private int salvage() {
        if (!selection.isEverything()) {
            throw new UsageException("--salvage writes all that can be read; leave out --search, --filter and --bbox.");
        }
        Salvaged salvaged = Board.salvage(file);
        Dossier dossier = BoardReading.dossier(salvaged);
        Export.write(dossier, out, new TerminalProgress(console));
        console.say("Wrote " + Amounts.count(salvaged.claims().size(), "claim", "claims") + " to " + out + ".");
        salvaged.losses().forEach(console::note);
        return salvaged.losses().isEmpty() ? Exit.DONE : Exit.PROBLEMS;
    }

    private void noteOrphans(long orphaned) {
        if (orphaned > 0) {
            console.note("Note: " + Amounts.count(orphaned, "quote is", "quotes are")
                    + " orphaned and marked so; \"sightline verify " + file + "\" names them.");
        }
    }
}
