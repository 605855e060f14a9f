package org.sightline.map;

import java.awt.Graphics2D;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.RandomAccess;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.locationtech.jts.geom.Point;
import org.sightline.claim.Claim;
import org.sightline.claim.Place;
import org.sightline.claim.PlacePrecision;

/** Paints claims over a base map: areas, uncertainty, routes, clusters, pins; what is selected last, on top. */
final class ClaimPainter {
    /** By how much a map may stretch a length; Web Mercator at its edge. */
    private static final double MOST_STRETCH = 12;

    private final Graphics2D g;
    private final MapView view;
    private final MapContent content;
    private final MapTheme theme;
    private final MapPainter.Medium medium;
    private final ClaimField field;
    private final PinLayout layout;
    private final double radius;

    ClaimPainter(Graphics2D g, MapView view, MapContent content, MapTheme theme, MapPainter.Medium medium) {
        this.g = g;
        this.medium = medium;
        this.view = view;
        this.content = content;
        this.theme = theme;
        this.radius = content.symbols().radius(theme);
        this.field = ClaimField.of(view.projection(), content.claims());
        this.layout = field.layout(view, content, theme);
    }

    MapPainter.Painted paint() {
        shapes();
        List<MapPainter.Target> targets = new ArrayList<>();
        PinPainter pins = new PinPainter(g, theme, radius);
        if (!layout.crowded()) {
            layout.pins().forEach(pin -> stem(pins, pin, pin)); // below clusters, whose numbers no line strikes out
        }
        ClusterPainter clusters = new ClusterPainter(g, theme, content.symbols());
        for (PinLayout.Cluster cluster : layout.clusters()) {
            ClusterMix mix = ClusterMix.of(cluster.members(), field);
            clusters.paint(cluster.x(), cluster.y(), cluster.radius(), mix, emphasis(cluster));
            targets.add(target(cluster, mix));
        }
        if (layout.crowded()) {
            List<PinLayout.Pin> raised = marks();
            inTurn(raised, PinLayout.Pin::index, this::raised);
            return new MapPainter.Painted(new Targets(targets, layout.pins(), raised, this::target));
        }
        inTurn(layout.pins(), PinLayout.Pin::index, (pin, emphasis) -> {
            pins.head(face(pin.index()), pin.headX(), pin.headY(), stand(pin), emphasis);
            targets.add(target(pin));
        });
        return new MapPainter.Painted(Collections.unmodifiableList(targets));
    }

    /** Draws what does not stand out as a mark on its place, and gives the rest. */
    private List<PinLayout.Pin> marks() {
        List<PinLayout.Pin> raised = new ArrayList<>();
        Marks marks = new Marks(theme, radius, layout.pins().size());
        for (PinLayout.Pin pin : layout.pins()) {
            if (emphasis(pin.index()) == PinPainter.Emphasis.NONE) {
                double roughness = field.radiusMetres(pin.index()) / view.metresPerPixel();
                marks.add(field, pin.index(), roughness, pin.x(), pin.y());
            } else {
                raised.add(pin);
            }
        }
        marks.paint(g, view, medium);
        return raised;
    }

    private void raised(PinLayout.Pin pin, PinPainter.Emphasis emphasis) {
        PinPainter pins = new PinPainter(g, theme, radius);
        PinLayout.Pin stood = PinLayout.upright(pin, radius);
        stem(pins, pin, stood);
        pins.head(face(pin.index()), stood.headX(), stood.headY(), stand(pin), emphasis);
    }

    private MapPainter.Target target(PinLayout.Cluster cluster, ClusterMix mix) {
        List<Long> ids = new ClusterIds(field, cluster.members());
        double reach = cluster.radius() + 2;
        return new MapPainter.Target(ids, cluster.x(), cluster.y(), reach, cluster.x(), cluster.y(), mix.categories());
    }

    /** From where the claim is to where its head stands. */
    private void stem(PinPainter pins, PinLayout.Pin pin, PinLayout.Pin stood) {
        pins.stem(face(pin.index()), pin.x(), pin.y(), stood.headX(), stood.headY(), stand(pin));
    }

    private static PinPainter.Stand stand(PinLayout.Pin pin) {
        return pin.moved() ? PinPainter.Stand.ASIDE : PinPainter.Stand.UPRIGHT;
    }

    private MapPainter.Target target(PinLayout.Pin pin) {
        double reach = layout.crowded() ? radius * 0.6 : radius * 1.25;
        List<Long> id = List.of(field.id(pin.index()));
        return new MapPainter.Target(id, pin.headX(), pin.headY(), reach, pin.x(), pin.y(), List.of());
    }

    /** Areas lie lowest, then the rings of single pins, then routes. */
    private void shapes() {
        ShapePainter shapes = new ShapePainter(g, view, theme);
        List<Integer> areas = field.shaped().stream().filter(i -> !isRoute(i)).toList();
        List<Integer> routes = field.shaped().stream().filter(this::isRoute).toList();
        inTurn(areas, i -> i, (i, emphasis) -> shapes.area(field, i, emphasis));
        if (!layout.crowded()) {
            Set<List<Double>> drawn = new HashSet<>();
            inTurn(fromBeyond(), i -> i, (i, emphasis) -> {
                if (drawn.add(ring(i))) {
                    shapes.uncertainty(field.claim(i), emphasis);
                }
            });
            inTurn(layout.pins(), PinLayout.Pin::index, (pin, emphasis) -> {
                if (showsRadius(pin.index()) && drawn.add(ring(pin.index()))) {
                    shapes.uncertainty(field.claim(pin.index()), emphasis);
                }
            });
        }
        inTurn(routes, i -> i, (i, emphasis) -> shapes.route(field.shape(i), field.claim(i), emphasis));
    }

