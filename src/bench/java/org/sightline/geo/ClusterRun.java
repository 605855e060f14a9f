package org.sightline.geo;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.locationtech.jts.geom.Envelope;

/**
 * The cluster index over the claims of a table, beside npm's supercluster in the same run, if its script is given: that
 * of {@code node SCRIPT TABLE RUNS} is run in turn and what it prints is printed. Both gather within the same distance:
 * supercluster's 40 pixels of a world of 512 are 20 pixels of ours of 256.
 *
 * <p>{@code mvn -q -Pbench test-compile exec:exec -Dbench.main=org.sightline.geo.ClusterRun
 * -Dbench.args="TABLE RUNS [FOLDER SCRIPT]"}, FOLDER being where supercluster is installed.
 */
public final class ClusterRun {
    private static final int QUERIES = 200;

    private ClusterRun() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        double[][] points = read(Path.of(args[0]));
        int runs = Integer.parseInt(args[1]);
        double[] millis = new double[runs];
        ClusterIndex index = ClusterIndex.of(points[0], points[1], 20, 16); // warms up, as the peer's first does
        for (int run = 0; run < runs; run++) {
            long begun = System.nanoTime();
            index = ClusterIndex.of(points[0], points[1], 20, 16);
            millis[run] = (System.nanoTime() - begun) / 1e6;
        }
        print("index of " + points[0].length, millis, 0);
        Random random = new Random(7);
        for (int zoom : new int[] {3, 4, 5, 6, 8, 10, 12, 14}) {
            viewports(index, points, zoom, random);
        }
        StringBuilder sizes = new StringBuilder("clusters by zoom:");
        for (int zoom = 0; zoom <= 16; zoom++) {
            sizes.append(' ')
                    .append(index.within(new Envelope(-180, 180, -85, 85), zoom).size());
        }
        System.out.println(sizes);
        if (args.length > 3) {
            new ProcessBuilder("node", "--max-old-space-size=6000", args[3], args[0], args[1])
                    .directory(Path.of(args[2]).toFile())
                    .inheritIO()
                    .start()
                    .waitFor();
        }
    }

    private static void viewports(ClusterIndex index, double[][] points, int zoom, Random random) {
        double[] millis = new double[QUERIES];
        long found = 0;
        for (int i = 0; i < QUERIES; i++) {
            int at = random.nextInt(points[0].length);
            double across = 1920 / 512.0 * 360 / Math.pow(2, zoom) / 2;
            double down = across * 1080 / 1920 * 0.6;
            double lon = points[0][at];
            double lat = points[1][at];
            long begun = System.nanoTime();
            ClusterIndex.Clusters seen =
                    index.within(new Envelope(lon - across, lon + across, lat - down, lat + down), zoom);
            millis[i] = (System.nanoTime() - begun) / 1e6;
            found += seen.size();
        }
        print("viewport at zoom " + zoom, millis, found / QUERIES);
    }

    private static void print(String what, double[] millis, long items) {
        Arrays.sort(millis);
        System.out.println(String.format(
                Locale.ROOT,
                "%-24s median %.3f ms (%.3f-%.3f, p95 %.3f, n=%d)%s",
                what,
                millis[millis.length / 2],
                millis[0],
                millis[millis.length - 1],
                millis[Math.min(millis.length - 1, millis.length * 95 / 100)],
                millis.length,
                items == 0 ? "" : " avg " + items + " items"));
    }

    /** The second and third column of the generated table: longitude and latitude, never in quotation marks. */
    private static double[][] read(Path table) throws IOException {
        List<double[]> all = new ArrayList<>();
        try (BufferedReader lines = Files.newBufferedReader(table)) {
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int a = line.indexOf(',');
                int b = line.indexOf(',', a + 1);
                int c = line.indexOf(',', b + 1);
                all.add(new double[] {
                    Double.parseDouble(line.substring(a + 1, b)), Double.parseDouble(line.substring(b + 1, c))
                });
            }
        }
        return new double[][] {
            all.stream().mapToDouble(p -> p[0]).toArray(),
            all.stream().mapToDouble(p -> p[1]).toArray()
        };
    }
}
