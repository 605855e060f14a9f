package org.sightline.cli;

import org.sightline.board.Board;
import org.sightline.board.Change;
import org.sightline.board.Snapshot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "remove", description = "Take a briefing off the board; undo brings it back.")
final class BriefingRemoveCommand extends BoardAct {
    @Parameters(index = "1", paramLabel = "NAME", description = "The briefing's name or number.")
    String name = "";

    BriefingRemoveCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        try (Board board = openToWrite()) {
            Change.RemoveBriefing change;
            try (Snapshot snapshot = board.snapshot()) {
                change = new Change.RemoveBriefing(
                        BriefingsCommand.named(snapshot, name).uuid());
            }
            console.say(board.apply(change).summary());
        }
        return Exit.DONE;
    }
}
