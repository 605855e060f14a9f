package org.sightline.briefing;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sightline.analysis.Dossier;

/**
 * The page: its size and margins, and what runs at the head and foot of every page. Immutable. Lengths are points of the
 * layout, of which a large page has fewer than its paper: what is read from farther away is set larger.
 */
final class Sheet {
    private static final double SIDE = 36;
    private static final double HEAD_BASELINE = 33;
    private static final double FOOT = 26;
    private static final double BODY_TOP = 48;
    private static final double BODY_BOTTOM = 46;
    private static final double LINE = 17;
    private static final double ASCENT = 12.5;

    /** Up to A3 letters have one size; on larger paper they grow with its shorter side. */
    private static final double SHORT_SIDE = 842;

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final Design design;
    private final Dossier dossier;
    private final Ink ink;
    private final double zoom;

    Sheet(Design design, Dossier dossier) {
        this.design = design;
        this.dossier = dossier;
        this.ink = Ink.of(design.look().theme());
        double shorter = Math.min(design.pageWidthMm(), design.pageHeightMm()) * PaperSize.POINTS_PER_MM;
        this.zoom = Math.max(1, shorter / SHORT_SIDE);
    }

    /** How many points on paper a point of the layout has. */
    double zoom() {
        return zoom;
    }

    double width() {
        return design.pageWidthMm() * PaperSize.POINTS_PER_MM / zoom;
    }

    double height() {
        return design.pageHeightMm() * PaperSize.POINTS_PER_MM / zoom;
    }

    /** All of it but a narrow edge. */
    Rectangle2D whole() {
        double edge = 8;
        return new Rectangle2D.Double(edge, edge, width() - 2 * edge, height() - 2 * edge);
    }

    /** What is left for content. */
    Rectangle2D body() {
        return new Rectangle2D.Double(SIDE, BODY_TOP, width() - 2 * SIDE, height() - BODY_TOP - BODY_BOTTOM);
    }

    /** In points of the layout. */
    Rectangle2D points(Box box) {
        Rectangle2D p = box.points();
        return new Rectangle2D.Double(p.getX() / zoom, p.getY() / zoom, p.getWidth() / zoom, p.getHeight() / zoom);
    }

    /** "As of 14 October 2022, 09:15 UTC": the board's last change, never the clock. */
    String asOf() {
        Optional<Instant> at = dossier.lastChange();
        return at.map(t -> Phrases.of("asOf", DATE.format(t))).orElseGet(() -> Phrases.of("asOfUnknown"));
    }

    String title() {
        return design.title().isBlank() ? dossier.boardTitle() : design.title().strip();
    }

    /** A line of words that runs at the head or foot. */
    private record Running(Part part, double x, double baseline, double width, boolean put, Draw draw) {
        Rectangle2D box() {
            return new Rectangle2D.Double(x, baseline - ASCENT, width, LINE);
        }
    }

    @FunctionalInterface
    private interface Draw {
        void at(Page page, double x, double baseline, double width);
    }

    /** Where head and foot stand, so that others keep clear of them. */
    List<Rectangle2D> furniture() {
        return running(888, 888).stream().map(Running::box).toList();
    }

    /** Head and foot, once the number of pages is known. */
    void furnish(Page page, int number, int of) {
        Collisions others = new Collisions(whole());
        page.spots().stream()
                .filter(spot -> spot.part() != Part.MAP && spot.part() != Part.STRIP)
                .forEach(spot -> others.take(spot.box()));
        List<Rectangle2D> maps = page.spots().stream()
                .filter(spot -> spot.part() == Part.MAP || spot.part() == Part.STRIP)
                .map(Page.Spot::box)
                .toList();
        for (Running line : running(number, of)) {
            Rectangle2D box = line.box();
            if (line.put()) {
                box = others.nearest(box).orElse(box);
                others.take(box);
                Rectangle2D panel = box;
                if (maps.stream().anyMatch(map -> map.intersects(panel))) {
                    page.add(new Mark.Filled(
                            new Rectangle2D.Double(
                                    box.getX() - 3, box.getY() - 1, box.getWidth() + 6, box.getHeight() + 2),
                            Color.WHITE));
                }
            }
            Rectangle2D at = box;
            // on the first page the marking is part of what is said, since heads and feet are not read out
            boolean read = number == 1 && line.part() == Part.MARKING_HEAD;
            page.in(
                    read ? page.opening(Tag.Role.TEXT) : Tag.RUNNING,
                    () -> line.draw().at(page, at.getX(), at.getY() + ASCENT, line.width()));
            page.spot(line.part(), box, line.put());
        }
    }

