package org.sightline.map;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.sightline.claim.Category;

/**
 * Paints a map: the same code for screen, picture, page and print. It draws shapes and text only, so a vector
 * {@link Graphics2D} stays a vector; a pixel of the view is a unit of the graphics.
 *
 * <p>The layers can be painted apart ({@link #paintBase}, {@link #paintLabels}, {@link #paintClaims}), so that a window
 * repaints only the one that changed.
 *
 * <p>Thread rule: stateless but for caches that are safe for any thread; paint off the window's thread.
 */
public final class MapPainter {

    /** The attribution that every published map must carry. */
    public static final String ATTRIBUTION = "Natural Earth; © OpenStreetMap contributors; GeoNames, CC BY 4.0";

    /**
     * One thing on the painted map that can be pointed at.
     *
     * @param claimIds one for a pin, several for a cluster
     * @param x pixels of the middle of its head or disc
     * @param radius pixels within which a click meets it
     * @param placeX pixels of what it marks, the foot of a pin
     * @param categories what a cluster is made of, the most frequent first; empty for a pin
     */
    public record Target(
            List<Long> claimIds,
            double x,
            double y,
            double radius,
            double placeX,
            double placeY,
            List<Share> categories) {}

    /**
     * How many claims of a cluster are of one category.
     *
     * @param category as it is on the board, also one without a shape of its own
     */
    public record Share(Category category, int claims) {}

    /** What a painting left for the pointer: topmost last. */
    public record Painted(List<Target> targets) {
        /** The topmost target at a pixel. */
        public Optional<Target> at(double x, double y) {
            for (int i = targets.size() - 1; i >= 0; i--) {
                Target t = targets.get(i);
                double dx = t.x() - x;
                double dy = t.y() - y;
                if (dx * dx + dy * dy <= t.radius() * t.radius()) {
                    return Optional.of(t);
                }
            }
            return Optional.empty();
        }
    }

    private static final int MOST_LAYER_NAMES = 300;

    /** From so many metres on, the edge of what a place is known within is drawn also where its middle is out of sight. */
    static final double WIDE = 10_000;

    /** What is painted on. */
    public enum Medium {
        /** Pixels: what is drawn often may be drawn once and copied. */
        RASTER,
        /** Pages and drawings: nothing but shapes and text. */
        VECTOR
    }

    public MapPainter() {}

    /**
     * Loads the names of places, which {@link #paintLabels} otherwise does when it is first called: some tenths of a
     * second to a second.
     */
    public void loadNames() {
        Towns.builtIn();
    }

    /** Puts the claims in their places, which {@link #paintLabels} or {@link #paintClaims} otherwise do. */
    public void layOut(MapView view, MapContent content, MapTheme theme) {
        pins(view, content.pinned(), theme);
    }

    /**
     * Whether names stand as they would without these claims: where claims are shown as a density, or are so many that
     * each is but a mark, nothing is there that names could keep clear of.
     */
    public boolean leavesNames(MapView view, MapContent all, MapTheme theme) {
        MapContent content = all.pinned();
        PinLayout pins = pins(view, content, theme);
        boolean clear = pins.crowded() || pins.pins().isEmpty();
        return clear
                && pins.clusters().isEmpty()
                && ClaimField.of(view.projection(), content.claims())
                        .routes(view)
                        .isEmpty();
    }

    /** Paints base map and claims into (0, 0, view.width, view.height) of {@code g}. */
    public Painted paint(Graphics2D g, MapView view, MapContent content, MapTheme theme) {
        paintBase(g, view, theme);
        paintLabels(g, view, content, theme);
        return paintClaims(g, view, content, theme);
    }

    /** Sea, land, water and borders. */
    public void paintBase(Graphics2D g, MapView view, MapTheme theme) {
        Graphics2D own = prepared(g, view);
        BasePainter.paint(own, view, theme);
        own.dispose();
    }

    /**
     * The layers that are shown at the view's scale, the first lowest. One that cannot be painted is told of and passed
     * over.
     *
     * @param pixelsPerInch as in {@link MapView#scaleDenominator}
     * @return the names that they would like to have, of the highest layer first, for {@link #paintLabels}
     */
    public List<MapLayer.Name> paintLayers(
            Graphics2D g,
            MapView view,
            List<MapLayer> layers,
            MapTheme theme,
            Medium medium,
            double pixelsPerInch,
            BiConsumer<MapLayer, RuntimeException> failed) {
        double scale = view.scaleDenominator(pixelsPerInch);
        List<MapLayer.Name> names = new ArrayList<>();
        for (MapLayer layer : layers) {
            if (layer.shownAt(scale)) {
                Graphics2D own = prepared(g, view);
                try {
                    layer.paint(own, view, theme, medium);
                    names.addAll(0, layer.names(view));
                } catch (RuntimeException e) { // whatever a foreign file brings about must not stop the map
                    failed.accept(layer, e);
                } finally {
                    own.dispose();
                }
            }
        }
        return names;
    }

    /** Whom the layers that are shown name, each once, in their order. */
    public static List<String> credits(MapView view, List<MapLayer> layers, double pixelsPerInch) {
        double scale = view.scaleDenominator(pixelsPerInch);
        return layers.stream()
                .filter(layer -> layer.shownAt(scale))
                .map(MapLayer::attribution)
                .filter(words -> !words.isBlank())
                .distinct()
                .toList();
    }

    /** Names of countries, provinces, waters and towns, which keep clear of one another and of the claims' pins. */
    public void paintLabels(Graphics2D g, MapView view, MapContent content, MapTheme theme) {
        paintLabels(g, view, content, theme, GroundNames.NONE);
    }

