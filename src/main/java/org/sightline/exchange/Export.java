package org.sightline.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.sightline.DomainException;
import org.sightline.analysis.Dossier;
import org.sightline.jobs.Jobs;
import org.sightline.report.Report;
import org.sightline.report.ReportMap;

/** Writes claims to a file in the format that its name asks for, whole or not at all. Stateless. */
public final class Export {
    private Export() {}

    /** The formats that claims can leave in. */
    public enum Format {
        CSV("csv", "Spreadsheet (CSV)"),
        GEOJSON("geojson", "GeoJSON"),
        JSON("json", "JSON"),
        XLSX("xlsx", "Workbook (XLSX)"),
        KML("kml", "KML"),
        KMZ("kmz", "KML, packed (KMZ)"),
        GPKG("gpkg", "Board to hand over (GeoPackage)"),
        MARKDOWN("md", "Text with quotes (Markdown)"),
        JSON_LD("jsonld", "Linked data (JSON-LD)"),
        HTML("html", "Report (HTML)");

        private final String extension;
        private final String label;

        Format(String extension, String label) {
            this.extension = extension;
            this.label = label;
        }

        /** Without a dot. */
        public String extension() {
            return extension;
        }

        /** For a file dialog. */
        public String label() {
            return label;
        }

        /** Whether columns can be chosen. */
        public boolean hasColumns() {
            return this == CSV || this == XLSX || this == KML || this == KMZ;
        }

        /** Whether captures can come along. */
        public boolean hasCaptures() {
            return this == GPKG;
        }

        /** Whether there is a map of its own, with signs and layers. */
        public boolean hasMap() {
            return this == HTML;
        }

        /** @throws DomainException when the name's extension is none of ours */
        public static Format of(Path file) {
            String name = String.valueOf(file.getFileName());
            String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
            return Arrays.stream(values())
                    .filter(f -> f.extension.equals(extension))
                    .findFirst()
                    .orElseThrow(() -> new DomainException("\"" + name
                            + "\" does not end in a format that claims can be exported to; end it in " + endings()
                            + "."));
        }

        private static String endings() {
            List<String> all =
                    Arrays.stream(values()).map(f -> "." + f.extension).toList();
            return all.stream().limit(all.size() - 1L).collect(Collectors.joining(", ")) + " or "
                    + all.get(all.size() - 1);
        }
    }

    /**
     * What is written of the claims.
     *
     * @param columns by name, as {@link TableColumns}; all where none is named
     * @param redaction what is held back
     * @param captures whether captures come along
     * @param map of a report: its signs and what lies below them
     */
    public record Scope(List<String> columns, Redaction redaction, boolean captures, ReportMap map) {
        /** All that the format holds but captures. */
        public static final Scope PLAIN = new Scope(List.of(), Redaction.NONE, false);

        public Scope {
            columns = List.copyOf(columns);
        }

        public Scope(List<String> columns, Redaction redaction, boolean captures) {
            this(columns, redaction, captures, ReportMap.PLAIN);
        }

        /** The same with another map. */
        public Scope on(ReportMap other) {
            return new Scope(columns, redaction, captures, other);
        }

        /** @throws DomainException when the format cannot do it */
        public void check(Format format) {
            checkColumns(format).checkCaptures(format);
        }

        /** @throws DomainException when the format has no such columns */
        public Scope checkColumns(Format format) {
            TableColumns.chosen(columns);
            if (!columns.isEmpty() && !format.hasColumns()) {
                throw new DomainException("The format " + format.label()
                        + " has no columns to choose from; choose them for .csv, .xlsx, .kml or .kmz.");
            }
            return this;
        }

        /** @throws DomainException when captures cannot come along */
        public Scope checkCaptures(Format format) {
            if (captures && !format.hasCaptures()) {
                throw new DomainException("The format " + format.label()
                        + " cannot take captures along; export to .gpkg to hand them over.");
            }
            if (captures && !redaction.isNothing()) {
                throw new DomainException(
                        "Captures hold what was to be held back; leave them out, or hold nothing back.");
            }
            return this;
        }
    }

    /**
     * @throws DomainException when the format is unknown or the file cannot be written
     * @throws java.util.concurrent.CancellationException when the job is cancelled; the file is then as before
     */
    public static void write(Dossier dossier, Path file, Jobs.Progress progress) {
        write(Handover.of(dossier), file, Scope.PLAIN, progress);
    }

    /**
     * @return how many of the quotes are orphaned
     * @throws DomainException when the format is unknown, cannot be scoped so, or the file cannot be written
     * @throws java.util.concurrent.CancellationException when the job is cancelled; the file is then as before
     */
    public static long write(Handover claims, Path file, Scope scope, Jobs.Progress progress) {
        Format format = Format.of(file);
        scope.check(format);
        OrphanCount told = new OrphanCount(scope.redaction().of(claims));
        if (format == Format.GPKG) {
            BoardExport.write(told, scope.captures(), file, progress);
        } else {
            WholeFile.write(file, out -> write(told.ahead(), format, scope, out, progress));
        }
        return told.orphaned();
    }

    private static void write(Handover claims, Format format, Scope scope, OutputStream out, Jobs.Progress progress)
            throws IOException {
        List<TableColumn> columns = TableColumns.chosen(scope.columns());
        switch (format) {
            case CSV -> CsvExport.write(claims, columns, out, true, progress);
            case GEOJSON -> GeoJsonExport.write(claims, out, progress);
            case JSON -> ClaimListJson.write(claims, out, progress);
            case XLSX -> XlsxExport.write(claims, columns, out, progress);
            case KML -> KmlExport.write(claims, columns, out, progress);
            case KMZ -> KmlExport.writePacked(claims, columns, out, progress);
            case MARKDOWN -> MarkdownExport.write(claims, out, progress);
            case JSON_LD -> JsonLdExport.write(claims, out, progress);
            case GPKG -> throw new IllegalStateException("a board makes its file itself");
            case HTML -> Report.write(ReportedClaims.of(claims, scope.map()), out, progress);
        }
    }
}
