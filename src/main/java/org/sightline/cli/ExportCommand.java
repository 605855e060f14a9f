package org.sightline.cli;

import java.nio.file.Path;
import java.util.List;
import org.sightline.analysis.Dossier;
import org.sightline.board.Board;
import org.sightline.board.Salvaged;
import org.sightline.board.Snapshot;
import org.sightline.claim.Claim;
import org.sightline.exchange.Export;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "export",
        description = "Write claims with their quotes to a file, by its ending: .csv, .geojson or .json.")
final class ExportCommand extends BoardAct {
    @Parameters(index = "1", paramLabel = "FILE", description = "The file to write; one that is there is replaced.")
    Path out = Path.of("");

    @Mixin
    ClaimSelection selection = new ClaimSelection();

    @Option(
            names = "--salvage",
            description = "Of a damaged board: write every claim that can still be read, and say what could not.")
    boolean salvage;

    ExportCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        UsageException.reading("FILE", () -> Export.Format.of(out));
        if (salvage) {
            return salvage();
        }
        try (Board board = openToRead();
                Snapshot snapshot = board.snapshot()) {
            List<Claim> claims = selection.select(snapshot, 0, false);
            Dossier dossier = BoardReading.dossier(snapshot, claims);
            Export.write(dossier, out, new TerminalProgress(console));
            console.say("Wrote " + Amounts.count(claims.size(), "claim", "claims") + " to " + out + ".");
            noteOrphans(dossier);
        }
        return Exit.DONE;
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

    private void noteOrphans(Dossier dossier) {
        long orphaned = dossier.claims().stream()
                .flatMap(claim -> dossier.citations(claim).stream())
                .filter(citation -> !citation.intact())
                .count();
        if (orphaned > 0) {
            console.note("Note: " + Amounts.count(orphaned, "quote is", "quotes are")
                    + " orphaned and marked so; \"sightline verify " + file + "\" names them.");
        }
    }
}
