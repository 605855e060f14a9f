package org.sightline.cli;

import org.sightline.board.Board;
import picocli.CommandLine.Command;

@Command(name = "redo", description = "Do again what was last taken back, or the last N.")
final class RedoCommand extends StepsAct {
    RedoCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        return walk(Board::nextRedo, (board, progress) -> board.redo(progress), "do again", "Done again");
    }
}
