package org.sightline.app.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import javafx.collections.SetChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Lineal;
import org.locationtech.jts.geom.Polygonal;
import org.sightline.claim.Claim;
import org.sightline.geo.DrawnShape;
import org.sightline.geo.LongitudeSpan;
import org.sightline.geo.MapProjection;
import org.sightline.geo.Notation;
import org.sightline.geo.Position;
import org.sightline.jobs.Jobs;
import org.sightline.map.MapContent;
import org.sightline.map.MapLayer;
import org.sightline.map.MapPainter;
import org.sightline.map.MapTheme;
import org.sightline.map.MapView;
import org.sightline.map.PinRows;
import org.sightline.map.SymbolSet;

/**
 * A map that can be panned, zoomed, pointed at and measured on. It shows a {@link MapContent}, keeps the selection, and
 * tells through callbacks what a person asked for; it changes no claim itself.
 *
 * <p>Keys while it has the focus: arrows pan, + and - zoom, Shortcut+0 shows all claims; Tab and Shift+Tab go from pin
 * to pin and out, Home and End to the first and last, Shortcut with the arrows to the next in a direction, Space selects
 * (with Shift too), Enter opens a claim or shows a cluster's claims apart; M measures, Space sets a point in the middle
 * while something is measured or drawn; Esc ends what is under way. While something is drawn, keys are those of {@link
 * DrawingTool}. To a screen reader it is a list of the pins in sight. Nothing on it is animated.
 *
 * <pre>{@code
 * MapPane map = new MapPane(Jobs.background());
 * map.setContent(MapContent.of(claims));
 * map.setOnMove((claimId, position) -> board.apply(...));
 * map.selection().addListener(...);
 * }</pre>
 *
 * <p>Thread rule: window's thread. Painting goes to {@link Jobs}.
 */
public final class MapPane extends Region {
    static final ResourceBundle WORDS = ResourceBundle.getBundle("org.sightline.app.map.map");

    private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");
    private static final double NEAREST = 0.3;
    private static final double FIT_PADDING = 64;
    private static final double WORLD = 40_075_016.686;

    private final ObjectProperty<MapContent> content =
            new SimpleObjectProperty<>(this, "content", MapContent.of(List.of()));
    private final ObjectProperty<List<MapLayer>> layers = new SimpleObjectProperty<>(this, "layers", List.of());
    private final ReadOnlyObjectWrapper<Map<MapLayer, RuntimeException>> failedLayers =
            new ReadOnlyObjectWrapper<>(this, "failedLayers", Map.of());
    private final ObjectProperty<MapTheme> theme = new SimpleObjectProperty<>(this, "theme", MapTheme.LIGHT);
    private final ObjectProperty<Notation> notation = new SimpleObjectProperty<>(this, "notation", Notation.DECIMAL);
    private final BooleanProperty grid = new SimpleBooleanProperty(this, "grid");
    private final BooleanProperty density = new SimpleBooleanProperty(this, "density");
    private final ObjectProperty<SymbolSet> symbols = new SimpleObjectProperty<>(this, "symbols", SymbolSet.PINS);
    private final BooleanProperty gathered = new SimpleBooleanProperty(this, "gathered", true);
    private final ReadOnlyObjectWrapper<MapView> view;
    private final ReadOnlyObjectWrapper<Optional<Position>> pointerPosition =
            new ReadOnlyObjectWrapper<>(this, "pointerPosition", Optional.empty());
    private final ReadOnlyDoubleWrapper scaleDenominator = new ReadOnlyDoubleWrapper(this, "scaleDenominator");
    private final ObservableSet<Long> selection = FXCollections.observableSet();

