package org.sightline.app.map;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import org.sightline.claim.Claim;
import org.sightline.geo.Notation;
import org.sightline.jobs.Jobs;
import org.sightline.map.GroundNames;
import org.sightline.map.MapContent;
import org.sightline.map.MapGrid;
import org.sightline.map.MapLayer;
import org.sightline.map.MapPainter;
import org.sightline.map.MapTheme;
import org.sightline.map.MapView;
import org.sightline.map.SymbolSet;

/**
 * Paints the map off the window's thread, one frame at a time: while one is being painted, only the latest wish is kept.
 * The ground under the names is kept, so that other claims only move the names, and so is the base with its names, so
 * that a change of selection or hover repaints the claims alone; the claims are painted over a copy, for one picture is
 * moved across the screen in half the time of two. The first frames have no names: those are loaded meanwhile.
 *
 * <p>A frame is larger than the map. While it is dragged and still covers what is seen, it is only moved, and painted
 * anew when the map rests or its margin is nearly used up: so the processors are left to the frames on the screen.
 *
 * <p>Thread rule: window's thread.
 */
final class MapFrames {
    /** Pixels painted beyond each edge, so that panning does not bare the ground at once. */
    static final int MARGIN = 128;

    /** Pixels of the margin that must be left for a dragged map not to be painted at once: what a fast hand needs. */
    private static final double SPARE = 48;

    /** Milliseconds without another wish after which a dragged map rests. */
    private static final long REST = 90;

    /** What a frame is to show. @param edition another one when the layers would paint something else than before */
    record Wish(
            MapView view,
            MapContent content,
            List<MapLayer> layers,
            long edition,
            MapTheme theme,
            Optional<Notation> grid,
            double pixelScale) {
        Wish at(MapView other) {
            return new Wish(other, content, layers, edition, theme, grid, pixelScale);
        }

        GroundKey ground() {
            return new GroundKey(view, layers, edition, theme, grid, pixelScale);
        }

        /** All that the base map with its names depends on; claims' pins push names aside. */
        BaseKey base(boolean named) {
            return new BaseKey(
                    ground(),
                    content.claims(),
                    content.numbers(),
                    content.clustered(),
                    content.opened(),
                    content.density() ? Optional.of(content.selected()) : Optional.empty(),
                    content.symbols(),
                    named);
        }
    }

    /** All that the ground without names depends on. */
    record GroundKey(
            MapView view,
            List<MapLayer> layers,
            long edition,
            MapTheme theme,
            Optional<Notation> grid,
            double pixelScale) {}

    record BaseKey(
            GroundKey ground,
            List<Claim> claims,
            Map<Long, String> numbers,
            boolean clustered,
            Set<Long> opened,
            Optional<Set<Long>> aboveDensity,
            SymbolSet symbols,
            boolean named) {

        /** Lists of claims are long: the same list is enough, an equal one is not looked for. */
        @SuppressWarnings("ReferenceEquality")
        boolean same(@Nullable BaseKey other) {
            return other != null
                    && claims == other.claims
                    && numbers.equals(other.numbers)
                    && ground.equals(other.ground)
                    && clustered == other.clustered
                    && opened.equals(other.opened)
                    && aboveDensity.equals(other.aboveDensity)
                    && symbols == other.symbols
                    && named == other.named;
        }
    }

    /** What one painting is to do. */
    private record Order(
            Wish wish, MapView wide, boolean named, boolean newBase, boolean newGround, GroundNames groundNames) {}

    /**
     * A finished frame: what can be pointed at, in the pixels of {@code view}.
     *
     * @param failed layers that could not be painted, and why
     */
    record Frame(MapView view, MapPainter.Painted painted, Map<MapLayer, RuntimeException> failed) {
        /** Whether a view of the same scale and projection lies within, with so many pixels to spare on each side. */
        boolean covers(MapView seen, double spare) {
            double left = view.screenX(seen.planeX(0));
            double top = view.screenY(seen.planeY(0));
            return seen.projection().equals(view.projection())
                    && Math.abs(seen.metresPerPixel() / view.metresPerPixel() - 1) < 1e-9
                    && left >= spare
                    && top >= spare
                    && left + seen.width() <= view.width() - spare
                    && top + seen.height() <= view.height() - spare;
        }
    }

    /**
     * What a painting brought.
     *
     * @param failed of the layers, where the ground was painted
     * @param names what names share the ground with
     */
    private record Outcome(MapPainter.Painted painted, Map<MapLayer, RuntimeException> failed, GroundNames names) {}

    private final Jobs jobs;
    private final MapPainter painter = new MapPainter();
    private final FrameLayer layer = new FrameLayer();
    private long dragged; // System.nanoTime of the last wish that only moved the frame
    private boolean resting;
    private final Consumer<Optional<Throwable>> afterFrame;
    private @Nullable Wish latest;
    private @Nullable Wish wish;
    private @Nullable Wish shown;
    private @Nullable Raster base;
    private @Nullable BaseKey baseKey;
    private @Nullable Raster ground;
    private @Nullable GroundKey groundKey;
    private GroundNames groundNames = GroundNames.NONE;
    private boolean painting;
    private boolean naming;
    private boolean named;
    private Frame frame;

    /** @param afterFrame told after each frame, with what went wrong if something did */
    MapFrames(Jobs jobs, MapView view, Consumer<Optional<Throwable>> afterFrame) {
        this.jobs = jobs;
        this.afterFrame = afterFrame;
        this.frame = new Frame(view, new MapPainter.Painted(List.of()), Map.of());
    }

    Node node() {
        return layer.node();
    }

    Frame frame() {
        return frame;
    }

    /** Whether what is shown is what was last asked for, with its names. */
    boolean settled() {
        return (named || !naming) && drawn();
    }

