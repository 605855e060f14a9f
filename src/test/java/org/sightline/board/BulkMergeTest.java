package org.sightline.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sightline.DomainException;
import org.sightline.claim.Claim;
import org.sightline.claim.Relation;
import org.sightline.jobs.Jobs;
import org.sightline.source.Capture;
import org.sightline.source.CapturedText;
import org.sightline.source.Quote;
import org.sightline.source.Source;

/** A merge of many new things leaves what the same changes leave that are applied one by one. */
class BulkMergeTest {
    private static final UUID IDENTITY = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T10:00:00Z"), ZoneOffset.UTC);
    private static final int MANY = 600; // more than what is applied one by one in any case

    @TempDir
    Path folder;

    private Board board(String name) {
        return Board.create(folder.resolve(name), "Rail", CLOCK, IDENTITY);
    }

    private Board copy(Path file, String name) throws IOException {
        return Board.open(Files.copy(file, folder.resolve(name)), Board.Mode.WRITE, CLOCK);
    }

    private static Merged merge(Board into, Board other) {
        return into.merge(other, Jobs.Progress.SILENT);
    }

    /** Applies what a merge would hand out, each change by itself. */
    private static void mergeOneByOne(Board into, Board other, Predicate<Change> wanted) {
        try (SnapshotReader here = (SnapshotReader) into.snapshot();
                SnapshotReader there = (SnapshotReader) other.snapshot()) {
            List<Change> changes = new ArrayList<>();
            new Merge(here, there, Jobs.Progress.SILENT).changes().forEachRemaining(change -> {
                if (wanted.test(change)) {
                    changes.add(change);
                }
            });
            into.apply(new Change.Together("one by one", changes));
        }
    }

    private static String sound(Board board) {
        Verification verification = board.verify();
        assertEquals(List.of(), verification.problems());
        try (SnapshotReader snapshot = (SnapshotReader) board.snapshot()) {
            assertEquals(
                    List.of("ok"),
                    snapshot.database()
                            .list("SELECT rtreecheck('rtree_claim_geometry') AS found", row -> row.text("found")));
        }
        return verification.boardSha256();
    }

    /** What the last line changed; a conflict has another identity each time. */
    private static List<EntityChange> lastImages(Board board) {
        return board.images(lines(board), Integer.MAX_VALUE).stream()
                .filter(image -> !image.entity().equals("conflict"))
                .toList();
    }

    private static List<String> things(Board board) {
        try (SnapshotReader snapshot = (SnapshotReader) board.snapshot()) {
            BoardReader reader = new BoardReader(snapshot.database());
            List<String> things = new ArrayList<>();
            reader.sources("").forEach(source -> things.add(SourceImage.write(source)));
            reader.captures("").forEach(capture -> things.add(SourceImage.write(capture)));
            reader.claims("1", (row, claim) -> things.add(ClaimImage.write(claim.get())));
            reader.relations("").forEach(relation -> things.add(SourceImage.write(relation)));
            ConflictTable.all(snapshot.database()).forEach(conflict -> things.add(conflict.theirs()));
            return things;
        }
    }

    private static long lines(Board board) {
        return board.log(1).getFirst().sequence();
    }

    private static List<String> found(Board board, String words) {
        try (Snapshot snapshot = board.snapshot()) {
            return Stream.concat(
                            snapshot.claims(ClaimQuery.search(words)).stream().map(claim -> claim.id() + ""),
                            snapshot.sources(words).stream().map(Source::title))
                    .sorted()
                    .toList();
        }
    }

