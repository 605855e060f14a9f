package org.sightline.cli;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.sightline.DomainException;
import org.sightline.board.Board;
import org.sightline.board.JournalEntry;
import org.sightline.jobs.Jobs;
import picocli.CommandLine.Parameters;

/** Walks the history of a board, one step or several. */
abstract class StepsAct extends BoardAct {
    @Parameters(index = "1", arity = "0..1", paramLabel = "N", description = "How many changes; 1 unless given.")
    int steps = 1;

    StepsAct(Console console) {
        super(console);
    }

    /**
     * @param next what a step would touch
     * @param step takes it
     * @param doing what there may be no more to do, such as "undo"
     * @param done how a step is told of, such as "Undone"
     */
    final Integer walk(
            Function<Board, Optional<JournalEntry>> next,
            BiConsumer<Board, Jobs.Progress> step,
            String doing,
            String done) {
        if (steps < 1) {
            throw new UsageException("The number of changes must be 1 or more, not " + steps + ".");
        }
        TerminalProgress progress = new TerminalProgress(console);
        try (Board board = openToWrite()) {
            for (int i = 0; i < steps; i++) {
                Optional<JournalEntry> change = next.apply(board);
                if (change.isEmpty() && i == 0) {
                    throw new DomainException("There is nothing to " + doing + " on " + file + ".");
                }
                if (change.isEmpty()) {
                    console.note("There was no more to " + doing + ".");
                    return Exit.DONE;
                }
                step.accept(board, progress);
                progress.report(1, "");
                console.say(done + ": " + change.get().summary());
            }
        }
        return Exit.DONE;
    }
}
