package org.sightline.cli;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.sightline.DomainException;
import org.sightline.exchange.Spelling;
import org.sightline.geo.Gazetteer;
import org.sightline.geo.Notation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "places",
        description = {
            "Find places by name, in any of their spellings; \"Yelsk, BY\" narrows it to a country.",
            "A dump of GeoNames adds the places of a country: places add BY.zip."
        },
        synopsisSubcommandLabel = "[add|list|remove|near]")
final class PlacesCommand extends Act {
    /** Less like what was asked, a name is a coincidence of letters. */
    private static final double LIKE_ENOUGH = 0.75;

    @Parameters(index = "0..*", arity = "0..*", paramLabel = "NAME", description = "The name, such as Yelsk.")
    List<String> name = List.of();

    @Option(names = "--limit", paramLabel = "N", description = "At most so many; 10 unless given.")
    int limit = 10;

    @Option(names = "--json", order = 1000, description = "As one JSON document.")
    boolean json;

    PlacesCommand(Console console) {
        super(console);
    }

    /** What can be done with place names of one's own, and around a place. */
    List<Act> acts() {
        return List.of(
                new PlacesAddCommand(console),
                new PlacesListCommand(console),
                new PlacesRemoveCommand(console),
                new PlacesNearCommand(console));
    }

    @Override
    public Integer call() throws IOException {
        String asked = String.join(" ", name).strip();
        if (asked.isEmpty() || limit < 1) {
            throw new UsageException("Give a name to look for, and a limit of 1 or more.");
        }
        List<Gazetteer.Entry> near = Gazetteer.inUse().search(asked, limit);
        List<Gazetteer.Entry> found =
                near.stream().filter(entry -> entry.score() >= LIKE_ENOUGH).toList();
        if (json) {
            writeJson(found);
            return Exit.DONE;
        }
        if (found.isEmpty()) {
            throw new DomainException("No place called \"" + asked + "\" is in the gazetteer" + nearest(near)
                    + "; try another spelling or give coordinates instead.");
        }
        print(found);
        return Exit.DONE;
    }

    private static String nearest(List<Gazetteer.Entry> near) {
        String names = near.stream()
                .limit(3)
                .map(entry -> entry.name() + ", " + entry.country())
                .collect(Collectors.joining("; "));
        return names.isEmpty() ? "" : " (the nearest names are " + names + ")";
    }

    private void print(List<Gazetteer.Entry> found) {
        Table table = new Table(
                Table.text("Name"),
                Table.left("Country"),
                Table.text("Region"),
                Table.left("Kind"),
                Table.right("Population"),
                Table.left("Position"),
                Table.left("MGRS"));
        for (Gazetteer.Entry entry : found) {
            table.row(
                    entry.name(),
                    entry.country(),
                    entry.region().orElse(""),
                    Spelling.of(entry.kind()),
                    entry.population() == 0 ? "" : Amounts.number(entry.population()),
                    entry.position(),
                    Notation.MGRS.write(entry.position(), radius(entry)));
        }
        table.print(console.out(), console.terminalWidth());
    }

    private static double radius(Gazetteer.Entry entry) {
        return switch (entry.kind()) {
            case SITE -> 100;
            case TOWN -> 1000;
            case DISTRICT, FEATURE -> 10_000;
            case REGION, COUNTRY -> 100_000;
        };
    }

    private void writeJson(List<Gazetteer.Entry> found) throws IOException {
        json(out -> {
            out.writeStartArray();
            for (Gazetteer.Entry entry : found) {
                out.writeStartObject();
                out.writeStringField("name", entry.name());
                out.writeStringField("kind", Spelling.of(entry.kind()));
                out.writeStringField("country", entry.country());
                out.writeFieldName("region");
                out.writeString(entry.region().orElse(null));
                out.writeNumberField("latitude", entry.position().lat());
                out.writeNumberField("longitude", entry.position().lon());
                out.writeNumberField("population", entry.population());
                out.writeNumberField("score", Math.round(entry.score() * 1000) / 1000.0);
                out.writeEndObject();
            }
            out.writeEndArray();
        });
    }
}
