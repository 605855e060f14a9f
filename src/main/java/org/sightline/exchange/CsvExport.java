package org.sightline.exchange;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.io.WKTWriter;
import org.sightline.analysis.Dossier;
import org.sightline.claim.Claim;
import org.sightline.claim.Place;
import org.sightline.claim.Quantity;
import org.sightline.claim.Route;
import org.sightline.claim.StatedDistance;
import org.sightline.claim.When;
import org.sightline.jobs.Jobs;
import org.sightline.source.Capture;
import org.sightline.source.Quote;
import org.sightline.source.Source;

/**
 * Claims as CSV (RFC 4180: comma, CRLF, UTF-8), one row for each quote of a claim; a claim without a quote has one row
 * with the quote's cells empty. Columns are named as the keys in JSON. Text is guarded against formulas by
 * {@link SpreadsheetText}, which can be undone; numbers, dates and geometry (WKT) are written plain. Tags are joined by
 * "; ", a semicolon or backslash in a tag being led by a backslash. Absent values are empty cells. Stateless.
 */
public final class CsvExport {
    private static final List<Column> COLUMNS = columns();

    private CsvExport() {}

    /** A claim and one of its citations, counted from 1; 0 where it has none. */
    private record Row(Dossier dossier, Claim claim, int number, Optional<Dossier.Citation> citation) {}

    private record Column(String name, boolean guarded, Function<Row, Optional<?>> value) {
        String cell(Row row) {
            String text = value.apply(row).map(Column::text).orElse("");
            return guarded ? SpreadsheetText.guard(text) : text;
        }

        /** Numbers without an exponent, which some spreadsheets take for text. */
        private static String text(Object value) {
            return switch (value) {
                case BigDecimal decimal -> decimal.toPlainString();
                case Double number -> plain(number);
                default -> value.toString();
            };
        }

        private static String plain(double number) {
            String digits = new BigDecimal(Double.toString(number)).toPlainString();
            return digits.endsWith(".0") ? digits.substring(0, digits.length() - 2) : digits;
        }
    }

