package org.sightline.app.where;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.sightline.app.desk.Words;
import org.sightline.geo.Gazetteer;
import org.sightline.geo.Notation;
import org.sightline.geo.Position;

/**
 * Somewhere one can go to on the map.
 *
 * @param name as it is listed
 * @param detail where that is, such as region and country
 * @param extent degrees; empty for a point
 */
record Destination(String name, String detail, Position position, Optional<Envelope> extent) {
    private static final int MOST = 8;

    /**
     * What the words may mean: coordinates in any notation, or places by name, best first. Not for the window's thread.
     *
     * @param near completes short plus codes
     * @throws org.sightline.DomainException when they are coordinates that are out of range or malformed
     */
    static List<Destination> of(String words, Position near, Notation notation) {
        if (words.isBlank()) {
            return List.of();
        }
        Optional<Notation.Reading> read = Notation.reading(words, near);
        if (read.isPresent()) {
            Position position = read.get().position();
            String written = notation.write(position, Math.max(1, read.get().metres()));
            return List.of(new Destination(written, Words.of("goTo.coordinates"), position, Optional.empty()));
        }
        List<Destination> found = new ArrayList<>();
        for (Gazetteer.Entry entry : Gazetteer.inUse().search(words, MOST)) {
            boolean wide = entry.extent().getArea() > 0;
            found.add(new Destination(
                    entry.name(),
                    detail(entry),
                    entry.position(),
                    wide ? Optional.of(entry.extent()) : Optional.empty()));
        }
        return found;
    }

    /** Kind, region and country. */
    static String detail(Gazetteer.Entry entry) {
        List<String> parts = new ArrayList<>();
        if (entry.kind() != Gazetteer.Kind.TOWN) {
            parts.add(Words.of(entry.kind()));
        }
        entry.region().filter(region -> !region.equals(entry.name())).ifPresent(parts::add);
        if (!entry.country().isEmpty() && entry.kind() != Gazetteer.Kind.COUNTRY) {
            parts.add(Gazetteer.builtIn().countryName(entry.country()));
        }
        return String.join(", ", parts);
    }
}
