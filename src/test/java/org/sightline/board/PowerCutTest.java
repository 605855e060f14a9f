package org.sightline.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The power goes at any moment of work, and nothing that was said to be saved is lost; longer, for real: PowerCutRun. */
class PowerCutTest {
    private static final int CUTS = 24;
    private static final int DAYS = 3;
    private static final List<PowerCut.Loss> LOSSES = List.of(PowerCut.Loss.values());

    @TempDir
    Path folder;

    /** What was left on the disk when the power went, and what had been acknowledged by then. */
    private record Cut(Map<Path, byte[]> left, Acknowledged acknowledged, PowerCut.Loss loss, int call) {}

    @BeforeEach
    void onlyWhereCallsCanBeWatched() {
        assumeTrue(DiskCalls.unavailable().isEmpty(), DiskCalls.unavailable().orElse(""));
    }

    @Test
    void aPowerCutLosesNothingThatWasSaved() throws IOException {
        int number = 0;
        List<Cut> cuts = work(false);
        assertTrue(cuts.size() >= CUTS, () -> "only " + cuts.size() + " cuts");
        for (Cut cut : cuts) {
            Path recovered = folder.resolve("recovered" + number++);
            Files.createDirectory(recovered);
            PowerCut.lay(cut.left(), recovered);
            cut.acknowledged()
                    .assertIn(recovered.resolve("board.gpkg"), Board.Mode.WRITE, cut.loss() + " at call " + cut.call());
        }
    }

    @Test
    void aBoardThatDoesNotWaitForTheDiskIsFoundOut() throws IOException {
        int number = 0;
        int losses = 0;
        for (Cut cut : work(true)) {
            Path recovered = folder.resolve("recovered" + number++);
            Files.createDirectory(recovered);
            PowerCut.lay(cut.left(), recovered);
            try (Board board = Board.open(recovered.resolve("board.gpkg"), Board.Mode.WRITE)) {
                losses += cut.acknowledged().missingFrom(board).isEmpty() ? 0 : 1;
                Acknowledged.assertWhole(board, cut.loss() + " at call " + cut.call());
            }
        }
        assertTrue(losses > 0);
    }

    /** Works for some days, and cuts the power again and again without telling the one who works. */
    private List<Cut> work(boolean weakened) throws IOException {
        Path disk = folder.resolve("disk");
        Files.createDirectory(disk);
        Path file = disk.resolve("board.gpkg");
        Board.create(file, "Rail").close();
        PowerCut power = new PowerCut(disk);
        Acknowledged acknowledged = new Acknowledged();
        List<Cut> cuts = new ArrayList<>();
        Random random = new Random(23);
        int[] calls = {0};
        int[] next = {random.nextInt(100)};
        DiskCalls.Watch watch = call -> {
            if (calls[0]++ == next[0]) {
                PowerCut.Loss loss = LOSSES.get(cuts.size() % LOSSES.size());
                cuts.add(new Cut(power.cut(random, loss), acknowledged.copy(), loss, calls[0]));
                next[0] += 1 + random.nextInt(120);
            }
            power.note(call);
            return call.kind() == DiskCalls.Kind.SYNC ? DiskCalls.PRETEND : 0;
        };
        DiskCalls.during(disk, watch, () -> {
            for (int day = 0; day < DAYS; day++) {
                Clock clock = Clock.offset(Clock.systemUTC(), Duration.ofDays(day));
                try (Board board = Board.open(file, Board.Mode.WRITE, clock)) {
                    if (weakened) {
                        Weakened.of(board);
                    }
                    Workday work = new Workday(board, random, acknowledged::note);
                    for (int errand = 0; errand < 10; errand++) {
                        work.run(work.choose());
                    }
                }
            }
        });
        assertEquals(filesIn(disk), filesIn(power.cut(random, PowerCut.Loss.NONE)));
        return cuts;
    }

    private static Set<String> filesIn(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            Set<String> names = new TreeSet<>();
            files.filter(Files::isRegularFile)
                    .forEach(file -> names.add(folder.relativize(file).toString()));
            return names;
        }
    }

    private static Set<String> filesIn(Map<Path, byte[]> left) {
        Set<String> names = new TreeSet<>();
        left.keySet().forEach(file -> names.add(file.toString()));
        return names;
    }
}
