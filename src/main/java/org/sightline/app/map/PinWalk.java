package org.sightline.app.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Group;
import javafx.scene.Node;
import org.sightline.map.MapPainter;

/**
 * Where the keys are among the pins in sight: in the order of the claims' numbers, or in a direction. The pin they are at
 * has a ring, its tip, and the screen reader's attention; it is kept by its claim, so that it stays the same when the map
 * moves or a cluster is opened.
 *
 * <p>Thread rule: window's thread.
 */
final class PinWalk {
    /** Of a larger cluster only the first claims are chosen at once. */
    private static final int MOST_CHOSEN = 200;

    private static final int MOST_ITEMS = 500;

    private final MapPane map;
    private final Group nodes = new Group();
    private final Map<Integer, PinItem> told = new HashMap<>();
    private Optional<PinItem> ring = Optional.empty();
    private Optional<MapPainter.Target> at = Optional.empty();
    private OptionalLong claim = OptionalLong.empty();

    PinWalk(MapPane map) {
        this.map = map;
        nodes.setManaged(false);
        nodes.setMouseTransparent(true);
        map.focusedProperty().addListener((focus, before, now) -> show());
    }

    Node node() {
        return nodes;
    }

    /** The pin or cluster the keys are at. */
    Optional<MapPainter.Target> at() {
        return at;
    }

    /** The next pin by the claims' numbers; false, and the keys are at none, past the last one. */
    boolean step(int by) {
        List<MapPainter.Target> pins = inSight();
        int now = indexOf(pins);
        int next = now < 0 ? (by > 0 ? 0 : pins.size() - 1) : now + by;
        if (next < 0 || next >= pins.size()) {
            leave();
            return false;
        }
        go(pins, next);
        return true;
    }

    /** The first or the last pin in sight; false when there is none. */
    boolean end(boolean last) {
        List<MapPainter.Target> pins = inSight();
        if (!pins.isEmpty()) {
            go(pins, last ? pins.size() - 1 : 0);
        }
        return !pins.isEmpty();
    }

