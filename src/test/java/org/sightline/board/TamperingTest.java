package org.sightline.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sightline.claim.Claim;
import org.sightline.claim.Relation;

/** One flipped bit, in whatever column of whatever row, is found, and the thing is named. */
class TamperingTest {
    @TempDir
    Path folder;

    private Path file = Path.of("");
    private Path untouched = Path.of("");
    private final Change.AddSource add = Material.addSource("First report", Material.TEXT);

    @BeforeEach
    void makeABoard() throws IOException {
        untouched = folder.resolve("untouched.gpkg");
        file = folder.resolve("board.gpkg");
        Claim full = Material.full(add.capture(), Material.TEXT);
        Claim second = Material.at(Material.bare("A camp in Yelsk"), 29.1544, 51.8136);
        try (Board board = Board.create(untouched, "Rail")) {
            board.apply(add);
            board.apply(new Change.AddClaim(full));
            board.apply(new Change.Together(
                    "Two more", List.of(new Change.AddClaim(second), new Change.AddClaim(Material.bare("Third")))));
            board.apply(new Change.AddRelation(
                    new Relation(0, UUID.randomUUID(), second.uuid(), Relation.Kind.REFINES, full.uuid())));
            board.apply(new Change.EditClaim(Material.stating(second, "A training camp in Yelsk")));
        }
        Files.copy(untouched, file);
        assertEquals(List.of(), verify());
    }

    private List<Verification.Problem> verify() {
        try (Board board = Board.open(file, Board.Mode.READ)) {
            return board.verify().problems();
        }
    }

    /** The columns that hold text or bytes in a row, and how many bytes. */
    private record Column(String name, boolean text, byte[] bytes) {}

    private List<Column> columns(String table, String row) {
        try (Database database = Connections.reading(untouched, untouched, true)) {
            return database.list("SELECT name FROM pragma_table_info('" + table + "')", r -> r.text("name")).stream()
                    .flatMap(name -> database
                            .list(
                                    "SELECT typeof(" + name + ") AS type, CAST(" + name + " AS BLOB) AS bytes FROM "
                                            + table + " WHERE " + row + " AND typeof(" + name
                                            + ") IN ('text', 'blob')",
                                    r -> new Column(
                                            name,
                                            r.text("type").equals("text"),
                                            r.maybeBlob("bytes").orElse(new byte[0])))
                            .stream())
                    .filter(column -> column.bytes().length > 0)
                    .toList();
        }
    }

    private void flip(String table, String row, Column column, int at) throws IOException {
        Files.copy(untouched, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        byte[] flipped = column.bytes().clone();
        flipped[at] ^= 1;
        try (Database other = Connections.writing(file)) {
            other.execute("PRAGMA foreign_keys = OFF");
            other.execute("PRAGMA ignore_check_constraints = ON");
            List<String> triggers = other.list(
                    "SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ?", r -> r.text("sql"), table);
            other.list(
                            "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ?",
                            r -> r.text("name"),
                            table)
                    .forEach(name -> other.execute("DROP TRIGGER " + name));
            other.update(
                    "UPDATE " + table + " SET " + column.name() + " = " + (column.text() ? "CAST(? AS TEXT)" : "?")
                            + " WHERE " + row,
                    flipped);
            triggers.forEach(other::execute);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "claim, id = 1, claim, 1",
        "quote, id = 1, quote, 1",
        "source, id = 1, source, 1",
        "capture, id = 1, capture, 1",
        "capture_bytes, id = 1, capture, 1",
        "capture_text, id = 1, capture, 1",
        "relation, id = 1, relation, 1",
        "journal, sequence = 3, journal, 3",
        "journal, sequence = 4, journal, 4",
        "journal_part, sequence = 4, journal, 4"
    })
    void isNamed(String table, String row, String entity, long id) throws IOException {
        List<Column> columns = columns(table, row);
        assertTrue(!columns.isEmpty(), table);
        for (Column column : columns) {
            int length = column.bytes().length;
            for (int at : new int[] {0, length / 2}) {
                flip(table, row, column, at);
                List<Verification.Problem> problems = verify();
                assertTrue(
                        problems.stream().anyMatch(p -> p.entity().equals(entity) && p.id().equals(Optional.of(id))),
                        () -> table + "." + column.name() + " at byte " + at + ": " + problems);
            }
        }
    }

    private Path moveTheCaptureBeside() throws IOException {
        Path beside = Contents.folderOf(file).resolve(add.capture().sha256());
        Files.createDirectories(Contents.folderOf(file));
        Files.write(beside, add.content().bytes());
        try (Database other = Connections.writing(file)) {
            other.execute("UPDATE capture_bytes SET encoding = 'beside', content = NULL");
        }
        assertEquals(List.of(), verify());
        return beside;
    }

    @Test
    void aMissingFileBesideTheBoardIsNamed() throws IOException {
        Files.delete(moveTheCaptureBeside());
        assertCaptureNamed();
    }

    @Test
    void anAlteredFileBesideTheBoardIsNamed() throws IOException {
        Path beside = moveTheCaptureBeside();
        byte[] bytes = Files.readAllBytes(beside);
        bytes[bytes.length / 2] ^= 1;
        Files.write(beside, bytes);
        assertCaptureNamed();
    }

    private void assertCaptureNamed() {
        List<Verification.Problem> problems = verify();
        assertEquals(1, problems.size(), problems.toString());
        assertEquals("capture-hash", problems.getFirst().kind());
        assertEquals("capture", problems.getFirst().entity());
        assertEquals(Optional.of(1L), problems.getFirst().id());
    }
}
