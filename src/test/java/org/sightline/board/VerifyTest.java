package org.sightline.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.claim.Claim;
import org.sightline.claim.Relation;

/** Each way in which a board can be tampered with is found and named. */
class VerifyTest {
    private static final String UNLOCK = "DROP TRIGGER journal_is_never_changed; DROP TRIGGER journal_is_never_deleted;"
            + " DROP TRIGGER journal_part_is_never_changed; DROP TRIGGER journal_part_is_never_deleted";

    @TempDir
    Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void makeABoard() {
        file = folder.resolve("board.gpkg");
        Change.AddSource add = Material.addSource("First report", Material.TEXT);
        Change.AddSource gone = Material.addSource("Taken back", "Something else.");
        Claim claim = Material.full(add.capture(), Material.TEXT);
        Claim second = Material.at(Material.bare("A camp in Yelsk"), 29.1544, 51.8136);
        Claim third = Material.bare("Third");
        try (Board board = Board.create(file, "Rail")) {
            board.apply(add);
            board.apply(new Change.AddClaim(claim));
            board.apply(
                    new Change.Together("Two more", List.of(new Change.AddClaim(second), new Change.AddClaim(third))));
            board.apply(new Change.AddRelation(
                    new Relation(0, UUID.randomUUID(), second.uuid(), Relation.Kind.REFINES, claim.uuid())));
            board.apply(new Change.EditClaim(Material.stating(second, "A training camp in Yelsk")));
            board.apply(gone);
            board.undo();
            Verification untouched = board.verify();
            assertEquals(List.of(), untouched.problems());
        }
    }

    /** Does as another program would, and gives what verify then says. */
    private List<Verification.Problem> after(String... statements) {
        try (Database other = Connections.writing(file)) {
            other.execute("PRAGMA foreign_keys = OFF");
            for (String sql : statements) {
                Stream.of(sql.equals(UNLOCK) ? sql.split("; ") : new String[] {sql})
                        .forEach(other::execute);
            }
        }
        return verify();
    }

    private List<Verification.Problem> verify() {
        try (Board board = Board.open(file, Board.Mode.READ)) {
            return board.verify().problems();
        }
    }

    private static void assertNames(String kind, String entity, long id, List<Verification.Problem> problems) {
        assertTrue(
                problems.stream()
                        .anyMatch(p ->
                                p.kind().equals(kind) && p.entity().equals(entity) && p.id().equals(Optional.of(id))),
                kind + " " + entity + " " + id + " not in " + problems);
    }

    @Test
    void anActOfOneChangeOnlyIsWhole() {
        try (Board board = Board.open(file, Board.Mode.WRITE)) {
            board.apply(new Change.Together("One more", List.of(new Change.AddClaim(Material.bare("Fourth")))));
            board.applyAll(
                    "One by one",
                    List.of(new Change.AddClaim(Material.bare("Fifth"))).iterator(),
                    done -> {});
            assertEquals(List.of(), board.verify().problems());
            board.undo();
            assertEquals(List.of(), board.verify().problems());
        }
    }

    @Test
    void aChangedStatementIsNamed() {
        List<Verification.Problem> problems = after("UPDATE claim SET statement = 'No camp' WHERE id = 2");
        assertNames("edited-outside", "claim", 2, problems);
        assertTrue(
                problems.getFirst().message().endsWith("changed by another program: statement."), problems.toString());
    }

    @Test
    void aChangedNumberIsNamed() {
        assertNames("edited-outside", "claim", 1, after("UPDATE claim SET quantity_lower = 9 WHERE id = 1"));
    }

    @Test
    void aMovedPinIsNamed() {
        assertNames(
                "edited-outside",
                "claim",
                2,
                after("UPDATE claim SET geometry = (SELECT geometry FROM claim WHERE id = 1) WHERE id = 2"));
    }

    @Test
    void aGeometryThatWasOnlyWrittenOtherwiseIsNamed() {
        // the same point with an envelope in its header, as some programs write it
        assertNames(
                "edited-outside",
                "claim",
                2,
                after(
                        "UPDATE claim SET geometry = x'47500003E6100000' || substr(geometry, 14, 8) || substr(geometry, 14, 8)"
                                + " || substr(geometry, 22, 8) || substr(geometry, 22, 8) || substr(geometry, 9) WHERE id = 2"));
    }

    @Test
    void aDeletedClaimIsNamed() {
        assertNames("edited-outside", "claim", 3, after("DELETE FROM claim WHERE id = 3"));
    }

    @Test
    void anAddedClaimIsNamed() {
        assertNames(
                "edited-outside",
                "claim",
                4,
                after("INSERT INTO claim (uuid, statement, category, modality, status) VALUES"
                        + " ('00000000-0000-4000-8000-000000000001', 'x', 'other', 'happened', 'unverified')"));
    }

