package org.sightline.briefing;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.locationtech.jts.geom.Envelope;
import org.sightline.DomainException;
import org.sightline.claim.Place;
import org.sightline.geo.MapProjection;
import org.sightline.geo.Notation;
import org.sightline.map.GroundNames;
import org.sightline.map.LayerFailure;
import org.sightline.map.MapContent;
import org.sightline.map.MapEdge;
import org.sightline.map.MapGrid;
import org.sightline.map.MapLayer;
import org.sightline.map.MapPainter;
import org.sightline.map.MapTheme;
import org.sightline.map.MapView;
import org.sightline.map.PinRows;

/**
 * A map alone, without pages: with a scale bar and the names of those whom it owes something. The same claims and spec
 * give the same bytes. Immutable; paint off the window's thread.
 */
public final class MapPicture {
    private static final double PIXELS_PER_INCH = MapView.SCREEN_PIXELS_PER_INCH;
    private static final double POINTS_PER_PIXEL = 72 / PIXELS_PER_INCH;
    private static final int MOST_PIXELS = 20_000;
    private static final double PADDING = 24;
    /** Degrees of latitude; a little less than it is drawn to. */
    private static final double MERCATOR_REACHES = 85;

    /**
     * @param width pixels, 96 to an inch; at most 20,000
     * @param height likewise
     * @param extent degrees; longitudes may run past 180 to cross the antimeridian; empty for that of the claims
     * @param epsg projection; empty for Web Mercator, as in the window, or where that does not reach for one that fits
     * @param grid drawn for this notation, if any
     * @param dpi of a PNG; 96 gives a pixel for a pixel
     */
    public record Spec(
            int width,
            int height,
            Optional<Envelope> extent,
            OptionalInt epsg,
            MapTheme theme,
            Optional<Notation> grid,
            int dpi) {
        public Spec {
            double scale = dpi / PIXELS_PER_INCH;
            if (width < 64 || height < 64 || Math.max(width, height) * Math.max(1, scale) > MOST_PIXELS) {
                throw new DomainException(Phrases.of("error.picture", width, height));
            }
        }
    }

    /**
     * What of a picture does not wait for its claims, as pixels: the base map, and its names on nothing, if they were
     * wanted.
     */
    public record Ground(Spec spec, BufferedImage base, Optional<BufferedImage> names) {}

    private final String title;
    private final Optional<Instant> dated;
    private final MapContent content;
    private final Spec spec;
    private final List<MapLayer> layers;
    private final MapView view;
    private final MapPainter painter = new MapPainter();
    private Supplier<Optional<Ground>> ground = Optional::empty;

    /**
     * @param dated the board's last change, if any
     * @param layers over the base map, the first lowest; open as long as the picture is used
     * @throws DomainException when there is no such projection
     */
    public MapPicture(String title, Optional<Instant> dated, MapContent content, Spec spec, List<MapLayer> layers) {
        this.title = title;
        this.dated = dated;
        this.content = content;
        this.spec = spec;
        this.layers = List.copyOf(layers);
        this.view = view(spec, spec.extent().orElseGet(() -> MapFit.around(content.claims())));
    }

    private static MapView view(Spec spec, Envelope extent) {
        MapProjection projection = spec.epsg().isPresent()
                ? MapProjection.epsg(spec.epsg().getAsInt(), extent)
                : isWithinMercator(extent) ? MapProjection.webMercator() : MapProjection.fittedTo(extent);
        return MapView.fit(
                projection, extent, spec.width(), spec.height(), spec.extent().isPresent() ? 0 : PADDING);
    }

    /** Not about the antimeridian, and not near the poles. */
    private static boolean isWithinMercator(Envelope extent) {
        boolean crosses = extent.getMaxX() > 180 && extent.getWidth() < 180;
        return !crosses && extent.getMinY() >= -MERCATOR_REACHES && extent.getMaxY() <= MERCATOR_REACHES;
    }

    /**
     * Does what a picture needs and what does not wait for its claims: paints base map and names if the spec says where,
     * else makes names ready. On any thread.
     *
     * @param names whether names are painted, which is good for claims that leave them where they are: marks, densities
     */
    public static Optional<Ground> prepare(Spec spec, boolean names) {
        MapPainter painter = new MapPainter();
        if (spec.extent().isEmpty()) {
            painter.loadNames();
            return Optional.empty();
        }
        MapView view = view(spec, spec.extent().get());
        BufferedImage base = base(painter, spec, view);
        Optional<BufferedImage> drawn = Optional.empty();
        if (names) {
            drawn = Optional.of(names(painter, spec, view, bare(spec, view)));
        } else {
            painter.loadNames();
        }
        return Optional.of(new Ground(spec, base, drawn));
    }

    /** Looks for the writer of a PNG, which {@link #write} otherwise does. On any thread. */
    public static void loadPngWriter() {
        Picture.pngWriter().dispose();
    }

