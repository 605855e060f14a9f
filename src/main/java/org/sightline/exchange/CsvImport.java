package org.sightline.exchange;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.sightline.DomainException;
import org.sightline.board.Board;
import org.sightline.board.Change;
import org.sightline.claim.Category;
import org.sightline.claim.Claim;
import org.sightline.claim.Modality;
import org.sightline.claim.Place;
import org.sightline.claim.PlacePrecision;
import org.sightline.claim.Quantity;
import org.sightline.claim.Status;
import org.sightline.claim.When;
import org.sightline.exchange.CsvColumns.Role;
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
 * Columns that are not understood go into the notes.
 */
public final class CsvImport {
    private static final int REPORT_EVERY = 1024;
    private static final double SHARE_OF_FIRST_READING = 0.1;

    private final CsvTable table;
    private final CsvColumns columns;
    private final int quoteColumn; // -1 when there is none
    private final int sourceColumn;

    private CsvImport(CsvTable table, CsvColumns columns) {
        this.table = table;
        this.columns = columns;
        this.quoteColumn = columns.column(Role.QUOTE).orElse(-1);
        this.sourceColumn = columns.column(Role.SOURCE).orElse(-1);
    }

    /** What came in. */
    public record Result(long claims, long sources) {}

    /** @throws DomainException when the file cannot be read, or is no table of claims */
    public static CsvImport open(Path file) {
        CsvTable table = CsvTable.open(file);
        return new CsvImport(table, CsvColumns.guess(table.header(), table.name()));
    }

    /** How the columns are understood, in a line for people. */
    public String columns() {
        return columns.explained();
    }

    /**
     * Reads the table and applies it; takes a temporary file of the size of its quotes.
     *
     * @throws DomainException when a row cannot be read, naming it; the board is then as before, but for a line in the
     *     journal
     * @throws java.util.concurrent.CancellationException when the job is cancelled; likewise
     */
    public Result into(Board board, Jobs.Progress progress) {
        try (QuoteStore quotes = new QuoteStore()) {
            List<String> sources = gather(quotes, progress);
            if (quotes.rows() == 0) {
                throw new DomainException(
                        "The table \"" + table.name() + "\" has headings but no rows, so nothing was imported.");
            }
            long total = (long) quotes.rows() + quotes.sources();
            try (CsvTable.Rows rows = table.rows(column -> column != quoteColumn && column != sourceColumn);
                    ReadAhead<Change> changes = new ReadAhead<>("import: read", new Changes(quotes, sources, rows))) {
                board.applyAll("Import " + table.name(), changes, done -> {
                    if (done % REPORT_EVERY == 0 || done == total) {
                        progress.check();
                        progress.report(
                                SHARE_OF_FIRST_READING + (1 - SHARE_OF_FIRST_READING) * done / total,
                                String.format(Locale.ROOT, "%,d of %,d", done, total));
                    }
                });
            }
            return new Result(quotes.rows(), quotes.sources());
        }
    }

