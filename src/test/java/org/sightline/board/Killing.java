package org.sightline.board;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Starts a {@link Typist} on a board, kills it (SIGKILL) at a random moment of a chosen kind, and looks at the board. */
final class Killing {
    /** A board grows with each kill; after so many a new one is begun, so that looking through it stays quick. */
    private static final int KILLS_PER_BOARD = 8;

    private static final int DAYS_PER_KILL = 30;

    /** In what to kill, and how long it may take, in microseconds. */
    private static final Map<String, Integer> MOMENTS = new TreeMap<>(Map.of(
            Typist.OPEN,
            30_000,
            Typist.FIRST,
            40_000,
            Typist.CLOSE,
            15_000,
            Workday.Errand.CAPTURE.name(),
            8_000,
            Workday.Errand.ADD.name(),
            6_000,
            Workday.Errand.EDIT.name(),
            6_000,
            Workday.Errand.IMPORT.name(),
            60_000,
            Workday.Errand.TOGETHER.name(),
            15_000,
            Workday.Errand.UNDO.name(),
            10_000));

    private final Path folder;
    private final List<String> java;
    private final List<Path> beginnings;
    private final Random random;
    private final Map<String, Integer> killedIn = new TreeMap<>();
    private long acknowledged;

    /**
     * @param folder an empty one
     * @param java the command that starts a Java class
     * @param beginnings boards to begin with in turn, such as those of older versions, which opening migrates; a new
     *     board is always one of them
     */
    Killing(Path folder, List<String> java, List<Path> beginnings, long seed) {
        this.folder = folder;
        this.java = List.copyOf(java);
        this.beginnings = beginnings;
        this.random = new Random(seed);
    }

    /** During what the program was killed, and how often. */
    Map<String, Integer> killedIn() {
        return killedIn;
    }

    /** How many changes had been said to be saved. */
    long acknowledged() {
        return acknowledged;
    }

    /** Fails when a board has lost anything. */
    void run(int kills) throws IOException, InterruptedException {
        int done = 0;
        for (int number = 0; done < kills; number++) {
            Path own = folder.resolve("board" + number);
            Files.createDirectory(own);
            Path file = own.resolve("board.gpkg");
            Acknowledged saved = new Acknowledged();
            for (int i = 0; i < KILLS_PER_BOARD && done < kills; i++, done++) {
                boolean migrates = begin(file, number, i);
                if (migrates) {
                    acknowledged += saved.hashes().size();
                    saved = new Acknowledged();
                }
                String when = typeAndKill(file, i * DAYS_PER_KILL, migrates ? Typist.OPEN : moment(), saved);
                Board.Mode mode = random.nextBoolean() ? Board.Mode.READ : Board.Mode.WRITE;
                saved.assertIn(file, mode, "board " + number + ", killed in " + when);
            }
            acknowledged += saved.hashes().size();
            Board.open(file, Board.Mode.WRITE).close();
            assertTidy(own);
            delete(own);
        }
    }

    /** @return whether it is one of an older version, which the program to be killed will bring up to date */
    private boolean begin(Path file, int number, int kill) throws IOException {
        int which = number % (beginnings.size() + 1);
        if (which > 0) {
            Files.deleteIfExists(file.resolveSibling(file.getFileName() + "-wal"));
            Files.copy(beginnings.get(which - 1), file, StandardCopyOption.REPLACE_EXISTING);
            return true;
        }
        if (kill == 0) {
            Board.create(file, "Rail").close();
        }
        return false;
    }

    private String moment() {
        return List.copyOf(MOMENTS.keySet()).get(random.nextInt(MOMENTS.size()));
    }

    private static void assertTidy(Path folder) throws IOException {
        Set<String> names = new TreeSet<>(BoardTest.names(folder));
        names.remove("board.backups");
        assertEquals(Set.of("board.gpkg"), names);
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(path);
            }
        }
    }

    /** @return what it was doing */
    private String typeAndKill(Path file, int day, String wanted, Acknowledged saved)
            throws IOException, InterruptedException {
        int occurrence = wanted.equals(Typist.OPEN) ? 1 : 1 + random.nextInt(2);
        long delay = TimeUnit.MICROSECONDS.toNanos(random.nextInt(MOMENTS.getOrDefault(wanted, 1)));
        Process typist = start(file, day);
        String doing = "";
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(typist.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                note(line, saved);
                if (line.startsWith("begin ")) {
                    doing = line.substring("begin ".length());
                    if (doing.equals(wanted) && --occurrence == 0) {
                        LockSupport.parkNanos(delay);
                        typist.toHandle()
                                .destroyForcibly(); // not the process's own, which would close what it has said
                    }
                } else {
                    assertEquals(true, line.startsWith("saved ") || occurrence <= 0, line);
                }
            }
        } finally {
            typist.destroyForcibly();
        }
        assertEquals(137, typist.waitFor(), "it was to be killed, not to end by itself");
        killedIn.merge(doing, 1, Integer::sum);
        return doing;
    }

    private static void note(String line, Acknowledged saved) {
        if (line.matches("saved \\d+ [0-9a-f]{64}")) {
            String[] words = line.split(" ");
            saved.hashes().put(Long.parseLong(words[1]), words[2]);
        }
    }

    private Process start(Path file, int day) throws IOException {
        List<String> command = new ArrayList<>(java);
        command.addAll(typist(file, random.nextLong(), day, 0));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static List<String> typist(Path file, long seed, int day, int days) {
        return List.of(
                Typist.class.getName(),
                file.toString(),
                Long.toString(seed),
                Integer.toString(day),
                Integer.toString(days));
    }

    /** Starts Java quickly rather than making it fast, since it will not live long. */
    static List<String> java(String classPath, String... options) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx128m"));
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", classPath));
        return command;
    }

    /** Runs a typist to the end of its days, so that Java can learn what it loads. */
    static void train(List<String> java, Path file, int days) throws IOException, InterruptedException {
        Board.create(file, "Training").close();
        List<String> command = new ArrayList<>(java);
        command.addAll(typist(file, 1, 0, days));
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertEquals(0, process.waitFor());
    }
}
