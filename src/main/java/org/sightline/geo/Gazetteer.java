package org.sightline.geo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Envelope;

/**
 * The built-in list of places (GeoNames), regions and countries, and with it the place names that a person has added
 * ({@link PlaceBooks}). Loaded on first use, off the window's thread; immutable then, and safe for any thread.
 *
 * <p>Names are found whatever their spelling: case, diacritics, apostrophes, hyphens, Cyrillic or Latin, and the choices
 * that romanisation leaves (Yelsk, Jelsk, Ельск) do not matter; see {@link NameFolding}.
 */
public final class Gazetteer {
    /** What kind of thing a found place is. */
    public enum Kind {
        TOWN,
        REGION,
        COUNTRY,
        /** A division below the first level; only in names that were added, as the two that follow. */
        DISTRICT,
        /** Something built, such as a station, an airfield or a bridge. */
        SITE,
        /** Water, heights, woods and areas without bounds. */
        FEATURE
    }

    /**
     * @param name as the map writes it
     * @param country ISO 3166-1 alpha-2; empty where there is none, such as at sea
     * @param region name of the first-level administrative unit, where known
     * @param position of a region or country: a point well inside
     * @param extent degrees; a point for all but built-in regions and countries; of a country, its main part
     * @param population 0 where unknown
     * @param score likeness to what was asked, 0 to 1; 1 where nothing was asked
     */
    public record Entry(
            String name,
            Kind kind,
            String country,
            Optional<String> region,
            Position position,
            Envelope extent,
            long population,
            double score) {}

    /** What a name stands for. */
    public sealed interface Resolution {
        record Found(Entry entry) implements Resolution {}

        /**
         * A choice, never a guess: several comparably good candidates, best first; or near misses, where nothing has
         * just that name.
         */
        record Ambiguous(List<Entry> candidates) implements Resolution {}

        record NotFound() implements Resolution {}
    }

    private static final class Holder {
        static final Gazetteer BUILT_IN = new Gazetteer();
    }

    private final PlaceTable places;
    private final List<Entry> areas;
    private final AreaTable areaTable;

    /** The built-in one first. */
    private final List<PlaceBook> books;

    private Gazetteer() {
        NameIndex.Builder names = new NameIndex.Builder(460_000, 6_000_000);
        places = PlaceTable.read(names);
        areaTable = AreaTable.read(names);
        areas = areaTable.entries();
        books = List.of(new PlaceBook(places, names.build(), areaTable));
    }

    private Gazetteer(Gazetteer builtIn, List<PlaceBook> added) {
        places = builtIn.places;
        areaTable = builtIn.areaTable;
        areas = builtIn.areas;
        List<PlaceBook> all = new ArrayList<>(builtIn.books);
        all.addAll(added);
        books = List.copyOf(all);
    }

    /** The built-in places and others with them. */
    static Gazetteer with(List<PlaceBook> added) {
        return added.isEmpty() ? builtIn() : new Gazetteer(builtIn(), added);
    }

    /** A table that was added, made ready. */
    static PlaceBook book(byte[] table) {
        NameIndex.Builder names =
                new NameIndex.Builder(Math.max(16, table.length / 40), Math.max(1024, table.length / 4));
        return new PlaceBook(PlaceTable.of(table, names), names.build(), builtIn().areaTable);
    }

    /** The built-in places and those that the person who runs this program has added; what was added before counts. */
    public static Gazetteer inUse() {
        return PlaceBooks.ofUser().gazetteer();
    }

    /** The shared instance; the first call loads it (some hundred milliseconds). */
    public static Gazetteer builtIn() {
        return Holder.BUILT_IN;
    }

    /**
     * Best first, ranked by likeness and size: names that are the same, then names that start so, then, where there are
     * few, names with a slip or two. "Yelsk, BY", "Yelsk, Belarus" and "Yelsk, Gomel" narrow to a country or region.
     *
     * @return at most {@code limit}; empty for a blank name
     */
    public List<Entry> search(String name, int limit) {
        return hits(name, limit).stream().map(Match::entry).limit(limit).toList();
    }

    private static final Comparator<Match> BEST_FIRST =
            Comparator.comparingDouble(Match::rank).reversed();

    /** Metres within which two towns of one name are the same. */
    private static final double SAME_TOWN = 3_000;

    /** Somewhere in one of the books. @param id 0 where it is not known */
    private record Match(Entry entry, double people, double rank, long id) {}

    /** Of all books, best first; what several of them have, once. */
    private List<Match> hits(String name, int limit) {
        if (books.size() == 1 || NameFolding.strict(name).length() < 2) { // a letter says too little among millions
            return books.getFirst().search().search(name, limit, true).stream()
                    .map(hit -> match(books.getFirst(), hit))
                    .toList();
        }
        List<Match> all = new ArrayList<>();
        for (PlaceBook book : books) {
            // slips are looked for where the name itself is nowhere
            book.search().search(name, limit, false).forEach(hit -> all.add(match(book, hit)));
        }
        if (all.isEmpty()) {
            for (PlaceBook book : books) {
                book.search().search(name, limit, true).forEach(hit -> all.add(match(book, hit)));
            }
        }
        all.sort(BEST_FIRST);
        return once(all);
    }

