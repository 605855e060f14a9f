package org.sightline.map;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.sightline.geo.MapProjection;

/**
 * Shapes on the plane of one projection.
 *
 * @param shapes one for each geometry
 * @param points x and y in turn, metres; NaN where the projection does not reach
 */
@SuppressWarnings("ArrayRecordComponent")
record ProjectedShapes(List<FlatShape> shapes, double[] points) {

    static ProjectedShapes of(Shapes degrees, MapProjection projection) {
        List<FlatShape> shapes = new ArrayList<>(degrees.geometries().size());
        for (Geometry geometry : degrees.geometries()) {
            shapes.add(FlatShape.of(projection.project(geometry)));
        }
        double[] points = new double[degrees.points().length];
        for (int i = 0; i < points.length; i += 2) {
            projection.project(degrees.points()[i], degrees.points()[i + 1], points, i);
        }
        return new ProjectedShapes(shapes, points);
    }
}
