package org.sightline.map;

import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LineSegment;
import org.sightline.geo.MapProjection;

/** A layer of points, lines and areas. What it has projected is kept as long as the projection is. Safe for any thread. */
public final class ShapeLayer implements MapLayer {
    private static final int MOST_NAMES = 1_000;

    private final Shapes shapes;
    private final LayerLook look;
    private final Optional<Envelope> extent;
    private final Map<MapProjection, ProjectedShapes> projected;

    public ShapeLayer(Shapes shapes, LayerLook look) {
        this(shapes, look, shapes.extent(), Collections.synchronizedMap(new WeakHashMap<>()));
    }

    private ShapeLayer(
            Shapes shapes, LayerLook look, Optional<Envelope> extent, Map<MapProjection, ProjectedShapes> projected) {
        this.shapes = shapes;
        this.look = look;
        this.extent = extent;
        this.projected = projected;
    }

    /** The same shapes painted otherwise, without projecting them again. */
    public ShapeLayer looking(LayerLook other) {
        return new ShapeLayer(shapes, other, extent, projected);
    }

    /** What it shows. */
    public Shapes shapes() {
        return shapes;
    }

    /** How it is painted. */
    public LayerLook look() {
        return look;
    }

    @Override
    public void paint(Graphics2D g, MapView view, MapTheme theme, MapPainter.Medium medium) {
        Graphics2D own = MapPainter.smooth(g);
        new ShapeLayerPainter(own, view, look, theme, medium).paint(plane(view.projection()));
        own.dispose();
    }

    private ProjectedShapes plane(MapProjection projection) {
        ProjectedShapes plane = projected.get(projection);
        if (plane == null) {
            plane = ProjectedShapes.of(shapes, projection);
            projected.put(projection, plane);
        }
        return plane;
    }

    /** At most a thousand: those of points, then those of lines and areas, in the order of the file. */
    @Override
    public List<Name> names(MapView view) {
        List<Name> names = new ArrayList<>();
        if (look.names()) {
            ProjectedShapes plane = plane(view.projection());
            namePoints(plane.points(), view, names);
            nameShapes(plane.shapes(), view, names);
        }
        return names;
    }

    private void namePoints(double[] points, MapView view, List<Name> names) {
        List<String> all = shapes.pointNames();
        for (int i = 0; i < all.size() && names.size() < MOST_NAMES; i++) {
            name(all.get(i), view, points[2 * i], points[2 * i + 1], look.size() + 1, names);
        }
    }

    private void nameShapes(List<FlatShape> plane, MapView view, List<Name> names) {
        List<String> all = shapes.geometryNames();
        Window window = new Window(view, 0, 0);
        for (int i = 0; i < all.size() && names.size() < MOST_NAMES; i++) {
            if (!all.get(i).isEmpty() && plane.get(i).meets(window)) {
                double[] middle = plane.get(i).middle();
                name(all.get(i), view, middle[0], middle[1], 0, names);
            }
        }
    }

    private static void name(String text, MapView view, double planeX, double planeY, double mark, List<Name> names) {
        double x = view.screenX(planeX);
        double y = view.screenY(planeY);
        boolean seen = x >= 0 && x <= view.width() && y >= 0 && y <= view.height();
        if (seen && !text.isEmpty()) {
            names.add(new Name(text, x, y, mark));
        }
    }

    @Override
    public Optional<Envelope> extent() {
        return extent;
    }

    @Override
    public List<LineSegment> sidesIn(Envelope extent, int most) {
        return shapes.sidesIn(extent, most);
    }

    @Override
    public boolean shownAt(double denominator) {
        return look.shownAt(denominator);
    }

    @Override
    public String attribution() {
        return look.attribution();
    }
}
