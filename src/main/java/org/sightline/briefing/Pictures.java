package org.sightline.briefing;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Envelope;
import org.sightline.claim.Claim;

/** What a scene shows of the world: one map, perhaps with a locator in a corner of it, or a strip of small maps. One thread. */
final class Pictures {
    private static final double CAPTION = 13;
    private static final double BETWEEN = 9;
    private static final double SMALL_SIGNS = 0.74;
    private static final double INSET_SHARE = 0.27;
    private static final double WIDEST_INSET = 150;
    private static final double[] INSET_SIZES = {1, 0.8, 0.64};
    private static final int TRIES = 3;

    private final Setting setting;
    private final Rectangle2D frame;
    private final List<MapFigure> maps;
    private final List<Caption> captions;
    private final Optional<Rectangle2D> inset;

    /** Above a map of a strip. */
    private record Caption(String title, String count, Rectangle2D box) {}

    private Pictures(
            Setting setting,
            Rectangle2D frame,
            List<MapFigure> maps,
            List<Caption> captions,
            Optional<Rectangle2D> inset) {
        this.setting = setting;
        this.frame = frame;
        this.maps = maps;
        this.captions = captions;
        this.inset = inset;
    }

    static Pictures in(Setting setting, Scene.Subject subject, Rectangle2D frame) {
        return setting.design().start() == Start.STRIP
                ? strip(setting, subject, frame)
                : single(setting, subject, frame);
    }

    private static MapFigure.Subject of(
            Setting setting, Scene.Subject subject, List<Claim> claims, Optional<Envelope> extent) {
        return new MapFigure.Subject(
                setting.spec(extent),
                subject.claims(),
                claims,
                setting.layers(),
                setting.shows(Part.GRID),
                setting.sheet().zoom(),
                setting.design().look().crowding());
    }

    private static Pictures single(Setting setting, Scene.Subject subject, Rectangle2D frame) {
        MapFigure map = MapFigure.in(frame, of(setting, subject, subject.claims(), subject.extent()));
        if (!setting.showsInPlace(Part.LOCATOR)) {
            return new Pictures(setting, map.frame(), List.of(map), List.of(), Optional.empty());
        }
        Optional<Rectangle2D> inset = clearCorner(map);
        boolean free = setting.design().look().extent().isEmpty();
        for (int i = 0; i < TRIES && inset.isEmpty() && free; i++) {
            // farther away, pins draw together and leave a corner
            Envelope wider = new Envelope(map.fitted().view().extent());
            wider.expandBy(wider.getWidth() * 0.12, wider.getHeight() * 0.12);
            map = MapFigure.in(frame, of(setting, subject, subject.claims(), Optional.of(onEarth(wider))));
            inset = clearCorner(map);
        }
        Rectangle2D corner = inset.isPresent() ? inset.get() : corner(map.frame(), 3, INSET_SIZES[2]);
        return new Pictures(setting, map.frame(), List.of(map), List.of(), Optional.of(corner));
    }

    private static Envelope onEarth(Envelope wide) {
        return new Envelope(
                Math.max(-180, wide.getMinX()),
                Math.min(360, wide.getMaxX()),
                Math.max(-90, wide.getMinY()),
                Math.min(90, wide.getMaxY()));
    }

    /** A corner of the map in which no pin stands. */
    private static Optional<Rectangle2D> clearCorner(MapFigure map) {
        List<Rectangle2D> heads = map.heads();
        for (double size : INSET_SIZES) {
            for (int corner = 0; corner < 4; corner++) {
                Rectangle2D box = corner(map.frame(), corner, size);
                if (heads.stream().noneMatch(head -> head.intersects(box))) {
                    return Optional.of(box);
                }
            }
        }
        return Optional.empty();
    }

    /** The lower right one first: the figures of a grid stand above and at the left. */
    private static Rectangle2D corner(Rectangle2D frame, int which, double size) {
        double width = size * Math.min(WIDEST_INSET, frame.getWidth() * INSET_SHARE);
        double height = Math.min(width * 0.8, frame.getHeight() * 0.4);
        boolean right = which < 2;
        boolean low = which % 2 == 0;
        return new Rectangle2D.Double(
                right ? frame.getMaxX() - width : frame.getX(),
                low ? frame.getMaxY() - height : frame.getY(),
                width,
                height);
    }