    /** The same, though the names may still be missing. */
    boolean drawn() {
        return !painting && wish == null;
    }

    /** Moves the shown frame at once, and paints a new one as soon as may be. */
    void show(Wish next) {
        layer.moveTo(next.view());
        latest = next;
        if (!painting && next.equals(shown)) {
            wish = null;
            return;
        }
        wish = next;
        if (!naming) {
            naming = true;
            loadNames();
        }
        if (dragged(next)) {
            paintAtRest();
        } else {
            paintUnlessPainting();
        }
    }

    /** Whether the shown frame needs only to be moved for now. */
    private boolean dragged(Wish next) {
        Wish old = shown;
        return old != null
                && old.at(next.view()).equals(next)
                && baseKey != null
                && baseKey.named() == named
                && frame.covers(next.view(), SPARE);
    }

    /** Paints when nothing was wished for a while. */
    private void paintAtRest() {
        dragged = System.nanoTime();
        if (!resting) {
            resting = true;
            await(REST);
        }
    }

    private void await(long millis) {
        jobs.quietly(() -> {
                    Thread.sleep(millis);
                    return "";
                })
                .whenComplete((done, failure) -> onWindowThread(() -> {
                    long left = failure == null ? REST - (System.nanoTime() - dragged) / 1_000_000 : 0;
                    if (left > 0) {
                        await(left);
                    } else {
                        resting = false;
                        paintUnlessPainting();
                    }
                }));
    }

    private void paintUnlessPainting() {
        if (!painting) {
            paintNext();
        }
    }

    private void loadNames() {
        jobs.quietly(() -> {
                    painter.loadNames();
                    return "";
                })
                .whenComplete((done, failure) -> onWindowThread(() -> {
                    named = true; // a failure shows itself when the names are painted
                    wish = latest;
                    paintUnlessPainting();
                }));
    }

    private void paintNext() {
        Wish next = wish;
        wish = null;
        if (next == null) {
            return;
        }
        painting = true;
        MapView wide = next.view()
                .resized(next.view().width() + 2 * MARGIN, next.view().height() + 2 * MARGIN);
        int width = (int) Math.ceil(wide.width() * next.pixelScale());
        int height = (int) Math.ceil(wide.height() * next.pixelScale());
        boolean newBase = !next.base(named).same(baseKey);
        boolean newGround = newBase && !next.ground().equals(groundKey);
        if (newGround) {
            groundKey = null; // until it is painted
            if (ground == null || !ground.hasSize(width, height)) {
                ground = new Raster(width, height);
            }
        }
        if (newBase) {
            baseKey = null;
            if (base == null || !base.hasSize(width, height)) {
                base = new Raster(width, height);
            }
        }
        Order order = new Order(next, wide, named, newBase, newGround, groundNames);
        Raster groundRaster = ground;
        Raster baseRaster = base;
        Raster back = layer.back(width, height);
        jobs.quietly(() -> paint(order, groundRaster, baseRaster, back))
                .whenComplete((outcome, failure) -> onWindowThread(() -> finished(order, outcome, failure)));
    }

    private Outcome paint(Order order, @Nullable Raster groundRaster, @Nullable Raster baseRaster, Raster back) {
        Wish wanted = order.wish();
        Map<MapLayer, RuntimeException> failed = new LinkedHashMap<>();
        GroundNames names = order.groundNames();
        if (order.newGround() && groundRaster != null) {
            Graphics2D g = groundRaster.graphics(wanted.pixelScale());
            painter.paintBase(g, order.wide(), wanted.theme());
            List<MapLayer.Name> ofLayers = painter.paintLayers(
                    g,
                    order.wide(),
                    wanted.layers(),
                    wanted.theme(),
                    MapPainter.Medium.RASTER,
                    MapView.SCREEN_PIXELS_PER_INCH,
                    failed::put);
            List<Rectangle2D> figures = wanted.grid()
                    .map(notation -> MapGrid.paint(g, order.wide(), wanted.theme(), notation, MARGIN))
                    .orElse(List.of());
            names = new GroundNames(figures, ofLayers);
            g.dispose();
        }
        if (order.newBase() && groundRaster != null && baseRaster != null) {
            baseRaster.copy(groundRaster);
            if (order.named()) {
                Graphics2D g = baseRaster.graphics(wanted.pixelScale());
                painter.paintLabels(g, order.wide(), wanted.content(), wanted.theme(), names);
                g.dispose();
            }
        }
        if (baseRaster != null) {
            back.copy(baseRaster);
        }
        Graphics2D g = back.graphics(wanted.pixelScale());
        MapPainter.Painted painted =
                painter.paintClaims(g, order.wide(), wanted.content(), wanted.theme(), MapPainter.Medium.RASTER);
        g.dispose();
        return new Outcome(painted, failed, names);
    }

    private void finished(Order order, @Nullable Outcome outcome, @Nullable Throwable failure) {
        painting = false;
        Wish done = order.wish();
        if (outcome != null) {
            if (order.newBase()) {
                baseKey = done.base(order.named());
                groundKey = done.ground();
                groundNames = outcome.names();
            }
            layer.show(order.wide());
            shown = done;
            frame = new Frame(
                    order.wide(), outcome.painted(), order.newGround() ? Map.copyOf(outcome.failed()) : frame.failed());
        }
        Wish next = wish;
        layer.moveTo(next == null ? done.view() : next.view());
        afterFrame.accept(Optional.ofNullable(failure));
        if (next != null && dragged(next)) {
            paintAtRest();
        } else {
            paintNext();
        }
    }

    private static void onWindowThread(Runnable action) {
        if (Platform.isFxApplicationThread()) {
            action.run();
        } else {
            Platform.runLater(action);
        }
    }
}
