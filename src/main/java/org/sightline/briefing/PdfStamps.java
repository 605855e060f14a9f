package org.sightline.briefing;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.NoninvertibleTransformException;
import java.awt.geom.Point2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.util.Matrix;
import org.sightline.map.Stamps;

/**
 * What one drawing wants stamped, each stamp a form that the PDF holds once (ISO 32000-1, 8.10). They are gathered while
 * the drawing is drawn and written above it.
 */
final class PdfStamps implements Stamps {
    /** Places are rounded to this share of a unit, and each is written as its distance from the one before. */
    private static final double STEPS = 100;

    private final PDDocument document;
    private final AffineTransform origin;
    private final double height;
    private final List<Stamp> stamps = new ArrayList<>();

    /** Stamped one after another. @param x units of the drawing, from its upper left; y likewise */
    private record Stamp(List<PDFormXObject> forms, double reach, int[] which, double[] x, double[] y) {}

    /**
     * @param origin the transform of the drawing's graphics before anything is drawn
     * @param height of the drawing, its units
     */
    PdfStamps(PDDocument document, AffineTransform origin, double height) {
        this.document = document;
        this.origin = origin;
        this.height = height;
    }

    @Override
    public void stamp(
            Graphics2D g, List<Consumer<Graphics2D>> drawings, double reach, int[] which, double[] x, double[] y) {
        double[] xs = new double[x.length];
        double[] ys = new double[y.length];
        AffineTransform toDrawing = toDrawing(g);
        for (int i = 0; i < x.length; i++) {
            Point2D at = toDrawing.transform(new Point2D.Double(x[i], y[i]), null);
            xs[i] = at.getX();
            ys[i] = at.getY();
        }
        List<PDFormXObject> forms =
                drawings.stream().map(drawing -> form(drawing, reach)).toList();
        stamps.add(new Stamp(forms, reach, which.clone(), xs, ys));
    }

    private AffineTransform toDrawing(Graphics2D g) {
        try {
            AffineTransform back = origin.createInverse();
            back.concatenate(g.getTransform());
            return back;
        } catch (NoninvertibleTransformException e) {
            throw new IllegalStateException("A drawing has no extent.", e);
        }
    }

    private PDFormXObject form(Consumer<Graphics2D> drawing, double reach) {
        try {
            float side = (float) (2 * reach);
            PdfBoxGraphics2D g = new PdfBoxGraphics2D(document, side, side);
            g.translate(reach, reach);
            drawing.accept(g);
            g.dispose();
            return g.getXFormObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes them into a content whose units are the drawing's, its lower left corner at (0, 0). */
    void write(PDPageContentStream content, double width) throws IOException {
        if (stamps.isEmpty()) {
            return;
        }
        content.addRect(0, 0, (float) width, (float) height);
        content.clip();
        for (Stamp stamp : stamps) {
            content.saveGraphicsState();
            long atX = 0;
            long atY = 0;
            for (int i = 0; i < stamp.which.length; i++) {
                long x = Math.round((stamp.x[i] - stamp.reach) * STEPS);
                long y = Math.round((height - stamp.y[i] - stamp.reach) * STEPS);
                content.transform(
                        Matrix.getTranslateInstance((float) ((x - atX) / STEPS), (float) ((y - atY) / STEPS)));
                content.drawForm(stamp.forms.get(stamp.which[i]));
                atX = x;
                atY = y;
            }
            content.restoreGraphicsState();
        }
    }
}
