package org.sightline.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sightline.claim.Claim;
import org.sightline.claim.Modality;
import org.sightline.claim.PlacePrecision;
import org.sightline.claim.Status;

/** Blocks say what the claims say, and where they do not, the claims are read, whoever changed them. */
class ClaimBlocksTest {
    private static final int CLAIMS = 2 * ClaimColumns.BLOCK + 500;

    @TempDir
    private static Path whole;

    @TempDir
    Path folder;

    private final Random random = new Random(11);
    private final RandomClaims claims = new RandomClaims(random);
    private Path file = Path.of("");

    @BeforeAll
    static void makeABoard() {
        RandomClaims made = new RandomClaims(new Random(5));
        try (Board board = Board.create(whole.resolve("board.gpkg"), "Blocks")) {
            Stream<Change> changes = IntStream.range(0, CLAIMS).mapToObj(i -> new Change.AddClaim(made.claim(i)));
            board.applyAll("Import", changes.iterator(), done -> {});
        }
    }

    @BeforeEach
    void copyIt() throws IOException {
        file = folder.resolve("board.gpkg");
        Files.copy(whole.resolve("board.gpkg"), file);
    }

    private Board open() {
        return Board.open(file, Board.Mode.WRITE);
    }

    private static List<Long> sound(Board board) {
        try (SnapshotReader snapshot = (SnapshotReader) board.snapshot()) {
            return new ClaimBlocks(snapshot.database()).sound();
        }
    }

    private static void assertRight(Board board) {
        try (Snapshot snapshot = board.snapshot()) {
            ClaimColumnsTest.assertSame(snapshot, ClaimColumnsTest.read(board));
        }
    }

    private static Claim claim(Board board, long id) {
        try (Snapshot snapshot = board.snapshot()) {
            return snapshot.claim(id).orElseThrow();
        }
    }

    private void otherProgram(String... statements) {
        try (Database other = Connections.writing(file)) {
            for (String sql : statements) {
                other.execute(sql);
            }
        }
    }

    @Test
    void anImportLeavesTheBlocksThatItsClaimsMake() {
        try (Board board = open()) {
            assertEquals(List.of(0L, 1L), sound(board));
            assertEquals(List.of(), board.verify().problems());
            assertRight(board);
        }
    }

    @Test
    void aChangeMakesItsBlockStaleUntilTheBoardIsClosed() {
        try (Board board = open()) {
            Claim claim = claim(board, 5_000);
            board.apply(new Change.EditClaim(Material.stating(claim, "Other words")));
            assertEquals(List.of(0L, 1L), sound(board), "no map shows words");
            board.apply(new Change.EditClaim(claim.withPlace(Optional.of(claims.point()))));
            assertEquals(List.of(0L), sound(board));
            board.apply(new Change.RemoveClaim(claim(board, 17).uuid(), "test"));
            board.apply(new Change.AddClaim(claims.claim(CLAIMS)));
            assertEquals(List.of(), sound(board));
            assertRight(board);
        }
        try (Board board = open()) {
            assertEquals(List.of(0L, 1L), sound(board));
            assertRight(board);
            board.undo();
            board.undo();
            assertRight(board);
            assertEquals(List.of(), board.verify().problems());
        }
    }

    @Test
    void anImportThatIsTakenBackLeavesNoBlock() {
        try (Board board = open()) {
            board.undo();
        }
        try (Board board = open();
                SnapshotReader snapshot = (SnapshotReader) board.snapshot()) {
            assertEquals(0, snapshot.database().number("SELECT count(*) AS n FROM claim_block"));
            assertEquals(0, snapshot.database().number("SELECT count(*) AS n FROM claim_block_stale"));
            assertRight(board);
            board.redo();
            assertRight(board);
        }
        try (Board board = open()) {
            assertEquals(List.of(0L, 1L), sound(board));
            assertRight(board);
        }
    }

