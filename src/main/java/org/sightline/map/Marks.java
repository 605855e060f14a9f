package org.sightline.map;

import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.HashMap;
import java.util.Map;
import org.sightline.claim.Status;

/**
 * Small marks for claims too many to have a pin each: shape by category, colour by status, hollow when it did not happen.
 * On a raster each kind is drawn once and then copied, many times faster than as a shape; on a page each is a shape.
 * Not safe for threads; made for one painting.
 */
final class Marks {
    private static final double SIZE = 0.36;

    private record Kind(PinShape shape, Status status, boolean hollow) {}

    private final Graphics2D g;
    private final MapTheme theme;
    private final double radius;
    private final MapPainter.Medium medium;
    private final double scale;
    private final Map<Kind, BufferedImage> sprites = new HashMap<>();

    Marks(Graphics2D g, MapTheme theme, double pinRadius, MapPainter.Medium medium) {
        this.g = g;
        this.theme = theme;
        this.radius = pinRadius * SIZE;
        this.medium = medium;
        this.scale = Math.max(1, Math.sqrt(Math.abs(g.getTransform().getDeterminant())));
    }

    void paint(PinPainter.Face face, double x, double y) {
        Kind kind = new Kind(PinShape.of(face.category()), face.status(), PinPainter.hollow(face.modality()));
        switch (medium) {
            case RASTER -> {
                BufferedImage sprite = sprites.computeIfAbsent(kind, this::sprite);
                AffineTransform before = g.getTransform();
                double left = Math.rint(before.getTranslateX() + x * scale - sprite.getWidth() / 2.0);
                double top = Math.rint(before.getTranslateY() + y * scale - sprite.getHeight() / 2.0);
                g.setTransform(new AffineTransform());
                g.drawImage(sprite, (int) left, (int) top, null);
                g.setTransform(before);
            }
            case VECTOR -> draw(g, kind, x, y);
        }
    }

    private BufferedImage sprite(Kind kind) {
        int size = (int) Math.ceil(radius * scale * 3.2);
        BufferedImage sprite = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D own = MapPainter.smooth(sprite.createGraphics());
        own.translate(size / 2.0, size / 2.0);
        own.scale(scale, scale);
        draw(own, kind, 0, 0);
        own.dispose();
        return sprite;
    }

    private void draw(Graphics2D target, Kind kind, double x, double y) {
        Palette palette = Palette.of(theme);
        Palette.Tone tone = Palette.tone(kind.status(), theme);
        Shape mark = new AffineTransform(radius, 0, 0, radius, x, y)
                .createTransformedShape(kind.shape().head());
        target.setColor(kind.hollow() ? palette.paper() : tone.body());
        target.fill(mark);
        target.setColor(kind.hollow() ? tone.line() : palette.paper());
        target.setStroke(PinPainter.round(radius * (kind.hollow() ? 0.36 : 0.22)));
        target.draw(mark);
    }
}
