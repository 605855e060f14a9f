package org.sightline.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What has been said to be saved survives the program's being killed at any moment. */
class KillTest {
    private static final int KILLS = Integer.getInteger("sightline.kills", 5);

    @TempDir
    Path folder;

    @Test
    void whatWasSavedSurvivesAKill() throws IOException, InterruptedException {
        Path file = folder.resolve("board.gpkg");
        Board.create(file, "Rail").close();
        Random random = new Random(11);
        long saved = 1;
        for (int kill = 0; kill < KILLS; kill++) {
            saved = Math.max(saved, typeAndKill(file, 1 + random.nextInt(40)));
            try (Board board = Board.open(file, Board.Mode.READ)) {
                long there = board.log(1).getFirst().sequence();
                assertTrue(there >= saved, "saved up to " + saved + ", found " + there);
                assertEquals(List.of(), board.verify().problems());
            }
        }
        Board.open(file, Board.Mode.WRITE).close();
        assertEquals(Set.of("board.gpkg"), BoardTest.names(folder));
    }

    private static long typeAndKill(Path file, int changes) throws IOException, InterruptedException {
        Process typist = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Typist.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        long saved = 0;
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(typist.getInputStream(), StandardCharsets.UTF_8))) {
            assertEquals("ready ", said.readLine());
            for (int i = 0; i < changes; i++) {
                saved = number(said.readLine());
            }
            typist.toHandle().destroyForcibly(); // not the process's own, which would close what it has said
            typist.waitFor();
            String line = said.readLine();
            while (line != null && line.matches("saved \\d+")) {
                saved = number(line);
                line = said.readLine();
            }
        }
        return saved;
    }

    private static long number(String line) {
        return Long.parseLong(line.substring("saved ".length()));
    }
}
