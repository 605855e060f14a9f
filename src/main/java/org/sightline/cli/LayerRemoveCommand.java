package org.sightline.cli;

import org.sightline.board.Board;
import org.sightline.board.Change;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "remove", description = "Take a layer away; the file stays as it is, and undo brings the layer back.")
final class LayerRemoveCommand extends BoardAct {
    @Parameters(index = "1", paramLabel = "ID", description = "The layer's number.")
    String id = "";

    LayerRemoveCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        try (Board board = openToWrite()) {
            console.say(board.apply(new Change.RemoveLayer(
                            LayersCommand.layer(board, id).uuid()))
                    .summary());
        }
        return Exit.DONE;
    }
}
