package org.sightline.app.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import javafx.geometry.Point2D;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Polyline;
import org.locationtech.jts.geom.Geometry;
import org.sightline.DomainException;
import org.sightline.geo.DrawnShape;
import org.sightline.geo.Geodesic;
import org.sightline.geo.Position;

/**
 * Draws a route or an area by its vertices, and changes one: a click adds a vertex, a drag moves one or pulls a new one
 * out of a side; both come to rest on what is near ({@link Snapping}), unless Alt is held. Coordinates can be typed.
 *
 * <p>Keys: Tab and Shift+Tab go from vertex to vertex, Alt with the arrows moves the chosen one, Backspace takes it away,
 * Shortcut+Z and Shortcut+Shift+Z take steps back and forth, Enter keeps the drawing, Esc drops it.
 */
final class DrawingTool implements MapTool {
    private static final double HANDLE = 9;
    private static final double SIDE = 6;
    private static final double NUDGE = 8;

    private final MapPane map;
    private final Group lines = new Group();
    private final DrawingBar bar;
    private final Pane pane;
    private Sketch sketch = new Sketch(Sketch.Shape.ROUTE, List.of());
    private Snapping snapping = Snapping.none();
    private Function<Geometry, CompletableFuture<?>> keep = shape -> CompletableFuture.completedFuture(shape);
    private Optional<Position> pointer = Optional.empty();
    private Optional<Grab> grab = Optional.empty();
    private int chosen = -1;
    private boolean growing;
    private boolean active;
    private boolean keeping;

    /** A vertex that is being dragged; {@code fresh} when it is pulled out of the side before {@code index}. */
    private record Grab(int index, boolean fresh, Position at) {
        Grab to(Position position) {
            return new Grab(index, fresh, position);
        }
    }

    DrawingTool(MapPane map) {
        this.map = map;
        bar = new DrawingBar(this::add, this::finish, this::end, map::requestFocus);
        lines.setMouseTransparent(true);
        pane = new Pane(lines, bar);
        pane.setManaged(false);
        pane.setPickOnBounds(false);
        pane.setVisible(false);
    }

    @Override
    public Node node() {
        return pane;
    }

    @Override
    public boolean active() {
        return active;
    }

    void begin(Sketch begun, String title, Function<Geometry, CompletableFuture<?>> keeper) {
        sketch = begun;
        keep = keeper;
        snapping = Snapping.to(map.getContent().claims());
        growing = !begun.isWhole();
        chosen = -1;
        pointer = Optional.empty();
        grab = Optional.empty();
        keeping = false;
        active = true;
        bar.begin(title, begun.shape(), growing);
        pane.setVisible(true);
        map.overlay().hideTip();
        map.requestFocus();
        update();
    }

    @Override
    public void end() {
        active = false;
        pane.setVisible(false);
        map.requestFocus();
    }

    /** Keeps what is drawn, when it is a shape. */
    private void finish() {
        if (keeping) {
            return;
        }
        try {
            Geometry shape = sketch.geometry();
            keeping = true;
            Sketch kept = sketch;
            keep.apply(shape).whenComplete((done, failure) -> {
                keeping = false;
                if (failure == null && sketch == kept) {
                    end();
                }
            });
        } catch (DomainException e) {
            bar.tell(e.getMessage());
        }
    }

    private void add(Position position) {
        sketch.add(position);
        chosen = sketch.vertices().size() - 1;
        if (!inSight(position)) {
            map.centreOn(position);
        }
        changed();
    }

    private boolean inSight(Position position) {
        Point2D at = screen(position);
        return at.getX() >= 0 && at.getX() <= map.getWidth() && at.getY() >= 0 && at.getY() <= map.getHeight();
    }

    private void changed() {
        bar.tell("");
        chosen = Math.min(chosen, sketch.vertices().size() - 1);
        update();
    }

    @Override
    public void point(MouseEvent event) {
        pointer = at(event, -1);
        update();
    }

