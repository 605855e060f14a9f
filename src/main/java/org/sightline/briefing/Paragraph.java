package org.sightline.briefing;

import java.text.Bidi;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Sets text into lines: breaks where Unicode allows it (UAX 14), inside a word only when the word alone is wider than
 * the line, and orders right-to-left runs by UAX 9. Immutable.
 */
final class Paragraph {
    private static final String ELLIPSIS = "\u2026";

    private final String text;
    private final List<Cluster> clusters;
    private final Tag tag;

    /** A stretch of text in one style. */
    record Span(String text, TextStyle style) {}

    /** What a reader takes for one character. */
    private record Cluster(int start, String text, TextStyle style, Fallback.Way way, double width) {
        int end() {
            return start + text.length();
        }

        boolean blank() {
            return text.isBlank();
        }
    }

    /** One set line. */
    static final class Line {
        private final List<Mark> atOrigin;
        private final double width;
        private final boolean rightToLeft;

        private Line(List<Mark> atOrigin, double width, boolean rightToLeft) {
            this.atOrigin = atOrigin;
            this.width = width;
            this.rightToLeft = rightToLeft;
        }

        double width() {
            return width;
        }

        boolean rightToLeft() {
            return rightToLeft;
        }

        List<Mark> marks(double x, double baseline) {
            return atOrigin.stream().map(m -> TextRuns.moved(m, x, baseline)).toList();
        }
    }

    private Paragraph(String text, List<Cluster> clusters, Tag tag) {
        this.text = text;
        this.clusters = clusters;
        this.tag = tag;
    }

    static Paragraph of(List<Span> spans) {
        StringBuilder all = new StringBuilder();
        List<Cluster> clusters = new ArrayList<>();
        for (Span span : spans) {
            String clean = printable(span.text());
            BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
            characters.setText(clean);
            int start = characters.first();
            for (int end = characters.next(); end != BreakIterator.DONE; start = end, end = characters.next()) {
                clusters.add(cluster(all.length() + start, clean.substring(start, end), span.style()));
            }
            all.append(clean);
        }
        return new Paragraph(all.toString(), clusters, Tag.of(Tag.Role.TEXT));
    }

    /** The same, read as another tag than a paragraph of its own. */
    Paragraph as(Tag other) {
        return new Paragraph(text, clusters, other);
    }

    static Paragraph of(String text, TextStyle style) {
        return of(List.of(new Span(text, style)));
    }

