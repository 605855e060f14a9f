package org.sightline.cli;

import java.util.UUID;
import org.sightline.board.Board;
import org.sightline.board.Change;
import org.sightline.board.NamedBriefing;
import org.sightline.board.Snapshot;
import org.sightline.briefing.Design;
import org.sightline.briefing.DesignFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "save",
        description = "Keep a briefing with the board, to be printed again with \"brief --design NAME\"; one of that"
                + " name becomes this.")
final class BriefingSaveCommand extends BoardAct {
    @Parameters(index = "1", paramLabel = "NAME", description = "What it is called.")
    String name = "";

    @Mixin
    ClaimSelection selection = new ClaimSelection();

    @Mixin
    DesignOptions options = new DesignOptions();

    BriefingSaveCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        options.check(selection);
        try (Board board = openToWrite()) {
            Design design;
            UUID uuid;
            try (Snapshot snapshot = board.snapshot()) {
                design = options.design(snapshot, selection);
                uuid = snapshot.briefings().stream()
                        .filter(briefing -> briefing.isNamed(name))
                        .map(NamedBriefing::uuid)
                        .findFirst()
                        .orElseGet(UUID::randomUUID);
            }
            NamedBriefing kept = new NamedBriefing(0, uuid, name, DesignFile.write(design));
            console.say(board.apply(new Change.PutBriefing(kept)).summary());
        }
        return Exit.DONE;
    }
}
