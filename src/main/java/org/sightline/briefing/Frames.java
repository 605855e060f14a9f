package org.sightline.briefing;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.sightline.briefing.Galley.Strip;
import org.sightline.map.MapContent;
import org.sightline.map.MapLegend;

/**
 * Divides an area between the picture, a map or a strip of maps, and its margin: legend, scale and what the map is made
 * of. The margin stands at the right or below, whichever leaves the larger picture; it is never cut. One thread.
 */
final class Frames {
    private static final double GAP = 14;
    private static final double LEAST_PICTURE = 90;
    private static final double COLUMN = 142;
    private static final double NARROWEST = 114;

    /** How much closer lines may stand than they would. */
    private static final double CLOSEST = 0.92;

    /** The share of an area below which a picture is too small for another way not to be tried. */
    private static final double LOW = 0.4;

    /** Slack for a line more than was reckoned with. */
    private static final double SLACK = 10;

    private final Setting setting;
    private final Scene.Subject subject;
    private final Part picture;
    private final List<Set> sets = new ArrayList<>();
    private Rectangle2D free = new Rectangle2D.Double();
    private Optional<Pictures> pictures = Optional.empty();
    private final Map<Rectangle2D, Plan> plans = new HashMap<>();
    private boolean legendLater;

    /** A piece of the margin at its place. */
    private record Set(Part part, List<Strip> strips, Rectangle2D box) {}

    /** A piece of the margin; the sections of a legend are pieces of their own. */
    record Piece(Part part, List<Strip> strips) {
        /** As high, with nothing in it. */
        Piece blank() {
            return new Piece(part, List.of(Strip.space(MapMargin.height(strips), false)));
        }
    }

    Frames(Setting setting, Scene.Subject subject) {
        this.setting = setting;
        this.subject = subject;
        this.picture = setting.design().start() == Start.STRIP ? Part.STRIP : Part.MAP;
    }

    /** Whether there is a map at all: a page of claims that have no place has none. */
    boolean hasPicture() {
        boolean any = subject.claims().stream().anyMatch(c -> c.place().isPresent());
        return setting.shows(picture) && (any || !setting.design().start().isGrouped());
    }

    /** Whether the picture stands where it usually does. */
    boolean inPlace() {
        return setting.showsInPlace(picture);
    }

    void arrange(Rectangle2D area) {
        if (!hasPicture()) {
            withoutPicture(area);
            return;
        }
        Plan plan = best(area);
        if (!fits(plan)) {
            legendLater = true; // it goes on a page of its own
            plans.clear();
            plan = best(area);
        }
        arrange(plan);
    }

    /** With the margin in an area of its own, for which there is {@link #fits(Rectangle2D, Rectangle2D) room}. */
    void arrange(Rectangle2D area, Rectangle2D margin) {
        arrange(apart(area, margin));
    }

    private void arrange(Plan plan) {
        Optional<Rectangle2D> put = setting.design().part(picture).box().map(setting.sheet()::points);
        Rectangle2D frame = put.map(this::onPage).orElse(plan.frame());
        Pictures all = Pictures.in(setting, subject, frame);
        pictures = Optional.of(all);
        free = frame;
        plan.set(all);
    }

    /** What of a box lies on the page; all of it where nothing does, for then it cannot have been meant. */
    private Rectangle2D onPage(Rectangle2D box) {
        Rectangle2D page = new Rectangle2D.Double(
                0, 0, setting.sheet().width(), setting.sheet().height());
        Rectangle2D seen = box.createIntersection(page);
        return seen.isEmpty() ? box : seen;
    }

    /** Whether the area has room for the margin and a picture worth the name. */
    boolean fits(Rectangle2D area) {
        return !hasPicture() || fits(best(area));
    }

