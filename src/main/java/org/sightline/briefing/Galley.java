package org.sightline.briefing;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Pours strips of content into columns, and columns into pages. A strip is never split; strips that are tied to their
 * next stay with it, unless together they are taller than a column. One thread.
 */
final class Galley {
    /** Entries of which all orders are tried: 24. */
    private static final int FEW = 4;

    private final List<Page> pages = new ArrayList<>();
    private final Supplier<Page> blankPage;
    private final List<Rectangle2D> first;
    private final List<Rectangle2D> others;
    private final Optional<Strip> head;
    private int column;
    private double y;

    /**
     * A strip of content.
     *
     * @param height points
     * @param tied whether it stays with the next one
     * @param put draws it, given the page, the left edge and the top
     */
    record Strip(double height, boolean tied, Put put) {
        static Strip space(double height, boolean tied) {
            return new Strip(height, tied, (page, x, top) -> {});
        }

        private Strip blank() {
            return space(height, tied);
        }
    }

    /** Draws a strip at its place. */
    @FunctionalInterface
    interface Put {
        void at(Page page, double x, double top);
    }

    /**
     * Things that belong together.
     *
     * @param before sets it apart from the entry above; left out at the top of a column
     * @param continued said when it goes on in another column
     */
    record Entry(Strip before, List<Strip> strips, Strip continued) {
        /** As high, with nothing in it. */
        Entry blank() {
            return new Entry(before.blank(), strips.stream().map(Strip::blank).toList(), continued.blank());
        }

        private double height() {
            return before.height() + strips.stream().mapToDouble(Strip::height).sum();
        }

        /** The most that a column may be left short for it, and what is said in the next. */
        private double waste() {
            double tallest = 0;
            for (int i = 0; i < strips.size(); ) {
                int end = endOfGroup(strips, i);
                double group = strips.subList(i, end).stream()
                        .mapToDouble(Strip::height)
                        .sum();
                tallest = Math.max(tallest, group);
                i = end;
            }
            return before.height() + tallest + continued.height();
        }
    }

    /**
     * @param columns of every page, from left to right
     * @param firstTop where the columns of the first page begin, below its heading
     */
    Galley(List<Rectangle2D> columns, double firstTop, Supplier<Page> blankPage) {
        this(
                columns.stream().map(c -> from(c, firstTop)).toList(),
                columns,
                blankPage.get(),
                blankPage,
                Optional.empty());
    }

    private static Rectangle2D from(Rectangle2D column, double top) {
        return new Rectangle2D.Double(column.getX(), top, column.getWidth(), column.getMaxY() - top);
    }

    /**
     * @param first columns of the first page; all columns are of one width
     * @param others columns of every other page
     * @param head stands at the top of each column, where there is one
     */
    Galley(
            List<Rectangle2D> first,
            List<Rectangle2D> others,
            Page firstPage,
            Supplier<Page> blankPage,
            Optional<Strip> head) {
        this.first = first;
        this.others = others;
        this.head = head;
        this.blankPage = blankPage;
        pages.add(firstPage);
        y = top();
    }

    List<Page> pages() {
        return pages;
    }

    /**
     * Whether columns side by side hold entries in whatever order they come, none of which is higher than given here.
     *
     * @param entries blank: they are poured
     */
    static boolean surelyHold(List<Rectangle2D> columns, List<Entry> entries) {
        if (columns.size() > 1 && entries.size() > FEW) {
            double waste = entries.stream().mapToDouble(Entry::waste).max().orElse(0);
            double all = entries.stream().mapToDouble(Entry::height).sum();
            double room = columns.stream().mapToDouble(Rectangle2D::getHeight).sum();
            return waste < columns.getFirst().getHeight() && all + (columns.size() - 1) * waste <= room;
        }
        return columns.size() == 1 ? holds(columns, entries) : holdInAnyOrder(columns, List.of(), entries);
    }

    /** Tries all orders. @param first those that come before the others */
    private static boolean holdInAnyOrder(List<Rectangle2D> columns, List<Entry> first, List<Entry> others) {
        if (others.isEmpty()) {
            return holds(columns, first);
        }
        for (int i = 0; i < others.size(); i++) {
            List<Entry> begun = new ArrayList<>(first);
            List<Entry> left = new ArrayList<>(others);
            begun.add(left.remove(i));
            if (!holdInAnyOrder(columns, begun, left)) {
                return false;
            }
        }
        return true;
    }

    private static boolean holds(List<Rectangle2D> columns, List<Entry> entries) {
        Galley galley = new Galley(columns, columns, new Page(), Page::new, Optional.empty());
        entries.forEach(galley::pour);
        return galley.pages().size() == 1;
    }

    double columnWidth() {
        return first.getFirst().getWidth();
    }

    void pour(Entry entry) {
        List<Strip> strips = entry.strips();
        for (int i = 0; i < strips.size(); ) {
            int end = endOfGroup(strips, i);
            double group =
                    strips.subList(i, end).stream().mapToDouble(Strip::height).sum();
            double apart = i == 0 ? entry.before().height() : 0;
            if (group + apart > bottom() - y && !atTop()) {
                turn();
                if (i > 0) {
                    // said for the eye alone: who is read to goes on within the same part
                    pages.getLast().in(Tag.DECORATION, () -> put(entry.continued()));
                }
            } else if (i == 0 && !atTop()) {
                put(entry.before());
            }
            for (; i < end; i++) {
                if (strips.get(i).height() > bottom() - y && !atTop()) {
                    turn();
                }
                put(strips.get(i));
            }
        }
    }

    private static int endOfGroup(List<Strip> strips, int from) {
        int end = from;
        while (end < strips.size() - 1 && strips.get(end).tied()) {
            end++;
        }
        return end + 1;
    }

    private void put(Strip strip) {
        if (atTop() && head.isPresent()) {
            double above = y;
            y += head.get().height();
            head.get().put().at(pages.getLast(), columns().get(column).getX(), above);
        }
        strip.put().at(pages.getLast(), columns().get(column).getX(), y);
        y += strip.height();
    }

    private void turn() {
        column++;
        if (column == columns().size()) {
            column = 0;
            pages.add(blankPage.get());
        }
        y = top();
    }

    private double top() {
        return columns().get(column).getY();
    }

    private double bottom() {
        return columns().get(column).getMaxY();
    }

    private List<Rectangle2D> columns() {
        return pages.size() == 1 ? first : others;
    }

    /** Where the next strip would stand in its column. */
    double reached() {
        return y;
    }

    private boolean atTop() {
        return y <= top() + 0.01;
    }
}
