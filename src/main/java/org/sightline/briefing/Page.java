package org.sightline.briefing;

import java.awt.Color;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * A page while and after it is laid out.
 *
 * <p>Thread rule: filled by one thread; not changed once the briefing is laid out, and then safe for any.
 */
final class Page {
    private final List<Mark> marks = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private final List<Target> targets = new ArrayList<>();

    /** A box that leads to a target of the same name, perhaps on another page. */
    record Link(Rectangle2D box, String to) {}

    /** A place that links and bookmarks lead to. @param title as a bookmark; empty for none */
    record Target(String name, String title, double y) {}

    List<Mark> marks() {
        return marks;
    }

    List<Link> links() {
        return links;
    }

    List<Target> targets() {
        return targets;
    }

    void add(Mark mark) {
        marks.add(mark);
    }

    void addAll(List<? extends Mark> more) {
        marks.addAll(more);
    }

    void link(Rectangle2D box, String to) {
        links.add(new Link(box, to));
    }

    void target(String name, String title, double y) {
        targets.add(new Target(name, title, y));
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
