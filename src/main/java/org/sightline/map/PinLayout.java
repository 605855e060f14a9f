package org.sightline.map;

import java.awt.geom.Rectangle2D;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.RandomAccess;

/**
 * Where pins and clusters stand in a view.
 *
 * @param pins in the order they are drawn
 * @param clusters drawn below the pins
 * @param crowded whether the pins are so many that each is but a mark
 */
record PinLayout(List<Pin> pins, List<Cluster> clusters, boolean crowded) {

    /**
     * One pin.
     *
     * @param index in the field
     * @param x pixels of what it marks
     * @param headX pixels of the middle of its head
     * @param moved whether the head stands aside and a leader line joins it to what it marks
     */
    record Pin(int index, double x, double y, double headX, double headY, boolean moved) {}

    /**
     * Several claims as one disc.
     *
     * @param members indexes in the field
     * @param radius pixels
     */
    record Cluster(IntSlice members, double x, double y, double radius) {}

    /** What stands where, before heads are spread. */
    record Anchor(int index, double x, double y) {}

    /** Close claims this few are spread rather than gathered, as long as the view is not crowded. */
    private static final int FEW = 6;

    private static final int FEW_IN_A_CROWD = 2;
    private static final int CROWD = 80;

    /** Claims at one and the same place cannot be told apart by zooming, so more of them are spread. */
    private static final int FEW_AT_ONE_PLACE = 12;

    private static final double SAME_PLACE_METRES = 5;

    /** Pixels between two discs. */
    private static final double DISC_GAP = 3;

    /** After so many rounds discs may still touch, where very many crowd. */
    private static final int ROUNDS = 12;

    /** Beyond this many single pins each is a small mark on its place. */
    private static final int CROWDED = 400;

    /**
     * The layout that {@link ClaimField#layout} keeps.
     *
     * @param page whether it is for paper, where pins are kept whole in the frame: in a window, which pans, they stay with
     *     their places
     */
    static PinLayout of(ClaimField field, MapView view, MapContent content, double headRadius, boolean page) {
        Anchors anchors = Anchors.of(field, view, headRadius);
        List<Cluster> clusters = new ArrayList<>();
        IntList single;
        if (content.clustered()) {
            boolean crowd = field.size() > CROWD; // of all and not of those in view, so that panning changes nothing
            int few = crowd ? FEW_IN_A_CROWD : FEW;
            double reach = headRadius * (crowd ? 5.2 : 3.2) * view.metresPerPixel();
            Gathering gathering = new Gathering(anchors, reach, field.spare());
            single = gather(field, anchors, content, headRadius, gathering);
            for (Gathering.Group group : gathering.groups()) {
                IntSlice members = group.members();
                if (members.size() <= few || (members.size() <= FEW_AT_ONE_PLACE && onePlace(members, field))) {
                    members.forEach(index -> single.append(anchors.of(index)));
                } else {
                    clusters.add(cluster(group, view, headRadius));
                }
            }
            single.ascending(); // as anchors are, in the field's order
            clusters = apart(clusters);
        } else {
            anchors.find(headRadius, (anchor, planeX, planeY) -> {});
            single = page ? standing(anchors, view) : IntList.upTo(anchors.size());
        }
        boolean crowded = single.size() > CROWDED;
        List<Pin> pins;
        if (crowded) {
            pins = new MarkList(anchors, single);
        } else {
            Optional<Rectangle2D> frame = page ? Optional.of(frame(view)) : Optional.empty();
            pins = spread(anchors, single, new Spread(headRadius, clusters, frame));
            anchors.giveBack();
        }
        return new PinLayout(pins, Collections.unmodifiableList(clusters), crowded);
    }

    /** On paper nobody pans: what lies beside the map has no pin that looks in. */
    private static IntList standing(Anchors anchors, MapView view) {
        Rectangle2D frame = frame(view);
        IntList standing = new IntList(0);
        for (int anchor = 0; anchor < anchors.size(); anchor++) {
            if (frame.contains(anchors.x(anchor), anchors.y(anchor))) {
                standing.append(anchor);
            }
        }
        return standing;
    }

    private static Rectangle2D frame(MapView view) {
        return new Rectangle2D.Double(0, 0, view.width(), view.height());
    }