    @Test
    void aChangedQuoteIsNamedAndOrphaned() {
        List<Verification.Problem> problems = after("UPDATE quote SET exact = 'Nine' WHERE id = 1");
        assertNames("edited-outside", "quote", 1, problems);
        assertNames("orphaned-quote", "quote", 1, problems);
    }

    @Test
    void aChangedSourceRelationAndTitleAreNamed() {
        List<Verification.Problem> problems = after(
                "UPDATE source SET reliability = 'A'",
                "UPDATE relation SET kind = 'supports'",
                "UPDATE board SET title = 'x'");
        assertNames("edited-outside", "source", 1, problems);
        assertNames("edited-outside", "relation", 1, problems);
        assertNames("edited-outside", "board", 1, problems);
    }

    @Test
    void aRenamedTagIsNamed() {
        assertNames("edited-outside", "claim", 1, after("UPDATE tag SET name = 'road' WHERE name = 'rail'"));
    }

    @Test
    void aChangedCaptureIsNamed() {
        List<Verification.Problem> problems = after(
                "UPDATE capture_bytes SET encoding = 'identity', content = CAST('Nine tanks' AS BLOB) WHERE id = 1");
        assertNames("capture-hash", "capture", 1, problems);
    }

    @Test
    void aChangedTextIsNamed() {
        List<Verification.Problem> problems =
                after("UPDATE capture_text SET content = replace(content, 'Eight', 'Seven') WHERE id = 1");
        assertNames("text-changed", "capture", 1, problems);
        assertNames("orphaned-quote", "quote", 1, problems);
    }

    @Test
    void aChangedContentThatWasTakenBackIsFound() {
        List<Verification.Problem> problems = after("UPDATE capture_text SET content = 'x' WHERE id = 2");
        assertEquals("text-changed", problems.getFirst().kind());
    }

    @Test
    void aChangedLineOfTheJournalIsNamed() {
        assertNames(
                "journal-broken",
                "journal",
                3,
                after(UNLOCK, "UPDATE journal SET actor = 'someone' WHERE sequence = 3"));
    }

    @Test
    void aRemovedLineOfTheJournalIsNamed() {
        assertNames("journal-broken", "journal", 3, after(UNLOCK, "DELETE FROM journal WHERE sequence = 3"));
    }

    @Test
    void aShortenedJournalIsFound() {
        // the last two lines cancel each other, so the tables alone do not tell
        assertNames("journal-broken", "journal", 6, after(UNLOCK, "DELETE FROM journal WHERE sequence > 6"));
    }

    @Test
    void exchangedLinesOfTheJournalAreFound() {
        List<Verification.Problem> problems = after(
                UNLOCK,
                "UPDATE journal SET sequence = 100 WHERE sequence = 2",
                "UPDATE journal SET sequence = 2 WHERE sequence = 3",
                "UPDATE journal SET sequence = 3 WHERE sequence = 100");
        assertNames("journal-broken", "journal", 2, problems);
        assertNames("journal-broken", "journal", 3, problems);
    }

    @Test
    void aChangedPartOfTheJournalIsNamed() {
        assertNames(
                "journal-broken",
                "journal",
                4,
                after(
                        UNLOCK,
                        "UPDATE journal_part SET content = (SELECT content FROM journal_part WHERE sequence = 2)"
                                + ", length = (SELECT length FROM journal_part WHERE sequence = 2) WHERE sequence = 4"));
    }

    @Test
    void anEditOutsideThatWasEditedOverIsStillNamed() {
        after("UPDATE claim SET statement = 'No camp' WHERE id = 2");
        try (Board board = Board.open(file, Board.Mode.WRITE);
                Snapshot snapshot = board.snapshot()) {
            Claim claim = snapshot.claim(2).orElseThrow();
            board.apply(new Change.EditClaim(Material.stating(claim, "A camp after all")));
        }
        assertNames("edited-outside", "claim", 2, verify());
    }

    @Test
    void whatNoClaimCanHaveIsNamedAndDoesNotHideTheOthers() {
        List<Verification.Problem> problems = after(
                "UPDATE claim SET statement = ' ', when_precision = 'soon', when_earliest = 'x', uuid = 'mine' WHERE id = 1",
                "UPDATE claim SET route_origin = 'x', place_radius_m = -1, quantity_qualifier = 'odd' WHERE id = 2",
                "UPDATE claim SET geometry = (SELECT geometry FROM claim WHERE id = 1) WHERE id = 3",
                "UPDATE source SET title = '', published = 'soon' WHERE id = 1");
        assertNames("edited-outside", "claim", 1, problems);
        assertNames("edited-outside", "claim", 2, problems);
        assertNames("edited-outside", "claim", 3, problems);
        assertNames("edited-outside", "source", 1, problems);
        try (Board board = Board.open(file, Board.Mode.READ);
                Snapshot snapshot = board.snapshot()) {
            assertEquals(3, snapshot.claims(ClaimQuery.ALL).size());
            assertEquals(1, snapshot.sources().size());
            assertTrue(snapshot.claim(3).orElseThrow().place().isPresent());
        }
    }

