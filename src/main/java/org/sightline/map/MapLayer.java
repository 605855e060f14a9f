package org.sightline.map;

import java.awt.Graphics2D;
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
     * A name that a layer would like to have on the map, where it finds room beside pins and other names.
     *
     * @param x pixels of what it names
     * @param mark pixels from there that the layer has drawn over, beside which the name stands; 0 for a name that stands
     *     upon its place
     */
    record Name(String text, double x, double y, double mark) {}

    /** Names of what is seen, those first that matter most; none unless a layer has any. */
    default List<Name> names(MapView view) {
        return List.of();
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