    private static BufferedImage base(MapPainter painter, Spec spec, MapView view) {
        BufferedImage image = blank(spec, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = scaled(image, spec);
        painter.paintBase(g, view, spec.theme());
        g.dispose();
        return image;
    }

    /** What names share a map with that has neither layers nor grid. */
    private static GroundNames bare(Spec spec, MapView view) {
        return new GroundNames(new MapEdge(view, spec.theme(), List.of()).boxes(), List.of());
    }

    private static BufferedImage names(MapPainter painter, Spec spec, MapView view, GroundNames shared) {
        BufferedImage image = blank(spec, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D g = scaled(image, spec);
        painter.paintWholeLabels(g, view, MapContent.of(List.of()), spec.theme(), shared);
        g.dispose();
        return image;
    }

    /** Begins a PNG with a ground of the same spec once it is there. */
    public MapPicture over(Supplier<Optional<Ground>> prepared) {
        this.ground = prepared;
        return this;
    }

    /**
     * @throws LayerFailure when a layer cannot be painted
     * @throws java.io.UncheckedIOException when {@code out} fails
     */
    public void write(BriefingFile.Format format, OutputStream out) throws IOException {
        double width = spec.width() * POINTS_PER_PIXEL;
        double height = spec.height() * POINTS_PER_PIXEL;
        switch (format) {
            case PNG -> Picture.writePng(image(), spec.dpi(), out);
            case PDF -> new PdfFile(title, dated, List.of(page(width, height)), width, height).write(out);
            case SVG -> SvgFile.write(page(width, height), title, width, height, out);
        }
    }

    /** As pixels. */
    public BufferedImage image() {
        painter.layOut(view, content, spec.theme()); // while the ground is still being prepared
        Optional<Ground> begun = ground.get().filter(given -> given.spec.equals(spec));
        ground = Optional::empty; // painted over: good for once
        BufferedImage image = begun.map(Ground::base).orElseGet(() -> base(painter, spec, view));
        Graphics2D g = scaled(image, spec);
        GroundNames shared = paintGround(g, MapPainter.Medium.RASTER);
        if (painter.leavesNames(view, content, spec.theme())) { // always so, or prepared pictures would differ by a hue
            BufferedImage names = begun.flatMap(Ground::names)
                    .filter(prepared -> shared.equals(bare(spec, view)))
                    .orElseGet(() -> names(painter, spec, view, shared));
            Graphics2D whole = image.createGraphics();
            whole.drawImage(names, 0, 0, null);
            whole.dispose();
        } else {
            painter.paintWholeLabels(g, view, content, spec.theme(), shared);
        }
        paintOver(g, MapPainter.Medium.RASTER);
        g.dispose();
        return image;
    }

    private static BufferedImage blank(Spec spec, int type) {
        double scale = spec.dpi() / PIXELS_PER_INCH;
        return new BufferedImage((int) Math.round(spec.width() * scale), (int) Math.round(spec.height() * scale), type);
    }

    /** For painting in pixels of the view, and nowhere else. */
    private static Graphics2D scaled(BufferedImage image, Spec spec) {
        Graphics2D g = image.createGraphics();
        double scale = spec.dpi() / PIXELS_PER_INCH;
        g.scale(scale, scale);
        g.clip(new Rectangle2D.Double(0, 0, spec.width(), spec.height()));
        return g;
    }

    private Page page(double width, double height) {
        Page page = new Page();
        page.target("map", title, 0);
        page.add(new Mark.Drawing(
                0,
                0,
                width,
                height,
                POINTS_PER_PIXEL,
                g -> paint(g, MapPainter.Medium.VECTOR),
                Phrases.of("picture.alternative", placed(), MapWords.extent(view))));
        return page;
    }

    /** How many claims it shows something of; one of 10 km or worse also by what it is known within. */
    public long shown() {
        if (!(content.claims() instanceof PinRows rows)) {
            return placed();
        }
        List<Envelope> areas = view.areas();
        long shown = 0;
        for (int row = 0; row < rows.size(); row++) {
            boolean seen = rows.shaped(row)
                    ? rows.get(row).place().filter(place -> meets(place, areas)).isPresent()
                    : MapPainter.reaches(view, rows.longitude(row), rows.latitude(row), rows.radiusMetres(row));
            shown += seen ? 1 : 0;
        }
        return shown;
    }

    private static boolean meets(Place place, List<Envelope> areas) {
        for (int i = 0; i < place.geometry().getNumGeometries(); i++) {
            Envelope part = place.geometry().getGeometryN(i).getEnvelopeInternal();
            if (areas.stream().anyMatch(part::intersects)) {
                return true;
            }
        }
        return false;
    }

    private long placed() {
        return content.claims() instanceof PinRows rows
                ? rows.size()
                : content.claims().stream().filter(c -> c.place().isPresent()).count();
    }

    private void paint(Graphics2D g, MapPainter.Medium medium) {
        g.clip(new Rectangle2D.Double(0, 0, spec.width(), spec.height()));
        painter.paintBase(g, view, spec.theme());
        painter.paintWholeLabels(g, view, content, spec.theme(), paintGround(g, medium));
        paintOver(g, medium);
    }

    /**
     * What lies between the base map and its names.
     *
     * @return what names share the map with
     */
    private GroundNames paintGround(Graphics2D g, MapPainter.Medium medium) {
        List<MapLayer.Name> names = painter.paintLayers(
                g, view, layers, spec.theme(), medium, MapView.SCREEN_PIXELS_PER_INCH, (layer, failure) -> {
                    throw new LayerFailure(layer, failure); // a picture that lacks something must not look whole
                });
        List<Rectangle2D> figures = spec.grid()
                .map(notation -> MapGrid.paint(g, view, spec.theme(), notation, 0))
                .orElse(List.of());
        return new GroundNames(edge().boxes(), names).keeping(figures);
    }

    private MapEdge edge() {
        return new MapEdge(view, spec.theme(), MapPainter.credits(view, layers, MapView.SCREEN_PIXELS_PER_INCH));
    }

    private void paintOver(Graphics2D g, MapPainter.Medium medium) {
        painter.paintClaims(g, view, content, spec.theme(), medium);
        edge().paint(g);
    }
}
