package org.sightline.briefing;

import java.awt.Color;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sightline.briefing.Tag.Role;

/**
 * A page while and after it is laid out: its marks in the order they are painted, and for each the {@link Tag} it
 * belongs to. Who says nothing about tags gets a paragraph for each paragraph, a picture for each drawing, and
 * ornaments for lines and areas.
 *
 * <p>Thread rule: filled by one thread; not changed once the briefing is laid out, and then safe for any.
 */
final class Page {
    private final List<Mark> marks = new ArrayList<>();
    private final List<Tag> tags = new ArrayList<>();
    private final List<Tag> outermost = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private final List<Target> targets = new ArrayList<>();
    private final List<Spot> spots = new ArrayList<>();
    private @Nullable Placing placing;
    private @Nullable Tag open;
    private @Nullable Tag linkLine;

    /**
     * A box that leads to a target of the same name, perhaps on another page, or to an address on the web.
     *
     * @param words what following it does; empty to say where it leads
     * @param tag the link it is a place of
     */
    record Link(Rectangle2D box, String to, String words, Tag tag) {}

    /**
     * A place that links and bookmarks lead to.
     *
     * @param title as a bookmark; empty for none
     * @param depth of the bookmark: 0, or 1 for one below the last of depth 0
     */
    record Target(String name, String title, double y, int depth) {}

    /**
     * Where a part came to stand.
     *
     * @param note which of the person's notes; -1 for a part
     * @param part of a note: any
     * @param put whether a person has put it there
     */
    record Spot(Part part, int note, Rectangle2D box, boolean put) {}

    /**
     * That the first of its marks were set for another page, of which this one shows a window: a sheet of a poster, a
     * page larger than it was set. A point (x, y) of theirs comes to stand at (dx + scale x, dy + scale y).
     *
     * @param marks how many
     * @param window points of this page
     */
    record Placing(int marks, Rectangle2D window, double dx, double dy, double scale) {
        Rectangle2D onPage(Rectangle2D box) {
            return new Rectangle2D.Double(
                    dx + scale * box.getX(), dy + scale * box.getY(), scale * box.getWidth(), scale * box.getHeight());
        }
    }

    List<Spot> spots() {
        return spots;
    }

    void spot(Part part, Rectangle2D box, boolean put) {
        spots.add(new Spot(part, -1, box, put));
    }

    void noteSpot(int note, Rectangle2D box, boolean put) {
        spots.add(new Spot(Part.TITLE, note, box, put));
    }

    Optional<Placing> placing() {
        return Optional.ofNullable(placing);
    }

    /** What is read on a sheet that shows a part of a page. */
    @FunctionalInterface
    interface Share {
        boolean reads(Rectangle2D box);
    }

    /**
     * A page that shows a window of this one. Marks that are not in it are left out; those that another sheet reads are
     * ornaments here.
     *
     * @param first whether the order of reading is this sheet's to keep
     */
    Page through(Rectangle2D window, double dx, double dy, double scale, Share share, boolean first) {
        Page sheet = new Page();
        Placing whole = new Placing(0, window, dx, dy, scale);
        for (int i = 0; i < marks.size(); i++) {
            Rectangle2D box = whole.onPage(MarkBox.of(marks.get(i)));
            box.setRect(box.getX() - 1, box.getY() - 1, box.getWidth() + 2, box.getHeight() + 2);
            if (box.intersects(window)) {
                sheet.marks.add(marks.get(i));
                sheet.tags.add(share.reads(box) ? tags.get(i) : Tag.DECORATION);
            }
        }
        sheet.placing = new Placing(sheet.marks.size(), window, dx, dy, scale);
        for (Link link : links) {
            Rectangle2D box = whole.onPage(link.box());
            if (share.reads(box)) {
                sheet.links.add(new Link(box, link.to(), link.words(), link.tag()));
            }
        }
        for (Target target : targets) {
            double y = dy + scale * target.y();
            if (share.reads(new Rectangle2D.Double(window.getX() + 1, y, 1, 1))) {
                sheet.targets.add(new Target(target.name(), target.title(), y, target.depth()));
            }
        }
        for (Spot spot : spots) {
            sheet.spots.add(new Spot(spot.part(), spot.note(), whole.onPage(spot.box()), spot.put()));
        }
        if (first) {
            sheet.outermost.addAll(outermost);
        }
        return sheet;
    }

    List<Mark> marks() {
        return marks;
    }