    /** The same with names of layers, and keeping clear of what lies on the ground besides. */
    public void paintLabels(Graphics2D g, MapView view, MapContent content, MapTheme theme, GroundNames ground) {
        Graphics2D own = prepared(g, view);
        new LabelPainter(own, theme).paint(labels(view, content, theme, ground));
        own.dispose();
    }

    /** The same on a map that ends where it is seen to end: none is cut by its edge, on a screen neither. */
    public void paintWholeLabels(Graphics2D g, MapView view, MapContent content, MapTheme theme, GroundNames ground) {
        Graphics2D own = prepared(g, view);
        new LabelPainter(own, theme).paint(labels(view, content, theme, ground, true));
        own.dispose();
    }

    /** Names and where they stand: pins first, then names of layers, then names by importance. */
    static List<LabelPlacement.Placed> labels(MapView view, MapContent all, MapTheme theme) {
        return labels(view, all, theme, GroundNames.NONE);
    }

    static List<LabelPlacement.Placed> labels(MapView view, MapContent all, MapTheme theme, GroundNames ground) {
        return labels(view, all, theme, ground, theme == MapTheme.PRINT || theme == MapTheme.MONOCHROME);
    }

    private static List<LabelPlacement.Placed> labels(
            MapView view, MapContent all, MapTheme theme, GroundNames ground, boolean whole) {
        MapContent content = all.pinned();
        ClaimField field = ClaimField.of(view.projection(), content.claims());
        PinLayout pins = pins(view, content, theme);
        Rectangle2D frame = new Rectangle2D.Double(2, 2, view.width() - 4, view.height() - 4);
        LabelPlacement placement = new LabelPlacement(whole ? Optional.of(frame) : Optional.empty());
        ground.kept().forEach(placement::written);
        double radius = content.symbols().radius(theme) * 1.2;
        for (PinLayout.Pin pin : pins.crowded() ? List.<PinLayout.Pin>of() : pins.pins()) {
            placement.block(square(pin.headX(), pin.headY(), radius));
        }
        for (PinLayout.Cluster cluster : pins.clusters()) {
            Rectangle2D disc = square(cluster.x(), cluster.y(), cluster.radius() + 2);
            disc.add(cluster.x(), cluster.y() + cluster.radius() * ClusterPainter.BELOW);
            placement.block(disc);
        }
        field.routes(view).forEach(point -> placement.avoid(square(point.getX(), point.getY(), 3)));
        BaseLabels names = new BaseLabels(view, pins, theme);
        ground.wanted().stream()
                .filter(name -> name.mark() > 0)
                .forEach(name -> placement.block(square(name.x(), name.y(), name.mark())));
        int ofLayers = 0;
        for (MapLayer.Name name : ground.wanted()) {
            if (ofLayers < MOST_LAYER_NAMES && placement.place(names.ofLayer(name))) {
                ofLayers++;
            }
        }
        names.wanted().forEach(placement::place);
        return placement.placed();
    }

    private static PinLayout pins(MapView view, MapContent content, MapTheme theme) {
        return ClaimField.of(view.projection(), content.claims()).layout(view, content, theme);
    }

    private static Rectangle2D square(double x, double y, double radius) {
        return new Rectangle2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    /** The claims alone, over whatever is there. */
    public Painted paintClaims(Graphics2D g, MapView view, MapContent content, MapTheme theme) {
        return paintClaims(g, view, content, theme, Medium.VECTOR);
    }

    /** The same, faster on a raster when claims are many. */
    public Painted paintClaims(Graphics2D g, MapView view, MapContent content, MapTheme theme, Medium medium) {
        Graphics2D own = prepared(g, view);
        if (content.density()) {
            Density.of(ClaimField.of(view.projection(), content.claims()), view).paint(own, theme);
        }
        Painted painted = new ClaimPainter(own, view, content.pinned(), theme, medium).paint();
        own.dispose();
        return painted;
    }

    /** The colours of a density, from few claims to many, for a legend. */
    public static List<Color> densityColours(MapTheme theme) {
        return Density.colours(theme);
    }

    /**
     * Whether a view shows something of a claim with a point: the point itself, or of what it is known within, if that is
     * ten kilometres or more. Roughly, so that a circle that just misses may be counted.
     *
     * @param radiusMetres within which the place is known
     */
    public static boolean reaches(MapView view, double lon, double lat, double radiusMetres) {
        double[] xy = new double[2];
        view.projection().project(lon, lat, xy, 0);
        double x = view.screenX(xy[0]);
        double y = view.screenY(xy[1]);
        double pixels = 1;
        if (radiusMetres >= WIDE) {
            double radius = radiusMetres * view.projection().scaleFactor(lon, lat) / view.metresPerPixel();
            pixels += Double.isFinite(radius) ? radius : 0; // as at a pole
        }
        double across = x - Math.clamp(x, 0.0, view.width());
        double down = y - Math.clamp(y, 0.0, view.height());
        return across * across + down * down <= pixels * pixels; // NaN is not seen
    }

    private static Graphics2D prepared(Graphics2D g, MapView view) {
        Graphics2D own = smooth(g);
        own.clip(new Rectangle2D.Double(0, 0, view.width(), view.height()));
        return own;
    }

    /** A graphics of one's own, to be disposed, with everything smoothed. */
    static Graphics2D smooth(Graphics2D g) {
        Graphics2D own = (Graphics2D) g.create();
        own.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        own.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        own.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        own.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        return own;
    }
}
