package org.sightline.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.sightline.DomainException;
import org.sightline.analysis.Dossier;
import org.sightline.board.Board;
import org.sightline.board.ClaimQuery;
import org.sightline.board.Snapshot;
import org.sightline.briefing.Briefing;
import org.sightline.briefing.BriefingSpec;
import org.sightline.exchange.Export;
import org.sightline.exchange.WholeFile;
import org.sightline.sample.SampleBoard;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "demo",
        hidden = true,
        description = {
            "Show the main job on the sample board: with a display in the window;",
            "without one as files, the window as a picture, the briefing and the exports."
        })
final class DemoCommand extends Act {
    private final Desktop desktop;

    @Parameters(index = "0", paramLabel = "DIR", description = "The folder to write to; made when it is missing.")
    Path folder = Path.of("");

    @Option(names = "--headless", description = "Do without a display even where there is one.")
    boolean headless;

    DemoCommand(Console console, Desktop desktop) {
        super(console);
        this.desktop = desktop;
    }

    @Override
    public Integer call() {
        Path board = freshSample();
        if (!headless && desktop.hasDisplay()) {
            console.say("Opening the window on " + board + ".");
            desktop.open(Optional.of(board));
            return Exit.DONE;
        }
        console.say("There is no display here: the same work, as files in " + folder + ":");
        wrote(board, "the sample board, a GeoPackage");
        Path window = folder.resolve("window.png");
        desktop.picture(board, window);
        wrote(window, "the window on it");
        writePages(board);
        return Exit.DONE;
    }

    private void writePages(Path file) {
        try (Board board = Board.open(file, Board.Mode.READ);
                Snapshot snapshot = board.snapshot()) {
            Dossier dossier = BoardReading.dossier(snapshot, snapshot.claims(ClaimQuery.ALL));
            Briefing briefing = Briefing.layout(BriefingSpec.titled(dossier.boardTitle()), dossier);
            WholeFile.write(folder.resolve("briefing.pdf"), briefing::writePdf);
            wrote(folder.resolve("briefing.pdf"), Amounts.count(briefing.pages(), "page", "pages"));
            WholeFile.write(folder.resolve("briefing.png"), out -> briefing.writePng(out, 0));
            wrote(folder.resolve("briefing.png"), "its map page");
            String claims = Amounts.count(dossier.claims().size(), "claim", "claims") + " with their quotes";
            for (String name : new String[] {"claims.csv", "claims.geojson"}) {
                Export.write(dossier, folder.resolve(name), new TerminalProgress(console));
                wrote(folder.resolve(name), claims);
            }
        }
    }

    private void wrote(Path file, String what) {
        console.say("  " + file + " - " + what);
    }

    /** Only the demo's own files are replaced, so that it can run again. */
    private Path freshSample() {
        Path board = folder.resolve("sample.gpkg");
        try {
            Files.createDirectories(folder);
            for (String ending : new String[] {"", "-wal", "-shm", "-journal"}) {
                Files.deleteIfExists(folder.resolve("sample.gpkg" + ending));
            }
        } catch (FileAlreadyExistsException e) {
            throw new DomainException("\"" + folder + "\" is a file, not a folder; name another place.", e);
        } catch (IOException e) {
            throw new DomainException("The folder \"" + folder + "\" cannot be written; choose another.", e);
        }
        SampleBoard.write(board);
        return board;
    }
}