    private final MapFrames frames;
    private final MapOverlay overlay;
    private final MeasuringTool measuring;
    private final DrawingTool drawing;
    private final RangeRings rings;
    private final PinWalk pins;
    private final Crosshair crosshair = new Crosshair();
    private final FocusRing focusRing = new FocusRing();
    private final Rectangle clip = new Rectangle();
    private Set<Long> opened = Set.of();
    private OptionalLong hovered = OptionalLong.empty();
    private boolean fitted;
    private long layersEdition;
    private final List<Runnable> whenSettled = new ArrayList<>();
    private final List<Runnable> whenDrawn = new ArrayList<>();
    private Consumer<Long> onOpen = id -> {};
    private Consumer<Runnable> onDropped = again -> {};
    private Function<Long, Optional<Claim>> words = id -> Optional.empty();
    private Optional<BiConsumer<Long, Position>> onMove = Optional.empty();
    private Optional<Consumer<Position>> onPinHere = Optional.empty();
    private Optional<Consumer<Position>> onWhatIsHere = Optional.empty();

    /** @param jobs paints frames; {@link Jobs#inline} paints in the window's thread, for tests */
    public MapPane(Jobs jobs) {
        MapView world = new MapView(MapProjection.webMercator(), 0, 0, WORLD / 1024, 1, 1);
        view = new ReadOnlyObjectWrapper<>(this, "view", world);
        frames = new MapFrames(jobs, world, this::frameShown);
        overlay = new MapOverlay(this, jobs);
        measuring = new MeasuringTool(this);
        drawing = new DrawingTool(this);
        rings = new RangeRings(this);
        pins = new PinWalk(this);
        getStyleClass().add("map-pane");
        getStylesheets().add(MapPane.class.getResource("map.css").toExternalForm());
        getChildren().add(frames.node());
        getChildren()
                .addAll(
                        rings.drawn(),
                        pins.node(),
                        overlay,
                        measuring.node(),
                        drawing.node(),
                        crosshair,
                        rings.form(),
                        focusRing);
        setClip(clip);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        setAccessibleRoleDescription(WORDS.getString("role"));
        setAccessibleHelp(WORDS.getString("keys"));
        new MapGestures(this).install();
        new MapKeys(this).install();
        watch();
    }

    private void watch() {
        content.addListener((o, before, after) -> {
            fitOnce();
            repaint();
            describe();
        });
        theme.addListener((o, before, after) -> themed());
        layers.addListener((o, before, after) -> repaint());
        grid.addListener((o, before, after) -> repaint());
        density.addListener((o, before, after) -> {
            overlay.hideTip();
            repaint();
        });
        gathered.addListener((o, before, after) -> repaint());
        notation.addListener((o, before, after) -> repaint());
        symbols.addListener((o, before, after) -> repaint());
        selection.addListener((SetChangeListener<Long>) change -> repaint());
        focusedProperty().addListener((o, before, after) -> focusRing.setVisible(after));
        describe();
    }

    private void themed() {
        pseudoClassStateChanged(DARK, theme.get() == MapTheme.DARK);
        repaint();
    }

    // what it shows

    public ObjectProperty<MapContent> contentProperty() {
        return content;
    }

    public MapContent getContent() {
        return content.get();
    }

    /** Its selection is taken from {@link #selection()}, and its hover from the pointer. */
    public void setContent(MapContent value) {
        content.set(value);
    }

    /** What is laid over the base map, below names and pins, the lowest first; an immutable list. */
    public ObjectProperty<List<MapLayer>> layersProperty() {
        return layers;
    }

    /** To be called when layers would paint something else than before, such as tiles that have come. */
    public void paintLayersAgain() {
        layersEdition++;
        repaint();
    }

    /** Layers that could not be painted when the map last was, and why; the rest of the map is there. */
    public ReadOnlyObjectProperty<Map<MapLayer, RuntimeException>> failedLayersProperty() {
        return failedLayers.getReadOnlyProperty();
    }

    public ObjectProperty<MapTheme> themeProperty() {
        return theme;
    }

    /** How coordinates are shown and copied. */
    public ObjectProperty<Notation> notationProperty() {
        return notation;
    }

    /** Whether the grid of the notation is drawn: meridians and parallels, or that of UTM and MGRS. */
    public BooleanProperty gridProperty() {
        return grid;
    }

    /** Whether it is shown how densely claims lie, with pins for the selected ones alone. */
    public BooleanProperty densityProperty() {
        return density;
    }

    /** Which signs stand for claims; of {@link PinRows} always pins. */
    public ObjectProperty<SymbolSet> symbolsProperty() {
        return symbols;
    }

