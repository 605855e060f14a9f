package org.sightline.briefing;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sightline.claim.Claim;

/**
 * The lists on a scene's page, a table, the claims with their quotes or their sources, and the pages on which it goes on. One thread.
 */
final class Listing {
    private static final double COLUMN_GAP = 22;
    private static final double WIDEST_COLUMN = 400;
    private static final double TWO_COLUMNS = 430;
    private static final double MOST_OF_PAGE = 0.45;
    private static final double NARROWEST_COLUMN = 215;

    /** The most of an area that the whole list may take below a picture. */
    private static final double ENOUGH = 0.5;

    /** The most of a column that the list may take above the margin. */
    private static final double MOST_OF_COLUMN = 0.7;

    private static final double LEAST = 70;
    private static final double STEP = 4;

    /** For the names of a table's columns, and a line more than was reckoned with. */
    private static final double HEAD = 22;

    private static final Scene.Seen NOTHING_SEEN = new Scene.Seen(Set.of(), Set.of());

    private final Setting setting;
    private final Scene.Subject subject;
    private final List<On> lists = new ArrayList<>();
    private final Words words = new Words();
    private final Map<Double, Measured> measured = new HashMap<>();

    /** Heights of the first entries in a width, and all of them together. */
    private static final class Measured {
        private final List<Double> heights = new ArrayList<>();
        private double total;
    }

    /**
     * A list on the page.
     *
     * @param first its columns here
     * @param others its columns on further pages
     */
    private record On(Part part, List<Rectangle2D> first, List<Rectangle2D> others, boolean put) {}

    Listing(Setting setting, Scene.Subject subject) {
        this.setting = setting;
        this.subject = subject;
        for (Part part : List.of(Part.TABLE, Part.CLAIMS, Part.SOURCE_LIST)) {
            boolean here = part != Part.SOURCE_LIST || subject.first(); // there is one for all pages
            Optional<Rectangle2D> put = here && setting.shows(part)
                    ? setting.design().part(part).box().map(setting.sheet()::points)
                    : Optional.empty();
            put.ifPresent(box -> lists.add(new On(part, List.of(box), across(box.getWidth()), true)));
        }
    }

    /** The list that has its usual place on this page, if any does. */
    Optional<Part> inPlace() {
        if (setting.showsInPlace(Part.TABLE)) {
            return Optional.of(Part.TABLE);
        }
        boolean grouped = setting.design().start().isGrouped();
        return grouped && setting.showsInPlace(Part.CLAIMS) ? Optional.of(Part.CLAIMS) : Optional.empty();
    }

    /** Columns of a width, side by side, over a whole page. */
    private List<Rectangle2D> across(double width) {
        Rectangle2D body = setting.sheet().body();
        int count = (int) Math.max(1, Math.floor((body.getWidth() + COLUMN_GAP) / (width + COLUMN_GAP) + 1e-6));
        return columns(body, count, width);
    }

