package org.sightline.app.fields;

import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.sightline.DomainException;
import org.sightline.analysis.PlaceReading;
import org.sightline.app.desk.Words;
import org.sightline.claim.Place;
import org.sightline.claim.PlacePrecision;
import org.sightline.claim.Quantity;
import org.sightline.claim.When;
import org.sightline.geo.Borders;
import org.sightline.geo.Gazetteer;
import org.sightline.geo.Notation;
import org.sightline.geo.Position;
import org.sightline.source.PublicationDate;

/** How the words in a claim's fields are read: what they may mean, or why they cannot be read. Stateless, any thread. */
public final class ClaimReaders {
    private static final int SUGGESTIONS = 5;

    private ClaimReaders() {}

    public static Reading<Quantity> quantity(String words) {
        List<Quantity> found =
                Quantity.find(words).stream().map(Quantity.Found::quantity).toList();
        return Reading.of(found.size() > 1 ? found : List.of(Quantity.parse(words)));
    }

    public static Reading<When> when(String words, Optional<PublicationDate> published) {
        List<When.Found> found = When.find(words, published);
        if (found.size() == 1 && found.getFirst().readings().size() > 1) {
            return Reading.of(found.getFirst().readings());
        }
        return Reading.of(List.of(When.parse(words, published)));
    }

    /**
     * Coordinates in any notation, a place's name, or {@code "Minsk -> Yelsk"} for a route. A name that is only begun
     * offers the places it may become.
     */
    public static Reading<Place> place(String words) {
        try {
            return Reading.of(PlaceReading.choices(words));
        } catch (DomainException unknown) {
            List<Place> begun = suggestions(words);
            if (begun.isEmpty()) {
                throw unknown;
            }
            return Reading.of(begun);
        }
    }

    private static List<Place> suggestions(String words) {
        boolean name = words.codePoints().allMatch(c -> Character.isLetter(c) || " -'’".indexOf(c) >= 0);
        return name
                ? Gazetteer.inUse().search(words, SUGGESTIONS).stream()
                        .map(PlaceReading::of)
                        .toList()
                : List.of();
    }

    /** A point given by its coordinates. */
    public static Place at(Position position) {
        return Place.point(position.toString(), position.lat(), position.lon(), PlacePrecision.VICINITY)
                .withCountry(Borders.countryAt(position));
    }

    /** The same place somewhere else; a name that is only coordinates, in whatever notation, goes with it. */
    public static Place movedTo(Place place, Position to) {
        String name = coordinates(place.name())
                .map(was -> was.notation().write(to, was.metres()))
                .orElse(place.name());
        return place.withGeometry(Place.WGS84.createPoint(new Coordinate(to.lon(), to.lat())))
                .withName(name)
                .withCountry(Borders.countryAt(to));
    }

    /** What a name says that is only coordinates; empty for any other. */
    public static Optional<Notation.Reading> coordinates(String name) {
        try {
            return Notation.reading(name);
        } catch (DomainException e) { // such as a number too large for a latitude
            return Optional.empty();
        }
    }

    /** Tags as they are written, separated by commas. */
    public static List<String> tags(String words) {
        return java.util.Arrays.stream(words.split(",")).toList();
    }

    /** The words without blanks about them; empty when there are none. */
    public static Optional<String> words(String text) {
        return Optional.of(text.strip()).filter(t -> !t.isEmpty());
    }

    /** @throws DomainException when there are no words */
    public static String statement(String text) {
        return words(text.replaceAll("\\s+", " "))
                .orElseThrow(() -> new DomainException(Words.of("claim.statementMissing")));
    }
}
