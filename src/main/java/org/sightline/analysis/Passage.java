package org.sightline.analysis;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.FilteredBreakIteratorBuilder;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;

/**
 * Selected words among the sentences and the paragraph about them. Offsets are UTF-16 code units into the whole text, end
 * exclusive.
 *
 * @param sentences of the paragraph, in order
 */
record Passage(String text, Span selection, Span paragraph, List<Span> sentences) {

    /** How far a paragraph is followed on either side; some pages are one endless paragraph. */
    private static final int REACH = 2_000;

    /** How much of a sentence is read on either side of the selection. */
    private static final int LONGEST = 500;

    record Span(int start, int end) {
        String in(String text) {
            return text.substring(start, end);
        }

        boolean overlaps(int from, int to) {
            return start < to && from < end;
        }

        boolean holds(int from, int to) {
            return start <= from && to <= end;
        }
    }

    static Passage of(String text, int start, int end) {
        int first = start;
        int last = end;
        while (first < last && Character.isWhitespace(text.charAt(first))) {
            first++;
        }
        while (last > first && Character.isWhitespace(text.charAt(last - 1))) {
            last--;
        }
        Span paragraph = paragraph(text, first, last);
        return new Passage(text, new Span(first, last), paragraph, sentences(text, paragraph));
    }

    private static Span paragraph(String text, int start, int end) {
        int before = text.lastIndexOf("\n\n", Math.max(0, start - 1));
        int after = text.indexOf("\n\n", end);
        int from = Math.max(before < 0 ? 0 : before + 2, start - REACH);
        int to = Math.min(after < 0 ? text.length() : after, end + REACH);
        return new Span(from, to);
    }

    private static List<Span> sentences(String text, Span paragraph) {
        String words = withoutWrapping(paragraph.in(text));
        BreakIterator iterator = FilteredBreakIteratorBuilder.getInstance(ULocale.ENGLISH)
                .wrapIteratorWithFilter(BreakIterator.getSentenceInstance(ULocale.ENGLISH));
        iterator.setText(words);
        List<Span> sentences = new ArrayList<>();
        int from = iterator.first();
        for (int to = iterator.next(); to != BreakIterator.DONE; to = iterator.next()) {
            if (!words.substring(from, to).isBlank()) {
                sentences.add(trimmed(text, paragraph.start + from, paragraph.start + to));
            }
            from = to;
        }
        return List.copyOf(sentences);
    }

    private static Span trimmed(String text, int start, int end) {
        int last = end;
        while (last > start && Character.isWhitespace(text.charAt(last - 1))) {
            last--;
        }
        return new Span(start, last);
    }

    /** A line end inside a sentence is only where the line was full; offsets stay the same. */
    private static String withoutWrapping(String words) {
        StringBuilder flowing = new StringBuilder(words);
        for (int i = 1; i < flowing.length(); i++) {
            if (flowing.charAt(i) == '\n' && ".!?:\u201D\"".indexOf(flowing.charAt(i - 1)) < 0) {
                flowing.setCharAt(i, ' ');
            }
        }
        return flowing.toString();
    }

    String selected() {
        return selection.in(text);
    }

    /** The sentences that the selection touches, as one stretch; of an endless one, the part about the selection. */
    Span about() {
        List<Span> touched = sentences.stream()
                .filter(s -> s.overlaps(selection.start, selection.end))
                .toList();
        if (touched.isEmpty()) {
            return selection;
        }
        int start = Math.min(selection.start, touched.get(0).start);
        int end = Math.max(selection.end, touched.get(touched.size() - 1).end);
        return new Span(
                start < selection.start - LONGEST ? wordEdge(selection.start - LONGEST) : start,
                end > selection.end + LONGEST ? wordEdge(selection.end + LONGEST) : end);
    }

    private int wordEdge(int at) {
        int edge = at;
        while (edge > 0 && edge < text.length() && !Character.isWhitespace(text.charAt(edge))) {
            edge++;
        }
        return Math.min(edge, text.length());
    }

    /** The sentences of the paragraph before those of the selection, the nearest first. */
    List<Span> before() {
        int from = about().start;
        return sentences.stream().filter(s -> s.end <= from).toList().reversed();
    }

    /** The sentences of the paragraph after those of the selection. */
    List<Span> after() {
        int to = about().end;
        return sentences.stream().filter(s -> s.start >= to).toList();
    }

    /** Whether the selection begins within quotation marks that open in its paragraph. */
    boolean isSpoken() {
        String before = text.substring(paragraph.start, selection.start);
        int opened = Math.max(before.lastIndexOf('\u201C'), before.lastIndexOf('«'));
        int closed = Math.max(before.lastIndexOf('\u201D'), before.lastIndexOf('»'));
        boolean beginsWithMark =
                !selected().isEmpty() && "\u201C«\"".indexOf(selected().charAt(0)) >= 0;
        long straight = before.chars().filter(c -> c == '"').count();
        return opened > closed || beginsWithMark || opened < 0 && straight % 2 == 1;
    }
}