    private static Pictures strip(Setting setting, Scene.Subject subject, Rectangle2D frame) {
        List<Periods.Period> periods = Periods.of(subject.claims());
        if (periods.isEmpty()) {
            periods = List.of(new Periods.Period(Phrases.of("group.noTime"), subject.claims()));
        }
        Envelope extent = setting.design().look().extent().orElseGet(() -> MapFit.around(subject.claims()));
        int columns = columns(periods.size(), frame, extent);
        int rows = (periods.size() + columns - 1) / columns;
        double width = (frame.getWidth() - (columns - 1) * BETWEEN) / columns;
        double height = (frame.getHeight() - (rows - 1) * BETWEEN) / rows;
        List<MapFigure> maps = new ArrayList<>();
        List<Caption> captions = new ArrayList<>();
        for (int i = 0; i < periods.size(); i++) {
            Periods.Period period = periods.get(i);
            int row = i / columns;
            double x = frame.getX() + i % columns * (width + BETWEEN);
            double y = frame.getY() + row * (height + BETWEEN);
            captions.add(new Caption(
                    period.title(),
                    Phrases.of("claims", period.claims().size()),
                    new Rectangle2D.Double(x, y, width, CAPTION)));
            maps.add(MapFigure.in(
                    new Rectangle2D.Double(x, y + CAPTION, width, height - CAPTION),
                    of(setting, subject, period.claims(), Optional.of(extent)),
                    SMALL_SIGNS));
        }
        return new Pictures(setting, frame, maps, captions, Optional.empty());
    }

    /** So many side by side that each map is as large as can be. */
    private static int columns(int count, Rectangle2D frame, Envelope extent) {
        double middle = Math.toRadians(Math.min(75, Math.abs(extent.centre().y)));
        double shape = Math.clamp(extent.getWidth() * Math.cos(middle) / Math.max(0.001, extent.getHeight()), 0.4, 2.5);
        int best = 1;
        double largest = 0;
        for (int columns = 1; columns <= count; columns++) {
            int rows = (count + columns - 1) / columns;
            double width = (frame.getWidth() - (columns - 1) * BETWEEN) / columns;
            double height = (frame.getHeight() - (rows - 1) * BETWEEN) / rows - CAPTION;
            double across = Math.min(width, height * shape);
            if (across > largest) {
                largest = across;
                best = columns;
            }
        }
        return best;
    }

    MapFit.Fitted fitted() {
        return maps.getFirst().fitted();
    }

    String gridInWords() {
        return maps.getFirst().gridInWords();
    }

    List<String> credits() {
        return maps.getFirst().credits();
    }

    List<Long> readingOrder() {
        Set<Long> order = new LinkedHashSet<>();
        maps.forEach(map -> order.addAll(map.readingOrder()));
        return List.copyOf(order);
    }

    Set<Long> shown() {
        Set<Long> shown = new HashSet<>();
        maps.forEach(map -> shown.addAll(map.shown()));
        return shown;
    }

    /** How many pins are cut off or covered, for want of room. */
    long cramped() {
        return maps.stream().mapToLong(MapFigure::cramped).sum();
    }

    List<Rectangle2D> frames() {
        return maps.stream().map(MapFigure::frame).toList();
    }

    /** Where pins stand on the page. */
    List<Rectangle2D> heads() {
        return maps.stream().flatMap(map -> map.heads().stream()).toList();
    }

    Optional<Rectangle2D> inset() {
        return inset;
    }

    /** @param kept what will lie over the maps */
    void put(Page page, Map<Long, String> numbers, List<Rectangle2D> kept, boolean linked) {
        Ink ink = setting.ink();
        List<Rectangle2D> clear = new ArrayList<>(kept);
        inset.ifPresent(clear::add);
        for (MapFigure map : maps) {
            map.put(page, numbers, clear, ink, linked);
        }
        for (Caption caption : captions) {
            Rectangle2D box = caption.box();
            TextStyle quiet = ink.small();
            double counted = quiet.width(caption.count()) + 6;
            page.line(
                    caption.title(), ink.heading(), box.getX(), box.getY() + 9, Math.max(20, box.getWidth() - counted));
            page.lineRight(caption.count(), quiet, box.getMaxX(), box.getY() + 9, counted);
        }
        page.spot(captions.isEmpty() ? Part.MAP : Part.STRIP, frame, isPut());
        inset.ifPresent(box -> {
            new LocatorFigure(box, fitted().view(), setting.design().look().theme()).put(page, ink);
            page.spot(Part.LOCATOR, box, false);
        });
    }

    private boolean isPut() {
        return setting.design()
                .part(captions.isEmpty() ? Part.MAP : Part.STRIP)
                .box()
                .isPresent();
    }
}
