package org.sightline.map;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gathers anchors that lie close together: first by the cells of a grid, then cells whose middles are near. The grid is
 * fixed to the plane and not to the view, so that panning changes nothing. Nothing is made for a single anchor, and the
 * members of all groups share one array, for there may be a million at every frame.
 */
final class Gathering {
    private static final int NONE = -1;

    private final Anchors anchors;
    private final double reach;
    private final double perMetre;
    private final long firstColumn;
    private final long firstRow;
    private final int columns;
    private final int rows;
    private final @Nullable Group[] grid;
    private final SpareInts spare;
    private int[] cells; // of each anchor
    private int gathered;

    /** Anchors that belong together. */
    static final class Group {
        private int count;
        private double sumX;
        private double sumY;
        private @Nullable Group into; // the group that took this one
        private boolean whole; // takes no more
        private int end; // in the array of members, as far as it is filled
        private IntSlice members = new IntSlice(new int[0], 0, 0);

        /** Indexes in the field, ascending. */
        IntSlice members() {
            return members;
        }

        /** The middle, plane metres. */
        double planeX() {
            return sumX / count;
        }

        double planeY() {
            return sumY / count;
        }

        private void count(double planeX, double planeY) {
            count++;
            sumX += planeX;
            sumY += planeY;
        }

        private double distance(Group other) {
            return Math.hypot(other.planeX() - planeX(), other.planeY() - planeY());
        }

        private void take(Group other) {
            count += other.count;
            sumX += other.sumX;
            sumY += other.sumY;
            other.into = this;
        }

        private boolean free() {
            return into == null && !whole;
        }
    }

    /**
     * Nothing gathered yet; anchors are {@linkplain #add added} as they are found.
     *
     * @param reach plane metres within which anchors belong together
     * @param spare room for a number of each anchor
     */
    Gathering(Anchors anchors, double reach, SpareInts spare) { // all are in or near the view, so the grid is small
        this.anchors = anchors;
        this.spare = spare;
        this.cells = spare.take();
        this.reach = reach;
        this.perMetre = 1 / reach;
        this.firstColumn = cell(anchors.west());
        this.firstRow = cell(-anchors.north());
        this.columns = Math.toIntExact(cell(anchors.east()) - firstColumn + 1);
        this.rows = Math.toIntExact(cell(-anchors.south()) - firstRow + 1);
        this.grid = new Group[Math.multiplyExact(columns, rows)];
    }

    private long cell(double planeMetres) {
        return (long) Math.floor(planeMetres * perMetre);
    }

    private int cellOf(double planeX, double planeY) {
        int column = (int) (planeX * perMetre - firstColumn); // none is negative: what is cut off is the fraction
        int row = (int) (-planeY * perMetre - firstRow);
        return row * columns + column;
    }

    /** Gathers an anchor; they come in their order, and each is either added or passed. */
    void add(int anchor, double planeX, double planeY) {
        int cell = cellOf(planeX, planeY);
        note(anchor, cell);
        gathered++;
        Group group = grid[cell];
        if (group == null) {
            group = new Group();
            grid[cell] = group;
        }
        group.count(planeX, planeY);
    }

    /** Leaves an anchor out. */
    void pass(int anchor) {
        note(anchor, NONE);
    }

    private void note(int anchor, int cell) {
        if (anchor == cells.length) {
            cells = Arrays.copyOf(cells, 2 * anchor);
        }
        cells[anchor] = cell;
    }

    /** The groups of all anchors, when all are found; to be asked once. */
    List<Group> groups() {
        List<Group> groups = joined();
        fill(groups);
        spare.giveBack(cells);
        return groups;
    }

    private List<Group> joined() {
        List<Group> result = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                Group group = grid[row * columns + column];
                if (group != null && group.free()) {
                    takeNeighbours(row, column, group);
                    result.add(group);
                    group.whole = true;
                }
            }
        }
        return result;
    }

    private void takeNeighbours(int row, int column, Group group) {
        for (int rowStep = 0; rowStep <= 1; rowStep++) {
            for (int columnStep = -1; columnStep <= 1; columnStep++) {
                Group other = at(row + rowStep, column + columnStep);
                boolean itself = rowStep == 0 && columnStep == 0;
                if (!itself && other != null && other.free() && other.distance(group) < reach) {
                    group.take(other);
                }
            }
        }
    }

    private @Nullable Group at(int row, int column) {
        return row < rows && column >= 0 && column < columns ? grid[row * columns + column] : null;
    }

    /** Puts the anchors into one array, group after group. */
    private void fill(List<Group> groups) {
        int[] members = new int[gathered];
        int start = 0;
        for (Group group : groups) {
            group.end = start;
            group.members = new IntSlice(members, start, group.count);
            start += group.count;
        }
        for (int i = 0; i < anchors.size(); i++) {
            Group group = cells[i] == NONE ? null : grid[cells[i]];
            if (group != null) {
                Group taker = group.into == null ? group : group.into;
                members[taker.end++] = anchors.index(i);
            }
        }
    }
}
