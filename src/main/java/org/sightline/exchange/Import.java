package org.sightline.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sightline.DomainException;
import org.sightline.board.Board;
import org.sightline.claim.Claim;
import org.sightline.jobs.Jobs;

/**
 * Brings the claims of a file into a board, as one act. A file that was exported from a board comes back as it left, with
 * its identities; what the board has already stays. In any other table each row is a claim; what the rows quote from one
 * source becomes a capture of that source, one quote a line. Columns that are not understood go into the notes. Rows that
 * cannot be read are kept in a table beside the file, each with the reason. Immutable.
 */
public final class Import {
    private static final byte[] DATABASE = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

    private final Path file;
    private final Table table;
    private final Mapping mapping;
    private final Optional<TableImport> foreign;
    private final boolean guarded;

    private Import(Path file, Table table, Mapping mapping) {
        this.file = file;
        this.table = table;
        this.mapping = mapping;
        this.guarded = table instanceof CsvTable;
        this.foreign = OwnRows.are(table.header()) ? Optional.empty() : Optional.of(new TableImport(table, mapping));
    }

    /** The forms of files that hold claims. */
    public enum Format {
        CSV("csv", "tsv"),
        XLSX("xlsx"),
        GEOJSON("geojson"),
        JSON("json", "geojsonl", "jsonl", "ndjson"),
        KML("kml"),
        KMZ("kmz"),
        GPX("gpx"),
        GPKG("gpkg");

        @SuppressWarnings("ImmutableEnumChecker") // made by List.of
        private final List<String> endings;

        Format(String... endings) {
            this.endings = List.of(endings);
        }

        /** Without dots. */
        public static List<String> allEndings() {
            return Arrays.stream(values()).flatMap(f -> f.endings.stream()).toList();
        }

        /** What the file's name, and for databases its first bytes, say that it is. */
        public static Optional<Format> of(Path file) {
            String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
            String ending = name.substring(name.lastIndexOf('.') + 1);
            return isDatabase(file)
                    ? Optional.of(GPKG)
                    : Arrays.stream(values())
                            .filter(f -> f != GPKG && f.endings.contains(ending))
                            .findFirst();
        }
    }

    /** @throws DomainException when there is no such file */
    public static boolean isDatabase(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new DomainException("There is no file " + file + "; check the name.");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(DATABASE.length), DATABASE);
        } catch (IOException e) {
            throw new DomainException("The file " + file + " cannot be read; see whether you may read it.", e);
        }
    }

    /** Whether a database is a board, by its tables. */
    public static boolean isBoard(Path file) {
        return isDatabase(file) && GeoPackageTable.isBoard(file);
    }

    /**
     * A claim that a row would become.
     *
     * @param failure why it would not, in a sentence
     */
    public record Sample(Optional<Claim> claim, String failure) {}

    /** @throws DomainException when the file cannot be read, or holds no claims */
    public static Import open(Path file, Mapping mapping) {
        Format format = Format.of(file)
                .orElseThrow(() -> new DomainException("The file " + file.getFileName()
                        + " is of no form that can be imported; give a board, or one of ."
                        + String.join(", .", Format.allEndings()) + "."));
        return open(file, format, mapping);
    }

    /** @throws DomainException when the file cannot be read so, or holds no claims */
    public static Import open(Path file, Format format, Mapping mapping) {
        if (!Files.isRegularFile(file)) {
            throw new DomainException("The file \"" + file + "\" cannot be read; see whether it is there.");
        }
        Table table = switch (format) {
            case CSV -> CsvTable.open(file, mapping.encoding());
            case XLSX -> XlsxTable.open(file);
            case GEOJSON, JSON -> JsonTable.open(file);
            case KML -> KmlTable.open(file, false);
            case KMZ -> KmlTable.open(file, true);
            case GPX -> GpxTable.open(file);
            case GPKG -> GeoPackageTable.open(file);
        };
        return new Import(file, table, mapping);
    }

    /** The same file under another mapping. */
    public Import with(Mapping other) {
        return new Import(file, table, other);
    }

    /** Whether it was exported from a board, so that there is nothing to map. */
    public boolean isOwn() {
        return foreign.isEmpty();
    }

    public List<String> headings() {
        return table.header();
    }

    /** What is said and guessed of the columns together. */
    public Mapping mapping() {
        return foreign.map(t -> t.mapping(mapping)).orElse(mapping);
    }

    /** How the columns are understood, in a line for people. */
    public String explained() {
        return foreign.map(TableImport::columns).orElse("as they were exported");
    }

    /** What of the file is not read, in a sentence without its stop; empty when all is. */
    public Optional<String> leftOut() {
        return table.leftOut();
    }

    /** The claims of the first rows. */
    public List<Sample> sample(int rows) {
        if (foreign.isPresent()) {
            return foreign.get().sample(rows);
        }
        try (Failures failures = new Failures(file, table.rowWord(), false);
                Handover.Entries entries = new OwnRows(table, guarded, failures).entries()) {
            List<Sample> samples = new java.util.ArrayList<>();
            while (samples.size() < rows && entries.hasNext()) {
                samples.add(new Sample(Optional.of(entries.next().claim()), ""));
            }
            return samples;
        }
    }

    /**
     * @throws DomainException when the file cannot be read to its end; the board is then as before, but for a line in
     *     the journal
     * @throws java.util.concurrent.CancellationException when the job is cancelled; likewise
     */
    public Arrived into(Board board, Jobs.Progress progress) {
        return run(board, false, progress);
    }

    /** Counts what would come in; nothing is changed or written. */
    public Arrived rehearse(Board board, Jobs.Progress progress) {
        return run(board, true, progress);
    }

    private Arrived run(Board board, boolean rehearsal, Jobs.Progress progress) {
        try (Failures failures = new Failures(file, table.rowWord(), !rehearsal)) {
            return run(board, rehearsal, failures, progress);
        }
    }

    private Arrived run(Board board, boolean rehearsal, Failures failures, Jobs.Progress progress) {
        boolean done = false;
        try {
            Arrived arrived;
            if (foreign.isPresent()) {
                arrived = foreign.get().into(board, rehearsal, failures, progress);
            } else {
                Handover claims = new OwnRows(table, guarded, failures);
                arrived = rehearsal
                        ? Arrival.rehearse(board, claims, table.name(), progress)
                        : Arrival.into(board, claims, false, "Import " + table.name(), progress);
            }
            done = true;
            return new Arrived(
                    arrived.claims(),
                    arrived.unchanged(),
                    arrived.differing(),
                    arrived.sources(),
                    arrived.uncited(),
                    arrived.unplaced(),
                    failures.count(),
                    failures.told(),
                    failures.kept());
        } finally {
            if (!done) {
                failures.discard();
            }
        }
    }
}
