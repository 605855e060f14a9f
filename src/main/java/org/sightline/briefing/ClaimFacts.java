package org.sightline.briefing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.sightline.analysis.Dossier;
import org.sightline.analysis.PlaceName;
import org.sightline.claim.Claim;
import org.sightline.claim.Place;
import org.sightline.claim.Quantity;
import org.sightline.claim.StatedDistance;
import org.sightline.claim.When;
import org.sightline.geo.Notation;
import org.sightline.geo.Position;

/** What is said about a claim beside its statement and quotes, in words. Stateless. */
final class ClaimFacts {
    private static final double KILOMETRE = 1000;
    private static final String BORDER = "border:";

    private ClaimFacts() {}

    /** @param label such as "Where" */
    record Fact(String label, String value) {}

    /** @param offMap whether the claim has a place that the map does not reach */
    static List<Fact> of(Claim claim, Dossier dossier, Notation notation, boolean offMap) {
        List<Fact> facts = new ArrayList<>();
        claim.quantity().map(Quantity::display).ifPresent(q -> facts.add(fact("howMany", q)));
        facts.add(fact("where", where(claim, notation, offMap)));
        claim.distance().map(ClaimFacts::distance).ifPresent(d -> facts.add(fact("distance", d)));
        facts.add(fact("when", claim.when().map(When::display).orElseGet(ClaimFacts::notStated)));
        facts.add(fact("claimant", claim.claimant().orElseGet(ClaimFacts::notStated)));
        facts.add(fact("assessment", assessment(claim, dossier)));
        return facts;
    }

    private static Fact fact(String key, String value) {
        return new Fact(Phrases.of("fact." + key), value);
    }

    private static String notStated() {
        return Phrases.of("fact.notStated");
    }

    private static String assessment(Claim claim, Dossier dossier) {
        String credibility = claim.credibility()
                .map(c -> Phrases.of("credibility." + c.grade()))
                .orElseGet(() -> Phrases.of("credibility.none"));
        return String.join(
                Phrases.SEPARATOR,
                Phrases.of("status", claim.status()) + ", " + Phrases.of("modality", claim.modality()),
                credibility,
                Phrases.of("roots", dossier.independentRoots(claim)));
    }

    private static String distance(StatedDistance d) {
        String measured = d.value().toPlainString() + " " + d.unit();
        String directed = d.direction().map(way -> measured + " " + way).orElse(measured);
        return d.reference().startsWith(BORDER)
                ? Phrases.of("distance.border", directed, country(d.reference().substring(BORDER.length())))
                : Phrases.of("distance.from", directed, d.reference());
    }

    private static String country(String code) {
        return Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
    }

    private static String where(Claim claim, Notation notation, boolean offMap) {
        return claim.place()
                .map(place -> place(place, notation) + (offMap ? Phrases.SEPARATOR + Phrases.of("place.outside") : ""))
                .orElseGet(() -> Phrases.of("place.none"));
    }

    private static String place(Place place, Notation notation) {
        String known = Phrases.of("place.precision", place.precision()) + ", " + radius(place.radiusMetres());
        String at = coordinates(place, notation);
        return PlaceName.of(place)
                .map(name -> String.join(Phrases.SEPARATOR, arrows(name), known, at))
                .orElseGet(() -> String.join(Phrases.SEPARATOR, at, known));
    }

    /** What a place is called: by its name, or where it has none by its coordinates. */
    static String called(Place place, Notation notation) {
        return PlaceName.of(place).map(ClaimFacts::arrows).orElseGet(() -> coordinates(place, notation));
    }

    /** "Minsk \u2192 Belgorod": an arrow as one sets it, and not as one types it. */
    private static String arrows(String name) {
        return name.replace(" -> ", " \u2192 ");
    }

    private static String radius(double metres) {
        return metres < KILOMETRE
                ? Phrases.of("place.radius.metres", Long.toString(Math.round(metres)))
                : Phrases.of("place.radius.kilometres", kilometres(metres / KILOMETRE));
    }

    private static String kilometres(double km) {
        return km < 10 && km != Math.rint(km) ? String.format(Locale.ROOT, "%.1f", km) : Long.toString(Math.round(km));
    }

    private static String coordinates(Place place, Notation notation) {
        Geometry geometry = place.geometry();
        if (geometry instanceof Point point) {
            return written(point.getCoordinate(), place, notation);
        }
        if (geometry instanceof LineString line) {
            boolean known = place.route().isPresent() && place.route().get().pathKnown();
            return Phrases.of(
                    known ? "place.route.known" : "place.route.unknown",
                    written(line.getCoordinateN(0), place, notation),
                    written(line.getCoordinateN(line.getNumPoints() - 1), place, notation));
        }
        return Phrases.of("place.area", written(geometry.getInteriorPoint().getCoordinate(), place, notation));
    }

    private static String written(Coordinate at, Place place, Notation notation) {
        return Phrases.whole(notation.write(new Position(at.y, at.x), place.radiusMetres()));
    }
}
