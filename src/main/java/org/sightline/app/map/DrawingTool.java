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
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.sightline.DomainException;
import org.sightline.geo.DrawnShape;
import org.sightline.geo.Geodesic;
import org.sightline.geo.Position;

/**
 * Draws a route or an area by its vertices, and changes one: a click adds a vertex, a drag moves one or pulls a new one
 * out of a side; both come to rest on what is near ({@link Snapping}), unless Alt is held. Coordinates can be typed.
 *
 * <p>Keys: Tab and Shift+Tab go from vertex to vertex, Alt with the arrows moves the chosen one, Backspace or Delete takes
 * it away, or else the last, Shortcut+Z and Shortcut+Shift+Z take steps back and forth, Enter keeps the drawing, Esc drops
 * it. What was dropped can be taken up again ({@link MapPane#setOnDropped}); nothing else ends a drawing that has
 * something in it.
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
    private Runnable again = () -> {};
    private String title = "";
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
        bar = new DrawingBar(this::add, this::finish, this::abandon, map::requestFocus);
        map.widthProperty().addListener((width, before, now) -> bar.fit(now.doubleValue()));
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

    void begin(Sketch begun, String what, Function<Geometry, CompletableFuture<?>> keeper) {
        sketch = begun;
        keep = keeper;
        title = what;
        snapping = Snapping.to(map.getContent().claims());
        growing = !begun.isWhole();
        chosen = -1;
        pointer = Optional.empty();
        grab = Optional.empty();
        keeping = false;
        active = true;
        bar.begin(title, begun.shape(), growing);
        bar.fit(map.getWidth());
        pane.setVisible(true);
        map.overlay().hideTip();
        map.requestFocus();
        update();
    }

    @Override
    public void end() {
        boolean within = pane.isFocusWithin();
        active = false;
        map.crosshair(false);
        pane.setVisible(false);
        if (within) {
            map.requestFocus();
        }
    }

    /** Whether something would be lost if it ended now. */
    boolean unkept() {
        return active && sketch.changed();
    }

    /** Says that the drawing is to be kept or dropped first. */
    void remind() {
        bar.tell(MapPane.WORDS.getString("draw.first"));
        map.requestFocus();
    }

    /** Ends without a result; what was drawn can be taken up again. */
    private void abandon() {
        boolean lost = unkept();
        Sketch dropped = sketch;
        String what = title;
        Function<Geometry, CompletableFuture<?>> keeper = keep;
        end();
        if (lost) {
            again = () -> begin(dropped, what, keeper);
            map.dropped(this::again);
        }
    }

    /** Takes up again what was given up or kept last; not while there is another drawing that would be lost. */
    void again() {
        if (!map.keepsDrawing()) {
            map.endTool();
            again.run();
        }
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
            String what = title;
            Function<Geometry, CompletableFuture<?>> keeper = keep;
            again = () -> begin(kept, what, keeper);
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
    public void aim(double x, double y) {
        pointer = at(x, y, -1);
        update();
    }

    @Override
    public void put(double x, double y) {
        at(x, y, -1).ifPresent(this::add);
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
            case ESCAPE -> did(this::abandon);
            case BACK_SPACE, DELETE -> did(this::remove);
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
            lines.getChildren().add(covered(shown.vertices()));
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

    private Path trace(List<Position> through, String style) {
        Path line = new Path();
        line.getStyleClass().add(style);
        for (int i = 1; i < through.size(); i++) {
            for (double[] leg : legs(through.get(i - 1), through.get(i))) {
                line.getElements().addAll(new MoveTo(leg[0], leg[1]), new LineTo(leg[2], leg[3]));
            }
        }
        return line;
    }

    /** What the corners bound, in parts where it crosses 180 degrees; nothing while its sides cross. */
    private Path covered(List<Position> corners) {
        Path area = new Path();
        area.getStyleClass().add("map-measure-area");
        try {
            Geometry shape = DrawnShape.area(corners);
            for (int i = 0; i < shape.getNumGeometries(); i++) {
                if (shape.getGeometryN(i) instanceof Polygon part) {
                    fill(area, part.getExteriorRing().getCoordinates());
                }
            }
        } catch (DomainException e) { // what is no area yet has no inside
            area.setVisible(false);
        }
        return area;
    }

    private void fill(Path area, Coordinate[] ring) {
        for (int i = 0; i < ring.length; i++) {
            Point2D at = screen(new Position(ring[i].y, ring[i].x));
            area.getElements().add(i == 0 ? new MoveTo(at.getX(), at.getY()) : new LineTo(at.getX(), at.getY()));
        }
    }

    /** A side in pixels: two pieces where it crosses 180 degrees. */
    private List<double[]> legs(Position from, Position to) {
        double step = to.lon() - from.lon();
        if (Math.abs(step) <= 180) {
            return List.of(leg(from, to));
        }
        double edge = from.lon() > 0 ? 180 : -180;
        double share = (edge - from.lon()) / (step + 2 * edge);
        double lat = from.lat() + (to.lat() - from.lat()) * share;
        return List.of(leg(from, new Position(lat, edge)), leg(new Position(lat, -edge), to));
    }

    private double[] leg(Position from, Position to) {
        Point2D begin = screen(from);
        Point2D end = screen(to);
        return new double[] {begin.getX(), begin.getY(), end.getX(), end.getY()};
    }

    /** Where the pointer is, on what is near; {@code except} is a vertex that does not draw itself near. */
    private Optional<Position> at(MouseEvent event, int except) {
        return event.isAltDown()
                ? map.getView().position(event.getX(), event.getY())
                : at(event.getX(), event.getY(), except);
    }

    private Optional<Position> at(double x, double y, int except) {
        List<Position> own = new ArrayList<>(sketch.vertices());
        if (except >= 0) {
            own.remove(except);
        }
        return snapping.near(map.getView(), x, y, own)
                .or(() -> Snapping.around(map.getView(), map.seenLayers(), x, y))
                .or(() -> map.getView().position(x, y));
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
            for (double[] leg : legs(sketch.sideBegin(side), sketch.sideEnd(side))) {
                if (java.awt.geom.Line2D.ptSegDist(leg[0], leg[1], leg[2], leg[3], x, y) < SIDE) {
                    return side;
                }
            }
        }
        return -1;
    }

    private Point2D screen(Position position) {
        double[] xy = map.getView().screen(position);
        return new Point2D(xy[0], xy[1]);
    }
}
