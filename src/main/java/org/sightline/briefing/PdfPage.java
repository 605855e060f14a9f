package org.sightline.briefing;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;
import org.jspecify.annotations.Nullable;
import org.sightline.map.Stamps;

/**
 * Writes the marks of one page into its content stream, each stretch within its tag. A PDF counts from the bottom left, y
 * up.
 */
final class PdfPage {
    private static final COSName ARTIFACT = COSName.getPDFName("Artifact");

    private final PDDocument document;
    private final PDPage sheet;
    private final PDPageContentStream content;
    private final PdfFonts fonts;
    private final PdfTags tags;
    private final double height;
    /** What stands at 0 from above stands so high here. */
    private double from;

    private Optional<Page.Placing> placing = Optional.empty();
    private final PDPropertyList running = running();
    private @Nullable Tag open;
    private Mark.Reading reading = Mark.Reading.FREE;

    PdfPage(
            PDDocument document,
            PDPage sheet,
            PDPageContentStream content,
            PdfFonts fonts,
            PdfTags tags,
            double height) {
        this.document = document;
        this.sheet = sheet;
        this.content = content;
        this.fonts = fonts;
        this.tags = tags;
        this.height = height;
        this.from = height;
    }

    void write(Page page) throws IOException {
        tags.begin(sheet);
        placing = page.placing();
        if (placing.isPresent()) {
            place(placing.get());
        }
        for (int i = 0; i < page.marks().size(); i++) {
            if (placing.isPresent() && i == placing.get().marks()) {
                unplace();
            }
            Mark mark = page.marks().get(i);
            tag(page.tagOf(i), mark);
            switch (mark) {
                case Mark.Words w -> words(w);
                case Mark.Drawn d -> drawn(d);
                case Mark.Filled f -> fill(f.shape(), f.color());
                case Mark.Lined l -> line(l);
                case Mark.Drawing d -> drawing(d);
            }
        }
        endTag();
        if (placing.isPresent()) {
            unplace();
        }
    }

    /** What follows was set for another page, of which a window is seen. */
    private void place(Page.Placing placed) throws IOException {
        Rectangle2D window = upright(placed.window(), Optional.empty());
        content.saveGraphicsState();
        content.addRect(
                (float) window.getX(), (float) window.getY(), (float) window.getWidth(), (float) window.getHeight());
        content.clip();
        AffineTransform to = AffineTransform.getTranslateInstance(placed.dx(), height - placed.dy());
        to.scale(placed.scale(), placed.scale());
        content.transform(new Matrix(to));
        from = 0;
    }

    private void unplace() throws IOException {
        endTag();
        content.restoreGraphicsState();
        from = height;
        placing = Optional.empty();
    }

    /** Marks of one tag that are read as they stand share a tag. */
    private void tag(Tag tag, Mark mark) throws IOException {
        Mark.Reading next = TextRuns.readingOf(mark);
        if (tag.role() == Tag.Role.FIGURE) {
            tags.picture(tag, sheet, upright(MarkBox.of(mark), placing));
        }
        if (tag.equals(open) && (!tag.isRead() || next.follows(reading))) {
            reading = next;
            return;
        }
        endTag();
        open = tag;
        reading = next;
        if (tag.isRead()) {
            content.beginMarkedContent(COSName.getPDFName(tag.role().type()), tags.stretch(tag, sheet, next));
        } else if (tag.role() == Tag.Role.RUNNING) {
            content.beginMarkedContent(ARTIFACT, running);
        } else {
            content.beginMarkedContent(ARTIFACT);
        }
    }

    private void endTag() throws IOException {
        if (open != null) {
            content.endMarkedContent();
            open = null;
        }
    }

    private Rectangle2D upright(Rectangle2D set, Optional<Page.Placing> placed) {
        Rectangle2D box = placed.map(p -> p.onPage(set)).orElse(set);
        return new Rectangle2D.Double(box.getX(), height - box.getMaxY(), box.getWidth(), box.getHeight());
    }

    /** ISO 32000-1, 14.8.2.2.2. */
    private static PDPropertyList running() {
        COSDictionary properties = new COSDictionary();
        properties.setName(COSName.TYPE, "Pagination");
        return PDPropertyList.create(properties);
    }

    private void words(Mark.Words words) throws IOException {
        content.beginText();
        content.setNonStrokingColor(words.style().color());
        content.setFont(fonts.of(words.style().face()), (float) words.style().size());
        content.newLineAtOffset((float) words.x(), (float) (from - words.baseline()));
        content.showText(words.reading().spaced() ? words.text() + " " : words.text());
        content.endText();
    }

