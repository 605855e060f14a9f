package org.sightline.geo;

import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;

/**
 * The built-in list of places. Loaded once, on first use, off the window's thread; immutable then, and safe for any
 * thread.
 */
public final class Gazetteer {
    private Gazetteer() {}

    /** What kind of thing a found place is. */
    public enum Kind {
        TOWN,
        REGION,
        COUNTRY
    }

    /**
     * @param country ISO 3166-1 alpha-2
     * @param region first-level administrative unit, where known
     * @param population 0 where unknown
     * @param extent degrees; a point for towns
     * @param score likeness to what was asked, 0 to 1
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

        /** Several comparably good candidates, best first: a choice, never a guess. */
        record Ambiguous(List<Entry> candidates) implements Resolution {}

        record NotFound() implements Resolution {}
    }

    /** The shared instance; the first call loads it (some hundred milliseconds). */
    public static Gazetteer builtIn() {
        throw new UnsupportedOperationException();
    }

    /** Best first, ranked by likeness and size. "Yelsk, BY" and "Yelsk, Belarus" narrow to a country. */
    public List<Entry> search(String name, int limit) {
        throw new UnsupportedOperationException();
    }

    /** Exactly one place, a choice, or none. */
    public Resolution resolve(String name) {
        throw new UnsupportedOperationException();
    }

    /** The places nearest to a position, nearest first. */
    public List<Entry> near(Position position, int limit) {
        throw new UnsupportedOperationException();
    }

    /** Every town, most populous first; for the map's names, which choose among them by scale. */
    public List<Town> towns() {
        throw new UnsupportedOperationException();
    }
}
