package org.sightline.board;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.sightline.claim.Category;
import org.sightline.claim.Claim;
import org.sightline.claim.Modality;
import org.sightline.claim.Place;
import org.sightline.claim.PlacePrecision;
import org.sightline.claim.Route;
import org.sightline.claim.Status;
import org.sightline.claim.When;

/** Claims that differ in all that a map shows. */
final class RandomClaims {
    private final Random random;

    RandomClaims(Random random) {
        this.random = random;
    }

    /** Every third of a common category, every fourth without a place, every seventh with a route. */
    Claim claim(int number) {
        Claim claim = Material.bare("Claim " + number)
                .withStatus(any(List.of(Status.values())))
                .withModality(any(List.of(Modality.values())))
                .withCategory(number % 3 == 0 ? Category.STRIKE : new Category("own-word o'" + number % 5));
        if (number % 4 != 0) {
            claim = claim.withPlace(Optional.of(number % 7 == 0 ? route() : point()));
        }
        return number % 5 == 0
                ? claim
                : claim.withWhen(Optional.of(When.parse("2022-10-" + (10 + number % 20), Optional.empty())));
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    Place point() {
        return place(
                Place.WGS84.createPoint(
                        new Coordinate(random.nextDouble() * 300 - 150, random.nextDouble() * 120 - 60)),
                Optional.empty());
    }

    private static Place route() {
        return place(
                Place.WGS84.createLineString(new Coordinate[] {new Coordinate(27, 53), new Coordinate(30, 52)}),
                Optional.of(new Route("Minsk", "Homyel", false)));
    }

    private static Place place(org.locationtech.jts.geom.Geometry geometry, Optional<Route> route) {
        return new Place("somewhere", geometry, PlacePrecision.TOWN, 2_500, Optional.empty(), route);
    }
}