    /** Line ends stay; other control characters become spaces, which is how they were read. */
    private static String printable(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean loneSurrogate = Character.isSurrogate(c) && !pairedAt(text, i);
            clean.append(loneSurrogate ? '\uFFFD' : c != '\n' && Character.isISOControl(c) ? ' ' : c);
        }
        return clean.toString();
    }

    private static boolean pairedAt(String text, int i) {
        return Character.isHighSurrogate(text.charAt(i))
                ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    }

    private static Cluster cluster(int start, String text, TextStyle style) {
        Fallback.Way way = text.isBlank() ? Fallback.Way.FACE : Fallback.wayOf(text, style.face());
        double width = switch (way) {
            case FACE -> style.width(text.isBlank() ? blank(text) : TextRuns.visible(text));
            case SYSTEM -> Fallback.layout(text, style, false).getAdvance();
            case NAMED -> TextRuns.noteStyle(style).width(Fallback.name(text));
            case SILENT -> 0;
        };
        return new Cluster(start, text, style, way, width);
    }

    private static String blank(String text) {
        return text.equals("\n") ? "" : " ";
    }

    /** The text on one line, shortened with an ellipsis where it is wider than {@code width}. */
    static Line oneLine(String text, TextStyle style, double width) {
        Paragraph whole = of(text.replace('\n', ' '), style);
        if (whole.widthOf(0, whole.clusters.size()) <= width + SLACK) {
            return whole.line(0, whole.clusters.size(), readsRightToLeft(text), 0);
        }
        int fitting = whole.fitting(0, whole.clusters.size(), width - style.width(ELLIPSIS));
        String kept = whole.textOf(0, fitting).stripTrailing();
        Paragraph shortened = of(kept + ELLIPSIS, style);
        return shortened.line(0, shortened.clusters.size(), readsRightToLeft(text), 0);
    }

    /** Room for the rounding of a sum. */
    private static final double SLACK = 0.01;

    /** The lines of the text in a column of {@code width} points; at least one. */
    List<Line> lines(double width) {
        List<Line> lines = new ArrayList<>();
        int lineStart = 0;
        for (int at = 0; at <= clusters.size(); at++) {
            if (at == clusters.size() || clusters.get(at).text().equals("\n")) {
                breakLines(lineStart, at, width, lines);
                lineStart = at + 1;
            }
        }
        return lines;
    }

    private void breakLines(int from, int to, double width, List<Line> lines) {
        boolean[] mayBreak = breakOpportunities(from, to);
        boolean rightToLeft = readsRightToLeft(textOf(from, to));
        int start = from;
        while (true) {
            int end = fitting(start, to, width);
            if (end >= to) {
                lines.add(line(start, to, rightToLeft, lines.size()));
                return;
            }
            int cut = end;
            while (cut > start && !mayBreak[cut - from]) {
                cut--;
            }
            if (cut == start) {
                // a word wider than the line: at least one character goes on it
                cut = Math.max(end, start + 1);
            }
            lines.add(line(start, cut, rightToLeft, lines.size()));
            start = cut;
            while (start < to && clusters.get(start).blank()) {
                start++;
            }
        }
    }

    /** The first cluster that no longer fits; blanks at the end hang over. */
    private int fitting(int from, int to, double width) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            Cluster cluster = clusters.get(i);
            sum += cluster.width();
            if (sum > width + SLACK && !cluster.blank()) {
                return i;
            }
        }
        return to;
    }

    private boolean[] breakOpportunities(int from, int to) {
        boolean[] may = new boolean[to - from + 1];
        if (from >= to) {
            return may;
        }
        int base = clusters.get(from).start();
        BreakIterator breaks = BreakIterator.getLineInstance(Locale.ROOT);
        breaks.setText(text.substring(base, clusters.get(to - 1).end()));
        // asked one by one with isBoundary, a long text would take time that grows with its square
        int next = breaks.first();
        for (int i = from; i < to; i++) {
            int at = clusters.get(i).start() - base;
            while (next != BreakIterator.DONE && next < at) {
                next = breaks.next();
            }
            may[i - from] = next == at && !insideTime(clusters.get(i).start());
        }
        return may;
    }

    /** "09:30" stays whole. */
    private boolean insideTime(int at) {
        return at > 1
                && text.charAt(at - 1) == ':'
                && Character.isDigit(text.charAt(at - 2))
                && Character.isDigit(text.charAt(at));
    }

    private double widthOf(int from, int to) {
        return clusters.subList(from, to).stream().mapToDouble(Cluster::width).sum();
    }

    private String textOf(int from, int to) {
        return from >= to
                ? ""
                : text.substring(
                        clusters.get(from).start(), clusters.get(to - 1).end());
    }

    /** UAX 9, rules P2 and P3: the first strong character decides for the paragraph, and for each of its lines. */
    private static boolean readsRightToLeft(String paragraph) {
        return !paragraph.isEmpty() && !new Bidi(paragraph, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight();
    }

    private Line line(int from, int to, boolean rightToLeft, int number) {
        int end = to;
        while (end > from && clusters.get(end - 1).blank()) {
            end--;
        }
        TextRuns runs = new TextRuns(tag, number);
        String words = textOf(from, end);
        char[] chars = words.toCharArray();
        if (!rightToLeft && !Bidi.requiresBidi(chars, 0, chars.length)) {
            clusters.subList(from, end).forEach(c -> runs.add(c.text(), c.style(), c.way()));
        } else {
            addMixed(runs, from, end, words, rightToLeft);
        }
        // without the space at which the line was broken, its last word and the next line's first would be read as one
        boolean spaced = end < clusters.size() && clusters.get(end).blank();
        return new Line(runs.marks(spaced), runs.width(), rightToLeft);
    }

    private void addMixed(TextRuns runs, int from, int to, String words, boolean rightToLeft) {
        Bidi bidi = new Bidi(words, rightToLeft ? Bidi.DIRECTION_RIGHT_TO_LEFT : Bidi.DIRECTION_LEFT_TO_RIGHT);
        int runCount = bidi.getRunCount();
        byte[] levels = new byte[runCount];
        Integer[] order = new Integer[runCount];
        for (int i = 0; i < runCount; i++) {
            levels[i] = (byte) bidi.getRunLevel(i);
            order[i] = i;
        }
        Bidi.reorderVisually(levels, 0, order, 0, runCount);
        int base = from < to ? clusters.get(from).start() : 0;
        for (int run : order) {
            runs.turn(run + 1);
            int start = base + bidi.getRunStart(run);
            int limit = base + bidi.getRunLimit(run);
            List<Cluster> inRun = clusters.subList(from, to).stream()
                    .filter(c -> c.start() >= start && c.start() < limit)
                    .toList();
            addRun(runs, inRun, bidi.getRunLevel(run) % 2 == 1);
        }
    }

    private static void addRun(TextRuns runs, List<Cluster> clusters, boolean rightToLeft) {
        if (!rightToLeft) {
            clusters.forEach(c -> runs.add(c.text(), c.style(), c.way()));
            return;
        }
        boolean named = clusters.stream().anyMatch(c -> c.way() == Fallback.Way.NAMED);
        if (named) {
            // without a font for the script there is no shape to order; the names follow the reading
            clusters.forEach(c -> runs.add(c.text(), c.style(), c.way()));
        } else if (!clusters.isEmpty()) {
            StringBuilder words = new StringBuilder();
            clusters.forEach(c -> words.append(c.text()));
            runs.addRightToLeft(words.toString(), clusters.getFirst().style());
        }
    }
}
