package org.sightline.board;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sightline.DomainException;
import org.sightline.claim.Claim;
import org.sightline.claim.Relation;
import org.sightline.claim.Status;
import org.sightline.jobs.Jobs;
import org.sightline.source.Quote;
import org.sightline.source.Source;

/** Two boards, and what becomes of one when the other is merged into it. */
class MergeTest {
    private static final Jobs.Progress PROGRESS = Jobs.Progress.SILENT;

    @TempDir
    Path folder;

    private Path minePath = Path.of("");
    private Path theirsPath = Path.of("");
    private Optional<Board> mine = Optional.empty();
    private Optional<Board> theirs = Optional.empty();
    private final Change.AddSource report = Material.addSource("First report", Material.TEXT);
    private final Claim full = Material.full(report.capture(), Material.TEXT);
    private final Claim camp = Material.at(Material.bare("A camp in Yelsk"), 29.1544, 51.8136);
    private final Relation relation =
            new Relation(0, UUID.randomUUID(), camp.uuid(), Relation.Kind.REFINES, full.uuid());

    /** Two copies of a board with a source, two claims and a relation, both open. */
    @BeforeEach
    void makeTwoCopies() throws IOException {
        minePath = folder.resolve("mine.gpkg");
        theirsPath = folder.resolve("theirs.gpkg");
        try (Board board = Board.create(minePath, "Rail")) {
            board.apply(report);
            board.apply(new Change.AddClaim(full));
            board.apply(new Change.AddClaim(camp));
            board.apply(new Change.AddRelation(relation));
        }
        Files.copy(minePath, theirsPath);
        mine = Optional.of(Board.open(minePath, Board.Mode.WRITE));
        theirs = Optional.of(Board.open(theirsPath, Board.Mode.WRITE));
        mine().actor("reader");
        theirs().actor("second reader");
    }

    @AfterEach
    void closeBoth() {
        mine.ifPresent(Board::close);
        theirs.ifPresent(Board::close);
    }

    private Board mine() {
        return mine.orElseThrow();
    }

    private Board theirs() {
        return theirs.orElseThrow();
    }

    private Merged merge() {
        return mine().merge(theirs(), PROGRESS);
    }

    private static Claim claim(Board board, UUID uuid) {
        try (Snapshot snapshot = board.snapshot()) {
            return snapshot.claim(uuid).orElseThrow();
        }
    }

    private static void state(Board board, Claim claim, String statement) {
        board.apply(new Change.EditClaim(Material.stating(claim(board, claim.uuid()), statement)));
    }

    private static String statement(Board board, Claim claim) {
        return claim(board, claim.uuid()).statement();
    }

    private static String content(Board board) {
        Verification verification = board.verify();
        assertEquals(List.of(), verification.problems());
        return verification.boardSha256();
    }

    private static long lines(Board board) {
        return board.log(1).getFirst().sequence();
    }

    /** Merging once more finds nothing new and leaves no line. */
    private void assertMergedForGood() {
        long lines = lines(mine());
        String content = content(mine());
        Merged again = merge();
        assertEquals(Optional.empty(), again.line());
        assertEquals(0, again.added() + again.takenOver() + again.conflicts());
        assertEquals(lines, lines(mine()));
        assertEquals(content, content(mine()));
    }

    @Test
    void aCopyThatWasNotChangedHasNothingNew() {
        assertMergedForGood();
        assertEquals(5, merge().equal());
    }

