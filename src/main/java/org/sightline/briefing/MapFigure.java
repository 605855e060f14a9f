package org.sightline.briefing;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sightline.claim.Claim;
import org.sightline.geo.GridReference;
import org.sightline.geo.Notation;
import org.sightline.map.ClaimSign;
import org.sightline.map.Graticule;
import org.sightline.map.GroundNames;
import org.sightline.map.LayerFailure;
import org.sightline.map.MapContent;
import org.sightline.map.MapLayer;
import org.sightline.map.MapPainter;
import org.sightline.map.MapView;
import org.sightline.map.MetricGrid;

/**
 * A map in its frame on a page: fitted to a round scale, its pins placed. Signs are in their full size, or smaller where
 * they would hide one another. One thread while it is laid out; what it has put on a page may be painted by any.
 */
final class MapFigure {
    private static final double POINTS_PER_INCH = 72;

    /** Points for each unit of the map, from signs in their full size down to the smallest that can be read. */
    private static final double[] SIGN_SCALES = {1, 0.86, 0.74, 0.64, 0.56};

    private final Subject subject;
    private final Rectangle2D frame;
    private final MapFit.Fitted fitted;
    private final MapPainter.Painted painted;
    private final MapPainter painter = new MapPainter();

    /**
     * What is to be shown.
     *
     * @param fitted what the map is fitted to, where no extent is asked for
     * @param claims what is on it
     * @param layers over the base map, the first lowest
     * @param grid whether one is drawn
     * @param zoom how many points on paper a point of the frame has
     * @param crowding of pins that would hide one another
     */
    record Subject(
            BriefingSpec spec,
            List<Claim> fitted,
            List<Claim> claims,
            List<MapLayer> layers,
            boolean grid,
            double zoom,
            Crowding crowding) {

        MapContent content(Map<Long, String> numbers) {
            MapContent all = MapContent.of(claims).numbered(numbers).as(spec.symbols());
            return crowding == Crowding.GATHERED ? all : all.spread();
        }
    }

    private MapFigure(Subject subject, Rectangle2D frame, MapFit.Fitted fitted) {
        this.subject = subject;
        this.frame = frame;
        this.fitted = fitted;
        this.painted = pins();
    }

    static MapFigure in(Rectangle2D wanted, Subject subject) {
        return in(wanted, subject, SIGN_SCALES[0]);
    }

    /** @param largest points for each unit of the map, at most: small maps have small signs */
    static MapFigure in(Rectangle2D wanted, Subject subject, double largest) {
        Rectangle2D frame = whole(wanted);
        MapFigure last = at(frame, subject, largest);
        for (double scale : SIGN_SCALES) {
            if (scale < largest && last.crowded()) {
                last = at(frame, subject, scale);
            }
        }
        return last;
    }

    private static MapFigure at(Rectangle2D frame, Subject subject, double scale) {
        return new MapFigure(subject, frame, fit(frame, subject, scale));
    }

    /** Where it looks and at which scale, before any pin is placed. */
    static MapFit.Fitted fit(Rectangle2D frame, Subject subject) {
        return fit(whole(frame), subject, SIGN_SCALES[0]);
    }

    private static MapFit.Fitted fit(Rectangle2D frame, Subject subject, double scale) {
        return MapFit.fit(
                subject.spec(),
                subject.fitted(),
                (int) Math.ceil(frame.getWidth() / scale),
                (int) Math.ceil(frame.getHeight() / scale),
                scale,
                subject.zoom());
    }

    /** Whole units: the painter's views have whole pixels, and the scale is to be exact. */
    private static Rectangle2D whole(Rectangle2D box) {
        return new Rectangle2D.Double(
                box.getX(),
                box.getY(),
                Math.max(20, Math.floor(box.getWidth())),
                Math.max(20, Math.floor(box.getHeight())));
    }

    private boolean crowded() {
        return cramped() > 0;
    }

