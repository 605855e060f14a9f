package org.sightline.geo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;

/**
 * The built-in list of places (GeoNames), regions and countries. Loaded once, on first use, off the window's thread;
 * immutable then, and safe for any thread.
 *
 * <p>Names are found whatever their spelling: case, diacritics, apostrophes, hyphens, Cyrillic or Latin, and the choices
 * that romanisation leaves (Yelsk, Jelsk, Ельск) do not matter; see {@link NameFolding}.
 */
public final class Gazetteer {
    /** What kind of thing a found place is. */
    public enum Kind {
        TOWN,
        REGION,
        COUNTRY
    }

    /**
     * @param name as the map writes it
     * @param country ISO 3166-1 alpha-2
     * @param region name of the first-level administrative unit, where known
     * @param position of a region or country: a point well inside
     * @param extent degrees; a point for towns; of a country, its main part
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

    /** What a town is the seat of (GeoNames feature codes PPLC, PPLA, any other). */
    public enum Seat {
        STATE,
        REGION,
        NONE
    }

    /** A town as the map draws it. */
    public record Town(Entry entry, Seat seat) {}

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
    private final NameSearch search;
    private final NearPlaces near;

    private Gazetteer() {
        NameIndex.Builder names = new NameIndex.Builder(460_000, 6_000_000);
        places = PlaceTable.read(names);
        areaTable = AreaTable.read(names);
        areas = areaTable.entries();
        search = new NameSearch(names.build(), places, areaTable);
        near = new NearPlaces(places);
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
        return search.search(name, limit).stream().map(this::entry).toList();
    }

    /**
     * Exactly one place, a choice, or none. One place is one that bears the name, and dwarfs all others that do. A name
     * that is merely alike is none: {@link #search} has those.
     */
    public Resolution resolve(String name) {
        List<NameSearch.Hit> hits = search.search(name, 40);
        List<Rivalry.Candidate> same = hits.stream()
                .filter(hit -> hit.likeness() >= NameSearch.SAME)
                .map(this::candidate)
                .toList();
        if (same.isEmpty()) {
            return new Resolution.NotFound();
        }
        List<Entry> rivals = Rivalry.comparable(same);
        return rivals.size() == 1
                ? new Resolution.Found(rivals.getFirst())
                : new Resolution.Ambiguous(rivals.stream().limit(10).toList());
    }

    /** The places nearest to a position, nearest first, by geodesic distance. */
    public List<Entry> near(Position position, int limit) {
        return near.nearest(position, limit).stream().map(row -> place(row, 1)).toList();
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

    /** Every town, most populous first; for the map's names, which choose among them by scale. */
    public List<Town> towns() {
        List<Town> towns = new ArrayList<>(places.size());
        for (int row = 0; row < places.size(); row++) {
            towns.add(new Town(place(row, 1), places.rank(row).seat()));
        }
        return Collections.unmodifiableList(towns);
    }

    /** A country by its code (alpha-2 or alpha-3, in capitals) or any of its names. */
    public Optional<Entry> country(String codeOrName) {
        return areaTable.country(codeOrName);
    }

    /** The English name of a country; the code itself where it is not known. */
    public String countryName(String code) {
        return areaTable.country(code).map(Entry::name).orElse(code);
    }

    private Entry entry(NameSearch.Hit hit) {
        if (hit.row() < places.size()) {
            return place(hit.row(), hit.likeness());
        }
        Entry area = areas.get(hit.row() - places.size());
        return new Entry(
                area.name(),
                area.kind(),
                area.country(),
                area.region(),
                area.position(),
                area.extent(),
                area.population(),
                hit.likeness());
    }

    private Rivalry.Candidate candidate(NameSearch.Hit hit) {
        Entry entry = entry(hit);
        double weight = switch (entry.kind()) {
            case COUNTRY -> Rivalry.COUNTRY_WEIGHT;
            case REGION -> Rivalry.REGION_WEIGHT;
            case TOWN -> places.people(hit.row());
        };
        return new Rivalry.Candidate(entry, weight);
    }

    private Entry place(int row, double score) {
        double lon = places.lon(row);
        double lat = places.lat(row);
        return new Entry(
                places.name(row),
                Kind.TOWN,
                places.country(row),
                areaTable.division(places.country(row), places.admin1(row)),
                new Position(lat, lon),
                new Envelope(lon, lon, lat, lat),
                places.population(row),
                score);
    }
}