    @Test
    void newThingsComeInWhole() {
        Change.AddSource second = Material.addSource("Second report", "Words of the second. A camp stands in Ельск.\n");
        Quote quote = Material.quote(second.capture(), second.content().text(), "A camp stands");
        Claim quoting = Material.quoting(Material.bare("Seen again"), List.of(quote), List.of("camp", "rail"));
        state(mine(), camp, "Only mine");
        mine().apply(new Change.AddClaim(Material.bare("Mine, number 3")));
        theirs().apply(second);
        theirs().apply(new Change.AddClaim(quoting));
        theirs().apply(new Change.AddRelation(
                new Relation(0, UUID.randomUUID(), quoting.uuid(), Relation.Kind.SUPPORTS, camp.uuid())));
        String before = content(mine());

        Merged merged = merge();

        assertEquals(4, merged.added());
        assertEquals(1, merged.older());
        assertEquals(0, merged.conflicts());
        Claim here = claim(mine(), quoting.uuid());
        assertEquals(4, here.id());
        assertEquals(List.of("camp", "rail"), here.tags());
        assertEquals("A camp stands", here.quotes().getFirst().exact());
        assertEquals("Only mine", statement(mine(), camp));
        try (Snapshot snapshot = mine().snapshot()) {
            assertArrayEquals(
                    second.content().bytes(), snapshot.bytes(second.capture().uuid()));
            assertEquals(second.content().text(), snapshot.text(second.capture().uuid()));
            assertEquals(2, snapshot.relations().size());
            assertEquals(1, snapshot.claims(ClaimQuery.search("again")).size());
        }
        assertMergedForGood();
        assertEquals("Merge \"Rail\"", mine().nextUndo().orElseThrow().summary());
        mine().undo();
        assertEquals(before, content(mine()));
        mine().redo();
        assertMergedForGood();
        mine().undo();
        assertEquals(4, merge().added(), "what was taken back comes in again");
    }

    @Test
    void whatChangedOnlyThereIsTakenOver() {
        state(theirs(), camp, "A training camp");
        state(theirs(), camp, "A training camp near Yelsk");
        theirs().apply(new Change.EditSource(titled(report.source(), "A better title")));
        Merged merged = merge();
        assertEquals(2, merged.takenOver());
        assertEquals("A training camp near Yelsk", statement(mine(), camp));
        assertEquals(2, claim(mine(), camp.uuid()).id());
        assertMergedForGood();
    }

    private static Source titled(Source source, String title) {
        return new Source(
                0,
                source.uuid(),
                title,
                source.publisher(),
                source.author(),
                source.url(),
                source.published(),
                source.language(),
                source.reliability(),
                source.relays());
    }

    @Test
    void whatChangedOnlyHereStays() {
        state(mine(), camp, "Mine");
        Merged merged = merge();
        assertEquals(1, merged.older());
        assertEquals("Mine", statement(mine(), camp));
        assertMergedForGood();
    }

    @Test
    void whatChangedInTheSameWayIsEqual() {
        state(mine(), camp, "Both");
        state(theirs(), camp, "Both");
        assertMergedForGood();
    }

    @Test
    void conflictingEditsAreBothKeptUntilDecided() {
        state(mine(), camp, "Mine");
        state(theirs(), camp, "Theirs");
        assertEquals(1, merge().conflicts());
        assertEquals("Mine", statement(mine(), camp));
        OpenConflict open = mine().conflicts().getFirst();
        assertEquals(2, open.number());
        assertEquals(
                List.of(new FieldDifference("statement", Optional.of("Mine"), Optional.of("Theirs"))),
                open.differences());
        assertMergedForGood();
        assertEquals(1, merge().open());
    }

    @Test
    void takingTheirsIsOneStepThatCanBeTakenBack() {
        state(mine(), camp, "Mine");
        state(theirs(), camp, "Theirs");
        merge();
        mine().apply(new Change.Decide(mine().conflicts().getFirst().conflict().uuid(), Conflict.Side.THEIRS));
        assertEquals("Theirs", statement(mine(), camp));
        assertEquals(2, claim(mine(), camp.uuid()).id());
        assertEquals(List.of(), mine().conflicts());
        assertMergedForGood();
        reopenMine();
        mine().undo();
        assertEquals("Mine", statement(mine(), camp));
        assertEquals(1, mine().conflicts().size());
        assertMergedForGood();
        mine().redo();
        assertEquals("Theirs", statement(mine(), camp));
        assertEquals(List.of(), mine().conflicts());
        assertMergedForGood();
    }

