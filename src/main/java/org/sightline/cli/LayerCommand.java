package org.sightline.cli;

import java.util.List;
import picocli.CommandLine.Command;

@Command(
        name = "layer",
        description = "Lay a file or a server of tiles over the map, change how it is painted, or take it away.",
        synopsisSubcommandLabel = "add|set|order|remove")
final class LayerCommand extends Act {
    LayerCommand(Console console) {
        super(console);
    }

    /** What can be done with layers. */
    List<Act> acts() {
        return List.of(
                new LayerAddCommand(console),
                new LayerSetCommand(console),
                new LayerOrderCommand(console),
                new LayerRemoveCommand(console));
    }

    @Override
    public Integer call() {
        throw new UsageException("Say what to do: sightline layer add, set, order or remove; each explains itself with"
                + " --help. \"sightline layers BOARD\" lists them.");
    }
}
