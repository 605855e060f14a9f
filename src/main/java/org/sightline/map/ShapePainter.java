package org.sightline.map;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.sightline.claim.Claim;
import org.sightline.claim.Modality;
import org.sightline.claim.Place;
import org.sightline.claim.Route;
import org.sightline.claim.Status;
import org.sightline.geo.AreaEdge;
import org.sightline.geo.Geodesic;
import org.sightline.geo.MapProjection;
import org.sightline.geo.Position;

/** Draws what claims cover on the ground: areas, radii of uncertainty, and routes with their direction. */
final class ShapePainter {
    private static final double HATCH = 7;
    private static final double ARROW_EVERY = 150;

    private final Graphics2D g;
    private final MapView view;
    private final MapTheme theme;
    private final Palette palette;
    private final Window window;
    private final double unit;

    ShapePainter(Graphics2D g, MapView view, MapTheme theme) {
        this(g, theme, PinShape.radius(theme) / 11.5, view);
    }

    /** For a sign in a legend. */
    ShapePainter(Graphics2D g, MapTheme theme, double unit) {
        this(g, theme, unit, new MapView(MapProjection.webMercator(), 0, 0, 1, 20_000, 20_000));
    }

    private ShapePainter(Graphics2D g, MapTheme theme, double unit, MapView view) {
        this.g = g;
        this.view = view;
        this.theme = theme;
        this.palette = Palette.of(theme);
        this.window = Window.of(g, view);
        this.unit = unit;
    }

    /** A tinted, hatched area; planned and predicted ones have a dashed edge. */
    void area(ClaimField field, int index, PinPainter.Emphasis emphasis) {
        Claim claim = field.claim(index);
        Path2D path = traced(field.shape(index), Path2D.WIND_EVEN_ODD);
        Path2D edge = field.edge(index).isPresent() ? traced(field.edge(index), Path2D.WIND_NON_ZERO) : path;
        emphasise(edge, emphasis);
        covered(path, edge, claim.status(), PinPainter.hollow(claim.modality()));
    }

    /** @param edge what is drawn as the path's boundary */
    void covered(Path2D path, Path2D edge, Status status, boolean dashed) {
        Palette.Tone tone = Palette.tone(status, theme);
        boolean allAround = path.contains(-1, -1, view.width() + 2.0, view.height() + 2.0);
        g.setColor(Palette.translucent(tone.line(), allAround ? 0.04 : 0.09));
        g.fill(path);
        if (!allAround) {
            g.setColor(Palette.translucent(tone.line(), 0.34));
            g.setStroke(PinPainter.round(0.8 * unit));
            hatch(path);
        }
        g.setColor(tone.line());
        g.setStroke(dashed ? dashes(1.6, 6, 4) : line(1.6));
        g.draw(edge);
    }

    private void hatch(Path2D path) {
        Rectangle2D box = path.getBounds2D()
                .createIntersection(new Rectangle2D.Double(
                        window.left(), window.top(), window.right() - window.left(), window.bottom() - window.top()));
        if (box.isEmpty()) {
            return;
        }
        Shape before = g.getClip();
        g.clip(path);
        double step = HATCH * unit * Math.sqrt(2);
        double phase =
                (window.view().screenX(0) + window.view().screenY(0)) % step; // fixed to the plane: it pans along
        double first = Math.floor((box.getMinX() + box.getMinY() - phase) / step) * step + phase;
        Path2D lines = new Path2D.Double();
        for (double sum = first; sum <= box.getMaxX() + box.getMaxY(); sum += step) {
            lines.append(
                    new Line2D.Double(sum - box.getMaxY(), box.getMaxY(), sum - box.getMinY(), box.getMinY()), false);
        }
        g.draw(lines);
        g.setClip(before);
    }

    /** A soft ring: the claim's place lies somewhere within. */
    void uncertainty(Claim claim, PinPainter.Emphasis emphasis) {
        Place place = claim.place().orElseThrow();
        Ring ring = ring(place);
        Palette.Tone tone = Palette.tone(claim.status(), theme);
        boolean strong = emphasis != PinPainter.Emphasis.NONE;
        double size = ring.within().getBounds2D().getWidth() / unit;
        double fill = size < 160 ? 0.09 : size < 500 ? 0.06 : 0.04; // a whole country is only hinted at
        g.setColor(Palette.translucent(tone.line(), strong ? 2 * fill : fill));
        g.fill(ring.within());
        g.setColor(Palette.translucent(tone.line(), strong ? 1 : 0.65));
        g.setStroke(dashes(strong ? 1.6 : 1, 2, 3));
        g.draw(ring.edge());
    }

    private record Ring(Shape within, Shape edge) {}

