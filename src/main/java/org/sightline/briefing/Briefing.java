package org.sightline.briefing;

import java.awt.Graphics2D;
import java.io.OutputStream;
import org.sightline.analysis.Dossier;

/**
 * A briefing that has been laid out: one map page, then the numbered claims over as many pages as they need. Immutable;
 * the same dossier and spec give the same bytes. Lay out and paint off the window's thread.
 */
public final class Briefing {
    private Briefing() {}

    public static Briefing layout(BriefingSpec spec, Dossier dossier) {
        throw new UnsupportedOperationException();
    }

    public int pages() {
        throw new UnsupportedOperationException();
    }

    /** Width of a page, points (1/72 inch). */
    public double width() {
        throw new UnsupportedOperationException();
    }

    /** Height of a page, points. */
    public double height() {
        throw new UnsupportedOperationException();
    }

    /** Paints a page, one unit a point. @param page 0 is the map */
    public void paint(Graphics2D g, int page) {
        throw new UnsupportedOperationException();
    }

    /** All pages as one vector PDF with embedded fonts and selectable text. */
    public void writePdf(OutputStream out) {
        throw new UnsupportedOperationException();
    }

    /** One page as PNG at the spec's dpi. */
    public void writePng(OutputStream out, int page) {
        throw new UnsupportedOperationException();
    }

    /** One page as SVG. */
    public void writeSvg(OutputStream out, int page) {
        throw new UnsupportedOperationException();
    }
}
