package org.sightline.briefing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Remembers paragraphs, so that those which are set in several widths, to see which is best, are measured once. It holds
 * all it was asked for: for a few claims, and no longer than these are laid out. One thread.
 */
final class Words {
    private final Map<List<Paragraph.Span>, Paragraph> measured = new HashMap<>();

    Paragraph of(String text, TextStyle style) {
        return of(List.of(new Paragraph.Span(text, style)));
    }

    Paragraph of(List<Paragraph.Span> spans) {
        return measured.computeIfAbsent(List.copyOf(spans), Paragraph::of);
    }
}