    /** Whether claims that lie close are gathered into clusters; else each is shown, as a mark when they are many. */
    public BooleanProperty gatheredProperty() {
        return gathered;
    }

    /** Ids of the selected claims; may be changed from outside. */
    public ObservableSet<Long> selection() {
        return selection;
    }

    /** Where it looks. */
    public ReadOnlyObjectProperty<MapView> viewProperty() {
        return view.getReadOnlyProperty();
    }

    public MapView getView() {
        return view.get();
    }

    /** Under the pointer; empty when the pointer is elsewhere. */
    public ReadOnlyObjectProperty<Optional<Position>> pointerPositionProperty() {
        return pointerPosition.getReadOnlyProperty();
    }

    /** The N of 1:N at the centre, at 96 dots per inch. */
    public ReadOnlyDoubleProperty scaleDenominatorProperty() {
        return scaleDenominator.getReadOnlyProperty();
    }

    // what it tells

    /** Where the words of a claim are found for its tip, when the content has none ({@link PinRows}). */
    public void setWords(Function<Long, Optional<Claim>> source) {
        words = source;
    }

    /** To be called when words that were asked for and missing may be found now. */
    public void wordsFound() {
        overlay.again();
    }

    /** The claim with its words, as far as they are to be had. */
    Optional<Claim> told(long id) {
        return words.apply(id).or(() -> claim(id));
    }

    /** Told the claim that was opened: a double click, or Enter. */
    public void setOnOpen(Consumer<Long> action) {
        onOpen = action;
    }

    /** Told when a drawing was given up that had something in it, with what takes it up again. */
    public void setOnDropped(Consumer<Runnable> action) {
        onDropped = action;
    }

    /** Told the claim whose pin was dragged, and where to; without it, pins cannot be dragged. */
    public void setOnMove(BiConsumer<Long, Position> action) {
        onMove = Optional.of(action);
    }

    /** Told where a pin is wanted; without it, the menu does not offer one. */
    public void setOnPinHere(Consumer<Position> action) {
        onPinHere = Optional.of(action);
    }

    /** Told where somebody wants to know what is there; without it, the menu does not offer it. */
    public void setOnWhatIsHere(Consumer<Position> action) {
        onWhatIsHere = Optional.of(action);
    }

    // where it looks

    /** Shows all placed claims; the world when there is none. */
    public void zoomToClaims() {
        extent().ifPresentOrElse(this::zoomTo, () -> zoomTo(new Envelope(-170, 180, -56, 74)));
    }

    /** Shows the selected claims; does nothing when none of them has a place. */
    public void zoomToSelection() {
        Envelope all = new Envelope();
        selection.stream()
                .flatMap(id -> claim(id).stream())
                .flatMap(claim -> claim.place().stream())
                .forEach(place -> all.expandToInclude(place.geometry().getEnvelopeInternal()));
        if (!all.isNull()) {
            zoomTo(all);
        }
    }

    /** Shows an extent, degrees. */
    public void zoomTo(Envelope degrees) {
        MapView now = view.get();
        double padding = Math.min(FIT_PADDING, Math.min(now.width(), now.height()) / 5.0);
        MapView fit = MapView.fit(now.projection(), degrees, now.width(), now.height(), padding);
        boolean point = degrees.getWidth() < 1e-3 && degrees.getHeight() < 1e-3;
        look(point ? fit.at(Math.max(fit.metresPerPixel(), 120)) : fit);
    }

    /**
     * Shows the same part of the world in another projection; all claims where the middle of the map is not in it.
     *
     * @param projection made off the window's thread
     */
    public void setProjection(MapProjection projection) {
        MapView now = view.get();
        double ground = now.groundMetresPerPixel();
        Optional<Position> middle = now.position(now.width() / 2.0, now.height() / 2.0);
        MapView empty = new MapView(projection, 0, 0, ground, now.width(), now.height());
        double[] xy = {Double.NaN, Double.NaN};
        middle.ifPresent(at -> projection.project(at.lon(), at.lat(), xy, 0));
        view.set(empty);
        if (middle.isPresent() && Double.isFinite(xy[0]) && Double.isFinite(xy[1])) {
            double factor =
                    projection.scaleFactor(middle.get().lon(), middle.get().lat());
            look(empty.at(Double.isFinite(factor) && factor > 0 ? ground * factor : ground)
                    .centredOn(middle.get()));
        } else {
            zoomToClaims();
        }
    }

