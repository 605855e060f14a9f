package org.sightline.board;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.sightline.DomainException;
import org.sightline.claim.Claim;

/** One fixed session of work during which the disk fails at a chosen call. */
final class FaultySession {
    private static final Clock FIRST_DAY = Clock.fixed(Instant.parse("2026-01-01T10:00:00Z"), ZoneOffset.UTC);
    private static final Clock NEXT_DAY = Clock.offset(FIRST_DAY, Duration.ofDays(1));

    private final Path file;
    private final Fault fault;
    private final int failing;
    private final Acknowledged acknowledged = new Acknowledged();
    private final Random random = new Random(5);
    private int calls;
    private boolean lifted;
    private int complaints;
    private Optional<Board> board = Optional.empty();
    private String step = "";

    /** How the disk fails. */
    enum Fault {
        /** One call fails with an input/output error. */
        ONE_ERROR,
        /** One call fails because the disk is full. */
        ONE_FULL,
        /** From one call on, nothing more can be written, though files can be deleted and shortened. */
        FULL,
        /** From one call on, no call succeeds. */
        DEAD
    }

    private FaultySession(Path file, Fault fault, int failing) {
        this.file = file;
        this.fault = fault;
        this.failing = failing;
    }

    /** Work on a board that is there; from its folder's state before, so that making it is not done each time. */
    static int workingEverywhere(Path folder, Fault fault, int first, int stride) throws IOException {
        Path ready = folder.resolve("ready.gpkg");
        Board.create(ready, "Rail", FIRST_DAY).close();
        return everywhere(folder, fault, first, stride, session -> {
            Files.copy(ready, session.file);
            return session::work;
        });
    }

    /** Making a board, with one change and closing it. */
    static int makingEverywhere(Path folder, Fault fault, int first, int stride) throws IOException {
        return everywhere(folder, fault, first, stride, session -> session::make);
    }

    private interface Script {
        Runnable prepare(FaultySession session) throws IOException;
    }

    /**
     * Runs the session again and again, with the fault at its first call, at the next and so on up to its end.
     *
     * @param stride 1 for each call
     * @return how many calls the session makes
     */
    private static int everywhere(Path folder, Fault fault, int first, int stride, Script script) throws IOException {
        int failing = first;
        while (true) {
            Path own = folder.resolve("run");
            FaultySession session = new FaultySession(own.resolve("board.gpkg"), fault, failing);
            try {
                Files.createDirectory(own);
                Runnable work = script.prepare(session);
                DiskCalls.during(own, session::before, work);
                session.acknowledged.assertIn(session.file, Board.Mode.WRITE, session.circumstances());
                delete(own);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError(session.circumstances(), e);
            }
            if (session.calls < failing) {
                return session.calls;
            }
            assertTrue(session.complaints <= 1, session.circumstances());
            failing += stride;
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private String circumstances() {
        return fault + " at call " + failing + ", in \"" + step + "\"";
    }

    private int before(DiskCalls.Call call) {
        calls++;
        int error = lifted || calls < failing ? 0 : error(call);
        // the machine goes on, so there is no need to wait for its disk
        return error == 0 && call.kind() == DiskCalls.Kind.SYNC ? DiskCalls.PRETEND : error;
    }

    private int error(DiskCalls.Call call) {
        return switch (fault) {
            case ONE_ERROR -> calls == failing ? DiskCalls.EIO : 0;
            case ONE_FULL -> calls == failing ? DiskCalls.ENOSPC : 0;
            case FULL -> call.kind() == DiskCalls.Kind.WRITE ? DiskCalls.ENOSPC : 0;
            case DEAD -> DiskCalls.EIO;
        };
    }

    private void make() {
        step("make the board", () -> board = Optional.of(writable(openOrMake())));
        step("add", () -> apply(new Change.AddClaim(Material.bare("One"))));
        step("close", this::close);
    }

    /** Made already, but not to be written to, when only the name of its holder could not be put beside it. */
    private Board openOrMake() {
        return Files.exists(file)
                ? Board.open(file, Board.Mode.WRITE, FIRST_DAY)
                : Board.create(file, "Rail", FIRST_DAY);
    }

    private void work() {
        step("open", () -> board = Optional.of(writable(openOrMake())));
        Change.AddSource source = Material.addSource("Source", Material.TEXT.repeat(3));
        step("capture", () -> apply(source));
        Claim claim = Material.full(source.capture(), source.content().text());
        step("add", () -> apply(new Change.AddClaim(claim)));
        step("edit", () -> apply(new Change.EditClaim(Material.stating(claim, "Edited"))));
        step("import", () -> new Workday(open(), random, acknowledged::note).bulkImport(12));
        step("undo", () -> acknowledged.note(open().undo().orElseThrow()));
        step("redo", () -> acknowledged.note(open().redo().orElseThrow()));
        step("close", this::close);
        step("open the next day", () -> board = Optional.of(writable(Board.open(file, Board.Mode.WRITE, NEXT_DAY))));
        step("remove, after a backup", () -> apply(new Change.RemoveClaim(claim.uuid(), "because")));
        step("close again", this::close);
    }

    private Board open() {
        return board.orElseThrow();
    }

    private void close() {
        board.ifPresent(Board::close);
        board = Optional.empty();
    }

    private void apply(Change change) {
        acknowledged.note(open().apply(change));
    }

    private static Board writable(Board opened) {
        Optional<String> reason = opened.readOnlyReason();
        if (reason.isPresent()) {
            opened.close();
            throw new DomainException(reason.get());
        }
        return opened;
    }

    /** Does it; when that fails, the message must be plain, and when the disk works again, the retry must succeed. */
    private void step(String name, Runnable work) {
        step = name;
        try {
            work.run();
        } catch (DomainException e) {
            complaints++;
            assertPlain(e);
            if (fault == Fault.FULL || fault == Fault.DEAD) {
                lifted = true;
            }
            work.run();
        }
    }

    static void assertPlain(DomainException e) {
        String said = e.getMessage();
        assertTrue(said.endsWith("."), said);
        assertFalse(
                Stream.of("SQLITE_", "SQL error", "Exception", "java.", "null", "[")
                        .anyMatch(said::contains),
                said);
        assertTrue(said.length() < 400, said);
    }
}