    /** True on the ground: a circle drawn by eye is good only as long as the scale hardly changes across it. */
    private Ring ring(Place place) {
        Point centre = place.geometry().getCentroid();
        if (place.radiusMetres() > 30_000) {
            Geometry circle = Geodesic.circle(new Position(centre.getY(), centre.getX()), place.radiusMetres());
            Path2D within = traced(circle);
            return new Ring(
                    within, AreaEdge.withoutCuts(circle).map(this::traced).orElse(within));
        }
        double[] at = view.screen(new Position(centre.getY(), centre.getX()));
        double pixels = place.radiusMetres()
                * view.projection().scaleFactor(centre.getX(), centre.getY())
                / view.metresPerPixel();
        Shape circle = new Ellipse2D.Double(at[0] - pixels, at[1] - pixels, 2 * pixels, 2 * pixels);
        return new Ring(circle, circle);
    }

    private Path2D traced(Geometry degrees) {
        Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        FlatShape.of(view.projection().project(degrees)).trace(path, window);
        return path;
    }

    /** A line with arrowheads; dashed where the course is unknown, hollow where it is only planned or predicted. */
    void route(Optional<FlatShape> shape, Claim claim, PinPainter.Emphasis emphasis) {
        Path2D path = traced(shape, Path2D.WIND_NON_ZERO);
        boolean known =
                claim.place().flatMap(Place::route).map(Route::pathKnown).orElse(true);
        emphasise(path, emphasis);
        directed(path, claim.status(), claim.modality(), known);
    }

    void directed(Path2D path, Status status, Modality modality, boolean known) {
        Palette.Tone tone = Palette.tone(status, theme);
        boolean hollow = PinPainter.hollow(modality);
        g.setColor(Palette.translucent(palette.paper(), 0.85));
        g.setStroke(line(5.2));
        g.draw(path);
        g.setColor(tone.line());
        double width = hollow ? 3.4 : 2.4;
        g.setStroke(known ? line(width) : dashes(width, 8, 5));
        g.draw(path);
        if (hollow) {
            g.setColor(palette.paper());
            g.setStroke(line(1.3));
            g.draw(path);
        }
        arrows(path, tone, modality);
    }

    private void arrows(Path2D path, Palette.Tone tone, Modality modality) {
        for (Runs.Run run : Runs.of(path).runs()) {
            double every = ARROW_EVERY * unit;
            int between = (int) Math.max(0, Math.round(run.length() / every) - 1);
            for (int i = 1; i <= between; i++) {
                double distance = run.length() * i / (between + 1) + 5 * unit;
                arrow(run, distance, 5.4 * unit, tone, modality);
            }
            if (window.contains(run.last().getX(), run.last().getY()) && run.length() > 9 * unit) {
                arrow(run, run.length(), Math.min(7.6 * unit, run.length() / 5), tone, modality);
            }
        }
    }

    private void arrow(Runs.Run run, double distance, double size, Palette.Tone tone, Modality modality) {
        Point2D tip = run.at(distance / run.length());
        Path2D head = new Path2D.Double();
        head.moveTo(0, 0);
        head.lineTo(-2 * size, -size);
        head.lineTo(-1.5 * size, 0);
        head.lineTo(-2 * size, size);
        head.closePath();
        AffineTransform at = AffineTransform.getTranslateInstance(tip.getX(), tip.getY());
        at.rotate(run.heading(distance, 2 * size));
        Shape placed = at.createTransformedShape(head);
        g.setColor(palette.paper());
        g.setStroke(line(2.6));
        g.draw(placed);
        g.setColor(PinPainter.hollow(modality) ? palette.paper() : tone.line());
        g.fill(placed);
        g.setColor(tone.line());
        g.setStroke(line(1.1));
        g.draw(placed);
    }

    private Path2D traced(Optional<FlatShape> shape, int winding) {
        Path2D path = new Path2D.Double(winding);
        shape.ifPresent(s -> s.trace(path, window));
        return path;
    }

    private void emphasise(Path2D path, PinPainter.Emphasis emphasis) {
        if (emphasis != PinPainter.Emphasis.NONE) {
            g.setColor(Palette.translucent(palette.accent(), emphasis == PinPainter.Emphasis.SELECTED ? 0.45 : 0.3));
            g.setStroke(line(emphasis == PinPainter.Emphasis.SELECTED ? 11 : 9));
            g.draw(path);
        }
    }

    private BasicStroke line(double width) {
        return PinPainter.round(width * unit);
    }

    private BasicStroke dashes(double width, double on, double off) {
        float[] dashes = {(float) (on * unit), (float) (off * unit)};
        return new BasicStroke((float) (width * unit), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dashes, 0);
    }
}
