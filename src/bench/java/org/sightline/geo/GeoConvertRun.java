package org.sightline.geo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeSet;
import org.sightline.DomainException;

/**
 * MGRS, UTM and UPS held against GeographicLib's {@code GeoConvert} (Debian's geographiclib-tools): random points and all
 * points where a zone, a band or a square could go wrong, written; and every 100 km square that could be, read. Prints
 * how many differ and the first of them.
 *
 * <p>Arguments: how many random points. With a second, a folder, the fixture of the ordinary tests is written there.
 */
public final class GeoConvertRun {
    private static final int SHOWN = 10;
    private static final double[] HAIRS = {0, 1e-9, -1e-9, 1e-6, -1e-6};
    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ";

    private GeoConvertRun() {}

    public static void main(String[] args) throws Exception {
        List<Position> random = random(Integer.parseInt(args[0]));
        List<Position> edges = edges();
        written("random", random);
        written("boundary", edges);
        squares();
        if (args.length > 1) {
            fixture(Path.of(args[1]), edges);
        }
    }

    /** Half spread over the globe, half over degrees, so that the poles have their share. */
    private static List<Position> random(int count) {
        Random random = new Random(20221012);
        List<Position> points = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double lat = i % 2 == 0
                    ? Math.toDegrees(Math.asin(random.nextDouble() * 2 - 1))
                    : random.nextDouble() * 180 - 90;
            points.add(new Position(lat, random.nextDouble() * 360 - 180));
        }
        return points;
    }

    /** Every degree of latitude and every third of longitude, on the spot and a hair to either side. */
    private static List<Position> edges() {
        TreeSet<Double> lats = new TreeSet<>();
        TreeSet<Double> lons = new TreeSet<>();
        for (double hair : HAIRS) {
            for (int lat = -90; lat <= 90; lat += 2) {
                lats.add(Math.clamp(lat + hair, -90, 90) + 0.0);
            }
            for (int lon = -180; lon <= 180; lon += 3) {
                lons.add(Math.clamp(lon + hair, -180, 180) + 0.0);
            }
        }
        List<Position> points = new ArrayList<>();
        lats.forEach(lat -> lons.forEach(lon -> points.add(new Position(lat, lon))));
        return points;
    }

    private static void written(String what, List<Position> points) throws Exception {
        List<String> asked = points.stream().map(GeoConvertRun::plain).toList();
        List<String> mgrs = geoConvert(asked, "-m", "-p", "0");
        List<String> utm = geoConvert(asked, "-u", "-p", "3");
        int differences = 0;
        double farthest = 0;
        for (int i = 0; i < asked.size(); i++) {
            String ours = mgrs(points.get(i));
            farthest = Math.max(farthest, distance(points.get(i), utm.get(i)));
            if (!ours.equals(mgrs.get(i)) && differences++ < SHOWN) {
                System.out.println("  " + asked.get(i) + ": ours " + ours + ", theirs " + mgrs.get(i));
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%s points: %,d; MGRS to 1 m differs at %d; UTM and UPS at most %.4f m apart (theirs to 1 mm)%n",
                what,
                asked.size(),
                differences,
                farthest);
    }

    private static String plain(Position position) {
        return new BigDecimal(position.lat()).toPlainString() + " " + new BigDecimal(position.lon()).toPlainString();
    }

    private static String mgrs(Position position) {
        String text = Notation.MGRS.write(position, 1).replace(" ", "");
        return text.matches("[0-9][A-Z].*") ? "0" + text : text;
    }

    /** Metres between our easting and northing and theirs; infinite when the zone is another. */
    private static double distance(Position position, String theirs) {
        String[] parts = theirs.split(" ");
        GridReference ours = GridReference.of(position);
        String zone = ours.zone() == GridReference.POLAR ? "" : String.format(Locale.ROOT, "%02d", ours.zone());
        if (!parts[0].equals(zone + (ours.south() ? "s" : "n"))) {
            return Double.POSITIVE_INFINITY;
        }
        return Math.hypot(
                ours.easting() - Double.parseDouble(parts[1]), ours.northing() - Double.parseDouble(parts[2]));
    }

    /** Which 100 km squares are read at all, and that both read the same middle. */
    private static void squares() throws Exception {
        List<String> asked = new ArrayList<>();
        for (int zone = 0; zone <= 60; zone++) {
            for (String band : (zone == 0 ? "ABYZ" : "CDEFGHJKLMNPQRSTUVWX").split("")) {
                for (String column : LETTERS.split("")) {
                    for (String row : LETTERS.split("")) {
                        asked.add((zone == 0 ? "" : String.format(Locale.ROOT, "%02d", zone)) + band + column + row
                                + "50005000");
                    }
                }
            }
        }
        List<String> theirs = geoConvert(asked, "-g", "-p", "4");
        int onlyOurs = 0;
        int onlyTheirs = 0;
        int both = 0;
        double farthest = 0;
        for (int i = 0; i < asked.size(); i++) {
            boolean theyRead = !theirs.get(i).startsWith("ERROR");
            String read = read(asked.get(i));
            if (read.isEmpty() == theyRead) {
                int seen = theyRead ? onlyTheirs++ : onlyOurs++;
                if (seen < SHOWN) {
                    System.out.println(
                            "  " + asked.get(i) + ": " + (theyRead ? "only they read it" : "only we read it"));
                }
            } else if (theyRead) {
                both++;
                String[] ll = theirs.get(i).split(" ");
                Position our = Notation.read(asked.get(i)).orElseThrow();
                farthest = Math.max(
                        farthest,
                        Geodesic.distance(our, new Position(Double.parseDouble(ll[0]), Double.parseDouble(ll[1]))));
            }
        }
        System.out.printf(
                Locale.ROOT,
                "100 km squares: %,d asked, %,d read by both, at most %.4f m apart; read only by us %d, only by them %d%n",
                asked.size(),
                both,
                farthest,
                onlyOurs,
                onlyTheirs);
    }

    private static String read(String text) {
        try {
            return Notation.read(text).map(Position::toString).orElse("");
        } catch (DomainException e) { // no such square
            return "";
        }
    }

    private static List<String> geoConvert(List<String> lines, String... options)
            throws IOException, InterruptedException {
        Path in = Files.createTempFile("geoconvert", ".txt");
        Path out = Files.createTempFile("geoconvert", ".out");
        try {
            Files.write(in, lines, StandardCharsets.US_ASCII);
            List<String> command = new ArrayList<>(List.of("GeoConvert"));
            command.addAll(List.of(options));
            new ProcessBuilder(command)
                    .redirectInput(in.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            List<String> answers = Files.readAllLines(out);
            if (answers.size() != lines.size()) {
                throw new IllegalStateException(
                        "GeoConvert answered " + answers.size() + " of " + lines.size() + " lines");
            }
            return answers;
        } finally {
            Files.delete(in);
            Files.delete(out);
        }
    }

    /** Some of the boundary points: position, MGRS, zone with easting and northing. */
    private static void fixture(Path folder, List<Position> edges) throws Exception {
        Random random = new Random(4);
        List<Position> chosen = new ArrayList<>(
                edges.stream().filter(p -> random.nextInt(edges.size()) < 1_500).toList());
        edges.stream()
                .filter(p -> Math.abs(p.lat() - 56) < 1e-3 && p.lon() > -1 && p.lon() < 13
                        || Math.abs(p.lat() - 72) < 1e-3 && p.lon() > -1 && p.lon() < 43
                        || Math.abs(p.lat() - 64) < 1e-3 && p.lon() > 2 && p.lon() < 13
                        || Math.abs(p.lat()) == 90)
                .filter(p -> random.nextInt(4) == 0)
                .forEach(chosen::add);
        List<String> asked = chosen.stream().map(GeoConvertRun::plain).toList();
        List<String> mgrs = geoConvert(asked, "-m", "-p", "0");
        List<String> utm = geoConvert(asked, "-u", "-p", "3");
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            Position p = chosen.get(i);
            lines.add(p.lat() + "\t" + p.lon() + "\t" + mgrs.get(i) + "\t" + utm.get(i));
        }
        try {
            Files.write(Files.createDirectories(folder).resolve("geoconvert.tsv"), lines, StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
