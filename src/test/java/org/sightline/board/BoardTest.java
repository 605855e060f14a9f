package org.sightline.board;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.DomainException;
import org.sightline.claim.Claim;
import org.sightline.claim.Relation;
import org.sightline.source.Capture;
import org.sightline.source.CapturedText;
import org.sightline.source.Source;

class BoardTest {
    @TempDir
    Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("Расследование 1.gpkg");
    }

    static List<String> statements(Board board, ClaimQuery query) {
        try (Snapshot snapshot = board.snapshot()) {
            return snapshot.claims(query).stream().map(Claim::statement).toList();
        }
    }

    private static Claim claim(Board board, UUID uuid) {
        try (Snapshot snapshot = board.snapshot()) {
            return snapshot.claim(uuid).orElseThrow();
        }
    }

    static Set<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** A claim as it comes back: with the keys that the board gave. */
    private static Claim withIdsOf(Claim given, Claim read) {
        List<org.sightline.source.Quote> quotes = new ArrayList<>();
        for (int i = 0; i < given.quotes().size(); i++) {
            quotes.add(Claims.with(given.quotes().get(i), read.quotes().get(i).id()));
        }
        return Claims.with(given, read.id(), quotes);
    }

    @Test
    void whatWasStoredIsReadBackWhole() {
        Change.AddSource add = Material.addSource("First report", Material.TEXT);
        Claim claim = Material.full(add.capture(), Material.TEXT);
        try (Board board = Board.create(file, "Rail")) {
            board.apply(add);
            board.apply(new Change.AddClaim(claim));
        }
        try (Board board = Board.open(file, Board.Mode.READ);
                Snapshot snapshot = board.snapshot()) {
            Claim read = snapshot.claim(claim.uuid()).orElseThrow();
            assertEquals(1, read.id());
            assertEquals(withIdsOf(claim, read), read);
            assertEquals(List.of(read), snapshot.claims(ClaimQuery.ALL));
            assertEquals(List.of(add.source().withId(1)), snapshot.sources());
            Capture capture = snapshot.captures(add.source().uuid()).getFirst();
            assertEquals(add.capture().sha256(), capture.sha256());
            assertEquals(Material.TEXT, snapshot.text(capture.uuid()));
            assertArrayEquals(add.content().bytes(), snapshot.bytes(capture.uuid()));
            assertEquals("Rail", snapshot.info().title());
            assertEquals(2, snapshot.info().quotes());
            assertEquals(3, snapshot.info().changes());
        }
    }

    @Test
    void aClosedBoardIsOneFile() throws IOException {
        try (Board board = Board.create(file, "Rail")) {
            board.apply(new Change.AddClaim(Material.bare("One")));
            assertTrue(names(folder).size() > 1, "while open there is a log beside it");
        }
        assertEquals(Set.of("Расследование 1.gpkg"), names(folder));
    }

    @Test
    void readingLeavesTheFileAndItsFolderAlone() throws IOException {
        try (Board board = Board.create(file, "Rail")) {
            board.apply(new Change.AddClaim(Material.bare("One")));
        }
        byte[] before = Files.readAllBytes(file);
        try (Board board = Board.open(file, Board.Mode.READ)) {
            assertEquals(List.of("One"), statements(board, ClaimQuery.ALL));
            assertTrue(board.verify().ok(), board.verify().toString());
            assertEquals(Set.of("Расследование 1.gpkg"), names(folder));
        }
        assertArrayEquals(before, Files.readAllBytes(file));
    }

    @Test
    void undoAndRedoWorkAcrossReopeningAndNameTheChange() {
        Claim claim = Material.at(Material.bare("One"), 29.15, 51.81);
        try (Board board = Board.create(file, "Rail")) {
            board.apply(new Change.AddClaim(claim));
            board.apply(new Change.EditClaim(Material.stating(claim, "Two")));
        }
        try (Board board = Board.open(file, Board.Mode.WRITE)) {
            assertEquals("Edit claim 1: Two", board.nextUndo().orElseThrow().summary());
            JournalEntry undo = board.undo().orElseThrow();
            assertEquals("Undo: Edit claim 1: Two", undo.summary());
            assertEquals(Optional.of(3L), undo.undoes());
            assertEquals("One", claim(board, claim.uuid()).statement());
        }
        try (Board board = Board.open(file, Board.Mode.WRITE)) {
            assertEquals("Edit claim 1: Two", board.nextRedo().orElseThrow().summary());
            assertEquals("Redo: Edit claim 1: Two", board.redo().orElseThrow().summary());
            assertEquals("Two", claim(board, claim.uuid()).statement());
            assertEquals("Edit claim 1: Two", board.nextUndo().orElseThrow().summary());
            board.undo();
            board.undo();
            assertEquals(List.of(), statements(board, ClaimQuery.ALL));
            assertEquals(Optional.empty(), board.undo());
            assertEquals(
                    "Add claim 1: One", board.redo().orElseThrow().summary().substring(6));
            assertEquals(1, claim(board, claim.uuid()).id());
            assertTrue(board.verify().ok(), board.verify().toString());
        }
    }

    @Test
    void aNewChangeAfterUndoLeavesNothingToRedo() {
        try (Board board = Board.create(file, "Rail")) {
            board.apply(new Change.AddClaim(Material.bare("One")));
            board.undo();
            board.apply(new Change.AddClaim(Material.bare("Two")));
            assertEquals(Optional.empty(), board.nextRedo());
            assertEquals(Optional.empty(), board.redo());
        }
    }

    @Test
    void numbersAreNeverUsedAgain() {
        try (Board board = Board.create(file, "Rail")) {
            board.apply(new Change.AddClaim(Material.bare("One")));
            board.undo();
            Claim second = Material.bare("Two");
            board.apply(new Change.AddClaim(second));
            assertEquals(2, claim(board, second.uuid()).id());
        }
    }

    @Test
    void anAddedSourceComesBackWithItsBytesAfterUndoAndRedo() {
        Change.AddSource add = Material.addSource("First report", Material.TEXT);
        try (Board board = Board.create(file, "Rail")) {
            board.apply(add);
            board.undo();
            try (Snapshot snapshot = board.snapshot()) {
                assertEquals(List.of(), snapshot.sources());
                assertEquals(List.of(), snapshot.captures());
                assertEquals(List.of(), snapshot.sources("tanks"));
            }
            board.redo();
            try (Snapshot snapshot = board.snapshot()) {
                assertArrayEquals(
                        add.content().bytes(), snapshot.bytes(add.capture().uuid()));
                assertEquals(1, snapshot.sources("tanks").size());
            }
        }
    }

    @Test
    void theTrashKeepsAClaimWithItsNumberAndReason() {
        Claim claim = Material.bare("One");
        try (Board board = Board.create(file, "Rail")) {
            board.apply(new Change.AddClaim(claim));
            board.apply(new Change.RemoveClaim(claim.uuid(), "told twice"));
            assertEquals(List.of(), statements(board, ClaimQuery.ALL));
            assertEquals(List.of(), statements(board, ClaimQuery.search("one")));
            ClaimQuery trash = ClaimQuery.ALL.inTrash(true);
            assertEquals(List.of("One"), statements(board, trash));
            assertEquals(
                    "told twice",
                    claim(board, claim.uuid()).removed().orElseThrow().reason());
            assertThrows(DomainException.class, () -> board.apply(new Change.EditClaim(claim)));
            board.apply(new Change.RestoreClaim(claim.uuid()));
            assertEquals(1, claim(board, claim.uuid()).id());
        }
    }

    @Test
    void aSourceThatIsQuotedStays() {
        Change.AddSource add = Material.addSource("First report", Material.TEXT);
        Claim claim = Material.full(add.capture(), Material.TEXT);
        try (Board board = Board.create(file, "Rail")) {
            board.apply(add);
            board.apply(new Change.AddClaim(claim));
            Change remove = new Change.RemoveSource(add.source().uuid(), "not needed");
            assertThrows(DomainException.class, () -> board.apply(remove));
            board.apply(new Change.RemoveClaim(claim.uuid(), "not needed"));
            board.apply(remove);
            try (Snapshot snapshot = board.snapshot()) {
                assertEquals(List.of(), snapshot.sources());
                assertEquals(1, snapshot.trashedSources().size());
            }
        }
    }

    @Test
    void theSameBytesAreNotCapturedTwiceForOneSource() {
        Change.AddSource add = Material.addSource("First report", Material.TEXT);
        CapturedText other = Material.content(Material.TEXT + "More.");
        try (Board board = Board.create(file, "Rail")) {
            board.apply(add);
            Capture again = Material.capture(add.source().uuid(), add.content());
            DomainException refused =
                    assertThrows(DomainException.class, () -> board.apply(new Change.AddCapture(again, add.content())));
            assertTrue(refused.getMessage().contains("already has a capture"), refused.getMessage());
            board.apply(new Change.AddCapture(Material.capture(add.source().uuid(), other), other));
            try (Snapshot snapshot = board.snapshot()) {
                assertEquals(2, snapshot.captures(add.source().uuid()).size());
            }
        }
    }

    @Test
    void severalChangesAreOneAct() {
        Change.AddSource add = Material.addSource("First report", Material.TEXT);
        Claim claim = Material.full(add.capture(), Material.TEXT);
        Claim second = Material.bare("Two");
        Relation relation = new Relation(0, UUID.randomUUID(), claim.uuid(), Relation.Kind.SUPPORTS, second.uuid());
        try (Board board = Board.create(file, "Rail")) {
            board.apply(new Change.Together(
                    "Import 2 claims",
                    List.of(
                            add,
                            new Change.AddClaim(claim),
                            new Change.AddClaim(second),
                            new Change.AddRelation(relation))));
            try (Snapshot snapshot = board.snapshot()) {
                assertEquals(5, snapshot.images(2).size());
                assertEquals(1, snapshot.relations().size());
            }
            assertEquals("Undo: Import 2 claims", board.undo().orElseThrow().summary());
            try (Snapshot snapshot = board.snapshot()) {
                assertEquals(List.of(), snapshot.claims(ClaimQuery.ALL));
                assertEquals(List.of(), snapshot.sources());
            }
            board.redo();
            assertEquals(2, statements(board, ClaimQuery.ALL).size());
            assertTrue(board.verify().ok(), board.verify().toString());
        }
    }

    @Test
    void aFailedActLeavesTheBoardAsItWas() {
        Claim claim = Material.bare("One");
        try (Board board = Board.create(file, "Rail")) {
            Change twice = new Change.Together("x", List.of(new Change.AddClaim(claim), new Change.AddClaim(claim)));
            assertThrows(DomainException.class, () -> board.apply(twice));
            assertEquals(List.of(), statements(board, ClaimQuery.ALL));
            assertEquals(1, board.log(0).size());
        }
    }

    @Test
    void aCancelledImportLeavesNothingButALine() {
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            changes.add(new Change.AddClaim(Material.bare("Claim " + i)));
        }
        try (Board board = Board.create(file, "Rail")) {
            assertThrows(
                    CancellationException.class,
                    () -> board.applyAll("Import rows", changes.iterator(), done -> {
                        if (done == 20) {
                            throw new CancellationException();
                        }
                    }));
            assertEquals(List.of(), statements(board, ClaimQuery.ALL));
            assertEquals("together.failed", board.log(1).getFirst().operation());
            assertEquals(Optional.empty(), board.nextUndo());
            assertTrue(board.verify().ok(), board.verify().toString());
            board.applyAll("Import rows", changes.iterator(), done -> {});
            assertEquals(50, statements(board, ClaimQuery.ALL).size());
        }
    }

    @Test
    void listenersAreToldAfterTheChangeIsThere() {
        List<String> seen = new ArrayList<>();
        try (Board board = Board.create(file, "Rail")) {
            board.onChange(entry -> seen.add(entry.operation() + statements(board, ClaimQuery.ALL)));
            board.apply(new Change.AddClaim(Material.bare("One")));
            board.undo();
        }
        assertEquals(List.of("claim.add[One]", "undo[]"), seen);
    }

    @Test
    void aSnapshotDoesNotChangeWhileItIsOpen() {
        try (Board board = Board.create(file, "Rail")) {
            try (Snapshot before = board.snapshot()) {
                board.apply(new Change.AddClaim(Material.bare("One")));
                assertEquals(0, before.claims(ClaimQuery.ALL).size());
                assertEquals(List.of("One"), statements(board, ClaimQuery.ALL));
            }
        }
    }

    @Test
    void oddTextComesBackAsItWas() {
        Claim claim = Material.bare("a\0b\n\t\"\\ 😀 \u2028 e\u0301 \ufeff");
        try (Board board = Board.create(file, "Rail")) {
            board.apply(new Change.AddClaim(claim));
            assertEquals(claim.statement(), claim(board, claim.uuid()).statement());
            assertEquals(List.of(), board.verify().problems());
            assertThrows(DomainException.class, () -> board.apply(new Change.AddClaim(Material.bare("half \ud800"))));
            assertEquals(2, board.log(0).size());
        }
    }

    @Test
    void aLargeCaptureLiesBesideTheBoardAndIsVerified() throws IOException {
        byte[] bytes = new byte[(int) Contents.MOST_INSIDE + 1];
        Source source = Material.source("Film");
        CapturedText content =
                new CapturedText(bytes, "video/mp4", Optional.empty(), "A film without words.", Optional.empty());
        Capture capture = Material.capture(source.uuid(), content);
        Path beside = Contents.folderOf(file).resolve(capture.sha256());
        try (Board board = Board.create(file, "Rail")) {
            board.apply(new Change.AddSource(source, capture, content));
            try (Snapshot snapshot = board.snapshot()) {
                assertArrayEquals(bytes, snapshot.bytes(capture.uuid()));
            }
            assertTrue(board.verify().ok());
            bytes[7] = 1;
            Files.write(beside, bytes);
            assertEquals("capture-hash", board.verify().problems().getFirst().kind());
            Files.delete(beside);
            assertEquals("capture-hash", board.verify().problems().getFirst().kind());
        }
    }

    @Test
    void aRenameIsUndone() {
        try (Board board = Board.create(file, "Rail")) {
            board.apply(new Change.Rename("Road"));
            board.undo();
            try (Snapshot snapshot = board.snapshot()) {
                assertEquals("Rail", snapshot.info().title());
            }
        }
    }

    @Test
    void aSourceThatRelaysAnotherKeepsThat() {
        Change.AddSource first = Material.addSource("Origin", Material.TEXT);
        Change.AddSource second = Material.addSource("Relay", Material.TEXT);
        Source relay = second.source();
        Source relaying = new Source(
                0,
                relay.uuid(),
                relay.title(),
                relay.publisher(),
                relay.author(),
                relay.url(),
                relay.published(),
                relay.language(),
                relay.reliability(),
                Optional.of(first.source().uuid()));
        try (Board board = Board.create(file, "Rail")) {
            board.apply(first);
            board.apply(new Change.AddSource(relaying, second.capture(), second.content()));
            try (Snapshot snapshot = board.snapshot()) {
                assertEquals(relaying.withId(2), snapshot.source(2).orElseThrow());
                assertFalse(snapshot.source(3).isPresent());
            }
        }
    }
}