    /** Brings a position to the middle. */
    public void centreOn(Position position) {
        look(view.get().centredOn(position));
    }

    /** Brings a position to the middle, no farther away than {@code metresPerPixel}, and says there what it is. */
    public void pointOut(Position position, String name, String detail, double metresPerPixel) {
        MapView now = view.get();
        look(now.at(Math.min(now.metresPerPixel(), metresPerPixel)).centredOn(position));
        overlay.tip(name, detail, getWidth() / 2, getHeight() / 2, 4);
    }

    /** Zooms about the middle; 2 is twice as near. */
    public void zoomBy(double factor) {
        look(view.get().zoomed(factor, getWidth() / 2, getHeight() / 2));
    }

    /** Begins to measure, from a position or from the next click. A drawing that is not kept goes on instead. */
    public void measure(Optional<Position> from) {
        if (!keepsDrawing()) {
            endTool();
            measuring.begin(from);
        }
    }

    /**
     * Begins to draw a route by its vertices, or to change one. A drawing that is not kept goes on instead, and says so.
     *
     * @param title what it is drawn for
     * @param from what there is already; drawn anew where it is no route of vertices ({@link
     *     org.sightline.geo.DrawnShape#vertices})
     * @param keep told the drawn route; drawing ends when what it returns has completed without a failure
     */
    public void drawRoute(String title, Optional<Geometry> from, Function<Geometry, CompletableFuture<?>> keep) {
        draw(Sketch.Shape.ROUTE, title, from.filter(shape -> shape instanceof Lineal), keep);
    }

    /** The same for an area. */
    public void drawArea(String title, Optional<Geometry> from, Function<Geometry, CompletableFuture<?>> keep) {
        draw(Sketch.Shape.AREA, title, from.filter(shape -> shape instanceof Polygonal), keep);
    }

    private void draw(
            Sketch.Shape shape, String title, Optional<Geometry> from, Function<Geometry, CompletableFuture<?>> keep) {
        if (keepsDrawing()) {
            return;
        }
        endTool();
        from.filter(there -> !there.getEnvelopeInternal().intersects(getView().degrees()))
                .ifPresent(there -> zoomTo(there.getEnvelopeInternal()));
        drawing.begin(new Sketch(shape, from.flatMap(DrawnShape::vertices).orElse(List.of())), title, keep);
    }

    /** Takes up again what was drawn last, with all its steps. */
    public void drawAgain() {
        drawing.again();
    }

    /** Whether something is drawn or measured, and has the plain keys. */
    public boolean isToolActive() {
        return tool().isPresent();
    }

    /** Whether something is being drawn that would be lost if it ended now. */
    public boolean isDrawing() {
        return drawing.unkept();
    }

    /** True, and the person is reminded, while there is a drawing that would be lost. */
    public boolean keepsDrawing() {
        if (drawing.unkept()) {
            drawing.remind();
            return true;
        }
        return false;
    }

    /** Ends measuring or drawing without a result. */
    public void endTool() {
        tool().ifPresent(MapTool::end);
    }

    /** Draws circles of equal distance about a position, until Esc. */
    public void showRings(Position centre) {
        rings.begin(centre);
    }

    /** Runs something once what is shown is what was asked for, with its names; at once when it already is. */
    public void whenSettled(Runnable action) {
        if (frames.settled()) {
            action.run();
        } else {
            whenSettled.add(action);
        }
    }

    /** The same when all but the names is shown, which on a first map come later. */
    public void whenDrawn(Runnable action) {
        if (frames.drawn()) {
            action.run();
        } else {
            whenDrawn.add(action);
        }
    }

    // inside

