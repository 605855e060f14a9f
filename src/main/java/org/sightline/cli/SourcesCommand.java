package org.sightline.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.sightline.board.Board;
import org.sightline.board.Snapshot;
import org.sightline.exchange.SourceJson;
import org.sightline.source.Capture;
import org.sightline.source.PublicationDate;
import org.sightline.source.Source;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "sources", description = "List the sources of a board.")
final class SourcesCommand extends BoardAct {
    @Option(names = "--json", order = 1000, description = "As one JSON document.")
    boolean json;

    SourcesCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws IOException {
        try (Board board = openToRead();
                Snapshot snapshot = board.snapshot()) {
            List<Source> sources = snapshot.sources();
            if (json) {
                json(out -> {
                    out.writeStartArray();
                    for (Source source : sources) {
                        SourceJson.write(
                                out,
                                source,
                                source.relays().flatMap(snapshot::source),
                                snapshot.captures(source.uuid()));
                    }
                    out.writeEndArray();
                });
            } else if (sources.isEmpty()) {
                console.note("The board has no sources yet; \"sightline capture " + file + " FILE\" adds one.");
            } else {
                print(sources, snapshot);
            }
        }
        return Exit.DONE;
    }

    private void print(List<Source> sources, Snapshot snapshot) {
        Table table = new Table(
                Table.right("#"),
                Table.left("Grade"),
                Table.text("Title"),
                Table.text("Publisher"),
                Table.left("Published"),
                Table.text("Relays"),
                Table.right("Characters"),
                Table.left("SHA-256"));
        for (Source source : sources) {
            List<Capture> captures = snapshot.captures(source.uuid());
            Optional<Capture> newest = captures.isEmpty() ? Optional.empty() : Optional.of(captures.getLast());
            table.row(
                    source.id(),
                    source.reliability().map(Enum::name).orElse("-"),
                    source.title(),
                    source.publisher().orElse(""),
                    source.published().map(PublicationDate::iso).orElse(""),
                    source.relays()
                            .flatMap(snapshot::source)
                            .map(Source::shortName)
                            .orElse(""),
                    newest.map(c -> Amounts.number(c.textLength())).orElse(""),
                    newest.map(Capture::shortHash).orElse("")
                            + (captures.size() > 1 ? " (" + captures.size() + ")" : ""));
        }
        table.print(console.out(), console.terminalWidth());
    }
}
