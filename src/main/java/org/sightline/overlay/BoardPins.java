package org.sightline.overlay;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.sightline.board.ClaimColumns;
import org.sightline.claim.Category;
import org.sightline.claim.Claim;
import org.sightline.claim.Modality;
import org.sightline.claim.Place;
import org.sightline.claim.Status;
import org.sightline.map.PinRows;

/** Claims of a board as a map wants them, by id. Immutable, safe for any thread. */
public final class BoardPins extends AbstractList<Claim> implements PinRows {
    /** The statement of a {@link #sketch}. */
    public static final String NO_WORDS = "…";

    private final ClaimColumns columns;
    private final Optional<int[]> rows;
    private final Optional<Claim> more;
    private final int mine;
    private @Nullable Placed placed;

    /**
     * @param extent degrees
     * @param count how many have a place
     */
    private record Placed(Envelope extent, int count) {}

    /** All claims of a board. */
    public BoardPins(ClaimColumns columns) {
        this(columns, Optional.empty(), Optional.empty());
    }

    /**
     * @param chosen rows of the columns, in any order, in an array that no longer changes; all unless given
     * @param more a claim that is not in the board yet
     */
    public BoardPins(ClaimColumns columns, Optional<int[]> chosen, Optional<Claim> more) {
        this.columns = columns;
        this.rows = chosen.map(BoardPins::ascending);
        this.more = more;
        this.mine = chosen.map(all -> all.length).orElse(columns.size());
    }

    private static int[] ascending(int[] rows) {
        for (int i = 1; i < rows.length; i++) {
            if (rows[i] < rows[i - 1]) {
                int[] sorted = rows.clone();
                Arrays.sort(sorted);
                return sorted;
            }
        }
        return rows;
    }

    /** Looked for when it is first asked for, which of a filter that follows a hand it need not be. */
    private synchronized Placed places() {
        Placed known = placed;
        if (known == null) {
            known = rows.map(this::among).orElseGet(() -> new Placed(columns.extent(), columns.placed()));
            if (more.flatMap(Claim::place).isPresent()) {
                known.extent.expandToInclude(more.get().place().get().geometry().getEnvelopeInternal());
                known = new Placed(known.extent, known.count + 1);
            }
            placed = known;
        }
        return known;
    }

    private Placed among(int[] chosen) {
        Envelope extent = new Envelope();
        int count = 0;
        for (int row : chosen) {
            double longitude = columns.longitude(row);
            if (!Double.isNaN(longitude)) {
                extent.expandToInclude(longitude, columns.latitude(row));
                count++;
            } else if (columns.shaped(row)) {
                columns.place(row)
                        .ifPresent(
                                place -> extent.expandToInclude(place.geometry().getEnvelopeInternal()));
                count++;
            }
        }
        return new Placed(extent, count);
    }

    private int row(int index) {
        return rows.isPresent() ? rows.get()[index] : index;
    }

    @Override
    public int size() {
        return mine + (more.isPresent() ? 1 : 0);
    }

    @Override
    public Claim get(int index) {
        return index < mine ? sketch(columns, row(index)) : more.orElseThrow();
    }

    @Override
    public long id(int row) {
        return row < mine ? columns.id(row(row)) : more.orElseThrow().id();
    }

    @Override
    public double longitude(int row) {
        return row < mine ? columns.longitude(row(row)) : Double.NaN;
    }

    @Override
    public double latitude(int row) {
        return row < mine ? columns.latitude(row(row)) : Double.NaN;
    }

    @Override
    public double radiusMetres(int row) {
        return row < mine
                ? columns.radiusMetres(row(row))
                : more.flatMap(Claim::place).map(Place::radiusMetres).orElse(0.0);
    }

    /** The claim that is not in the board yet is always asked for its place. */
    @Override
    public boolean shaped(int row) {
        return row >= mine || columns.shaped(row(row));
    }

    @Override
    public Status status(int row) {
        return row < mine ? columns.status(row(row)) : more.orElseThrow().status();
    }

    @Override
    public Category category(int row) {
        return row < mine ? columns.category(row(row)) : more.orElseThrow().category();
    }

    @Override
    public Modality modality(int row) {
        return row < mine ? columns.modality(row(row)) : more.orElseThrow().modality();
    }

    @Override
    public int rowOf(long id) {
        if (more.isPresent() && more.get().id() == id) {
            return mine;
        }
        int row = columns.rowOf(id);
        if (row < 0 || rows.isEmpty()) {
            return row;
        }
        int index = Arrays.binarySearch(rows.get(), row);
        return index < 0 ? -1 : index;
    }

    @Override
    public Envelope extent() {
        return places().extent.copy();
    }

    @Override
    public int placed() {
        return places().count;
    }

    @Override
    public Object whole() {
        return columns;
    }

    @Override
    public int wholeSize() {
        return columns.size();
    }

    @Override
    public int rowThere(int row) {
        return row < mine ? row(row) : -1;
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    /** What the columns know of a claim; its statement is {@link #NO_WORDS}. */
    public static Claim sketch(ClaimColumns columns, int row) {
        return new Claim(
                columns.id(row),
                columns.uuid(row),
                NO_WORDS,
                columns.category(row),
                Optional.empty(),
                columns.modality(row),
                Optional.empty(),
                Optional.empty(),
                columns.place(row),
                Optional.empty(),
                columns.status(row),
                Optional.empty(),
                "",
                List.of(),
                List.of(),
                Optional.empty());
    }
}
