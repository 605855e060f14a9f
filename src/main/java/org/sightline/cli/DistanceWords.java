package org.sightline.cli;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.Point;
import org.sightline.DomainException;
import org.sightline.claim.Place;
import org.sightline.claim.StatedDistance;
import org.sightline.geo.Borders;
import org.sightline.geo.Geodesic;
import org.sightline.geo.Position;

/** A stated distance as it is written on the command line: "17 km from border:UA", "5 mi north of Mazyr". Stateless. */
final class DistanceWords {
    private static final Pattern TO_BORDER =
            Pattern.compile("(?i)\\s*([0-9]+(?:[.][0-9]+)?)\\s*(km|m|mi|nmi)\\s+(?:from|of|to)\\s+(border:.*)");

    private DistanceWords() {}

    /** Words as in a text, or with a border by its code. */
    static StatedDistance read(String words) {
        Matcher matcher = TO_BORDER.matcher(words);
        if (!matcher.matches()) {
            return StatedDistance.parse(words);
        }
        return new StatedDistance(
                words.strip(),
                new BigDecimal(matcher.group(1)),
                matcher.group(2).toLowerCase(Locale.ROOT),
                "border:" + BorderName.read(matcher.group(3)).orElseThrow(),
                Optional.empty());
    }

    static String display(StatedDistance distance) {
        return distance.value().toPlainString() + " " + distance.unit()
                + distance.direction().map(d -> " " + d + " of ").orElse(" from ") + distance.reference();
    }

    /** Metres between a point and the reference, as the map has them; empty where they cannot be told. */
    static Optional<Double> onTheMap(StatedDistance distance, Optional<Place> place) {
        Optional<Position> from = place.map(Place::geometry)
                .filter(Point.class::isInstance)
                .map(Point.class::cast)
                .map(p -> new Position(p.getY(), p.getX()));
        try {
            return from.map(position -> BorderName.read(distance.reference())
                    .map(country -> Borders.nearest(position, country).metres())
                    .orElseGet(() -> Geodesic.distance(
                            position,
                            Spot.read("--distance", distance.reference()).position())));
        } catch (DomainException e) { // the reference is words that the map does not know: nothing to compare with
            return Optional.empty();
        }
    }
}
