package org.sightline.briefing;

import java.awt.Dimension;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Writes a page as SVG that stands alone: text as outlines, so that it looks the same where the typefaces are not
 * installed, with what the page says as its description. Stateless.
 */
final class SvgFile {
    private static final String SVG = "http://www.w3.org/2000/svg";

    private SvgFile() {}

    static void write(Page page, String title, double width, double height, OutputStream out) throws IOException {
        Document document = emptyDocument();
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
        context.setComment("Sightline");
        context.setPrecision(3);
        context.setImageHandler(new SvgImages());
        SVGGraphics2D g = new SVGGraphics2D(context, true);
        g.setSVGCanvasSize(new Dimension((int) Math.ceil(width), (int) Math.ceil(height)));
        PagePainter.paint(g, page);
        Element root = g.getRoot();
        root.setAttribute("width", points(width) + "pt");
        root.setAttribute("height", points(height) + "pt");
        root.setAttribute("viewBox", "0 0 " + points(width) + " " + points(height));
        root.insertBefore(said(document, "desc", words(page)), root.getFirstChild());
        root.insertBefore(said(document, "title", title), root.getFirstChild());
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        g.stream(root, writer, true, false);
        writer.flush();
    }

    private static Document emptyDocument() {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument(SVG, "svg", null);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("This Java runtime has no XML parser.", e);
        }
    }

    private static Element said(Document document, String tag, String text) {
        Element element = document.createElementNS(SVG, tag);
        element.setTextContent(text);
        return element;
    }

    private static String points(double length) {
        return String.format(Locale.ROOT, "%.3f", length);
    }

    /** What the page says. */
    private static String words(Page page) {
        StringBuilder words = new StringBuilder();
        for (Mark mark : page.marks()) {
            String said = Mark.said(mark);
            if (!said.isEmpty()) {
                words.append(said).append('\n');
            }
        }
        return sayable(words.toString());
    }

    /** A text without the characters that XML 1.0 cannot hold. */
    static String sayable(String text) {
        return text.replaceAll("[^\\n\\u0020-\\uFFFD\\x{10000}-\\x{10FFFF}]", "");
    }
}
