package org.sightline.map;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a map that stands alone carries at its lower edge: a scale bar at the left, whom it names at the right. Immutable. */
public final class MapEdge {
    private static final double INSET = 10;
    private static final double LONGEST_BAR = 180;
    private static final double SMALL = 10;
    private static final double LINE = SMALL * 1.35;
    private static final Font FONT = Typefaces.REGULAR.at(SMALL);

    private final MapView view;
    private final MapTheme theme;
    private final ScaleBar bar;
    private final List<String> lines;

    /** @param credits of layers, beside {@link MapPainter#ATTRIBUTION} */
    public MapEdge(MapView view, MapTheme theme, List<String> credits) {
        this.view = view;
        this.theme = theme;
        this.bar = ScaleBar.fitting(view, Math.min(LONGEST_BAR, view.width() / 3.0));
        this.lines = lines(view.width() - bar.pixels() - 5 * INSET, credits);
    }

    /** Where it stands, pixels, so that names keep clear of it. */
    public List<Rectangle2D> boxes() {
        double tall = ScaleBar.height(theme);
        double end = Text.width(bar.label(), FONT) / 2;
        List<Rectangle2D> boxes = new ArrayList<>();
        boxes.add(new Rectangle2D.Double(0, bottom() - tall - 4, INSET + 4 + bar.pixels() + end + 6, tall + 8));
        for (int i = 0; i < lines.size(); i++) {
            double width = Text.width(lines.get(i), FONT);
            boxes.add(new Rectangle2D.Double(view.width() - INSET - width - 4, base(i) - SMALL, width + 8, SMALL + 3));
        }
        return boxes;
    }

    public void paint(Graphics2D g) {
        bar.paint(g, INSET + 4, bottom() - ScaleBar.height(theme), theme);
        Graphics2D own = MapPainter.smooth(g);
        Palette palette = Palette.of(theme);
        for (int i = 0; i < lines.size(); i++) {
            float left = (float) (view.width() - INSET - Text.width(lines.get(i), FONT));
            Text.halo(own, lines.get(i), FONT, left, (float) base(i), palette.halo(), 3);
            own.setColor(palette.ink());
            Text.write(own, lines.get(i), FONT, left, (float) base(i));
        }
        own.dispose();
    }

    private double bottom() {
        return view.height() - INSET;
    }

    private double base(int line) {
        return bottom() - (lines.size() - 1 - line) * LINE;
    }

    /** As few lines as fit the width, cut between credits and between the parts of one. */
    private static List<String> lines(double width, List<String> credits) {
        List<String> all = Stream.concat(credits.stream(), Stream.of(MapPainter.ATTRIBUTION))
                .flatMap(one -> Text.width(one, FONT) <= width ? Stream.of(one) : Stream.of(one.split("(?<=[;,]) ")))
                .toList();
        List<String> lines = new ArrayList<>();
        for (String one : all) {
            String joined = lines.isEmpty() ? one : joined(lines.getLast(), one);
            if (!lines.isEmpty() && Text.width(joined, FONT) <= width) {
                lines.set(lines.size() - 1, joined);
            } else {
                lines.add(one);
            }
        }
        return lines;
    }

    private static String joined(String line, String next) {
        return line + (line.endsWith(";") || line.endsWith(",") ? " " : "; ") + next;
    }
}