    private void reopenMine() {
        mine().close();
        mine = Optional.of(Board.open(minePath, Board.Mode.WRITE));
    }

    @Test
    void keepingMineIsRememberedAndTravelsBack() {
        state(mine(), camp, "Mine");
        state(theirs(), camp, "Theirs");
        merge();
        Change.Decide decide =
                new Change.Decide(mine().conflicts().getFirst().conflict().uuid(), Conflict.Side.MINE);
        mine().apply(decide);
        assertThrows(DomainException.class, () -> mine().apply(decide));
        assertEquals("Mine", statement(mine(), camp));
        assertMergedForGood();
        Merged back = theirs().merge(mine(), PROGRESS);
        assertEquals(1, back.takenOver());
        assertEquals(0, back.conflicts());
        assertEquals("Mine", statement(theirs(), camp));
        content(theirs());
        assertMergedForGood();
    }

    private static void edit(Board board, Claim claim, UnaryOperator<Claim> change) {
        board.apply(new Change.EditClaim(change.apply(claim(board, claim.uuid()))));
    }

    @Test
    void fieldsThatOneSideHasChangedAreJoinedWithoutAQuestion() {
        edit(mine(), full, c -> c.withNotes("Seen by day").withTags(List.of("mine")));
        edit(theirs(), full, c -> c.withClaimant(Optional.of("A ministry")).withTags(List.of("rail", "theirs")));
        String before = content(mine());
        Merged merged = merge();
        assertEquals(0, merged.conflicts() + merged.open());
        assertEquals(1, merged.takenOver());
        Claim joined = claim(mine(), full.uuid());
        assertEquals("Seen by day", joined.notes());
        assertEquals(Optional.of("A ministry"), joined.claimant());
        assertEquals(full.quotes().size(), joined.quotes().size());
        assertTrue(
                joined.tags().containsAll(List.of("mine", "theirs")),
                joined.tags().toString());
        assertMergedForGood();
        mine().undo();
        assertEquals(before, content(mine()));
        mine().redo();
        assertMergedForGood();
        Merged back = theirs().merge(mine(), PROGRESS);
        assertEquals(1, back.takenOver());
        assertEquals(joined, claim(theirs(), full.uuid()));
        assertMergedForGood();
    }

    @Test
    void whatWasJoinedAndThenTakenBackByHandDoesNotComeAgain() {
        edit(mine(), camp, c -> c.withNotes("Mine"));
        edit(theirs(), camp, c -> c.withClaimant(Optional.of("Theirs")));
        merge();
        edit(mine(), camp, c -> c.withClaimant(Optional.empty()));
        assertMergedForGood();
        edit(theirs(), camp, c -> c.withTags(List.of("later")));
        assertEquals(1, merge().takenOver());
        assertEquals(Optional.empty(), claim(mine(), camp.uuid()).claimant());
        assertEquals(List.of("later"), claim(mine(), camp.uuid()).tags());
    }

    @Test
    void onlyWhatBothHaveChangedIsAsked() {
        edit(mine(), camp, c -> c.withStatement("Mine").withNotes("Only mine"));
        edit(theirs(), camp, c -> c.withStatement("Theirs").withClaimant(Optional.of("Only theirs")));
        assertEquals(1, merge().conflicts());
        assertEquals(Optional.of("Only theirs"), claim(mine(), camp.uuid()).claimant());
        OpenConflict open = mine().conflicts().getFirst();
        assertEquals(List.of("statement"), open.fields());
        assertMergedForGood();
        mine().apply(new Change.Decide(open.conflict().uuid(), Conflict.Side.THEIRS));
        Claim decided = claim(mine(), camp.uuid());
        assertEquals("Theirs", decided.statement());
        assertEquals("Only mine", decided.notes(), "what was not asked about stays");
        assertMergedForGood();
        assertEquals(1, theirs().merge(mine(), PROGRESS).takenOver());
        assertEquals(decided, claim(theirs(), camp.uuid()));
    }