    /** Points out of sight of which one knows no better than that they may be in it. */
    private List<Integer> fromBeyond() {
        return field.wide().stream()
                .filter(i -> {
                    double x = view.screenX(field.x(i));
                    double y = view.screenY(field.y(i));
                    double across = x - Math.clamp(x, 0.0, view.width());
                    double down = y - Math.clamp(y, 0.0, view.height());
                    double most = field.radiusMetres(i) * MOST_STRETCH / view.metresPerPixel();
                    double beyond = across * across + down * down;
                    return beyond > 0
                            && beyond <= most * most // soon, for the rest reads the claim
                            && showsRadius(i)
                            && reachesIn(field.place(i));
                })
                .toList();
    }

    private boolean reachesIn(Place place) {
        Point middle = place.geometry().getCentroid();
        return MapPainter.reaches(view, middle.getX(), middle.getY(), place.radiusMetres());
    }

    private boolean isRoute(int index) {
        return field.shape(index).filter(shape -> !shape.closed()).isPresent();
    }

    /** Draws one thing of several. */
    private interface Drawing<T> {
        void draw(T thing, PinPainter.Emphasis emphasis);
    }

    /** What stands out is drawn after the rest. */
    private <T> void inTurn(List<T> things, ToIntFunction<T> index, Drawing<T> drawing) {
        for (PinPainter.Emphasis turn : PinPainter.Emphasis.values()) {
            for (T thing : things) {
                if (emphasis(index.applyAsInt(thing)) == turn) {
                    drawing.draw(thing, turn);
                }
            }
        }
    }

    /** Points whose radius is larger than a pin. */
    private boolean showsRadius(int index) {
        Place place = field.place(index);
        boolean vague = place.precision().compareTo(PlacePrecision.TOWN) >= 0 || place.radiusMetres() > 500;
        return field.shape(index).isEmpty() && vague && place.radiusMetres() / view.metresPerPixel() > radius * 0.5;
    }

    /** Claims at one place with one radius share a ring. */
    private List<Double> ring(int index) {
        return List.of(field.x(index), field.y(index), field.place(index).radiusMetres());
    }

    private PinPainter.Emphasis emphasis(PinLayout.Cluster cluster) {
        PinPainter.Emphasis most = PinPainter.Emphasis.NONE;
        if (content.selected().isEmpty() && content.hovered().isEmpty()) {
            return most;
        }
        for (int i = 0; i < cluster.members().size(); i++) {
            PinPainter.Emphasis one = emphasis(cluster.members().at(i));
            most = one.compareTo(most) > 0 ? one : most;
        }
        return most;
    }

    private PinPainter.Emphasis emphasis(int index) {
        if (content.selected().isEmpty() && content.hovered().isEmpty()) {
            return PinPainter.Emphasis.NONE; // soon, for this is asked of every claim
        }
        long id = field.id(index);
        if (!content.selected().isEmpty() && content.selected().contains(id)) {
            return PinPainter.Emphasis.SELECTED;
        }
        boolean hovered = content.hovered().isPresent() && content.hovered().getAsLong() == id;
        return hovered ? PinPainter.Emphasis.HOVERED : PinPainter.Emphasis.NONE;
    }

    private PinPainter.Face face(int index) {
        Claim claim = field.claim(index);
        return new PinPainter.Face( // a route's pin points at its line, which is as precise as it gets
                        claim.category(),
                        claim.status(),
                        claim.modality(),
                        isRoute(index)
                                ? PlacePrecision.EXACT
                                : field.place(index).precision(),
                        content.number(claim.id()),
                        true)
                .in(content.symbols(), claim);
    }

    /** What can be pointed at: clusters, marks, and above them the pins that stand out. */
    private static final class Targets extends AbstractList<MapPainter.Target> implements RandomAccess {
        private final List<MapPainter.Target> clusters;
        private final List<PinLayout.Pin> marks;
        private final List<PinLayout.Pin> raised;
        private final Function<PinLayout.Pin, MapPainter.Target> target;

        Targets(
                List<MapPainter.Target> clusters,
                List<PinLayout.Pin> marks,
                List<PinLayout.Pin> raised,
                Function<PinLayout.Pin, MapPainter.Target> target) {
            this.clusters = clusters;
            this.marks = marks;
            this.raised = raised;
            this.target = target;
        }

        @Override
        public MapPainter.Target get(int index) {
            int mark = index - clusters.size();
            if (mark < 0) {
                return clusters.get(index);
            }
            return target.apply(mark < marks.size() ? marks.get(mark) : raised.get(mark - marks.size()));
        }

        @Override
        public int size() {
            return clusters.size() + marks.size() + raised.size();
        }
    }

    /** The ids of a cluster's claims, which may be very many: nothing is made for one until it is asked for. */
    private static final class ClusterIds extends AbstractList<Long> implements RandomAccess {
        private final ClaimField field;
        private final IntSlice members;

        ClusterIds(ClaimField field, IntSlice members) {
            this.field = field;
            this.members = members;
        }

        @Override
        public Long get(int index) {
            return field.id(members.at(index));
        }

        @Override
        public int size() {
            return members.size();
        }
    }
}
