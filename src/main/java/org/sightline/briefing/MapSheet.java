package org.sightline.briefing;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sightline.analysis.Dossier;
import org.sightline.briefing.Galley.Strip;
import org.sightline.claim.Claim;
import org.sightline.geo.GridReference;
import org.sightline.map.ClaimSign;
import org.sightline.map.Graticule;
import org.sightline.map.MapContent;
import org.sightline.map.MapLayer;
import org.sightline.map.MapLegend;
import org.sightline.map.MapPainter;
import org.sightline.map.MapView;
import org.sightline.map.MetricGrid;

/**
 * The first page: title, the map in its frame, and the margin that explains it. The margin stands at the right of a
 * landscape page and below the map of an upright one.
 *
 * @param offMap ids of the claims that have a place which the map does not show
 */
record MapSheet(Page page, Set<Long> offMap) {
    private static final double TITLE_LEADING = 22;
    private static final double SUBTITLE_HEIGHT = 16;
    private static final double MARGIN_WIDTH = 152;
    private static final double GAP = 14;
    private static final double POINTS_PER_INCH = 72;
    private static final int LEGEND_COLUMNS = 3;
    private static final double SMALLEST_TITLE = 15;

    /** Points for each unit of the map, from signs in their full size down to the smallest that can be read. */
    private static final double[] SIGN_SCALES = {1, 0.86, 0.74, 0.64, 0.56};

    static MapSheet of(
            BriefingSpec spec, Dossier dossier, Map<Long, String> numbers, Sheet sheet, List<MapLayer> layers) {
        Setting setting = new Setting(spec, dossier, numbers, sheet, layers);
        return setting.set();
    }

    /** A map that has been fitted, and where its pins came to stand. */
    private record Mapped(MapFit.Fitted fitted, MapPainter.Painted painted) {}

    /** One page being set. */
    private static final class Setting {
        private final BriefingSpec spec;
        private final Dossier dossier;
        private final Map<Long, String> numbers;
        private final Sheet sheet;
        private final List<MapLayer> layers;
        private final Ink ink;
        private final Page page = new Page();
        private final MapContent content;
        private final MapPainter painter = new MapPainter();
        private final Rectangle2D body;
        private final List<Paragraph.Line> title;
        private final double top;

        Setting(BriefingSpec spec, Dossier dossier, Map<Long, String> numbers, Sheet sheet, List<MapLayer> layers) {
            this.layers = layers;
            this.spec = spec;
            this.dossier = dossier;
            this.numbers = numbers;
            this.sheet = sheet;
            this.ink = Ink.of(spec.theme());
            this.content =
                    MapContent.of(dossier.claims()).numbered(numbers).spread().as(spec.symbols());
            this.body = sheet.body();
            this.title = Paragraph.of(sheet.title(), titleStyle())
                    .as(Tag.of(Tag.Role.TITLE))
                    .lines(body.getWidth());
            this.top = body.getY() + title.size() * TITLE_LEADING + SUBTITLE_HEIGHT;
        }

        /** A little smaller where that saves a line. */
        private TextStyle titleStyle() {
            TextStyle full = ink.title();
            double wide =
                    Paragraph.oneLine(sheet.title(), full, Double.MAX_VALUE).width();
            double fitting = full.size() * body.getWidth() / Math.max(wide, 1) - 0.05;
            return fitting >= full.size() ? full : full.at(fitting >= SMALLEST_TITLE ? fitting : SMALLEST_TITLE + 1);
        }

        MapSheet set() {
            Tag head = page.tag(Tag.Role.SECTION);
            Tag shown = page.tag(Tag.Role.SECTION);
            MapPainter.Painted painted = spec.landscape() ? beside(shown) : below(shown);
            Set<Long> offMap = offMap(painted);
            page.in(head, () -> heading(offMap));
            return new MapSheet(page, offMap);
        }

        /** The margin at the right: the legend from the top, the scale at the bottom. */
        private MapPainter.Painted beside(Tag shown) {
            double x = body.getMaxX() - MARGIN_WIDTH;
            Rectangle2D frame = whole(body.getX(), top, body.getWidth() - MARGIN_WIDTH - GAP, body.getMaxY() - top);
            Mapped map = mapped(frame);
            MapMargin margin = new MapMargin(spec.theme(), MARGIN_WIDTH);
            List<Strip> facts = facts(margin, map.fitted());
            double factsTop = frame.getMaxY() - MapMargin.height(facts);
            MapMargin.put(facts, page, x, factsTop);
            List<Strip> legend = margin.legend(MapLegend.of(content)).stream()
                    .flatMap(List::stream)
                    .toList();
            MapMargin.put(MapMargin.within(legend, factsTop - GAP / 2 - top), page, x, top);
            return put(map, frame, shown);
        }