    private static List<Rectangle2D> columns(Rectangle2D area, int count, double width) {
        List<Rectangle2D> columns = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            columns.add(new Rectangle2D.Double(
                    area.getX() + i * (width + COLUMN_GAP), area.getY(), width, area.getHeight()));
        }
        return columns;
    }

    private static List<Rectangle2D> even(Rectangle2D area, int count) {
        return columns(area, count, (area.getWidth() - (count - 1) * COLUMN_GAP) / count);
    }

    /**
     * The parts of an area that the list can have beside a picture, all of it on this page in each; where it goes on over
     * further pages, the one part that is usual.
     */
    List<Rectangle2D> shares(Rectangle2D rest) {
        List<Rectangle2D> shares = new ArrayList<>();
        below(rest, ENOUGH).ifPresent(shares::add);
        boolean wide = rest.getWidth() > rest.getHeight() * 1.05;
        if (wide) {
            Rectangle2D right = right(rest, usual());
            if (fits(right)) {
                shares.add(right);
            }
            if (narrow(rest).filter(this::fits).isPresent()) {
                shares.add(narrow(rest).get());
            }
            return shares.isEmpty() ? List.of(right) : shares;
        }
        return shares.isEmpty() ? List.of(lower(rest, MOST_OF_PAGE * rest.getHeight())) : shares;
    }

    /** The upper part of a column at the right that holds the whole list; empty where little of the column is left. */
    Optional<Rectangle2D> atop(Rectangle2D rest) {
        if (rest.getWidth() <= rest.getHeight() * 1.05) {
            return Optional.empty();
        }
        Rectangle2D column = narrow(rest).orElseGet(() -> right(rest, usual()));
        double most = MOST_OF_COLUMN * rest.getHeight();
        double height = HEAD
                + heights(column.getWidth(), most).stream().mapToDouble(h -> h).sum();
        return height > most
                ? Optional.empty()
                : Optional.of(new Rectangle2D.Double(column.getX(), column.getY(), column.getWidth(), height));
    }

    /** How many columns a page of claims has. */
    private int usual() {
        return Math.max(2, (int) Math.ceil(setting.sheet().body().getWidth() / WIDEST_COLUMN));
    }

    /** A column for few claims; a table has no use for one. */
    private Optional<Rectangle2D> narrow(Rectangle2D rest) {
        return Optional.of(right(rest, usual() + 1))
                .filter(column ->
                        column.getWidth() > NARROWEST_COLUMN && inPlace().orElseThrow() == Part.CLAIMS);
    }

    private Rectangle2D right(Rectangle2D rest, int columns) {
        Rectangle2D body = setting.sheet().body();
        double width = (body.getWidth() - (columns - 1) * COLUMN_GAP) / columns;
        return new Rectangle2D.Double(rest.getMaxX() - width, rest.getY(), width, rest.getHeight());
    }

    private static Rectangle2D lower(Rectangle2D rest, double height) {
        return new Rectangle2D.Double(rest.getX(), rest.getMaxY() - height, rest.getWidth(), height);
    }

    private boolean fits(Rectangle2D column) {
        double room = column.getHeight() - HEAD;
        return heights(column.getWidth(), room).stream().mapToDouble(h -> h).sum() <= room;
    }

    /** Below the picture, in columns that break no entry; empty where that is more than a share of the area. */
    private Optional<Rectangle2D> below(Rectangle2D rest, double share) {
        int columns = count(inPlace().orElseThrow(), rest);
        double width = (rest.getWidth() - (columns - 1) * COLUMN_GAP) / columns;
        double most = share * rest.getHeight();
        List<Double> heights = heights(width, most * columns);
        double least = heights.stream().mapToDouble(h -> h).max().orElse(0);
        for (double height = Math.max(LEAST - HEAD, least); height <= most - HEAD; height += STEP) {
            if (filled(heights, height) <= columns) {
                return Optional.of(lower(rest, height + HEAD));
            }
        }
        return Optional.empty();
    }

    /** How many columns of a height whole entries fill. */
    private static int filled(List<Double> heights, double height) {
        int columns = 1;
        double room = height;
        for (double entry : heights) {
            if (entry > room) {
                columns++;
                room = height;
            }
            room -= entry;
        }
        return columns;
    }

    /** About how high each entry is; no more of them than go beyond a sum. */
    private List<Double> heights(double width, double enough) {
        Measured so = measured.computeIfAbsent(width, w -> new Measured());
        List<Claim> claims = subject.claims();
        while (so.heights.size() < claims.size() && so.total <= enough) {
            double height = height(claims.get(so.heights.size()), width);
            so.heights.add(height);
            so.total += height;
        }
        List<Double> heights = new ArrayList<>();
        double total = 0;
        for (double height : so.heights) {
            heights.add(height);
            total += height;
            if (total > enough) {
                break;
            }
        }
        return heights;
    }

    private double height(Claim claim, double width) {
        boolean table = inPlace().orElseThrow() == Part.TABLE;
        return ClaimTable.height(List.of(
                table
                        ? new ClaimTable(setting, width).row(claim, "0", NOTHING_SEEN, false)
                        : entry(claim, width).set(NOTHING_SEEN)));
    }

    private ClaimEntry entry(Claim claim, double width) {
        return new ClaimEntry(claim, "0", setting, width, Tag.Role.HEADING, words);
    }

    private static int count(Part part, Rectangle2D area) {
        if (part == Part.TABLE) {
            return area.getWidth() > 2 * WIDEST_COLUMN + COLUMN_GAP ? 2 : 1;
        }
        return Math.max(area.getWidth() >= TWO_COLUMNS ? 2 : 1, (int) Math.ceil(area.getWidth() / WIDEST_COLUMN));
    }

    /** Gives the list that has its usual place its part of the page. */
    void take(Rectangle2D area) {
        Part part = inPlace().orElseThrow();
        Rectangle2D body = setting.sheet().body();
        int count = columnsOf(area);
        boolean whole = isAsWideAsPage(area);
        lists.add(new On(part, even(area, count), whole ? even(body, count) : across(area.getWidth()), false));
    }

    private boolean isAsWideAsPage(Rectangle2D area) {
        return area.getWidth() > setting.sheet().body().getWidth() - 1;
    }

    private int columnsOf(Rectangle2D area) {
        return isAsWideAsPage(area) ? count(inPlace().orElseThrow(), area) : 1;
    }

    /** Whether a list stands where a person has put it. */
    boolean isPut() {
        return lists.stream().anyMatch(On::put);
    }

    /** Whether an area surely holds the whole list of claims, whatever maps show and however claims are numbered. */
    boolean surelyHolds(Rectangle2D area) {
        List<Rectangle2D> columns = even(area, columnsOf(area));
        double width = columns.getFirst().getWidth();
        double room = area.getHeight() * columns.size();
        double least = heights(width, room).stream().mapToDouble(h -> h).sum();
        return least <= room + HEAD
                && Galley.surelyHold(
                        columns,
                        subject.claims().stream()
                                .map(claim -> tallest(claim, width))
                                .toList());
    }

    /** With all that may be said: that its place is outside the map, that it has another number on the board. */
    private Galley.Entry tallest(Claim claim, double width) {
        Scene.Seen outside = new Scene.Seen(Set.of(), Set.of(claim.id()));
        return entry(claim, width).set(outside).blank();
    }

    /** The list that has its usual place begins on a page of its own. */
    void later() {
        Part part = inPlace().orElseThrow();
        Rectangle2D body = setting.sheet().body();
        lists.add(new On(part, List.of(), even(body, count(part, body)), false));
    }

    /** Where something is written. */
    List<Rectangle2D> boxes() {
        return lists.stream().flatMap(on -> on.first().stream()).toList();
    }

    /**
     * Fills the page and as many more as it takes.
     *
     * @param sorted by number
     * @param target the list to which links of claims lead
     */
    List<Page> pour(Page page, List<Claim> sorted, Map<Long, String> numbers, Scene.Seen seen, Part target) {
        List<Page> pages = new ArrayList<>(List.of(page));
        boolean claimsHere = false;
        for (On on : lists) {
            claimsHere |= on.part() == Part.CLAIMS;
            pages.addAll(pour(on, page, sorted, numbers, seen, target));
        }
        if (setting.design().start().isGrouped() && setting.shows(Part.CLAIMS) && !claimsHere) {
            pages.addAll(ClaimPages.of(setting, sorted, numbers, seen));
        }
        return pages;
    }

    private List<Page> pour(
            On on, Page page, List<Claim> sorted, Map<Long, String> numbers, Scene.Seen seen, Part target) {
        boolean here = !on.first().isEmpty();
        List<Rectangle2D> first = here ? on.first() : on.others();
        double width = first.getFirst().getWidth();
        boolean table = on.part() == Part.TABLE;
        ClaimTable rows = new ClaimTable(setting, width);
        Optional<Galley.Strip> head = table ? Optional.of(rows.head()) : Optional.empty();
        Galley galley = new Galley(first, on.others(), here ? page : new Page(), Page::new, head);
        Tag list = Tag.of(Tag.Role.LIST);
        List<SourceIndex.Cited> cited =
                on.part() == Part.SOURCE_LIST ? setting.sources().cited() : List.of();
        cited.forEach(one -> galley.pour(new SourceEntry(one, numbers, setting.ink(), width, list).set()));
        for (Claim claim : on.part() == Part.SOURCE_LIST ? List.<Claim>of() : sorted) {
            String number = numbers.getOrDefault(claim.id(), "");
            galley.pour(
                    table
                            ? rows.row(claim, number, seen, target == Part.TABLE)
                            : new ClaimEntry(claim, number, setting, width, Tag.Role.HEADING).set(seen));
        }
        if (sorted.isEmpty() && on.part() != Part.SOURCE_LIST) {
            Rectangle2D column = first.getFirst();
            ClaimPages.empty(galley.pages().getFirst(), setting.ink(), column, column.getY());
        }
        List<Page> further = galley.pages().subList(here ? 1 : 0, galley.pages().size());
        on.first().stream().reduce(Rectangle2D::createUnion).ifPresent(box -> page.spot(on.part(), box, on.put()));
        on.others().forEach(column -> further.forEach(more -> more.spot(on.part(), column, on.put())));
        return further;
    }
}
