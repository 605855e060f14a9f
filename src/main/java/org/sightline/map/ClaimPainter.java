package org.sightline.map;

import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.sightline.claim.Claim;
import org.sightline.claim.Place;
import org.sightline.claim.PlacePrecision;

/** Paints claims over a base map: areas, uncertainty, routes, clusters, pins; what is selected last, on top. */
final class ClaimPainter {
    private final Graphics2D g;
    private final MapView view;
    private final MapContent content;
    private final MapTheme theme;
    private final ClaimField field;
    private final PinLayout layout;
    private final double radius;

    ClaimPainter(Graphics2D g, MapView view, MapContent content, MapTheme theme) {
        this.g = g;
        this.view = view;
        this.content = content;
        this.theme = theme;
        this.radius = PinShape.radius(theme);
        this.field = ClaimField.of(view.projection(), content.claims());
        this.layout = PinLayout.of(field, view, content, radius);
    }

    PinLayout layout() {
        return layout;
    }

    MapPainter.Painted paint() {
        shapes();
        List<MapPainter.Target> targets = new ArrayList<>();
        ClusterPainter clusters = new ClusterPainter(g, theme);
        for (PinLayout.Cluster cluster : layout.clusters()) {
            clusters.paint(cluster, field, emphasis(cluster));
            List<Long> ids =
                    cluster.members().stream().map(i -> field.claim(i).id()).toList();
            targets.add(new MapPainter.Target(
                    ids, cluster.x(), cluster.y(), cluster.radius() + 2, cluster.x(), cluster.y()));
        }
        PinPainter pins = new PinPainter(g, theme, radius);
        for (PinPainter.Emphasis turn : PinPainter.Emphasis.values()) {
            for (PinLayout.Pin pin : layout.pins()) {
                if (emphasis(pin.index()) == turn) {
                    PinPainter.Stand stand = pin.moved() ? PinPainter.Stand.ASIDE : PinPainter.Stand.UPRIGHT;
                    pins.paint(face(pin.index()), pin.x(), pin.y(), pin.headX(), pin.headY(), stand, turn);
                    targets.add(target(pin));
                }
            }
        }
        return new MapPainter.Painted(List.copyOf(targets));
    }

    private MapPainter.Target target(PinLayout.Pin pin) {
        return new MapPainter.Target(
                List.of(field.claim(pin.index()).id()), pin.headX(), pin.headY(), radius * 1.25, pin.x(), pin.y());
    }

    private void shapes() {
        ShapePainter shapes = new ShapePainter(g, view, theme);
        forEach(i -> field.shape(i).filter(FlatShape::closed).isPresent(), shapes::area);
        Set<List<Double>> drawn = new HashSet<>();
        forEach(i -> showsRadius(i, drawn), (shape, claim, emphasis) -> shapes.uncertainty(claim, emphasis));
        forEach(i -> field.shape(i).filter(s -> !s.closed()).isPresent(), shapes::route);
    }

    /** Draws one claim's part of a layer. */
    private interface Drawing {
        void draw(Optional<FlatShape> shape, Claim claim, PinPainter.Emphasis emphasis);
    }

    private void forEach(Predicate<Integer> which, Drawing drawing) {
        for (PinPainter.Emphasis turn : PinPainter.Emphasis.values()) {
            for (int i = 0; i < field.size(); i++) {
                if (emphasis(i) == turn && which.test(i)) {
                    drawing.draw(field.shape(i), field.claim(i), turn);
                }
            }
        }
    }

    /** Points whose radius is larger than a pin; several at one place draw it once. */
    private boolean showsRadius(int index, Set<List<Double>> drawn) {
        Place place = field.place(index);
        boolean vague = place.precision().compareTo(PlacePrecision.TOWN) >= 0 || place.radiusMetres() > 500;
        if (field.shape(index).isPresent() || !vague) {
            return false;
        }
        double pixels = place.radiusMetres() / view.metresPerPixel();
        double x = view.screenX(field.x(index));
        double y = view.screenY(field.y(index));
        boolean seen =
                x > -3 * pixels && x < view.width() + 3 * pixels && y > -3 * pixels && y < view.height() + 3 * pixels;
        return seen
                && pixels > radius * 0.9
                && drawn.add(List.of(field.x(index), field.y(index), place.radiusMetres()));
    }

    private PinPainter.Emphasis emphasis(PinLayout.Cluster cluster) {
        PinPainter.Emphasis most = PinPainter.Emphasis.NONE;
        for (int member : cluster.members()) {
            PinPainter.Emphasis one = emphasis(member);
            most = one.compareTo(most) > 0 ? one : most;
        }
        return most;
    }

    private PinPainter.Emphasis emphasis(int index) {
        long id = field.claim(index).id();
        if (content.selected().contains(id)) {
            return PinPainter.Emphasis.SELECTED;
        }
        boolean hovered = content.hovered().isPresent() && content.hovered().getAsLong() == id;
        return hovered ? PinPainter.Emphasis.HOVERED : PinPainter.Emphasis.NONE;
    }

    private PinPainter.Face face(int index) {
        Claim claim = field.claim(index);
        return new PinPainter.Face(
                claim.category(),
                claim.status(),
                claim.modality(),
                onRoute(index) ? PlacePrecision.EXACT : field.place(index).precision(),
                content.numbers().getOrDefault(claim.id(), ""),
                true);
    }

    /** A route's pin points at its line, which is as precise as it gets. */
    private boolean onRoute(int index) {
        return field.shape(index).filter(shape -> !shape.closed()).isPresent();
    }
}
