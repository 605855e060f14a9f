package org.sightline.map;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import org.sightline.geo.Notation;

/** The grid that goes with a notation of coordinates: meridians and parallels, or the metric grid of UTM and MGRS. Stateless. */
public final class MapGrid {
    private MapGrid() {}

    /**
     * @param inset pixels at each edge that will not be seen; the figures stand inside them
     * @return where its figures and names stand, pixels of the view, so that others keep clear of them
     */
    public static List<Rectangle2D> paint(Graphics2D g, MapView view, MapTheme theme, Notation notation, int inset) {
        boolean mgrs = notation == Notation.MGRS;
        if (!mgrs && notation != Notation.UTM) {
            return within(inset, Graticule.of(view).paint(g, theme, inset));
        }
        MapView seen = view.resized(view.width() - 2 * inset, view.height() - 2 * inset);
        Optional<MetricGrid> grid = MetricGrid.of(seen, mgrs);
        Graphics2D own = (Graphics2D) g.create();
        try {
            if (grid.isEmpty()) {
                return new ZoneBorders(view).paint(own, theme);
            }
            own.translate(inset, inset);
            return within(inset, grid.get().paint(own, theme));
        } finally {
            own.dispose();
        }
    }

    private static List<Rectangle2D> within(int inset, List<Rectangle2D> boxes) {
        return boxes.stream()
                .map(box -> (Rectangle2D)
                        new Rectangle2D.Double(box.getX() + inset, box.getY() + inset, box.getWidth(), box.getHeight()))
                .toList();
    }
}