    private static List<Match> once(List<Match> all) {
        Set<Long> ids = new HashSet<>();
        List<Match> kept = new ArrayList<>();
        for (Match match : all) {
            boolean known = match.id() != 0 && !ids.add(match.id());
            if (!known && kept.stream().noneMatch(other -> same(other, match))) {
                kept.add(match);
            }
        }
        return kept;
    }

    /** Whether two of different books are one; not all built-in places have a number to tell by. */
    private static boolean same(Match a, Match b) {
        boolean unnumbered = a.id() == 0 || b.id() == 0;
        return unnumbered && (sameRegion(a.entry(), b.entry()) || sameTown(a.entry(), b.entry()));
    }

    private static boolean sameTown(Entry a, Entry b) {
        return a.kind() == Kind.TOWN
                && b.kind() == Kind.TOWN
                && a.name().equals(b.name())
                && Math.abs(a.position().lat() - b.position().lat()) < 0.1
                && Geodesic.distance(a.position(), b.position()) < SAME_TOWN;
    }

    private static boolean sameRegion(Entry a, Entry b) {
        return a.kind() == Kind.REGION
                && b.kind() == Kind.REGION
                && a.country().equals(b.country())
                && a.extent().intersects(b.extent());
    }

    /**
     * Exactly one place, a choice, or none. One place is one that bears the name, and dwarfs all others that do. A name
     * that is merely alike is none: {@link #search} has those.
     */
    public Resolution resolve(String name) {
        List<Rivalry.Candidate> same = hits(name, 40).stream()
                .filter(hit -> hit.entry().score() >= NameSearch.SAME)
                .map(hit -> new Rivalry.Candidate(hit.entry(), hit.people()))
                .toList();
        if (same.isEmpty()) {
            return new Resolution.NotFound();
        }
        List<Entry> rivals = Rivalry.comparable(same);
        return rivals.size() == 1
                ? new Resolution.Found(rivals.getFirst())
                : new Resolution.Ambiguous(rivals.stream().limit(10).toList());
    }

    /** The places nearest to a position, nearest first, by geodesic distance; a town that is recorded twice, once. */
    public List<Entry> near(Position position, int limit) {
        List<OneTown.Found> all = new ArrayList<>();
        Set<Long> ids = new HashSet<>();
        for (PlaceBook book : books) {
            for (int row : book.near().nearest(position, 2 * limit)) {
                Entry entry = place(book.places(), row, 1);
                long id = book.places().id(row);
                if (id == 0 || ids.add(id)) {
                    double metres = Geodesic.distance(position, entry.position());
                    all.add(new OneTown.Found(entry, book.places(), row, metres));
                }
            }
        }
        all.sort(Comparator.comparingDouble(OneTown.Found::metres));
        return OneTown.each(all).stream()
                .sorted(Comparator.comparingDouble(OneTown.Found::metres))
                .map(OneTown.Found::entry)
                .limit(limit)
                .toList();
    }

    /** The most populous places within bounds (degrees), largest first: those a map should label. */
    public List<Entry> largestIn(Envelope bounds, int limit) {
        List<Entry> found = new ArrayList<>();
        for (int row = 0; row < places.size() && found.size() < limit; row++) {
            if (bounds.covers(places.lon(row), places.lat(row))) {
                found.add(place(row, 1));
            }
        }
        return found;
    }

    /** A country by its code (alpha-2 or alpha-3, in capitals) or any of its names. */
    public Optional<Entry> country(String codeOrName) {
        return areaTable.country(codeOrName);
    }

    /** The English name of a country; the code itself where it is not known. */
    public String countryName(String code) {
        return areaTable.country(code).map(Entry::name).orElse(code);
    }

    private Match match(PlaceBook book, NameSearch.Hit hit) {
        PlaceTable table = book.places();
        if (hit.row() < table.size()) {
            Entry entry = place(table, hit.row(), hit.likeness());
            return new Match(entry, table.people(hit.row()), hit.rank(), table.id(hit.row()));
        }
        Entry area = areas.get(hit.row() - table.size());
        Entry entry = new Entry(
                area.name(),
                area.kind(),
                area.country(),
                area.region(),
                area.position(),
                area.extent(),
                area.population(),
                hit.likeness());
        double weight = area.kind() == Kind.COUNTRY ? Rivalry.COUNTRY_WEIGHT : Rivalry.REGION_WEIGHT;
        return new Match(entry, weight, hit.rank(), 0);
    }

    private Entry place(int row, double score) {
        return place(places, row, score);
    }

    private Entry place(PlaceTable table, int row, double score) {
        double lon = table.lon(row);
        double lat = table.lat(row);
        return new Entry(
                table.name(row),
                table.rank(row).kind(),
                table.country(row),
                areaTable.division(table.country(row), table.admin1(row)),
                new Position(lat, lon),
                new Envelope(lon, lon, lat, lat),
                table.population(row),
                score);
    }
}