    @Override
    public void click(MouseEvent event) {
        if (event.getClickCount() == 2 && sketch.isWhole()) {
            finish();
            return;
        }
        int vertex = vertexAt(event.getX(), event.getY());
        boolean closes = growing && vertex == 0 && sketch.shape() == Sketch.Shape.AREA && sketch.isWhole();
        if (closes) {
            finish();
        } else if (vertex >= 0) {
            chosen = vertex;
            update();
        } else if (growing || event.isShiftDown()) {
            at(event, -1).ifPresent(this::add);
        } else {
            int side = sideAt(event.getX(), event.getY());
            if (side >= 0) {
                at(event, -1).ifPresent(position -> {
                    sketch.insert(side + 1, position);
                    chosen = side + 1;
                    changed();
                });
            }
        }
    }

    @Override
    public boolean grab(MouseEvent event) {
        int vertex = vertexAt(event.getX(), event.getY());
        int side = vertex < 0 ? sideAt(event.getX(), event.getY()) : -1;
        grab = Optional.empty();
        if (vertex >= 0) {
            grab = Optional.of(new Grab(vertex, false, sketch.vertices().get(vertex)));
        } else if (side >= 0) {
            grab = at(event, -1).map(position -> new Grab(side + 1, true, position));
        }
        return grab.isPresent();
    }

    @Override
    public void drag(MouseEvent event) {
        grab = grab.map(held ->
                at(event, held.fresh() ? -1 : held.index()).map(held::to).orElse(held));
        grab.ifPresent(held -> map.overlay()
                .tip(
                        map.notationProperty()
                                .get()
                                .write(held.at(), map.getView().groundMetresPerPixel()),
                        "",
                        event.getX(),
                        event.getY(),
                        HANDLE));
        update();
    }

    @Override
    public void drop() {
        grab.ifPresent(held -> {
            if (held.fresh()) {
                sketch.insert(held.index(), held.at());
            } else {
                sketch.move(held.index(), held.at());
            }
            chosen = held.index();
        });
        grab = Optional.empty();
        map.overlay().hideTip();
        changed();
    }

    @Override
    public boolean key(KeyEvent event) {
        if (event.isShortcutDown()) {
            return history(event);
        }
        return switch (event.getCode()) {
            case ENTER -> did(this::finish);
            case ESCAPE -> did(this::end);
            case BACK_SPACE -> did(this::remove);
            case TAB -> choose(event.isShiftDown() ? -1 : 1);
            case LEFT, KP_LEFT -> event.isAltDown() && nudge(-NUDGE, 0);
            case RIGHT, KP_RIGHT -> event.isAltDown() && nudge(NUDGE, 0);
            case UP, KP_UP -> event.isAltDown() && nudge(0, -NUDGE);
            case DOWN, KP_DOWN -> event.isAltDown() && nudge(0, NUDGE);
            default -> false;
        };
    }

    private static boolean did(Runnable act) {
        act.run();
        return true;
    }

    private boolean history(KeyEvent event) {
        switch (event.getCode()) {
            case Z -> {
                if (event.isShiftDown()) {
                    sketch.redo();
                } else {
                    sketch.undo();
                }
            }
            case Y -> sketch.redo();
            default -> {
                return false;
            }
        }
        changed();
        return true;
    }

    private void remove() {
        if (!sketch.vertices().isEmpty()) {
            int gone = chosen >= 0 ? chosen : sketch.vertices().size() - 1;
            sketch.remove(gone);
            chosen = Math.max(gone - 1, sketch.vertices().isEmpty() ? -1 : 0);
            growing |= !sketch.isWhole();
            changed();
        }
    }

    /** The next vertex; past the last one the focus moves on. */
    private boolean choose(int by) {
        int next = chosen < 0 ? (by > 0 ? 0 : sketch.vertices().size() - 1) : chosen + by;
        boolean there = next >= 0 && next < sketch.vertices().size();
        chosen = there ? next : -1;
        update();
        return there;
    }