    /** Merges in both ways and holds the boards against each other. */
    private static void assertBothWaysAreTheSame(Board one, Board bulk, Board other) {
        String before = sound(bulk);
        long lines = lines(bulk);
        assertEquals(before, sound(one));
        mergeOneByOne(one, other, change -> true);
        merge(bulk, other);
        String after = sound(bulk);
        sound(one);
        assertEquals(things(one), things(bulk));
        assertEquals(lines + 1, lines(bulk));
        assertEquals(lastImages(one), lastImages(bulk));
        for (String words : List.of("tanks", "Yelsk", "мост", "T-72A", "Source", "elsk", "retitled", "seen")) {
            assertEquals(found(one, words), found(bulk, words), words);
        }
        bulk.undo();
        assertEquals(before, sound(bulk));
        bulk.redo();
        assertEquals(after, sound(bulk));
        assertEquals(Optional.empty(), merge(bulk, other).line());
        assertEquals(after, sound(bulk));
    }

    /** Sources that relay each other, captures that share bytes, claims with quotes, some of all in the trash. */
    private static final class Filling {
        private final Random random;
        private final List<Change.AddSource> sources = new ArrayList<>();
        private final List<Capture> captures = new ArrayList<>();
        private final List<Claim> claims = new ArrayList<>();

        private Filling(long seed) {
            random = new Random(seed);
        }

        private void fill(Board board, int newSources, int newClaims) {
            List<Change> changes = new ArrayList<>();
            for (int i = 0; i < newSources; i++) {
                changes.add(source());
            }
            for (int i = 0; i < newSources / 5; i++) {
                changes.add(capture(any(sources).source().uuid(), "Seen again, " + sources.size() + "/" + i + ".\n"));
            }
            for (int i = 0; i < newClaims; i++) {
                changes.add(new Change.AddClaim(claim()));
            }
            board.applyAll("Fill", changes.iterator(), done -> {});
        }

        private Change source() {
            Source source = Material.source("Source " + sources.size());
            if (!sources.isEmpty() && random.nextInt(4) == 0) {
                source = source.withRelays(Optional.of(any(sources).source().uuid()));
            }
            CapturedText content = Material.content(Material.TEXT + "words ".repeat(random.nextInt(20)));
            Change.AddSource add = new Change.AddSource(source, Material.capture(source.uuid(), content), content);
            sources.add(add);
            captures.add(add.capture());
            return add;
        }

        private Change capture(UUID source, String more) {
            CapturedText content = Material.content(Material.TEXT + more);
            captures.add(Material.capture(source, content));
            return new Change.AddCapture(captures.getLast(), content);
        }

        private Claim claim() {
            List<Quote> quotes = new ArrayList<>();
            for (int i = random.nextInt(3); i > 0; i--) {
                Quote quote = Material.quote(any(captures), Material.TEXT, random.nextBoolean() ? "T-72A" : "Ельск");
                boolean relaying = random.nextInt(3) == 0;
                quotes.add(
                        relaying
                                ? quote.withRelays(
                                        Optional.of(any(sources).source().uuid()))
                                : quote);
            }
            Claim claim = new RandomClaims(random).claim(claims.size()).withQuotes(quotes);
            claim = random.nextInt(4) == 0 ? claim.withTags(List.of("tag " + random.nextInt(5), "rail")) : claim;
            claim = random.nextInt(9) == 0 ? Material.full(any(captures), Material.TEXT) : claim;
            claims.add(claim);
            return claim;
        }

        private <T> T any(List<T> things) {
            return things.get(random.nextInt(things.size()));
        }

        /** Moves claims to the trash and, with all that quote it, a source; some come back without their source. */
        private void discard(Board board, int some, int back) {
            for (int i = 0; i < some; i++) {
                claimsOf(board).stream()
                        .skip(random.nextInt(50))
                        .findFirst()
                        .ifPresent(claim -> board.apply(new Change.RemoveClaim(claim.uuid(), "because")));
            }
            for (int i = 0; i < back; i++) {
                Source source = sources.remove(random.nextInt(sources.size())).source();
                List<Claim> quoting = claimsOf(board).stream()
                        .filter(claim -> quotes(claim, source))
                        .toList();
                quoting.forEach(claim -> board.apply(new Change.RemoveClaim(claim.uuid(), "wrong")));
                board.apply(new Change.RemoveSource(source.uuid(), "withdrawn"));
                quoting.stream()
                        .filter(claim -> random.nextBoolean())
                        .forEach(claim -> board.apply(new Change.RestoreClaim(claim.uuid())));
            }
        }