    private List<Running> running(int number, int of) {
        double right = width() - SIDE;
        double foot = height() - FOOT;
        List<Running> all = new ArrayList<>();
        double head = marking(all, Part.MARKING_HEAD, HEAD_BASELINE);
        double low = marking(all, Part.MARKING_FOOT, foot);
        String name = number > 1 ? title() : Phrases.of("board", dossier.boardTitle());
        TextStyle naming = number > 1 ? ink.running().in(Face.SEMIBOLD) : ink.running();
        words(all, Part.BOARD, name, naming, SIDE, HEAD_BASELINE, right - SIDE - head - 12);
        String pages = Phrases.of("page", Integer.toString(number), Integer.toString(of));
        TextStyle counting = ink.running().in(ink.text());
        double middle = width() / 2 - counting.width(pages) / 2;
        words(all, Part.PAGE_NUMBER, pages, counting, middle, foot, 80);
        words(all, Part.DATE, asOf(), ink.running(), SIDE, foot, middle - SIDE - 10);
        if (low == 0 && number > 1 && design.shows(Part.BOARD) && !isPut(Part.BOARD)) {
            double room = middle - SIDE - 10;
            String board = Phrases.of("board", dossier.boardTitle());
            double wide = Math.min(
                    room,
                    Paragraph.oneLine(board, ink.running(), Double.MAX_VALUE).width());
            all.add(new Running(
                    Part.BOARD,
                    right - wide,
                    foot,
                    wide,
                    false,
                    (page, x, baseline, width) -> page.line(board, ink.running(), x, baseline, width + 0.1)));
        }
        return all;
    }

    private boolean isPut(Part part) {
        return design.part(part).box().isPresent();
    }

    private void words(
            List<Running> all, Part part, String words, TextStyle style, double x, double baseline, double room) {
        if (!design.shows(part)) {
            return;
        }
        double wide =
                Math.min(room, Paragraph.oneLine(words, style, Double.MAX_VALUE).width());
        add(
                all,
                part,
                x,
                baseline,
                wide,
                (page, left, base, width) -> page.line(words, style, left, base, width + 0.1));
    }

    private void add(List<Running> all, Part part, double x, double baseline, double width, Draw draw) {
        Optional<Rectangle2D> put = design.part(part).box().map(this::points);
        double left = put.map(Rectangle2D::getX).orElse(x);
        double base = put.map(box -> box.getY() + ASCENT).orElse(baseline);
        all.add(new Running(part, left, base, width, put.isPresent(), draw));
    }

    /**
     * The classification, then TLP 2.0: at the right of head and foot, 12 points or larger, the colour on black. Gives
     * the width it takes at the right.
     */
    private double marking(List<Running> all, Part part, double baseline) {
        Design.Marking marking = design.marking();
        boolean none = marking.tlp().isEmpty() && marking.classification().isBlank();
        if (none || !design.shows(part)) {
            return 0;
        }
        TextStyle plain = new TextStyle(Face.BOLD, 10, ink.text());
        String words = marking.classification().strip();
        double classified = words.isEmpty()
                ? 0
                : Math.min(
                        width() / 3,
                        Paragraph.oneLine(words, plain, Double.MAX_VALUE).width() + 0.1);
        TextStyle style = marking.tlp()
                .map(tlp -> new TextStyle(Face.BOLD, 12, ink.tlp(tlp)))
                .orElse(plain);
        String label = marking.tlp().map(BriefingSpec.Tlp::label).orElse("");
        double boxed = label.isEmpty() ? 0 : style.width(label) + 10;
        double gap = classified > 0 && boxed > 0 ? 8 : 0;
        double width = classified + gap + boxed;
        add(all, part, width() - SIDE - width, baseline, width, (page, x, base, wide) -> {
            if (classified > 0) {
                page.line(words, plain, x, base, classified);
            }
            if (boxed > 0) {
                double left = x + classified + gap;
                page.add(new Mark.Filled(new Rectangle2D.Double(left, base - ASCENT, boxed, LINE), Color.BLACK));
                page.line(label, style, left + 5, base, boxed);
            }
        });
        return isPut(part) ? 0 : width;
    }
}