    @Test
    void eachFieldCanBeDecidedByItself() {
        edit(mine(), camp, c -> c.withStatement("Mine").withNotes("Mine"));
        edit(theirs(), camp, c -> c.withStatement("Theirs").withNotes("Theirs"));
        merge();
        UUID conflict = mine().conflicts().getFirst().conflict().uuid();
        DomainException refused = assertThrows(
                DomainException.class,
                () -> mine().apply(new Change.Decide(conflict, Conflict.Side.MINE, Set.of("claimant"))));
        assertTrue(refused.getMessage().contains("it is about notes, statement"), refused.getMessage());
        mine().apply(new Change.Decide(conflict, Conflict.Side.MINE, Set.of("notes")));
        assertEquals("Mine", statement(mine(), camp));
        assertEquals("Theirs", claim(mine(), camp.uuid()).notes());
        assertEquals(List.of(), mine().conflicts());
        assertMergedForGood();
        mine().undo();
        assertEquals(
                List.of("notes", "statement"), mine().conflicts().getFirst().fields());
        mine().apply(new Change.Decide(conflict, Conflict.Side.THEIRS, Set.of("notes")));
        assertEquals("Theirs", statement(mine(), camp));
        assertEquals("Mine", claim(mine(), camp.uuid()).notes());
        assertMergedForGood();
    }

    @Test
    void aJudgementIsNotCarriedOverToOtherWords() {
        edit(mine(), camp, c -> c.withStatement("Two camps"));
        edit(theirs(), camp, c -> c.withStatus(Status.CORROBORATED));
        assertEquals(1, merge().conflicts());
        assertEquals(Status.UNVERIFIED, claim(mine(), camp.uuid()).status());
        assertEquals(List.of("status"), mine().conflicts().getFirst().fields());
        assertMergedForGood();
        assertEquals(1, theirs().merge(mine(), PROGRESS).conflicts());
        assertEquals("Two camps", statement(theirs(), camp));
        assertEquals(List.of("status"), theirs().conflicts().getFirst().fields());
    }

    @Test
    void quotesThatStandAsTheyWereAskNothing() {
        Quote further = Material.quote(report.capture(), Material.TEXT, "Ельск");
        edit(mine(), full, c -> c.withNotes("Seen by day"));
        edit(theirs(), full, c -> c.withStatus(Status.DISPUTED).plusQuote(further));
        assertEquals(0, merge().open());
        Claim joined = claim(mine(), full.uuid());
        assertEquals(Status.DISPUTED, joined.status());
        assertEquals("Seen by day", joined.notes());
        assertEquals(further.uuid(), joined.quotes().getLast().uuid());
        assertMergedForGood();
    }

    @Test
    void quotesOfBothSidesAreJoined() {
        Quote here = Material.quote(report.capture(), Material.TEXT, "Ельск");
        Quote there = Material.quote(report.capture(), Material.TEXT, Material.TEXT.substring(0, 5));
        UUID first = full.quotes().getFirst().uuid();
        edit(mine(), full, c -> c.plusQuote(here));
        edit(
                theirs(),
                full,
                c -> c.withQuotes(c.quotes().stream()
                                .filter(quote -> !quote.uuid().equals(first))
                                .toList())
                        .plusQuote(there));
        assertEquals(0, merge().open());
        List<UUID> wanted = Stream.concat(
                        full.quotes().stream().map(Quote::uuid).filter(uuid -> !uuid.equals(first)),
                        Stream.of(here.uuid(), there.uuid()))
                .toList();
        assertEquals(
                wanted,
                claim(mine(), full.uuid()).quotes().stream().map(Quote::uuid).toList());
        assertMergedForGood();
    }

