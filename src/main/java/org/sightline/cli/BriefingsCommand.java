package org.sightline.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.sightline.DomainException;
import org.sightline.board.Board;
import org.sightline.board.NamedBriefing;
import org.sightline.board.Snapshot;
import org.sightline.briefing.Design;
import org.sightline.briefing.DesignFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "briefings", description = "List the briefings that are kept with the board.")
final class BriefingsCommand extends BoardAct {
    @Option(names = "--json", order = 1000, description = "As one JSON document.")
    boolean json;

    BriefingsCommand(Console console) {
        super(console);
    }

    /** A briefing by its name or number. */
    static NamedBriefing named(Snapshot snapshot, String name) {
        List<NamedBriefing> all = snapshot.briefings();
        return all.stream()
                .filter(briefing -> briefing.isNamed(name))
                .findFirst()
                .or(() -> all.stream()
                        .filter(b -> Long.toString(b.id()).equals(name))
                        .findFirst())
                .orElseThrow(() -> new DomainException("The board has no briefing called \"" + name
                        + "\"; \"sightline briefings BOARD\" lists those it has."));
    }

    @Override
    public Integer call() throws IOException {
        try (Board board = openToRead();
                Snapshot snapshot = board.snapshot()) {
            List<NamedBriefing> all = snapshot.briefings();
            if (json) {
                writeJson(all);
            } else if (all.isEmpty()) {
                console.note("No briefing is kept with the board yet; \"sightline briefing save " + file
                        + " NAME\" keeps one.");
            } else {
                print(all);
            }
        }
        return Exit.DONE;
    }

    private void print(List<NamedBriefing> all) {
        Table table = new Table(
                Table.right("#"), Table.text("Name"), Table.left("Start"), Table.left("Paper"), Table.text("Title"));
        for (NamedBriefing briefing : all) {
            Optional<Design> design = design(briefing);
            table.row(
                    briefing.id(),
                    briefing.name(),
                    design.map(d -> d.start().key()).orElse("?"),
                    design.map(BriefingsCommand::paper).orElse("cannot be read"),
                    design.map(Design::title).orElse(""));
        }
        table.print(console.out(), console.terminalWidth());
    }

    private static String paper(Design design) {
        String sheet = design.paper().name() + (design.landscape() ? " landscape" : " portrait");
        return design.tiles().isPoster() ? design.tiles().words() + " " + sheet : sheet;
    }

    /** Empty where another program wrote something else there. */
    private static Optional<Design> design(NamedBriefing briefing) {
        try {
            return Optional.of(DesignFile.read(briefing.settings()));
        } catch (DomainException e) {
            return Optional.empty();
        }
    }

    private void writeJson(List<NamedBriefing> all) throws IOException {
        json(out -> {
            out.writeStartArray();
            for (NamedBriefing briefing : all) {
                out.writeStartObject();
                out.writeNumberField("id", briefing.id());
                out.writeStringField("uuid", briefing.uuid().toString());
                out.writeStringField("name", briefing.name());
                out.writeFieldName("design");
                Optional<Design> design = design(briefing);
                if (design.isPresent()) {
                    out.writeRawValue(DesignFile.write(design.get()).strip());
                } else {
                    out.writeNull(); // what another program wrote there need not be JSON
                }
                out.writeEndObject();
            }
            out.writeEndArray();
        });
    }
}
