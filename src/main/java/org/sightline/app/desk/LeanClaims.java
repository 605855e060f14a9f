package org.sightline.app.desk;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.UUID;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.sightline.board.ClaimColumns;
import org.sightline.claim.Category;
import org.sightline.claim.Claim;
import org.sightline.claim.Modality;
import org.sightline.claim.Status;
import org.sightline.overlay.BoardPins;

/**
 * Claims of a large board in some order: columns of them all, and the words of those in sight. A claim whose words are
 * not at hand is given as a {@linkplain #isSketch sketch}, good to be shown until they come and for nothing else.
 *
 * <p>Thread rule: window's thread, but for {@link #pins}, which may go anywhere, and what the columns tell (size, numbers,
 * times, kinds).
 */
public final class LeanClaims extends AbstractList<Claim> implements RandomAccess {
    private final ClaimColumns columns;
    private final Optional<int[]> rows;
    private final Shelf shelf;

    LeanClaims(ClaimColumns columns, Shelf shelf) {
        this(columns, Optional.empty(), shelf);
    }

    private LeanClaims(ClaimColumns columns, Optional<int[]> rows, Shelf shelf) {
        this.columns = columns;
        this.rows = rows;
        this.shelf = shelf;
    }

    /** Whether a claim is only a sketch, without its words: not to be changed, copied or written. */
    public static boolean isSketch(Claim claim) {
        return claim.statement().equals(BoardPins.NO_WORDS) && claim.quotes().isEmpty();
    }

    /** Whether these are the same claims of the same board in the same order, as far as can be told at once. */
    @SuppressWarnings("ReferenceEquality")
    public boolean shows(LeanClaims others) {
        return columns == others.columns && rows.isEmpty() && others.rows.isEmpty() && shelf == others.shelf;
    }

    /** Those of these claims that have the ids, in the order of the ids. */
    public LeanClaims among(long[] ids) {
        int[] chosen = Arrays.stream(ids)
                .mapToInt(columns::rowOf)
                .filter(row -> row >= 0)
                .toArray();
        return new LeanClaims(columns, Optional.of(chosen), shelf);
    }

    /** Those of these claims whose index meets a condition, in their order; a million in some milliseconds. */
    public LeanClaims where(IntPredicate condition) {
        int[] chosen =
                IntStream.range(0, size()).filter(condition).map(this::row).toArray();
        return new LeanClaims(columns, Optional.of(chosen), shelf);
    }

    /**
     * These claims in the order of the ids, which are those of the whole board; any thread.
     *
     * @param ids of every claim of the board
     */
    public LeanClaims arranged(long[] ids) {
        if (rows.isEmpty()) {
            return among(ids);
        }
        BitSet mine = new BitSet();
        Arrays.stream(rows.get()).forEach(mine::set);
        int[] ordered = Arrays.stream(ids)
                .mapToInt(columns::rowOf)
                .filter(row -> row >= 0 && mine.get(row))
                .toArray();
        return new LeanClaims(columns, Optional.of(ordered), shelf);
    }

    @Override
    public int size() {
        return rows.map(chosen -> chosen.length).orElse(columns.size());
    }

    /** The claim, or a sketch of it, whose words are then on their way. */
    @Override
    public Claim get(int index) {
        long id = id(index);
        return shelf.claim(id).orElseGet(() -> BoardPins.sketch(columns, row(index)));
    }

    private int row(int index) {
        return rows.isPresent() ? rows.get()[index] : index;
    }

    public long id(int index) {
        return columns.id(row(index));
    }

    public UUID uuid(int index) {
        return columns.uuid(row(index));
    }

    /** All ids, in order. */
    public List<Long> ids() {
        return IntStream.range(0, size()).mapToObj(this::id).toList();
    }

    /** Seconds since 1970; {@link ClaimColumns#NO_TIME}. */
    public long earliest(int index) {
        return columns.earliest(row(index));
    }

    /** Seconds since 1970; {@link ClaimColumns#NO_TIME}. */
    public long latest(int index) {
        return columns.latest(row(index));
    }

    public Status status(int index) {
        return columns.status(row(index));
    }

    public Category category(int index) {
        return columns.category(row(index));
    }

    public Modality modality(int index) {
        return columns.modality(row(index));
    }

    /** Where a claim stands here; -1 when it does not. */
    public int indexOf(UUID uuid) {
        return indexOfRow(columns.rowOf(uuid));
    }

    /** The same by number. */
    public int indexOf(long id) {
        return indexOfRow(columns.rowOf(id));
    }

    /** The same of a claim, by its number: whoever looks for one in a list must not have a million of them made. */
    @Override
    public int indexOf(Object other) {
        return other instanceof Claim claim ? indexOf(claim.id()) : -1;
    }

    @Override
    public int lastIndexOf(Object other) {
        return indexOf(other);
    }

    private int indexOfRow(int row) {
        if (row < 0 || rows.isEmpty()) {
            return row;
        }
        int[] chosen = rows.get();
        return IntStream.range(0, chosen.length)
                .filter(i -> chosen[i] == row)
                .findFirst()
                .orElse(-1);
    }

    ClaimColumns columns() {
        return columns;
    }

    /** For a map; {@code more} is a claim that is not in the board yet. */
    public List<Claim> pins(Optional<Claim> more) {
        return new BoardPins(columns, rows, more);
    }

    /** Lists this long are never compared claim by claim. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
