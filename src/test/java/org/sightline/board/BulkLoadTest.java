package org.sightline.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.sightline.DomainException;
import org.sightline.claim.Claim;
import org.sightline.claim.Place;
import org.sightline.claim.PlacePrecision;
import org.sightline.jobs.Jobs;
import org.sightline.source.Quote;

/** What is loaded in bulk is what would be there had each change been applied by itself. */
class BulkLoadTest {
    private static final int MANY = 2_000;
    private static final UUID IDENTITY = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T10:00:00Z"), ZoneOffset.UTC);
    private static final String[] WORDS = {
        "танк",
        "tanks",
        "rail",
        "Yelsk",
        "Ельск",
        "camp",
        "мост",
        "b\"ridge\\",
        "line\nend",
        "Минск",
        "𝔘",
        "naïve",
        "8"
    };

    @TempDir
    Path folder;

    private Board board(String name) {
        return Board.create(folder.resolve(name), "Rail", CLOCK, IDENTITY);
    }

    private static List<Change> additions(int count, Random random) {
        List<Change> changes = new ArrayList<>();
        List<Change.AddSource> sources = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            if (sources.isEmpty() || random.nextInt(10) == 0) {
                // the same text now and then: captures share their bytes
                sources.add(Material.addSource("Source " + i, Material.TEXT + random.nextInt(20)));
                changes.add(sources.getLast());
            } else {
                changes.add(new Change.AddClaim(claim(random, sources.get(random.nextInt(sources.size())))));
            }
        }
        return changes;
    }

    private static Claim claim(Random random, Change.AddSource source) {
        StringBuilder words = new StringBuilder("Claim");
        for (int i = random.nextInt(8); i >= 0; i--) {
            words.append(' ').append(WORDS[random.nextInt(WORDS.length)]);
        }
        String text = source.content().text();
        List<Quote> quotes = List.of(
                Material.quote(source.capture(), text, "T-72A"), Material.quote(source.capture(), text, "Ельск"));
        Claim claim = random.nextInt(5) == 0
                ? Material.full(source.capture(), text)
                : Material.bare(words.toString()).withQuotes(quotes.subList(0, random.nextInt(3)));
        return switch (random.nextInt(4)) {
            case 0 -> claim;
            case 1 ->
                Material.placed(
                        claim,
                        Place.area(
                                "field",
                                Material.GEOMETRY.toGeometry(
                                        new Envelope(10, 10 + random.nextDouble(), 50, 50 + random.nextDouble())),
                                PlacePrecision.DISTRICT));
            default ->
                Material.at(claim, random.nextDouble() * 360 - 180, random.nextDouble() * 180 - 90)
                        .withTags(random.nextInt(3) == 0 ? List.of("tag " + random.nextInt(4)) : List.of());
        };
    }

    private static void oneByOne(Board board, List<Change> changes) {
        changes.forEach(board::apply);
    }

    private static void inBulk(Board board, List<Change> changes) {
        board.applyAll("Import", changes.iterator(), done -> {});
    }

    private static void assertSound(Board board) {
        assertEquals(List.of(), board.verify().problems());
        try (SnapshotReader snapshot = (SnapshotReader) board.snapshot()) {
            assertEquals(
                    List.of("ok"),
                    snapshot.database()
                            .list("SELECT rtreecheck('rtree_claim_geometry') AS found", row -> row.text("found")));
        }
    }

    @Test
    void theContentIsTheSameAsOneByOne() {
        List<Change> changes = additions(MANY, new Random(1));
        try (Board one = board("one.gpkg");
                Board bulk = board("bulk.gpkg")) {
            oneByOne(one, changes);
            inBulk(bulk, changes);
            assertSound(bulk);
            assertEquals(one.verify().boardSha256(), bulk.verify().boardSha256());
            for (String words : List.of("tanks", "Yelsk", "мост", "T-72A", "\"camp rail\"", "elsk", "idge")) {
                assertEquals(found(one, words), found(bulk, words), words);
            }
        }
    }

    private static List<String> found(Board board, String words) {
        try (Snapshot snapshot = board.snapshot()) {
            return snapshot.claims(ClaimQuery.search(words)).stream()
                    .map(Claim::statement)
                    .sorted()
                    .toList();
        }
    }

    @Test
    void aBulkLoadIsOneStepOfUndo() {
        List<Change> changes = additions(MANY, new Random(2));
        try (Board board = board("board.gpkg")) {
            board.apply(new Change.AddClaim(Material.at(Material.bare("First"), 30, 51)));
            String before = board.verify().boardSha256();
            inBulk(board, changes);
            String after = board.verify().boardSha256();
            board.undo();
            assertEquals(before, board.verify().boardSha256());
            assertSound(board);
            board.redo();
            assertEquals(after, board.verify().boardSha256());
            assertSound(board);
        }
    }

    @Test
    void whatStaysIsFoundAndWhatWasTakenBackIsNot() {
        try (Board board = board("board.gpkg")) {
            inBulk(board, additions(700, new Random(9)));
            List<String> before = found(board, "tanks");
            inBulk(board, additions(MANY, new Random(10)));
            int both = found(board, "tanks").size();
            board.undo();
            assertEquals(before, found(board, "tanks"));
            assertSound(board);
            board.redo();
            assertEquals(both, found(board, "tanks").size());
            board.undo();
            board.undo(); // now it is empty
            assertEquals(List.of(), found(board, "tanks"));
            assertSound(board);
            inBulk(board, additions(MANY, new Random(11)));
            assertTrue(found(board, "tanks").size() > before.size());
            assertEquals(List.of(4L, 4L), mergingOfTheIndex(board), "SQLite goes on merging as it did");
            assertSound(board);
        }
    }

    private static List<Long> mergingOfTheIndex(Board board) {
        try (SnapshotReader snapshot = (SnapshotReader) board.snapshot()) {
            return snapshot.database()
                    .list(
                            "SELECT v FROM claim_fts_config WHERE k = 'automerge'"
                                    + " UNION ALL SELECT v FROM capture_fts_config WHERE k = 'automerge'",
                            row -> row.number("v"));
        }
    }

    @Test
    void takingALoadBackCanBeCancelled() {
        try (Board board = board("board.gpkg")) {
            inBulk(board, additions(MANY, new Random(6)));
            String before = board.verify().boardSha256();
            List<Double> told = new ArrayList<>();
            assertThrows(
                    CancellationException.class,
                    () -> board.undo(new Jobs.Progress() {
                        @Override
                        public void report(double done, String step) {
                            told.add(done);
                        }

                        @Override
                        public boolean cancelled() {
                            return told.size() == 3;
                        }

                        @Override
                        public void check() {
                            if (cancelled()) {
                                throw new CancellationException();
                            }
                        }
                    }));
            assertEquals(3, told.size());
            assertTrue(told.getLast() < 1);
            assertSound(board);
            assertEquals(before, board.verify().boardSha256());
            assertTrue(board.undo().isPresent());
            assertSound(board);
        }
    }

    @Test
    void intoABoardThatHoldsMoreAlready() {
        List<Change> first = additions(3 * MANY, new Random(3));
        List<Change> second = additions(1_000, new Random(4));
        try (Board one = board("one.gpkg");
                Board bulk = board("bulk.gpkg")) {
            inBulk(one, first);
            oneByOne(one, second);
            inBulk(bulk, first);
            inBulk(bulk, second);
            assertSound(bulk);
            assertEquals(one.verify().boardSha256(), bulk.verify().boardSha256());
            bulk.apply(new Change.AddClaim(Material.at(Material.bare("Last"), 30, 51)));
            assertSound(bulk);
        }
    }

    @Test
    void changesOfAnotherKindInTheMidst() {
        List<Change> changes = new ArrayList<>(additions(MANY, new Random(5)));
        Claim late = Material.at(Material.bare("Late"), 5, 5);
        changes.add(1_500, new Change.AddClaim(late));
        changes.add(1_501, new Change.EditClaim(Material.at(late.withStatement("Later"), 6, 6)));
        changes.add(1_700, new Change.RemoveClaim(late.uuid(), "because"));
        try (Board one = board("one.gpkg");
                Board bulk = board("bulk.gpkg")) {
            oneByOne(one, changes);
            inBulk(bulk, changes);
            assertSound(bulk);
            assertEquals(one.verify().boardSha256(), bulk.verify().boardSha256());
        }
    }

    @Test
    void whatFailsOrIsCancelledLeavesNoTraceButALine() {
        List<Change> changes = new ArrayList<>(additions(MANY, new Random(6)));
        Change.AddSource elsewhere = Material.addSource("Elsewhere", Material.TEXT);
        Quote lost = Material.quote(elsewhere.capture(), Material.TEXT, "camp");
        changes.add(
                new Change.AddClaim(Material.bare("Quotes what is not there").withQuotes(List.of(lost))));
        try (Board board = board("board.gpkg")) {
            String before = board.verify().boardSha256();
            assertThrows(DomainException.class, () -> inBulk(board, changes));
            assertThrows(
                    CancellationException.class,
                    () -> board.applyAll("Import", changes.iterator(), done -> {
                        if (done == 1_900) {
                            throw new CancellationException();
                        }
                    }));
            assertEquals(before, board.verify().boardSha256());
            assertEquals(Optional.empty(), board.nextUndo());
            assertSound(board);
            inBulk(board, changes.subList(0, MANY));
            assertSound(board);
        }
    }

    @Test
    void aClaimThatIsThereAlreadyIsRefused() {
        List<Change> changes = new ArrayList<>(additions(MANY, new Random(7)));
        changes.add(changes.get(1_999));
        try (Board board = board("board.gpkg")) {
            DomainException refused = assertThrows(DomainException.class, () -> inBulk(board, changes));
            assertTrue(String.valueOf(refused.getMessage()).contains("already"), refused.getMessage());
            assertSound(board);
        }
    }

    @Test
    void packedTreesOfEverySizeAreSound() {
        Random random = new Random(8);
        for (int count : new int[] {501, 545, 546, 700, 2_000, 2_500}) {
            try (Board board = board("boxes" + count + ".gpkg")) {
                List<Change> changes = new ArrayList<>();
                for (int i = 0; i < count; i++) {
                    changes.add(new Change.AddClaim(
                            Material.at(Material.bare("Claim " + i), random.nextGaussian() / 20, random.nextDouble())));
                }
                inBulk(board, changes);
                assertSound(board);
                Envelope box = new Envelope(new Coordinate(-0.03, 0.2), new Coordinate(0.02, 0.7));
                try (Snapshot snapshot = board.snapshot()) {
                    long inside = snapshot.claims(ClaimQuery.ALL).stream()
                            .filter(claim -> box.contains(
                                    claim.place().orElseThrow().geometry().getCoordinate()))
                            .count();
                    assertEquals(
                            inside, snapshot.claims(ClaimQuery.ALL.within(box)).size());
                }
                Claim gone = ((Change.AddClaim) changes.get(count / 2)).claim();
                board.apply(new Change.EditClaim(Material.at(gone, 100, 10)));
                board.undo();
                board.undo();
                assertSound(board);
            }
        }
    }
}
