package org.sightline.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.sightline.geo.PlaceBooks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "add",
        description = {
            "Add the places of a GeoNames dump, such as BY.zip, to all searches; a dump of the same name is replaced.",
            "A table of alternate names (alternateNamesV2.zip, or that of a country) may stand beside it."
        })
final class PlacesAddCommand extends Act {
    @Parameters(arity = "1..*", paramLabel = "FILE", description = "The dump, zipped or not, and alternate names.")
    List<Path> files = List.of();

    @Option(names = "--json", order = 1000, description = "As one JSON document.")
    boolean json;

    PlacesAddCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws IOException {
        TerminalProgress progress = new TerminalProgress(console);
        PlaceBooks.Book book = PlaceBooks.ofUser()
                .add(files, (share, count) -> progress.report(share, Amounts.number(count) + " places"));
        if (json) {
            json(out -> PlacesListCommand.write(out, book));
            return Exit.DONE;
        }
        console.say("Added " + Amounts.number(book.places()) + " places with " + Amounts.number(book.names())
                + " names as " + book.name() + ", from GeoNames, CC BY 4.0.");
        if (book.leftOut() > 0) {
            console.note(Amounts.number(book.leftOut()) + " rows without a name or coordinates were left out.");
        }
        return Exit.DONE;
    }
}
