package org.sightline.app.map;

import java.util.Optional;
import java.util.Set;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

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
        if (map.tool().isPresent()) {
            MapTool tool = map.tool().get();
            if (tool.key(event)) {
                return true;
            }
            if (event.getCode() == KeyCode.SPACE && !event.isShortcutDown()) {
                map.crosshair(true);
                tool.put(map.getWidth() / 2, map.getHeight() / 2);
                return true;
            }
        }
        return event.isShortcutDown() ? withShortcut(event) : plain(event);
    }

    private boolean withShortcut(KeyEvent event) {
        return switch (event.getCode()) {
            case DIGIT0, NUMPAD0 -> toClaims();
            case LEFT, KP_LEFT -> map.pins().toward(-1, 0);
            case RIGHT, KP_RIGHT -> map.pins().toward(1, 0);
            case UP, KP_UP -> map.pins().toward(0, -1);
            case DOWN, KP_DOWN -> map.pins().toward(0, 1);
            case PLUS, ADD, EQUALS -> zoom(2);
            case MINUS, SUBTRACT -> zoom(0.5);
            case SPACE -> map.tool().isEmpty() && map.pins().choose(true);
            default -> false;
        };
    }

    private boolean plain(KeyEvent event) {
        double step = event.isShiftDown() ? LARGE_STEP : STEP;
        return switch (event.getCode()) {
            case LEFT, KP_LEFT -> pan(step, 0);
            case RIGHT, KP_RIGHT -> pan(-step, 0);
            case UP, KP_UP -> pan(0, step);
            case DOWN, KP_DOWN -> pan(0, -step);
            case PLUS, ADD, EQUALS -> zoom(2);
            case MINUS, SUBTRACT -> zoom(0.5);
            case TAB -> map.pins().step(event.isShiftDown() ? -1 : 1);
            case HOME -> map.pins().end(false);
            case END -> map.pins().end(true);
            case ENTER -> map.tool().isEmpty() && (map.pins().open() || onPointed(id -> map.open(id)));
            case SPACE -> map.pins().choose(event.isShiftDown()) || onPointed(id -> map.select(Set.of(id)));
            case M -> measure();
            case ESCAPE -> escape();
            default -> false;
        };
    }

    private boolean pan(double dx, double dy) {
        map.look(map.getView().panned(dx, dy));
        aim();
        return true;
    }

    private boolean zoom(double factor) {
        map.zoomBy(factor);
        aim();
        return true;
    }

    /** With keys, what is drawn or measured goes on from the middle of the map. */
    private void aim() {
        map.tool().ifPresent(tool -> {
            map.crosshair(true);
            tool.aim(map.getWidth() / 2, map.getHeight() / 2);
        });
    }

    private boolean toClaims() {
        map.zoomToClaims();
        return true;
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
        aim();
        return true;
    }

    /** Ends what is shown, from the inside out: opened pins, rings, the pin the keys are at, the selection; a tool has seen the key before. */
    private boolean escape() {
        if (map.closeUp() || map.rings().end() || map.pins().leave()) {
            return true;
        }
        boolean selected = !map.selection().isEmpty();
        map.select(Set.of());
        return selected;
    }
}