    /**
     * Whether an area {@link #fits(Rectangle2D) has room} whatever the map turns out to be, which asks for no map. What
     * is tall below a picture is what decides: where there is room for that, the ways with the margin beside have it too.
     */
    boolean surelyFits(Rectangle2D area) {
        double tallest = 0;
        for (int count : columnCounts(area)) {
            double width = across(area, count);
            List<Piece> pieces = new ArrayList<>(legend(width));
            pieces.addAll(setting.mostOfFacts(width, this::mostOfFacts));
            tallest = Math.max(tallest, tallest(balanced(pieces, count)) + 1); // columns are even to half a point
        }
        return area.getWidth() >= LEAST_PICTURE && area.getHeight() - tallest - GAP - SLACK >= LEAST_PICTURE;
    }

    /** Whether the margin has room in an area of its own, and the picture in its. */
    boolean fits(Rectangle2D area, Rectangle2D margin) {
        if (!hasPicture() || area.getWidth() < LEAST_PICTURE || margin.getHeight() < 0) {
            return false;
        }
        MapFit.Fitted reckoned = MapFigure.fit(area, subject());
        int count = columnsIn(margin);
        return tallest(columns(across(margin, count), count, reckoned, "", List.of(""))) + SLACK <= margin.getHeight();
    }

    /** Whether an area that is all picture has more of it than another that holds the margin too. */
    boolean isLarger(Rectangle2D whole, Rectangle2D shared) {
        return size(whole) > pictured(shared);
    }

    private static int columnsIn(Rectangle2D margin) {
        return (int) Math.clamp(Math.floor((margin.getWidth() + GAP + 1) / (NARROWEST + GAP)), 1, 6);
    }

    private Plan apart(Rectangle2D area, Rectangle2D margin) {
        int count = columnsIn(margin);
        double width = across(margin, count);
        return new Plan() {
            @Override
            public Rectangle2D frame() {
                return area;
            }

            @Override
            public void set(Pictures all) {
                List<List<Piece>> columns = columns(width, count, all.fitted(), all.gridInWords(), all.credits());
                double top = margin.getMaxY() - tallest(columns);
                double x = margin.getX();
                for (List<Piece> column : columns) {
                    stack(column, x, top, width);
                    x += width + GAP;
                }
            }
        };
    }

    /** How much of an area would be picture, square points; a long strip counts less. */
    double pictured(Rectangle2D area) {
        return size(best(area).frame());
    }

    private static boolean fits(Plan plan) {
        return plan.frame().getHeight() >= LEAST_PICTURE && plan.frame().getWidth() >= LEAST_PICTURE;
    }

    private void withoutPicture(Rectangle2D area) {
        free = area;
        if (setting.showsInPlace(Part.COLOPHON) && subject.first()) {
            List<Strip> strips = margin(COLUMN).colophon(colophon());
            double height = MapMargin.height(strips);
            sets.add(new Set(
                    Part.COLOPHON,
                    strips,
                    new Rectangle2D.Double(area.getMaxX() - COLUMN, area.getMaxY() - height, COLUMN, height)));
            free = new Rectangle2D.Double(area.getX(), area.getY(), area.getWidth(), area.getHeight() - height - GAP);
        }
    }

    /** A way to divide the area. */
    private interface Plan {
        Rectangle2D frame();

        /** Sets the margin, the picture being known. */
        void set(Pictures pictures);
    }

    private Plan best(Rectangle2D area) {
        return plans.computeIfAbsent(area, this::tried);
    }

    private Plan tried(Rectangle2D area) {
        MapFit.Fitted reckoned = MapFigure.fit(shrunk(area), subject());
        List<Plan> plans = new ArrayList<>();
        beside(area, reckoned).ifPresent(plans::add);
        plans.add(below(area, reckoned));
        Plan best = plans.getFirst();
        for (Plan plan : plans) {
            if (size(plan.frame()) > 1.1 * size(best.frame())) {
                best = plan;
            }
        }
        Rectangle2D frame = best.frame();
        boolean low = frame.getWidth() * frame.getHeight() < LOW * area.getWidth() * area.getHeight();
        Optional<Plan> other = low ? besideInTwo(area, reckoned) : Optional.empty();
        return other.filter(plan -> size(plan.frame()) > size(frame)).orElse(best);
    }

