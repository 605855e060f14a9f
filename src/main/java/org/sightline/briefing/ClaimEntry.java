package org.sightline.briefing;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.sightline.analysis.Dossier;
import org.sightline.analysis.Dossier.Citation;
import org.sightline.briefing.Galley.Entry;
import org.sightline.briefing.Galley.Strip;
import org.sightline.claim.Claim;
import org.sightline.source.Source;

/** Sets one claim of the list into strips: badge and statement, facts, then each quote with where it comes from. */
final class ClaimEntry {
    private static final double GUTTER = 29;
    private static final double LABEL = 54;
    private static final double QUOTE_INDENT = 8;
    private static final double STATEMENT_LEADING = 12;
    private static final double FACT_LEADING = 10.8;
    private static final double QUOTE_LEADING = 11.6;
    private static final double CITATION_LEADING = 10;

    private final Claim claim;
    private final String number;
    private final Dossier dossier;
    private final BriefingSpec spec;
    private final SourceIndex sources;
    private final Ink ink;
    private final double width;
    private final Words words;
    private final Tag entry = Tag.of(Tag.Role.SECTION);
    private final Tag heading;
    private final List<Strip> strips = new ArrayList<>();
    private boolean isOnMap;

    /** @param rank of its heading: below the list's, or the first below the page's title */
    ClaimEntry(Claim claim, String number, Setting setting, double columnWidth, Tag.Role rank) {
        this(claim, number, setting, columnWidth, rank, new Words());
    }

    /** @param words that were measured already, for another width */
    ClaimEntry(Claim claim, String number, Setting setting, double columnWidth, Tag.Role rank, Words words) {
        this.words = words;
        this.heading = entry.child(rank);
        this.claim = claim;
        this.number = number;
        this.dossier = setting.dossier();
        this.spec = setting.spec();
        this.sources = setting.sources();
        this.ink = setting.ink();
        this.width = columnWidth;
    }

    /** @param seen what maps show */
    Entry set(Scene.Seen seen) {
        boolean offMap = seen.off().contains(claim.id());
        isOnMap = seen.on().contains(claim.id());
        statement();
        Tag facts = entry.child(Tag.Role.TABLE);
        ClaimFacts.of(claim, dossier, spec.notation(), offMap).forEach(fact -> fact(fact, facts.child(Tag.Role.ROW)));
        strips.add(Strip.space(4, true));
        List<Citation> citations = dossier.citations(claim);
        if (citations.isEmpty()) {
            noQuote();
        }
        for (int i = 0; i < citations.size(); i++) {
            if (i > 0) {
                strips.add(Strip.space(4, false));
            }
            quote(citations.get(i));
        }
        return new Entry(separator(), strips, continued());
    }

    private Strip separator() {
        return new Strip(14, true, (page, x, top) -> page.rule(x, top + 5, x + width, ink.rule(), 0.4));
    }

    private Strip continued() {
        String text = Phrases.of("continued", number);
        return new Strip(
                13, true, (page, x, top) -> page.line(text, ink.small().in(Face.SEMIBOLD), x + GUTTER, top + 8, width));
    }

    private void statement() {
        List<Paragraph.Span> spans = new ArrayList<>();
        spans.add(new Paragraph.Span(claim.statement(), ink.statement()));
        if (!number.equals(Long.toString(claim.id()))) {
            spans.add(new Paragraph.Span("  " + Phrases.of("claim.id", Long.toString(claim.id())), ink.small()));
        }
        List<Paragraph.Line> lines = words.of(spans).as(heading).lines(width - GUTTER);
        for (int i = 0; i < lines.size(); i++) {
            boolean first = i == 0;
            Paragraph.Line line = lines.get(i);
            strips.add(new Strip(STATEMENT_LEADING, true, (page, x, top) -> {
                if (first) {
                    number(page, x, top);
                }
                put(page, line, x + GUTTER, top + 9.5, width - GUTTER);
            }));
        }
        strips.add(Strip.space(3, true));
    }

    private void number(Page page, double x, double top) {
        page.target("claim-" + number, number + "  " + claim.statement(), top - 4, 1);
        Mark badge = ClaimBadge.of(claim, number, spec.theme(), spec.symbols(), x + 11, top + 6.5);
        if (!isOnMap) {
            page.in(heading, () -> page.add(badge));
            return;
        }
        page.in(heading.child(Tag.Role.LINK), () -> {
            page.add(badge);
            page.link(
                    new Rectangle2D.Double(x + 1, top - 4, 20, 20), "map-" + number, Phrases.of("link.toMap", number));
        });
    }

