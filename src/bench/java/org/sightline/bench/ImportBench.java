package org.sightline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A table of claims into a board, against ogr2ogr, which makes a GeoPackage with an R-tree of the same rows but neither
 * full text nor journal. Whole processes, in turn, in one run; medians and their ratio.
 *
 * <p>Arguments: the table (CSV), an empty folder to write to, the program ({@code target/sightline/bin/sightline}), and
 * how often. The page cache is warm: one run of each goes before.
 */
public final class ImportBench {
    private ImportBench() {}

    public static void main(String[] args) throws Exception {
        Path table = Path.of(args[0]);
        Path folder = Files.createDirectories(Path.of(args[1]));
        Path program = Path.of(args[2]).toAbsolutePath();
        int runs = Integer.parseInt(args[3]);
        Path board = folder.resolve("board.gpkg");
        Path peer = folder.resolve("peer.gpkg");
        List<MeasuredProcess.Run> ours = new ArrayList<>();
        List<MeasuredProcess.Run> theirs = new ArrayList<>();
        for (int i = -1; i < runs; i++) {
            clear(folder);
            MeasuredProcess.run(List.of(program.toString(), "new", board.toString()));
            MeasuredProcess.Run our =
                    MeasuredProcess.run(List.of(program.toString(), "import", board.toString(), table.toString()));
            MeasuredProcess.Run their = MeasuredProcess.run(List.of(
                    "ogr2ogr",
                    "-f",
                    "GPKG",
                    peer.toString(),
                    table.toString(),
                    "-nln",
                    "claims",
                    "-oo",
                    "X_POSSIBLE_NAMES=lon",
                    "-oo",
                    "Y_POSSIBLE_NAMES=lat",
                    "-oo",
                    "AUTODETECT_TYPE=YES",
                    "-oo",
                    "KEEP_GEOM_COLUMNS=NO",
                    "-a_srs",
                    "EPSG:4326",
                    "-lco",
                    "SPATIAL_INDEX=YES",
                    "-gt",
                    "65536"));
            if (i >= 0) {
                ours.add(our);
                theirs.add(their);
            }
        }
        MeasuredProcess.Run our = MeasuredProcess.median(ours);
        MeasuredProcess.Run their = MeasuredProcess.median(theirs);
        System.out.printf(
                Locale.ROOT,
                "import %s, %d runs: sightline %.1f s (cpu %.1f s, %d MiB), ogr2ogr %.1f s (cpu %.1f s, %d MiB), ratio %.2f%n",
                table.getFileName(),
                runs,
                our.seconds(),
                our.cpuSeconds(),
                our.peakMebibytes(),
                their.seconds(),
                their.cpuSeconds(),
                their.peakMebibytes(),
                our.seconds() / their.seconds());
        clear(folder);
    }

    private static void clear(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                if (!file.equals(folder)) {
                    Files.delete(file);
                }
            }
        }
    }
}