    @Test
    void claimsAddedOneByOneComeIntoABlockWhenItIsFull() {
        try (Board board = open()) {
            IntStream.range(0, 300).forEach(i -> board.apply(new Change.AddClaim(claims.claim(i))));
            Stream<Change> changes =
                    IntStream.range(0, 2 * ClaimColumns.BLOCK).mapToObj(i -> new Change.AddClaim(claims.claim(i)));
            board.applyAll("Import", changes.iterator(), done -> {});
            assertEquals(List.of(0L, 1L, 3L), sound(board), "the third block was begun before");
            assertRight(board);
        }
        try (Board board = open()) {
            assertEquals(List.of(0L, 1L, 2L, 3L), sound(board));
            assertEquals(List.of(), board.verify().problems());
            assertRight(board);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE claim SET status = 'refuted' WHERE id = 4096;"
                        + "UPDATE claim SET geometry = (SELECT geometry FROM claim WHERE id = 1) WHERE id IN (4097, 4100)",
                "UPDATE claim SET when_latest = '2023-01-01T00:00:00.000Z' WHERE when_latest IS NOT NULL",
                "UPDATE claim SET id = 20000 WHERE id = 3",
                "UPDATE claim SET removed_at = '2023-01-01T00:00:00.000Z' WHERE id = 4097;DELETE FROM claim WHERE id = 8",
                "INSERT OR REPLACE INTO claim (uuid, statement, category, modality, status)"
                        + " SELECT uuid, statement, 'strike', modality, status FROM claim WHERE id = 9;DELETE FROM claim"
                        + " WHERE id = 4099;INSERT INTO claim (id, uuid, statement, category, modality, status) VALUES"
                        + " (4099, '00000000-0000-4000-8000-000000000007', 'x', 'strike', 'ongoing', 'disputed')"
            })
    void whatAnotherProgramChangesIsShown(String edit) {
        otherProgram(Stream.concat(Stream.of("PRAGMA foreign_keys = OFF"), Stream.of(edit.split(";")))
                .toArray(String[]::new));
        try (Board board = open()) {
            assertTrue(sound(board).size() < 2);
            assertRight(board);
            assertTrue(board.verify().problems().stream()
                    .noneMatch(problem -> problem.entity().equals("claim_block")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"content = zeroblob(length(content))", "content = 'words'", "checksum = 'x'"})
    void aBlockThatIsNotAsItWasWrittenIsNamedAndNotShown(String change) {
        otherProgram("UPDATE claim_block SET " + change + " WHERE id = 1");
        try (Board board = open()) {
            assertRight(board);
            assertEquals(
                    List.of("index-stale claim_block 1"),
                    board.verify().problems().stream()
                            .map(problem -> problem.kind() + " " + problem.entity() + " "
                                    + problem.id().orElseThrow())
                            .toList());
        }
    }

    @Test
    void aBlockOfOtherClaimsIsNamed() {
        otherProgram("UPDATE claim_block SET (checksum, content) ="
                + " (SELECT checksum, content FROM claim_block WHERE id = 0) WHERE id = 1");
        try (Board board = open()) {
            assertEquals(
                    List.of("The block of the claims 4097 to 8192, from which the map reads them, is not as these"
                            + " claims are."),
                    board.verify().problems().stream()
                            .map(Verification.Problem::message)
                            .toList());
        }
    }

    @Test
    void withoutItsTriggersNoBlockIsBelieved() {
        otherProgram(
                "DROP TRIGGER claim_block_update", "UPDATE claim SET status = 'refuted' WHERE id BETWEEN 1 AND 50");
        try (Board board = open()) {
            assertTrue(board.readOnlyReason().isPresent());
            assertEquals(List.of(), sound(board));
            assertRight(board);
        }
    }

    @Test
    void anOlderBoardGetsItsBlocks() {
        otherProgram(
                "DROP TABLE claim_block",
                "DROP TABLE claim_block_stale",
                "DROP TRIGGER claim_block_insert",
                "DROP TRIGGER claim_block_replace",
                "DROP TRIGGER claim_block_update",
                "DROP TRIGGER claim_block_delete",
                "DELETE FROM gpkg_contents WHERE table_name GLOB 'claim_block*'",
                "DROP TABLE conflict",
                Objects.requireNonNull(Schema.made("migrate-2.sql").get("conflict")),
                Objects.requireNonNull(Schema.made("migrate-2.sql").get("conflict_entity")),
                "UPDATE board SET schema_version = 4");
        try (Board board = Board.open(file, Board.Mode.READ)) {
            assertEquals(List.of(), sound(board));
            assertRight(board);
        }
        try (Board board = open()) {
            assertEquals(List.of(0L, 1L), sound(board));
            assertRight(board);
        }
    }

    @Test
    void aReaderThatGoesNoFurtherIsAskedNoMore() {
        try (Board board = open();
                Snapshot snapshot = board.snapshot()) {
            int[] asked = {0};
            ClaimColumns read = snapshot.slices().columns((columns, share) -> ++asked[0] < 1);
            assertEquals(1, asked[0]);
            assertEquals(ClaimColumns.BLOCK, read.size());
        }
    }

    @Test
    void changedBytesAreRefusedOrReadButNeverFail() {
        try (Board board = open();
                SnapshotReader snapshot = (SnapshotReader) board.snapshot()) {
            byte[] packed = PackedColumns.write(snapshot.slices().block(0), 1).orElseThrow();
            for (int i = 0; i < 2_000; i++) {
                byte[] changed = Arrays.copyOf(packed, i % 3 == 0 ? random.nextInt(packed.length) : packed.length);
                for (int flips = random.nextInt(4); flips >= 0 && changed.length > 0; flips--) {
                    int at = random.nextInt(random.nextBoolean() ? Math.min(64, changed.length) : changed.length);
                    changed[at] = (byte) random.nextInt();
                }
                PackedColumns.read(changed, 1, id -> Optional.empty())
                        .ifPresent(block -> assertTrue(block.size() <= ClaimColumns.BLOCK));
            }
        }
    }

    @Test
    void codesStandForTheWordsThatTheFormatSays() {
        assertEquals(
                List.of("unverified", "corroborated", "disputed", "refuted", "withdrawn"),
                Stream.of(Status.values()).map(Words::of).toList());
        assertEquals(
                List.of("happened", "ongoing", "planned", "predicted", "denied", "unknown"),
                Stream.of(Modality.values()).map(Words::of).toList());
        assertEquals(
                List.of("exact", "vicinity", "locality", "town", "district", "region", "country"),
                Stream.of(PlacePrecision.values()).map(Words::of).toList());
    }
}
