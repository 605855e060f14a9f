package org.sightline.briefing;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sightline.claim.Claim;

/** The pages after the map: the numbered claims in columns. Stateless. */
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
        Galley galley = new Galley(columns(body), firstTop, () -> blank(body));
        heading(galley.pages().getFirst(), ink, body, key);
        BriefingSpec spec = setting.spec(Optional.empty());
        for (Claim claim : sorted) {
            String number = numbers.getOrDefault(claim.id(), "");
            galley.pour(
                    new ClaimEntry(claim, number, setting.dossier(), spec, galley.columnWidth(), Tag.Role.SUBHEADING)
                            .set(seen));
        }
        if (sorted.isEmpty()) {
            empty(galley.pages().getFirst(), ink, body, firstTop);
        }
        return galley.pages();
    }

    private static Page blank(Rectangle2D body) {
        Page page = new Page();
        page.spot(Part.CLAIMS, body, false);
        return page;
    }

    private static void heading(Page page, Ink ink, Rectangle2D body, List<Paragraph.Line> key) {
        page.target("claims", Phrases.of("claimList"), body.getY());
        page.in(
                Tag.of(Tag.Role.HEADING),
                () -> page.line(
                        Phrases.of("claimList"), ink.title().at(14), body.getX(), body.getY() + 13, body.getWidth()));
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
