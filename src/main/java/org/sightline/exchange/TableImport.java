package org.sightline.exchange;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.DomainException;
import org.sightline.board.Board;
import org.sightline.board.Change;
import org.sightline.claim.Claim;
import org.sightline.claim.Modality;
import org.sightline.claim.Place;
import org.sightline.claim.Quantity;
import org.sightline.claim.Status;
import org.sightline.claim.When;
import org.sightline.exchange.ColumnRoles.Role;
import org.sightline.jobs.Jobs;
import org.sightline.jobs.ReadAhead;
import org.sightline.source.Anchoring;
import org.sightline.source.Capture;
import org.sightline.source.CapturedText;
import org.sightline.source.PublicationDate;
import org.sightline.source.Quote;
import org.sightline.source.Source;

/**
 * Brings a table of claims into a board, as one act. Each row is a claim. What the rows quote from one source becomes a
 * capture of that source, one quote a line: the words as the table has them, with the table named in the source's title.
 * Columns that are not understood go into the notes, and so does what finds no place in the claim: the source of a row
 * without a quote, a place that is only named, what is counted where no number is. What the board has already by
 * {@link KnownRows} is left out.
 */
final class TableImport {
    private static final int REPORT_EVERY = 1024;
    private static final double SHARE_OF_FIRST_READING = 0.1;
    private static final int NONE = -1;

    private final Table table;
    private final ColumnRoles columns;
    private final CellReading cells;
    private final int quoteColumn; // -1 when there is none
    private final int sourceColumn;
    private final Set<Long> partlyRead = new HashSet<>(); // the lines of rows that cannot be taken

    /** @throws DomainException when it is no table of claims */
    TableImport(Table table, Mapping mapping) {
        this.table = table;
        this.columns = ColumnRoles.of(table.header(), mapping, table.name());
        this.cells = new CellReading(columns, mapping);
        this.quoteColumn = columns.column(Role.QUOTE).orElse(-1);
        this.sourceColumn = columns.column(Role.SOURCE).orElse(-1);
    }

    /** How the columns are understood, in a line for people. */
    String columns() {
        return columns.explained();
    }

    /** What is said and guessed of the columns together. */
    Mapping mapping(Mapping said) {
        return columns.mapping(said);
    }

    /** The claims of the first rows, without their quotes; what a row lacks is told in its place. */
    List<Import.Sample> sample(int rows) {
        List<Import.Sample> samples = new ArrayList<>();
        try (Table.Rows all = table.rows(column -> true)) {
            while (samples.size() < rows && all.hasNext()) {
                try {
                    Table.Row row = all.next();
                    String quote = quoteColumn < 0 ? "" : lines(row.value(quoteColumn));
                    Claim claim = claim(row, samples.size(), quote, UUID.randomUUID(), List.of());
                    samples.add(new Import.Sample(Optional.of(claim), ""));
                } catch (DomainException e) {
                    samples.add(new Import.Sample(Optional.empty(), e.getMessage()));
                }
            }
        }
        return samples;
    }

    /**
     * Reads the table and applies it; takes a temporary file of the size of its quotes.
     *
     * @param rehearsal whether only what would come in is counted
     * @throws DomainException when the table cannot be read to its end; the board is then as before, but for a line in
     *     the journal
     * @throws java.util.concurrent.CancellationException when the job is cancelled; likewise
     */
    Arrived into(Board board, boolean rehearsal, Failures failures, Jobs.Progress progress) {
        try (QuoteStore quotes = new QuoteStore()) {
            List<Named> sources = gather(quotes, failures, progress);
            keepWhole(failures);
            if (quotes.rows() == 0 && failures.count() == 0) {
                throw new DomainException(
                        "The table \"" + table.name() + "\" has headings but no rows, so nothing was imported.");
            }
            boolean lacksSome = quotes.lacksSome();
            long total = (long) quotes.rows() + quotes.sources();
            Changes changes;
            try (Table.Rows rows =
                    table.rows(column -> column != quoteColumn && (column != sourceColumn || lacksSome))) {
                changes = new Changes(
                        quotes,
                        sources,
                        rows,
                        failures,
                        KnownRows.of(board, sources.stream().map(Named::source).toList(), lacksSome, progress));
                if (rehearsal) {
                    changes.forEachRemaining(change -> progress.check());
                } else if (changes.hasNext()) {
                    apply(board, changes, total, progress);
                }
            }
            return new Arrived(
                    changes.claims,
                    changes.known,
                    0,
                    changes.newSources,
                    changes.uncited,
                    changes.unplaced,
                    failures.count(),
                    failures.told(),
                    Optional.empty());
        }
    }