    private void fact(ClaimFacts.Fact fact, Tag row) {
        Tag label = row.child(Tag.Role.ROW_HEADER);
        List<Paragraph.Line> lines =
                words.of(fact.value(), ink.value()).as(row.child(Tag.Role.CELL)).lines(width - GUTTER - LABEL);
        for (int i = 0; i < lines.size(); i++) {
            boolean first = i == 0;
            Paragraph.Line line = lines.get(i);
            strips.add(new Strip(FACT_LEADING, true, (page, x, top) -> {
                if (first) {
                    page.in(label, () -> page.line(fact.label(), ink.label(), x + GUTTER, top + 8.5, LABEL - 4));
                }
                put(page, line, x + GUTTER + LABEL, top + 8.5, width - GUTTER - LABEL);
            }));
        }
        strips.add(Strip.space(0.7, true));
    }

    private void noQuote() {
        words.of(Phrases.of("quote.none"), ink.quote().in(ink.warning()).in(Face.SEMIBOLD))
                .as(entry.child(Tag.Role.TEXT))
                .lines(width - GUTTER)
                .forEach(line -> strips.add(new Strip(
                        QUOTE_LEADING, false, (page, x, top) -> put(page, line, x + GUTTER, top + 9, width - GUTTER))));
    }

    private void quote(Citation citation) {
        if (!citation.intact()) {
            orphaned();
        }
        double inner = width - GUTTER - QUOTE_INDENT;
        Source from = citation.source();
        Tag quote = entry.child(Tag.Role.QUOTE).child(Tag.Role.TEXT).in(from.language());
        List<Paragraph.Line> spoken = words.of("\u201c" + citation.quote().exact() + "\u201d", ink.quote())
                .as(quote)
                .lines(inner);
        for (int i = 0; i < spoken.size(); i++) {
            // two lines at least stay together at either end, and the last two with the citation
            boolean tied = i == 0 || i >= spoken.size() - 2;
            barred(spoken.get(i), QUOTE_LEADING, 9, tied);
        }
        List<Paragraph.Line> source =
                new ArrayList<>(words.of(sources.mark(from) + Attribution.of(citation), ink.citation())
                        .as(sources.leading(from, entry.child(Tag.Role.TEXT)))
                        .lines(inner));
        Attribution.relays(citation, dossier)
                .ifPresent(chain -> source.addAll(words.of(chain, ink.citation())
                        .as(entry.child(Tag.Role.TEXT))
                        .lines(inner)));
        for (int i = 0; i < source.size(); i++) {
            barred(source.get(i), CITATION_LEADING, 8, i < source.size() - 1);
        }
    }

    private void barred(Paragraph.Line line, double leading, double baseline, boolean tied) {
        strips.add(new Strip(leading, tied, (page, x, top) -> {
            page.add(new Mark.Filled(new Rectangle2D.Double(x + GUTTER, top, 1.4, leading), ink.quoteBar()));
            put(page, line, x + GUTTER + QUOTE_INDENT, top + baseline, width - GUTTER - QUOTE_INDENT);
        }));
    }

    /** White on a filled box: it is seen in black and white too. */
    private void orphaned() {
        TextStyle alarm = ink.alarm();
        String label = Phrases.of("quote.orphaned");
        Tag warning = entry.child(Tag.Role.TEXT);
        double box = alarm.width(label) + 8;
        TextStyle why = ink.citation().in(ink.warning());
        List<Paragraph.Line> reason =
                words.of(Phrases.of("quote.orphaned.text"), why).as(warning).lines(width - GUTTER - box - 6);
        for (int i = 0; i < reason.size(); i++) {
            boolean first = i == 0;
            Paragraph.Line line = reason.get(i);
            strips.add(new Strip(first ? 12.5 : CITATION_LEADING, true, (page, x, top) -> {
                if (first) {
                    page.add(new Mark.Filled(new Rectangle2D.Double(x + GUTTER, top - 0.5, box, 11.5), ink.warning()));
                    page.in(warning, () -> page.line(label + " ", alarm, x + GUTTER + 4, top + 8, box));
                }
                put(page, line, x + GUTTER + box + 6, top + 8, width);
            }));
        }
        strips.add(Strip.space(1.5, true));
    }

    /** Right-to-left text begins at the right. */
    private static void put(Page page, Paragraph.Line line, double x, double baseline, double width) {
        double from = line.rightToLeft() ? x + Math.max(0, width - line.width()) : x;
        page.addAll(line.marks(from, baseline));
    }
}