    /** @return the anchors that are not to be gathered */
    private static IntList gather(
            ClaimField field, Anchors anchors, MapContent content, double headRadius, Gathering gathering) {
        IntList alone = new IntList(0);
        if (content.opened().isEmpty()) { // asked once and not of a million
            anchors.find(headRadius, gathering::add);
            return alone;
        }
        anchors.find(headRadius, (anchor, planeX, planeY) -> {
            if (content.opened().contains(field.id(anchors.index(anchor)))) {
                gathering.pass(anchor);
                alone.append(anchor);
            } else {
                gathering.add(anchor, planeX, planeY);
            }
        });
        return alone;
    }

    private static List<Pin> spread(Anchors anchors, IntList single, Spread spread) {
        List<Anchor> standing = single.stream().map(anchors::get).toList();
        List<Pin> pins = new ArrayList<>(spread.pins(standing));
        pins.sort((a, b) -> Double.compare(a.headY(), b.headY()));
        return Collections.unmodifiableList(pins);
    }

    /** Pins on their places, which may be very many: each is made when it is asked for. */
    private static final class MarkList extends AbstractList<Pin> implements RandomAccess {
        private final Anchors anchors;
        private final IntList which;

        MarkList(Anchors anchors, IntList which) {
            this.anchors = anchors;
            this.which = which;
        }

        @Override
        public Pin get(int index) {
            int anchor = which.at(index);
            double x = anchors.x(anchor);
            double y = anchors.y(anchor);
            return new Pin(anchors.index(anchor), x, y, x, y, false);
        }

        @Override
        public int size() {
            return which.size();
        }
    }

    static Pin upright(Anchor anchor, double headRadius) {
        return new Pin(
                anchor.index(), anchor.x(), anchor.y(), anchor.x(), anchor.y() - PinShape.FOOT * headRadius, false);
    }

    /** The same pin with its head over its place. */
    static Pin upright(Pin pin, double headRadius) {
        return upright(new Anchor(pin.index(), pin.x(), pin.y()), headRadius);
    }

    private static boolean onePlace(IntSlice members, ClaimField field) {
        int first = members.at(0);
        return members.stream()
                .allMatch(i -> Math.abs(field.x(i) - field.x(first)) < SAME_PLACE_METRES
                        && Math.abs(field.y(i) - field.y(first)) < SAME_PLACE_METRES);
    }

    /** The same discs, each moved a little where it would hide the number of another. */
    private static List<Cluster> apart(List<Cluster> clusters) {
        int count = clusters.size();
        double[] xs = clusters.stream().mapToDouble(Cluster::x).toArray();
        double[] ys = clusters.stream().mapToDouble(Cluster::y).toArray();
        boolean touching = true;
        for (int round = 0; touching && round < ROUNDS; round++) {
            touching = false;
            for (int a = 0; a < count; a++) {
                for (int b = a + 1; b < count; b++) {
                    double dx = xs[b] - xs[a];
                    double dy = ys[b] - ys[a];
                    double between = Math.hypot(dx, dy);
                    double below = (ClusterPainter.BELOW - 1)
                            * clusters.get(dy > 0 ? a : b).radius() // of the upper one, whose shapes hang over its edge
                            * Math.abs(dy)
                            / Math.max(1, between);
                    double reach = clusters.get(a).radius() + clusters.get(b).radius() + below + DISC_GAP;
                    if (between < reach && between > 0) {
                        double move = (reach - between) / 2 / between;
                        xs[a] -= dx * move;
                        ys[a] -= dy * move;
                        xs[b] += dx * move;
                        ys[b] += dy * move;
                        touching = true;
                    }
                }
            }
        }
        List<Cluster> moved = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            moved.add(new Cluster(
                    clusters.get(i).members(), xs[i], ys[i], clusters.get(i).radius()));
        }
        return moved;
    }

    private static Cluster cluster(Gathering.Group group, MapView view, double headRadius) {
        double radius = headRadius * (1.05 + 0.28 * Math.log10(group.members().size()));
        return new Cluster(group.members(), view.screenX(group.planeX()), view.screenY(group.planeY()), radius);
    }
}
