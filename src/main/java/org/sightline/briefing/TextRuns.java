package org.sightline.briefing;

import java.awt.Color;
import java.awt.Shape;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gathers what stands on one line, left to right, into as few marks as there are changes of style or font. */
final class TextRuns {
    private final List<Mark> marks = new ArrayList<>();
    private final StringBuilder pending = new StringBuilder();
    private @Nullable TextStyle pendingStyle;
    private Fallback.Way pendingWay = Fallback.Way.FACE;
    private final Tag tag;
    private final int line;
    private int turn;
    private double x;

    /**
     * @param tag what the line belongs to
     * @param line its number there, from 0
     */
    TextRuns(Tag tag, int line) {
        this.tag = tag;
        this.line = line;
    }

    void add(String cluster, TextStyle style, Fallback.Way way) {
        if (way == Fallback.Way.SILENT) {
            return;
        }
        if (!style.equals(pendingStyle) || way != pendingWay) {
            flush();
            pendingStyle = style;
            pendingWay = way;
        }
        pending.append(
                switch (way) {
                    case FACE -> cluster.isBlank() ? " " : visible(cluster);
                    case NAMED -> Fallback.name(cluster);
                    case SYSTEM, SILENT -> cluster;
                });
    }

    /** @param words in the order of reading */
    void addRightToLeft(String words, TextStyle style) {
        flush();
        draw(words, Fallback.layout(words, style, true), style.color());
    }

    /** What follows is read in this turn, wherever it stands. @param next from 1 */
    void turn(int next) {
        flush();
        turn = next;
    }

    /** @param spaced whether a space that ended the line follows what is read last */
    List<Mark> marks(boolean spaced) {
        flush();
        if (spaced) {
            endInSpace();
        }
        return List.copyOf(marks);
    }

    private void endInSpace() {
        int last = -1;
        for (int i = 0; i < marks.size(); i++) {
            if (last < 0
                    || readingOf(marks.get(i)).turn()
                            >= readingOf(marks.get(last)).turn()) {
                last = i;
            }
        }
        if (last >= 0) {
            marks.set(last, spaced(marks.get(last)));
        }
    }

    /** How a mark is read; as it stands, where it has no words. */
    static Mark.Reading readingOf(Mark mark) {
        return switch (mark) {
            case Mark.Words w -> w.reading();
            case Mark.Drawn d -> d.reading();
            case Mark.Filled f -> Mark.Reading.FREE;
            case Mark.Lined l -> Mark.Reading.FREE;
            case Mark.Drawing d -> Mark.Reading.FREE;
        };
    }

    private static Mark spaced(Mark mark) {
        Mark.Reading as = readingOf(mark);
        Mark.Reading spaced = new Mark.Reading(as.tag(), as.line(), as.turn(), true);
        return switch (mark) {
            case Mark.Words w -> new Mark.Words(w.text(), w.x(), w.baseline(), w.style(), spaced);
            case Mark.Drawn d -> new Mark.Drawn(d.text(), d.outline(), d.color(), spaced);
            case Mark.Filled f -> f;
            case Mark.Lined l -> l;
            case Mark.Drawing d -> d;
        };
    }

    private Mark.Reading reading() {
        return new Mark.Reading(Optional.of(tag), line, turn, false);
    }

    double width() {
        flush();
        return x;
    }

    private void flush() {
        if (pendingStyle == null || pending.isEmpty()) {
            return;
        }
        String text = pending.toString();
        pending.setLength(0);
        if (pendingWay == Fallback.Way.SYSTEM) {
            draw(text, Fallback.layout(text, pendingStyle, false), pendingStyle.color());
        } else {
            TextStyle style = pendingWay == Fallback.Way.NAMED ? noteStyle(pendingStyle) : pendingStyle;
            marks.add(new Mark.Words(text, x, 0, style, reading()));
            x += style.width(text);
        }
    }

    private void draw(String text, TextLayout layout, Color color) {
        Shape outline = layout.getOutline(AffineTransform.getTranslateInstance(x, 0));
        marks.add(new Mark.Drawn(text, outline, color, reading()));
        x += layout.getAdvance();
    }

    /**
     * Without the characters that have no shape, which a font may draw as a box. A space that holds words together is
     * written as an ordinary one, which looks the same and is found when a PDF is searched.
     */
    static String visible(String cluster) {
        return cluster.length() == 1
                ? cluster.replace('\u00A0', ' ')
                : cluster.replaceAll("[\\u00AD\\uFEFF\\u200B-\\u200F\\u2060\\uFE00-\\uFE0F]", "");
    }

    static TextStyle noteStyle(TextStyle style) {
        return new TextStyle(Face.CONDENSED, style.size() * 0.8, style.color());
    }

    static Mark moved(Mark mark, double dx, double dy) {
        return switch (mark) {
            case Mark.Words w -> new Mark.Words(w.text(), w.x() + dx, w.baseline() + dy, w.style(), w.reading());
            case Mark.Drawn d -> new Mark.Drawn(d.text(), moved(d.outline(), dx, dy), d.color(), d.reading());
            case Mark.Filled f -> new Mark.Filled(moved(f.shape(), dx, dy), f.color());
            case Mark.Lined l -> new Mark.Lined(moved(l.shape(), dx, dy), l.color(), l.width(), l.dash());
            case Mark.Drawing d ->
                new Mark.Drawing(
                        d.x() + dx, d.y() + dy, d.width(), d.height(), d.scale(), d.painter(), d.alternative());
        };
    }

    private static Shape moved(Shape shape, double dx, double dy) {
        return AffineTransform.getTranslateInstance(dx, dy).createTransformedShape(shape);
    }
}
