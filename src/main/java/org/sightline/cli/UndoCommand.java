package org.sightline.cli;

import java.util.Optional;
import org.sightline.DomainException;
import org.sightline.board.Board;
import org.sightline.board.JournalEntry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "undo", description = "Take back the last change, or the last N; each can be done again by redo.")
final class UndoCommand extends BoardAct {
    @Parameters(index = "1", arity = "0..1", paramLabel = "N", description = "How many changes; 1 unless given.")
    int steps = 1;

    UndoCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        if (steps < 1) {
            throw new UsageException("The number of changes must be 1 or more, not " + steps + ".");
        }
        try (Board board = openToWrite()) {
            for (int i = 0; i < steps; i++) {
                Optional<JournalEntry> next = board.nextUndo();
                if (next.isEmpty() && i == 0) {
                    throw new DomainException("There is nothing to undo on " + file + ".");
                }
                if (next.isEmpty()) {
                    console.note("There was no more to undo.");
                    return Exit.DONE;
                }
                board.undo();
                console.say("Undone: " + next.get().summary());
            }
        }
        return Exit.DONE;
    }
}
