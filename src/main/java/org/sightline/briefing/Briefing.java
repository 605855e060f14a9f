package org.sightline.briefing;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Envelope;
import org.sightline.DomainException;
import org.sightline.analysis.Dossier;
import org.sightline.claim.Claim;
import org.sightline.claim.Place;
import org.sightline.map.MapLayer;
import org.sightline.source.Quote;

/**
 * A briefing that has been laid out. It does not change; the same dossier and design give the same bytes. Lay out and
 * paint off the window's thread; a laid out briefing may be painted by any thread. Whatever asks for a page may have to
 * lay it out first, which takes some milliseconds.
 *
 * <p>Claims are numbered 1, 2, 3 ... in the order that the design asks for, and listed by their numbers; claims without
 * a place take a number too. Where that differs from a claim's number on the board, the board's is printed beside it.
 *
 * <p>A poster has fewer pages than sheets: {@link #pages} counts what is printed, {@link #wholes} what is designed.
 */
public final class Briefing {
    private static final double POINTS_PER_INCH = 72;
    private static final int LEAST_DPI = 30;
    private static final int MOST_DPI = 1200;
    private static final int LETTERS_TOLD = 12;

    private final Setting setting;
    private final DesignPages laid;
    private final List<Page> wholes;
    private final List<Page> pages;

    private Briefing(Setting setting, boolean all, Runnable check) {
        this.setting = setting;
        this.laid = new DesignPages(setting, all, check);
        this.wholes = new PagesOnDemand(laid.size(), page -> Posters.scaled(laid.get(page), setting.sheet()));
        this.pages = setting.design().tiles().isPoster() ? sheets() : wholes;
    }

    private List<Page> sheets() {
        Tiles tiles = setting.design().tiles();
        int each = tiles.columns() * tiles.rows();
        return new PagesOnDemand(
                laid.size() * each,
                sheet -> Posters.sheets(laid.get(sheet / each), setting.sheet(), setting.design(), setting.ink())
                        .get(sheet % each));
    }

    /**
     * Where a part stands on a page, whole posters as one.
     *
     * @param note which of the person's notes; -1 for a part
     * @param box millimetres
     * @param put whether a person has put it there
     */
    public record Spot(Part part, int note, Box box, boolean put) {}

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
        return layout(Design.of(spec), dossier, layers, () -> {});
    }

    /**
     * Lays out a design: of many pages only as far as it takes to know how many there are, the others when they are
     * looked at or {@link #complete} is called. They are the same either way.
     *
     * @param check is called for each scene, and may throw to stop
     * @throws DomainException when the design cannot be met
     */
    public static Briefing layout(Design design, Dossier dossier, List<MapLayer> layers, Runnable check) {
        return layout(design, dossier, layers, false, check);
    }

    /**
     * The same with all pages laid out at once: for paper and files, where nobody waits for the first page, and no page
     * need be counted before it is there.
     *
     * @param check is called for each scene, and may throw to stop
     * @throws DomainException when the design cannot be met
     */
    public static Briefing layoutAll(Design design, Dossier dossier, List<MapLayer> layers, Runnable check) {
        return layout(design, dossier, layers, true, check);
    }

    private static Briefing layout(Design design, Dossier dossier, List<MapLayer> layers, boolean all, Runnable check) {
        if (design.look().dpi() < LEAST_DPI || design.look().dpi() > MOST_DPI) {
            throw new DomainException(
                    Phrases.of("error.dpi", Integer.toString(design.look().dpi())));
        }
        return new Briefing(Setting.of(design, dossier, layers), all, check);
    }

    /** The extent, degrees, that a briefing of these claims shows when none is asked for. */
    public static Envelope extentAround(List<Claim> claims) {
        return MapFit.around(claims);
    }

    /** What it was laid out from. */
    public Design design() {
        return setting.design();
    }

    /** Whether all pages are laid out. */
    public boolean isComplete() {
        return laid.isComplete();
    }

    /** Lays out what is not yet. @param check is called for each page, and may throw to stop */
    public void complete(Runnable check) {
        laid.complete(check);
    }

    /**
     * What a person should look at, each in one sentence: a pin that is covered, something that found no room, letters
     * that no font here has. To say it of all pages, all are laid out.
     */
    public List<String> concerns() {
        List<String> concerns = new ArrayList<>(laid.concerns());
        List<String> letters = setting.dossier().claims().stream()
                .flatMap(Briefing::words)
                .flatMapToInt(Fallback::named)
                .distinct()
                .limit(LETTERS_TOLD)
                .mapToObj(Character::toString)
                .toList();
        if (!letters.isEmpty()) {
            concerns.add(Phrases.of("concern.letters", String.join(" ", letters), Fallback.name(letters.getFirst())));
        }
        return concerns;
    }

    private static Stream<String> words(Claim claim) {
        return Stream.of(
                        Stream.of(claim.statement()),
                        claim.claimant().stream(),
                        claim.place().map(Place::name).stream(),
                        claim.quotes().stream().map(Quote::exact))
                .flatMap(words -> words);
    }

    public int pages() {
        return pages.size();
    }

    /** Width of a page, points (1/72 inch). */
    public double width() {
        return setting.design().sheetWidthMm() * PaperSize.POINTS_PER_MM;
    }

    /** Height of a page, points. */
    public double height() {
        return setting.design().sheetHeightMm() * PaperSize.POINTS_PER_MM;
    }

    /** Pages as they are designed, a poster being one. */
    public int wholes() {
        return wholes.size();
    }

    /** Width of such a page, points. */
    public double wholeWidth() {
        return setting.design().pageWidthMm() * PaperSize.POINTS_PER_MM;
    }

    /** Height of such a page, points. */
    public double wholeHeight() {
        return setting.design().pageHeightMm() * PaperSize.POINTS_PER_MM;
    }

    /** Such a page as pixels on white. */
    public BufferedImage wholePicture(int page, double pixelsPerPoint) {
        return Picture.of(wholes.get(page), wholeWidth(), wholeHeight(), pixelsPerPoint);
    }

    /** What stands on such a page, and where; what was painted last comes last. */
    public List<Spot> spots(int page) {
        return wholes.get(page).spots().stream()
                .map(spot -> new Spot(spot.part(), spot.note(), Box.of(spot.box()), spot.put()))
                .toList();
    }

    /** As printed at its head. */
    public String title() {
        return setting.sheet().title();
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
            new PdfFile(title(), setting.dossier().lastChange(), pages, width(), height()).write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One page as PNG at the spec's dpi. */
    public void writePng(OutputStream out, int page) {
        try {
            Picture.writePng(
                    picture(page, setting.design().look().dpi() / POINTS_PER_INCH),
                    setting.design().look().dpi(),
                    out);
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
