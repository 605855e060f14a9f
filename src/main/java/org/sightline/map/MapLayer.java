package org.sightline.map;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LineSegment;

/**
 * Something laid over the base map, below names and pins: {@link ShapeLayer} for points, lines and areas,
 * {@link ImageLayer} for pictures of the ground.
 *
 * <p>Thread rule: painted on any thread but the window's.
 */
public interface MapLayer {

    /**
     * Paints what is seen, into (0, 0, view.width, view.height) of {@code g}; called for any view.
     *
     * @throws org.sightline.DomainException when it cannot be painted; the rest of the map still is
     */
    void paint(Graphics2D g, MapView view, MapTheme theme, MapPainter.Medium medium);

    /**
     * The same for a layer that writes names.
     *
     * @param names where names stand already, pixels: they are kept clear of, and those that are written are added
     */
    default void paint(Graphics2D g, MapView view, MapTheme theme, MapPainter.Medium medium, List<Rectangle2D> names) {
        paint(g, view, theme, medium);
    }

    /** How far it reaches, degrees; empty when nobody knows. */
    Optional<Envelope> extent();

    /** Whether it is to be seen on a map of 1:{@code denominator}. */
    boolean shownAt(double denominator);

    /**
     * Sides of what it shows that reach into an extent, degrees, for a drawing to come to rest on; a point is a side
     * without length. None unless a layer has any; at most {@code most}. Called on the window's thread, for small extents.
     */
    default List<LineSegment> sidesIn(Envelope extent, int most) {
        return List.of();
    }

    /** Who is to be named where it is shown; empty for nobody. */
    String attribution();
}