    private void apply(Board board, Changes all, long total, Jobs.Progress progress) {
        try (ReadAhead<Change> changes = new ReadAhead<>("import: read", all)) {
            board.applyAll("Import " + table.name(), changes, done -> {
                if (done % REPORT_EVERY == 0 || done == total) {
                    progress.check();
                    progress.report(
                            SHARE_OF_FIRST_READING + (1 - SHARE_OF_FIRST_READING) * done / total,
                            String.format(Locale.ROOT, "%,d of %,d", done, total));
                }
            });
        }
    }

    /** The first reading: which row quotes what, from which source. @return the sources that are quoted */
    private List<Named> gather(QuoteStore quotes, Failures failures, Jobs.Progress progress) {
        Map<String, Integer> numbers = new HashMap<>();
        List<Named> sources = new ArrayList<>();
        OrderedUuids uuids = new OrderedUuids();
        try (Table.Rows rows = table.rows(column -> column == quoteColumn || column == sourceColumn)) {
            while (rows.hasNext()) {
                Optional<Table.Row> read = readable(rows, failures);
                if (read.isEmpty()) {
                    continue;
                }
                Table.Row row = read.get();
                if (quotes.rows() % REPORT_EVERY == 0) {
                    progress.check();
                    progress.report(0, "reading the table");
                }
                String quote = quoteColumn < 0 ? "" : lines(row.value(quoteColumn));
                int source = 0;
                if (!quote.isEmpty()) {
                    String name = sourceColumn < 0 ? "" : row.value(sourceColumn);
                    Integer known = numbers.get(name);
                    if (known == null) {
                        known = sources.size();
                        numbers.put(name, known);
                        sources.add(new Named(name, named(name, uuids.next())));
                    }
                    source = known;
                }
                quotes.add(source, quote);
            }
        }
        quotes.seal();
        return sources;
    }

    /** A source and what the table calls it. */
    private record Named(String name, Source source) {}

