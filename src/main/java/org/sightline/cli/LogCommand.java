package org.sightline.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.sightline.board.Board;
import org.sightline.board.JournalEntry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "log", description = "Show the journal, newest first.")
final class LogCommand extends BoardAct {
    @Option(names = "--limit", paramLabel = "N", description = "At most so many lines.")
    int limit;

    @Option(
            names = "--json",
            order = 1000,
            description = "As one JSON document, with hashes and what was there before and after.")
    boolean json;

    LogCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws IOException {
        try (Board board = openToRead()) {
            List<JournalEntry> entries = board.log(Math.max(0, limit));
            if (json) {
                json(out -> {
                    out.writeStartArray();
                    for (JournalEntry entry : entries) {
                        write(out, entry);
                    }
                    out.writeEndArray();
                });
            } else {
                print(entries);
            }
        }
        return Exit.DONE;
    }

    private void print(List<JournalEntry> entries) {
        Table table = new Table(Table.right("#"), Table.left("When"), Table.left("Who"), Table.text("What"));
        entries.forEach(e -> table.row(e.sequence(), Amounts.time(e.at()), e.actor(), e.summary()));
        table.print(console.out(), console.terminalWidth());
    }

    private static void write(JsonGenerator out, JournalEntry entry) throws IOException {
        out.writeStartObject();
        out.writeNumberField("sequence", entry.sequence());
        out.writeStringField("at", entry.at().toString());
        out.writeStringField("actor", entry.actor());
        out.writeStringField("operation", entry.operation());
        out.writeStringField("summary", entry.summary());
        out.writeStringField("entity", entry.entity());
        text(out, "entityUuid", entry.entityUuid());
        raw(out, "before", entry.before());
        raw(out, "after", entry.after());
        out.writeFieldName("undoes");
        if (entry.undoes().isPresent()) {
            out.writeNumber(entry.undoes().get());
        } else {
            out.writeNull();
        }
        out.writeStringField("previousHash", entry.previousHash());
        out.writeStringField("hash", entry.hash());
        out.writeEndObject();
    }

    private static void text(JsonGenerator out, String key, Optional<String> value) throws IOException {
        out.writeFieldName(key);
        out.writeString(value.orElse(null));
    }

    /** The canonical JSON as it stands, so that its hash can be recomputed from it. */
    private static void raw(JsonGenerator out, String key, Optional<String> value) throws IOException {
        out.writeFieldName(key);
        out.writeRawValue(value.orElse("null"));
    }
}
