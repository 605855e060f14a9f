package org.sightline.briefing;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.sightline.analysis.Dossier;
import org.sightline.briefing.BriefingSpec.Tlp;

/** The paper: its size and margins, and what runs at the head and foot of every page. Immutable. Lengths are points. */
final class Sheet {
    private static final double SIDE = 36;
    private static final double HEAD_BASELINE = 33;
    private static final double FOOT = 26;
    private static final double BODY_TOP = 48;
    private static final double BODY_BOTTOM = 46;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final BriefingSpec spec;
    private final Dossier dossier;
    private final Ink ink;

    Sheet(BriefingSpec spec, Dossier dossier) {
        this.spec = spec;
        this.dossier = dossier;
        this.ink = Ink.of(spec.theme());
    }

    double width() {
        return spec.landscape() ? spec.paper().height() : spec.paper().width();
    }

    double height() {
        return spec.landscape() ? spec.paper().width() : spec.paper().height();
    }

    /** What is left for content. */
    Rectangle2D body() {
        return new Rectangle2D.Double(SIDE, BODY_TOP, width() - 2 * SIDE, height() - BODY_TOP - BODY_BOTTOM);
    }

    /** "As of 14 October 2022, 09:15 UTC": the board's last change, never the clock. */
    String asOf() {
        Optional<Instant> at = dossier.lastChange();
        return at.map(t -> Phrases.of("asOf", DATE.format(t))).orElseGet(() -> Phrases.of("asOfUnknown"));
    }

    String title() {
        return spec.title().isBlank() ? dossier.boardTitle() : spec.title().strip();
    }

    /** Head and foot, once the number of pages is known. */
    void furnish(Page page, int number, int of) {
        double right = width() - SIDE;
        double[] taken = new double[1];
        // on the first page the marking is part of what is said, since heads and feet are not read out
        Tag read = number == 1 ? page.opening(Tag.Role.TEXT) : Tag.RUNNING;
        page.in(read, () -> taken[0] = marking(page, HEAD_BASELINE));
        double marking = taken[0];
        double room = right - SIDE - marking - 12;
        if (number > 1) {
            page.line(title(), ink.running().in(Face.SEMIBOLD), SIDE, HEAD_BASELINE, room);
        } else {
            page.line(Phrases.of("board", dossier.boardTitle()), ink.running(), SIDE, HEAD_BASELINE, room);
        }
        double foot = height() - FOOT;
        double footMarking = marking(page, foot);
        String pages = Phrases.of("page", Integer.toString(number), Integer.toString(of));
        double middle = width() / 2 - ink.running().width(pages) / 2;
        page.line(pages, ink.running().in(ink.text()), middle, foot, 80);
        page.line(footText(), ink.running(), SIDE, foot, middle - SIDE - 10);
        if (footMarking == 0 && number > 1) {
            page.lineRight(Phrases.of("board", dossier.boardTitle()), ink.running(), right, foot, middle - SIDE - 10);
        }
    }

    private String footText() {
        return asOf();
    }

    /** TLP 2.0: at the right of head and foot, 12 points or larger, the colour on black. Gives the width it takes. */
    private double marking(Page page, double baseline) {
        Optional<Tlp> tlp = spec.tlp();
        if (tlp.isEmpty()) {
            return 0;
        }
        TextStyle style = new TextStyle(Face.BOLD, 12, ink.tlp(tlp.get()));
        String label = tlp.get().label();
        double width = style.width(label) + 10;
        double left = width() - SIDE - width;
        page.add(new Mark.Filled(new Rectangle2D.Double(left, baseline - 12.5, width, 17), Color.BLACK));
        page.line(label, style, left + 5, baseline, width);
        return width;
    }
}
