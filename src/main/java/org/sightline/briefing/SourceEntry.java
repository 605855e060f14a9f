package org.sightline.briefing;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sightline.briefing.Galley.Entry;
import org.sightline.briefing.Galley.Strip;
import org.sightline.briefing.SourceIndex.Cited;
import org.sightline.source.Capture;
import org.sightline.source.Source;

/**
 * Sets one source of the list into strips: its number and title, who published it and when, its address, the captures
 * that are quoted, and the claims that rest on it.
 */
final class SourceEntry {
    private static final double GUTTER = 29;
    private static final double TITLE_LEADING = 11.4;
    private static final double LEADING = 10;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private final Cited cited;
    private final Map<Long, String> numbers;
    private final Ink ink;
    private final double width;
    private final Tag label;
    private final Tag body;
    private final List<Strip> strips = new ArrayList<>();

    /**
     * @param numbers of claims by their ids
     * @param list the list that it is an item of
     */
    SourceEntry(Cited cited, Map<Long, String> numbers, Ink ink, double columnWidth, Tag list) {
        this.cited = cited;
        this.numbers = numbers;
        this.ink = ink;
        this.width = columnWidth;
        Tag item = list.child(Tag.Role.ITEM);
        this.label = item.child(Tag.Role.LABEL);
        this.body = item.child(Tag.Role.BODY);
    }

    Entry set() {
        Source source = cited.source();
        title(source);
        text(published(source), body.child(Tag.Role.TEXT));
        source.url().ifPresent(url -> {
            Tag line = body.child(Tag.Role.TEXT);
            text(
                    url,
                    SourceIndex.address(source)
                            .map(to -> line.leading(to, Phrases.of("link.toSource", source.title(), to)))
                            .orElse(line));
        });
        cited.captures().forEach(capture -> text(captured(capture), body.child(Tag.Role.TEXT)));
        text(claims(), body.child(Tag.Role.TEXT));
        return new Entry(
                new Strip(9, true, (page, x, top) -> page.rule(x, top + 3, x + width, ink.rule(), 0.4)),
                strips,
                continued());
    }

    private Strip continued() {
        String words = Phrases.of("continued", Phrases.of("source.number", cited.number()));
        return new Strip(
                13,
                true,
                (page, x, top) -> page.line(words, ink.small().in(Face.SEMIBOLD), x + GUTTER, top + 8, width));
    }

    private void title(Source source) {
        Tag text = body.child(Tag.Role.TEXT).in(source.language());
        List<Paragraph.Line> lines = Paragraph.of(source.title(), ink.value().in(Face.SEMIBOLD))
                .as(text)
                .lines(width - GUTTER);
        String number = Phrases.of("source.number", cited.number());
        for (int i = 0; i < lines.size(); i++) {
            boolean first = i == 0;
            Paragraph.Line line = lines.get(i);
            strips.add(new Strip(TITLE_LEADING, true, (page, x, top) -> {
                if (first) {
                    page.target(SourceIndex.target(cited.number()), number + "  " + source.title(), top - 2, 1);
                    page.in(label, () -> page.line(number, ink.value().in(Face.SEMIBOLD), x, top + 8.5, GUTTER - 3));
                }
                put(page, line, x, top + 8.5);
            }));
        }
    }

    private static String published(Source source) {
        String date = source.published().map(Attribution::date).orElseGet(() -> Phrases.of("quote.undated"));
        String reliability = source.reliability()
                .map(r -> Phrases.of("reliability", r))
                .orElseGet(() -> Phrases.of("reliability.none"));
        String work = Stream.of(source.author().stream(), source.publisher().stream(), Stream.of(date))
                .flatMap(words -> words)
                .distinct()
                .collect(Collectors.joining(", "));
        return work + Phrases.SEPARATOR + reliability;
    }

    private static String captured(Capture capture) {
        return Phrases.of(
                "source.captured",
                Phrases.whole(capture.shortHash()),
                DAY.format(capture.retrieved().atOffset(ZoneOffset.UTC)));
    }

    private String claims() {
        List<String> all = cited.claims().stream()
                .map(claim -> numbers.getOrDefault(claim.id(), ""))
                .filter(number -> !number.isEmpty())
                .sorted(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
                .toList();
        return Phrases.of("source.claims", all.size(), String.join(", ", all));
    }

    private void text(String words, Tag tag) {
        List<Paragraph.Line> lines = Paragraph.of(words, ink.citation()).as(tag).lines(width - GUTTER);
        for (Paragraph.Line line : lines) {
            strips.add(new Strip(LEADING, true, (page, x, top) -> put(page, line, x, top + 8)));
        }
    }

    /** Right-to-left text begins at the right. */
    private void put(Page page, Paragraph.Line line, double x, double baseline) {
        double left = x + GUTTER;
        double from = line.rightToLeft() ? left + Math.max(0, width - GUTTER - line.width()) : left;
        page.addAll(line.marks(from, baseline));
    }
}
