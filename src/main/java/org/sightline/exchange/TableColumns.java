package org.sightline.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.io.WKTWriter;
import org.sightline.DomainException;
import org.sightline.analysis.Dossier;
import org.sightline.claim.Claim;
import org.sightline.claim.Place;
import org.sightline.claim.Quantity;
import org.sightline.claim.Route;
import org.sightline.claim.StatedDistance;
import org.sightline.claim.When;
import org.sightline.exchange.TableColumn.Kind;
import org.sightline.exchange.TableColumn.Row;
import org.sightline.source.Capture;
import org.sightline.source.Quote;
import org.sightline.source.Source;

/**
 * The columns of a table of claims, one row for each quote of a claim; a claim without a quote has one row with the
 * quote's cells empty. Where no column of quotes, sources or captures is chosen, each claim has one row. Columns, once
 * released, are only added to, at the end. Tags are joined by "; ", a semicolon or backslash in a tag being led by a
 * backslash. Stateless.
 */
public final class TableColumns {
    private static final List<TableColumn> ALL = all();

    private TableColumns() {}

    /** The names of all columns, in order. */
    public static List<String> names() {
        return ALL.stream().map(TableColumn::name).toList();
    }

    /**
     * The columns of these names in the order given, all where none is given. A name may also be the beginning of
     * several, such as "quantity" for all that begin with "quantity.".
     *
     * @throws DomainException when there is no column of a name
     */
    static List<TableColumn> chosen(List<String> names) {
        if (names.isEmpty()) {
            return ALL;
        }
        List<TableColumn> chosen = new ArrayList<>();
        for (String name : names) {
            String wanted = name.strip();
            List<TableColumn> found = ALL.stream()
                    .filter(c -> c.name().equalsIgnoreCase(wanted)
                            || c.name().regionMatches(true, 0, wanted + ".", 0, wanted.length() + 1))
                    .toList();
            if (found.isEmpty()) {
                throw new DomainException(
                        "There is no column \"" + wanted + "\"; there are " + String.join(", ", names()) + ".");
            }
            found.stream().filter(c -> !chosen.contains(c)).forEach(chosen::add);
        }
        return List.copyOf(chosen);
    }

    /** Whether a claim has a row for each of its quotes, since some of these columns tell of them. */
    static boolean tellOfQuotes(List<TableColumn> columns) {
        return columns.stream().anyMatch(TableColumns::tellsOfQuotes);
    }

    static boolean tellsOfQuotes(TableColumn column) {
        String name = column.name();
        return name.startsWith("quote.") || name.startsWith("source.") || name.startsWith("capture.");
    }

    /** Whether its cells are the same for all quotes of a capture that pass on no source of their own. */
    static boolean tellsOfSource(TableColumn column) {
        return column.name().startsWith("source.") || column.name().startsWith("capture.");
    }

    /** A row for each quote. */
    static List<Row> rows(Handover.Entry entry) {
        return rows(entry, true);
    }

    /** @param ofQuotes as {@link #tellOfQuotes} says of the columns */
    static List<Row> rows(Handover.Entry entry, boolean ofQuotes) {
        if (!ofQuotes || entry.quotes().isEmpty()) {
            return List.of(new Row(entry, 0, Optional.empty()));
        }
        List<Row> rows = new ArrayList<>(entry.quotes().size());
        for (Handover.Cited cited : entry.quotes()) {
            rows.add(new Row(entry, rows.size() + 1, Optional.of(cited)));
        }
        return rows;
    }

    private static List<TableColumn> all() {
        List<TableColumn> all = new ArrayList<>();
        claimColumns(all);
        quantityColumns(all);
        whenColumns(all);
        placeColumns(all);
        distanceColumns(all);
        quoteColumns(all);
        sourceColumns(all);
        laterColumns(all);
        return List.copyOf(all);
    }

    private static void add(List<TableColumn> all, String name, Kind kind, Function<Row, Optional<?>> value) {
        all.add(new TableColumn(name, kind, value));
    }

    private static void claimColumns(List<TableColumn> all) {
        add(all, "id", Kind.NUMBER, r -> Optional.of(r.claim().id()));
        add(all, "uuid", Kind.WORD, r -> Optional.of(r.claim().uuid()));
        add(all, "statement", Kind.TEXT, r -> Optional.of(r.claim().statement()));
        add(all, "category", Kind.TEXT, r -> Optional.of(r.claim().category().key()));
        add(all, "claimant", Kind.TEXT, r -> r.claim().claimant());
        add(all, "modality", Kind.WORD, r -> Optional.of(Spelling.of(r.claim().modality())));
        add(all, "status", Kind.WORD, r -> Optional.of(Spelling.of(r.claim().status())));
        add(all, "credibility", Kind.NUMBER, r -> r.claim().credibility());
        add(all, "independentRoots", Kind.NUMBER, r -> Optional.of(r.entry().independentRoots()));
        add(all, "tags", Kind.TEXT, r -> Optional.of(tags(r.claim())));
        add(all, "notes", Kind.TEXT, r -> Optional.of(r.claim().notes()));
    }

