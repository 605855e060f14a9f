package org.sightline.geo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;

/**
 * The course of a route: the shortest line on the ground from vertex to vertex, so that it runs true on any projection
 * and goes the short way round the world, whether or not whoever wrote it cut it at the antimeridian. Stateless, safe for
 * any thread.
 */
public final class Course {
    private static final double LEAST_STEP_METRES = 2_000;
    private static final int MOST_STEPS = 48;

    private Course() {}

    /**
     * @param route lines, degrees; what lies between one line's end and the next one's beginning is no part of it
     * @return degrees within -180 to 180, cut at the antimeridian; legs that meet are one line, so that dashes and arrows
     *     run through
     */
    public static Geometry of(Geometry route) {
        List<LineString> legs = new ArrayList<>();
        for (int i = 0; i < route.getNumGeometries(); i++) {
            Coordinate[] vertices = route.getGeometryN(i).getCoordinates();
            for (int v = 1; v < vertices.length; v++) {
                leg(vertices[v - 1], vertices[v], legs);
            }
        }
        return joined(legs);
    }

    private static void leg(Coordinate start, Coordinate end, List<LineString> legs) {
        Position from = new Position(start.y, start.x);
        Position to = new Position(end.y, end.x);
        double step = Math.max(LEAST_STEP_METRES, Geodesic.distance(from, to) / MOST_STEPS);
        Geometry line = Geodesic.line(from, to, step);
        for (int i = 0; i < line.getNumGeometries(); i++) {
            if (line.getGeometryN(i) instanceof LineString part) {
                legs.add(part);
            }
        }
    }

    private static Geometry joined(List<LineString> legs) {
        List<LineString> lines = new ArrayList<>();
        List<Coordinate> run = new ArrayList<>();
        for (LineString leg : legs) {
            Coordinate[] vertices = leg.getCoordinates();
            if (!run.isEmpty() && run.getLast().equals2D(vertices[0], 1e-9)) {
                run.addAll(Arrays.asList(vertices).subList(1, vertices.length));
            } else {
                finish(run, lines);
                run.addAll(Arrays.asList(vertices));
            }
        }
        finish(run, lines);
        return lines.size() == 1
                ? lines.getFirst()
                : LayerFile.GEOMETRY.createMultiLineString(lines.toArray(LineString[]::new));
    }

    private static void finish(List<Coordinate> run, List<LineString> lines) {
        if (run.size() > 1) {
            lines.add(LayerFile.GEOMETRY.createLineString(run.toArray(Coordinate[]::new)));
        }
        run.clear();
    }
}