    @Test
    void conflictsOfAnOlderBoardStayAsTheyAre() {
        edit(mine(), camp, c -> c.withNotes("Seen again"));
        theirs().apply(new Change.RemoveClaim(camp.uuid(), "Wrong"));
        merge();
        Conflict before = mine().conflicts().getFirst().conflict();
        mine().close();
        String columns =
                "id, uuid, entity, entity_uuid, board_uuid, board_title, theirs, found_at, decided, decided_at";
        try (Database other = Connections.writing(minePath)) {
            other.execute("CREATE TABLE kept AS SELECT " + columns + " FROM conflict");
            other.execute("DROP TABLE conflict");
            Schema.made("migrate-2.sql").values().forEach(other::execute);
            other.execute("INSERT INTO conflict (" + columns + ") SELECT " + columns + " FROM kept");
            other.execute("UPDATE sqlite_sequence SET seq = 7 WHERE name = 'conflict'");
            other.execute("DROP TABLE kept");
            other.execute("UPDATE board SET schema_version = 5");
        }
        try (Board board = Board.open(minePath, Board.Mode.READ)) {
            assertEquals(List.of(), board.verify().problems());
            assertEquals(before, board.conflicts().getFirst().conflict());
        }
        reopenMine();
        content(mine());
        assertEquals(before, mine().conflicts().getFirst().conflict());
        state(mine(), full, "Mine");
        state(theirs(), full, "Theirs");
        merge();
        assertEquals(8, mine().conflicts().getLast().conflict().id(), "a number is not given twice");
    }

    @Test
    void whatOneSideMovedToTheTrashAndTheOtherChangedIsAskedWhole() {
        edit(mine(), camp, c -> c.withNotes("Seen again"));
        theirs().apply(new Change.RemoveClaim(camp.uuid(), "Wrong"));
        assertEquals(1, merge().conflicts());
        assertFalse(claim(mine(), camp.uuid()).isRemoved());
        assertTrue(mine().conflicts().getFirst().fields().contains("removed"));
        assertMergedForGood();
    }

    @Test
    void aConflictThatTheOtherSideHasDecidedIsClosedHere() {
        state(mine(), camp, "Mine");
        state(theirs(), camp, "Theirs");
        merge();
        theirs().merge(mine(), PROGRESS);
        OpenConflict there = theirs().conflicts().getFirst();
        theirs().apply(new Change.Decide(there.conflict().uuid(), Conflict.Side.MINE));
        assertEquals(0, merge().open());
        assertEquals("Theirs", statement(mine(), camp));
        assertMergedForGood();
    }

    @Test
    void wordsOfTwoOtherBoardsAreBothKept() throws IOException {
        theirs().close();
        Path thirdPath = folder.resolve("third.gpkg");
        Files.copy(theirsPath, thirdPath);
        theirs = Optional.of(Board.open(theirsPath, Board.Mode.WRITE));
        state(mine(), camp, "Mine");
        state(theirs(), camp, "Theirs");
        merge();
        try (Board third = Board.open(thirdPath, Board.Mode.WRITE)) {
            state(third, camp, "A third");
            assertEquals(2, mine().merge(third, PROGRESS).open());
        }
        assertMergedForGood();
        assertEquals(2, mine().conflicts().size());
    }

    @Test
    void laterWordsAreComparedWithThoseJoinedBefore() {
        edit(mine(), camp, c -> c.withStatement("Mine"));
        edit(theirs(), camp, c -> c.withStatement("Theirs").withNotes("Once"));
        merge();
        edit(theirs(), camp, c -> c.withNotes("Twice"));
        assertEquals(1, merge().conflicts());
        assertEquals("Twice", claim(mine(), camp.uuid()).notes());
        assertEquals(List.of("statement"), mine().conflicts().getFirst().fields());
        assertMergedForGood();
        edit(theirs(), camp, c -> c.withStatement(camp.statement()));
        assertEquals(0, merge().open(), "theirs went back to what both knew");
        assertEquals("Mine", statement(mine(), camp));
        assertMergedForGood();
    }

    @Test
    void aNewerWordOfTheSameBoardTakesThePlaceOfItsEarlierOne() {
        state(mine(), camp, "Mine");
        state(theirs(), camp, "Theirs");
        merge();
        state(theirs(), camp, "Theirs, later");
        assertEquals(1, merge().conflicts());
        assertEquals(1, mine().conflicts().size());
        assertEquals(
                Optional.of("Theirs, later"),
                mine().conflicts().getFirst().differences().getFirst().after());
        assertMergedForGood();
        mine().undo();
        assertEquals(
                Optional.of("Theirs"),
                mine().conflicts().getFirst().differences().getFirst().after());
        content(mine());
    }

