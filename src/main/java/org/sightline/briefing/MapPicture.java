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
import org.sightline.geo.MapProjection;
import org.sightline.geo.Notation;
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

    /**
     * @param width pixels, 96 to an inch; at most 20,000
     * @param height likewise
     * @param extent degrees; empty fits the claims
     * @param epsg projection; empty for Web Mercator, as in the window
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

    /** The base map of a spec that says where, as pixels. */
    public record Ground(Spec spec, BufferedImage image) {}

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
                : MapProjection.webMercator();
        return MapView.fit(
                projection, extent, spec.width(), spec.height(), spec.extent().isPresent() ? 0 : PADDING);
    }

    /**
     * Does what a picture needs and what does not wait for its claims: makes names and letters ready, and paints the
     * base map if the spec says where. On any thread.
     */
    public static Optional<Ground> prepare(Spec spec) {
        Optional<MapView> view = spec.extent().map(extent -> view(spec, extent));
        MapPainter painter = new MapPainter();
        Optional<Ground> ground = view.map(seen -> {
            BufferedImage image = blank(spec);
            Graphics2D g = scaled(image, spec);
            painter.paintBase(g, seen, spec.theme());
            g.dispose();
            return new Ground(spec, image);
        });
        view.ifPresentOrElse(seen -> painter.loadNames(seen, spec.theme()), painter::loadNames);
        return ground;
    }

    /** Begins a PNG with a ground of the same spec once it is there. */
    public MapPicture over(Supplier<Optional<Ground>> prepared) {
        this.ground = prepared;
        return this;
    }

    /** @throws java.io.UncheckedIOException when {@code out} fails */
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
        Optional<Ground> begun = ground.get().filter(given -> given.spec.equals(spec));
        ground = Optional::empty; // painted over: good for once
        BufferedImage image = begun.map(given -> given.image).orElseGet(() -> blank(spec));
        Graphics2D g = scaled(image, spec);
        if (begun.isEmpty()) {
            painter.paintBase(g, view, spec.theme());
        }
        paintOver(g, MapPainter.Medium.RASTER);
        g.dispose();
        return image;
    }

    private static BufferedImage blank(Spec spec) {
        double scale = spec.dpi() / PIXELS_PER_INCH;
        return new BufferedImage(
                (int) Math.round(spec.width() * scale),
                (int) Math.round(spec.height() * scale),
                BufferedImage.TYPE_INT_RGB);
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

    private long placed() {
        return content.claims() instanceof PinRows rows
                ? rows.size()
                : content.claims().stream().filter(c -> c.place().isPresent()).count();
    }

    private void paint(Graphics2D g, MapPainter.Medium medium) {
        g.clip(new Rectangle2D.Double(0, 0, spec.width(), spec.height()));
        painter.paintBase(g, view, spec.theme());
        paintOver(g, medium);
    }

    private void paintOver(Graphics2D g, MapPainter.Medium medium) {
        painter.paintLayers(g, view, layers, spec.theme(), medium, MapView.SCREEN_PIXELS_PER_INCH, (layer, failure) -> {
            throw failure; // a picture that lacks what it should show must not look whole
        });
        spec.grid().ifPresent(notation -> MapGrid.paint(g, view, spec.theme(), notation, 0));
        painter.paintLabels(g, view, content, spec.theme());
        painter.paintClaims(g, view, content, spec.theme(), medium);
        MapEdge.paint(g, view, spec.theme(), MapPainter.credits(view, layers, MapView.SCREEN_PIXELS_PER_INCH));
    }
}
