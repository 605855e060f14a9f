package org.sightline.app.map;

import java.awt.Graphics2D;
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
import org.sightline.map.MapContent;
import org.sightline.map.MapGrid;
import org.sightline.map.MapLayer;
import org.sightline.map.MapPainter;
import org.sightline.map.MapTheme;
import org.sightline.map.MapView;
import org.sightline.map.SymbolSet;

/**
 * Paints the map off the window's thread, one frame at a time: while one is being painted, only the latest wish is kept.
 * The base map with what is laid over it and the claims are layers of their own, so that a change of selection or hover repaints the claims alone;
 * the ground under the names is kept, so that other claims only move the names. The first frames have no names: those
 * are loaded meanwhile.
 *
 * <p>Thread rule: window's thread.
 */
final class MapFrames {
    /** Pixels painted beyond each edge, so that panning does not bare the ground at once. */
    static final int MARGIN = 96;

    /** What a frame is to show. @param edition another one when the layers would paint something else than before */
    record Wish(
            MapView view,
            MapContent content,
            List<MapLayer> layers,
            long edition,
            MapTheme theme,
            Optional<Notation> grid,
            double pixelScale) {
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
    private record Order(Wish wish, MapView wide, boolean named, boolean newBase, boolean newGround) {}

    /**
     * A finished frame: what can be pointed at, in the pixels of {@code view}.
     *
     * @param failed layers that could not be painted, and why
     */
    record Frame(MapView view, MapPainter.Painted painted, Map<MapLayer, RuntimeException> failed) {}

    /** What a painting brought. @param failed of the layers, where the ground was painted */
    private record Outcome(MapPainter.Painted painted, Map<MapLayer, RuntimeException> failed) {}

    private final Jobs jobs;
    private final MapPainter painter = new MapPainter();
    private final FrameLayer base = new FrameLayer();
    private final FrameLayer claims = new FrameLayer();
    private final Consumer<Optional<Throwable>> afterFrame;
    private @Nullable Wish latest;
    private @Nullable Wish wish;
    private @Nullable Wish shown;
    private @Nullable BaseKey shownBase;
    private @Nullable Raster ground;
    private @Nullable GroundKey groundKey;
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

    List<Node> nodes() {
        return List.of(base.node(), claims.node());
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
        base.moveTo(next.view());
        claims.moveTo(next.view());
        latest = next;
        if (!painting && next.equals(shown)) {
            return;
        }
        wish = next;
        if (!naming) {
            naming = true;
            loadNames();
        }
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
                    if (!painting) {
                        paintNext();
                    }
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
        boolean newBase = !next.base(named).same(shownBase);
        boolean newGround = newBase && !next.ground().equals(groundKey);
        if (newGround) {
            groundKey = null; // until it is painted
            if (ground == null || !ground.hasSize(width, height)) {
                ground = new Raster(width, height);
            }
        }
        Order order = new Order(next, wide, named, newBase, newGround);
        Raster groundRaster = ground;
        Raster baseRaster = base.back(width, height);
        Raster claimRaster = claims.back(width, height);
        jobs.quietly(() -> paint(order, groundRaster, baseRaster, claimRaster))
                .whenComplete((outcome, failure) -> onWindowThread(() -> finished(order, outcome, failure)));
    }

    private Outcome paint(Order order, @Nullable Raster groundRaster, Raster baseRaster, Raster claimRaster) {
        Wish wanted = order.wish();
        Map<MapLayer, RuntimeException> failed = new LinkedHashMap<>();
        if (order.newGround() && groundRaster != null) {
            Graphics2D g = groundRaster.graphics(wanted.pixelScale());
            painter.paintBase(g, order.wide(), wanted.theme());
            painter.paintLayers(
                    g,
                    order.wide(),
                    wanted.layers(),
                    wanted.theme(),
                    MapPainter.Medium.RASTER,
                    MapView.SCREEN_PIXELS_PER_INCH,
                    failed::put);
            wanted.grid().ifPresent(notation -> MapGrid.paint(g, order.wide(), wanted.theme(), notation, MARGIN));
            g.dispose();
        }
        if (order.newBase() && groundRaster != null) {
            baseRaster.copy(groundRaster);
            if (order.named()) {
                Graphics2D g = baseRaster.graphics(wanted.pixelScale());
                painter.paintLabels(g, order.wide(), wanted.content(), wanted.theme());
                g.dispose();
            }
        }
        claimRaster.clear();
        Graphics2D g = claimRaster.graphics(wanted.pixelScale());
        MapPainter.Painted painted =
                painter.paintClaims(g, order.wide(), wanted.content(), wanted.theme(), MapPainter.Medium.RASTER);
        g.dispose();
        return new Outcome(painted, failed);
    }

    private void finished(Order order, @Nullable Outcome outcome, @Nullable Throwable failure) {
        painting = false;
        Wish done = order.wish();
        if (outcome != null) {
            if (order.newBase()) {
                base.show(order.wide());
                shownBase = done.base(order.named());
                groundKey = done.ground();
            }
            claims.show(order.wide());
            shown = done;
            frame = new Frame(
                    order.wide(), outcome.painted(), order.newGround() ? Map.copyOf(outcome.failed()) : frame.failed());
        }
        Wish next = wish;
        MapView now = next == null ? done.view() : next.view();
        base.moveTo(now);
        claims.moveTo(now);
        afterFrame.accept(Optional.ofNullable(failure));
        paintNext();
    }

    private static void onWindowThread(Runnable action) {
        if (Platform.isFxApplicationThread()) {
            action.run();
        } else {
            Platform.runLater(action);
        }
    }
}
