package org.sightline.map;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;

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
    record Cluster(List<Integer> members, double x, double y, double radius) {}

    /** What stands where, before heads are spread. */
    record Anchor(int index, double x, double y) {}

    /** Close claims this few are spread rather than gathered, as long as the view is not crowded. */
    private static final int FEW = 6;

    private static final int FEW_IN_A_CROWD = 2;
    private static final int CROWD = 80;

    /** Claims at one and the same place cannot be told apart by zooming, so more of them are spread. */
    private static final int FEW_AT_ONE_PLACE = 12;

    private static final double SAME_PLACE_METRES = 5;

    /** Beyond this many single pins each is a small mark on its place. */
    private static final int CROWDED = 400;

    /** The layout that {@link ClaimField#layout} keeps. */
    static PinLayout of(ClaimField field, MapView view, MapContent content, double headRadius) {
        List<Anchor> anchors = Anchors.inView(field, view, headRadius);
        List<Cluster> clusters = new ArrayList<>();
        List<Anchor> single = new ArrayList<>();
        if (content.clustered()) {
            Predicate<Anchor> open =
                    a -> content.opened().contains(field.claim(a.index()).id());
            single.addAll(anchors.stream().filter(open).toList());
            boolean crowd = field.size() > CROWD; // of all and not of those in view, so that panning changes nothing
            int few = crowd ? FEW_IN_A_CROWD : FEW;
            double reach = headRadius * (crowd ? 5.2 : 3.2);
            List<Anchor> others = anchors.stream().filter(open.negate()).toList();
            for (List<Anchor> group : Gathering.of(others, view, reach)) {
                if (group.size() <= few || (group.size() <= FEW_AT_ONE_PLACE && onePlace(group, field))) {
                    single.addAll(group);
                } else {
                    clusters.add(cluster(group, headRadius));
                }
            }
        } else {
            single.addAll(anchors);
        }
        single.sort((a, b) -> Integer.compare(a.index(), b.index()));
        boolean crowded = single.size() > CROWDED;
        List<Pin> pins = new ArrayList<>(
                crowded
                        ? single.stream().map(PinLayout::onPlace).toList()
                        : new Spread(headRadius, single, clusters).pins());
        if (!crowded) {
            pins.sort((a, b) -> Double.compare(a.headY(), b.headY()));
        }
        return new PinLayout(Collections.unmodifiableList(pins), Collections.unmodifiableList(clusters), crowded);
    }

    static Pin upright(Anchor anchor, double headRadius) {
        return new Pin(
                anchor.index(), anchor.x(), anchor.y(), anchor.x(), anchor.y() - PinShape.FOOT * headRadius, false);
    }

    /** The same pin with its head over its place. */
    static Pin upright(Pin pin, double headRadius) {
        return upright(new Anchor(pin.index(), pin.x(), pin.y()), headRadius);
    }

    private static Pin onPlace(Anchor anchor) {
        return new Pin(anchor.index(), anchor.x(), anchor.y(), anchor.x(), anchor.y(), false);
    }

    private static boolean onePlace(List<Anchor> group, ClaimField field) {
        Anchor first = group.getFirst();
        return group.stream()
                .allMatch(a -> Math.abs(field.x(a.index()) - field.x(first.index())) < SAME_PLACE_METRES
                        && Math.abs(field.y(a.index()) - field.y(first.index())) < SAME_PLACE_METRES);
    }

    private static Cluster cluster(List<Anchor> group, double headRadius) {
        double x = group.stream().mapToDouble(Anchor::x).average().orElseThrow();
        double y = group.stream().mapToDouble(Anchor::y).average().orElseThrow();
        double radius = headRadius * (1.05 + 0.28 * Math.log10(group.size()));
        return new Cluster(group.stream().map(Anchor::index).toList(), x, y, radius);
    }
}
