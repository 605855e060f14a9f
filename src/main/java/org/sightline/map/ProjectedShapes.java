package org.sightline.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.sightline.geo.AreaEdge;
import org.sightline.geo.MapProjection;

/**
 * Shapes on the plane of one projection.
 *
 * @param shapes one for each geometry
 * @param edges what is drawn as the edge of each geometry: itself, or an area without the sides at which it is cut at the
 *     antimeridian or a pole
 * @param points x and y in turn, metres; NaN where the projection does not reach
 */
@SuppressWarnings("ArrayRecordComponent")
record ProjectedShapes(List<FlatShape> shapes, List<FlatShape> edges, double[] points) {

    static ProjectedShapes of(Shapes degrees, MapProjection projection) {
        List<FlatShape> shapes = new ArrayList<>(degrees.geometries().size());
        List<FlatShape> edges = new ArrayList<>(degrees.geometries().size());
        for (Geometry geometry : degrees.geometries()) {
            FlatShape shape = FlatShape.of(projection.project(geometry));
            shapes.add(shape);
            edges.add(edge(geometry)
                    .map(edge -> FlatShape.of(projection.project(edge)))
                    .orElse(shape));
        }
        double[] points = new double[degrees.points().length];
        for (int i = 0; i < points.length; i += 2) {
            projection.project(degrees.points()[i], degrees.points()[i + 1], points, i);
        }
        return new ProjectedShapes(shapes, edges, points);
    }

    /** Where it is not the rings themselves. An area that runs on over 180 degrees is cut where it is projected. */
    private static Optional<Geometry> edge(Geometry geometry) {
        Envelope extent = geometry.getEnvelopeInternal();
        boolean beyond = extent.getMinX() < -180 || extent.getMaxX() > 180;
        return geometry.getDimension() == 2 && beyond
                ? Optional.of(geometry.getBoundary()) // of lines, which are cut without a side
                : AreaEdge.withoutCuts(geometry);
    }
}
