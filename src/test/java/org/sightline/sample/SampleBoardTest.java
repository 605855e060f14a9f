package org.sightline.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.board.Board;
import org.sightline.board.ClaimQuery;
import org.sightline.board.Snapshot;
import org.sightline.claim.Claim;
import org.sightline.claim.PlacePrecision;
import org.sightline.claim.StatedDistance;
import org.sightline.source.Quote;
import org.sightline.source.Source;

class SampleBoardTest {
    @TempDir
    Path folder;

    @Test
    void sampleBoardsAreAllTheSame() {
        assertEquals(hash("one.gpkg"), hash("two.gpkg"));
    }

    @Test
    void sampleBoardIsSound() {
        SampleBoard.write(folder.resolve("sample.gpkg"));
        try (Board board = Board.open(folder.resolve("sample.gpkg"), Board.Mode.READ);
                Snapshot snapshot = board.snapshot()) {
            assertEquals(List.of(), board.verify().problems());
            List<Claim> claims = snapshot.claims(ClaimQuery.ALL);
            assertTrue(claims.size() >= 14);
            for (Claim claim : claims) {
                assertTrue(claim.place().isPresent() && claim.claimant().isPresent(), claim.statement());
                for (Quote quote : claim.quotes()) {
                    assertTrue(quote.intactIn(snapshot.text(quote.capture())), quote.exact());
                }
            }
            assertTrue(any(claims, c -> c.place().orElseThrow().precision() == PlacePrecision.TOWN));
            assertTrue(any(claims, c -> c.place().orElseThrow().route().isPresent()));
            assertTrue(any(
                    claims,
                    c -> c.distance().map(StatedDistance::reference).orElse("").equals("border:UA")));
            List<Source> sources = snapshot.sources();
            assertEquals(3, sources.size());
            assertTrue(sources.stream().allMatch(s -> s.title().startsWith("Digest: ")));
            assertTrue(sources.stream().allMatch(s -> s.reliability().isPresent()));
        }
    }

    private static boolean any(List<Claim> claims, Predicate<Claim> condition) {
        return claims.stream().anyMatch(condition);
    }

    private String hash(String name) {
        SampleBoard.write(folder.resolve(name));
        try (Board board = Board.open(folder.resolve(name), Board.Mode.READ)) {
            return board.verify().boardSha256();
        }
    }
}