    /** How many pins the frame cuts off or another pin covers. */
    long cramped() {
        double head = ClaimSign.sizeOnMap(subject.spec().theme(), subject.spec().symbols());
        return painted.targets().stream()
                .filter(pin -> cutOff(pin, 0.6 * head) || isCovered(pin, 0.9 * head))
                .count();
    }

    private boolean cutOff(MapPainter.Target pin, double reach) {
        return !new Rectangle2D.Double(
                        0, 0, fitted.view().width(), fitted.view().height())
                .contains(pin.x() - reach, pin.y() - reach, 2 * reach, 2 * reach);
    }

    private boolean isCovered(MapPainter.Target pin, double touching) {
        return painted.targets().stream()
                .anyMatch(
                        other -> !other.equals(pin) && Math.hypot(pin.x() - other.x(), pin.y() - other.y()) < touching);
    }

    /** Painting the claims tells where their pins come to stand; nothing of the picture is kept. */
    private MapPainter.Painted pins() {
        Graphics2D g = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
        try {
            return painter.paintClaims(
                    g, fitted.view(), subject.content(Map.of()), subject.spec().theme());
        } finally {
            g.dispose();
        }
    }

    Rectangle2D frame() {
        return frame;
    }

    MapFit.Fitted fitted() {
        return fitted;
    }

    /** The map's claims as one reads it: from the top down, each row from the left. Claims that are not on it are left out. */
    List<Long> readingOrder() {
        double row = Math.max(
                fitted.view().height() / 12.0,
                1.3 * ClaimSign.sizeOnMap(subject.spec().theme(), subject.spec().symbols()));
        return ReadingOrder.of(painted.targets(), row);
    }

    /** Ids of the claims that it shows. */
    Set<Long> shown() {
        Set<Long> seen = new HashSet<>();
        painted.targets().forEach(t -> seen.addAll(t.claimIds()));
        return seen;
    }

    /** Where the heads of pins stand on the page, each as the square about it. */
    List<Rectangle2D> heads() {
        List<Rectangle2D> heads = new ArrayList<>();
        for (MapPainter.Target target : painted.targets()) {
            double r = 1.2 * target.radius() * fitted.scale();
            heads.add(new Rectangle2D.Double(onPageX(target.x()) - r, onPageY(target.y()) - r, 2 * r, 2 * r));
            double foot = 3;
            heads.add(new Rectangle2D.Double(
                    onPageX(target.placeX()) - foot, onPageY(target.placeY()) - foot, 2 * foot, 2 * foot));
        }
        return heads;
    }

    private double onPageX(double x) {
        return frame.getX() + x * fitted.scale();
    }

    private double onPageY(double y) {
        return frame.getY() + y * fitted.scale();
    }

    /** Whom the layers that are shown name. */
    List<String> credits() {
        return MapPainter.credits(fitted.view(), subject.layers(), pixelsPerInch());
    }

    private double pixelsPerInch() {
        return POINTS_PER_INCH / (fitted.scale() * subject.zoom());
    }

    /**
     * Puts it on a page, each pin a link to its claim.
     *
     * @param kept what will lie over the map, on the page; names keep clear of it
     * @param linked whether its pins lead to a list
     */
    void put(Page page, Map<Long, String> numbers, List<Rectangle2D> kept, Ink ink, boolean linked) {
        MapContent content = subject.content(numbers);
        List<Rectangle2D> clear = new ArrayList<>(kept.stream().map(this::onMap).toList());
        clear.addAll(figures());
        page.add(new Mark.Drawing(
                frame.getX(),
                frame.getY(),
                frame.getWidth(),
                frame.getHeight(),
                fitted.scale(),
                g -> paint(g, content, clear),
                alternative()));
        page.add(new Mark.Lined(frame, ink.text(), 0.9));
        for (MapPainter.Target target : painted.targets()) {
            double r = target.radius() * fitted.scale();
            Rectangle2D box = new Rectangle2D.Double(onPageX(target.x()) - r, onPageY(target.y()) - r, 2 * r, 2 * r);
            for (long id : target.claimIds()) {
                page.target("map-" + numbers.getOrDefault(id, ""), "", frame.getY());
            }
            if (linked) {
                link(page, box, target.claimIds(), numbers);
            }
        }
    }

