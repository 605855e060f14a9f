package org.sightline.map;

import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.List;

/**
 * Places the heads of pins so that none hides another: each takes the cheapest of a fixed set of positions about its
 * anchor, in order, counting heads it would cover and leader lines it would cross. Deterministic.
 */
final class Spread {
    private static final double[] DISTANCES = {2.8, 3.6, 4.6, 5.8, 7.2, 9, 11};
    private static final int DIRECTIONS = 16;

    /** Heads closer than this many radii touch. */
    private static final double CLEAR = 2.6;

    private static final double COVERS_HEAD = 1000;
    private static final double CROSSES_HEAD = 60;
    private static final double CROSSES_LEADER = 25;
    private static final double COVERS_ANCHOR = 6;

    private final double radius;
    private final List<PinLayout.Anchor> anchors;
    private final List<PinLayout.Cluster> clusters;
    private final List<PinLayout.Pin> placed = new ArrayList<>();

    Spread(double radius, List<PinLayout.Anchor> anchors, List<PinLayout.Cluster> clusters) {
        this.radius = radius;
        this.anchors = anchors;
        this.clusters = clusters;
    }

    List<PinLayout.Pin> pins() {
        anchors.forEach(anchor -> placed.add(place(anchor)));
        return placed;
    }

    private PinLayout.Pin place(PinLayout.Anchor anchor) {
        PinLayout.Pin best = PinLayout.upright(anchor, radius);
        double least = cost(best);
        for (double distance : DISTANCES) {
            if (least <= distance) {
                break;
            }
            for (int i = 0; i < DIRECTIONS; i++) {
                PinLayout.Pin aside = aside(anchor, distance * radius, turn(i));
                double cost = distance + 0.4 * (1 - Math.cos(turn(i))) + cost(aside);
                if (cost < least) {
                    least = cost;
                    best = aside;
                }
            }
        }
        return best;
    }

    /** Directions in order of liking: up first, then to either side. */
    private static double turn(int i) {
        int step = (i + 1) / 2 * (i % 2 == 0 ? 1 : -1);
        return 2 * Math.PI * step / DIRECTIONS;
    }

    private static PinLayout.Pin aside(PinLayout.Anchor a, double distance, double turn) {
        double headX = a.x() + distance * Math.sin(turn);
        double headY = a.y() - distance * Math.cos(turn);
        return new PinLayout.Pin(a.index(), a.x(), a.y(), headX, headY, true);
    }

    private double cost(PinLayout.Pin pin) {
        double cost = 0;
        for (PinLayout.Pin other : placed) {
            cost += against(pin, other);
        }
        for (PinLayout.Cluster cluster : clusters) {
            double gap = Math.hypot(cluster.x() - pin.headX(), cluster.y() - pin.headY());
            cost += gap < cluster.radius() + 1.2 * radius ? COVERS_HEAD : 0;
        }
        for (PinLayout.Anchor other : anchors) {
            boolean elsewhere = Math.hypot(other.x() - pin.x(), other.y() - pin.y()) > 1;
            boolean covered = Math.hypot(other.x() - pin.headX(), other.y() - pin.headY()) < 1.3 * radius;
            cost += elsewhere && covered ? COVERS_ANCHOR : 0;
        }
        return cost;
    }

    private double against(PinLayout.Pin pin, PinLayout.Pin other) {
        double cost = 0;
        if (Math.hypot(other.headX() - pin.headX(), other.headY() - pin.headY()) < CLEAR * radius) {
            cost += COVERS_HEAD;
        }
        if (near(pin, other.headX(), other.headY()) || near(other, pin.headX(), pin.headY())) {
            cost += CROSSES_HEAD;
        }
        boolean sameAnchor = Math.hypot(other.x() - pin.x(), other.y() - pin.y()) < 1;
        if (!sameAnchor
                && Line2D.linesIntersect(
                        pin.x(),
                        pin.y(),
                        pin.headX(),
                        pin.headY(),
                        other.x(),
                        other.y(),
                        other.headX(),
                        other.headY())) {
            cost += CROSSES_LEADER;
        }
        return cost;
    }

    /** Whether a pin's line, from what it marks to its head, runs under a head elsewhere. */
    private boolean near(PinLayout.Pin pin, double x, double y) {
        return Line2D.ptSegDist(pin.x(), pin.y(), pin.headX(), pin.headY(), x, y) < 1.15 * radius;
    }
}
