package org.sightline.briefing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sightline.briefing.Galley.Strip;
import org.sightline.geo.MapProjection;
import org.sightline.map.MapLegend;
import org.sightline.map.MapTheme;
import org.sightline.map.NorthArrow;
import org.sightline.map.ScaleBar;

/** What stands beside or below the map: its legend, its scale and what it is made of, as strips of a given width. */
final class MapMargin {
    private static final double SIGN = 14;
    private static final double LEGEND_ROW = 13.2;
    private static final double ARROW = 34;

    /** Height of the arrow that points north, alone. */
    static final double ARROW_HEIGHT = ARROW + 4;

    private static final double NOTEWORTHY = 0.02;

    /** Beyond this a figure would say less than that one must not measure. */
    private static final double GREAT = 1;

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

    /**
     * The scale in figures and as a bar.
     *
     * @param onPaper which paper it holds on
     * @param north whether north is shown beside it
     */
    List<Strip> scale(MapFit.Fitted fitted, String onPaper, boolean north) {
        List<Strip> strips = new ArrayList<>();
        double room = room(north);
        String denominator = Phrases.of("scale.denominator", grouped(fitted.denominator()));
        List<Paragraph.Line> paper = Paragraph.of(onPaper, ink.small()).lines(room);
        strips.add(new Strip(figures(paper), true, (page, x, top) -> {
            page.line(denominator, within(denominator, ink.heading(), 13, room), x, top + 15, room);
            for (int i = 0; i < paper.size(); i++) {
                page.addAll(paper.get(i).marks(x, top + 26 + 9.5 * i));
            }
            if (north) {
                arrow(fitted, page, x + width - ARROW - 2, top);
            }
        }));
        strips.add(bar(fitted));
        if (fitted.variation() > NOTEWORTHY) {
            text(
                    strips,
                    fitted.variation() > GREAT
                            ? Phrases.of("scale.variesGreatly")
                            : Phrases.of("scale.varies", percent(fitted.variation())));
        }
        strips.add(Strip.space(4, true));
        return strips;
    }

    private double room(boolean north) {
        return north ? width - ARROW - 4 : width;
    }

    private static double figures(List<Paragraph.Line> paper) {
        return Math.max(ARROW_HEIGHT, 18 + paper.size() * 9.5 + 4);
    }

    /** The height of {@link #scale} at most, whatever map it is of. */
    double mostOfScale(String onPaper, boolean north) {
        List<Strip> varies = new ArrayList<>();
        text(varies, Phrases.of("scale.variesGreatly")); // the longest of what is said
        double figures = figures(Paragraph.of(onPaper, ink.small()).lines(room(north)));
        return figures + barHeight() + height(varies) + 4;
    }

    /** The height of {@link #projection} at most, without a grid, of any projection that is fitted to its map. */
    double mostOfProjection() {
        return MapProjection.widestNames().stream()
                .mapToDouble(name -> height(projection(name, "")))
                .max()
                .orElseThrow();
    }

    /** North alone; nothing where there is no one north. */
    List<Strip> north(MapFit.Fitted fitted) {
        if (NorthArrow.at(fitted.view()).isEmpty()) {
            return List.of();
        }
        return List.of(new Strip(ARROW_HEIGHT, true, (page, x, top) -> arrow(fitted, page, x, top)));
    }

    private void arrow(MapFit.Fitted fitted, Page page, double x, double top) {
        NorthArrow.at(fitted.view())
                .ifPresent(north -> page.add(new Mark.Drawing(
                        x,
                        top,
                        ARROW,
                        ARROW,
                        1,
                        g -> north.paint(g, ARROW / 2, ARROW / 2, ARROW * 0.92, theme),
                        Phrases.of("north"))));
    }

    /** @param grid in words; empty for none */
    List<Strip> projection(MapFit.Fitted fitted, String grid) {
        return projection(fitted.view().projection().name(), grid);
    }

    private List<Strip> projection(String name, String grid) {
        List<Strip> strips = new ArrayList<>();
        // "53.0-55.7 N" is one word
        titled(strips, "projection", name.replaceAll(" ([NSEW])\\b", "\u00a0$1"));
        if (!grid.isEmpty()) {
            titled(strips, "grid", grid);
        }
        return strips;
    }

    /** Where the map comes from. */
    List<Strip> sources(List<String> credits) {
        List<Strip> strips = new ArrayList<>();
        titled(strips, "attribution.title", Phrases.of("attribution"));
        if (!credits.isEmpty()) {
            titled(strips, "layers.title", String.join("; ", credits));
        }
        return strips;
    }

    /** By what a sheet can be held against its board. */
    List<Strip> colophon(Colophon colophon) {
        List<Strip> strips = new ArrayList<>();
        strips.add(heading(Phrases.of("colophon.title")));
        colophon.lines().forEach(line -> text(strips, line));
        colophon.code().ifPresent(code -> {
            TextStyle style = within(code.words(), ink.small().in(ink.text()).in(Face.SEMIBOLD), 9.5, width);
            strips.add(new Strip(12.5, true, (page, x, top) -> page.line(code.words(), style, x, top + 9, width)));
            text(strips, Phrases.of("colophon.check"));
            String command = Phrases.of("colophon.command");
            String option = Phrases.of("colophon.option");
            if (ink.small().width(command + " " + option) < width) {
                text(strips, command + " " + option);
            } else {
                text(strips, command);
                text(strips, option);
            }
        });
        strips.add(Strip.space(2.6, true));
        return strips;
    }

    /** The style at that size, or smaller where the words would not fit on one line. */
    private static TextStyle within(String words, TextStyle style, double size, double room) {
        return style.at(Math.min(size, style.size() * (room - 1) / style.width(words)));
    }

    private Strip heading(String words) {
        return new Strip(
                9.6, true, (page, x, top) -> page.line(words, ink.small().in(Face.SEMIBOLD), x, top + 7, width));
    }

    private Strip bar(MapFit.Fitted fitted) {
        double inset = 10;
        ScaleBar bar = ScaleBar.fitting(fitted.inPoints(), Math.min(width, 220) - 2 * inset);
        double height = ScaleBar.height(theme) + 4;
        return new Strip(
                barHeight(),
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

    private double barHeight() {
        return ScaleBar.height(theme) + 7;
    }

    private void titled(List<Strip> strips, String key, String words) {
        strips.add(heading(Phrases.of(key)));
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
