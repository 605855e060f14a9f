package org.sightline.map;

import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.sightline.geo.BaseMap;

/** Paints sea, land, water and borders, as {@link BaseStyle} says. Stateless but for caches; safe for any thread. */
final class BasePainter {
    /** True metres per device pixel from which the coarser details are fine enough (1:110m keeps about 15 km). */
    private static final double COARSE = 15_000;

    private static final double MIDDLE = 2_500;
    private static final double FINE = 250;

    private BasePainter() {}

    static void paint(Graphics2D g, MapView view, MapTheme theme) {
        g.setColor(Palette.of(theme).sea());
        g.fill(new Rectangle2D.Double(0, 0, view.width(), view.height()));
        Window window = Window.of(g, view);
        BaseMap.Detail detail = detail(window);
        List<Envelope> bounds = view.areas();
        double scale = view.scaleDenominator(MapView.SCREEN_PIXELS_PER_INCH);
        ProjectedBase base = ProjectedBase.of(view.projection());
        boolean seam = Seam.inSight(view);
        Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD); // one for all, for a detailed coast is long
        Trace trace = new Trace(path, window);
        BaseStyle.of(theme).forEach((layer, pens) -> {
            List<Pen> drawing = pens.stream().filter(pen -> pen.drawsAt(scale)).toList();
            if (!drawing.isEmpty()) {
                List<ProjectedBase.Shaped> features = base.features(view.projection(), layer, detail, bounds);
                for (Pen pen : drawing) {
                    path.reset();
                    gather(features, pen, scale, trace);
                    draw(g, pen, path, seam ? Seam.without(path, view) : path);
                }
            }
        });
    }

    /** How much detail a device pixel can show. */
    static BaseMap.Detail detail(Window window) {
        double metres = window.view().groundMetresPerPixel() * window.tolerance() * 2;
        if (metres > COARSE) {
            return BaseMap.Detail.M110;
        }
        if (metres > MIDDLE) {
            return BaseMap.Detail.M50;
        }
        return metres > FINE ? BaseMap.Detail.M10 : BaseMap.Detail.M1;
    }

    private static void gather(List<ProjectedBase.Shaped> features, Pen pen, double scale, Trace trace) {
        for (ProjectedBase.Shaped shaped : features) {
            if (shaped.shape().meets(trace.window()) && pen.wanted().test(shaped.feature(), scale)) {
                shaped.shape().trace(trace);
            }
        }
    }

    private static void draw(Graphics2D g, Pen pen, Path2D filled, Path2D edged) {
        pen.fill().ifPresent(colour -> {
            g.setColor(colour);
            g.fill(filled);
        });
        g.setColor(pen.edge());
        g.setStroke(pen.stroke());
        g.draw(edged);
    }
}
