package org.sightline.cli;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.sightline.board.Board;
import org.sightline.board.Change;
import org.sightline.board.Layer;
import org.sightline.board.Snapshot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "order",
        description =
                "Put layers above the others: those named last lie on top; those not named keep their order below.")
final class LayerOrderCommand extends BoardAct {
    @Parameters(index = "1..*", arity = "1..*", paramLabel = "ID", description = "Numbers of layers, the lowest first.")
    List<String> ids = List.of();

    LayerOrderCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        try (Board board = openToWrite()) {
            Set<UUID> top = new LinkedHashSet<>();
            for (String id : ids) {
                if (!top.add(LayersCommand.layer(board, id).uuid())) {
                    throw new UsageException("Layer " + id + " is named twice; name each layer once.");
                }
            }
            Set<UUID> order = new LinkedHashSet<>();
            try (Snapshot snapshot = board.snapshot()) {
                snapshot.layers().stream()
                        .map(Layer::uuid)
                        .filter(uuid -> !top.contains(uuid))
                        .forEach(order::add);
            }
            order.addAll(top);
            console.say(
                    board.apply(new Change.ArrangeLayers(List.copyOf(order))).summary());
        }
        return Exit.DONE;
    }
}
