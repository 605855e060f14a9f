package org.sightline.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sightline.board.Board;
import org.sightline.board.ClaimQuery;
import org.sightline.board.Snapshot;
import org.sightline.claim.Claim;
import org.sightline.source.Source;

/** What leaves a board comes back the same: claims, quotes, sources, relations, with their identities. */
class RoundTripTest {
    private static final int CLAIMS = 60;

    @TempDir
    Path folder;

    /** What a list of claims says, by identity. */
    private record Content(Map<UUID, Claim> claims, Map<UUID, String> sources, List<String> relations, long intact) {
        static Content of(Board board) {
            Map<UUID, Claim> claims = new TreeMap<>();
            Map<UUID, String> sources = new TreeMap<>();
            List<String> relations = new ArrayList<>();
            long[] intact = {0};
            try (Snapshot snapshot = board.snapshot()) {
                Handover.Entries entries = BoardHandover.of(snapshot, snapshot.claimIds(ClaimQuery.ALL))
                        .entries();
                entries.forEachRemaining(entry -> {
                    claims.put(entry.claim().uuid(), entry.claim());
                    for (Handover.Cited cited : entry.quotes()) {
                        intact[0] += cited.citation().intact() ? 1 : 0;
                        cited.chain().forEach(source -> sources.put(source.uuid(), said(source)));
                    }
                });
                snapshot.relations().forEach(r -> relations.add(r.uuid() + " " + r.from() + r.kind() + r.to()));
            }
            relations.sort(null);
            return new Content(claims, sources, relations, intact[0]);
        }

        private static String said(Source source) {
            return source.withId(0).toString();
        }
    }

    private static void assertSame(Content expected, Content found, String what) {
        assertEquals(expected.claims().keySet(), found.claims().keySet(), what);
        expected.claims().forEach((uuid, claim) -> {
            Claim back = Objects.requireNonNull(found.claims().get(uuid));
            assertTrue(SameClaim.is(claim, back), () -> what + ":\n" + claim + "\n" + back);
        });
        assertEquals(expected.sources(), found.sources(), what);
        assertEquals(expected.relations(), found.relations(), what);
        assertEquals(expected.intact(), found.intact(), what + ": intact quotes");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void whatLeavesComesBackTheSameAndASecondTimeChangesNothing(long seed) {
        try (Board board = RandomBoard.make(folder.resolve("from.gpkg"), seed, CLAIMS)) {
            Content expected = Content.of(board);
            for (String ending : List.of("csv", "xlsx", "geojson", "json", "gpkg")) {
                String what = "seed " + seed + ", " + ending;
                Path file = folder.resolve("list." + ending);
                try (Snapshot snapshot = board.snapshot()) {
                    Handover claims = BoardHandover.of(snapshot, snapshot.claimIds(ClaimQuery.ALL));
                    Export.write(claims, file, Export.Scope.PLAIN, Untold.PROGRESS);
                }
                try (Board back = Board.create(folder.resolve("back-" + ending + ".gpkg"), "Back")) {
                    bring(file, back);
                    assertSame(expected, Content.of(back), what);
                    assertEquals(List.of(), problems(back), what);
                    int lines = back.log(0).size();
                    bring(file, back);
                    assertEquals(lines, back.log(0).size(), what + ": the second time");
                    back.undo();
                    assertEquals(Map.of(), Content.of(back).claims(), what + ": one undo takes it back");
                }
            }
        }
    }

    private static List<String> problems(Board board) {
        return board.verify().problems().stream()
                .map(problem -> problem.kind() + " " + problem.message())
                .filter(problem -> !problem.contains("orphan"))
                .toList();
    }

    private static void bring(Path file, Board board) {
        if (file.toString().endsWith(".gpkg")) {
            try (Board other = Board.open(file, Board.Mode.READ)) {
                board.merge(other, Untold.PROGRESS);
            }
        } else {
            Import opened = Import.open(file, Mapping.GUESSED);
            assertTrue(opened.isOwn(), file.toString());
            Arrived arrived = opened.into(board, Untold.PROGRESS);
            assertEquals(List.of(), arrived.failures(), file.toString());
            assertEquals(0, arrived.differing(), file.toString());
        }
    }
}