    /** Looks somewhere else, within the bounds of the world. */
    void look(MapView next) {
        double farthest = WORLD / Math.max(256, Math.min(next.width(), next.height() * 1.4));
        MapView bounded = next.at(Math.clamp(next.metresPerPixel(), NEAREST, farthest));
        double x = Math.clamp(bounded.centreX(), -WORLD / 2, WORLD / 2);
        double y = Math.clamp(bounded.centreY(), -WORLD / 2, WORLD / 2);
        MapView now =
                new MapView(bounded.projection(), x, y, bounded.metresPerPixel(), bounded.width(), bounded.height());
        if (!now.equals(view.get())) {
            overlay.hideTip(); // what it points at is elsewhere now
        }
        view.set(now);
        repaint();
    }

    /** The claim under the pointer or under the keys. */
    void hover(OptionalLong id) {
        if (!hovered.equals(id)) {
            hovered = id;
            repaint();
            describe();
        }
    }

    OptionalLong hovered() {
        return hovered;
    }

    void pointAt(Optional<Position> position) {
        pointerPosition.set(position);
    }

    void dropped(Runnable again) {
        onDropped.accept(again);
    }

    /** What is under way. */
    Optional<MapTool> tool() {
        return Stream.<MapTool>of(measuring, drawing).filter(MapTool::active).findFirst();
    }

    PinWalk pins() {
        return pins;
    }

    /** Shows where in the middle of the map a key sets a point. */
    void crosshair(boolean shown) {
        crosshair.setVisible(shown);
    }

    /** Those that are shown at the scale. */
    List<MapLayer> seenLayers() {
        double scale = scaleDenominator.get();
        return layers.get().stream().filter(layer -> layer.shownAt(scale)).toList();
    }

    /** As it stands on the pin. */
    String numberOf(long id) {
        return content.get().numbers().getOrDefault(id, Long.toString(id));
    }

    RangeRings rings() {
        return rings;
    }

    MapOverlay overlay() {
        return overlay;
    }

    Optional<BiConsumer<Long, Position>> onMove() {
        return onMove;
    }

    Optional<Consumer<Position>> onPinHere() {
        return onPinHere;
    }

    Optional<Consumer<Position>> onWhatIsHere() {
        return onWhatIsHere;
    }

    /** Shows the members of a cluster about their place, until {@link #closeUp}. */
    void openOut(Set<Long> ids) {
        opened = ids;
        repaint();
    }

    /** Gathers what was opened out; false when nothing was. */
    boolean closeUp() {
        boolean any = !opened.isEmpty();
        openOut(Set.of());
        return any;
    }

    void add(Node node) {
        getChildren().add(getChildren().indexOf(overlay), node);
    }

    void remove(Node node) {
        getChildren().remove(node);
    }

    void open(long id) {
        select(Set.of(id));
        onOpen.accept(id);
    }

    void select(Set<Long> ids) {
        selection.retainAll(ids);
        selection.addAll(ids);
    }

    /** What stands at a pixel of this pane, from the frame that is shown. */
    Optional<MapPainter.Target> targetAt(double x, double y) {
        MapFrames.Frame frame = frames.frame();
        double frameX = frame.view().screenX(view.get().planeX(x));
        double frameY = frame.view().screenY(view.get().planeY(y));
        return frame.painted().at(frameX, frameY).map(target -> inView(target, frame.view()));
    }

    /** Everything that can be pointed at, in pixels of this pane. */
    List<MapPainter.Target> targets() {
        MapFrames.Frame frame = frames.frame();
        return frame.painted().targets().stream()
                .map(target -> inView(target, frame.view()))
                .toList();
    }

    private MapPainter.Target inView(MapPainter.Target t, MapView frame) {
        MapView now = view.get();
        double placeX = now.screenX(frame.planeX(t.placeX()));
        double placeY = now.screenY(frame.planeY(t.placeY()));
        return new MapPainter.Target(
                t.claimIds(),
                placeX + t.x() - t.placeX(),
                placeY + t.y() - t.placeY(),
                t.radius(),
                placeX,
                placeY,
                t.categories());
    }

    /** A claim that is shown; of {@link PinRows} with no more than they know. */
    public Optional<Claim> claim(long id) {
        if (content.get().claims() instanceof PinRows rows) {
            int row = rows.rowOf(id);
            return row < 0 ? Optional.empty() : Optional.of(rows.get(row));
        }
        return content.get().claims().stream().filter(c -> c.id() == id).findFirst();
    }

