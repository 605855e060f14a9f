package org.sightline.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sightline.analysis.PlaceReading;
import org.sightline.claim.Place;
import org.sightline.claim.Route;

/**
 * Places as they are named on the command line, read as the window reads them ({@link PlaceReading}); a place keeps the
 * name that it was given. Stateless.
 */
final class PlaceWords {
    private PlaceWords() {}

    /** @throws org.sightline.DomainException when there is no such place, or several */
    static Place place(String words) {
        String name = Spot.read("--place", words).name();
        return PlaceReading.read(Spot.countryByCode(words)).withName(name);
    }

    /** @throws org.sightline.DomainException when there is no such place, or several */
    static Place route(String words) {
        List<String> stops = new ArrayList<>(List.of(words.split("->|\u2192", -1)));
        stops.replaceAll(String::strip);
        if (stops.size() < 2 || stops.contains("")) {
            throw new UsageException("--route: \"" + words + "\" is not a route; write it as \"Minsk -> Russia\".");
        }
        List<String> names =
                stops.stream().map(stop -> Spot.read("--route", stop).name()).toList();
        Place read = PlaceReading.read(
                String.join(" -> ", stops.stream().map(Spot::countryByCode).toList()));
        Route route = new Route(names.getFirst(), names.getLast(), false);
        return new Place(
                String.join(" -> ", names),
                read.geometry(),
                read.precision(),
                read.radiusMetres(),
                read.country(),
                Optional.of(route));
    }
}