    private static double size(Rectangle2D frame) {
        double shape = Math.min(frame.getWidth() / frame.getHeight(), frame.getHeight() / frame.getWidth());
        return frame.getWidth() * frame.getHeight() * Math.min(1, 0.4 + shape);
    }

    private static Rectangle2D shrunk(Rectangle2D area) {
        return new Rectangle2D.Double(
                area.getX(),
                area.getY(),
                Math.max(LEAST_PICTURE, area.getWidth() - 100),
                Math.max(LEAST_PICTURE, area.getHeight() - 100));
    }

    private MapFigure.Subject subject() {
        return new MapFigure.Subject(
                setting.spec(subject.extent()),
                subject.claims(),
                subject.claims(),
                setting.layers(),
                setting.shows(Part.GRID),
                setting.sheet().zoom(),
                setting.design().look().crowding());
    }

    /** The legend from the top, the rest at the bottom; empty where they would meet. */
    private Optional<Plan> beside(Rectangle2D area, MapFit.Fitted reckoned) {
        double width = Math.clamp(area.getWidth() * 0.24, 118, 152);
        List<Piece> legend = legend(width);
        double wanted = height(legend) + height(facts(width, reckoned, "", List.of(""))) + SLACK;
        boolean none = wanted <= SLACK;
        double taken = none ? 0 : width + GAP;
        if (wanted * CLOSEST > area.getHeight() || area.getWidth() - taken < LEAST_PICTURE) {
            return Optional.empty();
        }
        Rectangle2D frame = new Rectangle2D.Double(area.getX(), area.getY(), area.getWidth() - taken, area.getHeight());
        return Optional.of(new Plan() {
            @Override
            public Rectangle2D frame() {
                return frame;
            }

            @Override
            public void set(Pictures all) {
                double x = area.getMaxX() - width;
                List<Piece> facts = facts(width, all.fitted(), all.gridInWords(), all.credits());
                double closer = Math.clamp((area.getHeight() - 3) / (height(legend) + height(facts)), CLOSEST, 1);
                stack(closer(legend, closer), x, area.getY(), width);
                List<Piece> low = closer(facts, closer);
                stack(low, x, area.getMaxY() - height(low), width);
            }
        });
    }

    /** Two columns, the legend and the rest, for wide and low paper; empty where one of them is too tall. */
    private Optional<Plan> besideInTwo(Rectangle2D area, MapFit.Fitted reckoned) {
        double width = NARROWEST;
        List<Piece> legend = legend(width);
        double tallest = Math.max(height(legend), height(facts(width, reckoned, "", List.of("")))) + SLACK;
        double taken = 2 * (width + GAP);
        if (legend.isEmpty() || tallest * CLOSEST > area.getHeight() || area.getWidth() - taken < LEAST_PICTURE) {
            return Optional.empty();
        }
        Rectangle2D frame = new Rectangle2D.Double(area.getX(), area.getY(), area.getWidth() - taken, area.getHeight());
        return Optional.of(new Plan() {
            @Override
            public Rectangle2D frame() {
                return frame;
            }

            @Override
            public void set(Pictures all) {
                column(legend, area.getMaxX() - 2 * width - GAP);
                column(facts(width, all.fitted(), all.gridInWords(), all.credits()), area.getMaxX() - width);
            }

            private void column(List<Piece> pieces, double x) {
                double closer = Math.clamp((area.getHeight() - 3) / height(pieces), CLOSEST, 1);
                stack(closer(pieces, closer), x, area.getY(), width);
            }
        });
    }

    /** In columns as even as can be. */
    private Plan below(Rectangle2D area, MapFit.Fitted reckoned) {
        int columns = columnsIn(area);
        double tallest = Double.POSITIVE_INFINITY;
        for (int count : columnCounts(area)) {
            double tried = tallest(columns(across(area, count), count, reckoned, "", List.of("")));
            if (tried < tallest - 8) {
                tallest = tried;
                columns = count;
            }
        }
        return below(area, columns, tallest);
    }