        /** The margin below, in columns: the legend's, and at the right the scale's. */
        private MapPainter.Painted below(Tag shown) {
            MapMargin margin = new MapMargin(spec.theme(), MARGIN_WIDTH);
            double legendWidth = (body.getWidth() - MARGIN_WIDTH - LEGEND_COLUMNS * GAP) / LEGEND_COLUMNS;
            List<List<Strip>> legend = MapMargin.balanced(
                    new MapMargin(spec.theme(), legendWidth).legend(MapLegend.of(content)), LEGEND_COLUMNS);
            // the scale's own height hardly depends on the map; a first fit tells it
            Rectangle2D roomy = whole(body.getX(), top, body.getWidth(), body.getMaxY() - top - 180);
            double height =
                    Math.max(MapMargin.tallest(legend), MapMargin.height(facts(margin, fit(roomy, SIGN_SCALES[0]))));
            Rectangle2D frame = whole(body.getX(), top, body.getWidth(), body.getMaxY() - top - height - GAP);
            Mapped map = mapped(frame);
            double y = frame.getMaxY() + GAP;
            for (int i = 0; i < legend.size(); i++) {
                MapMargin.put(legend.get(i), page, body.getX() + i * (legendWidth + GAP), y);
            }
            MapMargin.put(facts(margin, map.fitted()), page, body.getMaxX() - MARGIN_WIDTH, y);
            return put(map, frame, shown);
        }

        private List<Strip> facts(MapMargin margin, MapFit.Fitted fitted) {
            String paper = Phrases.of("paper", spec.paper());
            List<String> credits = MapPainter.credits(fitted.view(), layers, POINTS_PER_INCH / fitted.scale());
            return margin.facts(fitted, paper, gridInWords(fitted.view()), credits);
        }

        /** Whole units: the painter's views have whole pixels, and the scale is to be exact. */
        private static Rectangle2D whole(double x, double y, double width, double height) {
            return new Rectangle2D.Double(x, y, Math.floor(width), Math.floor(height));
        }

        private MapFit.Fitted fit(Rectangle2D frame, double scale) {
            return MapFit.fit(
                    spec,
                    dossier.claims(),
                    (int) Math.ceil(frame.getWidth() / scale),
                    (int) Math.ceil(frame.getHeight() / scale),
                    scale);
        }

        /** Signs in their full size, or smaller where they would hide one another. */
        private Mapped mapped(Rectangle2D frame) {
            Mapped last = mapped(frame, SIGN_SCALES[0]);
            for (int i = 1; i < SIGN_SCALES.length && crowded(last.painted()); i++) {
                last = mapped(frame, SIGN_SCALES[i]);
            }
            return last;
        }

        private Mapped mapped(Rectangle2D frame, double scale) {
            MapFit.Fitted fitted = fit(frame, scale);
            return new Mapped(fitted, painted(fitted.view()));
        }

        private boolean crowded(MapPainter.Painted painted) {
            double touching = 0.9 * ClaimSign.sizeOnMap(spec.theme(), spec.symbols());
            List<MapPainter.Target> pins = painted.targets();
            for (int i = 0; i < pins.size(); i++) {
                for (int j = i + 1; j < pins.size(); j++) {
                    MapPainter.Target a = pins.get(i);
                    MapPainter.Target b = pins.get(j);
                    if (Math.hypot(a.x() - b.x(), a.y() - b.y()) < touching) {
                        return true;
                    }
                }
            }
            return false;
        }

        private MapPainter.Painted put(Mapped map, Rectangle2D frame, Tag shown) {
            page.in(
                    shown,
                    () -> page.add(new Mark.Drawing(
                            frame.getX(),
                            frame.getY(),
                            frame.getWidth(),
                            frame.getHeight(),
                            map.fitted().scale(),
                            g -> paint(g, map.fitted()),
                            alternative(map))));
            page.add(new Mark.Lined(frame, ink.text(), 0.9));
            page.in(shown, () -> linkPins(map, frame));
            return map.painted();
        }

