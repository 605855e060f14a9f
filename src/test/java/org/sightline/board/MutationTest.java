package org.sightline.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.claim.Claim;

/** Damaged boards neither crash nor hang nor are written to, and what lies on sound pages is salvaged. */
class MutationTest {
    private static final int BOARDS = 120;
    private static final int CLAIMS = 400;

    @TempDir
    Path folder;

    @Test
    void aDamagedBoardIsRefusedOrRead() throws IOException {
        Mutations mutations = new Mutations(folder, 17);
        mutations.run(BOARDS);
        assertEquals(
                Set.of("read", "refused", "written"),
                mutations.outcomes().keySet(),
                () -> mutations.outcomes().toString());
    }

    @Test
    void aDamagedPageCostsOnlyWhatLiesOnIt() throws IOException {
        Path file = folder.resolve("board.gpkg");
        try (Board board = Board.create(file, "Rail")) {
            List<Change> changes = new ArrayList<>();
            for (int i = 0; i < CLAIMS; i++) {
                changes.add(new Change.AddClaim(Material.bare("Claim " + i)));
            }
            board.apply(new Change.Together("Fill", changes));
        }
        destroy(file, leafOf(file, "claim", CLAIMS / 2));
        try (Board board = Board.open(file, Board.Mode.WRITE)) {
            assertTrue(board.readOnlyReason().orElseThrow().contains("damaged"));
            Salvaged salvaged = board.salvage();
            int lost = CLAIMS - salvaged.claims().size();
            assertTrue(lost > 0 && lost < 60, () -> lost + " claims lost");
            assertTrue(salvaged.losses().getFirst().contains(lost + " claims"), salvaged.losses()::toString);
            assertEquals("Claim 0", salvaged.claims().getFirst().statement());
            Claim last = salvaged.claims().getLast();
            assertEquals("Claim " + (CLAIMS - 1), last.statement());
        }
    }

    /** The page that holds a row of a table, by SQLite's own account of its pages. */
    private static long leafOf(Path file, String table, int row) {
        try (Database database = Connections.reading(file, file, false)) {
            return database.number(
                    "SELECT pageno AS n FROM dbstat WHERE name = ? AND pagetype = 'leaf'"
                            + " ORDER BY path LIMIT 1 OFFSET (SELECT count(*) * ? / (SELECT count(*) FROM " + table
                            + ") FROM dbstat WHERE name = ? AND pagetype = 'leaf')",
                    table,
                    row,
                    table);
        }
    }

    private static void destroy(Path file, long page) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate(4096), (page - 1) * 4096);
        }
    }
}
