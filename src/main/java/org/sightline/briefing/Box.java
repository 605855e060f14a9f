package org.sightline.briefing;

import java.awt.geom.Rectangle2D;
import org.sightline.DomainException;

/**
 * Where a part stands on its page, millimetres from the page's upper left corner. Immutable.
 *
 * @param width above 0; what is written in it is broken to it
 * @param height above 0; what is written in it may need more, and takes it
 */
public record Box(double x, double y, double width, double height) {
    private static final double FARTHEST = 20_000;

    /** @throws DomainException when it is out of range */
    public Box {
        boolean sound = Math.abs(x) <= FARTHEST
                && Math.abs(y) <= FARTHEST
                && width > 0
                && width <= FARTHEST
                && height > 0
                && height <= FARTHEST;
        if (!sound) {
            throw new DomainException(Phrases.of("error.box"));
        }
    }

    /** The same moved. */
    public Box moved(double dx, double dy) {
        return new Box(x + dx, y + dy, width, height);
    }

    /** The same with its right and lower edge elsewhere, at least 5 mm from the others. */
    public Box resized(double dx, double dy) {
        return new Box(x, y, Math.max(5, width + dx), Math.max(5, height + dy));
    }

    /** On a page of another size. */
    Box scaled(double across, double down) {
        return new Box(x * across, y * down, width * across, height * down);
    }

    static Box of(Rectangle2D points) {
        double mm = 1 / PaperSize.POINTS_PER_MM;
        return new Box(
                points.getX() * mm,
                points.getY() * mm,
                Math.max(points.getWidth(), 1) * mm,
                Math.max(points.getHeight(), 1) * mm);
    }

    Rectangle2D points() {
        double pt = PaperSize.POINTS_PER_MM;
        return new Rectangle2D.Double(x * pt, y * pt, width * pt, height * pt);
    }
}