    /**
     * @param mark whether a byte order mark goes first, without which Excel reads UTF-8 as the system's old code page; for
     *     files yes, for pipes no
     * @throws java.util.concurrent.CancellationException when the job is cancelled
     */
    public static void write(Dossier dossier, OutputStream out, boolean mark, Jobs.Progress progress)
            throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        if (mark) {
            text.write('\uFEFF');
        }
        // Not closed here: the stream is the caller's.
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
        csv.writeRecord(COLUMNS.stream().map(Column::name).toList());
        int done = 0;
        for (Claim claim : dossier.claims()) {
            progress.check();
            for (Row row : rows(dossier, claim)) {
                csv.writeRecord(COLUMNS.stream().map(c -> c.cell(row)).toList());
            }
            if (++done % 1000 == 0) {
                progress.report((double) done / dossier.claims().size(), "claims");
            }
        }
        csv.flush();
        text.flush();
    }

    private static List<Row> rows(Dossier dossier, Claim claim) {
        List<Dossier.Citation> citations = dossier.citations(claim);
        if (citations.isEmpty()) {
            return List.of(new Row(dossier, claim, 0, Optional.empty()));
        }
        List<Row> rows = new ArrayList<>();
        for (Dossier.Citation citation : citations) {
            rows.add(new Row(dossier, claim, rows.size() + 1, Optional.of(citation)));
        }
        return rows;
    }

    private static List<Column> columns() {
        List<Column> all = new ArrayList<>();
        claimColumns(all);
        quantityColumns(all);
        whenColumns(all);
        placeColumns(all);
        distanceColumns(all);
        quoteColumns(all);
        sourceColumns(all);
        return List.copyOf(all);
    }

    private static void claimColumns(List<Column> all) {
        plain(all, "id", r -> Optional.of(r.claim().id()));
        plain(all, "uuid", r -> Optional.of(r.claim().uuid()));
        text(all, "statement", r -> Optional.of(r.claim().statement()));
        text(all, "category", r -> Optional.of(r.claim().category().key()));
        text(all, "claimant", r -> r.claim().claimant());
        plain(all, "modality", r -> Optional.of(Spelling.of(r.claim().modality())));
        plain(all, "status", r -> Optional.of(Spelling.of(r.claim().status())));
        plain(all, "credibility", r -> r.claim().credibility());
        plain(all, "independentRoots", r -> Optional.of(r.dossier().independentRoots(r.claim())));
        text(all, "tags", r -> Optional.of(tags(r.claim())));
        text(all, "notes", r -> Optional.of(r.claim().notes()));
    }

    private static String tags(Claim claim) {
        return claim.tags().stream()
                .map(tag -> tag.replace("\\", "\\\\").replace(";", "\\;"))
                .collect(Collectors.joining("; "));
    }

    private static void quantityColumns(List<Column> all) {
        Function<Row, Optional<Quantity>> quantity = r -> r.claim().quantity();
        text(all, "quantity.verbatim", r -> quantity.apply(r).map(Quantity::verbatim));
        text(all, "quantity.item", r -> quantity.apply(r).map(Quantity::item));
        plain(all, "quantity.best", r -> quantity.apply(r).flatMap(Quantity::best));
        plain(all, "quantity.lower", r -> quantity.apply(r).flatMap(Quantity::lower));
        plain(all, "quantity.upper", r -> quantity.apply(r).flatMap(Quantity::upper));
        plain(all, "quantity.lowerOpen", r -> quantity.apply(r).map(Quantity::lowerOpen));
        plain(all, "quantity.upperOpen", r -> quantity.apply(r).map(Quantity::upperOpen));
        plain(all, "quantity.qualifier", r -> quantity.apply(r).map(q -> Spelling.of(q.qualifier())));
        plain(all, "quantity.origin", r -> quantity.apply(r).map(q -> Spelling.of(q.origin())));
    }

    private static void whenColumns(List<Column> all) {
        Function<Row, Optional<When>> when = r -> r.claim().when();
        text(all, "when.edtf", r -> when.apply(r).map(When::edtf));
        plain(all, "when.earliest", r -> when.apply(r).flatMap(When::earliest));
        plain(all, "when.latest", r -> when.apply(r).flatMap(When::latest));
        plain(all, "when.precision", r -> when.apply(r).map(w -> Spelling.of(w.precision())));
        text(all, "when.verbatim", r -> when.apply(r).map(When::verbatim));
        plain(all, "when.extent", r -> when.apply(r).map(w -> Spelling.of(w.extent())));
        plain(all, "when.zone", r -> when.apply(r).flatMap(When::zone));
    }

    private static void placeColumns(List<Column> all) {
        Function<Row, Optional<Place>> place = r -> r.claim().place();
        text(all, "place.name", r -> place.apply(r).map(Place::name));
        plain(all, "place.precision", r -> place.apply(r).map(p -> Spelling.of(p.precision())));
        plain(all, "place.radiusMetres", r -> place.apply(r).map(Place::radiusMetres));
        plain(all, "place.country", r -> place.apply(r).flatMap(Place::country));
        plain(
                all,
                "place.latitude",
                r -> place.apply(r).flatMap(CsvExport::point).map(Point::getY));
        plain(
                all,
                "place.longitude",
                r -> place.apply(r).flatMap(CsvExport::point).map(Point::getX));
        plain(all, "place.mgrs", r -> place.apply(r).flatMap(ClaimJson::mgrs));
        plain(all, "place.wkt", r -> place.apply(r).map(p -> new WKTWriter().write(p.geometry())));
        text(
                all,
                "place.route.origin",
                r -> place.apply(r).flatMap(Place::route).map(Route::origin));
        text(
                all,
                "place.route.destination",
                r -> place.apply(r).flatMap(Place::route).map(Route::destination));
        plain(
                all,
                "place.route.pathKnown",
                r -> place.apply(r).flatMap(Place::route).map(Route::pathKnown));
    }

    private static Optional<Point> point(Place place) {
        return place.geometry() instanceof Point point && !point.isEmpty() ? Optional.of(point) : Optional.empty();
    }

    private static void distanceColumns(List<Column> all) {
        Function<Row, Optional<StatedDistance>> distance = r -> r.claim().distance();
        text(all, "distance.verbatim", r -> distance.apply(r).map(StatedDistance::verbatim));
        plain(all, "distance.value", r -> distance.apply(r).map(StatedDistance::value));
        text(all, "distance.unit", r -> distance.apply(r).map(StatedDistance::unit));
        text(all, "distance.reference", r -> distance.apply(r).map(StatedDistance::reference));
        text(all, "distance.direction", r -> distance.apply(r).flatMap(StatedDistance::direction));
    }

    private static void quoteColumns(List<Column> all) {
        Function<Row, Optional<Quote>> quote = r -> r.citation().map(Dossier.Citation::quote);
        plain(all, "quote.number", r -> r.citation().map(c -> r.number()));
        text(all, "quote.exact", r -> quote.apply(r).map(Quote::exact));
        text(all, "quote.prefix", r -> quote.apply(r).map(Quote::prefix));
        text(all, "quote.suffix", r -> quote.apply(r).map(Quote::suffix));
        plain(all, "quote.start", r -> quote.apply(r).map(Quote::start));
        plain(all, "quote.end", r -> quote.apply(r).map(Quote::end));
        plain(
                all,
                "quote.byteStart",
                r -> r.citation().map(Dossier.Citation::byteStart).filter(b -> b >= 0));
        plain(
                all,
                "quote.byteEnd",
                r -> r.citation().map(Dossier.Citation::byteEnd).filter(b -> b >= 0));
        plain(all, "quote.intact", r -> r.citation().map(Dossier.Citation::intact));
        plain(all, "quote.uuid", r -> quote.apply(r).map(Quote::uuid));
    }

    private static void sourceColumns(List<Column> all) {
        Function<Row, Optional<Source>> source = r -> r.citation().map(Dossier.Citation::source);
        Function<Row, Optional<Capture>> capture = r -> r.citation().map(Dossier.Citation::capture);
        plain(all, "source.id", r -> source.apply(r).map(Source::id));
        plain(all, "source.uuid", r -> source.apply(r).map(Source::uuid));
        text(all, "source.title", r -> source.apply(r).map(Source::title));
        text(all, "source.publisher", r -> source.apply(r).flatMap(Source::publisher));
        text(all, "source.author", r -> source.apply(r).flatMap(Source::author));
        text(all, "source.url", r -> source.apply(r).flatMap(Source::url));
        plain(all, "source.published", r -> source.apply(r).flatMap(Source::published));
        plain(all, "source.reliability", r -> source.apply(r).flatMap(Source::reliability));
        text(all, "source.relayChain", r -> r.citation().map(c -> relayChain(r.dossier(), c.quote())));
        plain(all, "capture.sha256", r -> capture.apply(r).map(Capture::sha256));
        plain(all, "capture.retrieved", r -> capture.apply(r).map(Capture::retrieved));
        plain(all, "capture.mediaType", r -> capture.apply(r).map(Capture::mediaType));
    }

    private static String relayChain(Dossier dossier, Quote quote) {
        return dossier.corroboration().relayChain(quote).stream()
                .map(Source::shortName)
                .collect(Collectors.joining(" < "));
    }

    private static void text(List<Column> all, String name, Function<Row, Optional<?>> value) {
        all.add(new Column(name, true, value));
    }

    private static void plain(List<Column> all, String name, Function<Row, Optional<?>> value) {
        all.add(new Column(name, false, value));
    }
}
