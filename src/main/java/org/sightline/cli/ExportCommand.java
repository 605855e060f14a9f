package org.sightline.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.sightline.DomainException;
import org.sightline.analysis.Dossier;
import org.sightline.board.Board;
import org.sightline.board.Salvaged;
import org.sightline.board.Snapshot;
import org.sightline.exchange.BoardHandover;
import org.sightline.exchange.Export;
import org.sightline.exchange.Handover;
import org.sightline.exchange.Redaction;
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
                    + " wrong name lists them all.")
    List<String> columns = new ArrayList<>();

    @Option(
            names = "--redact",
            split = ",",
            paramLabel = "WHAT",
            description =
                    "Hold back: claimants, notes, tags, authors, positions=1km or positions=MGRS4 (and other sizes).")
    List<String> redact = new ArrayList<>();

    @Option(names = "--captures", description = "With what was captured, not only the quoted words (.gpkg).")
    boolean captures;

    @Option(
            names = "--salvage",
            description = "Of a damaged board: write every claim that can still be read, and say what could not.")
    boolean salvage;

    ExportCommand(Console console) {
        super(console);
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
        try (Board board = openToRead();
                Snapshot snapshot = board.snapshot()) {
            Handover claims = BoardHandover.of(snapshot, chosen(snapshot));
            long orphaned = Export.write(claims, out, scope, new TerminalProgress(console));
            console.say("Wrote " + Amounts.count(claims.count(), "claim", "claims") + " to " + out + ".");
            noteOrphans(orphaned);
        }
        return Exit.DONE;
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
        try (Board board = openToRead()) {
            Salvaged salvaged = board.salvage();
            Dossier dossier = BoardReading.dossier(salvaged);
            Export.write(dossier, out, new TerminalProgress(console));
            console.say("Wrote " + Amounts.count(salvaged.claims().size(), "claim", "claims") + " to " + out + ".");
            salvaged.losses().forEach(console::note);
            return salvaged.losses().isEmpty() ? Exit.DONE : Exit.PROBLEMS;
        }
    }

    private void noteOrphans(long orphaned) {
        if (orphaned > 0) {
            console.note("Note: " + Amounts.count(orphaned, "quote is", "quotes are")
                    + " orphaned and marked so; \"sightline verify " + file + "\" names them.");
        }
    }
}