        private String alternative(Mapped map) {
            int pins = map.painted().targets().stream()
                    .mapToInt(target -> target.claimIds().size())
                    .sum();
            return Phrases.of(
                    "map.alternative",
                    pins,
                    MapWords.extent(map.fitted().view()),
                    MapMargin.grouped(map.fitted().denominator()));
        }

        /** The metric grid goes with coordinates that are written in it. */
        private Optional<MetricGrid> grid(MapView view) {
            return switch (spec.notation()) {
                case MGRS -> MetricGrid.of(view, true);
                case UTM -> MetricGrid.of(view, false);
                case DECIMAL, DMS, PLUS_CODE -> Optional.empty();
            };
        }

        private String gridInWords(MapView view) {
            return grid(view)
                    .map(grid -> Phrases.of(
                            "grid." + spec.notation(),
                            zones(grid),
                            MapMargin.length(grid.step()),
                            grid.zones().size()))
                    .orElseGet(() -> Phrases.of(
                            "grid.degrees", MapMargin.degrees(Graticule.of(view).step())));
        }

        private static String zones(MetricGrid grid) {
            return grid.zones().stream()
                    .map(zone -> zone == GridReference.POLAR ? Phrases.of("grid.polar") : String.valueOf(zone))
                    .collect(Collectors.joining(", "));
        }

        private void paint(Graphics2D g, MapFit.Fitted fitted) {
            MapView view = fitted.view();
            painter.paintBase(g, view, spec.theme());
            painter.paintLayers(
                    g,
                    view,
                    layers,
                    spec.theme(),
                    MapPainter.Medium.VECTOR,
                    POINTS_PER_INCH / fitted.scale(),
                    (layer, failure) -> {
                        throw failure; // a page that lacks what it should show must not look whole
                    });
            grid(view)
                    .ifPresentOrElse(
                            grid -> grid.paint(g, spec.theme()),
                            () -> Graticule.of(view).paint(g, spec.theme()));
            painter.paintLabels(g, view, content, spec.theme());
            painter.paintClaims(g, view, content, spec.theme());
        }

        /** Painting the claims tells where their pins come to stand; nothing of the picture is kept. */
        private MapPainter.Painted painted(MapView view) {
            Graphics2D g = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
            try {
                return painter.paintClaims(g, view, content, spec.theme());
            } finally {
                g.dispose();
            }
        }

        private void linkPins(Mapped map, Rectangle2D frame) {
            double scale = map.fitted().scale();
            for (MapPainter.Target target : map.painted().targets()) {
                for (long id : target.claimIds()) {
                    String number = numbers.getOrDefault(id, "");
                    double x = frame.getX() + target.x() * scale;
                    double y = frame.getY() + target.y() * scale;
                    double r = target.radius() * scale;
                    page.link(new Rectangle2D.Double(x - r, y - r, 2 * r, 2 * r), "claim-" + number);
                    page.target("map-" + number, "", body.getY());
                }
            }
        }

        private Set<Long> offMap(MapPainter.Painted painted) {
            Set<Long> seen = new HashSet<>();
            painted.targets().forEach(t -> seen.addAll(t.claimIds()));
            Set<Long> off = new HashSet<>();
            for (Claim claim : dossier.claims()) {
                if (claim.place().isPresent() && !seen.contains(claim.id())) {
                    off.add(claim.id());
                }
            }
            return off;
        }

        private void heading(Set<Long> offMap) {
            page.target("map", sheet.title(), body.getY());
            double y = body.getY() + 14;
            for (Paragraph.Line line : title) {
                page.addAll(line.marks(body.getX(), y));
                y += TITLE_LEADING;
            }
            page.line(String.join(" \u00b7 ", counts(offMap)), ink.subtitle(), body.getX(), top - 9, body.getWidth());
        }

        private List<String> counts(Set<Long> offMap) {
            List<Claim> claims = dossier.claims();
            long placed = claims.stream().filter(c -> c.place().isPresent()).count();
            List<String> words = new ArrayList<>();
            words.add(sheet.asOf());
            words.add(Phrases.of("claims", claims.size()));
            if (!claims.isEmpty()) {
                words.add(Phrases.of("claims.onMap", placed - offMap.size()));
            }
            if (!offMap.isEmpty()) {
                words.add(Phrases.of("claims.outside", offMap.size()));
            }
            if (placed < claims.size()) {
                words.add(Phrases.of("claims.noPlace", claims.size() - placed));
            }
            return words;
        }
    }
}
