package org.sightline.cli;

import java.util.List;
import picocli.CommandLine.Command;

@Command(
        name = "briefing",
        description = "Keep a briefing with the board under a name, show its design, or remove it.",
        synopsisSubcommandLabel = "save|show|remove")
final class BriefingCommand extends Act {
    BriefingCommand(Console console) {
        super(console);
    }

    /** What can be done with named briefings. */
    List<Act> acts() {
        return List.of(
                new BriefingSaveCommand(console), new BriefingShowCommand(console), new BriefingRemoveCommand(console));
    }

    @Override
    public Integer call() {
        throw new UsageException("Say what to do: sightline briefing save, show or remove; each explains itself with"
                + " --help. \"sightline briefings BOARD\" lists them.");
    }
}
