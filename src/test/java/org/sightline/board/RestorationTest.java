package org.sightline.board;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.DomainException;

/** A backup takes the board's place whole, and nothing that was there is lost. */
class RestorationTest {
    @TempDir
    Path folder;

    private Path file = Path.of("");

    private static Clock day(int day) {
        return Clock.fixed(Instant.parse("2026-01-%02dT10:00:00Z".formatted(day)), ZoneOffset.UTC);
    }

    @BeforeEach
    void useABoardOnThreeDays() {
        file = folder.resolve("board.gpkg");
        for (int day = 1; day <= 3; day++) {
            try (Board board =
                    day == 1 ? Board.create(file, "Rail", day(day)) : Board.open(file, Board.Mode.WRITE, day(day))) {
                board.apply(new Change.AddClaim(Material.bare("Day " + day)));
            }
        }
    }

    private static List<String> statements(Path board) {
        try (Board opened = Board.open(board, Board.Mode.READ)) {
            assertEquals(List.of(), opened.verify().problems());
            return BoardTest.statements(opened, ClaimQuery.ALL);
        }
    }

    @Test
    void backupsAreListedWithWhatTheyHold() {
        List<Backup> backups = Board.backups(file);
        assertEquals(
                List.of(day(3).instant(), day(2).instant()),
                backups.stream().map(Backup::made).toList());
        assertEquals(
                List.of(Optional.of(2L), Optional.of(1L)),
                backups.stream().map(Backup::claims).toList());
        assertTrue(backups.getFirst().bytes() > 0);
        assertEquals(List.of(), Board.backups(folder.resolve("other.gpkg")));
    }

    @Test
    void whatTheBoardWasIsKeptAndCanBeRestoredInTurn() throws IOException {
        Path oldest = Board.backups(file).getLast().file();
        Path kept = Board.restore(file, oldest).orElseThrow();
        assertEquals(List.of("Day 1"), statements(file));
        assertEquals(List.of("Day 1", "Day 2", "Day 3"), statements(kept));
        assertEquals(Set.of("board.gpkg", "board.backups"), BoardTest.names(folder));
        Board.restore(file, kept);
        assertEquals(List.of("Day 1", "Day 2", "Day 3"), statements(file));
    }

    @Test
    void theOldestOfAFullSetIsRestoredAlthoughItFallsOut() {
        for (int day = 4; day <= 9; day++) {
            try (Board board = Board.open(file, Board.Mode.WRITE, day(day))) {
                board.apply(new Change.AddClaim(Material.bare("Day " + day)));
            }
        }
        List<Backup> full = Board.backups(file);
        assertEquals(7, full.size());
        Board.restore(file, full.getLast().file());
        assertEquals(
                full.getLast().claims(), Optional.of((long) statements(file).size()));
    }

    @Test
    void anOpenBoardIsNotReplaced() throws IOException {
        Path newest = Board.backups(file).getFirst().file();
        try (Board board = Board.open(file, Board.Mode.WRITE)) {
            DomainException refused = assertThrows(DomainException.class, () -> Board.restore(file, newest));
            assertTrue(refused.getMessage().contains("is open"), refused.getMessage());
            board.apply(new Change.AddClaim(Material.bare("Still here")));
        }
        assertEquals(List.of("Day 1", "Day 2", "Day 3", "Still here"), statements(file));
    }

    @Test
    void whatIsNoBoardDoesNotTakeItsPlace() throws IOException {
        Path text = Files.writeString(folder.resolve("board-x.gpkg"), "Dear editor,");
        byte[] before = Files.readAllBytes(file);
        assertThrows(DomainException.class, () -> Board.restore(file, text));
        assertArrayEquals(before, Files.readAllBytes(file));
        assertEquals(2, Board.backups(file).size());
    }

    @Test
    void anotherBoardDoesNotTakeItsPlace() throws IOException {
        Path other = folder.resolve("other.gpkg");
        Board.create(other, "Other matters").close();
        byte[] before = Files.readAllBytes(file);
        DomainException refused = assertThrows(DomainException.class, () -> Board.restore(file, other));
        assertTrue(refused.getMessage().contains("another board, \"Other matters\""), refused.getMessage());
        assertArrayEquals(before, Files.readAllBytes(file));
        assertEquals(2, Board.backups(file).size());
    }

    @Test
    void aBoardThatCannotBeReadIsKeptByteForByte() throws IOException {
        byte[] broken = "SQLite format 3\0 and then nothing of use".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        Files.write(file, broken);
        Path kept = Board.restore(file, Board.backups(file).getFirst().file()).orElseThrow();
        assertEquals(List.of("Day 1", "Day 2"), statements(file));
        assertArrayEquals(broken, Files.readAllBytes(kept));
        assertEquals(Optional.empty(), Board.backups(file).getFirst().claims());
    }

    @Test
    void aLogThatWasLeftBehindIsKeptWithTheBoardAndDoesNotReachTheRestoredOne() throws IOException {
        Path left = folder.resolve("left");
        Files.createDirectories(left.resolve("board.backups"));
        Path backup = Files.copy(
                Board.backups(file).getFirst().file(), left.resolve("board.backups/board-2026-01-03T100000.000Z.gpkg"));
        try (Board board = Board.open(file, Board.Mode.WRITE)) {
            board.apply(new Change.AddClaim(Material.bare("In the log")));
            // as it lies on the disk when the program is killed now
            Files.copy(file, left.resolve("board.gpkg"));
            Files.copy(folder.resolve("board.gpkg-wal"), left.resolve("board.gpkg-wal"));
        }
        Path kept = Board.restore(left.resolve("board.gpkg"), backup).orElseThrow();
        assertEquals(List.of("Day 1", "Day 2"), statements(left.resolve("board.gpkg")));
        assertTrue(statements(kept).contains("In the log"));
        assertEquals(Set.of("board.gpkg", "board.backups"), BoardTest.names(left));
    }

    @Test
    void aMissingBoardComesBack() throws IOException {
        Files.delete(file);
        assertEquals(
                Optional.empty(),
                Board.restore(file, Board.backups(file).getFirst().file()));
        assertEquals(List.of("Day 1", "Day 2"), statements(file));
    }

    @Test
    void aBackupGoesToAnotherFileWithTheCapturesBesideIt() throws IOException {
        Change.AddSource add = Material.addSource("Report", Material.TEXT);
        String sha256 = add.capture().sha256();
        try (Board board = Board.open(file, Board.Mode.WRITE, day(4))) {
            board.apply(add);
        }
        Files.createDirectories(Contents.folderOf(file));
        Files.write(Contents.folderOf(file).resolve(sha256), add.content().bytes());
        try (Database other = Connections.writing(file)) {
            other.execute("UPDATE capture_bytes SET encoding = 'beside', content = NULL");
        }
        try (Board board = Board.open(file, Board.Mode.WRITE, day(5))) {
            board.apply(new Change.AddClaim(Material.bare("Day 5")));
        }
        Path target = folder.resolve("elsewhere/copy.gpkg");
        Files.createDirectories(folder.resolve("elsewhere"));
        Board.restoreTo(file, Board.backups(file).getFirst().file(), target);
        assertEquals(List.of("Day 1", "Day 2", "Day 3"), statements(target));
        assertEquals(Set.of("copy.gpkg", "copy.captures"), BoardTest.names(folder.resolve("elsewhere")));
        DomainException refused = assertThrows(
                DomainException.class,
                () -> Board.restoreTo(file, Board.backups(file).getFirst().file(), target));
        assertTrue(refused.getMessage().contains("already a file"), refused.getMessage());
    }
}