    @Test
    void theTrashIsTakenOver() {
        theirs().apply(new Change.RemoveClaim(camp.uuid(), "Not there"));
        theirs().apply(new Change.RemoveClaim(full.uuid(), "Neither"));
        theirs().apply(new Change.RemoveSource(report.source().uuid(), "Empty"));
        assertEquals(3, merge().takenOver());
        assertEquals(
                "Not there", claim(mine(), camp.uuid()).removed().orElseThrow().reason());
        try (Snapshot snapshot = mine().snapshot()) {
            assertEquals(List.of(), snapshot.sources());
        }
        assertMergedForGood();
    }

    @Test
    void aSourceThatIsQuotedHereDoesNotGoToTheTrash() {
        theirs().apply(new Change.RemoveClaim(full.uuid(), "Wrong"));
        theirs().apply(new Change.RemoveSource(report.source().uuid(), "Empty"));
        Quote quote = Material.quote(report.capture(), Material.TEXT, "Ельск");
        mine().apply(new Change.AddClaim(Material.quoting(Material.bare("Mine"), List.of(quote), List.of())));
        merge();
        try (Snapshot snapshot = mine().snapshot()) {
            assertEquals(1, snapshot.sources().size());
        }
        OpenConflict open = mine().conflicts().getFirst();
        assertEquals("source", open.conflict().entity());
        Change.Decide theirWay = new Change.Decide(open.conflict().uuid(), Conflict.Side.THEIRS);
        DomainException refused = assertThrows(DomainException.class, () -> mine().apply(theirWay));
        assertTrue(refused.getMessage().contains("is quoted by claims here"), refused.getMessage());
        assertMergedForGood();
    }

    @Test
    void aClaimThatComesInBringsItsSourceBackFromTheTrash() {
        mine().apply(new Change.RemoveClaim(full.uuid(), "Wrong"));
        mine().apply(new Change.RemoveSource(report.source().uuid(), "Empty"));
        Quote quote = Material.quote(report.capture(), Material.TEXT, "Ельск");
        theirs().apply(new Change.AddClaim(Material.quoting(Material.bare("New"), List.of(quote), List.of())));
        merge();
        try (Snapshot snapshot = mine().snapshot()) {
            assertEquals(1, snapshot.sources().size());
        }
        assertMergedForGood();
    }

    @Test
    void aRelationThatWasRemovedStaysRemoved() {
        mine().apply(new Change.RemoveRelation(relation.uuid()));
        assertEquals(1, merge().older());
        assertMergedForGood();
        Merged back = theirs().merge(mine(), PROGRESS);
        assertEquals(1, back.takenOver());
        try (Snapshot snapshot = theirs().snapshot()) {
            assertEquals(List.of(), snapshot.relations());
        }
        content(theirs());
    }

    @Test
    void theSameBytesCapturedInBothBoardsAreOneCapture() {
        String text = "A second capture of the same page.\n";
        var content = Material.content(text);
        var here = Material.capture(report.source().uuid(), content);
        var there = Material.capture(report.source().uuid(), content);
        mine().apply(new Change.AddCapture(here, content));
        theirs().apply(new Change.AddCapture(there, content));
        Claim quoting = Material.quoting(
                Material.bare("Quoting"), List.of(Material.quote(there, text, "second capture")), List.of());
        theirs().apply(new Change.AddClaim(quoting));
        assertEquals(1, merge().added());
        assertEquals(
                here.uuid(), claim(mine(), quoting.uuid()).quotes().getFirst().capture());
        assertMergedForGood();
        state(theirs(), quoting, "Quoting otherwise");
        assertEquals(1, merge().takenOver());
        assertEquals("Quoting otherwise", statement(mine(), quoting));
        assertMergedForGood();
    }

