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

        /** Numbers of anchors. */
        IntList members() {
            return members;
        }

        /** The middle, pixels. */
        double x() {
            return sumX / members.size();
        }

        double y() {
            return sumY / members.size();
        }

        private void add(int anchor, double x, double y) {
            members.append(anchor);
            sumX += x;
            sumY += y;
        }

        private double distance(Group other) {
            return Math.hypot(other.x() - x(), other.y() - y());
        }

        private void take(Group other) {
            members.append(other.members);
            sumX += other.sumX;
            sumY += other.sumY;
            other.merged = true;
        }
    }

    private Gathering(double reach, long firstColumn, long firstRow, long lastColumn, long lastRow) {
        this.reach = reach;
        this.firstColumn = firstColumn;
        this.firstRow = firstRow;
        this.columns = Math.toIntExact(lastColumn - firstColumn + 1);
        this.rows = Math.toIntExact(lastRow - firstRow + 1);
        this.grid = new Group[Math.multiplyExact(columns, rows)];
    }

    /**
     * @param which the anchors that are gathered
     * @param reach pixels within which anchors belong together
     */
    static List<Group> of(Anchors anchors, IntPredicate which, MapView view, double reach) {
        double offsetX = view.centreX() / view.metresPerPixel() - view.width() / 2.0;
        double offsetY = -view.centreY() / view.metresPerPixel() - view.height() / 2.0;
        double west = Double.POSITIVE_INFINITY;
        double east = Double.NEGATIVE_INFINITY;
        double north = Double.POSITIVE_INFINITY;
        double south = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < anchors.size(); i++) { // all are in or near the view, so the grid is small
            west = Math.min(west, anchors.x(i));
            east = Math.max(east, anchors.x(i));
            north = Math.min(north, anchors.y(i));
            south = Math.max(south, anchors.y(i));
        }
        if (anchors.size() == 0) {
            return List.of();
        }
        Gathering gathering = new Gathering(
                reach,
                cell(west + offsetX, reach),
                cell(north + offsetY, reach),
                cell(east + offsetX, reach),
                cell(south + offsetY, reach));
        for (int i = 0; i < anchors.size(); i++) {
            if (which.test(i)) {
                gathering.put(i, anchors.x(i), anchors.y(i), offsetX, offsetY);
            }
        }
        return gathering.groups();
    }

    private static long cell(double pixels, double reach) {
        return (long) Math.floor(pixels / reach);
    }

    private void put(int anchor, double x, double y, double offsetX, double offsetY) {
        int column = (int) (cell(x + offsetX, reach) - firstColumn);
        int row = (int) (cell(y + offsetY, reach) - firstRow);
        int cell = row * columns + column;
        Group group = grid[cell];
        if (group == null) {
            group = new Group();
            grid[cell] = group;
        }
        group.add(anchor, x, y);
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
