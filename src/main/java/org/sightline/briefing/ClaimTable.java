package org.sightline.briefing;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sightline.analysis.Dossier;
import org.sightline.analysis.Dossier.Citation;
import org.sightline.briefing.Galley.Entry;
import org.sightline.briefing.Galley.Strip;
import org.sightline.claim.Claim;
import org.sightline.claim.Place;
import org.sightline.claim.Quantity;
import org.sightline.claim.When;
import org.sightline.source.Source;

/** Claims as the rows of a table of a given width: what, when, where, and which captures say so. */
final class ClaimTable {
    private static final double LEADING = 9.8;
    private static final double AIR = 6;
    private static final double BADGE = 26;
    private static final double WIDE = 470;

    private final Dossier dossier;
    private final BriefingSpec spec;
    private final SourceIndex sources;
    private final Ink ink;
    private final double width;
    private final List<Column> columns;
    private final Tag table = Tag.of(Tag.Role.TABLE);
    private boolean headed;

    /** @param left from the table's left edge */
    private record Column(String title, double left, double width) {}

    ClaimTable(Setting setting, double width) {
        this.dossier = setting.dossier();
        this.spec = setting.spec();
        this.sources = setting.sources();
        this.ink = setting.ink();
        this.width = width;
        this.columns = width >= WIDE
                ? columns(new String[] {"claim", "when", "where", "judgement", "sources"}, 36, 15, 17, 13, 19)
                : columns(new String[] {"claim", "whenWhere", "sources"}, 46, 26, 28);
    }

    private List<Column> columns(String[] keys, int... shares) {
        List<Column> all = new ArrayList<>();
        double x = BADGE;
        for (int i = 0; i < keys.length; i++) {
            double share = (width - BADGE) * shares[i] / 100;
            all.add(new Column(Phrases.of("table." + keys[i]), x, share - AIR));
            x += share;
        }
        return all;
    }

    /** The names of the columns. */
    Strip head() {
        Tag named = table.child(Tag.Role.ROW);
        return new Strip(20, true, (page, x, top) -> {
            boolean again = headed; // at the top of a further column, for the eye alone
            headed = true;
            for (Column column : columns) {
                page.in(
                        again ? Tag.DECORATION : named.child(Tag.Role.COLUMN_HEADER),
                        () -> page.line(
                                column.title(),
                                ink.label().in(Face.SEMIBOLD),
                                x + column.left(),
                                top + 8,
                                column.width()));
            }
            page.rule(x, top + 11.5, x + width, ink.text(), 0.8);
        });
    }

    /**
     * @param seen what maps show
     * @param target whether links to the claim lead here
     */
    Entry row(Claim claim, String number, Scene.Seen seen, boolean target) {
        Tag row = table.child(Tag.Role.ROW);
        Tag first = row.child(Tag.Role.CELL);
        boolean onMap = seen.on().contains(claim.id());
        List<List<Paragraph.Line>> cells = cells(claim, row, first);
        int tallest = cells.stream().mapToInt(List::size).max().orElse(1);
        List<Strip> strips = new ArrayList<>();
        for (int i = 0; i < tallest; i++) {
            int line = i;
            boolean tied = i < 1 || i >= tallest - 2 && i < tallest - 1;
            strips.add(new Strip(LEADING, tied, (page, x, top) -> {
                if (line == 0) {
                    badge(page, claim, number, x, top, onMap ? first.child(Tag.Role.LINK) : first);
                    if (target) {
                        page.target("claim-" + number, number + "  " + claim.statement(), top - 4, 1);
                    }
                }
                put(page, cells, line, x, top);
            }));
        }
        if (tallest == 1) {
            strips.add(Strip.space(LEADING * 0.5, true)); // the badge is higher than a line
        }
        return new Entry(rule(), strips, continued(number));
    }

    private void badge(Page page, Claim claim, String number, double x, double top, Tag tag) {
        page.in(tag, () -> {
            page.add(ClaimBadge.of(claim, number, spec.theme(), spec.symbols(), x + 11, top + 6));
            if (tag.role() == Tag.Role.LINK) {
                page.link(
                        new Rectangle2D.Double(x + 1, top - 4, 20, 20),
                        "map-" + number,
                        Phrases.of("link.toMap", number));
            }
        });
    }

    private void put(Page page, List<List<Paragraph.Line>> cells, int line, double x, double top) {
        for (int c = 0; c < cells.size(); c++) {
            if (line < cells.get(c).size()) {
                Paragraph.Line words = cells.get(c).get(line);
                Column column = columns.get(c);
                double left = x + column.left();
                double from = words.rightToLeft() ? left + Math.max(0, column.width() - words.width()) : left;
                page.addAll(words.marks(from, top + 8));
            }
        }
    }