    @Test
    void sourcesThatRelayEachOtherInACircleComeIn() {
        Change.AddSource one = Material.addSource("One", "One text.");
        Change.AddSource two = Material.addSource("Two", "Two text.");
        theirs().apply(one);
        theirs().apply(two);
        theirs().apply(new Change.EditSource(relaying(one.source(), two.source())));
        theirs().apply(new Change.EditSource(relaying(two.source(), one.source())));
        assertEquals(4, merge().added());
        try (Snapshot snapshot = mine().snapshot()) {
            assertEquals(
                    Optional.of(two.source().uuid()),
                    snapshot.source(one.source().uuid()).orElseThrow().relays());
            assertEquals(
                    Optional.of(one.source().uuid()),
                    snapshot.source(two.source().uuid()).orElseThrow().relays());
        }
        assertMergedForGood();
    }

    private static Source relaying(Source source, Source relayed) {
        return new Source(
                0,
                source.uuid(),
                source.title(),
                source.publisher(),
                source.author(),
                source.url(),
                source.published(),
                source.language(),
                source.reliability(),
                Optional.of(relayed.uuid()));
    }

    @Test
    void aBoardIsNotMergedIntoItself() throws IOException {
        try (Board same = Board.open(minePath, Board.Mode.READ)) {
            DomainException refused = assertThrows(DomainException.class, () -> mine().merge(same, PROGRESS));
            assertTrue(refused.getMessage().contains("into itself"), refused.getMessage());
        }
    }

    @Test
    void aBoardOfAnOlderVersionIsMergedAsItLies() throws IOException {
        Path old = folder.resolve("old.gpkg");
        OldBoard.write(old);
        byte[] before = Files.readAllBytes(old);
        try (Board other = Board.open(old, Board.Mode.READ)) {
            assertEquals(6, mine().merge(other, PROGRESS).added());
            assertEquals(Optional.empty(), mine().merge(other, PROGRESS).line());
        }
        assertArrayEquals(before, Files.readAllBytes(old));
        content(mine());
    }

    @Test
    void aNewerBoardIsNotMerged() {
        theirs().close();
        try (Database other = Connections.writing(theirsPath)) {
            other.execute("UPDATE board SET schema_version = " + (Schema.VERSION + 1));
        }
        assertRefused("newer version");
    }

    @Test
    void anAlteredCaptureOfTheOtherBoardIsRefused() {
        Change.AddSource second = Material.addSource("Second report", "Words of the second.\n");
        theirs().apply(second);
        theirs().close();
        try (Database other = Connections.writing(theirsPath)) {
            other.execute("UPDATE capture_text SET content = 'Other words of the.  ' WHERE id = 2");
        }
        assertRefused("not the one extracted");
    }

    @Test
    void aDamagedBoardIsRefusedAndThisOneCanStillBeWritten() throws IOException {
        for (int i = 0; i < 200; i++) {
            theirs().apply(new Change.AddClaim(Material.bare("Filling " + i + " " + "words ".repeat(100))));
        }
        theirs().close();
        byte[] bytes = Files.readAllBytes(theirsPath);
        Random random = new Random(3);
        for (int i = bytes.length * 3 / 5; i < bytes.length * 9 / 10; i++) { // behind the tables' definitions
            bytes[i] = (byte) random.nextInt();
        }
        Files.write(theirsPath, bytes);
        assertRefused(".");
    }

    private void assertRefused(String words) {
        String before = content(mine());
        try (Board other = Board.open(theirsPath, Board.Mode.READ)) {
            DomainException refused = assertThrows(DomainException.class, () -> mine().merge(other, PROGRESS));
            assertTrue(refused.getMessage().contains(words), refused.getMessage());
        }
        assertEquals(before, content(mine()));
        assertFalse(mine().readOnlyReason().isPresent());
        state(mine(), camp, "Still written");
    }

