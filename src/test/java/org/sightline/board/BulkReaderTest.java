package org.sightline.board;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.claim.Claim;
import org.sightline.source.Quote;

/** Claims read many at a time are those that are read one by one. */
class BulkReaderTest {
    private static final int MANY = 400;

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void make() {
        file = folder.resolve("board.gpkg");
        try (Board board = Board.create(file, "Rail")) {
            Change.AddSource one = Material.addSource("One", Material.TEXT);
            Change.AddSource two = Material.addSource("Two", Material.TEXT + "More.");
            board.apply(one);
            board.apply(two);
            List<Change> changes = new ArrayList<>();
            for (int i = 0; i < MANY; i++) {
                Change.AddSource source = i % 3 == 0 ? one : two;
                Quote plain = Material.quote(source.capture(), Material.TEXT, "Ельск");
                Quote relaying = Material.quote(source.capture(), Material.TEXT, "T-72A")
                        .withRelays(Optional.of(one.source().uuid()));
                Claim claim = i % 2 == 0
                        ? Material.full(source.capture(), Material.TEXT)
                        : Material.bare("Claim \u001f\u001e\u0000 " + i)
                                .withNotes("😀\n" + i)
                                .withQuotes(List.of(plain, relaying).subList(0, i % 3));
                changes.add(new Change.AddClaim(claim));
            }
            board.applyAll("Import", changes.iterator(), done -> {});
        }
    }

    private static List<Claim> oneByOne(Snapshot snapshot, long... ids) {
        return LongStream.of(ids)
                .sorted()
                .boxed()
                .flatMap(id -> snapshot.claim((long) id).stream())
                .toList();
    }

    private void assertReadAlike(long... ids) {
        try (Board board = Board.open(file, Board.Mode.READ);
                Snapshot snapshot = board.snapshot()) {
            assertEquals(oneByOne(snapshot, ids), snapshot.slices().claims(ids));
        }
    }

    @Test
    void aRunOfClaimsIsReadWhole() {
        assertReadAlike(LongStream.rangeClosed(1, MANY).toArray());
    }

    @Test
    void claimsThatLieFarApartAreRead() {
        assertReadAlike(MANY, 1, 7, 200, MANY + 5);
        assertReadAlike();
    }

    @Test
    void noMoreThanTheWantedAreRead() {
        assertReadAlike(
                LongStream.rangeClosed(1, MANY).filter(id -> id % 3 != 0).toArray());
    }

    @Test
    void whatAnotherProgramHasPutThereIsReadAsElsewhere() {
        try (Database other = Connections.writing(file)) {
            other.update("UPDATE claim SET statement = CAST(x'61FF62' AS TEXT) WHERE id = 1");
            other.update("UPDATE claim SET notes = CAST(x'FE' AS TEXT) WHERE id = 3");
            other.update("UPDATE claim SET notes = x'616263' WHERE id = 5");
            other.update("UPDATE claim SET quantity_lower_open = 'many', place_radius_m = 'wide' WHERE id = 7");
            other.update("UPDATE claim SET statement = 12, credibility = NULL WHERE id = 9");
            other.update("UPDATE quote SET exact = CAST(x'FF' AS TEXT), start_offset = -4 WHERE claim_id = 11");
            other.update("UPDATE quote SET prefix = 7 WHERE claim_id = 13");
        }
        assertReadAlike(LongStream.rangeClosed(1, MANY).filter(id -> id != 3).toArray());
    }

    @Test
    void theQuotesOfACaptureAreThoseOfItsClaims() {
        try (Board board = Board.open(file, Board.Mode.READ);
                Snapshot snapshot = board.snapshot()) {
            List<Quote> found = new ArrayList<>();
            snapshot.captures()
                    .forEach(capture -> snapshot.slices().quotesOf(capture, claim -> claim % 5 == 0, found::add));
            List<UUID> expected = snapshot.claims(ClaimQuery.ALL).stream()
                    .filter(claim -> claim.id() % 5 == 0)
                    .flatMap(claim -> claim.quotes().stream())
                    .map(Quote::uuid)
                    .sorted()
                    .toList();
            assertEquals(expected, found.stream().map(Quote::uuid).sorted().toList());
        }
    }
}
