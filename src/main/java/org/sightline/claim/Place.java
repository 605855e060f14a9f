package org.sightline.claim;

import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/**
 * Where a claim is: a point, a route (a line with a direction) or an area, WGS 84, longitude then latitude in degrees.
 *
 * @param name as the researcher names it; "Minsk -> Russia" for a route
 * @param radiusMetres uncertainty radius, metres
 * @param country ISO 3166-1 alpha-2, where known
 * @param route present exactly when the geometry is a line
 */
public record Place(
        String name,
        Geometry geometry,
        PlacePrecision precision,
        double radiusMetres,
        Optional<String> country,
        Optional<Route> route) {}
