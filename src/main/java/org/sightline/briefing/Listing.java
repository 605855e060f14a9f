package org.sightline.briefing;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sightline.claim.Claim;

/**
 * The list on a scene's page, a table or the claims with their quotes, and the pages on which it goes on. One thread.
 */
final class Listing {
    private static final double COLUMN_GAP = 22;
    private static final double WIDEST_COLUMN = 400;
    private static final double TWO_COLUMNS = 430;
    private static final double MOST_OF_PAGE = 0.45;
    private static final double LEAST = 110;
    private static final Scene.Seen NOTHING_SEEN = new Scene.Seen(Set.of(), Set.of());

    private final Setting setting;
    private final Scene.Subject subject;
    private final List<On> lists = new ArrayList<>();

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
        for (Part part : List.of(Part.TABLE, Part.CLAIMS)) {
            Optional<Rectangle2D> put = setting.shows(part)
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
        int count = (int) Math.max(1, Math.floor((body.getWidth() + COLUMN_GAP) / (width + COLUMN_GAP)));
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

    /** How much of a page the list takes: a column at the right of a wide one, the lower part of a tall one. */
    Rectangle2D share(Rectangle2D rest, boolean besidePicture) {
        if (!besidePicture) {
            return rest;
        }
        if (rest.getWidth() > rest.getHeight() * 1.05) {
            Rectangle2D body = setting.sheet().body();
            int count = Math.max(2, (int) Math.ceil(body.getWidth() / WIDEST_COLUMN));
            double width = (body.getWidth() - (count - 1) * COLUMN_GAP) / count;
            return new Rectangle2D.Double(rest.getMaxX() - width, rest.getY(), width, rest.getHeight());
        }
        double wanted = Math.max(LEAST, needed(rest));
        double height = Math.min(wanted, rest.getHeight() * MOST_OF_PAGE);
        return new Rectangle2D.Double(rest.getX(), rest.getMaxY() - height, rest.getWidth(), height);
    }

    /** About how high the list would be over the whole width. */
    private double needed(Rectangle2D rest) {
        int columns = count(inPlace().orElseThrow(), rest);
        double width = (rest.getWidth() - (columns - 1) * COLUMN_GAP) / columns;
        double total = 0;
        for (Claim claim : subject.claims()) {
            total += ClaimTable.height(List.of(
                    inPlace().orElseThrow() == Part.TABLE
                            ? new ClaimTable(setting.dossier(), spec(), width).row(claim, "0", NOTHING_SEEN, false)
                            : new ClaimEntry(claim, "0", setting.dossier(), spec(), width, Tag.Role.HEADING)
                                    .set(NOTHING_SEEN)));
            if (total / columns > rest.getHeight()) {
                break;
            }
        }
        return 18 + total / columns * (columns > 1 ? 1.15 : 1.02);
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
        boolean whole = area.getWidth() > body.getWidth() - 1;
        int count = whole ? count(part, area) : 1;
        List<Rectangle2D> first = even(area, count);
        lists.add(new On(part, first, whole ? even(body, count) : across(area.getWidth()), false));
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
        ClaimTable rows = new ClaimTable(setting.dossier(), spec(), width);
        Optional<Galley.Strip> head = table ? Optional.of(rows.head()) : Optional.empty();
        Galley galley = new Galley(first, on.others(), here ? page : new Page(), Page::new, head);
        for (Claim claim : sorted) {
            String number = numbers.getOrDefault(claim.id(), "");
            galley.pour(
                    table
                            ? rows.row(claim, number, seen, target == Part.TABLE)
                            : new ClaimEntry(claim, number, setting.dossier(), spec(), width, Tag.Role.HEADING)
                                    .set(seen));
        }
        if (sorted.isEmpty()) {
            Rectangle2D column = first.getFirst();
            ClaimPages.empty(galley.pages().getFirst(), setting.ink(), column, column.getY());
        }
        List<Page> further = galley.pages().subList(here ? 1 : 0, galley.pages().size());
        on.first().stream().reduce(Rectangle2D::createUnion).ifPresent(box -> page.spot(on.part(), box, on.put()));
        on.others().forEach(column -> further.forEach(more -> more.spot(on.part(), column, on.put())));
        return further;
    }

    private BriefingSpec spec() {
        return setting.spec(Optional.empty());
    }
}
