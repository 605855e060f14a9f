package org.sightline.cli;

import java.nio.file.Path;
import java.util.List;
import org.sightline.DomainException;
import org.sightline.analysis.Dossier;
import org.sightline.board.Board;
import org.sightline.board.Snapshot;
import org.sightline.briefing.Briefing;
import org.sightline.briefing.BriefingFile;
import org.sightline.briefing.Design;
import org.sightline.jobs.Jobs;
import org.sightline.overlay.OpenLayers;
import org.sightline.overlay.TileServers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "brief",
        description = {
            "Lay out a briefing: a map with numbered claims, then the claims with their quotes and sources; or, with"
                    + " --start or --design, whatever pages are wanted.",
            "By the file's ending: .pdf has all pages; .png and .svg give a file for each page, OUT and OUT-2, OUT-3 ..."
        })
final class BriefCommand extends BoardAct {
    @Parameters(index = "1", paramLabel = "OUT", description = "The file to write; one that is there is replaced.")
    Path out = Path.of("");

    @Mixin
    ClaimSelection selection = new ClaimSelection();

    @Mixin
    DesignOptions options = new DesignOptions();

    @Option(
            names = "--online",
            description = "Ask the tile servers among the board's layers; else only tiles kept from earlier are shown.")
    boolean online;

    BriefCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        checkEnding();
        options.check(selection);
        System.setProperty("java.awt.headless", "true"); // pages are painted without a display, also where there is one
        try (Board board = openToRead();
                Snapshot snapshot = board.snapshot();
                Jobs jobs = Jobs.background();
                TileServers servers = TileServers.waiting(jobs, () -> online, new TerminalProgress(console));
                OpenLayers layers = new OpenLayers(board.file(), servers)) {
            Design design = options.design(snapshot, selection);
            Dossier dossier = BoardReading.dossier(
                    snapshot, options.claims(design, selection).select(snapshot, 0, false));
            DrawnLayers drawn = DrawnLayers.open(layers, snapshot, console);
            Written written = drawn.draw(onMap -> {
                Briefing briefing = Briefing.layoutAll(design, dossier, onMap, () -> {});
                return new Written(briefing, BriefingFile.write(briefing, out));
            });
            written.briefing().concerns().forEach(console::note);
            drawn.tellOfTiles(online);
            console.say("Wrote a briefing of "
                    + Amounts.count(dossier.claims().size(), "claim", "claims") + " on "
                    + Amounts.count(written.briefing().pages(), "page", "pages") + " to " + names(written.files())
                    + ".");
        }
        return Exit.DONE;
    }

    private record Written(Briefing briefing, List<Path> files) {}

    /** Before anything is read: a name that cannot be written is wrong usage. */
    private void checkEnding() {
        try {
            BriefingFile.formatOf(out);
        } catch (DomainException e) {
            throw new UsageException(e.getMessage());
        }
    }

    static int epsg(String word) {
        String digits = word.strip().replaceFirst("(?i)^EPSG:", "");
        if (!digits.matches("[0-9]{4,6}")) {
            throw new UsageException("--crs: \"" + word + "\" is not a code; write it as EPSG:32635.");
        }
        return Integer.parseInt(digits);
    }

    static int checkedDpi(int dpi) {
        if (dpi < 36 || dpi > 1200) {
            throw new UsageException("--dpi: " + dpi + " is out of range; give 36 to 1200.");
        }
        return dpi;
    }

    private String names(List<Path> files) {
        return files.size() == 1
                ? out.toString()
                : out + " to " + files.getLast().getFileName();
    }
}
