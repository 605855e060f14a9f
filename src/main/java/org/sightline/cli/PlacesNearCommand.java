package org.sightline.cli;

import java.io.IOException;
import java.util.List;
import org.sightline.exchange.Spelling;
import org.sightline.geo.Surroundings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "near", description = "List the places nearest to a position or a place, nearest first.")
final class PlacesNearCommand extends Act {
    @Parameters(
            arity = "1..*",
            paramLabel = "PLACE",
            description = "Coordinates in any notation, such as 51.8136,29.1544, or a name.")
    List<String> place = List.of();

    @Option(names = "--limit", paramLabel = "N", description = "At most so many; 10 unless given.")
    int limit = 10;

    @Option(names = "--json", order = 1000, description = "As one JSON document.")
    boolean json;

    PlacesNearCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws IOException {
        if (limit < 1) {
            throw new UsageException("Give a limit of 1 or more.");
        }
        Spot spot = Spot.read("PLACE", String.join(" ", place));
        Surroundings around = Surroundings.of(spot.position(), limit);
        if (json) {
            json(out -> WhereCommand.near(out, around));
            return Exit.DONE;
        }
        Table table = new Table(
                Table.right("Distance"),
                Table.left("Seen from it"),
                Table.text("Name"),
                Table.left("Country"),
                Table.text("Region"),
                Table.left("Kind"),
                Table.left("Position"));
        for (Surroundings.Near near : around.near()) {
            table.row(
                    Amounts.distance(near.metres()),
                    Compass.point(near.bearing()),
                    near.place().name(),
                    near.place().country(),
                    near.place().region().orElse(""),
                    Spelling.of(near.place().kind()),
                    near.place().position());
        }
        table.print(console.out(), console.terminalWidth());
        return Exit.DONE;
    }
}
