package org.sightline.map;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Gathers anchors that lie close together: first by the cells of a grid, then cells whose middles are near. The grid is
 * fixed to the plane and not to the view, so that panning changes nothing. Nothing is made for a single anchor: a
 * million take tens of milliseconds.
 */
final class Gathering {
    private final double reach;
    private final long firstColumn;
    private final long firstRow;
    private final int columns;
    private final int rows;
    private final @Nullable Group[] grid;

    /** Anchors that belong together. */
    static final class Group {
        private final IntList members = new IntList();
        private double sumX;
        private double sumY;
        private boolean merged;

        /** Indexes in the field. */
        IntList members() {
            return members;
        }

        /** The middle, plane metres. */
        double planeX() {
            return sumX / members.size();
        }

        double planeY() {
            return sumY / members.size();
        }

        private void add(int index, double planeX, double planeY) {
            members.append(index);
            sumX += planeX;
            sumY += planeY;
        }

        private double distance(Group other) {
            return Math.hypot(other.planeX() - planeX(), other.planeY() - planeY());
        }

        private void take(Group other) {
            members.append(other.members);
            sumX += other.sumX;
            sumY += other.sumY;
            other.merged = true;
        }
    }

    private Gathering(Anchors anchors, double reach) { // all are in or near the view, so the grid is small
        this.reach = reach;
        this.firstColumn = cell(anchors.west(), 1 / reach);
        this.firstRow = cell(-anchors.north(), 1 / reach);
        this.columns = Math.toIntExact(cell(anchors.east(), 1 / reach) - firstColumn + 1);
        this.rows = Math.toIntExact(cell(-anchors.south(), 1 / reach) - firstRow + 1);
        this.grid = new Group[Math.multiplyExact(columns, rows)];
    }

    /**
     * @param which the anchors that are gathered
     * @param reach plane metres within which anchors belong together
     */
    static List<Group> of(Anchors anchors, IntPredicate which, double reach) {
        Gathering gathering = new Gathering(anchors, reach);
        double perMetre = 1 / reach;
        for (int i = 0; i < anchors.size(); i++) {
            if (which.test(i)) {
                gathering.put(anchors.index(i), anchors.planeX(i), anchors.planeY(i), perMetre);
            }
        }
        return gathering.groups();
    }

    private static long cell(double planeMetres, double perMetre) {
        return (long) Math.floor(planeMetres * perMetre);
    }

    private void put(int index, double planeX, double planeY, double perMetre) {
        int column = (int) (planeX * perMetre - firstColumn); // none is negative: what is cut off is the fraction
        int row = (int) (-planeY * perMetre - firstRow);
        int cell = row * columns + column;
        Group group = grid[cell];
        if (group == null) {
            group = new Group();
            grid[cell] = group;
        }
        group.add(index, planeX, planeY);
    }

    private List<Group> groups() {
        List<Group> result = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                Group group = grid[row * columns + column];
                if (group != null && !group.merged) {
                    mergeNeighbours(row, column, group);
                    result.add(group);
                    group.merged = true;
                }
            }
        }
        return result;
    }

    private void mergeNeighbours(int row, int column, Group group) {
        for (int rowStep = 0; rowStep <= 1; rowStep++) {
            for (int columnStep = -1; columnStep <= 1; columnStep++) {
                Group other = at(row + rowStep, column + columnStep);
                boolean itself = rowStep == 0 && columnStep == 0;
                if (!itself && other != null && !other.merged && other.distance(group) < reach) {
                    group.take(other);
                }
            }
        }
    }

    private @Nullable Group at(int row, int column) {
        return row < rows && column >= 0 && column < columns ? grid[row * columns + column] : null;
    }
}
