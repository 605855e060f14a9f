package org.sightline.map;

import java.awt.Font;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;

/** What a map that stands alone carries at its lower edge: a scale bar at the left, whom it names at the right. Stateless. */
public final class MapEdge {
    private static final double INSET = 10;
    private static final double LONGEST_BAR = 180;
    private static final double SMALL = 10;

    private MapEdge() {}

    /** @param credits of layers, beside {@link MapPainter#ATTRIBUTION} */
    public static void paint(Graphics2D g, MapView view, MapTheme theme, List<String> credits) {
        double bottom = view.height() - INSET;
        ScaleBar bar = ScaleBar.fitting(view, Math.min(LONGEST_BAR, view.width() / 3.0));
        bar.paint(g, INSET + 4, bottom - ScaleBar.height(theme), theme);
        Graphics2D own = MapPainter.smooth(g);
        Palette palette = Palette.of(theme);
        Font font = Typefaces.REGULAR.at(SMALL);
        double base = bottom;
        for (String line :
                lines(font, view.width() - bar.pixels() - 5 * INSET, credits).reversed()) {
            float left = (float) (view.width() - INSET - Text.width(line, font));
            Text.halo(own, line, font, left, (float) base, palette.halo(), 3);
            own.setFont(font);
            own.setColor(palette.ink());
            own.drawString(line, left, (float) base);
            base -= SMALL * 1.35;
        }
        own.dispose();
    }

    /** As few lines as fit the width; one that is alone too long is left so. */
    private static List<String> lines(Font font, double width, List<String> credits) {
        List<String> all = new ArrayList<>(credits);
        all.add(MapPainter.ATTRIBUTION);
        List<String> lines = new ArrayList<>();
        for (String one : all) {
            String joined = lines.isEmpty() ? one : lines.getLast() + "; " + one;
            if (!lines.isEmpty() && Text.width(joined, font) <= width) {
                lines.set(lines.size() - 1, joined);
            } else {
                lines.add(one);
            }
        }
        return lines;
    }
}