    /** The nearest pin that lies in a direction, seen from where the keys are or from the middle of the map. */
    boolean toward(double dx, double dy) {
        double fromX = at.map(MapPainter.Target::x).orElse(map.getWidth() / 2);
        double fromY = at.map(MapPainter.Target::y).orElse(map.getHeight() / 2);
        List<MapPainter.Target> pins = inSight();
        int now = indexOf(pins);
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < pins.size(); i++) {
            double along = (pins.get(i).x() - fromX) * dx + (pins.get(i).y() - fromY) * dy;
            double aside =
                    Math.abs((pins.get(i).x() - fromX) * dy - (pins.get(i).y() - fromY) * dx);
            double cost = along + 2 * aside;
            if (i != now && along > 0 && aside <= 2 * along && cost < least) {
                least = cost;
                best = i;
            }
        }
        if (best >= 0) {
            go(pins, best);
        }
        return true;
    }

    void goTo(int index) {
        List<MapPainter.Target> pins = inSight();
        if (index >= 0 && index < pins.size()) {
            map.requestFocus();
            go(pins, index);
        }
    }

    private void go(List<MapPainter.Target> pins, int index) {
        at = Optional.of(pins.get(index));
        claim = OptionalLong.of(pins.get(index).claimIds().getFirst());
        ring = Optional.of(new PinItem(map, pins.get(index), index, pins.size()));
        map.hover(claim);
        show();
        map.notifyAccessibleAttributeChanged(AccessibleAttribute.FOCUS_ITEM);
    }

    /** The keys are at no pin any more; false when they were at none. */
    boolean leave() {
        boolean any = at.isPresent();
        at = Optional.empty();
        claim = OptionalLong.empty();
        ring = Optional.empty();
        if (any) {
            map.hover(OptionalLong.empty());
            show();
            map.overlay().hideTip();
            map.notifyAccessibleAttributeChanged(AccessibleAttribute.FOCUS_ITEM);
        }
        return any;
    }

    /** Opens the claim, or shows the claims of a cluster apart. */
    boolean open() {
        at.ifPresent(target -> {
            if (target.claimIds().size() > 1) {
                ClusterOpening.open(map, target);
            } else {
                map.open(target.claimIds().getFirst());
            }
        });
        return at.isPresent();
    }

    /** Chooses the claim, or those of a cluster; {@code adding}, to those that are chosen, or not any more. */
    boolean choose(boolean adding) {
        at.ifPresent(target -> {
            List<Long> ids = target.claimIds()
                    .subList(0, Math.min(MOST_CHOSEN, target.claimIds().size()));
            Set<Long> chosen = new LinkedHashSet<>(adding ? map.selection() : Set.<Long>of());
            if (adding && chosen.containsAll(ids)) {
                ids.forEach(chosen::remove);
            } else {
                chosen.addAll(ids);
            }
            map.select(chosen);
            ring.ifPresent(item -> item.notifyAccessibleAttributeChanged(AccessibleAttribute.SELECTED));
        });
        return at.isPresent();
    }

    /** Finds the pin again after the map moved or was painted anew; what was a cluster may have parted. */
    void follow() {
        if (!told.isEmpty()) {
            told.clear();
            show();
        }
        if (claim.isEmpty()) {
            return;
        }
        long id = claim.getAsLong();
        Optional<List<Long>> before = at.map(MapPainter.Target::claimIds);
        at = map.targets().stream()
                .filter(target -> target.claimIds().contains(id))
                .findFirst();
        if (at.isEmpty()) {
            leave();
        } else if (before.equals(at.map(MapPainter.Target::claimIds))) {
            show();
        } else {
            List<MapPainter.Target> pins = inSight();
            int index = indexOf(pins);
            if (index >= 0) {
                go(pins, index);
            } else {
                show();
            }
        }
    }

    private void show() {
        nodes.getChildren().clear();
        if (map.tool().isPresent() && ring.isPresent()) {
            map.overlay().hideTip();
        } else if (map.isFocused()) {
            ring.ifPresent(item -> at.ifPresent(target -> {
                item.stand(target);
                item.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("at"), true);
                nodes.getChildren().add(item);
                map.overlay().tip(target);
            }));
        }
    }

    /** What is in sight, by the claims' numbers. */
    private List<MapPainter.Target> inSight() {
        List<MapPainter.Target> pins = new ArrayList<>(map.targets().stream()
                .filter(t -> t.x() >= 0 && t.x() < map.getWidth() && t.y() >= 0 && t.y() < map.getHeight())
                .toList());
        pins.sort(Comparator.comparingLong(pin -> pin.claimIds().getFirst()));
        return pins;
    }

    private int indexOf(List<MapPainter.Target> pins) {
        for (int i = 0; i < pins.size() && claim.isPresent(); i++) {
            if (pins.get(i).claimIds().contains(claim.getAsLong())) {
                return i;
            }
        }
        return -1;
    }

    // for a screen reader that looks through the map by itself

    int count() {
        return inSight().size();
    }

    /** The item the keys are at, or the map itself has the attention. */
    Optional<Node> item() {
        return ring.map(item -> item);
    }

    Optional<Node> item(int index) {
        List<MapPainter.Target> pins = inSight();
        if (index < 0 || index >= Math.min(MOST_ITEMS, pins.size())) {
            return Optional.empty();
        }
        if (ring.isPresent() && indexOf(pins) == index) {
            return item();
        }
        return Optional.of(told.computeIfAbsent(index, i -> {
            PinItem item = new PinItem(map, pins.get(i), i, pins.size());
            nodes.getChildren().add(item);
            return item;
        }));
    }

    /** Items of those that are chosen. */
    ObservableList<Node> chosen() {
        List<MapPainter.Target> pins = inSight();
        ObservableList<Node> chosen = FXCollections.observableArrayList();
        for (int i = 0; i < Math.min(MOST_ITEMS, pins.size()); i++) {
            boolean one = pins.get(i).claimIds().size() == 1;
            if (one && map.selection().contains(pins.get(i).claimIds().getFirst())) {
                item(i).ifPresent(chosen::add);
            }
        }
        return chosen;
    }
}
