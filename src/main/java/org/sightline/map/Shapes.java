package org.sightline.map;

import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Points, lines and areas to be laid over a map. Areas may be wound either way and may lie within one another: what is
 * within an odd number of rings of one geometry is inside.
 *
 * @param geometries lines and polygons and collections of them, in degrees, longitudes within -180 to 180
 * @param geometryNames one for each geometry, empty where it has none; or none at all
 * @param points longitude and latitude in turn, degrees
 * @param pointNames one for each point; or none at all
 */
@SuppressWarnings("ArrayRecordComponent")
public record Shapes(List<Geometry> geometries, List<String> geometryNames, double[] points, List<String> pointNames) {

    public Shapes {
        geometries = List.copyOf(geometries);
        geometryNames = List.copyOf(geometryNames);
        pointNames = List.copyOf(pointNames);
    }

    /** Degrees; empty when there is nothing. */
    public Optional<Envelope> extent() {
        Envelope all = new Envelope();
        geometries.forEach(geometry -> all.expandToInclude(geometry.getEnvelopeInternal()));
        for (int i = 0; i < points.length; i += 2) {
            all.expandToInclude(points[i], points[i + 1]);
        }
        return all.isNull() ? Optional.empty() : Optional.of(all);
    }
}