        private boolean quotes(Claim claim, Source source) {
            List<UUID> its = captures.stream()
                    .filter(capture -> capture.source().equals(source.uuid()))
                    .map(Capture::uuid)
                    .toList();
            return claim.quotes().stream().anyMatch(quote -> its.contains(quote.capture()));
        }

        private static List<Claim> claimsOf(Board board) {
            try (Snapshot snapshot = board.snapshot()) {
                return snapshot.claims(ClaimQuery.ALL);
            }
        }
    }

    private static void relate(Board board, Claim from, Claim to) {
        board.apply(new Change.AddRelation(
                new Relation(0, UUID.randomUUID(), from.uuid(), Relation.Kind.SUPPORTS, to.uuid())));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void anEmptyBoardTakesAnotherOneWhole(long seed) {
        Filling filling = new Filling(seed);
        try (Board other = Board.create(folder.resolve("other.gpkg"), "Other");
                Board one = board("one.gpkg");
                Board bulk = board("bulk.gpkg")) {
            filling.fill(other, MANY, 2 * MANY);
            Source first = filling.sources.getFirst().source();
            Source last = filling.sources.getLast().source();
            other.apply(new Change.EditSource(last.withRelays(Optional.of(first.uuid()))));
            other.apply(new Change.EditSource(first.withRelays(Optional.of(last.uuid()))));
            filling.discard(other, 30, 5);
            List<Claim> claims = Filling.claimsOf(other);
            relate(other, claims.get(1), claims.get(7));
            assertBothWaysAreTheSame(one, bulk, other);
        }
    }

    @Test
    void aCopyThatWentOnTakesWhatBothHaveDone() throws IOException {
        Filling filling = new Filling(3);
        Path begun = folder.resolve("begun.gpkg");
        try (Board board = Board.create(begun, "Rail", CLOCK, IDENTITY)) {
            filling.fill(board, 100, 300);
            filling.discard(board, 10, 2);
        }
        try (Board other = copy(begun, "other.gpkg");
                Board one = copy(begun, "one.gpkg");
                Board bulk = copy(begun, "bulk.gpkg")) {
            other.apply(new Change.EditSource(filling.sources.get(1).source().withTitle("Retitled")));
            for (int round = 0; round < 2; round++) {
                filling.fill(other, MANY, MANY);
                Claim late = filling.claim();
                other.apply(new Change.AddClaim(late));
                filling.discard(other, 5, 2);
            }
            Claim known = Filling.claimsOf(one).get(20);
            other.apply(new Change.EditClaim(known.withStatement("Said otherwise")));
            Claim gone = Filling.claimsOf(one).get(30);
            other.apply(new Change.RemoveClaim(gone.uuid(), "gone there"));
            assertBothWaysAreTheSame(one, bulk, other);
        }
    }

    @Test
    void oneChangeBeforeManyNewOnesIsInTheSameLine() throws IOException {
        Filling filling = new Filling(12);
        Path begun = folder.resolve("begun.gpkg");
        try (Board board = Board.create(begun, "Rail", CLOCK, IDENTITY)) {
            filling.fill(board, 5, 5);
        }
        try (Board other = copy(begun, "other.gpkg");
                Board one = copy(begun, "one.gpkg");
                Board bulk = copy(begun, "bulk.gpkg")) {
            other.apply(new Change.EditSource(filling.sources.get(1).source().withTitle("Retitled")));
            filling.fill(other, 0, MANY);
            assertBothWaysAreTheSame(one, bulk, other);
        }
    }

    /** Claims of the other board that are also here, changed, so that they interrupt what is new. */
    @Test
    void whatIsNewAndWhatIsChangedInTurn() throws IOException {
        Filling filling = new Filling(4);
        Path begun = folder.resolve("begun.gpkg");
        try (Board board = Board.create(begun, "Rail", CLOCK, IDENTITY)) {
            filling.fill(board, 20, 10);
        }
        Path full = folder.resolve("full.gpkg");
        List<UUID> shared = new ArrayList<>();
        try (Board other = copy(begun, "full.gpkg")) {
            for (int run : new int[] {501, 3, 499, 500, 700}) {
                filling.fill(other, 10, run);
                shared.add(filling.claims.getLast().uuid());
            }
        }
        try (Board other = copy(full, "other.gpkg");
                Board one = copy(begun, "one.gpkg");
                Board bulk = copy(begun, "bulk.gpkg")) {
            for (UUID uuid : shared) { // they come alone, and are then changed there
                Claim claim = claim(other, uuid).orElseThrow();
                takeWithSources(one, other, claim);
                takeWithSources(bulk, other, claim);
                other.apply(new Change.EditClaim(claim.withStatement("Seen again by " + uuid)));
            }
            assertBothWaysAreTheSame(one, bulk, other);
        }
    }

    private static Optional<Claim> claim(Board board, UUID uuid) {
        try (Snapshot snapshot = board.snapshot()) {
            return snapshot.claim(uuid);
        }
    }

    private static void takeWithSources(Board board, Board other, Claim claim) {
        mergeOneByOne(
                board,
                other,
                change -> !(change instanceof Change.TakeClaim take)
                        || take.claim().uuid().equals(claim.uuid()));
    }

    @Test
    void aSourceThatLiesInTheTrashHereComesBackForAClaimInTheMidst() throws IOException {
        Filling filling = new Filling(5);
        Path begun = folder.resolve("begun.gpkg");
        try (Board board = Board.create(begun, "Rail", CLOCK, IDENTITY)) {
            filling.fill(board, 10, 0);
        }
        Change.AddSource gone = filling.sources.get(2);
        Change.AddSource stays = filling.sources.get(3);
        try (Board other = copy(begun, "other.gpkg")) {
            filling.sources.remove(gone);
            filling.sources.remove(stays);
            filling.captures.removeIf(capture -> List.of(gone, stays).stream()
                    .anyMatch(add -> add.source().uuid().equals(capture.source())));
            filling.fill(other, 10, MANY);
            CapturedText content = Material.content(Material.TEXT + "Captured again there.");
            Capture again = Material.capture(gone.source().uuid(), content);
            other.apply(new Change.AddCapture(again, content));
            other.apply(new Change.AddClaim(
                    Material.bare("Brings back").withQuotes(List.of(Material.quote(again, Material.TEXT, "T-72A")))));
            Claim discarded = Material.bare("Of no weight")
                    .withQuotes(List.of(Material.quote(stays.capture(), Material.TEXT, "T-72A")));
            other.apply(new Change.AddClaim(discarded));
            other.apply(new Change.RemoveClaim(discarded.uuid(), "wrong"));
            filling.fill(other, 10, MANY);
            try (Board one = copy(begun, "one.gpkg");
                    Board bulk = copy(begun, "bulk.gpkg")) {
                for (Board board : List.of(one, bulk)) {
                    board.apply(new Change.RemoveSource(gone.source().uuid(), "not needed"));
                    board.apply(new Change.RemoveSource(stays.source().uuid(), "not needed"));
                }
                assertBothWaysAreTheSame(one, bulk, other);
                try (Snapshot snapshot = bulk.snapshot()) {
                    assertEquals(
                            List.of(stays.source().uuid()),
                            snapshot.trashedSources().stream().map(Source::uuid).toList());
                }
            }
        }
    }

    @Test
    void conflictsAreKeptBesideWhatComesInBulk() throws IOException {
        Filling filling = new Filling(6);
        Path begun = folder.resolve("begun.gpkg");
        try (Board board = Board.create(begun, "Rail", CLOCK, IDENTITY)) {
            filling.fill(board, 20, 50);
        }
        try (Board other = copy(begun, "other.gpkg");
                Board mine = copy(begun, "mine.gpkg")) {
            filling.fill(other, MANY, MANY);
            Claim both = Filling.claimsOf(mine).get(10);
            mine.apply(new Change.EditClaim(both.withStatement("Mine")));
            other.apply(new Change.EditClaim(both.withStatement("Theirs")));
            Merged merged = merge(mine, other);
            assertEquals(1, merged.conflicts());
            assertEquals(3L * MANY + MANY / 5, merged.added());
            assertEquals(1, mine.conflicts().size());
            assertEquals("Mine", claim(mine, both.uuid()).orElseThrow().statement());
            sound(mine);
            assertEquals(Optional.empty(), merge(mine, other).line());
        }
    }

    @Test
    void blocksOfClaimsAreWrittenWithoutThoseInTheTrash() {
        try (Board other = Board.create(folder.resolve("other.gpkg"), "Other");
                Board mine = board("mine.gpkg")) {
            List<Change> claims = new ArrayList<>();
            RandomClaims random = new RandomClaims(new Random(7));
            for (int i = 0; i < ClaimColumns.BLOCK + 10; i++) {
                claims.add(new Change.AddClaim(random.claim(i)));
            }
            other.applyAll("Fill", claims.iterator(), done -> {});
            for (int i : new int[] {0, 17, ClaimColumns.BLOCK - 1, ClaimColumns.BLOCK}) {
                other.apply(new Change.RemoveClaim(
                        ((Change.AddClaim) claims.get(i)).claim().uuid(), "wrong"));
            }
            merge(mine, other);
            sound(mine);
            try (SnapshotReader snapshot = (SnapshotReader) mine.snapshot()) {
                assertEquals(List.of(0L), new ClaimBlocks(snapshot.database()).sound());
            }
        }
    }

    @Test
    void capturesKeepTheirFormAndLargeOnesComeAsWell() {
        try (Board other = Board.create(folder.resolve("other.gpkg"), "Other");
                Board mine = board("mine.gpkg")) {
            StringBuilder text = new StringBuilder(Material.TEXT);
            new Random(8).ints(500_000, 'a', 'z').forEach(c -> text.append((char) c));
            for (int i = 0; i < 20; i++) { // compressed, since they come by themselves
                other.apply(Material.addSource("Small " + i, Material.TEXT.repeat(20) + i));
            }
            List<Change> changes = new ArrayList<>();
            for (int i = 0; i < MANY; i++) {
                boolean large = i % 10 == 0; // 35 MB in all
                changes.add(Material.addSource("Many " + i, i + (large ? text.toString() : Material.TEXT)));
            }
            changes.add(300, Material.addSource("Largest", text.toString().repeat(9)));
            other.applyAll("Fill", changes.iterator(), done -> {});
            merge(mine, other);
            sound(mine);
            assertEquals(stored(other), stored(mine));
            assertTrue(stored(mine).stream().anyMatch(row -> row.startsWith("zlib")));
            assertEquals(Optional.empty(), merge(mine, other).line());
        }
    }

    private static List<String> stored(Board board) {
        try (SnapshotReader snapshot = (SnapshotReader) board.snapshot()) {
            return snapshot.database()
                    .list(
                            "SELECT encoding || ' ' || length(content) || ' ' || sha256 AS form FROM capture_bytes"
                                    + " ORDER BY form",
                            row -> row.text("form"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 900, 2_100, 2_700, 3_400, 4_000})
    void aMergeThatIsCancelledLeavesNoTraceButALine(int moment) {
        Filling filling = new Filling(9);
        try (Board other = Board.create(folder.resolve("other.gpkg"), "Other");
                Board mine = board("mine.gpkg")) {
            filling.fill(other, MANY, MANY);
            mine.apply(new Change.AddClaim(Material.at(Material.bare("Mine"), 3, 4)));
            String before = sound(mine);
            assertThrows(CancellationException.class, () -> mine.merge(other, new Impatient(moment)));
            assertEquals(before, sound(mine));
            assertEquals(3L * MANY + MANY / 5, merge(mine, other).added());
            sound(mine);
        }
    }

    /** Gives up when it is asked for the so-manieth time, by whichever thread. */
    private static final class Impatient implements Jobs.Progress {
        private final int moment;
        private int asked;

        private Impatient(int moment) {
            this.moment = moment;
        }

        @Override
        public void report(double done, String step) {}

        @Override
        public synchronized boolean cancelled() {
            return asked >= moment;
        }

        @Override
        public synchronized void check() {
            if (++asked >= moment) {
                throw new CancellationException();
            }
        }
    }

    @Test
    void aMergeThatFailsInTheMidstLeavesNoTraceButALine() {
        Filling filling = new Filling(10);
        Path path = folder.resolve("other.gpkg");
        try (Board other = Board.create(path, "Other")) {
            filling.fill(other, MANY, MANY);
        }
        try (Database database = Connections.writing(path)) {
            database.execute("UPDATE capture_text SET content = 'other words' WHERE id ="
                    + " (SELECT id FROM capture_text ORDER BY id DESC LIMIT 1)");
        }
        try (Board other = Board.open(path, Board.Mode.READ);
                Board mine = board("mine.gpkg")) {
            String before = sound(mine);
            DomainException refused = assertThrows(DomainException.class, () -> merge(mine, other));
            assertTrue(refused.getMessage().contains("not the one extracted"), refused.getMessage());
            assertEquals(before, sound(mine));
            assertTrue(mine.nextUndo().isEmpty());
            mine.apply(new Change.AddClaim(Material.bare("Still written")));
        }
    }

    /** Between the comparison and the transaction somebody else may have brought in the same thing. */
    @ParameterizedTest
    @ValueSource(strings = {"source", "capture", "claim"})
    void whatHasComeMeanwhileIsRefusedAndNothingIsChanged(String entity) {
        Filling filling = new Filling(11);
        try (Board other = Board.create(folder.resolve("other.gpkg"), "Other");
                Board mine = board("mine.gpkg")) {
            filling.fill(other, MANY, MANY);
            try (SnapshotReader here = (SnapshotReader) mine.snapshot();
                    SnapshotReader there = (SnapshotReader) other.snapshot()) {
                Iterator<Change> changes = new Merge(here, there, Jobs.Progress.SILENT).changes();
                Map<String, Change> meanwhile = Map.of(
                        "source", filling.sources.get(550),
                        "capture", Material.addSource("Another", Material.TEXT),
                        "claim", new Change.AddClaim(filling.claims.get(550).withQuotes(List.of())));
                Change first = Optional.ofNullable(meanwhile.get(entity)).orElseThrow();
                Capture taken = filling.captures.get(550);
                mine.apply(
                        first instanceof Change.AddSource add && entity.equals("capture")
                                ? new Change.AddSource(add.source(), as(add.capture(), taken.uuid()), add.content())
                                : first);
                String before = sound(mine);
                DomainException refused =
                        assertThrows(DomainException.class, () -> mine.applyAll("Merge", changes, done -> {}));
                assertTrue(refused.getMessage().contains("already"), refused.getMessage());
                assertEquals(before, sound(mine));
            }
            assertFalse(mine.readOnlyReason().isPresent());
        }
    }

    private static Capture as(Capture capture, UUID uuid) {
        return new Capture(
                0,
                uuid,
                capture.source(),
                capture.sha256(),
                capture.mediaType(),
                capture.charset(),
                capture.retrieved(),
                capture.bytes(),
                capture.textLength());
    }
}
