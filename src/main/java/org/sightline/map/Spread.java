package org.sightline.map;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Places the heads of pins so that none hides another: each takes the cheapest of a fixed set of positions about its
 * anchor, in order, counting heads it would cover and leader lines it would cross. Deterministic.
 */
final class Spread {
    private static final double[] DISTANCES = {2.8, 3.6, 4.6, 5.8, 7.2, 9, 11};

    /** The same in a frame, which may leave room on one side only. */
    private static final double[] DISTANCES_IN_FRAME = {2.8, 3.6, 4.6, 5.8, 7.2, 9, 11, 13.5, 16.5, 20};

    /** For those for which there is no room nearer, as of very many at one place. */
    private static final double[] DISTANCES_FAR = {8, 10, 12, 14, 16, 18, 20, 22.5, 25, 27.5, 30};

    private static final int DIRECTIONS = 16;
    private static final int DIRECTIONS_FOR_WANT_OF_ROOM = 96;

    /** Heads closer than this many radii touch. */
    private static final double CLEAR = 2.6;

    /** How far a head with its badge reaches, in radii. */
    private static final double REACH = 1.3;

    private static final double CUT_OFF = 2000;
    private static final double COVERS_HEAD = 1000;
    private static final double CROSSES_HEAD = 60;
    private static final double CROSSES_LEADER = 25;
    private static final double COVERS_ANCHOR = 6;

    private final double radius;
    private final List<PinLayout.Cluster> clusters;
    private final Optional<Rectangle2D> frame;
    private final double[] distances;
    private final List<PinLayout.Pin> placed = new ArrayList<>();
    private List<PinLayout.Anchor> anchors = List.of();

    /** @param frame in which the heads of what stands in it are to be whole, as on paper */
    Spread(double radius, List<PinLayout.Cluster> clusters, Optional<Rectangle2D> frame) {
        this.radius = radius;
        this.clusters = clusters;
        this.frame = frame;
        this.distances = frame.isPresent() ? DISTANCES_IN_FRAME : DISTANCES;
    }

    /** To be asked once. */
    List<PinLayout.Pin> pins(List<PinLayout.Anchor> all) {
        anchors = all;
        anchors.forEach(anchor -> placed.add(place(anchor)));
        return placed;
    }

    private boolean cutOff(PinLayout.Pin pin) {
        double reach = REACH * radius;
        return frame.isPresent()
                && !frame.get().contains(pin.headX() - reach, pin.headY() - reach, 2 * reach, 2 * reach);
    }

    private PinLayout.Pin place(PinLayout.Anchor anchor) {
        PinLayout.Pin upright = PinLayout.upright(anchor, radius);
        Choice choice = new Choice(upright, cost(upright, Double.POSITIVE_INFINITY));
        choice = better(choice, anchor, distances, DIRECTIONS);
        if (choice.cost() >= COVERS_HEAD) {
            choice = better(choice, anchor, frame.isPresent() ? distances : DISTANCES_FAR, DIRECTIONS_FOR_WANT_OF_ROOM);
        }
        return choice.pin();
    }

    private record Choice(PinLayout.Pin pin, double cost) {}

    private Choice better(Choice known, PinLayout.Anchor anchor, double[] wanted, int directions) {
        Choice best = known;
        for (double distance : wanted) {
            if (best.cost() <= distance) {
                break;
            }
            for (int i = 0; i < directions; i++) {
                double turn = turn(i, directions);
                PinLayout.Pin aside = aside(anchor, distance * radius, turn);
                double unliked = distance + 0.4 * (1 - Math.cos(turn));
                double cost = unliked + cost(aside, best.cost() - unliked);
                if (cost < best.cost()) {
                    best = new Choice(aside, cost);
                }
            }
        }
        return best;
    }

    /** Directions in order of liking: up first, then to either side. */
    private static double turn(int i, int directions) {
        int step = (i + 1) / 2 * (i % 2 == 0 ? 1 : -1);
        return 2 * Math.PI * step / directions;
    }

    private static PinLayout.Pin aside(PinLayout.Anchor a, double distance, double turn) {
        double headX = a.x() + distance * Math.sin(turn);
        double headY = a.y() - distance * Math.cos(turn);
        return new PinLayout.Pin(a.index(), a.x(), a.y(), headX, headY, true);
    }

    /** @param enough from here on it does not matter how much it is */
    private double cost(PinLayout.Pin pin, double enough) {
        double cost = cutOff(pin) ? CUT_OFF : 0;
        for (PinLayout.Pin other : placed) {
            cost += apart(pin, other) ? 0 : against(pin, other);
            if (cost >= enough) {
                return cost;
            }
        }
        for (PinLayout.Cluster cluster : clusters) {
            boolean covered = within(
                    cluster.x(),
                    cluster.y(),
                    pin.headX(),
                    pin.headY(),
                    cluster.radius() * ClusterPainter.BELOW + 1.2 * radius);
            cost += covered ? COVERS_HEAD : 0;
        }
        for (PinLayout.Anchor other : anchors) {
            boolean covered = within(other.x(), other.y(), pin.headX(), pin.headY(), 1.3 * radius);
            boolean elsewhere = covered && !within(other.x(), other.y(), pin.x(), pin.y(), 1);
            cost += elsewhere ? COVERS_ANCHOR : 0;
        }
        return cost;
    }

    /** Whether two pins with their lines are so far apart that they are never in each other's way. */
    private boolean apart(PinLayout.Pin pin, PinLayout.Pin other) {
        double clear = CLEAR * radius;
        return Math.min(pin.x(), pin.headX()) - clear > Math.max(other.x(), other.headX())
                || Math.max(pin.x(), pin.headX()) + clear < Math.min(other.x(), other.headX())
                || Math.min(pin.y(), pin.headY()) - clear > Math.max(other.y(), other.headY())
                || Math.max(pin.y(), pin.headY()) + clear < Math.min(other.y(), other.headY());
    }

    private double against(PinLayout.Pin pin, PinLayout.Pin other) {
        double cost = 0;
        if (within(other.headX(), other.headY(), pin.headX(), pin.headY(), CLEAR * radius)) {
            cost += COVERS_HEAD;
        }
        if (near(pin, other.headX(), other.headY()) || near(other, pin.headX(), pin.headY())) {
            cost += CROSSES_HEAD;
        }
        boolean sameAnchor = within(other.x(), other.y(), pin.x(), pin.y(), 1);
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

    /** Whether two points are less than some pixels apart: asked millions of times, so without a root. */
    private static boolean within(double ax, double ay, double bx, double by, double pixels) {
        return (bx - ax) * (bx - ax) + (by - ay) * (by - ay) < pixels * pixels;
    }

    /** Whether a pin's line, from what it marks to its head, runs under a head elsewhere. */
    private boolean near(PinLayout.Pin pin, double x, double y) {
        double reach = 1.15 * radius;
        return Line2D.ptSegDistSq(pin.x(), pin.y(), pin.headX(), pin.headY(), x, y) < reach * reach;
    }
}
