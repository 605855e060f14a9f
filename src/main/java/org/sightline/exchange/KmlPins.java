package org.sightline.exchange;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.sightline.claim.Status;

/** Pins for KML: a colour and a shape for each status. Stateless. */
final class KmlPins {
    private static final int SIDE = 32;

    private KmlPins() {}

    /** Within the archive. */
    static String name(Status status) {
        return "pins/" + status.key() + ".png";
    }

    /** Six hexadecimal digits in the order of KML. */
    static String blueGreenRed(Status status) {
        return switch (status) {
            case UNVERIFIED -> "8c6b3f";
            case CORROBORATED -> "4a7d1f";
            case DISPUTED -> "1280d8";
            case REFUTED -> "3a2fb5";
            case WITHDRAWN -> "7f7f7f";
        };
    }

    /** White, so that the style's colour tints it. */
    static byte[] png(Status status) throws IOException {
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        Shape shape = shape(status);
        g.setColor(Color.WHITE);
        g.fill(shape);
        g.setColor(new Color(60, 60, 60));
        g.setStroke(new BasicStroke(2));
        g.draw(shape);
        g.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    private static Shape shape(Status status) {
        return switch (status) {
            case UNVERIFIED -> new Ellipse2D.Double(5, 5, 22, 22);
            case CORROBORATED -> new Rectangle2D.Double(5, 5, 22, 22);
            case DISPUTED -> polygon(16, 3, 29, 16, 16, 29, 3, 16);
            case REFUTED -> polygon(16, 4, 29, 27, 3, 27);
            case WITHDRAWN -> new Ellipse2D.Double(9, 9, 14, 14);
        };
    }

    private static Shape polygon(double... corners) {
        Path2D path = new Path2D.Double();
        path.moveTo(corners[0], corners[1]);
        for (int i = 2; i < corners.length; i += 2) {
            path.lineTo(corners[i], corners[i + 1]);
        }
        path.closePath();
        return path;
    }
}
