package org.sightline.board;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.sightline.DomainException;
import org.sightline.claim.Claim;
import org.sightline.source.Capture;
import org.sightline.source.Source;

/** Boards with damage of many kinds, each opened, read, salvaged and written to. */
final class Mutations {
    /** Only for what would never end. */
    private static final Duration HANGS = Duration.ofMinutes(2);

    private static final int PAGE = 4096;
    private static final int CLAIMS = 60;

    private final Path folder;
    private final Random random;
    private final byte[] whole;
    private final byte[] left;
    private final byte[] log;
    private final Map<String, Integer> outcomes = new TreeMap<>();

    /** What is done to a board. */
    private enum Kind {
        HEADER,
        BYTES,
        PAGE_OF_ZEROS,
        PAGE_OF_NOISE,
        EXCHANGED_PAGES,
        TRUNCATED,
        TRUNCATED_LOG,
        BYTES_IN_LOG
    }

    /** A board's file, and its log unless empty. */
    private record Damaged(byte[] board, byte[] log) {}

    Mutations(Path folder, long seed) throws IOException {
        this.folder = folder;
        this.random = new Random(seed);
        Path file = folder.resolve("model.gpkg");
        try (Board board = Board.create(file, "Rail")) {
            fill(board, 0);
        }
        whole = Files.readAllBytes(file);
        try (Board board = Board.open(file, Board.Mode.WRITE)) {
            fill(board, CLAIMS);
            left = Files.readAllBytes(file);
            log = Files.readAllBytes(folder.resolve("model.gpkg-wal"));
        }
        Files.delete(file);
    }

    private static void fill(Board board, int from) {
        Change.AddSource source = Material.addSource("Source " + from, Material.TEXT.repeat(100));
        board.apply(source);
        List<Change> changes = new ArrayList<>();
        for (int i = from; i < from + CLAIMS; i++) {
            Claim claim = i % 3 == 0
                    ? Material.full(source.capture(), source.content().text())
                    : Material.bare("Claim");
            changes.add(new Change.AddClaim(Material.stating(claim, "Claim " + i + " " + "танк ".repeat(40))));
        }
        board.apply(new Change.Together("Fill", changes));
    }

    /** How many boards were refused, only read, and written to. */
    Map<String, Integer> outcomes() {
        return outcomes;
    }

    /** Fails when one of them does what no board may do. */
    void run(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            Kind kind = Kind.values()[i % Kind.values().length];
            Damaged mutated = mutate(kind);
            for (Board.Mode mode : Board.Mode.values()) {
                Path own = Files.createDirectory(folder.resolve("mutated"));
                try {
                    assertTimeoutPreemptively(HANGS, () -> use(own, mutated, mode));
                } catch (AssertionError | RuntimeException e) {
                    throw new AssertionError("board " + i + " of kind " + kind + ", opened to " + mode, e);
                }
                Killing.delete(own);
            }
        }
    }

    private Damaged mutate(Kind kind) {
        return switch (kind) {
            case HEADER -> new Damaged(flipped(whole, 0, 100, 1 + random.nextInt(3)), new byte[0]);
            case BYTES -> new Damaged(flipped(whole, 100, whole.length, 1 + random.nextInt(20)), new byte[0]);
            case PAGE_OF_ZEROS -> new Damaged(withPage(new byte[PAGE]), new byte[0]);
            case PAGE_OF_NOISE -> {
                byte[] noise = new byte[PAGE];
                random.nextBytes(noise);
                yield new Damaged(withPage(noise), new byte[0]);
            }
            case EXCHANGED_PAGES -> {
                int from = page() * PAGE;
                yield new Damaged(withPage(Arrays.copyOfRange(whole, from, from + PAGE)), new byte[0]);
            }
            case TRUNCATED -> new Damaged(Arrays.copyOf(whole, random.nextInt(whole.length)), new byte[0]);
            case TRUNCATED_LOG -> new Damaged(left, Arrays.copyOf(log, random.nextInt(log.length)));
            case BYTES_IN_LOG -> new Damaged(left, flipped(log, 0, log.length, 1 + random.nextInt(5)));
        };
    }

    private int page() {
        return random.nextInt(whole.length / PAGE);
    }

    private byte[] withPage(byte[] page) {
        byte[] bytes = whole.clone();
        System.arraycopy(page, 0, bytes, page() * PAGE, PAGE);
        return bytes;
    }

    private byte[] flipped(byte[] bytes, int from, int to, int count) {
        byte[] flipped = bytes.clone();
        for (int i = 0; i < count; i++) {
            flipped[random.nextInt(from, to)] ^= (byte) (1 + random.nextInt(255));
        }
        return flipped;
    }

    private void use(Path own, Damaged mutated, Board.Mode mode) throws IOException {
        Path file = own.resolve("board.gpkg");
        Path wal = own.resolve("board.gpkg-wal");
        Files.write(file, mutated.board());
        if (mutated.log().length > 0) {
            Files.write(wal, mutated.log());
        }
        boolean written = false;
        String outcome = "refused";
        try (Board board = Board.open(file, mode)) {
            written = board.readOnlyReason().isEmpty();
            outcome = written ? "written" : "read";
            read(board);
            if (written) {
                plainly(() -> board.apply(new Change.AddClaim(Material.bare("One more"))));
            } else {
                assertTrue(board.readOnlyReason().orElseThrow().endsWith("."));
            }
        } catch (DomainException e) {
            FaultySession.assertPlain(e);
        }
        outcomes.merge(outcome, 1, Integer::sum);
        if (!written && mutated.log().length == 0) {
            assertArrayEquals(mutated.board(), Files.readAllBytes(file), "a board that was not to be written was");
        }
    }

    private static void read(Board board) {
        plainly(() -> board.log(0));
        plainly(board::verify);
        plainly(() -> {
            try (Snapshot snapshot = board.snapshot()) {
                plainly(snapshot::info);
                plainly(() -> snapshot.claims(ClaimQuery.ALL));
                plainly(() -> snapshot.claims(ClaimQuery.search("танк")));
                plainly(snapshot::relations);
                plainly(() -> {
                    for (Source source : snapshot.sources()) {
                        for (Capture capture : snapshot.captures(source.uuid())) {
                            plainly(() -> snapshot.text(capture.uuid()));
                            plainly(() -> snapshot.bytes(capture.uuid()));
                        }
                    }
                });
            }
        });
        Salvaged salvaged = board.salvage();
        plainly(() -> {
            try (Snapshot snapshot = board.snapshot()) {
                // with a page in the place of another rows are met twice or out of order, which makes no other claims
                assertEquals(
                        snapshot.claims(ClaimQuery.ALL).stream()
                                .map(Claim::id)
                                .distinct()
                                .sorted()
                                .toList(),
                        salvaged.claims().stream().map(Claim::id).toList());
            }
        });
    }

    private static void plainly(Runnable work) {
        try {
            work.run();
        } catch (DomainException e) {
            FaultySession.assertPlain(e);
        }
    }
}
