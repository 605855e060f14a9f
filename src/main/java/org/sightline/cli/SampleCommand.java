package org.sightline.cli;

import org.sightline.sample.SampleBoard;
import picocli.CommandLine.Command;

@Command(
        name = "sample",
        description = "Write the sample board, to look around in; what is there already is never overwritten.")
final class SampleCommand extends BoardAct {
    SampleCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        SampleBoard.write(file);
        console.say("Wrote the sample board to " + file + ".");
        return Exit.DONE;
    }
}
