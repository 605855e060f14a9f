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

/** Writes claims to a file in the format that its name asks for, whole or not at all. Stateless. */
public final class Export {
    private Export() {}

    /** The formats that claims can leave in. */
    public enum Format {
        CSV("csv", "Spreadsheet (CSV)"),
        GEOJSON("geojson", "GeoJSON"),
        JSON("json", "JSON");

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
     * @throws DomainException when the format is unknown or the file cannot be written
     * @throws java.util.concurrent.CancellationException when the job is cancelled; the file is then as before
     */
    public static void write(Dossier dossier, Path file, Jobs.Progress progress) {
        Format format = Format.of(file);
        WholeFile.write(file, out -> write(dossier, format, out, progress));
    }

    private static void write(Dossier dossier, Format format, OutputStream out, Jobs.Progress progress)
            throws IOException {
        switch (format) {
            case CSV -> CsvExport.write(dossier, out, true, progress);
            case GEOJSON -> GeoJsonExport.write(dossier, out, progress);
            case JSON -> ClaimListJson.write(dossier, out, progress);
        }
    }
}
