package org.sightline.briefing;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sightline.analysis.Dossier;
import org.sightline.briefing.Galley.Strip;
import org.sightline.claim.Claim;
import org.sightline.map.Graticule;
import org.sightline.map.MapContent;
import org.sightline.map.MapLegend;
import org.sightline.map.MapPainter;
import org.sightline.map.MapView;

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
    private static final int LEGEND_COLUMNS = 3;

    static MapSheet of(BriefingSpec spec, Dossier dossier, Map<Long, String> numbers, Sheet sheet) {
        Setting setting = new Setting(spec, dossier, numbers, sheet);
        return setting.set();
    }

    /** One page being set. */
    private static final class Setting {
        private final BriefingSpec spec;
        private final Dossier dossier;
        private final Map<Long, String> numbers;
        private final Sheet sheet;
        private final Ink ink;
        private final Page page = new Page();
        private final MapContent content;
        private final MapPainter painter = new MapPainter();
        private final Rectangle2D body;
        private final List<Paragraph.Line> title;
        private final double top;

        Setting(BriefingSpec spec, Dossier dossier, Map<Long, String> numbers, Sheet sheet) {
            this.spec = spec;
            this.dossier = dossier;
            this.numbers = numbers;
            this.sheet = sheet;
            this.ink = Ink.of(spec.theme());
            this.content = MapContent.of(dossier.claims()).numbered(numbers).spread();
            this.body = sheet.body();
            this.title = Paragraph.of(sheet.title(), ink.title()).lines(body.getWidth());
            this.top = body.getY() + title.size() * TITLE_LEADING + SUBTITLE_HEIGHT;
        }

        MapSheet set() {
            MapFit.Fitted fitted = spec.landscape() ? beside() : below();
            Set<Long> offMap = offMap(painted(fitted.view()));
            heading(offMap);
            return new MapSheet(page, offMap);
        }

        /** The margin at the right: the legend from the top, the scale at the bottom. */
        private MapFit.Fitted beside() {
            double x = body.getMaxX() - MARGIN_WIDTH;
            Rectangle2D frame = whole(body.getX(), top, body.getWidth() - MARGIN_WIDTH - GAP, body.getMaxY() - top);
            MapFit.Fitted fitted = map(frame);
            MapMargin margin = new MapMargin(spec.theme(), MARGIN_WIDTH);
            List<Strip> facts = facts(margin, fitted);
            double factsTop = frame.getMaxY() - MapMargin.height(facts);
            MapMargin.put(facts, page, x, factsTop);
            List<Strip> legend = margin.legend(MapLegend.of(content)).stream()
                    .flatMap(List::stream)
                    .toList();
            MapMargin.put(MapMargin.within(legend, factsTop - GAP / 2 - top), page, x, top);
            return fitted;
        }

        /** The margin below, in columns: the legend's, and at the right the scale's. */
        private MapFit.Fitted below() {
            MapMargin margin = new MapMargin(spec.theme(), MARGIN_WIDTH);
            double legendWidth = (body.getWidth() - MARGIN_WIDTH - LEGEND_COLUMNS * GAP) / LEGEND_COLUMNS;
            List<List<Strip>> legend =
                    MapMargin.balanced(new MapMargin(spec.theme(), legendWidth).legend(MapLegend.of(content)), LEGEND_COLUMNS);
            // the scale's own height hardly depends on the map; a first fit tells it
            Rectangle2D roomy = whole(body.getX(), top, body.getWidth(), body.getMaxY() - top - 180);
            double height = Math.max(MapMargin.tallest(legend), MapMargin.height(facts(margin, fit(roomy))));
            Rectangle2D frame = whole(body.getX(), top, body.getWidth(), body.getMaxY() - top - height - GAP);
            MapFit.Fitted fitted = map(frame);
            double y = frame.getMaxY() + GAP;
            for (int i = 0; i < legend.size(); i++) {
                MapMargin.put(legend.get(i), page, body.getX() + i * (legendWidth + GAP), y);
            }
            MapMargin.put(facts(margin, fitted), page, body.getMaxX() - MARGIN_WIDTH, y);
            return fitted;
        }

        private List<Strip> facts(MapMargin margin, MapFit.Fitted fitted) {
            String paper = Phrases.of("paper", spec.paper());
            double step = Graticule.of(fitted.view()).step();
            return margin.facts(fitted, paper, Phrases.of("grid.degrees", MapMargin.degrees(step)));
        }

        /** Whole units: the painter's views have whole pixels, and the scale is to be exact. */
        private static Rectangle2D whole(double x, double y, double width, double height) {
            return new Rectangle2D.Double(x, y, Math.floor(width), Math.floor(height));
        }

        private MapFit.Fitted fit(Rectangle2D frame) {
            return MapFit.fit(spec, dossier.claims(), (int) frame.getWidth(), (int) frame.getHeight(), 1);
        }

        private MapFit.Fitted map(Rectangle2D frame) {
            MapFit.Fitted fitted = fit(frame);
            MapView view = fitted.view();
            page.add(new Mark.Drawing(
                    frame.getX(),
                    frame.getY(),
                    frame.getWidth(),
                    frame.getHeight(),
                    1,
                    g -> paint(g, view),
                    Phrases.of("map.alternative")));
            page.add(new Mark.Lined(frame, ink.text(), 0.9));
            linkPins(painted(view), frame);
            return fitted;
        }

        private void paint(Graphics2D g, MapView view) {
            painter.paintBase(g, view, spec.theme());
            Graticule.of(view).paint(g, spec.theme());
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

        private void linkPins(MapPainter.Painted painted, Rectangle2D frame) {
            for (MapPainter.Target target : painted.targets()) {
                for (long id : target.claimIds()) {
                    String number = numbers.getOrDefault(id, "");
                    double x = frame.getX() + target.x();
                    double y = frame.getY() + target.y();
                    double r = target.radius();
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
            page.line(
                    String.join(" \u00b7 ", counts(offMap)), ink.subtitle(), body.getX(), top - 9, body.getWidth());
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
