package org.sightline.map;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
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
        paint(g, view, theme, medium, new ArrayList<>());
    }

    @Override
    public void paint(Graphics2D g, MapView view, MapTheme theme, MapPainter.Medium medium, List<Rectangle2D> names) {
        MapProjection projection = view.projection();
        ProjectedShapes plane = projected.get(projection);
        if (plane == null) {
            plane = ProjectedShapes.of(shapes, projection);
            projected.put(projection, plane);
        }
        Graphics2D own = MapPainter.smooth(g);
        new ShapeLayerPainter(own, view, look, theme, medium, names).paint(plane, shapes);
        own.dispose();
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
