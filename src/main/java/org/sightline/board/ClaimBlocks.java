package org.sightline.board;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sightline.DomainException;
import org.sightline.claim.Claim;
import org.sightline.claim.Place;

/**
 * The table {@code claim_block}: {@link ClaimColumns} in blocks of {@value ClaimColumns#BLOCK} numbers of claims, so that
 * a large board is shown without reading its claims one by one. Triggers mark a block as stale when one of its claims
 * changes, by whichever program; what is stale, missing or cannot be read is read from the claims. Only blocks to which
 * no new claim will come are kept, so that a small board has none. One thread at a time.
 */
final class ClaimBlocks {
    static final String INSERT_TRIGGER = "claim_block_insert";
    static final String REPLACE_TRIGGER = "claim_block_replace";

    private static final String FILE = "migrate-5.sql";
    private static final int BITS = Integer.numberOfTrailingZeros(ClaimColumns.BLOCK);
    /** Blocks that are looked at, so that a board with numbers far apart is not looked through each time. */
    private static final int MOST_LOOKED_AT = 10_000;

    private final Database database;

    ClaimBlocks(Database database) {
        this.database = database;
    }

    /** The block a claim's number belongs to. */
    static long blockOf(long claim) {
        return (claim - 1) >> BITS;
    }

    /** The first number of a block. */
    static long first(long block) {
        return (block << BITS) + 1;
    }

    /** The last number of a block. */
    static long last(long block) {
        return first(block) + ClaimColumns.BLOCK - 1;
    }

    /** The blocks that say what their claims say, in order; none in a board without the table and its triggers. */
    List<Long> sound() {
        try {
            return asMade()
                    ? database.list(
                            "SELECT id FROM claim_block WHERE id NOT IN (SELECT id FROM claim_block_stale) ORDER BY id",
                            row -> row.number("id"))
                    : List.of();
        } catch (DomainException e) {
            return List.of(); // damaged: the claims are there all the same
        }
    }

    /** A board of an older version, or one that another program has changed, may be without. */
    private boolean asMade() {
        List<String> found = database.list(
                "SELECT sql FROM sqlite_schema WHERE name GLOB 'claim_block*' AND sql IS NOT NULL",
                row -> Schema.plain(row.text("sql")));
        return Schema.made(FILE).values().stream().map(Schema::plain).allMatch(found::contains);
    }

    /** @return empty when it cannot be read as it was written */
    Optional<ClaimColumns.Block> read(long block, BoardReader reader) {
        return bytes(block).flatMap(bytes -> PackedColumns.read(bytes, first(block), id -> shape(reader, id)));
    }

    /** Whether a block is kept with these columns, byte for byte. */
    boolean holds(long block, ClaimColumns.Block columns) {
        return PackedColumns.write(columns, first(block))
                .filter(expected -> bytes(block)
                        .filter(kept -> Arrays.equals(expected, kept))
                        .isPresent())
                .isPresent();
    }

    /** What is kept of a block, if its checksum is right; a damaged board may have anything in its place. */
    private Optional<byte[]> bytes(long block) {
        return ClaimTable.readable(() -> database.first(
                        "SELECT checksum, content FROM claim_block WHERE id = ?",
                        row -> row.maybeBlob("content")
                                .filter(bytes -> PackedColumns.checksum(bytes) == row.number("checksum")),
                        block)
                .flatMap(bytes -> bytes));
    }

    private static Optional<Place> shape(BoardReader reader, long claim) {
        return ClaimTable.readable(() -> reader.claim(claim)).flatMap(Claim::place);
    }

    /** Writes a block anew, inside a transaction; one that there is no room for is left out. */
    void write(long block, ClaimColumns.Block columns) {
        Optional<byte[]> packed = PackedColumns.write(columns, first(block));
        if (packed.isPresent()) {
            write(block, packed.get());
        } else {
            database.update("DELETE FROM claim_block WHERE id = ?", block);
        }
        database.update("DELETE FROM claim_block_stale WHERE id = ?", block);
    }

    /** Writes a new block. */
    void write(long block, byte[] packed) {
        database.update(
                "INSERT OR REPLACE INTO claim_block (id, checksum, content) VALUES (?, ?, ?)",
                block,
                PackedColumns.checksum(packed),
                packed);
    }

    /** Says that the blocks from one on are stale. */
    void stale(long from) {
        database.update("INSERT OR IGNORE INTO claim_block_stale SELECT id FROM claim_block WHERE id >= ?", from);
    }

    /**
     * Writes blocks that are missing or stale, inside a transaction.
     *
     * @param most to write
     */
    void renew(int most) {
        long end = blockOf(1 + database.number("SELECT seq AS n FROM sqlite_sequence WHERE name = 'claim'"));
        Set<Long> sound = new HashSet<>(sound());
        List<Long> wanted = new ArrayList<>();
        long from = 1;
        for (int looked = 0; looked < MOST_LOOKED_AT && wanted.size() < most; looked++) {
            Optional<Long> claim = database.first(
                    "SELECT id FROM claim WHERE id >= ? ORDER BY id LIMIT 1", row -> row.number("id"), from);
            if (claim.isEmpty() || blockOf(claim.get()) >= end) {
                break;
            }
            long block = blockOf(claim.get());
            if (!sound.contains(block)) {
                wanted.add(block);
            }
            from = last(block) + 1;
        }
        Slices slices = new Slices(database, new BoardReader(database));
        // what cannot be read stays without a block
        wanted.forEach(block -> ClaimTable.readable(() -> Optional.of(slices.block(block)))
                .ifPresent(columns -> write(block, columns)));
        forgetEmpty();
    }

    /** Blocks whose claims are all gone, as after an import has been taken back: no number is given twice. */
    private void forgetEmpty() {
        database.update("DELETE FROM claim_block WHERE id IN (SELECT id FROM claim_block_stale) AND NOT EXISTS"
                + " (SELECT 1 FROM claim c WHERE c.id > claim_block.id << 12 AND c.id <= (claim_block.id + 1) << 12)");
        database.update("DELETE FROM claim_block_stale WHERE id NOT IN (SELECT id FROM claim_block)");
    }
}
