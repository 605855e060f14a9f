package org.sightline.cli;

import org.sightline.board.Board;
import org.sightline.board.Snapshot;
import org.sightline.briefing.DesignFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "show",
        description = "Print the design of a briefing as JSON: to be changed, and read again with --design FILE.")
final class BriefingShowCommand extends BoardAct {
    @Parameters(index = "1", paramLabel = "NAME", description = "The briefing's name or number.")
    String name = "";

    BriefingShowCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        try (Board board = openToRead();
                Snapshot snapshot = board.snapshot()) {
            String settings = BriefingsCommand.named(snapshot, name).settings();
            console.say(DesignFile.write(DesignFile.read(settings)).strip());
        }
        return Exit.DONE;
    }
}
