package org.sightline.briefing;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Envelope;
import org.sightline.DomainException;
import org.sightline.analysis.Dossier;
import org.sightline.claim.Claim;
import org.sightline.map.MapLayer;

/**
 * A briefing that has been laid out: one map page, then the numbered claims over as many pages as they need. Immutable;
 * the same dossier and spec give the same bytes. Lay out and paint off the window's thread; a laid out briefing may be
 * painted by any thread.
 *
 * <p>Claims are numbered 1, 2, 3 ... in the order of the dossier, so that the order chosen for the list is the order on
 * paper; claims without a place take a number too. Where that differs from a claim's number on the board, the board's is
 * printed beside it.
 */
public final class Briefing {
    private static final double POINTS_PER_INCH = 72;
    private static final int LEAST_DPI = 30;
    private static final int MOST_DPI = 1200;

    private final BriefingSpec spec;
    private final Dossier dossier;
    private final Sheet sheet;
    private final List<Page> pages;

    private Briefing(BriefingSpec spec, Dossier dossier, Sheet sheet, List<Page> pages) {
        this.spec = spec;
        this.dossier = dossier;
        this.sheet = sheet;
        this.pages = List.copyOf(pages);
    }

    /** @throws DomainException when the spec cannot be met: an unknown projection, an extent out of range */
    public static Briefing layout(BriefingSpec spec, Dossier dossier) {
        return layout(spec, dossier, List.of());
    }

    /**
     * The same with layers over the base map, the first lowest. They are painted whenever a page is, so they must stay
     * open as long as the briefing is used.
     *
     * @throws DomainException as above
     */
    public static Briefing layout(BriefingSpec spec, Dossier dossier, List<MapLayer> layers) {
        if (spec.dpi() < LEAST_DPI || spec.dpi() > MOST_DPI) {
            throw new DomainException(Phrases.of("error.dpi", Integer.toString(spec.dpi())));
        }
        Sheet sheet = new Sheet(spec, dossier);
        Map<Long, String> numbers = numbers(dossier.claims());
        MapSheet map = MapSheet.of(spec, dossier, numbers, sheet, List.copyOf(layers));
        List<Page> pages = new ArrayList<>();
        pages.add(map.page());
        pages.addAll(ClaimPages.of(spec, dossier, numbers, map.offMap(), sheet));
        for (int i = 0; i < pages.size(); i++) {
            int number = i + 1;
            pages.get(i).in(Tag.RUNNING, () -> sheet.furnish(pages.get(number - 1), number, pages.size()));
        }
        return new Briefing(spec, dossier, sheet, pages);
    }

    private static Map<Long, String> numbers(List<Claim> claims) {
        Map<Long, String> numbers = new HashMap<>();
        for (int i = 0; i < claims.size(); i++) {
            numbers.put(claims.get(i).id(), Integer.toString(i + 1));
        }
        return numbers;
    }

    /** The extent, degrees, that a briefing of these claims shows when none is asked for. */
    public static Envelope extentAround(List<Claim> claims) {
        return MapFit.around(claims);
    }

    public int pages() {
        return pages.size();
    }

    /** Width of a page, points (1/72 inch). */
    public double width() {
        return sheet.width();
    }

    /** Height of a page, points. */
    public double height() {
        return sheet.height();
    }

    /** As printed at its head. */
    public String title() {
        return sheet.title();
    }

    /** Paints a page, one unit a point. @param page 0 is the map */
    public void paint(Graphics2D g, int page) {
        PagePainter.paint(g, pages.get(page));
    }

    /** A page as pixels on white. @param page 0 is the map */
    public BufferedImage picture(int page, double pixelsPerPoint) {
        return Picture.of(pages.get(page), width(), height(), pixelsPerPoint);
    }

    /** All pages as one vector PDF with embedded fonts and selectable text. */
    public void writePdf(OutputStream out) {
        try {
            new PdfFile(title(), dossier.lastChange(), pages, width(), height()).write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One page as PNG at the spec's dpi. */
    public void writePng(OutputStream out, int page) {
        try {
            Picture.writePng(picture(page, spec.dpi() / POINTS_PER_INCH), spec.dpi(), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One page as SVG. */
    public void writeSvg(OutputStream out, int page) {
        try {
            SvgFile.write(pages.get(page), title(), width(), height(), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What stands on a page. */
    Page page(int page) {
        return pages.get(page);
    }
}