    /** What the mark of that index belongs to. */
    Tag tagOf(int mark) {
        return tags.get(mark);
    }

    /** The tags that are in no other, in the order of reading. */
    List<Tag> outermost() {
        return outermost;
    }

    List<Link> links() {
        return links;
    }

    List<Target> targets() {
        return targets;
    }

    /** A tag read after those that are on the page now, though it may be filled later. */
    Tag tag(Role role) {
        return announce(Tag.of(role), outermost.size());
    }

    /** A tag read before all others of the page. */
    Tag opening(Role role) {
        return announce(Tag.of(role), 0);
    }

    /**
     * What {@code put} adds belongs to {@code tag}: within one that is not read nothing is, and within a picture all is
     * that picture.
     */
    void in(Tag tag, Runnable put) {
        Tag before = open;
        place(tag);
        open = tag;
        linkLine = null;
        try {
            put.run();
        } finally {
            open = before;
            linkLine = null;
        }
    }

    void add(Mark mark) {
        Tag tag = tagFor(mark);
        place(tag);
        marks.add(mark);
        tags.add(tag);
        tag.lead().ifPresent(lead -> lead(mark, tag, lead));
    }

    /** The words of a link on one line are one box, whatever styles they are in. */
    private void lead(Mark mark, Tag tag, Tag.Lead lead) {
        Rectangle2D box = MarkBox.of(mark);
        if (!links.isEmpty()) {
            Link last = links.getLast();
            if (last.tag().equals(tag)
                    && last.box().getMinY() < box.getCenterY()
                    && last.box().getMaxY() > box.getCenterY()) {
                links.removeLast();
                box = last.box().createUnion(box);
            }
        }
        links.add(new Link(box, lead.to(), lead.words(), tag));
    }

    private Tag tagFor(Mark mark) {
        Tag around = open;
        if (around != null && around.role().holdsShapes()) {
            return around;
        }
        return switch (mark) {
            case Mark.Words w -> tagFor(w.reading());
            case Mark.Drawn d -> tagFor(d.reading());
            case Mark.Drawing d -> d.alternative().isBlank() ? Tag.DECORATION : Tag.figure(d.alternative());
            case Mark.Filled f -> Tag.DECORATION;
            case Mark.Lined l -> Tag.DECORATION;
        };
    }

    private Tag tagFor(Mark.Reading reading) {
        Tag own = reading.tag().orElseGet(() -> Tag.of(Role.TEXT));
        return open != null && open.role().holdsWords() && own.isLoose() ? open : own;
    }

    /** Gives it a parent, where it has none yet. */
    private void place(Tag tag) {
        Tag top = tag.outermost();
        if (!top.isRead() || top.isPlaced()) {
            return;
        }
        if (open != null && open.isRead()) {
            open.takeIn(top);
        } else {
            announce(top, outermost.size());
        }
    }

    private Tag announce(Tag tag, int at) {
        tag.setPlaced();
        outermost.add(at, tag);
        return tag;
    }

    void addAll(List<? extends Mark> more) {
        more.forEach(this::add);
    }

    void link(Rectangle2D box, String to) {
        link(box, to, "");
    }

    /** @param words what following it does */
    void link(Rectangle2D box, String to, String words) {
        Tag around = open;
        Tag link;
        if (around != null && around.role() == Role.LINK) {
            link = around;
        } else {
            if (linkLine == null) {
                linkLine = Tag.of(Role.TEXT);
                place(linkLine);
            }
            link = linkLine.child(Role.LINK);
        }
        links.add(new Link(box, to, words, link));
    }

    void target(String name, String title, double y) {
        target(name, title, y, 0);
    }

    /** @param depth of its bookmark: 0, or 1 for one below the last of depth 0 */
    void target(String name, String title, double y, int depth) {
        targets.add(new Target(name, title, y, depth));
    }

    void rule(double x1, double y, double x2, Color color, double width) {
        add(new Mark.Lined(new Line2D.Double(x1, y, x2, y), color, width));
    }

    /** One line of text, shortened with an ellipsis where it does not fit; gives the width used. */
    double line(String text, TextStyle style, double x, double baseline, double width) {
        Paragraph.Line line = Paragraph.oneLine(text, style, width);
        addAll(line.marks(x, baseline));
        return line.width();
    }

    void lineRight(String text, TextStyle style, double right, double baseline, double width) {
        Paragraph.Line line = Paragraph.oneLine(text, style, width);
        addAll(line.marks(right - line.width(), baseline));
    }
}