    /** Into how many columns the margin may be divided below a picture. */
    private static int[] columnCounts(Rectangle2D area) {
        int most = columnsIn(area);
        return IntStream.rangeClosed(Math.max(1, most - 2), most).toArray();
    }

    private static double across(Rectangle2D area, int columns) {
        return (area.getWidth() - (columns - 1) * GAP) / columns;
    }

    private Plan below(Rectangle2D area, int columns, double tallest) {
        double width = across(area, columns);
        double taken = tallest == 0 ? 0 : tallest + GAP + SLACK;
        Rectangle2D frame = new Rectangle2D.Double(
                area.getX(), area.getY(), area.getWidth(), Math.max(1, area.getHeight() - taken));
        return new Plan() {
            @Override
            public Rectangle2D frame() {
                return frame;
            }

            @Override
            public void set(Pictures all) {
                double x = area.getX();
                for (List<Piece> column : columns(width, columns, all.fitted(), all.gridInWords(), all.credits())) {
                    stack(column, x, frame.getMaxY() + GAP, width);
                    x += width + GAP;
                }
            }
        };
    }

    private List<List<Piece>> columns(
            double width, int columns, MapFit.Fitted fitted, String grid, List<String> credits) {
        List<Piece> all = new ArrayList<>(legend(width));
        all.addAll(facts(width, fitted, grid, credits));
        return balanced(all, columns);
    }