    private Strip rule() {
        return new Strip(7, true, (page, x, top) -> page.rule(x, top + 2.5, x + width, ink.rule(), 0.4));
    }

    private Strip continued(String number) {
        String text = Phrases.of("continued", number);
        return new Strip(
                11, true, (page, x, top) -> page.line(text, ink.small().in(Face.SEMIBOLD), x + BADGE, top + 8, width));
    }

    private List<List<Paragraph.Line>> cells(Claim claim, Tag row, Tag first) {
        List<Paragraph> texts = new ArrayList<>();
        texts.add(statement(claim));
        Paragraph when = value(claim.when().map(When::display).orElseGet(() -> Phrases.of("table.none")));
        String where = claim.place().map(this::where).orElseGet(() -> Phrases.of("table.none"));
        if (width >= WIDE) {
            texts.add(when);
            texts.add(value(where));
            String roots = Phrases.of("roots", dossier.independentRoots(claim)).replace('\u00a0', ' ');
            texts.add(value(Phrases.of("status", claim.status()) + "\n" + roots));
        } else {
            texts.add(value(claim.when().map(w -> w.display() + "\n" + where).orElse(where)));
        }
        List<List<Paragraph.Line>> cells = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            Tag cell = i == 0 ? first : row.child(Tag.Role.CELL);
            cells.add(texts.get(i).as(cell).lines(columns.get(i).width()));
        }
        cells.add(sources(claim, row.child(Tag.Role.CELL), columns.getLast().width()));
        return cells;
    }

    /** In a briefing with a list of sources each begins a line, and leads there. */
    private List<Paragraph.Line> sources(Claim claim, Tag cell, double room) {
        List<Citation> citations = dossier.citations(claim);
        if (citations.isEmpty() || sources.cited().isEmpty()) {
            return sources(claim).as(cell).lines(room);
        }
        Set<Source> named = new LinkedHashSet<>();
        List<Paragraph.Line> lines = new ArrayList<>();
        for (Citation citation : citations) {
            Source source = citation.source();
            if (named.add(source)) {
                String words = sources.mark(source) + named(citation);
                lines.addAll(Paragraph.of(words, ink.citation().at(7.6))
                        .as(sources.leading(source, cell))
                        .lines(room));
            }
        }
        if (citations.stream().anyMatch(citation -> !citation.intact())) {
            lines.addAll(Paragraph.of(
                            Phrases.of("quote.orphaned"),
                            ink.citation().in(ink.warning()).in(Face.BOLD))
                    .as(cell)
                    .lines(room));
        }
        return lines;
    }

    private static String named(Citation citation) {
        return Phrases.of(
                "table.source",
                citation.source().shortName(),
                Phrases.whole(citation.capture().shortHash()));
    }

    /** May be broken over lines, for the column is narrow. */
    private String where(Place place) {
        return ClaimFacts.called(place, spec.notation()).replace('\u00a0', ' ');
    }

    private Paragraph statement(Claim claim) {
        List<Paragraph.Span> spans = new ArrayList<>();
        spans.add(new Paragraph.Span(claim.statement(), ink.value().in(Face.MEDIUM)));
        claim.quantity()
                .map(Quantity::display)
                .ifPresent(many -> spans.add(new Paragraph.Span(Phrases.SEPARATOR + many, ink.citation())));
        return Paragraph.of(spans);
    }

    private Paragraph value(String words) {
        return Paragraph.of(words, ink.value().at(8));
    }

    /** Each source once, with the digits of its capture; a lost quote is called so. */
    private Paragraph sources(Claim claim) {
        Set<String> named = new LinkedHashSet<>();
        boolean lost = false;
        for (Citation citation : dossier.citations(claim)) {
            named.add(named(citation));
            lost |= !citation.intact();
        }
        if (named.isEmpty()) {
            return Paragraph.of(Phrases.of("quote.none"), ink.citation().in(ink.warning()));
        }
        List<Paragraph.Span> spans = new ArrayList<>();
        spans.add(new Paragraph.Span(String.join("; ", named), ink.citation().at(7.6)));
        if (lost) {
            spans.add(new Paragraph.Span(
                    Phrases.SEPARATOR + Phrases.of("quote.orphaned"),
                    ink.citation().in(ink.warning()).in(Face.BOLD)));
        }
        return Paragraph.of(spans);
    }

    /** The rows one above another. */
    static double height(List<Entry> rows) {
        return rows.stream()
                .mapToDouble(row -> row.before().height() + MapMargin.height(row.strips()))
                .sum();
    }

    /** What a table without rows says. */
    static Optional<String> emptyWords(List<Claim> claims) {
        return claims.isEmpty() ? Optional.of(Phrases.of("empty.text")) : Optional.empty();
    }
}
