package org.sightline.cli;

import org.sightline.geo.PlaceBooks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "remove", description = "Remove place names that were added.")
final class PlacesRemoveCommand extends Act {
    @Parameters(index = "0", paramLabel = "NAME", description = "As \"places list\" has it, such as BY.")
    String name = "";

    PlacesRemoveCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        PlaceBooks.ofUser().remove(name);
        console.say("Removed the place names " + name + ".");
        return Exit.DONE;
    }
}