    private static String tags(Claim claim) {
        return claim.tags().stream()
                .map(tag -> tag.replace("\\", "\\\\").replace(";", "\\;"))
                .collect(Collectors.joining("; "));
    }

    private static void quantityColumns(List<TableColumn> all) {
        Function<Row, Optional<Quantity>> quantity = r -> r.claim().quantity();
        add(all, "quantity.verbatim", Kind.TEXT, r -> quantity.apply(r).map(Quantity::verbatim));
        add(all, "quantity.item", Kind.TEXT, r -> quantity.apply(r).map(Quantity::item));
        add(all, "quantity.best", Kind.NUMBER, r -> quantity.apply(r).flatMap(Quantity::best));
        add(all, "quantity.lower", Kind.NUMBER, r -> quantity.apply(r).flatMap(Quantity::lower));
        add(all, "quantity.upper", Kind.NUMBER, r -> quantity.apply(r).flatMap(Quantity::upper));
        add(all, "quantity.lowerOpen", Kind.TRUTH, r -> quantity.apply(r).map(Quantity::lowerOpen));
        add(all, "quantity.upperOpen", Kind.TRUTH, r -> quantity.apply(r).map(Quantity::upperOpen));
        add(all, "quantity.qualifier", Kind.WORD, r -> quantity.apply(r).map(q -> Spelling.of(q.qualifier())));
        add(all, "quantity.origin", Kind.WORD, r -> quantity.apply(r).map(q -> Spelling.of(q.origin())));
    }

    private static void whenColumns(List<TableColumn> all) {
        Function<Row, Optional<When>> when = r -> r.claim().when();
        add(all, "when.edtf", Kind.TEXT, r -> when.apply(r).map(When::edtf));
        add(all, "when.earliest", Kind.INSTANT, r -> when.apply(r).flatMap(When::earliest));
        add(all, "when.latest", Kind.INSTANT, r -> when.apply(r).flatMap(When::latest));
        add(all, "when.precision", Kind.WORD, r -> when.apply(r).map(w -> Spelling.of(w.precision())));
        add(all, "when.verbatim", Kind.TEXT, r -> when.apply(r).map(When::verbatim));
        add(all, "when.extent", Kind.WORD, r -> when.apply(r).map(w -> Spelling.of(w.extent())));
        add(all, "when.zone", Kind.WORD, r -> when.apply(r).flatMap(When::zone));
    }

    private static void placeColumns(List<TableColumn> all) {
        Function<Row, Optional<Place>> place = r -> r.claim().place();
        Function<Row, Optional<Point>> point = r -> place.apply(r).flatMap(TableColumns::point);
        Function<Row, Optional<Route>> route = r -> place.apply(r).flatMap(Place::route);
        add(all, "place.name", Kind.TEXT, r -> place.apply(r).map(Place::name));
        add(all, "place.precision", Kind.WORD, r -> place.apply(r).map(p -> Spelling.of(p.precision())));
        add(all, "place.radiusMetres", Kind.NUMBER, r -> place.apply(r).map(Place::radiusMetres));
        add(all, "place.country", Kind.WORD, r -> place.apply(r).flatMap(Place::country));
        add(all, "place.latitude", Kind.NUMBER, r -> point.apply(r).map(Point::getY));
        add(all, "place.longitude", Kind.NUMBER, r -> point.apply(r).map(Point::getX));
        add(all, "place.mgrs", Kind.WORD, r -> place.apply(r).flatMap(ClaimJson::mgrs));
        add(all, "place.wkt", Kind.WORD, r -> place.apply(r).map(p -> wkt(p.geometry())));
        add(all, "place.route.origin", Kind.TEXT, r -> route.apply(r).map(Route::origin));
        add(all, "place.route.destination", Kind.TEXT, r -> route.apply(r).map(Route::destination));
        add(all, "place.route.pathKnown", Kind.TRUTH, r -> route.apply(r).map(Route::pathKnown));
    }

    /** Well-known text. */
    static String wkt(Geometry geometry) {
        return geometry instanceof Point point && !point.isEmpty() // as most are
                ? "POINT (" + TableColumn.plain(point.getX()) + " " + TableColumn.plain(point.getY()) + ")"
                : new WKTWriter().write(geometry);
    }

    private static Optional<Point> point(Place place) {
        return place.geometry() instanceof Point point && !point.isEmpty() ? Optional.of(point) : Optional.empty();
    }

