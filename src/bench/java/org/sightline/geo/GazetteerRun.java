package org.sightline.geo;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The gazetteer with a large dump added: what one keystroke of a search takes, a search near by, and loading it.
 *
 * <p>Arguments: {@code make FILE ROWS} writes a dump of made-up places over Eastern Europe, zipped, with names after the
 * spelling of real ones, in three scripts; {@code search FOLDER} measures on what {@code places add} has put there.
 */
public final class GazetteerRun {
    private static final String[] SYLLABLES = {
        "ba", "be", "bo", "bro", "cha", "da", "do", "ga", "gor", "ha", "ho", "ka", "kra", "ki", "ko", "ku", "la", "le",
                "li",
        "lo", "lyu", "ma", "mi", "mo", "na", "ne", "no", "nov", "o", "pa", "pe", "po", "pri", "ra", "re", "ro", "sa",
                "se",
        "sta", "su", "ta", "ti", "to", "u", "va", "ve", "vi", "yel", "za", "zhi"
    };
    private static final String[] ENDINGS = {
        "vka", "vo", "sk", "ichi", "no", "ka", "tsy", "ye", "ovo", "yany", "grad", "polye", "ava", "itsa"
    };
    private static final String[] CODES = {
        "P\tPPL",
        "P\tPPL",
        "P\tPPL",
        "P\tPPLA3",
        "H\tSTM",
        "H\tLK",
        "T\tHLL",
        "S\tRSTN",
        "S\tAIRF",
        "A\tADM2",
        "L\tLCTY",
        "V\tFRST"
    };

    private GazetteerRun() {}

    public static void main(String[] args) throws Exception {
        if (args[0].equals("make")) {
            make(Path.of(args[1]), Integer.parseInt(args[2]));
        } else {
            search(Path.of(args[1]));
        }
    }

    private static void make(Path file, int rows) throws IOException {
        Random random = new Random(12);
        com.ibm.icu.text.Transliterator cyrillic = com.ibm.icu.text.Transliterator.getInstance("Latin-Cyrillic");
        com.ibm.icu.text.Transliterator arabic = com.ibm.icu.text.Transliterator.getInstance("Latin-Arabic");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("readme.txt"));
            zip.putNextEntry(new ZipEntry(file.getFileName().toString().replace(".zip", ".txt")));
            OutputStream out = new BufferedOutputStream(zip, 1 << 16);
            for (int i = 0; i < rows; i++) {
                String name = name(random);
                List<String> others = new ArrayList<>(List.of(name.replace("y", "j"), cyrillic.transliterate(name)));
                for (int n = random.nextInt(4); n > 0; n--) {
                    others.add(name(random));
                }
                if (i % 10 == 0) {
                    others.add(arabic.transliterate(name));
                }
                String line = String.join(
                        "\t",
                        Integer.toString(20_000_000 + i),
                        name,
                        name,
                        String.join(",", others),
                        String.format(Locale.ROOT, "%.5f", 44 + random.nextDouble() * 15),
                        String.format(Locale.ROOT, "%.5f", 21 + random.nextDouble() * 20),
                        CODES[random.nextInt(CODES.length)],
                        "BY",
                        "",
                        "02",
                        "",
                        "",
                        "",
                        random.nextInt(3) == 0 ? Integer.toString((int) Math.exp(random.nextDouble() * 12)) : "0",
                        "",
                        "150",
                        "Europe/Minsk",
                        "2024-01-01");
                out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            }
            out.flush();
        }
        System.out.printf(Locale.ROOT, "%,d rows, %,d bytes zipped%n", rows, Files.size(file));
    }

    private static String name(Random random) {
        StringBuilder name = new StringBuilder();
        for (int n = 1 + random.nextInt(3); n > 0; n--) {
            name.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
        }
        name.append(ENDINGS[random.nextInt(ENDINGS.length)]);
        name.setCharAt(0, Character.toUpperCase(name.charAt(0)));
        return random.nextInt(5) == 0 ? (random.nextBoolean() ? "Novaya " : "Staraya ") + name : name.toString();
    }

    private static void search(Path folder) {
        Gazetteer.builtIn();
        long start = System.nanoTime();
        Gazetteer gazetteer = new PlaceBooks(folder).gazetteer();
        double loading = (System.nanoTime() - start) / 1e9;
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        System.out.printf(
                Locale.ROOT,
                "loaded in %.2f s; heap in use %d MiB%n",
                loading,
                (runtime.totalMemory() - runtime.freeMemory()) >> 20);
        List<String> words =
                List.of("Yelsk", "Novaya Bobrovka", "Kramichi", "Минск", "Stalovo", "Polatsk", "Zhitomir", "Gomel");
        typed(gazetteer, words, 200);
        typed(gazetteer, words, 400);
        Random random = new Random(3);
        double[] near = new double[500];
        for (int i = 0; i < near.length; i++) {
            Position position = new Position(44 + random.nextDouble() * 15, 21 + random.nextDouble() * 20);
            long before = System.nanoTime();
            gazetteer.near(position, 10);
            near[i] = (System.nanoTime() - before) / 1e6;
        }
        tell("ten nearest places", near);
    }

    /** Each word letter by letter, as one types it. */
    private static void typed(Gazetteer gazetteer, List<String> words, int rounds) {
        double[][] byLength = new double[20][0];
        List<Double> all = new ArrayList<>();
        for (int round = 0; round < rounds / 10; round++) {
            for (String word : words) {
                for (int length = 1; length <= word.length(); length++) {
                    long before = System.nanoTime();
                    gazetteer.search(word.substring(0, length), 8);
                    double millis = (System.nanoTime() - before) / 1e6;
                    all.add(millis);
                    byLength[length] = Arrays.copyOf(byLength[length], byLength[length].length + 1);
                    byLength[length][byLength[length].length - 1] = millis;
                }
            }
        }
        tell(
                "a keystroke of a search",
                all.stream().mapToDouble(Double::doubleValue).toArray());
        for (int length = 1; length <= 6; length++) {
            tell("  " + length + " letters", byLength[length]);
        }
    }

    private static void tell(String what, double[] millis) {
        double[] sorted = millis.clone();
        Arrays.sort(sorted);
        System.out.printf(
                Locale.ROOT,
                "%s: median %.2f ms, 95th percentile %.2f ms, longest %.2f ms%n",
                what,
                sorted[sorted.length / 2],
                sorted[sorted.length * 95 / 100],
                sorted[sorted.length - 1]);
    }
}
