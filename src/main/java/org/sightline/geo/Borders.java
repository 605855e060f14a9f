package org.sightline.geo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.sightline.DomainException;
import org.sightline.geo.BaseMap.Detail;
import org.sightline.geo.BaseMap.Feature;
import org.sightline.geo.BaseMap.Layer;

/**
 * Land borders of the built-in base map, from its finest lines (good to some 20 metres where they come from
 * OpenStreetMap; see {@code assets/build/README.md}). They follow the UN General Assembly: Crimea is in Ukraine. Safe for
 * any thread; the first use loads the lines (some tenths of a second).
 */
public final class Borders {
    private Borders() {}

    /**
     * @param metres geodesic
     * @param nearest the nearest point of the border
     * @param neighbour the country on the other side there, ISO 3166-1 alpha-2; empty where no state is assigned
     */
    public record Nearest(double metres, Position nearest, String neighbour) {}

    private static final Map<String, List<BorderLine>> BY_COUNTRY = new ConcurrentHashMap<>();

    /**
     * The nearest point of any land border of a country; coast is not border.
     *
     * @param country ISO 3166-1 alpha-2
     * @throws org.sightline.DomainException when there is no such country, or it has no land border
     */
    public static Nearest nearest(Position from, String country) {
        List<BorderLine> lines = BY_COUNTRY.computeIfAbsent(country, Borders::linesOf);
        if (lines.isEmpty()) {
            throw withoutBorder(country);
        }
        double[] centre = BorderLine.onSphere(from.lon(), from.lat());
        // the sphere differs from the ellipsoid by up to half a percent: what is within one percent is measured exactly
        double least = Double.POSITIVE_INFINITY;
        double[] reaches = new double[lines.size()];
        for (int i = 0; i < reaches.length; i++) {
            reaches[i] = lines.get(i).leastChord(centre);
            least = Math.min(least, reaches[i]);
        }
        BorderLine.Point best = null;
        BorderLine bestLine = lines.getFirst();
        for (int i = 0; i < reaches.length; i++) {
            if (reaches[i] <= least * 1.01 + 1e-9) {
                BorderLine.Point point = lines.get(i).nearest(from, centre, least * 1.01 + 1e-9);
                if (best == null || point.metres() < best.metres()) {
                    best = point;
                    bestLine = lines.get(i);
                }
            }
        }
        if (best == null) {
            throw new IllegalStateException("No nearest point of " + country);
        }
        return new Nearest(best.metres(), best.position(), bestLine.otherThan(country));
    }

    private static List<BorderLine> linesOf(String country) {
        List<BorderLine> lines = new ArrayList<>();
        for (Feature border : BaseMap.all(Layer.BORDERS, Detail.M1)) {
            String left = border.attribute("left");
            String right = border.attribute("right");
            if (left.equals(country) || right.equals(country)) {
                Geometry geometry = border.geometry();
                for (int i = 0; i < geometry.getNumGeometries(); i++) {
                    if (geometry.getGeometryN(i) instanceof LineString line) {
                        lines.add(new BorderLine(left, right, line.getCoordinateSequence()));
                    }
                }
            }
        }
        return List.copyOf(lines);
    }

    private static DomainException withoutBorder(String country) {
        Optional<Gazetteer.Entry> known = Gazetteer.builtIn().country(country);
        return new DomainException(known.filter(entry -> entry.country().equals(country))
                .map(entry -> entry.name() + " (" + country + ") has no land border; measure to a place instead.")
                .orElse("There is no country with the code \"" + country
                        + "\"; give an ISO 3166-1 code of two letters, such as border:UA."));
    }

    /**
     * The country a position lies in, ISO 3166-1 alpha-2; empty at sea, which begins two kilometres off the coast, since
     * the coast of the map is no more exact than that. Near a border, the finest border line decides.
     */
    public static Optional<String> countryAt(Position position) {
        return CountryLookup.at(position);
    }
}
