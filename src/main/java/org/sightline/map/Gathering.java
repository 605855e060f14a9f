package org.sightline.map;

import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * Gathers anchors that lie close together: first by the cells of a grid, then cells whose middles are near. The grid is
 * fixed to the plane and not to the view, so that panning changes nothing.
 */
final class Gathering {
    private final double reach;
    private final SequencedMap<Long, Group> grid = new TreeMap<>();

    private static final class Group {
        private final List<PinLayout.Anchor> members = new ArrayList<>();
        private double sumX;
        private double sumY;
        private boolean merged;

        void add(PinLayout.Anchor anchor) {
            members.add(anchor);
            sumX += anchor.x();
            sumY += anchor.y();
        }

        double x() {
            return sumX / members.size();
        }

        double y() {
            return sumY / members.size();
        }

        double distance(Group other) {
            return Math.hypot(other.x() - x(), other.y() - y());
        }

        void take(Group other) {
            other.members.forEach(this::add);
            other.merged = true;
        }
    }

    private Gathering(double reach) {
        this.reach = reach;
    }

    /** @param reach pixels within which anchors belong together */
    static List<List<PinLayout.Anchor>> of(List<PinLayout.Anchor> anchors, MapView view, double reach) {
        double offsetX = view.centreX() / view.metresPerPixel() - view.width() / 2.0;
        double offsetY = -view.centreY() / view.metresPerPixel() - view.height() / 2.0;
        Gathering gathering = new Gathering(reach);
        for (PinLayout.Anchor anchor : anchors) {
            gathering.put(anchor, offsetX, offsetY);
        }
        return gathering.groups();
    }

    private void put(PinLayout.Anchor anchor, double offsetX, double offsetY) {
        long column = (long) Math.floor((anchor.x() + offsetX) / reach);
        long row = (long) Math.floor((anchor.y() + offsetY) / reach);
        grid.computeIfAbsent(key(column, row), k -> new Group()).add(anchor);
    }

    private static long key(long column, long row) {
        return row * 4_000_000_000L + column;
    }

    private List<List<PinLayout.Anchor>> groups() {
        List<List<PinLayout.Anchor>> result = new ArrayList<>();
        grid.forEach((cell, group) -> {
            if (!group.merged) {
                mergeNeighbours(cell, group);
                result.add(group.members);
                group.merged = true;
            }
        });
        return result;
    }

    private void mergeNeighbours(long cell, Group group) {
        for (long rowStep = 0; rowStep <= 1; rowStep++) {
            for (long columnStep = -1; columnStep <= 1; columnStep++) {
                boolean itself = rowStep == 0 && columnStep == 0;
                Group other = grid.get(cell + rowStep * 4_000_000_000L + columnStep);
                if (!itself && other != null && !other.merged && other.distance(group) < reach) {
                    group.take(other);
                }
            }
        }
    }
}
