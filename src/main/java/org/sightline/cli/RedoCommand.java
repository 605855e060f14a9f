package org.sightline.cli;

import java.util.Optional;
import org.sightline.DomainException;
import org.sightline.board.Board;
import org.sightline.board.JournalEntry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "redo", description = "Do again what was last taken back, or the last N.")
final class RedoCommand extends BoardAct {
    @Parameters(index = "1", arity = "0..1", paramLabel = "N", description = "How many changes; 1 unless given.")
    int steps = 1;

    RedoCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        if (steps < 1) {
            throw new UsageException("The number of changes must be 1 or more, not " + steps + ".");
        }
        try (Board board = openToWrite()) {
            for (int i = 0; i < steps; i++) {
                Optional<JournalEntry> next = board.nextRedo();
                if (next.isEmpty() && i == 0) {
                    throw new DomainException("There is nothing to do again on " + file + ".");
                }
                if (next.isEmpty()) {
                    console.note("There was no more to do again.");
                    return Exit.DONE;
                }
                board.redo();
                console.say("Done again: " + next.get().summary());
            }
        }
        return Exit.DONE;
    }
}