    /** To its claim; of gathered ones to the first, naming them all. */
    private static void link(Page page, Rectangle2D box, List<Long> ids, Map<Long, String> numbers) {
        List<String> all = ids.stream()
                .map(id -> numbers.getOrDefault(id, ""))
                .sorted(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
                .toList();
        String words = all.size() == 1 ? "" : Phrases.of("link.gathered", String.join(", ", all));
        page.link(box, "claim-" + all.getFirst(), words);
    }

    private String alternative() {
        int pins = painted.targets().stream()
                .mapToInt(target -> target.claimIds().size())
                .sum();
        return Phrases.of(
                "map.alternative", pins, MapWords.extent(fitted.view()), MapMargin.grouped(fitted.denominator()));
    }

    private Rectangle2D onMap(Rectangle2D box) {
        double scale = fitted.scale();
        return new Rectangle2D.Double(
                (box.getX() - frame.getX()) / scale,
                (box.getY() - frame.getY()) / scale,
                box.getWidth() / scale,
                box.getHeight() / scale);
    }

    private List<Rectangle2D> figures() {
        if (!subject.grid()) {
            return List.of();
        }
        return metricGrid()
                .map(grid -> grid.figures(subject.spec().theme()))
                .orElseGet(
                        () -> Graticule.of(fitted.view()).figures(subject.spec().theme()));
    }

    /** The metric grid goes with coordinates that are written in it. */
    private Optional<MetricGrid> metricGrid() {
        Notation notation = subject.spec().notation();
        boolean metric = notation == Notation.MGRS || notation == Notation.UTM;
        return metric ? MetricGrid.of(fitted.view(), notation == Notation.MGRS) : Optional.empty();
    }

    /** What grid there is, its zones named; empty for none. */
    String gridInWords() {
        if (!subject.grid()) {
            return "";
        }
        return metricGrid()
                .map(grid -> Phrases.of(
                        "grid." + subject.spec().notation(),
                        zones(grid),
                        MapMargin.length(grid.step()),
                        grid.zones().size()))
                .orElseGet(() -> gridInWords(Graticule.of(fitted.view())));
    }

    private static String gridInWords(Graticule grid) {
        String parallels = MapMargin.degrees(grid.step());
        return grid.meridianStep() == grid.step()
                ? Phrases.of("grid.degrees", parallels)
                : Phrases.of("grid.degreesApart", MapMargin.degrees(grid.meridianStep()), parallels);
    }

    private static String zones(MetricGrid grid) {
        return grid.zones().stream()
                .map(zone -> zone == GridReference.POLAR ? Phrases.of("grid.polar") : String.valueOf(zone))
                .collect(Collectors.joining(", "));
    }

    private void paint(Graphics2D g, MapContent content, List<Rectangle2D> clear) {
        MapView view = fitted.view();
        BriefingSpec spec = subject.spec();
        painter.paintBase(g, view, spec.theme());
        List<MapLayer.Name> names = painter.paintLayers(
                g,
                view,
                subject.layers(),
                spec.theme(),
                MapPainter.Medium.VECTOR,
                pixelsPerInch(),
                (layer, failure) -> {
                    throw new LayerFailure(layer, failure); // what lacks something must not look whole
                });
        if (subject.grid()) {
            metricGrid()
                    .ifPresentOrElse(
                            grid -> grid.paint(g, spec.theme()),
                            () -> Graticule.of(view).paint(g, spec.theme()));
        }
        painter.paintLabels(g, view, content, spec.theme(), new GroundNames(clear, names));
        painter.paintClaims(g, view, content, spec.theme());
    }
}
