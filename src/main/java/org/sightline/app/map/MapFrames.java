package org.sightline.app.map;

import java.awt.Graphics2D;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import org.sightline.claim.Claim;
import org.sightline.jobs.Jobs;
import org.sightline.map.Graticule;
import org.sightline.map.MapContent;
import org.sightline.map.MapPainter;
import org.sightline.map.MapTheme;
import org.sightline.map.MapView;

/**
 * Paints the map off the window's thread, one frame at a time: while one is being painted, only the latest wish is kept.
 * The base map and the claims are layers of their own, so that a change of selection or hover repaints the claims alone.
 *
 * <p>Thread rule: window's thread.
 */
final class MapFrames {
    /** Pixels painted beyond each edge, so that panning does not bare the ground at once. */
    static final int MARGIN = 96;

    /** What a frame is to show. */
    record Wish(MapView view, MapContent content, MapTheme theme, boolean graticule, double pixelScale) {
        /** All that the base map with its names depends on; claims' pins push names aside. */
        BaseKey base() {
            return new BaseKey(
                    view,
                    content.claims(),
                    content.numbers(),
                    content.clustered(),
                    content.opened(),
                    theme,
                    graticule,
                    pixelScale);
        }
    }

    record BaseKey(
            MapView view,
            List<Claim> claims,
            Map<Long, String> numbers,
            boolean clustered,
            Set<Long> opened,
            MapTheme theme,
            boolean graticule,
            double pixelScale) {

        /** Lists of claims are long: the same list is enough, an equal one is not looked for. */
        @SuppressWarnings("ReferenceEquality")
        boolean same(@Nullable BaseKey other) {
            return other != null
                    && claims == other.claims
                    && numbers.equals(other.numbers)
                    && view.equals(other.view)
                    && theme == other.theme
                    && clustered == other.clustered
                    && opened.equals(other.opened)
                    && graticule == other.graticule
                    && pixelScale == other.pixelScale;
        }
    }

    /** A finished frame: what can be pointed at, in the pixels of {@code view}. */
    record Frame(MapView view, MapPainter.Painted painted) {}

    private final Jobs jobs;
    private final MapPainter painter = new MapPainter();
    private final FrameLayer base = new FrameLayer();
    private final FrameLayer claims = new FrameLayer();
    private final Consumer<Optional<Throwable>> afterFrame;
    private @Nullable Wish wish;
    private @Nullable Wish shown;
    private @Nullable BaseKey shownBase;
    private boolean painting;
    private Frame frame;

    /** @param afterFrame told after each frame, with what went wrong if something did */
    MapFrames(Jobs jobs, MapView view, Consumer<Optional<Throwable>> afterFrame) {
        this.jobs = jobs;
        this.afterFrame = afterFrame;
        this.frame = new Frame(view, new MapPainter.Painted(List.of()));
    }

    List<Node> nodes() {
        return List.of(base.node(), claims.node());
    }

    Frame frame() {
        return frame;
    }

    /** Whether what is shown is what was last asked for. */
    boolean settled() {
        return !painting && wish == null;
    }

    /** Moves the shown frame at once, and paints a new one as soon as may be. */
    void show(Wish next) {
        base.moveTo(next.view());
        claims.moveTo(next.view());
        if (!painting && next.equals(shown)) {
            return;
        }
        wish = next;
        if (!painting) {
            paintNext();
        }
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
        boolean newBase = !next.base().same(shownBase);
        Raster baseRaster = base.back(width, height);
        Raster claimRaster = claims.back(width, height);
        jobs.quietly(() -> paint(next, wide, newBase ? Optional.of(baseRaster) : Optional.empty(), claimRaster))
                .whenComplete(
                        (painted, failure) -> onWindowThread(() -> finished(next, wide, newBase, painted, failure)));
    }

    private MapPainter.Painted paint(Wish next, MapView wide, Optional<Raster> baseRaster, Raster claimRaster) {
        baseRaster.ifPresent(raster -> {
            Graphics2D g = raster.graphics(next.pixelScale());
            painter.paintBase(g, wide, next.theme());
            if (next.graticule()) {
                Graticule.of(wide).paint(g, next.theme(), MARGIN);
            }
            painter.paintLabels(g, wide, next.content(), next.theme());
            g.dispose();
        });
        claimRaster.clear();
        Graphics2D g = claimRaster.graphics(next.pixelScale());
        MapPainter.Painted painted =
                painter.paintClaims(g, wide, next.content(), next.theme(), MapPainter.Medium.RASTER);
        g.dispose();
        return painted;
    }

    private void finished(
            Wish done,
            MapView wide,
            boolean newBase,
            MapPainter.@Nullable Painted painted,
            @Nullable Throwable failure) {
        painting = false;
        if (painted != null) {
            if (newBase) {
                base.show(wide);
                shownBase = done.base();
            }
            claims.show(wide);
            shown = done;
            frame = new Frame(wide, painted);
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
