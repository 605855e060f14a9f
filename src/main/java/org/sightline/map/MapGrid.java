package org.sightline.map;

import java.awt.Graphics2D;
import java.util.Optional;
import org.sightline.geo.Notation;

/** The grid that goes with a notation of coordinates: meridians and parallels, or the metric grid of UTM and MGRS. Stateless. */
public final class MapGrid {
    private MapGrid() {}

    /** @param inset pixels at each edge that will not be seen; the figures stand inside them */
    public static void paint(Graphics2D g, MapView view, MapTheme theme, Notation notation, int inset) {
        boolean mgrs = notation == Notation.MGRS;
        if (!mgrs && notation != Notation.UTM) {
            Graticule.of(view).paint(g, theme, inset);
            return;
        }
        MapView seen = view.resized(view.width() - 2 * inset, view.height() - 2 * inset);
        Optional<MetricGrid> grid = MetricGrid.of(seen, mgrs);
        Graphics2D own = (Graphics2D) g.create();
        if (grid.isPresent()) {
            own.translate(inset, inset);
            grid.get().paint(own, theme);
        } else {
            new ZoneBorders(view).paint(own, theme);
        }
        own.dispose();
    }
}
