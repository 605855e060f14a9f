package org.sightline.briefing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.jfree.svg.SVGGraphics2D;
import org.jfree.svg.SVGHints;
import org.jfree.svg.SVGUnits;

/**
 * Writes a page as SVG that stands alone: text as outlines, so that it looks the same where the typefaces are not
 * installed, with what the page says as its description.
 */
final class SvgFile {
    private SvgFile() {}

    static void write(Page page, String title, double width, double height, OutputStream out) throws IOException {
        SVGGraphics2D g = new SVGGraphics2D(width, height, SVGUnits.PT);
        g.setRenderingHint(SVGHints.KEY_DRAW_STRING_TYPE, SVGHints.VALUE_DRAW_STRING_TYPE_VECTOR);
        // the default prefix is taken from the clock
        g.setDefsKeyPrefix("page");
        PagePainter.paint(g, page);
        String body = g.getSVGElement(null, true, new org.jfree.svg.ViewBox(0, 0, width, height), null, null);
        int afterTag = body.indexOf('>') + 1;
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        writer.write(body.substring(0, afterTag));
        writer.write("<title>" + escaped(title) + "</title>");
        writer.write("<desc>" + escaped(words(page)) + "</desc>");
        writer.write(body.substring(afterTag));
        writer.flush();
    }

    private static String words(Page page) {
        StringBuilder words = new StringBuilder();
        for (Mark mark : page.marks()) {
            switch (mark) {
                case Mark.Words w -> words.append(w.text()).append('\n');
                case Mark.Drawn d -> words.append(d.text()).append('\n');
                case Mark.Drawing d -> words.append(d.alternative()).append('\n');
                case Mark.Filled f -> {}
                case Mark.Lined l -> {}
            }
        }
        return words.toString();
    }

    private static String escaped(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                default -> {
                    if (c == '\n' || c >= 0x20 && c != 0xFFFE && c != 0xFFFF) {
                        safe.appendCodePoint(c);
                    }
                }
            }
        });
        return safe.toString();
    }
}
