package org.sightline.report;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Point;
import org.sightline.analysis.PlaceName;
import org.sightline.claim.Claim;
import org.sightline.claim.Place;
import org.sightline.claim.Quantity;
import org.sightline.claim.Route;
import org.sightline.claim.StatedDistance;
import org.sightline.claim.When;
import org.sightline.geo.Gazetteer;
import org.sightline.geo.Notation;
import org.sightline.geo.Position;
import org.sightline.source.PublicationDate;
import org.sightline.source.Source;

/** What is said about a claim beside its statement and quotes, in words. Stateless. */
final class Wording {
    private static final double KILOMETRE = 1000;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm xxx", Locale.ENGLISH);

    private Wording() {}

    /** @param label such as "Where"; @param values one line each */
    record Fact(String label, List<String> values) {}

    static List<Fact> facts(ReportContent.Entry entry) {
        Claim claim = entry.claim();
        List<Fact> facts = new ArrayList<>();
        claim.quantity().ifPresent(quantity -> facts.add(fact("howMany", howMany(quantity))));
        facts.add(fact("when", claim.when().map(Wording::when).orElseGet(() -> List.of(Phrases.of("notStated")))));
        facts.add(fact("where", claim.place().map(Wording::where).orElseGet(() -> List.of(Phrases.of("place.none")))));
        claim.distance().ifPresent(distance -> facts.add(fact("distance", List.of(distance(distance)))));
        facts.add(fact("who", List.of(claim.claimant().orElseGet(() -> Phrases.of("notStated")))));
        facts.add(fact("credibility", List.of(credibility(claim))));
        facts.add(fact("support", List.of(Phrases.of("roots", entry.independentRoots()))));
        if (!claim.tags().isEmpty()) {
            facts.add(fact("tags", List.of(String.join(", ", claim.tags()))));
        }
        return facts;
    }

    private static Fact fact(String key, List<String> values) {
        return new Fact(Phrases.of("fact." + key), values);
    }

    private static List<String> howMany(Quantity quantity) {
        String shown = quantity.display();
        boolean derived = quantity.origin() == Quantity.Origin.DERIVED
                && !quantity.verbatim().isBlank();
        return derived
                ? List.of(
                        shown,
                        Phrases.of(
                                "quantity.derived", quantity.verbatim().strip().replaceAll("\\s+", " ")))
                : List.of(shown);
    }

    private static List<String> when(When when) {
        String shown = when.display();
        return shown.equals(when.edtf()) ? List.of(shown) : List.of(shown, when.edtf());
    }

    private static List<String> where(Place place) {
        String known = Phrases.of("precision", place.precision()) + ", " + radius(place.radiusMetres());
        List<String> lines = new ArrayList<>(List.of(name(place) + " (" + known + ")"));
        boolean named = PlaceName.of(place).isPresent();
        for (Notation notation : named ? List.of(Notation.DECIMAL, Notation.MGRS) : List.of(Notation.MGRS)) {
            String coordinates = coordinates(place, notation);
            if (!coordinates.isBlank()) {
                lines.add(notation == Notation.MGRS ? Phrases.of("place.mgrs", coordinates) : coordinates);
            }
        }
        return lines;
    }

    /**
     * "Minsk → Belgorod": an arrow as one sets it, and not as one types it. A place without a name is called by its
     * coordinates.
     */
    static String name(Place place) {
        return PlaceName.of(place)
                .map(name -> name.replace(" -> ", " \u2192 "))
                .orElseGet(() -> coordinates(place, Notation.DECIMAL));
    }

    static String radius(double metres) {
        if (metres < KILOMETRE) {
            return Phrases.of("radius.metres", Long.toString(Math.round(metres)));
        }
        double km = metres / KILOMETRE;
        String number = km < 10 && km != Math.rint(km)
                ? String.format(Locale.ROOT, "%.1f", km)
                : String.format(Locale.ROOT, "%,d", Math.round(km));
        return Phrases.of("radius.kilometres", number);
    }

    private static String coordinates(Place place, Notation notation) {
        if (place.geometry() instanceof Point point) {
            return written(point.getCoordinate(), place, notation);
        }
        if (place.isRoute()) {
            Coordinate[] course = place.geometry().getCoordinates();
            boolean known = place.route().map(Route::pathKnown).orElse(true);
            String key = notation == Notation.MGRS ? "" : known ? ".known" : ".unknown";
            return Phrases.of(
                    "place.route" + key,
                    written(course[0], place, notation),
                    written(course[course.length - 1], place, notation));
        }
        return Phrases.of("place.about", written(ClaimShape.anchor(place), place, notation));
    }

    private static String written(Coordinate at, Place place, Notation notation) {
        return notation.write(new Position(at.y, at.x), place.radiusMetres());
    }

    private static String distance(StatedDistance stated) {
        String measured = stated.value().toPlainString() + " " + stated.unit();
        String directed = stated.direction().map(way -> measured + " " + way).orElse(measured);
        return stated.borderOf()
                .map(country -> Phrases.of(
                        "distance.border", directed, Gazetteer.builtIn().countryName(country)))
                .orElseGet(() -> Phrases.of("distance.from", directed, stated.reference()));
    }

    static String credibility(Claim claim) {
        return claim.credibility()
                .map(c -> c.grade() + " \u2013 " + c.label())
                .orElseGet(() -> Phrases.of("notGraded"));
    }

    /** "reliability B (usually reliable)". */
    static String reliability(Source source) {
        return source.reliability()
                .map(r -> Phrases.of("reliability", r.key(), r.label()))
                .orElseGet(() -> Phrases.of("reliability.none"));
    }

    static String date(PublicationDate date) {
        return switch (date.iso().length()) {
            case 4 -> date.iso();
            case 7 -> MONTH.format(date.date());
            case 10 -> DAY.format(date.date());
            default -> MINUTE.format(OffsetDateTime.parse(date.iso()));
        };
    }

    /** "A relays B, which relays C"; empty for words of the source's own. */
    static Optional<String> relays(ReportContent.Cited cited) {
        Source read = cited.citation().source();
        List<Source> behind = cited.chain().stream()
                .filter(source -> !source.uuid().equals(read.uuid()))
                .toList();
        if (behind.isEmpty()) {
            return Optional.empty();
        }
        StringBuilder words = new StringBuilder(
                Phrases.of("relay.first", read.shortName(), behind.getFirst().shortName()));
        behind.subList(1, behind.size())
                .forEach(further -> words.append(Phrases.of("relay.next", further.shortName())));
        return Optional.of(words.append('.').toString());
    }
}