    @Test
    void aCancelledMergeLeavesOnlyALine() {
        Stream.of("One", "Two", "Three").forEach(s -> theirs().apply(new Change.AddClaim(Material.bare(s))));
        String before = content(mine());
        int[] checks = {0};
        Jobs.Progress impatient = new Jobs.Progress() {
            @Override
            public void report(double done, String step) {}

            @Override
            public boolean cancelled() {
                return checks[0] > 9;
            }

            @Override
            public void check() {
                if (++checks[0] > 9) {
                    throw new CancellationException();
                }
            }
        };
        assertThrows(CancellationException.class, () -> mine().merge(theirs(), impatient));
        assertEquals(before, content(mine()));
        assertEquals(3, merge().added());
    }

    @Test
    void anAlteredConflictIsNamedByVerify() {
        state(mine(), camp, "Mine");
        state(theirs(), camp, "Theirs");
        merge();
        mine().close();
        try (Database other = Connections.writing(minePath)) {
            other.execute("UPDATE conflict SET theirs = replace(theirs, 'Theirs', 'Mixed')");
        }
        try (Board board = Board.open(minePath, Board.Mode.READ)) {
            Verification.Problem problem = board.verify().problems().getFirst();
            assertEquals("edited-outside", problem.kind());
            assertEquals("conflict", problem.entity());
            assertEquals(Optional.of(1L), problem.id());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void whateverHappenedOnBothSidesMergingIsOneActAndSettles(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 3; round++) {
            for (int step = 0; step < 25; step++) {
                act(random.nextBoolean() ? mine() : theirs(), random);
            }
            String before = content(mine());
            Merged merged = merge();
            assertMergedForGood();
            if (merged.line().isPresent()) {
                String after = content(mine());
                mine().undo();
                assertEquals(before, content(mine()));
                mine().redo();
                assertEquals(after, content(mine()));
                assertNotEquals(before, after);
            }
            for (OpenConflict open : mine().conflicts()) {
                Set<String> except = random.nextBoolean() || open.fields().contains("removed")
                        ? Set.of()
                        : Set.of(open.fields().getFirst());
                mine().apply(new Change.Decide(
                        open.conflict().uuid(),
                        random.nextBoolean() ? Conflict.Side.MINE : Conflict.Side.THEIRS,
                        except));
            }
            assertMergedForGood();
            theirs().merge(mine(), PROGRESS);
            assertEquals(List.of(), theirs().conflicts(), "every conflict was decided on the other side");
            assertEquals(claims(mine()), claims(theirs()));
        }
    }

    /** As images without keys. */
    private static List<String> claims(Board board) {
        try (Snapshot snapshot = board.snapshot()) {
            return snapshot.claims(ClaimQuery.ALL).stream()
                    .map(claim -> SharedImage.withoutKeys(ClaimImage.write(claim), Map.of()))
                    .sorted()
                    .toList();
        }
    }

    private static <T> T any(T[] values, Random random) {
        return values[random.nextInt(values.length)];
    }

    private void act(Board board, Random random) {
        List<Claim> claims;
        try (Snapshot snapshot = board.snapshot()) {
            claims = snapshot.claims(ClaimQuery.ALL);
        }
        Optional<Claim> any =
                claims.isEmpty() ? Optional.empty() : Optional.of(claims.get(random.nextInt(claims.size())));
        switch (random.nextInt(8)) {
            case 0 -> board.apply(new Change.AddClaim(Material.bare("New " + random.nextInt())));
            case 1 -> any.ifPresent(c -> board.apply(new Change.RemoveClaim(c.uuid(), "because")));
            case 2 -> any.ifPresent(c -> edit(board, c, d -> d.withNotes("Noted " + random.nextInt(3))));
            case 3 -> any.ifPresent(c -> edit(board, c, d -> d.withTags(List.of("tag" + random.nextInt(3)))));
            case 4 -> any.ifPresent(c -> edit(board, c, d -> d.withStatus(any(Status.values(), random))));
            default -> any.ifPresent(c -> state(board, c, "Said " + random.nextInt(1000)));
        }
    }
}