    private static void distanceColumns(List<TableColumn> all) {
        Function<Row, Optional<StatedDistance>> distance = r -> r.claim().distance();
        add(all, "distance.verbatim", Kind.TEXT, r -> distance.apply(r).map(StatedDistance::verbatim));
        add(all, "distance.value", Kind.NUMBER, r -> distance.apply(r).map(StatedDistance::value));
        add(all, "distance.unit", Kind.TEXT, r -> distance.apply(r).map(StatedDistance::unit));
        add(all, "distance.reference", Kind.TEXT, r -> distance.apply(r).map(StatedDistance::reference));
        add(all, "distance.direction", Kind.TEXT, r -> distance.apply(r).flatMap(StatedDistance::direction));
    }

    private static void quoteColumns(List<TableColumn> all) {
        Function<Row, Optional<Dossier.Citation>> cited = r -> r.cited().map(Handover.Cited::citation);
        Function<Row, Optional<Quote>> quote = r -> r.cited().map(Handover.Cited::quote);
        add(all, "quote.number", Kind.NUMBER, r -> r.cited().map(c -> r.number()));
        add(all, "quote.exact", Kind.TEXT, r -> quote.apply(r).map(Quote::exact));
        add(all, "quote.prefix", Kind.TEXT, r -> quote.apply(r).map(Quote::prefix));
        add(all, "quote.suffix", Kind.TEXT, r -> quote.apply(r).map(Quote::suffix));
        add(all, "quote.start", Kind.NUMBER, r -> quote.apply(r).map(Quote::start));
        add(all, "quote.end", Kind.NUMBER, r -> quote.apply(r).map(Quote::end));
        add(
                all,
                "quote.byteStart",
                Kind.NUMBER,
                r -> cited.apply(r).map(Dossier.Citation::byteStart).filter(b -> b >= 0));
        add(
                all,
                "quote.byteEnd",
                Kind.NUMBER,
                r -> cited.apply(r).map(Dossier.Citation::byteEnd).filter(b -> b >= 0));
        add(all, "quote.intact", Kind.TRUTH, r -> cited.apply(r).map(Dossier.Citation::intact));
        add(all, "quote.uuid", Kind.WORD, r -> quote.apply(r).map(Quote::uuid));
    }

    private static void sourceColumns(List<TableColumn> all) {
        Function<Row, Optional<Source>> source = r -> r.cited().map(Handover.Cited::source);
        Function<Row, Optional<Capture>> capture = r -> r.cited().map(Handover.Cited::capture);
        add(all, "source.id", Kind.NUMBER, r -> source.apply(r).map(Source::id));
        add(all, "source.uuid", Kind.WORD, r -> source.apply(r).map(Source::uuid));
        add(all, "source.title", Kind.TEXT, r -> source.apply(r).map(Source::title));
        add(all, "source.publisher", Kind.TEXT, r -> source.apply(r).flatMap(Source::publisher));
        add(all, "source.author", Kind.TEXT, r -> source.apply(r).flatMap(Source::author));
        add(all, "source.url", Kind.LINK, r -> source.apply(r).flatMap(Source::url));
        add(all, "source.published", Kind.WORD, r -> source.apply(r).flatMap(Source::published));
        add(all, "source.reliability", Kind.WORD, r -> source.apply(r).flatMap(Source::reliability));
        add(
                all,
                "source.relayChain",
                Kind.TEXT,
                r -> r.cited()
                        .map(c -> c.chain().stream().map(Source::shortName).collect(Collectors.joining(" < "))));
        add(all, "capture.sha256", Kind.WORD, r -> capture.apply(r).map(Capture::sha256));
        add(all, "capture.retrieved", Kind.INSTANT, r -> capture.apply(r).map(Capture::retrieved));
        add(all, "capture.mediaType", Kind.WORD, r -> capture.apply(r).map(Capture::mediaType));
    }

    private static void laterColumns(List<TableColumn> all) {
        Function<Row, Optional<Source>> source = r -> r.cited().map(Handover.Cited::source);
        add(all, "capture.uuid", Kind.WORD, r -> r.cited().map(c -> c.capture().uuid()));
        add(
                all,
                "quote.relays",
                Kind.WORD,
                r -> r.cited().flatMap(c -> c.quote().relays()));
        add(all, "source.language", Kind.WORD, r -> source.apply(r).flatMap(Source::language));
        add(all, "source.relays", Kind.WORD, r -> source.apply(r).flatMap(Source::relays));
        add(all, "source.relayed", Kind.TEXT, r -> r.cited().flatMap(RelayedSources::json));
        add(
                all,
                "relations",
                Kind.WORD,
                r -> Optional.of(r.entry().relations().stream()
                                .map(x -> x.kind().key() + " " + x.to() + " " + x.uuid())
                                .collect(Collectors.joining("; ")))
                        .filter(words -> !words.isEmpty()));
    }
}
