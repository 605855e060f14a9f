package org.sightline.cli;

import java.util.List;
import picocli.CommandLine.Command;

@Command(
        name = "claim",
        description = "Pin a claim, change it, add a quote to it, or put it in the trash.",
        synopsisSubcommandLabel = "add|set|quote|remove")
final class ClaimCommand extends BoardAct {
    ClaimCommand(Console console) {
        super(console);
    }

    /** What can be done with a claim; each reads the board's name from here. */
    List<ClaimAct> acts() {
        return List.of(
                new ClaimAddCommand(console, this),
                new ClaimSetCommand(console, this),
                new ClaimQuoteCommand(console, this),
                new ClaimRemoveCommand(console, this));
    }

    @Override
    public Integer call() {
        throw new UsageException("Say what to do: sightline claim " + file
                + " add, set, quote or remove; each explains itself with --help.");
    }
}
