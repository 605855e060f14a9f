package org.sightline.cli;

import org.sightline.board.Board;
import picocli.CommandLine.Command;

@Command(name = "undo", description = "Take back the last change, or the last N; each can be done again by redo.")
final class UndoCommand extends StepsAct {
    UndoCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        return walk(Board::nextUndo, (board, progress) -> board.undo(progress), "undo", "Undone");
    }
}
