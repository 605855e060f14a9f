package org.sightline.briefing;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sightline.claim.Claim;

/** The pages after the map: the numbered claims in columns, and the list of sources after them. Stateless. */
final class ClaimPages {
    private static final double COLUMN_GAP = 22;
    private static final double WIDEST_COLUMN = 400;
    private static final double HEADING = 18;

    private ClaimPages() {}

    /**
     * @param sorted by number
     * @param seen what maps show
     */
    static List<Page> of(Setting setting, List<Claim> sorted, Map<Long, String> numbers, Scene.Seen seen) {
        Ink ink = setting.ink();
        Rectangle2D body = setting.sheet().body();
        List<Paragraph.Line> key =
                Paragraph.of(Phrases.of("key.grades"), ink.small()).lines(body.getWidth());
        double keyHeight = 6 + key.size() * 9.5;
        double firstTop = body.getY() + HEADING + keyHeight + 8;
        Galley galley = new Galley(columns(body), firstTop, () -> blank(Part.CLAIMS, body));
        heading(galley.pages().getFirst(), "claimList", ink, body, key);
        for (Claim claim : sorted) {
            String number = numbers.getOrDefault(claim.id(), "");
            galley.pour(new ClaimEntry(claim, number, setting, galley.columnWidth(), Tag.Role.SUBHEADING).set(seen));
        }
        if (sorted.isEmpty()) {
            empty(galley.pages().getFirst(), ink, body, firstTop);
        }
        return galley.pages();
    }

    /** @param numbers of claims by their ids */
    static List<Page> sources(Setting setting, Map<Long, String> numbers) {
        Ink ink = setting.ink();
        Rectangle2D body = setting.sheet().body();
        List<Paragraph.Line> key =
                Paragraph.of(Phrases.of("key.sources"), ink.small()).lines(body.getWidth());
        double firstTop = body.getY() + HEADING + 6 + key.size() * 9.5 + 8;
        Tag list = Tag.of(Tag.Role.LIST);
        List<Galley.Entry> wide = setting.sources().cited().stream()
                .map(cited -> new SourceEntry(cited, numbers, ink, body.getWidth(), list).set())
                .toList();
        boolean few = ClaimTable.height(wide) < body.getMaxY() - firstTop;
        Galley galley = new Galley(few ? List.of(body) : columns(body), firstTop, () -> blank(Part.SOURCE_LIST, body));
        heading(galley.pages().getFirst(), "sourceList", ink, body, key);
        for (SourceIndex.Cited cited :
                few ? List.<SourceIndex.Cited>of() : setting.sources().cited()) {
            galley.pour(new SourceEntry(cited, numbers, ink, galley.columnWidth(), list).set());
        }
        if (few) {
            wide.forEach(galley::pour);
        }
        if (setting.sources().cited().isEmpty()) {
            galley.pages()
                    .getFirst()
                    .line(Phrases.of("source.none"), ink.value(), body.getX(), firstTop + 12, body.getWidth());
        }
        return galley.pages();
    }

    private static Page blank(Part part, Rectangle2D body) {
        Page page = new Page();
        page.spot(part, body, false);
        return page;
    }

    private static void heading(Page page, String title, Ink ink, Rectangle2D body, List<Paragraph.Line> key) {
        page.target(title, Phrases.of(title), body.getY());
        page.in(
                Tag.of(Tag.Role.HEADING),
                () -> page.line(Phrases.of(title), ink.title().at(14), body.getX(), body.getY() + 13, body.getWidth()));
        double y = body.getY() + HEADING + 8;
        for (Paragraph.Line line : key) {
            page.addAll(line.marks(body.getX(), y));
            y += 9.5;
        }
        page.rule(body.getX(), y - 3, body.getMaxX(), ink.text(), 0.8);
    }

    static void empty(Page page, Ink ink, Rectangle2D body, double top) {
        page.line(Phrases.of("empty.title"), ink.heading().at(11), body.getX(), top + 14, body.getWidth());
        double y = top + 30;
        for (Paragraph.Line line :
                Paragraph.of(Phrases.of("empty.text"), ink.value()).lines(body.getWidth())) {
            page.addAll(line.marks(body.getX(), y));
            y += 11;
        }
    }

    private static List<Rectangle2D> columns(Rectangle2D body) {
        int count = Math.max(2, (int) Math.ceil(body.getWidth() / WIDEST_COLUMN));
        double width = (body.getWidth() - (count - 1) * COLUMN_GAP) / count;
        List<Rectangle2D> columns = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            columns.add(new Rectangle2D.Double(
                    body.getX() + i * (width + COLUMN_GAP), body.getY(), width, body.getHeight()));
        }
        return columns;
    }
}
