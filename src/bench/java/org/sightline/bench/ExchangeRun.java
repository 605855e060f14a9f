package org.sightline.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Claims out of a board and back into an empty one, whole processes, beside ogr2ogr in turn in one run; medians and their
 * ratio. ogr2ogr reads the claims' own table of the same board, without quotes and sources, which ours writes as well; back
 * in, it makes a GeoPackage with an R-tree of what it wrote itself. Set {@code JAVA_TOOL_OPTIONS=-Xmx512m} to bound the heap.
 *
 * <p>Arguments: the board, an empty folder to write to, the program ({@code target/sightline/bin/sightline}), how often, and
 * what: endings such as {@code csv,geojson,kml,gpkg}, with {@code in:} before those to be brought in again.
 */
public final class ExchangeRun {
    private ExchangeRun() {}

    public static void main(String[] args) throws Exception {
        Path board = Path.of(args[0]);
        Path folder = Files.createDirectories(Path.of(args[1]));
        String program = Path.of(args[2]).toAbsolutePath().toString();
        int runs = Integer.parseInt(args[3]);
        for (String what : args[4].split(",", -1)) {
            clear(folder);
            if (what.startsWith("in:")) {
                in(board, folder, program, runs, what.substring(3));
            } else {
                Path ours = folder.resolve("ours." + what);
                Path theirs = folder.resolve("theirs." + what);
                compare(
                        "out to " + what,
                        runs,
                        List.of(program, "export", board.toString(), ours.toString()),
                        out(what, theirs, board),
                        () -> remove(ours, theirs));
                System.out.printf(
                        Locale.ROOT, "  %d and %d MB%n", Files.size(ours) / 1_000_000, Files.size(theirs) / 1_000_000);
            }
        }
        clear(folder);
    }

    private static List<String> out(String ending, Path to, Path board) {
        String driver = switch (ending) {
            case "geojson" -> "GeoJSON";
            default -> ending.toUpperCase(Locale.ROOT);
        };
        return List.of("ogr2ogr", "-f", driver, to.toString(), board.toString(), "claim");
    }

    private static void in(Path board, Path folder, String program, int runs, String ending) throws Exception {
        Path our = folder.resolve("our." + ending);
        Path their = folder.resolve("their." + ending);
        MeasuredProcess.run(List.of(program, "export", board.toString(), our.toString()));
        MeasuredProcess.run(out(ending, their, board));
        Path into = folder.resolve("into.gpkg");
        Path made = folder.resolve("made.gpkg");
        compare(
                "in from " + ending,
                runs,
                List.of(program, "import", into.toString(), our.toString()),
                List.of("ogr2ogr", "-f", "GPKG", made.toString(), their.toString(), "-gt", "65536"),
                () -> {
                    remove(into, made);
                    MeasuredProcess.run(List.of(program, "new", into.toString()));
                });
    }

    private interface Preparation {
        void prepare() throws IOException, InterruptedException;
    }

    private static void compare(String what, int runs, List<String> our, List<String> their, Preparation before)
            throws IOException, InterruptedException {
        List<MeasuredProcess.Run> ours = new ArrayList<>();
        List<MeasuredProcess.Run> theirs = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            before.prepare();
            theirs.add(MeasuredProcess.run(their));
            ours.add(MeasuredProcess.run(our));
        }
        MeasuredProcess.Run mine = MeasuredProcess.median(ours);
        MeasuredProcess.Run peer = MeasuredProcess.median(theirs);
        System.out.printf(
                Locale.ROOT,
                "%s, %d runs: sightline %.1f s (cpu %.1f s, %d MiB), ogr2ogr %.1f s (cpu %.1f s, %d MiB), ratio %.2f%n",
                what,
                runs,
                mine.seconds(),
                mine.cpuSeconds(),
                mine.peakMebibytes(),
                peer.seconds(),
                peer.cpuSeconds(),
                peer.peakMebibytes(),
                mine.seconds() / peer.seconds());
    }

    private static void remove(Path... files) {
        for (Path file : files) {
            for (String beside : List.of("", "-wal", "-shm")) {
                try {
                    Files.deleteIfExists(file.resolveSibling(file.getFileName() + beside));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private static void clear(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                if (!file.equals(folder)) {
                    Files.delete(file);
                }
            }
        }
    }
}
