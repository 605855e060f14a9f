package org.sightline.cli;

import java.io.IOException;
import java.util.List;
import org.sightline.board.Backup;
import org.sightline.board.Board;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "backups",
        description = {
            "List the copies kept beside a board, newest first.",
            "One is made before the first change of a day, before a restore, and before a newer version changes tables."
        })
final class BackupsCommand extends BoardAct {
    @Option(names = "--json", order = 1000, description = "As one JSON document.")
    boolean json;

    BackupsCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws IOException {
        List<Backup> backups = Board.backups(file);
        if (json) {
            writeJson(backups);
        } else if (backups.isEmpty()) {
            console.say("There is no backup of " + file + " yet.");
        } else {
            print(backups);
        }
        return Exit.DONE;
    }

    private void print(List<Backup> backups) {
        Table table = new Table(
                Table.right("#"), Table.left("Made"), Table.right("Size"), Table.right("Claims"), Table.text("File"));
        int number = 1;
        for (Backup backup : backups) {
            table.row(
                    number++,
                    Amounts.time(backup.made()),
                    Amounts.bytes(backup.bytes()),
                    backup.claims().map(Amounts::number).orElse("unreadable"),
                    backup.file().getFileName());
        }
        table.print(console.out(), console.terminalWidth());
    }

    private void writeJson(List<Backup> backups) throws IOException {
        json(out -> {
            out.writeStartArray();
            int number = 1;
            for (Backup backup : backups) {
                out.writeStartObject();
                out.writeNumberField("number", number++);
                out.writeStringField("file", backup.file().toString());
                out.writeStringField("made", backup.made().toString());
                out.writeNumberField("bytes", backup.bytes());
                out.writeFieldName("claims");
                if (backup.claims().isPresent()) {
                    out.writeNumber(backup.claims().get());
                } else {
                    out.writeNull();
                }
                out.writeEndObject();
            }
            out.writeEndArray();
        });
    }
}
