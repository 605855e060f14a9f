package org.sightline.board;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.DomainException;

/** Whatever is given as a board: it opens, or one sentence says why not, and nothing is harmed. */
class OpeningTest {
    @TempDir
    Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("board.gpkg");
    }

    private void makeABoard() {
        try (Board board = Board.create(file, "Rail")) {
            board.apply(new Change.AddClaim(Material.at(Material.bare("One"), 29.15, 51.81)));
        }
    }

    private void assertRefused(String words) throws IOException {
        byte[] before = Files.isRegularFile(file) ? Files.readAllBytes(file) : new byte[0];
        for (Board.Mode mode : Board.Mode.values()) {
            DomainException refused = assertThrows(DomainException.class, () -> Board.open(file, mode));
            assertTrue(refused.getMessage().contains(words), refused.getMessage());
            assertTrue(refused.getMessage().endsWith("."), refused.getMessage());
        }
        if (Files.isRegularFile(file)) {
            assertArrayEquals(before, Files.readAllBytes(file));
        }
        assertTrue(
                Set.of("board.gpkg").containsAll(BoardTest.names(folder)),
                BoardTest.names(folder).toString());
    }

    private String readOnlyReason() {
        try (Board board = Board.open(file, Board.Mode.WRITE)) {
            assertThrows(DomainException.class, () -> board.apply(new Change.AddClaim(Material.bare("x"))));
            return board.readOnlyReason().orElseThrow();
        }
    }

    @Test
    void aMissingFile() throws IOException {
        assertRefused("There is no board");
    }

    @Test
    void aFolder() throws IOException {
        Files.createDirectory(file);
        assertRefused("is a folder");
    }

    @Test
    void anEmptyFile() throws IOException {
        Files.createFile(file);
        assertRefused("is empty");
    }

    @Test
    void textAndNoise() throws IOException {
        Files.writeString(file, "Dear editor,");
        assertRefused("not a Sightline board");
        byte[] noise = new byte[10_000];
        new Random(1).nextBytes(noise);
        Files.write(file, noise);
        assertRefused("not a Sightline board");
    }

    @Test
    void anotherDatabase() throws IOException {
        try (Database other = Connections.creating(file)) {
            other.execute("CREATE TABLE t (x)");
        }
        assertRefused("SQLite database but not");
    }

    @Test
    void anotherGeoPackage() throws IOException {
        try (Database other = Connections.creating(file)) {
            other.execute("PRAGMA application_id = " + Schema.APPLICATION_ID);
            other.execute("CREATE TABLE roads (x)");
        }
        assertRefused("GeoPackage but not a Sightline board");
    }

    @Test
    void aTruncatedBoard() throws IOException {
        makeABoard();
        try (RandomAccessFile cut = new RandomAccessFile(file.toFile(), "rw")) {
            cut.setLength(cut.length() / 2);
        }
        assertRefused("is cut short");
        Files.write(file, "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII));
        assertRefused("is cut short");
    }

    @Test
    void aBoardWithDamagedPagesIsNeverWritten() throws IOException {
        makeABoard();
        byte[] bytes = Files.readAllBytes(file);
        Random random = new Random(2);
        for (int i = 8192; i < bytes.length; i++) {
            bytes[i] = (byte) random.nextInt();
        }
        Files.write(file, bytes);
        for (Board.Mode mode : Board.Mode.values()) {
            try (Board board = Board.open(file, mode)) {
                assertTrue(board.readOnlyReason().isPresent());
            } catch (DomainException e) {
                assertTrue(e.getMessage().endsWith("."), e.getMessage());
            }
        }
        assertArrayEquals(bytes, Files.readAllBytes(file));
    }

    @Test
    void aBoardOfANewerVersionIsOnlyRead() {
        makeABoard();
        try (Database other = Connections.writing(file)) {
            other.execute("UPDATE board SET schema_version = " + (Schema.VERSION + 1));
        }
        assertTrue(readOnlyReason().contains("newer version"));
    }

    @Test
    void aBoardWithAStrangeTriggerIsOnlyRead() {
        makeABoard();
        try (Database other = Connections.writing(file)) {
            other.execute("CREATE TRIGGER extra AFTER INSERT ON claim BEGIN DELETE FROM quote; END");
        }
        assertTrue(readOnlyReason().contains("trigger extra"));
    }

    @Test
    void aTableThatIsAViewIsRefused() {
        makeABoard();
        try (Database other = Connections.writing(file)) {
            other.execute("PRAGMA foreign_keys = OFF");
            other.execute("PRAGMA legacy_alter_table = ON");
            other.execute("ALTER TABLE quote RENAME TO real_quote");
            other.execute("CREATE VIEW quote AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i FROM n)"
                    + " SELECT * FROM real_quote, n");
        }
        DomainException refused = assertThrows(DomainException.class, () -> Board.open(file, Board.Mode.READ));
        assertTrue(refused.getMessage().contains("no usable table quote"), refused.getMessage());
    }

    @Test
    void aSecondOpenerReadsAndIsToldWhoWrites() {
        makeABoard();
        try (Board first = Board.open(file, Board.Mode.WRITE);
                Board second = Board.open(file, Board.Mode.WRITE)) {
            assertFalse(first.readOnlyReason().isPresent());
            String reason = second.readOnlyReason().orElseThrow();
            assertTrue(reason.contains(System.getProperty("user.name")), reason);
            first.apply(new Change.AddClaim(Material.bare("Two")));
            assertEquals(List.of("One", "Two"), BoardTest.statements(second, ClaimQuery.ALL));
        }
        try (Board third = Board.open(file, Board.Mode.WRITE)) {
            assertFalse(third.readOnlyReason().isPresent());
        }
    }

    @Test
    void aLockFileThatWasLeftBehindIsTakenOver() throws IOException {
        makeABoard();
        Files.writeString(BoardLock.fileOf(file), "somebody");
        try (Board board = Board.open(file, Board.Mode.WRITE)) {
            assertFalse(board.readOnlyReason().isPresent());
        }
        assertEquals(Set.of("board.gpkg"), BoardTest.names(folder));
    }

    @Test
    void aBoardWhoseFolderCannotBeWrittenIsRead() throws IOException {
        makeABoard();
        // stands in for a folder without write permission, which binds everyone but the superuser
        Files.createDirectory(BoardLock.fileOf(file));
        try (Board board = Board.open(file, Board.Mode.WRITE)) {
            assertTrue(board.readOnlyReason().orElseThrow().contains("may not be written"));
            assertEquals(List.of("One"), BoardTest.statements(board, ClaimQuery.ALL));
        }
    }

    @Test
    void aBoardThatWasLeftOpenIsReadWithoutATrace() throws IOException {
        Path left = folder.resolve("left");
        Files.createDirectory(left);
        try (Board board = Board.create(file, "Rail")) {
            board.apply(new Change.AddClaim(Material.bare("One")));
            // as it lies on the disk when the program is killed now
            Files.copy(file, left.resolve("board.gpkg"));
            Files.copy(folder.resolve("board.gpkg-wal"), left.resolve("board.gpkg-wal"));
        }
        byte[] before = Files.readAllBytes(left.resolve("board.gpkg"));
        try (Board board = Board.open(left.resolve("board.gpkg"), Board.Mode.READ)) {
            assertEquals(List.of("One"), BoardTest.statements(board, ClaimQuery.ALL));
        }
        assertArrayEquals(before, Files.readAllBytes(left.resolve("board.gpkg")));
        assertEquals(Set.of("board.gpkg", "board.gpkg-wal"), BoardTest.names(left));
        try (Board board = Board.open(left.resolve("board.gpkg"), Board.Mode.WRITE)) {
            assertEquals(List.of("One"), BoardTest.statements(board, ClaimQuery.ALL));
        }
        assertEquals(Set.of("board.gpkg"), BoardTest.names(left));
    }

    @Test
    void aBoardThatVanishesIsNotedAtTheNextChange() throws IOException {
        makeABoard();
        Path away = folder.resolve("away.gpkg");
        try (Board board = Board.open(file, Board.Mode.WRITE)) {
            Files.move(file, away);
            DomainException refused =
                    assertThrows(DomainException.class, () -> board.apply(new Change.AddClaim(Material.bare("Two"))));
            assertTrue(refused.getMessage().contains("is gone"), refused.getMessage());
            Files.move(away, file);
            board.apply(new Change.AddClaim(Material.bare("Two")));
        }
        try (Board board = Board.open(file, Board.Mode.READ)) {
            assertEquals(List.of("One", "Two"), BoardTest.statements(board, ClaimQuery.ALL));
        }
    }

    @Test
    void createNeverOverwrites() throws IOException {
        Files.writeString(file, "precious");
        assertThrows(DomainException.class, () -> Board.create(file, "Rail"));
        assertEquals("precious", Files.readString(file));
        Path nowhere = folder.resolve("nowhere/board.gpkg");
        assertThrows(DomainException.class, () -> Board.create(nowhere, "Rail"));
        assertEquals(Set.of("board.gpkg"), BoardTest.names(folder));
    }

    @Test
    void theFirstChangeOfANewDayKeepsTheDayBefore() throws IOException {
        for (int day = 1; day <= 10; day++) {
            Clock clock = Clock.fixed(Instant.parse("2026-01-%02dT10:00:00Z".formatted(day)), ZoneOffset.UTC);
            try (Board board =
                    day == 1 ? Board.create(file, "Rail", clock) : Board.open(file, Board.Mode.WRITE, clock)) {
                board.apply(new Change.AddClaim(Material.bare("Day " + day)));
                board.apply(new Change.AddClaim(Material.bare("Day " + day + ", later")));
            }
        }
        List<Path> kept = new Backups(file, Clock.systemUTC()).kept();
        assertEquals(7, kept.size());
        try (Board board = Board.open(kept.getFirst(), Board.Mode.READ)) {
            assertEquals(18, BoardTest.statements(board, ClaimQuery.ALL).size());
            assertTrue(board.verify().ok());
        }
        assertEquals(7, BoardTest.names(Backups.folderOf(file)).size());
    }
}
