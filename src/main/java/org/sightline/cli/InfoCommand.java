package org.sightline.cli;

import java.io.IOException;
import java.util.Optional;
import org.sightline.board.Board;
import org.sightline.board.BoardInfo;
import org.sightline.board.Snapshot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "info", description = "Show a board at a glance: title, counts, size, last change.")
final class InfoCommand extends BoardAct {
    @Option(names = "--json", order = 1000, description = "As one JSON document.")
    boolean json;

    InfoCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws IOException {
        try (Board board = openToRead();
                Snapshot snapshot = board.snapshot()) {
            BoardInfo info = snapshot.info();
            if (json) {
                writeJson(info);
            } else {
                print(info);
            }
        }
        return Exit.DONE;
    }

    private void print(BoardInfo info) {
        line("Title", info.title());
        line("Sources", Amounts.number(info.sources()) + captures(info));
        line("Claims", Amounts.number(info.claims()) + trash(info));
        line("Quotes", Amounts.number(info.quotes()));
        line("Relations", Amounts.number(info.relations()));
        line("Changes", Amounts.number(info.changes()));
        line("Last change", info.lastChange().map(Amounts::time).orElse("none yet"));
        info.journalHash().ifPresent(hash -> line("Journal hash", hash));
        line("Size", Amounts.bytes(info.bytes()));
        line("Schema", "version " + info.schemaVersion());
    }

    private static String captures(BoardInfo info) {
        return info.captures() == info.sources()
                ? ""
                : " (" + Amounts.count(info.captures(), "capture", "captures") + ")";
    }

    private static String trash(BoardInfo info) {
        return info.trashed() == 0 ? "" : " (and " + Amounts.number(info.trashed()) + " in the trash)";
    }

    private void line(String name, String value) {
        console.say(String.format("%-12s %s", name, value));
    }

    private void writeJson(BoardInfo info) throws IOException {
        json(out -> {
            out.writeStartObject();
            out.writeStringField("title", info.title());
            out.writeNumberField("schemaVersion", info.schemaVersion());
            out.writeNumberField("sources", info.sources());
            out.writeNumberField("captures", info.captures());
            out.writeNumberField("claims", info.claims());
            out.writeNumberField("trashed", info.trashed());
            out.writeNumberField("quotes", info.quotes());
            out.writeNumberField("relations", info.relations());
            out.writeNumberField("changes", info.changes());
            out.writeNumberField("bytes", info.bytes());
            Optional<String> last = info.lastChange().map(Object::toString);
            out.writeFieldName("lastChange");
            out.writeString(last.orElse(null));
            out.writeFieldName("journalHash");
            out.writeString(info.journalHash().orElse(null));
            out.writeEndObject();
        });
    }
}
