package org.sightline.briefing;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.sightline.briefing.Galley.Strip;
import org.sightline.claim.Claim;

/** The head of a scene: its title, what is on it in numbers, and the person's notes that stand at their usual place. */
final class Heading {
    private static final double TITLE_LEADING = 22;
    private static final double SUMMARY_HEIGHT = 16;
    private static final double SMALLEST_TITLE = 15;
    private static final double NOTE_LEADING = 12.5;
    private static final double WIDEST_NOTE = 560;

    private final Setting setting;
    private final Scene.Subject subject;
    private final Rectangle2D body;
    private final List<Paragraph.Line> title;
    private final List<Integer> notes = new ArrayList<>();
    private final List<Rectangle2D> noteBoxes = new ArrayList<>();
    private final double summaryTop;
    private final double bottom;

    Heading(Setting setting, Scene.Subject subject) {
        this.setting = setting;
        this.subject = subject;
        this.body = setting.sheet().body();
        this.title = setting.showsInPlace(Part.TITLE) ? titleLines(body.getWidth()) : List.of();
        this.summaryTop = body.getY() + title.size() * TITLE_LEADING;
        double y = summaryTop + (setting.showsInPlace(Part.SUMMARY) ? SUMMARY_HEIGHT : 0);
        List<Note> all = setting.design().notes();
        for (int i = 0; i < all.size() && subject.first(); i++) {
            if (all.get(i).box().isEmpty() && !all.get(i).text().isBlank()) {
                double width = Math.min(body.getWidth(), WIDEST_NOTE);
                double height = MapMargin.height(note(all.get(i).text(), width));
                notes.add(i);
                noteBoxes.add(new Rectangle2D.Double(body.getX(), y + 2, width, height));
                y += height + 6;
            }
        }
        this.bottom = y;
    }

    /** A little smaller where that saves a line. */
    private List<Paragraph.Line> titleLines(double width) {
        TextStyle full = setting.ink().title();
        double wide = Paragraph.oneLine(subject.title(), full, Double.MAX_VALUE).width();
        double fitting = full.size() * width / Math.max(wide, 1) - 0.05;
        TextStyle style =
                fitting >= full.size() ? full : full.at(fitting >= SMALLEST_TITLE ? fitting : SMALLEST_TITLE + 1);
        Tag.Role role = subject.first() ? Tag.Role.TITLE : Tag.Role.HEADING;
        return Paragraph.of(subject.title(), style).as(Tag.of(role)).lines(width);
    }

    List<Strip> note(String text, double width) {
        List<Strip> strips = new ArrayList<>();
        for (Paragraph.Line line :
                Paragraph.of(text.strip(), setting.ink().value().at(9.5)).lines(width)) {
            strips.add(new Strip(NOTE_LEADING, false, (page, x, top) -> {
                double from = line.rightToLeft() ? x + Math.max(0, width - line.width()) : x;
                page.addAll(line.marks(from, top + 9.5));
            }));
        }
        return strips;
    }

    /** The title as strips, for where a person has put it. */
    List<Strip> title(double width) {
        List<Strip> strips = new ArrayList<>();
        for (Paragraph.Line line : titleLines(width)) {
            strips.add(new Strip(TITLE_LEADING, false, (page, x, top) -> page.addAll(line.marks(x, top + 16))));
        }
        return strips;
    }

    List<Strip> summary(double width, Set<Long> offMap) {
        List<Strip> strips = new ArrayList<>();
        for (Paragraph.Line line :
                Paragraph.of(counts(offMap), setting.ink().subtitle()).lines(width)) {
            strips.add(new Strip(12, false, (page, x, top) -> page.addAll(line.marks(x, top + 9))));
        }
        return strips;
    }

    /** What is left of the page's body. */
    Rectangle2D below() {
        return new Rectangle2D.Double(body.getX(), bottom, body.getWidth(), body.getMaxY() - bottom);
    }

    List<Rectangle2D> boxes() {
        List<Rectangle2D> boxes = new ArrayList<>(noteBoxes);
        if (!title.isEmpty()) {
            boxes.add(titleBox());
        }
        if (setting.showsInPlace(Part.SUMMARY)) {
            boxes.add(summaryBox());
        }
        return boxes;
    }

    private Rectangle2D titleBox() {
        double width = title.stream().mapToDouble(Paragraph.Line::width).max().orElse(0);
        return new Rectangle2D.Double(body.getX(), body.getY(), width, title.size() * TITLE_LEADING - 2);
    }

    private Rectangle2D summaryBox() {
        return new Rectangle2D.Double(body.getX(), summaryTop - 1, body.getWidth(), SUMMARY_HEIGHT - 2);
    }

    void put(Page page, Set<Long> offMap) {
        double y = body.getY() + 14;
        for (Paragraph.Line line : title) {
            page.addAll(line.marks(body.getX(), y));
            y += TITLE_LEADING;
        }
        if (!title.isEmpty()) {
            page.spot(Part.TITLE, titleBox(), false);
        }
        if (setting.showsInPlace(Part.SUMMARY)) {
            // without a title this is what the page begins with
            boolean first = subject.first() && !setting.shows(Part.TITLE);
            page.in(
                    Tag.of(first ? Tag.Role.TITLE : Tag.Role.TEXT),
                    () -> page.line(
                            counts(offMap), setting.ink().subtitle(), body.getX(), summaryTop + 7, body.getWidth()));
            page.spot(Part.SUMMARY, summaryBox(), false);
        }
        for (int i = 0; i < notes.size(); i++) {
            Rectangle2D box = noteBoxes.get(i);
            String text = setting.design().notes().get(notes.get(i)).text();
            MapMargin.put(note(text, box.getWidth()), page, box.getX(), box.getY());
            page.noteSpot(notes.get(i), box, false);
        }
    }

    private String counts(Set<Long> offMap) {
        List<Claim> claims = subject.claims();
        long placed = claims.stream().filter(c -> c.place().isPresent()).count();
        boolean strip = setting.design().start() == Start.STRIP;
        long undated = strip
                ? claims.stream()
                        .filter(c -> c.place().isPresent() && Periods.begins(c).isEmpty())
                        .count()
                : 0;
        List<String> words = new ArrayList<>();
        if (!subject.title().equals(setting.sheet().title())) {
            words.add(setting.sheet().title());
        }
        words.add(setting.sheet().asOf());
        words.add(Phrases.of("claims", claims.size()));
        if (!claims.isEmpty() && (setting.shows(Part.MAP) || setting.shows(Part.STRIP))) {
            words.add(Phrases.of("claims.onMap", placed - offMap.size() - undated));
        }
        if (!offMap.isEmpty()) {
            words.add(Phrases.of("claims.outside", offMap.size()));
        }
        if (undated > 0) {
            words.add(Phrases.of("claims.noDate", undated));
        }
        if (placed < claims.size()) {
            words.add(Phrases.of("claims.noPlace", claims.size() - placed));
        }
        return String.join(" \u00b7 ", words);
    }
}
