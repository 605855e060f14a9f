package org.sightline.app.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import javafx.scene.input.KeyEvent;
import org.sightline.map.MapPainter;

/** The keys of a map that has the focus. */
final class MapKeys {
    private static final double STEP = 80;
    private static final double LARGE_STEP = 320;

    private final MapPane map;

    MapKeys(MapPane map) {
        this.map = map;
    }

    void install() {
        map.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getTarget() == map && pressed(event)) {
                event.consume();
            }
        });
    }

    private boolean pressed(KeyEvent event) {
        if (map.tool().isPresent() && map.tool().get().key(event)) {
            return true;
        }
        double step = event.isShiftDown() ? LARGE_STEP : STEP;
        return switch (event.getCode()) {
            case LEFT, KP_LEFT -> pan(step, 0);
            case RIGHT, KP_RIGHT -> pan(-step, 0);
            case UP, KP_UP -> pan(0, step);
            case DOWN, KP_DOWN -> pan(0, -step);
            case PLUS, ADD, EQUALS -> zoom(2);
            case MINUS, SUBTRACT -> zoom(0.5);
            case DIGIT0, NUMPAD0 -> event.isShortcutDown() && toClaims();
            case TAB -> !event.isShortcutDown() && step(event.isShiftDown() ? -1 : 1);
            case ENTER -> onPointed(id -> map.open(id));
            case SPACE -> onPointed(id -> map.select(Set.of(id)));
            case M -> !event.isShortcutDown() && measure();
            case ESCAPE -> escape();
            default -> false;
        };
    }

    private boolean pan(double dx, double dy) {
        map.look(map.getView().panned(dx, dy));
        return true;
    }

    private boolean zoom(double factor) {
        map.zoomBy(factor);
        return true;
    }

    private boolean toClaims() {
        map.zoomToClaims();
        return true;
    }

    /** Goes to the next pin in sight, left to right as they are read; past the last one the focus moves on. */
    private boolean step(int by) {
        List<MapPainter.Target> pins = new ArrayList<>(map.targets().stream()
                .filter(t -> t.x() >= 0 && t.x() < map.getWidth() && t.y() >= 0 && t.y() < map.getHeight())
                .toList());
        pins.sort((a, b) -> Long.compare(a.claimIds().getFirst(), b.claimIds().getFirst()));
        int now = indexOf(pins, map.hovered());
        int next = now < 0 ? (by > 0 ? 0 : pins.size() - 1) : now + by;
        if (next < 0 || next >= pins.size()) {
            map.hover(OptionalLong.empty());
            map.overlay().hideTip();
            return false;
        }
        map.hover(OptionalLong.of(pins.get(next).claimIds().getFirst()));
        map.overlay().tip(pins.get(next));
        return true;
    }

    private static int indexOf(List<MapPainter.Target> pins, OptionalLong id) {
        for (int i = 0; i < pins.size(); i++) {
            if (id.isPresent() && pins.get(i).claimIds().contains(id.getAsLong())) {
                return i;
            }
        }
        return -1;
    }

    private interface Act {
        void on(long id);
    }

    private boolean onPointed(Act act) {
        if (map.hovered().isEmpty() || map.tool().isPresent()) {
            return false;
        }
        act.on(map.hovered().getAsLong());
        return true;
    }

    private boolean measure() {
        map.measure(Optional.empty());
        return true;
    }

    /** Ends what is shown, from the inside out: opened pins, rings, the selection; a tool has seen the key before. */
    private boolean escape() {
        if (map.closeUp() || map.rings().end()) {
            return true;
        }
        boolean selected = !map.selection().isEmpty();
        map.select(Set.of());
        return selected;
    }
}