    /** The first reading: which row quotes what, from which source. @return the sources as the table names them */
    private List<String> gather(QuoteStore quotes, Jobs.Progress progress) {
        Map<String, Integer> numbers = new HashMap<>();
        List<String> names = new ArrayList<>();
        try (CsvTable.Rows rows = table.rows(column -> column == quoteColumn || column == sourceColumn)) {
            while (rows.hasNext()) {
                CsvTable.Row row = rows.next();
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
                        known = names.size();
                        numbers.put(name, known);
                        names.add(name);
                    }
                    source = known;
                }
                quotes.add(source, quote);
            }
        }
        quotes.seal();
        return names;
    }

    private static String lines(String text) {
        return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
    }

    /** The second reading: sources, then claims. */
    private final class Changes implements Iterator<Change> {
        private final QuoteStore quotes;
        private final List<String> names;
        private final CsvTable.Rows rows;
        private final OrderedUuids uuids = new OrderedUuids();
        private final UUID[] captures;
        private final Instant now = Instant.now();
        private int nextSource;
        private int nextRow;

        private Changes(QuoteStore quotes, List<String> names, CsvTable.Rows rows) {
            this.quotes = quotes;
            this.names = names;
            this.rows = rows;
            this.captures = new UUID[quotes.sources()];
        }

        @Override
        public boolean hasNext() {
            return nextSource < quotes.sources() || rows.hasNext();
        }

        @Override
        public Change next() {
            if (nextSource < quotes.sources()) {
                return source(nextSource++);
            }
            if (nextRow >= quotes.rows()) {
                throw new NoSuchElementException();
            }
            CsvTable.Row row = rows.next();
            try {
                return new Change.AddClaim(claim(row, nextRow++));
            } catch (DomainException e) {
                throw new DomainException("Line " + row.line() + " of \"" + table.name() + "\": " + e.getMessage(), e);
            }
        }

        private Change source(int number) {
            Source source = named(names.get(number));
            String text = quotes.text(number);
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            UUID capture = uuids.next();
            captures[number] = capture;
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

        private Source named(String name) {
            boolean address = name.startsWith("http://") || name.startsWith("https://");
            boolean number = !name.isEmpty() && name.chars().allMatch(Character::isDigit);
            String title = name.isEmpty()
                    ? "Quotes in " + table.name()
                    : (number ? "Source " + name : name) + " (quoted in " + table.name() + ")";
            return new Source(
                    0,
                    uuids.next(),
                    title,
                    Optional.empty(),
                    Optional.empty(),
                    address ? Optional.of(name) : Optional.empty(),
                    Optional.<PublicationDate>empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }

        private Claim claim(CsvTable.Row row, int number) {
            String said = text(row, Role.STATEMENT);
            boolean quoted = quotes.hasQuote(number);
            String quote = quoted ? quotes.quote(number) : "";
            return new Claim(
                    0,
                    uuids.next(),
                    said.isEmpty() ? quote : said,
                    category(text(row, Role.CATEGORY)),
                    Optional.of(text(row, Role.CLAIMANT)).filter(c -> !c.isEmpty()),
                    Modality.UNKNOWN,
                    quantity(row),
                    when(text(row, Role.WHEN)),
                    place(row),
                    Optional.empty(),
                    Status.UNVERIFIED,
                    Optional.empty(),
                    notes(row, number),
                    List.of(),
                    quoted ? List.of(quote(number, quote)) : List.of(),
                    Optional.empty());
        }

        private Quote quote(int row, String exact) {
            String before = quotes.before(row, Quote.CONTEXT + 1);
            String window = before + exact + quotes.after(row, Quote.CONTEXT + 1);
            int start = before.length();
            Quote in = Anchoring.quote(
                    captures[quotes.sourceOf(row)], window, start, start + exact.length(), Optional.empty());
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

    private String text(CsvTable.Row row, Role role) {
        return columns.column(role).map(row::value).orElse("");
    }

    private static final Map<String, Category> CATEGORIES = new java.util.concurrent.ConcurrentHashMap<>();

    private static Category category(String words) {
        return words.isEmpty() ? Category.OTHER : CATEGORIES.computeIfAbsent(words, Category::parse);
    }

    private Optional<Quantity> quantity(CsvTable.Row row) {
        String lower = text(row, Role.QUANTITY_LOWER);
        String upper = text(row, Role.QUANTITY_UPPER);
        String item = text(row, Role.ITEM);
        if (lower.isEmpty() && upper.isEmpty()) {
            String words = text(row, Role.QUANTITY);
            return words.isEmpty() ? Optional.empty() : Optional.of(Quantity.parse((words + " " + item).strip()));
        }
        Optional<BigDecimal> from = decimal(lower);
        Optional<BigDecimal> to = decimal(upper);
        if (from.isPresent() && from.equals(to)) {
            String words = item.isEmpty() ? lower : lower + " " + item;
            return Optional.of(new Quantity(
                    words, item, from, from, from, false, false, Quantity.Qualifier.EXACT, Quantity.Origin.STATED));
        }
        Quantity.Qualifier qualifier = from.isEmpty()
                ? Quantity.Qualifier.AT_MOST
                : to.isEmpty() ? Quantity.Qualifier.AT_LEAST : Quantity.Qualifier.RANGE;
        String number = from.isEmpty() ? "at most " + upper : to.isEmpty() ? "at least " + lower : lower + "-" + upper;
        return Optional.of(new Quantity(
                item.isEmpty() ? number : number + " " + item,
                item,
                Optional.empty(),
                from,
                to,
                false,
                false,
                qualifier,
                Quantity.Origin.STATED));
    }

    private static Optional<BigDecimal> decimal(String digits) {
        if (digits.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BigDecimal(digits));
        } catch (NumberFormatException e) {
            throw new DomainException("\"" + digits + "\" is not a number; write it with digits and a point.", e);
        }
    }

    private static Optional<When> when(String words) {
        return words.isEmpty() ? Optional.empty() : Optional.of(When.parse(words, Optional.empty()));
    }

    private Optional<Place> place(CsvTable.Row row) {
        String latitude = text(row, Role.LATITUDE);
        String longitude = text(row, Role.LONGITUDE);
        if (latitude.isEmpty() && longitude.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Place.point(
                text(row, Role.PLACE),
                degrees(latitude, "latitude"),
                degrees(longitude, "longitude"),
                precision(latitude, longitude)));
    }

    /** No more is claimed for a position than its digits can say: 0.001° is a hundred metres. */
    private static PlacePrecision precision(String latitude, String longitude) {
        int digits = Math.min(decimals(latitude), decimals(longitude));
        return digits >= 4
                ? PlacePrecision.EXACT
                : digits == 3
                        ? PlacePrecision.VICINITY
                        : digits == 2 ? PlacePrecision.LOCALITY : PlacePrecision.DISTRICT;
    }

    private static int decimals(String degrees) {
        int point = degrees.indexOf('.');
        return point < 0 ? 0 : degrees.length() - point - 1;
    }

    private static double degrees(String digits, String what) {
        try {
            return Double.parseDouble(digits);
        } catch (NumberFormatException e) {
            throw new DomainException(
                    "the " + what + " \"" + digits + "\" is not a number; write it in degrees with a point.", e);
        }
    }

    /** A column that only numbers the rows says nothing that the claims' own order does not. */
    private String notes(CsvTable.Row row, int number) {
        StringBuilder notes = new StringBuilder();
        for (int column : columns.others()) {
            String value = row.value(column);
            boolean rowNumber = column == 0 && value.equals(Integer.toString(number + 1));
            if (!value.isEmpty() && !rowNumber) {
                notes.append(notes.isEmpty() ? "" : "\n")
                        .append(columns.heading(column))
                        .append(": ")
                        .append(value);
            }
        }
        return notes.toString();
    }
}