    @Test
    void aBoardThatWasSearchedAndChangedInTheMeantimeIsStillWhole() {
        // FTS5 remembers its segments per connection and does not look again before its integrity check
        try (Board board = Board.open(file, Board.Mode.WRITE)) {
            for (int round = 0; round < 5; round++) {
                BoardTest.statements(board, ClaimQuery.search("training"));
                for (int i = 0; i < 40; i++) {
                    String word = UUID.randomUUID().toString().replace("-", "");
                    board.apply(new Change.AddClaim(Material.bare(word)));
                }
                assertEquals(List.of(), board.verify().problems());
            }
        }
    }

    @Test
    void aStaleSpatialIndexIsNamed() {
        assertNames("index-stale", "claim", 2, after("DELETE FROM rtree_claim_geometry WHERE id = 2"));
        assertNames("index-stale", "claim", 3, after("INSERT INTO rtree_claim_geometry VALUES (3, 1, 2, 1, 2)"));
    }

    @Test
    void aStaleSearchIndexIsNamed() {
        assertNames("index-stale", "claim", 3, after("DELETE FROM claim_fts WHERE rowid = 3"));
        assertNames("index-stale", "capture", 1, after("DELETE FROM capture_fts WHERE rowid = 1"));
    }

    @Test
    void anIndexWithOtherWordsOrOthersInAnotherOrderOrOfNothingIsNamed() {
        String columns = "statement, claimant, place, tags, notes, quotes, folded";
        String exact = "SELECT id, statement, '', '', '', '', '', '' FROM claim WHERE id = 3";
        assertNames(
                "index-stale",
                "claim",
                9,
                after("INSERT INTO claim_fts (rowid, " + columns + ") VALUES (9, 'x', '', '', '', '', '', '')"));
        assertNames(
                "index-stale",
                "claim",
                2,
                after(
                        "DELETE FROM claim_fts WHERE rowid = 2",
                        "INSERT INTO claim_fts (rowid, " + columns + ") " + exact.replace("SELECT id", "SELECT 2")));
        assertNames(
                "index-stale",
                "capture",
                1,
                after(
                        "DELETE FROM capture_fts WHERE rowid = 1",
                        "INSERT INTO capture_fts (rowid, title, text, folded)"
                                + " SELECT 1, '', content, '' FROM capture_text LIMIT 1"));
    }

    @Test
    void aStaleIndexIsNamedBesideManyClaimsThatWereEditedOutside() {
        try (Board board = Board.open(file, Board.Mode.WRITE)) {
            for (int i = 0; i < 120; i++) {
                board.apply(new Change.AddClaim(Material.bare("tank " + i)));
            }
        }
        List<Verification.Problem> problems = after(
                "UPDATE claim SET statement = statement || ' more' WHERE id BETWEEN 10 AND 120",
                "DELETE FROM claim_fts WHERE rowid = 122");
        assertNames("index-stale", "claim", 122, problems);
        assertEquals(
                1,
                problems.stream()
                        .filter(problem -> problem.kind().equals("index-stale"))
                        .count());
    }

    @Test
    void aStrangeTriggerIsNamed() {
        List<Verification.Problem> problems =
                after("CREATE TRIGGER extra AFTER INSERT ON claim BEGIN DELETE FROM quote WHERE 0; END");
        assertEquals("schema-changed", problems.getFirst().kind());
    }

    @Test
    void aFlippedByteInAPageIsFound() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        byte[] words = "Eight T-72A tanks left".getBytes(StandardCharsets.UTF_8);
        int flipped = 0;
        for (int i = 0; i + words.length < bytes.length; i++) {
            if (java.util.Arrays.equals(bytes, i, i + words.length, words, 0, words.length)) {
                bytes[i] ^= 1;
                flipped++;
            }
        }
        assertTrue(flipped > 0);
        Files.write(file, bytes);
        assertFalse(verify().isEmpty());
    }

    @Test
    void theHashOfTheContentDoesNotDependOnPages() {
        String before = hash();
        after("VACUUM");
        assertEquals(before, hash());
        after("UPDATE claim SET notes = 'x' WHERE id = 3");
        assertNotEquals(before, hash());
    }

    private String hash() {
        try (Board board = Board.open(file, Board.Mode.READ)) {
            return board.verify().boardSha256();
        }
    }
}
