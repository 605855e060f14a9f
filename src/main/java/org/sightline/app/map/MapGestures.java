package org.sightline.app.map;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import org.locationtech.jts.geom.Envelope;
import org.sightline.claim.Place;
import org.sightline.map.MapPainter;

/** The mouse, the wheel and the pinch on a map. */
final class MapGestures {
    /** Pixels a press may wander and still be a click. */
    private static final double SLOP = 4;

    /** Clusters of more claims are approached, not measured. */
    private static final int MOST_MEASURED = 5_000;

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
            MapMenu.at(map, event.getX(), event.getY()).show(map, event.getScreenX(), event.getScreenY());
            event.consume();
        });
        map.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && move.isPresent()) {
                cancelMove();
                event.consume();
            }
        });
    }

    private void moved(MouseEvent event) {
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
            openCluster(target.get());
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

    /** Zooms in until its claims part; those at one and the same place are opened out around it. */
    private void openCluster(MapPainter.Target cluster) {
        List<Long> ids = cluster.claimIds();
        if (ids.size() > MOST_MEASURED) {
            map.look(map.getView().zoomed(4, cluster.placeX(), cluster.placeY()));
            return;
        }
        Envelope all = new Envelope();
        ids.forEach(id -> map.claim(id)
                .flatMap(c -> c.place())
                .map(Place::geometry)
                .ifPresent(g -> {
                    var at = g.getCentroid();
                    all.expandToInclude(at.getX(), at.getY());
                }));
        if (all.getWidth() < 1e-4 && all.getHeight() < 1e-4) {
            map.openOut(Set.copyOf(ids));
        } else {
            map.zoomTo(all);
        }
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
