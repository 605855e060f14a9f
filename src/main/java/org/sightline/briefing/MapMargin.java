package org.sightline.briefing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sightline.briefing.Galley.Strip;
import org.sightline.map.MapLegend;
import org.sightline.map.MapTheme;
import org.sightline.map.NorthArrow;
import org.sightline.map.ScaleBar;

/** What stands beside or below the map: its legend, its scale and what it is made of, as strips of a given width. */
final class MapMargin {
    private static final double SIGN = 14;
    private static final double LEGEND_ROW = 13.2;
    private static final double ARROW = 34;
    private static final double NOTEWORTHY = 0.02;

    private final MapTheme theme;
    private final Ink ink;
    private final double width;

    MapMargin(MapTheme theme, double width) {
        this.theme = theme;
        this.ink = Ink.of(theme);
        this.width = width;
    }

    static double height(List<Strip> strips) {
        return strips.stream().mapToDouble(Strip::height).sum();
    }

    static double tallest(List<List<Strip>> columns) {
        return columns.stream().mapToDouble(MapMargin::height).max().orElse(0);
    }

    /** The sections in columns whose tallest is as low as can be; a section is not divided. */
    static List<List<Strip>> balanced(List<List<Strip>> sections, int columns) {
        if (columns == 1 || sections.size() <= 1) {
            return List.of(sections.stream().flatMap(List::stream).toList());
        }
        List<List<Strip>> best = List.of();
        for (int first = 1; first <= sections.size(); first++) {
            List<List<Strip>> tried = new ArrayList<>();
            tried.add(sections.subList(0, first).stream().flatMap(List::stream).toList());
            tried.addAll(balanced(sections.subList(first, sections.size()), columns - 1));
            if (best.isEmpty() || tallest(tried) < tallest(best)) {
                best = tried;
            }
        }
        return best;
    }

    /** The strips drawn closer together where they are taller than the room there is. */
    static List<Strip> within(List<Strip> strips, double room) {
        double closer = Math.min(1, room / Math.max(1, height(strips)));
        return strips.stream()
                .map(strip -> new Strip(strip.height() * closer, strip.tied(), strip.put()))
                .toList();
    }

    static void put(List<Strip> strips, Page page, double x, double top) {
        double y = top;
        for (Strip strip : strips) {
            strip.put().at(page, x, y);
            y += strip.height();
        }
    }

    /** One list of strips for each section of the legend. */
    List<List<Strip>> legend(MapLegend legend) {
        return legend.sections().stream().map(this::section).toList();
    }

    private List<Strip> section(MapLegend.Section section) {
        List<Strip> strips = new ArrayList<>();
        strips.add(new Strip(
                13,
                true,
                (page, x, top) -> page.in(
                        Tag.of(Tag.Role.HEADING),
                        () -> page.line(section.title(), ink.heading().at(8), x, top + 8.5, width))));
        Tag list = Tag.of(Tag.Role.LIST);
        for (MapLegend.Entry entry : section.entries()) {
            strips.addAll(entry(entry, list.child(Tag.Role.ITEM)));
        }
        strips.add(Strip.space(5, false));
        return strips;
    }

    private List<Strip> entry(MapLegend.Entry entry, Tag item) {
        Tag sign = item.child(Tag.Role.LABEL);
        TextStyle style = ink.small().in(ink.text()).at(8);
        List<Paragraph.Line> lines =
                Paragraph.of(entry.text(), style).as(item.child(Tag.Role.BODY)).lines(width - 24);
        List<Strip> strips = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            boolean first = i == 0;
            Paragraph.Line line = lines.get(i);
            strips.add(new Strip(first ? LEGEND_ROW : 9.4, true, (page, x, top) -> {
                if (first) {
                    page.in(
                            sign,
                            () -> page.add(ClaimBadge.drawing(
                                    entry.sign(), theme, x + 9, top + 6.2, 24, SIGN, Phrases.of("sign"))));
                }
                page.addAll(line.marks(x + 24, top + (first ? 9 : 6)));
            }));
        }
        return strips;
    }

    /** Scale, north, projection and where the map comes from. */
    List<Strip> facts(MapFit.Fitted fitted, String paper, String grid, List<String> credits) {
        List<Strip> strips = new ArrayList<>();
        strips.add(scale(fitted, paper));
        strips.add(bar(fitted));
        if (fitted.variation() > NOTEWORTHY) {
            text(strips, Phrases.of("scale.varies", percent(fitted.variation())));
        }
        strips.add(Strip.space(4, true));
        titled(strips, "projection", fitted.view().projection().name());
        titled(strips, "grid", grid);
        titled(strips, "attribution.title", Phrases.of("attribution"));
        if (!credits.isEmpty()) {
            titled(strips, "layers.title", String.join("; ", credits));
        }
        return strips;
    }

    private Strip scale(MapFit.Fitted fitted, String paper) {
        NorthArrow north = NorthArrow.at(fitted.view());
        String denominator = Phrases.of("scale.denominator", grouped(fitted.denominator()));
        return new Strip(ARROW + 4, true, (page, x, top) -> {
            page.line(denominator, ink.heading().at(13), x, top + 15, width - ARROW - 4);
            page.line(Phrases.of("scale.onPaper", paper), ink.small(), x, top + 26, width - ARROW - 4);
            page.add(new Mark.Drawing(
                    x + width - ARROW - 2,
                    top,
                    ARROW,
                    ARROW,
                    1,
                    g -> north.paint(g, ARROW / 2, ARROW / 2, ARROW * 0.92, theme),
                    Phrases.of("north")));
        });
    }

    private Strip bar(MapFit.Fitted fitted) {
        double inset = 10;
        ScaleBar bar = ScaleBar.fitting(fitted.inPoints(), width - 2 * inset);
        double height = ScaleBar.height(theme) + 4;
        return new Strip(
                height + 3,
                true,
                (page, x, top) -> page.add(new Mark.Drawing(
                        x - 4,
                        top,
                        width + 8,
                        height,
                        1,
                        g -> bar.paint(g, 6, 0, theme),
                        Phrases.of("scale.bar", bar.label()))));
    }

    private void titled(List<Strip> strips, String key, String words) {
        strips.add(new Strip(
                9.6,
                true,
                (page, x, top) -> page.line(Phrases.of(key), ink.small().in(Face.SEMIBOLD), x, top + 7, width)));
        text(strips, words);
        strips.add(Strip.space(2.6, true));
    }

    private void text(List<Strip> strips, String words) {
        for (Paragraph.Line line : Paragraph.of(words, ink.small().at(7.2)).lines(width)) {
            strips.add(new Strip(9, true, (page, x, top) -> page.addAll(line.marks(x, top + 6.8))));
        }
    }

    /** "2 500 000". */
    static String grouped(double number) {
        return String.format(Locale.ROOT, "%,d", Math.round(number)).replace(',', ' ');
    }

    /** "10 km", "500 m". */
    static String length(double metres) {
        return metres >= 1000 ? Math.round(metres / 1000) + " km" : Math.round(metres) + " m";
    }

    /** "1\u00b0", "30\u2032", "15\u2033". */
    static String degrees(double degrees) {
        long seconds = Math.round(degrees * 3600);
        return seconds % 3600 == 0
                ? seconds / 3600 + "\u00b0"
                : seconds % 60 == 0 ? seconds / 60 + "\u2032" : seconds + "\u2033";
    }

    private static String percent(double share) {
        return Long.toString(Math.max(1, Math.round(share * 100)));
    }
}
