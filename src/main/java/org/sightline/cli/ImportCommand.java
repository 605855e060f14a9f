package org.sightline.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.sightline.DomainException;
import org.sightline.board.Board;
import org.sightline.board.Merged;
import org.sightline.exchange.CsvImport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "import",
        description = {
            "Bring in what a file holds, as one act that undo takes back. Another board is merged: new things come in,",
            "things changed only there are changed here, things changed in both wait in \"sightline conflicts\". A table",
            "(CSV) of claims is read by its headings; each row becomes a claim."
        })
final class ImportCommand extends BoardAct {
    private static final byte[] DATABASE = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

    /** What a file can be. */
    enum Format {
        BOARD,
        CSV
    }

    @Parameters(index = "1", paramLabel = "FILE", description = "The file to bring in, such as another board.")
    Path from = Path.of("");

    @Option(
            names = "--as",
            paramLabel = "FORMAT",
            description = "What FILE is: board or csv. Found out from the file unless given.")
    @Nullable
    Format as;

    @Option(names = "--json", order = 1000, description = "As one JSON document.")
    boolean json;

    ImportCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws IOException {
        return switch (as == null ? format() : as) {
            case BOARD -> merge();
            case CSV -> table();
        };
    }

    /** What the file's first bytes say that it is. */
    private Format format() {
        if (!Files.isRegularFile(from)) {
            throw new DomainException("There is no file " + from + "; check the name.");
        }
        try (InputStream in = Files.newInputStream(from)) {
            if (Arrays.equals(in.readNBytes(DATABASE.length), DATABASE)) {
                return Format.BOARD;
            }
        } catch (IOException e) {
            throw new DomainException("The file " + from + " cannot be read; see whether you may read it.", e);
        }
        if (String.valueOf(from.getFileName()).matches("(?i).*\\.(csv|tsv)")) {
            return Format.CSV;
        }
        throw new DomainException("The file " + from.getFileName()
                + " is of no form that can be imported; give a board or a table (.csv).");
    }

    private Integer table() throws IOException {
        CsvImport csv = CsvImport.open(from);
        CsvImport.Result result;
        try (Board board = openToWrite()) {
            if (!json) {
                console.note("Columns: " + csv.columns() + ".");
            }
            result = csv.into(board, new TerminalProgress(console));
        }
        if (json) {
            json(out -> {
                out.writeStartObject();
                out.writeStringField("format", "csv");
                out.writeNumberField("claims", result.claims());
                out.writeNumberField("sources", result.sources());
                out.writeEndObject();
            });
        } else {
            console.say("Imported " + Amounts.count(result.claims(), "claim", "claims") + " from "
                    + Amounts.count(result.sources(), "source", "sources") + ".");
        }
        return Exit.DONE;
    }

    private Integer merge() throws IOException {
        try (Board board = openToWrite();
                Board other = Board.open(from, Board.Mode.READ)) {
            Merged merged = board.merge(other, new TerminalProgress(console));
            if (json) {
                writeJson(merged);
            } else {
                print(merged);
            }
        }
        return Exit.DONE;
    }

    private void print(Merged merged) {
        if (merged.line().isEmpty()) {
            console.say("There is nothing new in " + from + ".");
        } else {
            console.say("Merged " + from + ": " + Amounts.number(merged.added()) + " new, "
                    + Amounts.number(merged.takenOver()) + " taken over, " + Amounts.number(merged.equal())
                    + " equal, " + Amounts.number(merged.older()) + " older there, "
                    + Amounts.count(merged.conflicts(), "conflict", "conflicts") + ".");
        }
        if (merged.open() > 0) {
            console.say(Amounts.count(merged.open(), "conflict waits", "conflicts wait")
                    + " for a decision; \"sightline conflicts " + file + "\" shows both sides.");
        }
    }

    private void writeJson(Merged merged) throws IOException {
        json(out -> {
            out.writeStartObject();
            out.writeStringField("format", "board");
            out.writeNumberField("new", merged.added());
            out.writeNumberField("takenOver", merged.takenOver());
            out.writeNumberField("equal", merged.equal());
            out.writeNumberField("older", merged.older());
            out.writeNumberField("conflicts", merged.conflicts());
            out.writeNumberField("openConflicts", merged.open());
            out.writeFieldName("line");
            if (merged.line().isPresent()) {
                out.writeNumber(merged.line().get().sequence());
            } else {
                out.writeNull();
            }
            out.writeEndObject();
        });
    }
}