    /** All places in degrees; empty when there is none. Longitudes run past 180 where that is the shorter way about them. */
    public Optional<Envelope> extent() {
        LongitudeSpan all = new LongitudeSpan();
        if (content.get().claims() instanceof PinRows rows) {
            if (!rows.extent().isNull()) {
                all.add(rows.extent());
            }
        } else {
            content.get().claims().stream().flatMap(c -> c.place().stream()).forEach(p -> all.add(p.geometry()));
        }
        boolean cutAt180 = view.get().projection().equals(MapProjection.webMercator());
        return all.extent()
                .map(shortest -> cutAt180 && shortest.getMaxX() > 180
                        ? new Envelope(-180, 180, shortest.getMinY(), shortest.getMaxY())
                        : shortest);
    }

    /** How many of the claims have a place. */
    long placed() {
        return content.get().claims() instanceof PinRows rows
                ? rows.placed()
                : content.get().claims().stream()
                        .filter(claim -> claim.place().isPresent())
                        .count();
    }

    private void fitOnce() {
        boolean sized = getWidth() > 1 && getHeight() > 1;
        if (!fitted && sized && extent().isPresent()) {
            fitted = true;
            zoomToClaims();
        }
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        clip.setWidth(width);
        clip.setHeight(height);
        focusRing.fit(width, height);
        overlay.resizeRelocate(0, 0, width, height);
        crosshair.setTranslateX(Math.rint(width / 2));
        crosshair.setTranslateY(Math.rint(height / 2));
        MapView now = view.get();
        int columns = Math.max(1, (int) width);
        int rows = Math.max(1, (int) height);
        if (now.width() != columns || now.height() != rows) {
            boolean first = now.width() == 1;
            look(now.resized(columns, rows));
            if (first && !fitted) {
                zoomToClaims();
                fitted = extent().isPresent();
            }
        }
    }

    /** Asks for a frame of what is to be seen now. */
    private void repaint() {
        MapView now = view.get();
        scaleDenominator.set(now.scaleDenominator(MapView.SCREEN_PIXELS_PER_INCH));
        overlay.update();
        tool().ifPresentOrElse(MapTool::update, () -> crosshair(false));
        pins.follow();
        rings.update();
        if (now.width() > 1) {
            MapContent shown = shown();
            frames.show(new MapFrames.Wish(
                    now, shown, layers.get(), layersEdition, theme.get(), shownGrid(), pixelScale()));
        }
    }

    /** What is to be painted. */
    MapContent shown() {
        MapContent all = content.get()
                .selecting(selection)
                .hovering(hovered)
                .opening(opened)
                .asDensity(density.get())
                .as(symbols.get());
        return gathered.get() ? all : all.spread();
    }

    private Optional<Notation> shownGrid() {
        return grid.get() ? Optional.of(notation.get()) : Optional.empty();
    }

    private double pixelScale() {
        boolean onScreen = getScene() != null && getScene().getWindow() != null;
        return onScreen ? getScene().getWindow().getOutputScaleX() : 1;
    }

    private void frameShown(Optional<Throwable> failure) {
        failure.ifPresent(overlay::failed);
        failedLayers.set(frames.frame().failed());
        overlay.update();
        pins.follow();
        if (frames.drawn()) {
            runAll(whenDrawn);
        }
        if (frames.settled()) {
            runAll(whenSettled);
        }
    }

    private static void runAll(List<Runnable> actions) {
        List<Runnable> waiting = List.copyOf(actions);
        actions.clear();
        waiting.forEach(Runnable::run);
    }

    private void describe() {
        setAccessibleText(
                MapWords.describe(placed(), hovered.isPresent() ? told(hovered.getAsLong()) : Optional.empty()));
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case FOCUS_ITEM -> pins.item().orElse(this);
            case ITEM_COUNT -> pins.count();
            case ITEM_AT_INDEX ->
                parameters.length == 1 && parameters[0] instanceof Integer index
                        ? pins.item(index).orElse(null)
                        : null;
            case SELECTED_ITEMS -> pins.chosen();
            case MULTIPLE_SELECTION -> true;
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }
}