    /**
     * A shape that still copies as its words (ISO 32000-1, 14.9.4, replacement text). Viewers find and select what has
     * letters, so an unseen space as large as the shape goes with it.
     */
    private void drawn(Mark.Drawn drawn) throws IOException {
        beginReplaced(content, drawn.reading().spaced() ? drawn.text() + " " : drawn.text());
        fill(drawn.outline(), drawn.color());
        Rectangle2D box = drawn.outline().getBounds2D();
        if (!box.isEmpty()) {
            unseen(box);
        }
        content.endMarkedContent();
    }

    private void unseen(Rectangle2D box) throws IOException {
        double size = box.getHeight();
        content.beginText();
        content.setFont(fonts.of(Face.REGULAR), (float) size);
        content.setRenderingMode(RenderingMode.NEITHER);
        content.setHorizontalScaling((float) (100 * box.getWidth() / Face.REGULAR.width(" ", size)));
        content.newLineAtOffset((float) box.getX(), up((float) box.getMaxY()));
        content.showText(" ");
        content.setHorizontalScaling(100);
        content.setRenderingMode(RenderingMode.FILL);
        content.endText();
    }

    /**
     * Begins a stretch that stands for these words. They are written where the stretch begins, and not among the
     * resources of the page, since some readers look only there; PDFBox has no call for that.
     */
    @SuppressWarnings("deprecation")
    static void beginReplaced(PDPageContentStream content, String words) throws IOException {
        String hex = HexFormat.of().withUpperCase().formatHex(words.getBytes(StandardCharsets.UTF_16BE));
        content.appendRawCommands("/Span <</ActualText <FEFF" + hex + ">>> BDC\n");
    }

    private void fill(Shape shape, Color color) throws IOException {
        content.setNonStrokingColor(color);
        int rule = trace(shape);
        if (rule == PathIterator.WIND_EVEN_ODD) {
            content.fillEvenOdd();
        } else {
            content.fill();
        }
    }

    private void line(Mark.Lined line) throws IOException {
        content.setStrokingColor(line.color());
        content.setLineWidth((float) line.width());
        content.setLineDashPattern(line.dash(), 0);
        trace(line.shape());
        content.stroke();
    }

    private int trace(Shape shape) throws IOException {
        PathIterator path = shape.getPathIterator(null);
        float[] c = new float[6];
        float lastX = 0;
        float lastY = 0;
        for (; !path.isDone(); path.next()) {
            int kind = path.currentSegment(c);
            switch (kind) {
                case PathIterator.SEG_MOVETO -> content.moveTo(c[0], up(c[1]));
                case PathIterator.SEG_LINETO -> content.lineTo(c[0], up(c[1]));
                case PathIterator.SEG_QUADTO -> quad(lastX, lastY, c);
                case PathIterator.SEG_CUBICTO -> content.curveTo(c[0], up(c[1]), c[2], up(c[3]), c[4], up(c[5]));
                default -> content.closePath();
            }
            int end = endOf(kind);
            if (end >= 0) {
                lastX = c[end];
                lastY = c[end + 1];
            }
        }
        return path.getWindingRule();
    }

    private static int endOf(int kind) {
        return switch (kind) {
            case PathIterator.SEG_MOVETO, PathIterator.SEG_LINETO -> 0;
            case PathIterator.SEG_QUADTO -> 2;
            case PathIterator.SEG_CUBICTO -> 4;
            default -> -1;
        };
    }

    /** A quadratic curve as the cubic one that equals it. */
    private void quad(float fromX, float fromY, float[] c) throws IOException {
        content.curveTo(
                fromX + (c[0] - fromX) * 2 / 3,
                up(fromY + (c[1] - fromY) * 2 / 3),
                c[2] + (c[0] - c[2]) * 2 / 3,
                up(c[3] + (c[1] - c[3]) * 2 / 3),
                c[2],
                up(c[3]));
    }

    private float up(float y) {
        return (float) (from - y);
    }

    private void drawing(Mark.Drawing drawing) throws IOException {
        PdfBoxGraphics2D g = new PdfBoxGraphics2D(
                document, (float) (drawing.width() / drawing.scale()), (float) (drawing.height() / drawing.scale()));
        g.setFontTextDrawer(new PdfLabels(fonts));
        g.setImageEncoder(new PdfImages());
        PdfStamps stamps = new PdfStamps(document, g.getTransform(), drawing.height() / drawing.scale());
        g.setRenderingHint(Stamps.KEY, stamps);
        drawing.painter().accept(g);
        g.dispose();
        PDFormXObject form = g.getXFormObject();
        AffineTransform place =
                AffineTransform.getTranslateInstance(drawing.x(), from - drawing.y() - drawing.height());
        place.scale(drawing.scale(), drawing.scale());
        content.saveGraphicsState();
        content.transform(new Matrix(place));
        content.drawForm(form);
        stamps.write(content, drawing.width() / drawing.scale());
        content.restoreGraphicsState();
    }
}
