package org.sightline.app.map;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import org.sightline.map.MapPainter;

/** The mouse, the wheel and the pinch on a map. */
final class MapGestures {
    /** Pixels a press may wander and still be a click. */
    private static final double SLOP = 4;

    /** A notch of the wheel (40 pixels) zooms by the fourth root of 2 squared. */
    private static final double PIXELS_PER_DOUBLING = 80;

    private final MapPane map;
    private double pressX;
    private double pressY;
    private double lastX;
    private double lastY;
    private boolean dragging;
    private boolean moveCancelled;
    private Optional<MapPainter.Target> pressed = Optional.empty();
    private Optional<PinMove> move = Optional.empty();
    private Optional<MapTool> grabbed = Optional.empty();

    MapGestures(MapPane map) {
        this.map = map;
    }

    void install() {
        map.addEventHandler(MouseEvent.MOUSE_MOVED, this::moved);
        map.addEventHandler(MouseEvent.MOUSE_EXITED, event -> left());
        map.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        map.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        map.addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
        map.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        map.addEventHandler(ZoomEvent.ZOOM, this::pinched);
        map.setOnContextMenuRequested(event -> {
            Point2D at = event.isKeyboardTrigger() ? keysAt() : new Point2D(event.getX(), event.getY());
            Point2D onScreen = map.localToScreen(at);
            MapMenu.at(map, at.getX(), at.getY()).show(map, onScreen.getX(), onScreen.getY());
            event.consume();
        });
        map.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && move.isPresent()) {
                cancelMove();
                event.consume();
            }
        });
    }

    /** The place of the pin the keys are at, or the middle of the map. */
    private Point2D keysAt() {
        return map.pins()
                .at()
                .map(pin -> new Point2D(pin.placeX(), pin.placeY()))
                .orElseGet(() -> new Point2D(map.getWidth() / 2, map.getHeight() / 2));
    }

    private void moved(MouseEvent event) {
        map.crosshair(false);
        map.pointAt(map.getView().position(event.getX(), event.getY()));
        if (map.tool().isPresent()) {
            map.setCursor(Cursor.CROSSHAIR);
            map.tool().get().point(event);
            return;
        }
        Optional<MapPainter.Target> target = map.targetAt(event.getX(), event.getY());
        map.setCursor(target.isPresent() ? Cursor.HAND : Cursor.DEFAULT);
        map.hover(target.map(t -> OptionalLong.of(t.claimIds().getFirst())).orElse(OptionalLong.empty()));
        target.ifPresentOrElse(map.overlay()::tip, map.overlay()::hideTip);
    }

    private void left() {
        map.pointAt(Optional.empty());
        if (move.isEmpty()) {
            map.hover(OptionalLong.empty());
            map.overlay().hideTip();
        }
    }

    private void pressed(MouseEvent event) {
        map.requestFocus();
        map.pins().leave();
        pressX = event.getX();
        pressY = event.getY();
        lastX = pressX;
        lastY = pressY;
        dragging = false;
        boolean left = event.getButton() == MouseButton.PRIMARY;
        grabbed = map.tool().filter(tool -> left && tool.grab(event));
        pressed = left && map.tool().isEmpty() ? map.targetAt(pressX, pressY) : Optional.empty();
    }

    private void dragged(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY && event.getButton() != MouseButton.MIDDLE) {
            return;
        }
        if (!dragging && Math.hypot(event.getX() - pressX, event.getY() - pressY) < SLOP) {
            return;
        }
        if (!dragging) {
            dragging = true;
            move = pressed.flatMap(target -> PinMove.of(map, target, pressX, pressY));
            move.ifPresent(m -> map.add(m.node()));
            map.overlay().hideTip();
        }
        map.pointAt(map.getView().position(event.getX(), event.getY()));
        if (grabbed.isPresent()) {
            grabbed.get().drag(event);
        } else if (move.isPresent()) {
            move.get().to(event.getX(), event.getY());
        } else if (!moveCancelled) {
            map.look(map.getView().panned(event.getX() - lastX, event.getY() - lastY));
            map.setCursor(Cursor.CLOSED_HAND);
        }
        lastX = event.getX();
        lastY = event.getY();
    }

    private void released(MouseEvent event) {
        boolean wasDragging = dragging;
        dragging = false;
        moveCancelled = false;
        map.setCursor(Cursor.DEFAULT);
        if (grabbed.isPresent() && wasDragging) {
            grabbed.get().drop();
        } else if (move.isPresent()) {
            PinMove dropped = move.get();
            endMove();
            dropped.drop(event.getX(), event.getY());
        } else if (!wasDragging && event.getButton() == MouseButton.PRIMARY) {
            clicked(event);
        }
    }

    private void cancelMove() {
        endMove();
        moveCancelled = true;
    }

    private void endMove() {
        move.ifPresent(m -> map.remove(m.node()));
        move = Optional.empty();
        map.overlay().hideTip();
    }

    private void clicked(MouseEvent event) {
        if (map.tool().isPresent()) {
            map.tool().get().click(event);
            return;
        }
        Optional<MapPainter.Target> target = map.targetAt(event.getX(), event.getY());
        if (target.isEmpty()) {
            clickedGround(event);
        } else if (target.get().claimIds().size() > 1) {
            ClusterOpening.open(map, target.get());
        } else if (event.getClickCount() == 2) {
            map.open(target.get().claimIds().getFirst());
        } else {
            select(target.get().claimIds().getFirst(), event.isShortcutDown() || event.isShiftDown());
        }
    }

    private void clickedGround(MouseEvent event) {
        if (event.getClickCount() == 2) {
            map.look(map.getView().zoomed(event.isShiftDown() ? 0.5 : 2, event.getX(), event.getY()));
        } else if (!event.isShortcutDown() && !event.isShiftDown()) {
            map.select(Set.of());
        }
    }

    private void select(long id, boolean adding) {
        Set<Long> ids = new LinkedHashSet<>(adding ? map.selection() : Set.<Long>of());
        if (adding && !ids.add(id)) {
            ids.remove(id);
        } else {
            ids.add(id);
        }
        map.select(ids);
    }

    private void scrolled(ScrollEvent event) {
        if (event.getDeltaY() != 0 && event.getTouchCount() == 0) {
            double factor = Math.pow(2, event.getDeltaY() / PIXELS_PER_DOUBLING);
            map.look(map.getView().zoomed(Math.clamp(factor, 0.25, 4), event.getX(), event.getY()));
        } else if (event.getTouchCount() > 0) {
            map.look(map.getView().panned(event.getDeltaX(), event.getDeltaY()));
        }
        event.consume();
    }

    private void pinched(ZoomEvent event) {
        if (event.getZoomFactor() > 0) {
            map.look(map.getView().zoomed(event.getZoomFactor(), event.getX(), event.getY()));
        }
        event.consume();
    }
}