    private Source named(String name, UUID uuid) {
        boolean address = name.startsWith("http://") || name.startsWith("https://");
        boolean number = !name.isEmpty() && name.chars().allMatch(Character::isDigit);
        String title = name.isEmpty()
                ? "Quotes in " + table.name()
                : (number ? "Source " + name : name) + " (quoted in " + table.name() + ")";
        return new Source(
                0,
                uuid,
                title,
                Optional.empty(),
                Optional.empty(),
                address ? Optional.of(name) : Optional.empty(),
                Optional.<PublicationDate>empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The next row, unless it has not as many values as there are headings. */
    private Optional<Table.Row> readable(Table.Rows rows, Failures failures) {
        try {
            return Optional.of(rows.next());
        } catch (UnreadableRow e) {
            if (e.isWhole()) {
                failures.add(table.header(), e);
            } else {
                partlyRead.add(e.line());
            }
            return Optional.empty();
        } catch (DomainException e) {
            failures.add(table.header(), e);
            return Optional.empty();
        }
    }

    /**
     * Both readings leave columns out; a row that the first could not take is read once more, so that all of it is kept.
     * Before anything is brought in: where it cannot be kept, the board stays as it is.
     */
    private void keepWhole(Failures failures) {
        if (partlyRead.isEmpty()) {
            return;
        }
        try (Table.Rows rows = table.rows(column -> true)) {
            while (rows.hasNext()) {
                try {
                    rows.next();
                } catch (UnreadableRow e) {
                    if (partlyRead.contains(e.line())) {
                        failures.add(table.header(), e);
                    }
                }
            }
        }
    }

    private static String lines(String text) {
        return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
    }

    /** The second reading: claims, each source before the first that quotes it. */
    private final class Changes implements Iterator<Change> {
        private final QuoteStore quotes;
        private final List<Named> sources;
        private final Table.Rows rows;
        private final OrderedUuids uuids = new OrderedUuids();
        private final @Nullable UUID[] captures; // of the sources that have come
        private final Instant now = Instant.now();
        private int nextRow;

        private final Failures failures;
        private final KnownRows here;
        private final Deque<Change> ready = new ArrayDeque<>(2);
        private long claims;
        private long known;
        private long newSources;
        private long uncited;
        private long unplaced;

        private Changes(QuoteStore quotes, List<Named> sources, Table.Rows rows, Failures failures, KnownRows here) {
            this.quotes = quotes;
            this.sources = sources;
            this.rows = rows;
            this.failures = failures;
            this.here = here;
            this.captures = new @Nullable UUID[quotes.sources()];
        }

        @Override
        public boolean hasNext() {
            while (ready.isEmpty() && rows.hasNext()) {
                readable(rows, failures).ifPresent(this::take);
            }
            return !ready.isEmpty();
        }

        @Override
        public Change next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return ready.remove();
        }

        private void take(Table.Row row) {
            int number = nextRow++;
            if (number >= quotes.rows()) {
                throw new DomainException("The file \"" + table.name() + "\" has changed while it was read.");
            }
            int source = quotes.hasQuote(number) ? quotes.sourceOf(number) : NONE;
            boolean first = source != NONE && captures[source] == null;
            if (first) {
                captures[source] = uuids.next();
            }
            try {
                Claim claim = claim(row, number);
                if (here.has(
                        claim,
                        source == NONE
                                ? Optional.empty()
                                : Optional.of(sources.get(source).source()))) {
                    known++;
                } else {
                    ready.addAll(first ? List.of(source(source)) : List.of());
                    ready.add(new Change.AddClaim(claim));
                    claims++;
                    uncited += source == NONE && !cells.text(row, Role.SOURCE).isEmpty() ? 1 : 0;
                    unplaced += claim.place().isEmpty()
                                    && !cells.text(row, Role.PLACE).isEmpty()
                            ? 1
                            : 0;
                    return;
                }
            } catch (DomainException e) {
                failures.add(table.header(), values(row, number), row.line(), e.getMessage());
            }
            if (first) { // the source comes with the first of its claims that does
                captures[source] = null;
            }
        }

        private List<String> values(Table.Row row, int number) {
            List<String> values = new ArrayList<>();
            boolean quoted = quotes.hasQuote(number);
            for (int i = 0; i < table.header().size(); i++) {
                String value = row.value(i);
                if (quoted && i == quoteColumn) {
                    value = quotes.quote(number);
                } else if (quoted && i == sourceColumn) {
                    value = sources.get(quotes.sourceOf(number)).name();
                }
                values.add(value);
            }
            return values;
        }

        private Change source(int number) {
            Source source = sources.get(number).source();
            newSources++;
            String text = quotes.text(number);
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            UUID capture = Objects.requireNonNull(captures[number]);
            return new Change.AddSource(
                    source,
                    new Capture(
                            0,
                            capture,
                            source.uuid(),
                            Capture.sha256(bytes),
                            "text/plain",
                            Optional.of("UTF-8"),
                            now,
                            bytes.length,
                            text.length()),
                    new CapturedText(bytes, "text/plain", Optional.of("UTF-8"), text, Optional.empty()));
        }

        private Claim claim(Table.Row row, int number) {
            boolean quoted = quotes.hasQuote(number);
            String quote = quoted ? quotes.quote(number) : "";
            return TableImport.this.claim(
                    row, number, quote, uuids.next(), quoted ? List.of(quote(number, quote)) : List.of());
        }

        private Quote quote(int row, String exact) {
            String before = quotes.before(row, Quote.CONTEXT + 1);
            String window = before + exact + quotes.after(row, Quote.CONTEXT + 1);
            int start = before.length();
            Quote in = Anchoring.quote(
                    Objects.requireNonNull(captures[quotes.sourceOf(row)]),
                    window,
                    start,
                    start + exact.length(),
                    Optional.empty());
            return new Quote(
                    0,
                    uuids.next(),
                    in.capture(),
                    quotes.start(row),
                    quotes.start(row) + exact.length(),
                    exact,
                    in.prefix(),
                    in.suffix(),
                    Optional.empty());
        }
    }

    private Claim claim(Table.Row row, int number, String quote, UUID uuid, List<Quote> quotes) {
        String said = cells.text(row, Role.STATEMENT);
        Optional<Quantity> quantity = cells.quantity(row);
        Optional<When> when = cells.when(row);
        Optional<Place> place = cells.place(row);
        Set<Role> untold = cells.untold(row, quantity, when, place);
        if (quote.isEmpty()) {
            untold.add(Role.SOURCE);
        }
        return new Claim(
                0,
                uuid,
                said.isEmpty() ? quote : said,
                cells.category(row),
                Optional.of(cells.text(row, Role.CLAIMANT)).filter(c -> !c.isEmpty()),
                Modality.UNKNOWN,
                quantity,
                when,
                place,
                Optional.empty(),
                Status.UNVERIFIED,
                Optional.empty(),
                notes(row, number, untold),
                cells.tags(row),
                quotes,
                Optional.empty());
    }

    /** A column that only numbers the rows says nothing that the claims' own order does not. */
    private String notes(Table.Row row, int number, Set<Role> untold) {
        StringBuilder notes = new StringBuilder();
        for (int column = 0; column < columns.size(); column++) {
            boolean reason = table.header().get(column).equals(Failures.REASON);
            if (reason || !columns.role(column).map(untold::contains).orElse(true)) {
                continue;
            }
            String value = row.value(column);
            boolean rowNumber = column == 0 && value.equals(Integer.toString(number + 1));
            if (!value.isEmpty() && !rowNumber) {
                notes.append(notes.isEmpty() ? "" : "\n")
                        .append(columns.label(column))
                        .append(value);
            }
        }
        return notes.toString();
    }
}
