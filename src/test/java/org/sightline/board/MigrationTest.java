package org.sightline.board;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.DomainException;

/** A board of an older version is brought up to date whole, after a backup, or stays as it was. */
class MigrationTest {
    private static final List<String> STATEMENTS =
            List.of("Eight T-72A tanks left Minsk by rail", "A training camp in Yelsk", "Third");

    @TempDir
    Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void writeAnOldBoard() throws IOException {
        file = folder.resolve("board.gpkg");
        OldBoard.write(file);
    }

    @Test
    void anOldBoardGetsTheTablesOfANewOne() {
        Path fresh = folder.resolve("fresh.gpkg");
        Board.create(fresh, "Fresh").close();
        Board.open(file, Board.Mode.WRITE).close();
        assertEquals(tables(fresh), tables(file));
        assertEquals(registered(fresh), registered(file));
    }

    private static Set<String> tables(Path board) {
        return Set.copyOf(read(
                board,
                "SELECT type || ' ' || name || ' ' || ifnull(sql, '') AS line FROM sqlite_schema"
                        + " WHERE name <> 'sqlite_stat1'"));
    }

    private static List<String> registered(Path board) {
        return read(
                board,
                "SELECT table_name || data_type || identifier || description || ifnull(srs_id, '') AS line"
                        + " FROM gpkg_contents ORDER BY table_name");
    }

    private static List<String> read(Path board, String sql) {
        try (Database database = Connections.reading(board, board, false)) {
            return database.list(sql, row -> row.text("line"));
        }
    }

    @Test
    void whatItHeldStaysAndItsHistoryGoesOn() {
        String content;
        try (Board old = Board.open(file, Board.Mode.READ)) {
            content = old.verify().boardSha256();
        }
        try (Board board = Board.open(file, Board.Mode.WRITE)) {
            assertFalse(
                    board.readOnlyReason().isPresent(), board.readOnlyReason().toString());
            Verification verification = board.verify();
            assertEquals(List.of(), verification.problems());
            assertEquals(content, verification.boardSha256());
            assertEquals(STATEMENTS, BoardTest.statements(board, ClaimQuery.ALL));
            assertEquals(
                    1,
                    BoardTest.statements(board, ClaimQuery.search("training")).size());
            assertEquals(Migrations.OPERATION, board.log(1).getFirst().operation());
            assertEquals("claim.remove", board.nextRedo().orElseThrow().operation());
            assertEquals("claim.edit", board.nextUndo().orElseThrow().operation());
            board.apply(new Change.AddClaim(Material.bare("Fourth")));
            assertEquals(List.of(), board.verify().problems());
        }
    }

    @Test
    void theBoardAsItWasIsKeptFirst() throws IOException {
        Board.open(file, Board.Mode.WRITE).close();
        List<Path> kept = new Backups(file, Clock.systemUTC()).kept();
        assertEquals(1, kept.size());
        assertEquals(List.of("1"), read(kept.getFirst(), "SELECT schema_version AS line FROM board"));
        Board.open(file, Board.Mode.WRITE).close();
        assertEquals(kept, new Backups(file, Clock.systemUTC()).kept());
    }

    @Test
    void readingAnOldBoardDoesNotChangeIt() throws IOException {
        byte[] before = Files.readAllBytes(file);
        try (Board board = Board.open(file, Board.Mode.READ)) {
            assertEquals(List.of(), board.verify().problems());
            assertEquals(STATEMENTS, BoardTest.statements(board, ClaimQuery.ALL));
        }
        assertArrayEquals(before, Files.readAllBytes(file));
        assertEquals(Set.of("board.gpkg"), BoardTest.names(folder));
    }

    @Test
    void withoutABackupItIsOnlyRead() throws IOException {
        Files.writeString(Backups.folderOf(file), "in the way");
        byte[] before = Files.readAllBytes(file);
        try (Board board = Board.open(file, Board.Mode.WRITE)) {
            assertTrue(board.readOnlyReason().orElseThrow().contains("could not be backed up"));
            assertEquals(STATEMENTS, BoardTest.statements(board, ClaimQuery.ALL));
        }
        assertArrayEquals(before, Files.readAllBytes(file));
    }

    @Test
    void aStepThatFailsLeavesTheBoardAsItWas() throws IOException {
        try (Database other = Connections.writing(file)) {
            other.execute("CREATE TABLE conflict (x)"); // the name that the step wants
        }
        List<String> tables = read(file, "SELECT name AS line FROM sqlite_schema");
        DomainException refused = assertThrows(DomainException.class, () -> Board.open(file, Board.Mode.WRITE));
        assertTrue(refused.getMessage().contains("conflict"), refused.getMessage());
        assertEquals(tables, read(file, "SELECT name AS line FROM sqlite_schema"));
        assertEquals(List.of("1 8"), read(file, "SELECT schema_version || ' ' || journal_length AS line FROM board"));
        assertEquals(List.of("8"), read(file, "SELECT max(sequence) AS line FROM journal"));
        assertEquals(Set.of("board.gpkg", "board.backups"), BoardTest.names(folder));
    }

    @Test
    void aVersionThatNeverWasIsOnlyRead() {
        try (Database other = Connections.writing(file)) {
            other.execute("UPDATE board SET schema_version = 0");
        }
        try (Board board = Board.open(file, Board.Mode.WRITE)) {
            assertTrue(board.readOnlyReason().orElseThrow().contains("never made"));
        }
    }
}
