package org.sightline.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.claim.Claim;
import org.sightline.claim.Place;
import org.sightline.claim.Status;
import org.sightline.claim.When;

/** The columns say of each claim what the claim itself says, at first and after changes. */
class ClaimColumnsTest {
    @TempDir
    Path folder;

    private final Random random = new Random(7);
    private final RandomClaims claims = new RandomClaims(random);

    static void assertSame(Snapshot snapshot, ClaimColumns columns) {
        List<Claim> claims = snapshot.claims(ClaimQuery.ALL);
        assertEquals(claims.size(), columns.size());
        for (int row = 0; row < claims.size(); row++) {
            Claim claim = claims.get(row);
            assertEquals(claim.id(), columns.id(row));
            assertEquals(claim.uuid(), columns.uuid(row));
            assertEquals(row, columns.rowOf(claim.id()));
            assertEquals(row, columns.rowOf(claim.uuid()));
            assertEquals(claim.status(), columns.status(row));
            assertEquals(claim.modality(), columns.modality(row));
            assertEquals(claim.category(), columns.category(row));
            assertEquals(
                    claim.place().map(place -> place.geometry().toText()),
                    columns.place(row).map(place -> place.geometry().toText()));
            assertEquals(claim.place().map(Place::precision), columns.place(row).map(Place::precision));
            assertEquals(claim.place().flatMap(Place::route), columns.place(row).flatMap(Place::route));
            assertEquals(seconds(claim.when().flatMap(When::earliest)), columns.earliest(row));
            assertEquals(seconds(claim.when().flatMap(When::latest)), columns.latest(row));
        }
        assertEquals(claims.stream().filter(claim -> claim.place().isPresent()).count(), columns.placed());
        claims.stream()
                .flatMap(claim -> claim.place().stream())
                .forEach(place ->
                        assertTrue(columns.extent().covers(place.geometry().getEnvelopeInternal())));
    }

    private static long seconds(Optional<Instant> instant) {
        return instant.map(Instant::getEpochSecond).orElse(ClaimColumns.NO_TIME);
    }

    static ClaimColumns read(Board board) {
        try (Snapshot snapshot = board.snapshot()) {
            return snapshot.slices().columns((columns, share) -> true);
        }
    }

    @Test
    void columnsFollowChangesWithoutBeingReadAgain() {
        try (Board board = Board.create(folder.resolve("b.gpkg"), "Columns")) {
            List<Change> changes = new ArrayList<>();
            IntStream.range(0, ClaimColumns.BLOCK + 300)
                    .forEach(i -> changes.add(new Change.AddClaim(claims.claim(i))));
            board.applyAll("Import", changes.iterator(), done -> {});
            ClaimColumns columns = read(board);
            for (int round = 0; round < 30; round++) {
                UUID touched = columns.uuid(random.nextInt(columns.size()));
                Change change = switch (round % 3) {
                    case 0 -> new Change.RemoveClaim(touched, "test");
                    case 1 -> new Change.AddClaim(claims.claim(10_000 + round));
                    default -> edited(board, touched);
                };
                columns = after(board, columns, board.apply(change).sequence());
                if (round % 5 == 4) {
                    columns = after(board, columns, board.undo().orElseThrow().sequence());
                }
            }
            try (Snapshot snapshot = board.snapshot()) {
                assertSame(snapshot, columns);
                assertSame(snapshot, read(board));
            }
        }
    }

    private Change edited(Board board, UUID uuid) {
        try (Snapshot snapshot = board.snapshot()) {
            return new Change.EditClaim(snapshot.claim(uuid)
                    .orElseThrow()
                    .withStatus(Status.REFUTED)
                    .withPlace(Optional.of(claims.point())));
        }
    }

    private static ClaimColumns after(Board board, ClaimColumns before, long sequence) {
        try (Snapshot snapshot = board.snapshot()) {
            List<UUID> touched = snapshot.images(sequence).stream()
                    .filter(change -> change.entity().equals("claim"))
                    .map(change -> UUID.fromString(change.uuid()))
                    .toList();
            ClaimColumns changed = snapshot.slices().columns(touched);
            List<UUID> gone =
                    touched.stream().filter(uuid -> changed.rowOf(uuid) < 0).toList();
            return before.with(changed, gone);
        }
    }

    @Test
    void readingCanBeStoppedAtTheFirstClaims() {
        try (Board board = Board.create(folder.resolve("b.gpkg"), "Columns")) {
            List<Change> changes = new ArrayList<>();
            IntStream.range(0, 2_500).forEach(i -> changes.add(new Change.AddClaim(claims.claim(i))));
            board.applyAll("Import", changes.iterator(), done -> {});
            try (Snapshot snapshot = board.snapshot()) {
                ClaimColumns first = snapshot.slices().columns((columns, share) -> false);
                assertEquals(2_000, first.size());
                assertEquals(1, first.id(0));
            }
        }
    }
}