    private boolean nudge(double dx, double dy) {
        if (chosen >= 0) {
            Point2D from = screen(sketch.vertices().get(chosen));
            map.getView().position(from.getX() + dx, from.getY() + dy).ifPresent(to -> {
                sketch.move(chosen, to);
                changed();
            });
        }
        return true;
    }

    @Override
    public void update() {
        if (!active) {
            return;
        }
        lines.getChildren().clear();
        Sketch shown = held();
        List<Position> outline = new ArrayList<>(shown.vertices());
        if (shown.shape() == Sketch.Shape.AREA && shown.isWhole()) {
            outline.add(outline.getFirst());
            lines.getChildren().add(trace(outline, "map-measure-area"));
        }
        lines.getChildren().add(trace(outline, "map-measure-line"));
        if (growing
                && grab.isEmpty()
                && pointer.isPresent()
                && !shown.vertices().isEmpty()) {
            lines.getChildren().add(trace(List.of(shown.vertices().getLast(), pointer.get()), "map-measure-preview"));
        }
        for (int i = 0; i < shown.vertices().size(); i++) {
            Point2D at = screen(shown.vertices().get(i));
            Circle handle = new Circle(at.getX(), at.getY(), i == chosen ? 6 : 4.5);
            handle.getStyleClass().add(i == chosen ? "map-draw-chosen" : "map-measure-point");
            lines.getChildren().add(handle);
        }
        bar.show(size(shown));
    }

    /** The sketch as it would be if what is dragged were dropped now. */
    private Sketch held() {
        if (grab.isEmpty()) {
            return sketch;
        }
        Sketch copy = new Sketch(sketch.shape(), sketch.vertices());
        if (grab.get().fresh()) {
            copy.insert(grab.get().index(), grab.get().at());
        } else {
            copy.move(grab.get().index(), grab.get().at());
        }
        return copy;
    }

    private static String size(Sketch shown) {
        if (shown.vertices().size() < 2) {
            return "";
        }
        String length = MapWords.say(
                shown.shape() == Sketch.Shape.ROUTE ? "draw.length" : "draw.around", MapWords.length(shown.metres()));
        if (shown.shape() == Sketch.Shape.ROUTE || !shown.isWhole()) {
            return length;
        }
        try {
            return MapWords.say("measure.area", MapWords.area(Geodesic.area(DrawnShape.area(shown.vertices()))))
                    + "  ·  " + length;
        } catch (DomainException e) { // its sides cross for now
            return length;
        }
    }

    private Polyline trace(List<Position> through, String style) {
        Polyline line = new Polyline();
        line.getStyleClass().add(style);
        through.forEach(position -> {
            Point2D at = screen(position);
            line.getPoints().addAll(at.getX(), at.getY());
        });
        return line;
    }

    /** Where the pointer is, on what is near; {@code except} is a vertex that does not draw itself near. */
    private Optional<Position> at(MouseEvent event, int except) {
        Optional<Position> free = map.getView().position(event.getX(), event.getY());
        if (event.isAltDown()) {
            return free;
        }
        List<Position> own = new ArrayList<>(sketch.vertices());
        if (except >= 0) {
            own.remove(except);
        }
        return snapping.near(map.getView(), event.getX(), event.getY(), own).or(() -> free);
    }

    private int vertexAt(double x, double y) {
        int nearest = -1;
        double least = HANDLE;
        for (int i = 0; i < sketch.vertices().size(); i++) {
            double distance = screen(sketch.vertices().get(i)).distance(x, y);
            if (distance < least) {
                least = distance;
                nearest = i;
            }
        }
        return nearest;
    }

    private int sideAt(double x, double y) {
        for (int side = 0; side < sketch.sides(); side++) {
            Point2D from = screen(sketch.sideBegin(side));
            Point2D to = screen(sketch.sideEnd(side));
            if (java.awt.geom.Line2D.ptSegDist(from.getX(), from.getY(), to.getX(), to.getY(), x, y) < SIDE) {
                return side;
            }
        }
        return -1;
    }

    private Point2D screen(Position position) {
        double[] xy = map.getView().screen(position);
        return new Point2D(xy[0], xy[1]);
    }
}