    /** In columns whose tallest is as low as can be; a piece is not divided. */
    private static List<List<Piece>> balanced(List<Piece> pieces, int columns) {
        double low = pieces.stream()
                .mapToDouble(p -> MapMargin.height(p.strips()))
                .max()
                .orElse(0);
        double high = height(pieces);
        while (high - low > 0.5) {
            double middle = (low + high) / 2;
            if (filled(pieces, middle).size() <= columns) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return filled(pieces, high + 0.01);
    }

    private static List<List<Piece>> filled(List<Piece> pieces, double height) {
        List<List<Piece>> columns = new ArrayList<>();
        double room = 0;
        for (Piece piece : pieces) {
            double tall = MapMargin.height(piece.strips());
            if (columns.isEmpty() || tall > room) {
                columns.add(new ArrayList<>());
                room = height;
            }
            columns.getLast().add(piece);
            room -= tall;
        }
        return columns;
    }

    private static double height(List<Piece> pieces) {
        return pieces.stream().mapToDouble(p -> MapMargin.height(p.strips())).sum();
    }

    private static double tallest(List<List<Piece>> columns) {
        return columns.stream().mapToDouble(Frames::height).max().orElse(0);
    }

    /** With a little less air between the lines. */
    private static List<Piece> closer(List<Piece> pieces, double share) {
        return pieces.stream()
                .map(piece -> new Piece(
                        piece.part(),
                        piece.strips().stream()
                                .map(s -> new Strip(s.height() * share, s.tied(), s.put()))
                                .toList()))
                .toList();
    }

    private void stack(List<Piece> pieces, double x, double top, double width) {
        double y = top;
        for (Piece piece : pieces) {
            double height = MapMargin.height(piece.strips());
            sets.add(new Set(piece.part(), piece.strips(), new Rectangle2D.Double(x, y, width, height)));
            y += height;
        }
    }

    private MapMargin margin(double width) {
        return new MapMargin(setting.design().look().theme(), width);
    }

    private Colophon colophon() {
        return Colophon.of(setting.design(), setting.dossier(), setting.sheet().asOf());
    }

    private List<Piece> legend(double width) {
        if (!setting.showsInPlace(Part.LEGEND) || legendLater) {
            return List.of();
        }
        return sections(setting, subject, width).stream()
                .map(section -> new Piece(Part.LEGEND, section))
                .toList();
    }

    /** The legend of a scene, a list of strips for each of its sections. */
    static List<List<Strip>> sections(Setting setting, Scene.Subject subject, double width) {
        MapContent content =
                MapContent.of(subject.claims()).as(setting.design().look().symbols());
        boolean gathered = setting.design().look().crowding() == Crowding.GATHERED;
        MapLegend legend = gathered ? MapLegend.ofGathered(content) : MapLegend.of(content);
        return new MapMargin(setting.design().look().theme(), width).legend(legend);
    }

    private List<Piece> facts(double width, MapFit.Fitted fitted, String grid, List<String> credits) {
        MapMargin margin = margin(width);
        return facts(
                north -> margin.scale(fitted, setting.onPaper(), north),
                () -> margin.north(fitted),
                () -> margin.projection(fitted, grid),
                margin,
                credits);
    }

    /** As high as they get, whatever the scene and its map are; they say nothing. */
    private List<Piece> mostOfFacts(double width) {
        MapMargin margin = margin(width);
        return facts(
                        north -> blank(margin.mostOfScale(setting.onPaper(), north)),
                        () -> blank(MapMargin.ARROW_HEIGHT),
                        () -> blank(margin.mostOfProjection()),
                        margin,
                        List.of(""))
                .stream()
                .map(Piece::blank)
                .toList();
    }

    private static List<Strip> blank(double height) {
        return List.of(Strip.space(height, true));
    }

    private List<Piece> facts(
            Function<Boolean, List<Strip>> scale,
            Supplier<List<Strip>> arrow,
            Supplier<List<Strip>> projection,
            MapMargin margin,
            List<String> credits) {
        List<Piece> facts = new ArrayList<>();
        boolean north = setting.showsInPlace(Part.NORTH);
        if (setting.showsInPlace(Part.SCALE)) {
            facts.add(new Piece(Part.SCALE, scale.apply(north)));
        } else if (north) {
            facts.add(new Piece(Part.NORTH, arrow.get()));
        }
        if (setting.showsInPlace(Part.PROJECTION)) {
            facts.add(new Piece(Part.PROJECTION, projection.get()));
        }
        if (setting.showsInPlace(Part.SOURCES)) {
            facts.add(new Piece(Part.SOURCES, margin.sources(credits)));
        }
        if (setting.showsInPlace(Part.COLOPHON)) {
            facts.add(new Piece(Part.COLOPHON, margin.colophon(colophon())));
        }
        return facts;
    }

    Optional<Pictures> pictures() {
        return pictures;
    }

    /** The page that holds the legend where the one with the map has no room for it. */
    Optional<Page> legendPage() {
        if (!legendLater || !setting.showsInPlace(Part.LEGEND)) {
            return Optional.empty();
        }
        Page page = new Page();
        Rectangle2D body = setting.sheet().body();
        int columns = (int) Math.max(1, Math.floor((body.getWidth() + GAP) / (COLUMN + GAP)));
        double width = across(body, columns);
        double x = body.getX();
        List<Piece> pieces = sections(setting, subject, width).stream()
                .map(section -> new Piece(Part.LEGEND, section))
                .toList();
        for (List<Piece> column : balanced(pieces, columns)) {
            double y = body.getY();
            for (Piece piece : column) {
                MapMargin.put(piece.strips(), page, x, y);
                y += MapMargin.height(piece.strips());
            }
            x += width + GAP;
        }
        page.spot(Part.LEGEND, body, false);
        return Optional.of(page);
    }

    /** What the margin leaves, where there is no picture. */
    Rectangle2D free() {
        return free;
    }

    /** Where something is written. */
    List<Rectangle2D> boxes() {
        return sets.stream().map(Set::box).toList();
    }

    void put(Page page) {
        Map<Part, Rectangle2D> spots = new EnumMap<>(Part.class);
        for (Set set : sets) {
            MapMargin.put(set.strips(), page, set.box().getX(), set.box().getY());
            spots.merge(set.part(), set.box(), Rectangle2D::createUnion);
        }
        spots.forEach((part, box) -> page.spot(part, box, false));
    }
}
