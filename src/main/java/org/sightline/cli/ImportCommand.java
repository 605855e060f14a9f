package org.sightline.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sightline.DomainException;
import org.sightline.board.Board;
import org.sightline.board.Merged;
import org.sightline.exchange.Arrived;
import org.sightline.exchange.Import;
import org.sightline.exchange.Mapping;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "import",
        description = {
            "Bring in what a file holds, as one act that undo takes back. Another board is merged: new things come in,",
            "things changed only there are changed here, things changed in both wait in \"sightline conflicts\". A file",
            "that was exported comes back as it left. Any other table (CSV, TSV, XLSX, GeoJSON, JSON, KML, KMZ, GPX,",
            "GeoPackage) is read by its headings or a mapping; each row becomes a claim. Rows that cannot be read are",
            "kept in a table beside FILE, each with the reason."
        })
final class ImportCommand extends BoardAct {
    /** What a file can be. */
    enum Format {
        BOARD,
        CSV,
        XLSX,
        GEOJSON,
        JSON,
        KML,
        KMZ,
        GPX,
        GPKG
    }

    @Parameters(index = "1", paramLabel = "FILE", description = "The file to bring in, such as another board.")
    Path from = Path.of("");

    @Option(
            names = "--as",
            paramLabel = "FORMAT",
            description =
                    "What FILE is: board, csv, xlsx, geojson, json, kml, kmz, gpx or gpkg. Found out from the file"
                            + " unless given.")
    @Nullable
    Format as;

    @Option(
            names = "--mapping",
            paramLabel = "MAPPING",
            description = "A text file that says which column is what, a line each, such as \"statement = Headline\";"
                    + " also \"dates = day-first\", \"decimals = comma\", \"encoding = windows-1251\".")
    @Nullable
    Path mapping;

    @Option(names = "--dates", paramLabel = "ORDER", description = "How 3/4/2022 is meant: day-first or month-first.")
    @Nullable
    String dates;

    @Option(names = "--decimal-comma", description = "Numbers have a comma before their decimals.")
    boolean decimalComma;

    @Option(names = "--encoding", paramLabel = "NAME", description = "What a table of text is written in.")
    @Nullable
    String encoding;

    @Option(names = "--dry-run", description = "Only say what would come in; nothing is changed.")
    boolean dryRun;

    @Option(names = "--json", order = 1000, description = "As one JSON document.")
    boolean json;

    ImportCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws IOException {
        Format format = as == null ? format() : as;
        if (format != Format.BOARD) {
            return table(format);
        }
        if (dryRun || mapping != null) {
            throw new UsageException("A board is merged as it is; leave out --dry-run and --mapping.");
        }
        return merge();
    }

    /** What the file's first bytes and its ending say that it is; a database is a board unless it is somebody else's. */
    private Format format() {
        if (Import.isDatabase(from)) {
            return isBoard() ? Format.BOARD : Format.GPKG;
        }
        return Import.Format.of(from)
                .map(format -> Format.valueOf(format.name()))
                .orElseThrow(() -> new DomainException("The file " + from.getFileName()
                        + " is of no form that can be imported; give a board, or one of ."
                        + String.join(", .", Import.Format.allEndings()) + "."));
    }

    /** A database in which not even the tables' names can be read is opened as a board, which says what is wrong. */
    private boolean isBoard() {
        try {
            return Import.isBoard(from);
        } catch (DomainException e) {
            return true;
        }
    }

    private Mapping said() {
        return UsageException.reading("--mapping", () -> {
            Mapping said = mapping == null ? Mapping.GUESSED : Mapping.read(mapping);
            if (dates != null) {
                said = said.withDates(Mapping.parse(List.of("dates = " + dates)).dates());
            }
            if (encoding != null) {
                said = said.withEncoding(Optional.of(Mapping.charset(encoding)));
            }
            return decimalComma ? said.withDecimalComma(true) : said;
        });
    }

    private Integer table(Format format) throws IOException {
        Import table = Import.open(from, Import.Format.valueOf(format.name()), said());
        Arrived arrived;
        try (Board board = dryRun ? openToRead() : openToWrite()) {
            if (!json) {
                console.note("Columns: " + table.explained() + ".");
                table.leftOut().ifPresent(left -> console.note(left + "."));
            }
            TerminalProgress progress = new TerminalProgress(console);
            arrived = dryRun ? table.rehearse(board, progress) : table.into(board, progress);
        }
        if (json) {
            writeJson(format, arrived, table.leftOut());
        } else {
            tell(arrived);
        }
        return arrived.claims() + arrived.unchanged() == 0 && arrived.failed() > 0 ? Exit.FAILED : Exit.DONE;
    }

    private void tell(Arrived arrived) {
        String rest = (arrived.unchanged() > 0 ? "; " + Amounts.number(arrived.unchanged()) + " here already" : "")
                + (arrived.differing() > 0
                        ? "; " + Amounts.number(arrived.differing())
                                + " here already that say something else, kept as they" + " are"
                        : "");
        console.say((dryRun ? "Would import " : "Imported ") + Amounts.count(arrived.claims(), "claim", "claims")
                + " from " + Amounts.count(arrived.sources(), "source", "sources") + rest + ".");
        if (arrived.uncited() > 0) {
            console.say("The sources of " + Amounts.count(arrived.uncited(), "claim", "claims")
                    + " without a quote stand in the notes.");
        }
        if (arrived.unplaced() > 0) {
            console.say("The places of " + Amounts.count(arrived.unplaced(), "claim", "claims")
                    + " are only named and stand in the notes; none was looked up.");
        }
        arrived.failures().forEach(console::note);
        if (arrived.failed() > 0) {
            console.note(Amounts.count(arrived.failed(), "row", "rows") + " could not be read"
                    + arrived.kept().map(file -> "; see " + file).orElse("") + ".");
        }
    }

    private void writeJson(Format format, Arrived arrived, Optional<String> leftOut) throws IOException {
        json(out -> {
            out.writeStartObject();
            out.writeStringField("format", format.name().toLowerCase(java.util.Locale.ROOT));
            out.writeNumberField("claims", arrived.claims());
            out.writeNumberField("sources", arrived.sources());
            out.writeNumberField("uncited", arrived.uncited());
            out.writeNumberField("unplaced", arrived.unplaced());
            out.writeNumberField("unchanged", arrived.unchanged());
            out.writeNumberField("differing", arrived.differing());
            out.writeNumberField("failed", arrived.failed());
            out.writeBooleanField("dryRun", dryRun);
            out.writeFieldName("leftOut");
            out.writeString(leftOut.orElse(null));
            out.writeEndObject();
        });
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
