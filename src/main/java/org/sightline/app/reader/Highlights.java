package org.sightline.app.reader;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;
import org.sightline.app.desk.BoardView.Quoted;

/**
 * Which stretches of a text are highlighted, and how. Quotes may overlap; a stretch that belongs to several of them is
 * drawn darker. Orphaned quotes have no place in the text and are left out.
 */
final class Highlights {
    private Highlights() {}

    /** Something in a text that is drawn in its own way. */
    private record Mark(int start, int end, String style) {}

    /**
     * @param found hits of the search in the text, as starts
     * @param length of what was searched for
     */
    static StyleSpans<Collection<String>> of(
            String text, List<Quoted> quotes, Set<UUID> selected, List<Integer> found, int length) {
        List<Mark> marks = new ArrayList<>();
        for (Quoted quoted : quotes) {
            if (quoted.quote().intactIn(text)
                    && quoted.quote().end() > quoted.quote().start()) {
                String style = selected.contains(quoted.claim().uuid()) ? "quote-selected" : "quote";
                marks.add(new Mark(quoted.quote().start(), quoted.quote().end(), style));
            }
        }
        found.forEach(start -> marks.add(new Mark(start, start + length, "found")));
        return spans(text.length(), marks);
    }

    private static StyleSpans<Collection<String>> spans(int length, List<Mark> marks) {
        TreeSet<Integer> edges = new TreeSet<>(List.of(0, length));
        marks.forEach(mark -> {
            edges.add(mark.start());
            edges.add(mark.end());
        });
        List<Mark> byStart = new ArrayList<>(marks);
        byStart.sort(java.util.Comparator.comparingInt(Mark::start));
        StyleSpansBuilder<Collection<String>> spans = new StyleSpansBuilder<>();
        List<Mark> open = new ArrayList<>();
        int next = 0;
        int from = 0;
        for (int edge : edges.tailSet(0, false)) {
            while (next < byStart.size() && byStart.get(next).start() <= from) {
                open.add(byStart.get(next++));
            }
            int at = from;
            open.removeIf(mark -> mark.end() <= at);
            spans.add(stylesOf(open), edge - from);
            from = edge;
        }
        if (length == 0) {
            spans.add(Set.of(), 0);
        }
        return spans.create();
    }

    private static Collection<String> stylesOf(List<Mark> open) {
        Set<String> styles = new HashSet<>();
        long quotes =
                open.stream().filter(mark -> !mark.style().equals("found")).count();
        open.forEach(mark -> styles.add(mark.style()));
        if (quotes > 1) {
            styles.add("quote-shared");
        }
        return styles;
    }
}
